// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/redaction_filter.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"
#include "vaughn/model/redaction.h"
#include "vaughn/redaction/regime_table.h"
#include "vaughn/report/terminal.h"

namespace vaughn::cli {
namespace {

std::string letters_and_digits(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if (std::isalnum(static_cast<unsigned char>(c)) != 0)
      kept += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return kept;
}

// The known code whose letters and digits are nearest: "b7x" may mean (b)(7)(E).
std::string nearest_code(const std::string& typed) {
  std::vector<std::string> squeezed;
  const std::vector<redaction::CodeMeaning> known = redaction::known_codes();
  for (const redaction::CodeMeaning& code : known) squeezed.push_back(letters_and_digits(code.canonical));
  const auto near = did_you_mean(letters_and_digits(typed), squeezed);
  if (!near) return {};
  const auto at = std::find(squeezed.begin(), squeezed.end(), *near) - squeezed.begin();
  return std::string(known[static_cast<std::size_t>(at)].canonical);
}

std::string code_meant(const std::string& typed) {
  std::string code = redaction::normalise_code(typed);
  if (!code.empty()) return code;
  const std::string near = nearest_code(typed);
  throw Error(ErrorCode::kUsage, "--exemption cannot be '" + typed + "': no such code is known",
              (near.empty() ? "" : "Did you mean '" + near + "'? ") +
                  std::string("It wants a code as b7e, (b)(6) or k2; b7 stands for all of (b)(7)."));
}

std::string file_name(const std::string& path) {
  return path.substr(path.find_last_of('/') + 1);
}

[[noreturn]] void refuse_name(const std::string& option, const std::string& given,
                              const std::vector<std::string>& names) {
  const auto near = did_you_mean(given, names);
  throw Error(ErrorCode::kUsage, "no " + option + " is called '" + report::printable_line(given) + "'",
              (near ? "Did you mean '" + report::printable_line(*near) + "'? " : std::string()) +
                  "'vaughn status --json' lists sources and their releases.");
}

}  // namespace

std::vector<Option> filter_options() {
  return {
      {.name = "exemption",
       .argument = "CODE",
       .help = "Only with this exemption, in any spelling: b7e, (b)(7)(E). b7 stands for all of (b)(7). "
               "Given several times, any of them.",
       .group = "Which redactions"},
      {.name = "unlabelled", .help = "Only without a code printed for them.", .group = "Which redactions"},
      {.name = "uncertain",
       .help = "Only with a code that had to be repaired to be understood.",
       .group = "Which redactions"},
      {.name = "kind",
       .argument = "KINDS",
       .help = "Only of these kinds, joined by commas.",
       .group = "Which redactions",
       .values = cover_kind_names(),
       .separator = ','},
      {.name = "source",
       .argument = "TEXT",
       .help = "Only from sources with this in their path.",
       .group = "Which redactions"},
      {.name = "release",
       .argument = "NAME",
       .help = "Only from the release of this name.",
       .group = "Which redactions"}};
}

store::RedactionFilter redaction_filter(const ParsedOptions& parsed) {
  store::RedactionFilter filter;
  for (const std::string& typed : parsed.values("exemption")) filter.exemptions.push_back(code_meant(typed));
  for (const std::string& kinds : parsed.values("kind"))
    for (std::string& kind : split(kinds, ',')) filter.kinds.push_back(std::move(kind));
  filter.source_like = parsed.value("source").value_or("");
  filter.release = parsed.value("release").value_or("");
  filter.unlabelled = parsed.has("unlabelled");
  filter.uncertain = parsed.has("uncertain");
  if (filter.unlabelled && (filter.uncertain || !filter.exemptions.empty()))
    throw Error(ErrorCode::kUsage,
                std::string("--unlabelled and --") + (filter.uncertain ? "uncertain" : "exemption") +
                    " exclude each other",
                "A redaction without a code has none that could be uncertain or be this one.");
  return filter;
}

void check_names(const store::RedactionFilter& filter, const store::Reader& reader) {
  if (filter.source_like.empty() && filter.release.empty()) return;
  std::vector<std::string> names, releases;
  const std::string wanted = to_lower_ascii(filter.source_like);
  bool source_known = false;
  for (const store::SourceRow& source : reader.status().sources) {
    source_known |= to_lower_ascii(source.path).find(wanted) != std::string::npos;
    for (const std::string& path : source.other_paths)
      source_known |= to_lower_ascii(path).find(wanted) != std::string::npos;
    names.push_back(file_name(source.path));
    releases.push_back(source.release);
  }
  if (!source_known) refuse_name("source", filter.source_like, names);
  if (!filter.release.empty() &&
      std::find(releases.begin(), releases.end(), filter.release) == releases.end())
    refuse_name("release", filter.release, releases);
}

}  // namespace vaughn::cli
