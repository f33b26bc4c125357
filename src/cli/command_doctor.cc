// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn doctor`. docs/commands/doctor.md.
#include <fmt/format.h>

#include <algorithm>

#include "cli/common_options.h"
#include "cli/language_data.h"
#include "cli/option_values.h"
#include "cli/version.h"
#include "cli/wiring.h"
#include "vaughn/base/cores.h"
#include "vaughn/base/strings.h"
#include "vaughn/report/table.h"

namespace vaughn::cli {
namespace {

// What was found, and what to do about what was not.
struct Diagnosis {
  report::Table found{.columns = {{.name = "Part"},
                                  {.name = "Version", .shrink = report::Shrink::kEnd},
                                  {.name = "State", .shrink = report::Shrink::kEnd}},
                      .rows = {}};
  std::vector<std::string> advice;
  bool healthy = true;
};

void examine_components(Diagnosis* diagnosis) {
  diagnosis->found.rows.push_back({"vaughn", std::string(version()), "ok"});
  for (const Component& component : component_versions()) {
    const bool well = component.problem.empty();
    diagnosis->found.rows.push_back({component.name, component.version, well ? "ok" : component.problem});
    if (well) continue;
    diagnosis->healthy = false;
    diagnosis->advice.push_back(component.advice);
  }
}

void examine_languages(const std::vector<std::string>& wanted, const Streams& streams, Diagnosis* diagnosis) {
  const auto prefix = streams.variable("TESSDATA_PREFIX");
  const LanguageData data = find_language_data(prefix);
  std::vector<std::string> packages;
  for (const std::string& language : wanted) {
    const bool there =
        std::find(data.languages.begin(), data.languages.end(), language) != data.languages.end();
    diagnosis->found.rows.push_back({"language " + language, "", there ? "ok" : "missing"});
    if (!there) packages.push_back(package_of_language(language));
  }
  if (packages.empty()) return;
  diagnosis->healthy = false;
  diagnosis->advice.push_back("sudo apt install " + join(packages, " "));
  if (prefix)
    diagnosis->advice.push_back("TESSDATA_PREFIX is " + *prefix +
                                "; no other place is searched while it is set.");
}

// How many pages ingest reads at once, and why not more.
void print_cores(Streams& streams) {
  const Cores cores = find_cores();
  streams.out << "\nPages read at once by default (-j): " << cores.usable() << ". This process may use "
              << cores.allowed << (cores.allowed == 1 ? " processor" : " processors");
  if (cores.quota) streams.out << fmt::format(", for {:g} processors' worth of time", *cores.quota);
  streams.out << ".\n";
}

void print_languages(const LanguageData& data, Streams& streams) {
  streams.out << "\nLanguage data: ";
  if (data.languages.empty())
    streams.out << "none found\n";
  else
    streams.out << join(data.languages, ", ") << " in " << data.directory.string() << '\n';
}

int run(const ParsedOptions& parsed, Streams& streams) {
  Diagnosis diagnosis;
  examine_components(&diagnosis);
  examine_languages(split(read_options(parsed).languages, '+'), streams, &diagnosis);
  report::print_table(diagnosis.found, terminal(parsed, streams), streams.out);
  print_cores(streams);
  print_languages(find_language_data(streams.variable("TESSDATA_PREFIX")), streams);
  streams.out << (diagnosis.healthy ? "All that is needed is there.\n"
                                    : "Something is missing. What helps:\n");
  for (const std::string& line : diagnosis.advice) streams.out << "  " << line << '\n';
  return diagnosis.healthy ? 0 : 2;
}

}  // namespace

Command doctor_command() {
  return {.name = "doctor",
          .summary = "check that what vaughn stands on is installed",
          .description =
              "Prints the versions of the libraries in use and the language data for OCR, and for what is "
              "missing the command that installs it on Debian and Ubuntu.",
          .examples = {{"vaughn doctor", "Is everything there?"},
                       {"vaughn doctor -l eng+spa", "Is everything there to read Spanish as well?"}},
          .options = {{.name = "language",
                       .letter = 'l',
                       .argument = "LANGS",
                       .help = "Languages that are needed, joined by +. Default: eng.",
                       .group = "General"},
                      color_option()},
          .exit_statuses = {{0, "All there."},
                            {2, "Something needed is missing, or a command line not understood."}},
          .run = run};
}

}  // namespace vaughn::cli
