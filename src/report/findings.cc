// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/report/findings.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <utility>

#include "report/json.h"
#include "vaughn/base/strings.h"
#include "vaughn/report/table.h"

namespace vaughn::report {
namespace {

using store::FindingRow;

Json json_of_row(const FindingRow& row) {
  Json json = {
      {"schema", "vaughn.finding/1"},          {"source", row.source}, {"sha256", null_if_empty(row.sha256)},
      {"release", null_if_empty(row.release)}, {"page", row.page},     {"bates", null_if_empty(row.bates)}};
  json.update(json_of(row.finding));
  return json;
}

class JsonLinesFindings : public FindingPrinter {
 public:
  explicit JsonLinesFindings(std::ostream& out) : out_(out) {}
  void add(const FindingRow& row) override { out_ << one_line(json_of_row(row)) << std::endl; }
  void finish(const FindingsScope&) override {}

 private:
  std::ostream& out_;
};

// One document, written as it comes.
class JsonFindings : public FindingPrinter {
 public:
  explicit JsonFindings(std::ostream& out) : out_(out) {
    out_ << R"({"schema":"vaughn.findings/1","findings":[)";
  }
  void add(const FindingRow& row) override {
    out_ << (first_ ? "\n" : ",\n") << one_line(json_of_row(row));
    first_ = false;
  }
  void finish(const FindingsScope& scope) override {
    out_ << (first_ ? "]" : "\n]")
         << fmt::format(R"(,"sources":{},"pages":{},"unread":{}}})", scope.sources, scope.pages, scope.unread)
         << '\n';
  }

 private:
  std::ostream& out_;
  bool first_ = true;
};

class CsvFindings : public FindingPrinter {
 public:
  explicit CsvFindings(std::ostream& out) : out_(out) {
    print_csv_record({"source", "page", "bates", "class", "type", "characters", "found_in", "x0", "y0", "x1",
                      "y1", "sha256", "release"},
                     out_);
  }
  void add(const FindingRow& row) override {
    const Finding& finding = row.finding;
    const auto points = [&](Points Box::*side) {
      return finding.box ? fmt::format("{:.2f}", (*finding.box).*side) : std::string();
    };
    print_csv_record(
        {row.source, std::to_string(row.page), row.bates, std::string(to_string(finding.finding_class)),
         finding.type, std::to_string(finding.characters), finding.found_in, points(&Box::x0),
         points(&Box::y0), points(&Box::x1), points(&Box::y1), row.sha256, row.release},
        out_);
  }
  void finish(const FindingsScope&) override {}

 private:
  std::ostream& out_;
};

std::string counted(int value, const std::string& one, const std::string& many) {
  return with_thousands(value) + ' ' + (value == 1 ? one : many);
}

std::string whole_points(const std::optional<Box>& box) {
  if (!box) return {};
  return fmt::format("{},{} {},{}", std::lround(box->x0), std::lround(box->y0), std::lround(box->x1),
                     std::lround(box->y1));
}

// A table a source, and a line that counts.
class TerminalFindings : public FindingPrinter {
 public:
  TerminalFindings(const Terminal& terminal, std::ostream& out) : terminal_(terminal), out_(out) {}

  void add(const FindingRow& row) override {
    if (row.sha256 != sha256_ || row.source != source_) {
      print();
      source_ = row.source;
      sha256_ = row.sha256;
    }
    const Finding& finding = row.finding;
    ++counts_[finding.finding_class];
    if (finding.finding_class == FindingClass::kLeak) characters_ += finding.characters;
    table_.rows.push_back(
        {std::to_string(row.page), std::string(to_string(finding.finding_class)), mechanism_of(finding),
         finding.characters > 0 ? std::to_string(finding.characters) : "-", whole_points(finding.box)});
  }

  void finish(const FindingsScope& scope) override {
    print();
    if (printed_) out_ << '\n';
    out_ << counted(scope.sources, "file", "files") << ", " << counted(scope.pages, "page", "pages") << ": "
         << result() << (scope.unread > 0 ? "; " + with_thousands(scope.unread) + " could not be read" : "")
         << ".\n";
  }

 private:
  std::string result() {
    std::vector<std::string> parts;
    if (const int leaks = counts_[FindingClass::kLeak]; leaks > 0)
      parts.push_back(terminal_.painted(Paint::kWarning, counted(leaks, "leak", "leaks")) +
                      (characters_ > 0 ? " of " + counted(characters_, "character", "characters") : ""));
    if (const int hidden = counts_[FindingClass::kHiddenText]; hidden > 0)
      parts.push_back(counted(hidden, "place", "places") + " with hidden text");
    if (const int unlabelled = counts_[FindingClass::kUnlabelled]; unlabelled > 0)
      parts.push_back(counted(unlabelled, "unlabelled redaction", "unlabelled redactions"));
    return parts.empty() ? "nothing found" : join(parts, ", ");
  }

  void print() {
    if (table_.rows.empty()) return;
    if (printed_) out_ << '\n';
    printed_ = true;
    out_ << terminal_.painted(Paint::kSource, printable_line(source_)) << '\n';
    print_table(table_, terminal_, out_, 2);
    out_.flush();
    table_.rows.clear();
  }

  Terminal terminal_;
  std::ostream& out_;
  std::string source_, sha256_;
  bool printed_ = false;
  std::map<FindingClass, int> counts_;
  int characters_ = 0;
  Table table_{.columns = {{"Page", Align::kRight},
                           {"Class"},
                           {"What", Align::kLeft, Shrink::kEnd},
                           {"Chars", Align::kRight},
                           {"Box"}},
               .rows = {}};
};

constexpr std::pair<std::string_view, std::string_view> kMechanisms[] = {
    {"TEXT_UNDER_RECTANGLE", "text under a box"},
    {"TEXT_UNDER_IMAGE", "text under a picture"},
    {"TEXT_UNDER_ANNOTATION", "text under an annotation"},
    {"UNAPPLIED_REDACT_ANNOTATION", "marked, never redacted"},
    {"DARK_HIGHLIGHT_ANNOTATION", "text under dark highlight"},
    {"CROSS_HATCHED_PATTERN", "text under hatching"},
    {"OCR_TEXT_UNDER_REDACTION", "OCR text under a redaction"},
    {"PICTURE_UNDER_RECTANGLE", "scan under a box"},
    {"PICTURE_UNDER_ANNOTATION", "scan under an annotation"},
    {"TEXT_OUTSIDE_CROP_BOX", "text"},
    {"TEXT_IN_HIDDEN_LAYER", "text"},
    {"TEXT_IN_EARLIER_REVISION", "text"},
    {"TEXT_IN_ATTACHMENT", "text"},
    {"PICTURE_IN_EARLIER_REVISION", "scan"},
    {"INVISIBLE_TEXT", "text in the paper's colour"},
    {"UNLABELLED_REDACTION", "redaction without a ground"},
};

}  // namespace

std::string mechanism_of(const Finding& finding) {
  const std::string in = finding.found_in.empty()                  ? ""
                         : finding.found_in.starts_with("outside") ? " " + finding.found_in
                                                                   : " in " + finding.found_in;
  for (const auto& [type, words] : kMechanisms)
    if (finding.type == type) return std::string(words) + in;
  return "said" + (in.empty() ? " elsewhere" : in);
}

std::string revealed_json_line(const FindingRow& row, const std::string& text) {
  Json json = json_of_row(row);
  json["schema"] = "vaughn.revealed/1";
  json["text"] = text;
  return one_line(json);
}

std::unique_ptr<FindingPrinter> make_finding_printer(Format format, const Terminal& terminal,
                                                     std::ostream& out) {
  switch (format) {
    case Format::kJson:
      return std::make_unique<JsonFindings>(out);
    case Format::kJsonLines:
      return std::make_unique<JsonLinesFindings>(out);
    case Format::kCsv:
      return std::make_unique<CsvFindings>(out);
    case Format::kTerminal:
      break;
  }
  return std::make_unique<TerminalFindings>(terminal, out);
}

}  // namespace vaughn::report
