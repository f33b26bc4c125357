// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "report/json.h"
#include "report/redaction_printers.h"
#include "vaughn/base/strings.h"
#include "vaughn/report/table.h"

namespace vaughn::report {
namespace {

using store::RedactionRow;

Json json_of_row(const RedactionRow& row) {
  Json json = {
      {"schema", "vaughn.redaction/1"}, {"source", row.source}, {"sha256", null_if_empty(row.sha256)},
      {"release", row.release},         {"page", row.page},     {"bates", null_if_empty(row.bates)}};
  json.update(json_of(row.redaction));
  json["leak"] = row.leak;
  return json;
}

class JsonLinesList : public RedactionPrinter {
 public:
  explicit JsonLinesList(std::ostream& out) : out_(out) {}
  void add(const RedactionRow& row) override { out_ << one_line(json_of_row(row)) << '\n'; }
  void finish() override {}

 private:
  std::ostream& out_;
};

// One document, written as it comes: a release can have millions.
class JsonList : public RedactionPrinter {
 public:
  explicit JsonList(std::ostream& out) : out_(out) {
    out_ << R"({"schema":"vaughn.redactions/1","redactions":[)";
  }
  void add(const RedactionRow& row) override {
    out_ << (first_ ? "\n" : ",\n") << one_line(json_of_row(row));
    first_ = false;
  }
  void finish() override { out_ << "\n]}\n"; }

 private:
  std::ostream& out_;
  bool first_ = true;
};

enum class Certainty { kCertain, kUncertain };

std::vector<std::string> codes_of(const Redaction& redaction, Certainty certainty) {
  std::vector<std::string> codes;
  for (const ExemptionCode& code : redaction.codes)
    if (code.certain == (certainty == Certainty::kCertain)) codes.push_back(code.code);
  return codes;
}

class CsvList : public RedactionPrinter {
 public:
  explicit CsvList(std::ostream& out) : out_(out) {
    print_csv_record({"source", "page", "bates", "kind", "codes", "uncertain_codes", "estimated_characters",
                      "area_share", "confidence", "x0", "y0", "x1", "y1", "leak", "sha256", "release"},
                     out_);
  }
  void add(const RedactionRow& row) override {
    const Redaction& redaction = row.redaction;
    const auto points = [](Points value) { return fmt::format("{:.2f}", value); };
    print_csv_record(
        {row.source, std::to_string(row.page), row.bates, std::string(to_string(redaction.kind)),
         join(codes_of(redaction, Certainty::kCertain), "; "),
         join(codes_of(redaction, Certainty::kUncertain), "; "),
         std::to_string(redaction.estimated_characters), fmt::format("{:.4f}", redaction.area_share),
         fmt::format("{:.3f}", redaction.confidence), points(redaction.box.x0), points(redaction.box.y0),
         points(redaction.box.x1), points(redaction.box.y1), row.leak ? "true" : "false", row.sha256,
         row.release},
        out_);
  }
  void finish() override {}

 private:
  std::ostream& out_;
};

// A table a source: only one source is kept, and columns fit what is in it.
class TerminalList : public RedactionPrinter {
 public:
  TerminalList(const Terminal& terminal, std::ostream& out) : terminal_(terminal), out_(out) {}

  void add(const RedactionRow& row) override {
    if (row.sha256 != sha256_ || row.source != source_) {
      finish();
      source_ = row.source;
      sha256_ = row.sha256;
    }
    table_.rows.push_back({std::to_string(row.page), row.bates, std::string(to_string(row.redaction.kind)),
                           fmt::format("~{}", row.redaction.estimated_characters),
                           fmt::format("{:.1f} %", row.redaction.area_share * 100), codes(row.redaction),
                           row.leak ? "leak" : ""});
  }

  void finish() override {
    if (table_.rows.empty()) return;
    if (printed_) out_ << '\n';
    printed_ = true;
    out_ << terminal_.painted(Paint::kSource, printable_line(source_)) << '\n';
    print_table(table_, terminal_, out_, 2);
    table_.rows.clear();
  }

 private:
  static std::string codes(const Redaction& redaction) {
    std::vector<std::string> all;
    for (const ExemptionCode& code : redaction.codes) all.push_back(code.code + (code.certain ? "" : "?"));
    return all.empty() ? "-" : join(all, ", ");
  }

  Terminal terminal_;
  std::ostream& out_;
  std::string source_, sha256_;
  bool printed_ = false;
  Table table_{.columns = {{"Page", Align::kRight},
                           {"Bates"},
                           {"Kind"},
                           {"Chars", Align::kRight},
                           {"Of page", Align::kRight},
                           {"Codes", Align::kLeft, Shrink::kEnd},
                           {""}},
               .rows = {}};
};

}  // namespace

std::unique_ptr<RedactionPrinter> make_redaction_list(Format format, const Terminal& terminal,
                                                      std::ostream& out) {
  switch (format) {
    case Format::kJson:
      return std::make_unique<JsonList>(out);
    case Format::kJsonLines:
      return std::make_unique<JsonLinesList>(out);
    case Format::kCsv:
      return std::make_unique<CsvList>(out);
    case Format::kTerminal:
      break;
  }
  return std::make_unique<TerminalList>(terminal, out);
}

}  // namespace vaughn::report
