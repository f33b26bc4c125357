// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "report/citation.h"
#include "report/cut.h"
#include "report/json.h"
#include "report/redaction_printers.h"
#include "vaughn/base/strings.h"
#include "vaughn/base/utf8.h"
#include "vaughn/model/page_text.h"
#include "vaughn/report/table.h"

namespace vaughn::report {
namespace {

using store::RedactionRow;

Json json_of_row(const RedactionRow& row) {
  Json json = {{"schema", "vaughn.redaction/1"},
               {"source", row.source},
               {"sha256", null_if_empty(row.sha256)},
               {"release", row.release},
               {"page", row.page},
               {"place", row.place},
               {"bates", null_if_empty(row.bates)},
               {"bates_how", row.bates.empty() ? Json(nullptr) : Json(to_string(row.bates_how))}};
  json.update(json_of(row.redaction));
  json["leak"] = row.leak;
  json["citation"] = citation_of(row);
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

std::string number_or_nothing(const Amount& amount, int number) {
  return amount.basis == AmountBasis::kUnknown || number == 0 ? "" : std::to_string(number);
}

class CsvList : public RedactionPrinter {
 public:
  explicit CsvList(std::ostream& out) : out_(out) {
    print_csv_record({"release",
                      "source",
                      "page",
                      "place",
                      "bates",
                      "bates_how",
                      "kind",
                      "codes",
                      "uncertain_codes",
                      "words_before",
                      "words_after",
                      "estimated_lines",
                      "estimated_words",
                      "estimated_characters",
                      "characters_low",
                      "characters_high",
                      "estimate_basis",
                      "area_share",
                      "text_share",
                      "confidence",
                      "x0",
                      "y0",
                      "x1",
                      "y1",
                      "leak",
                      "citation",
                      "sha256"},
                     out_);
  }
  void add(const RedactionRow& row) override {
    const Redaction& redaction = row.redaction;
    const Amount& amount = redaction.amount;
    const auto points = [](Points value) { return fmt::format("{:.2f}", value); };
    const auto number = [&](int value) { return number_or_nothing(amount, value); };
    print_csv_record({row.release,
                      row.source,
                      std::to_string(row.page),
                      std::to_string(row.place),
                      row.bates,
                      row.bates.empty() ? "" : std::string(to_string(row.bates_how)),
                      std::string(to_string(redaction.kind)),
                      join(codes_of(redaction, Certainty::kCertain), "; "),
                      join(codes_of(redaction, Certainty::kUncertain), "; "),
                      redaction.words_before,
                      redaction.words_after,
                      number(amount.lines),
                      number(amount.words),
                      number(amount.characters),
                      number(amount.characters_low),
                      number(amount.characters_high),
                      std::string(to_string(amount.basis)),
                      fmt::format("{:.4f}", redaction.area_share),
                      fmt::format("{:.4f}", redaction.text_share),
                      fmt::format("{:.3f}", redaction.confidence),
                      points(redaction.box.x0),
                      points(redaction.box.y0),
                      points(redaction.box.x1),
                      points(redaction.box.y1),
                      row.leak ? "true" : "false",
                      citation_of(row),
                      row.sha256},
                     out_);
  }
  void finish() override {}

 private:
  std::ostream& out_;
};

// "  … opened for ⟦…⟧ by the field office", the cover in the middle of what fits.
std::string context_line(const Redaction& redaction, std::size_t width) {
  constexpr std::size_t kIndent = 8;
  const std::string marker = std::string(" ") + kMarkerOpen + "…" + kMarkerClose + " ";
  const std::size_t room = std::max<std::size_t>(width, 40) - kIndent - display_width(marker);
  const std::string before = printable_line(redaction.words_before);
  const std::string after = printable_line(redaction.words_after);
  // What one side does not need is the other's.
  const std::size_t half = room / 2;
  const std::size_t left = std::max(half, room - std::min(room, display_width(after)));
  const std::string shown = cut_at_start(before, std::min(left, room));
  return std::string(kIndent, ' ') + shown + marker + fit_to_width(after, room - display_width(shown));
}

// A table a source: only one source is kept, and columns fit what is in it. Below each row the words about
// the redaction.
class TerminalList : public RedactionPrinter {
 public:
  TerminalList(const Terminal& terminal, std::ostream& out) : terminal_(terminal), out_(out) {}

  void add(const RedactionRow& row) override {
    if (row.sha256 != sha256_ || row.source != source_) {
      finish();
      source_ = row.source;
      sha256_ = row.sha256;
    }
    const Redaction& redaction = row.redaction;
    table_.rows.push_back({std::to_string(row.page), std::to_string(row.place),
                           bates_as_known(row.bates, row.bates_how), std::string(to_string(redaction.kind)),
                           characters(redaction.amount), range(redaction.amount),
                           fmt::format("{:.1f} %", redaction.text_share * 100),
                           redaction.codes.empty() ? "-" : codes_as_read(redaction), row.leak ? "leak" : ""});
    const bool bare = redaction.words_before.empty() && redaction.words_after.empty();
    contexts_.push_back(bare ? "" : context_line(redaction, terminal_.width));
  }

  void finish() override {
    if (table_.rows.empty()) return;
    if (printed_) out_ << '\n';
    printed_ = true;
    out_ << terminal_.painted(Paint::kSource, printable_line(source_)) << '\n';
    std::ostringstream table;
    print_table(table_, terminal_, table, 2);
    std::istringstream lines(table.str());
    std::string line;
    std::getline(lines, line);
    out_ << line << '\n';
    for (const std::string& context : contexts_) {
      std::getline(lines, line);
      out_ << line << '\n';
      if (!context.empty()) out_ << context << '\n';
    }
    table_.rows.clear();
    contexts_.clear();
  }

 private:
  static std::string characters(const Amount& amount) {
    return amount.basis == AmountBasis::kUnknown ? "-" : fmt::format("~{}", amount.characters);
  }
  static std::string range(const Amount& amount) {
    return amount.characters_high == 0 ? ""
                                       : fmt::format("{}-{}", amount.characters_low, amount.characters_high);
  }

  Terminal terminal_;
  std::ostream& out_;
  std::string source_, sha256_;
  bool printed_ = false;
  std::vector<std::string> contexts_;
  Table table_{.columns = {{"Page", Align::kRight},
                           {"No", Align::kRight},
                           {"Bates"},
                           {"Kind"},
                           {"Chars", Align::kRight},
                           {"Range", Align::kRight},
                           {"Of text", Align::kRight},
                           {"Codes", Align::kLeft, Shrink::kItems},
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
