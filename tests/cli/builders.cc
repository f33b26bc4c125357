// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/builders.h"

#include <cstdlib>
#include <stdexcept>

#include "cli/main.h"
#include "cli/parse.h"
#include "vaughn/base/error.h"
#include "vaughn/base/sha256.h"
#include "vaughn/model/page_text.h"
#include "vaughn/store/writer.h"

namespace vaughn::cli::testing {
namespace {

PageReading page_with(int index, std::vector<std::string> texts, std::vector<Redaction> redactions = {}) {
  PageReading page;
  page.page = PageIndex(index);
  page.width = 612;
  page.height = 792;
  page.dpi = 300;
  page.text_source = TextSource::kBornDigital;
  page.reason = "the words are drawn as glyphs";
  TextLayer words;
  double x = 72;
  for (std::string& text : texts) {
    words.push_back({.text = std::move(text), .box = {x, 72, x + 50, 84}, .confidence = {}, .offset = {}});
    x += 55;
  }
  PageText composed = compose_page_text(std::move(words), redactions);
  page.text = composed.text;
  page.words = composed.words;
  page.redactions = std::move(redactions);
  return page;
}

Redaction box(const std::string& code, bool certain) {
  Redaction redaction{.box = {72, 200, 172, 212},
                      .confidence = 0.9,
                      .area_share = 0.0025,
                      .amount = {1, 2, 14, 10, 20, AmountBasis::kTypeAbout},
                      .codes = {}};
  redaction.codes.push_back({.code = code, .raw = code, .certain = certain, .box = {}});
  return redaction;
}

store::SourceId put(store::Writer& writer, store::ReleaseId release, store::RunId run,
                    const std::string& path) {
  return writer.put_source(release, run, {path, sha256_hex(path), 1000, SourceFormat::kPdf}).id;
}

}  // namespace

MemoryStreams::MemoryStreams(Variables given)
    : variables(std::move(given)), streams{out, err, Device::kOther, Device::kOther, 80, {}} {
  streams.variable = [this](const std::string& name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    if (found == variables.end() || found->second.empty()) return std::nullopt;
    return found->second;
  };
}

Outcome vaughn(const std::vector<std::string>& words, Variables variables) {
  MemoryStreams memory(std::move(variables));
  const int status = run(words, memory.streams);
  return {status, memory.out.str(), memory.err.str()};
}

ParsedOptions parsed(const std::string& command, const std::vector<std::string>& words) {
  return parse(command_named(command), words);
}

std::string refusal(const std::string& command, const std::vector<std::string>& words) {
  try {
    parsed(command, words);
  } catch (const Error& error) {
    return error.what() + std::string(" | ") + error.advice();
  }
  return {};
}

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "vaughn-cli-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void make_database(const std::string& path) {
  const auto writer = store::Writer::open(path);
  const store::RunId run = writer->begin_run("test", "{}");
  const store::ReleaseId release =
      writer->put_release({.name = "First production", .agency = {}, .request_number = {}, .received = {}});
  const store::SourceId letter = put(*writer, release, run, "release/letter.pdf");
  writer->put_description(letter, {.page_count = 4, .problems = {}});
  writer->put_page(letter, run, {}, page_with(0, {"Purchase", "order", "signed"}));
  writer->put_page(letter, run, {}, page_with(1, {"Contract"}, {box("(b)(6)", true), box("(b)(4)", false)}));
  writer->put_page_failure(letter, run, {}, PageIndex(2),
                           {ProblemKind::kCrashed, "the reader crashed on it twice", "Report it."});
  const store::SourceId other = put(*writer, release, run, "other/letter.pdf");
  writer->put_description(other, {.page_count = 1, .problems = {}});
  writer->put_page(other, run, {}, page_with(0, {"An", "order"}));
  const store::SourceId empty = put(*writer, release, run, "release/empty.pdf");
  writer->put_source_failure(empty, {ProblemKind::kEmptyFile, "the file is empty", ""});
  writer->end_run(run, "done-with-problems");
  writer->commit();
}

void make_database_of_codes(const std::string& path, const std::vector<std::string>& codes) {
  const auto writer = store::Writer::open(path);
  const store::RunId run = writer->begin_run("test", "{}");
  const store::ReleaseId release =
      writer->put_release({.name = "Codes", .agency = {}, .request_number = {}, .received = {}});
  const store::SourceId letter = put(*writer, release, run, "letter.pdf");
  writer->put_description(letter, {.page_count = 1, .problems = {}});
  std::vector<Redaction> redactions;
  for (const std::string& code : codes) {
    redactions.push_back(box(code, true));
    if (code.empty()) redactions.back().codes.clear();
  }
  writer->put_page(letter, run, {}, page_with(0, {"Contract"}, std::move(redactions)));
  writer->end_run(run, "done");
  writer->commit();
}

}  // namespace vaughn::cli::testing
