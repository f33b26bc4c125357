// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/report/status.h"

#include <fmt/format.h>

#include <algorithm>

#include "vaughn/base/strings.h"
#include "vaughn/report/table.h"

namespace vaughn::report {
namespace {

std::string number(long long value) {
  return with_thousands(value);
}

std::string counted(long long value, const std::string& one, const std::string& many) {
  return number(value) + " " + (value == 1 ? one : many);
}

// ", 3 failed" where there are any.
std::string also(int value, const std::string& what) {
  return value > 0 ? ", " + number(value) + " " + what : "";
}

Paint paint_of_state(const std::string& state) {
  return state == "done" ? Paint::kGood : Paint::kWarning;
}

void print_sources(const store::StatusSummary& summary, const Terminal& terminal, std::ostream& out) {
  std::map<std::string, int> states;
  for (const store::SourceRow& source : summary.sources) ++states[source.state];
  out << counted(static_cast<long long>(summary.sources.size()), "source", "sources");
  for (const auto& [state, count] : states)
    out << ", " << terminal.painted(paint_of_state(state), number(count) + " " + state);
  out << '\n';
  if (summary.sources.empty()) return;
  Table table{.columns = {{"Source", Align::kLeft, Shrink::kStart},
                          {"Pages", Align::kRight},
                          {"State"},
                          {"Cause", Align::kLeft, Shrink::kEnd}},
              .rows = {}};
  for (const store::SourceRow& source : summary.sources)
    table.rows.push_back(
        {source.path, number(source.page_count), source.state, source.problem ? source.problem->cause : ""});
  print_table(table, terminal, out, 2);
}

void print_counts(const std::string& heading, const std::map<std::string, int>& counts,
                  const Terminal& terminal, std::ostream& out) {
  if (counts.empty()) return;
  std::vector<std::pair<std::string, int>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  Table table{.columns = {{heading, Align::kLeft, Shrink::kEnd}, {"Count", Align::kRight}}};
  for (const auto& [name, count] : sorted) table.rows.push_back({name, number(count)});
  print_table(table, terminal, out, 2);
}

void print_pages(const store::StatusSummary& summary, const Terminal& terminal, std::ostream& out) {
  out << '\n'
      << counted(summary.pages_total, "page", "pages") << ", " << number(summary.pages_read) << " read"
      << also(summary.pages_failed, "failed") << also(summary.pages_pending, "still to read")
      << also(summary.pages_ocr_due, "waiting for OCR") << '\n';
  print_counts("Text source", summary.pages_by_text_source, terminal, out);
}

void print_redactions(const store::StatusSummary& summary, const Terminal& terminal, std::ostream& out) {
  out << '\n'
      << counted(summary.redactions_total, "redaction", "redactions")
      << also(summary.redactions_unlabelled, "without a code")
      << also(summary.redactions_uncertain, "with an uncertain code")
      << also(summary.codes_uncertain, summary.codes_uncertain == 1 ? "uncertain code" : "uncertain codes")
      << '\n';
  if (summary.withheld_share) {
    const int pages = summary.pages_withheld_in_full;
    out << fmt::format("{:.1f} % of the pages' text withheld", 100 * *summary.withheld_share)
        << also(pages, pages == 1 ? "page in full" : "pages in full") << '\n';
  }
  print_counts("Exemption", summary.redactions_by_code, terminal, out);
}

void print_problems(const Status& status, const Terminal& terminal, std::ostream& out) {
  if (status.problems.empty()) return;
  out << '\n'
      << terminal.painted(Paint::kWarning,
                          counted(static_cast<long long>(status.problems.size()), "problem", "problems"))
      << '\n';
  for (const store::PageProblemRow& row : status.problems) {
    out << "  " << printable_line(row.path) << (row.page > 0 ? ", page " + number(row.page) : "") << ": "
        << printable_line(row.problem.cause) << " (" << to_string(row.problem.kind) << ")\n";
    if (!row.problem.advice.empty()) out << "      " << printable_line(row.problem.advice) << '\n';
  }
}

void print_what_is_left(const store::StatusSummary& summary, std::ostream& out) {
  if (summary.pages_pending > 0 || summary.pages_ocr_due > 0)
    out << "\nRunning 'vaughn ingest' on the same files does what is still to do.\n";
}

}  // namespace

void print_status(const Status& status, const Terminal& terminal, std::ostream& out) {
  const store::StatusSummary& summary = status.summary;
  print_sources(summary, terminal, out);
  print_pages(summary, terminal, out);
  print_redactions(summary, terminal, out);
  if (!summary.findings_by_type.empty()) {
    out << '\n';
    print_counts("Finding", summary.findings_by_type, terminal, out);
  }
  print_problems(status, terminal, out);
  print_what_is_left(summary, out);
}

}  // namespace vaughn::report
