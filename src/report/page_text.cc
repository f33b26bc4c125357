// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "report/citation.h"
#include "vaughn/report/page.h"
#include "vaughn/report/table.h"

namespace vaughn::report {
namespace {

// "letter.pdf, page 3 of 7, ICE-0001203: scan, OCR confidence 93 %; 2 redactions".
std::string heading(const store::PageRow& row) {
  const PageReading& reading = row.reading;
  std::string line = fmt::format("{}, page {} of {}", printable_line(row.source.path),
                                 reading.page.number().value(), row.source.page_count);
  for (const BatesNumber& bates : row.bates)
    line += ", " + printable_line(bates_as_known(bates.value, bates.how));
  line += fmt::format(": {}", to_string(reading.text_source));
  if (reading.ocr_confidence) line += fmt::format(", OCR confidence {:.0f} %", *reading.ocr_confidence * 100);
  if (reading.ocr_due) line += ", waits for OCR";
  if (!reading.redactions.empty())
    line +=
        fmt::format("; {} redaction{}", reading.redactions.size(), reading.redactions.size() == 1 ? "" : "s");
  return line;
}

void print_heading(const store::PageRow& row, const Terminal& terminal, std::ostream& out) {
  out << terminal.painted(Paint::kSource, heading(row)) << "\n\n";
}

std::string points(Points value) {
  return fmt::format("{:.1f}", value);
}

}  // namespace

void print_page_text(const store::PageRow& row, const Terminal& terminal, std::ostream& out) {
  print_heading(row, terminal, out);
  out << printable(row.reading.text);
  if (!row.reading.text.ends_with('\n')) out << '\n';
}

void print_page_words(const store::PageRow& row, const Terminal& terminal, std::ostream& out) {
  print_heading(row, terminal, out);
  Table table{.columns = {{"x0", Align::kRight},
                          {"y0", Align::kRight},
                          {"x1", Align::kRight},
                          {"y1", Align::kRight},
                          {"conf.", Align::kRight},
                          {"word", Align::kLeft, Shrink::kEnd}},
              .rows = {}};
  for (const Word& word : row.reading.words)
    table.rows.push_back({points(word.box.x0), points(word.box.y0), points(word.box.x1), points(word.box.y1),
                          word.confidence ? fmt::format("{:.2f}", *word.confidence) : "-", word.text});
  print_table(table, terminal, out);
}

}  // namespace vaughn::report
