// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/report/vaughn_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "report/citation.h"
#include "vaughn/base/strings.h"
#include "vaughn/report/record_list.h"

namespace vaughn::report {
namespace {

std::string first_and_last(const store::RecordRow& row) {
  return row.first_bates == row.last_bates ? row.first_bates : row.first_bates + " – " + row.last_bates;
}

std::string pages_in_source(const store::RecordRow& row) {
  const int first = row.record.first.number().value(), last = row.record.last.number().value();
  return first == last ? fmt::format("{} p. {}", row.source, first)
                       : fmt::format("{} p. {}–{}", row.source, first, last);
}

// As courts know them: withheld in full, released in part, released in full.
const char* disposition_code(const store::RecordRow& row) {
  const std::string disposition = disposition_of(row);
  if (disposition == "withheld") return "WIF";
  if (disposition == "part") return "RIP";
  return disposition == "full" ? "RIF" : "sheet";
}

std::string percent(const std::optional<double>& share) {
  return share ? fmt::format("{:.0f} %", 100 * *share) : std::string();
}

// What is sure about a record, in a sentence a person can check.
std::string withheld_part(const store::RecordRow& row) {
  if (row.redactions == 0) return {};
  if (row.pages_withheld == row.pages()) return "Withheld in full; a sheet stands in its place.";
  std::string text = fmt::format("{} {}, {} of the text of {}", row.redactions,
                                 row.redactions == 1 ? "redaction" : "redactions",
                                 row.withheld_share ? percent(row.withheld_share) : "an unknown part",
                                 row.pages() == 1 ? "the page" : "the pages");
  if (row.pages_withheld > 0)
    text += fmt::format("; {} of {} pages withheld in full", row.pages_withheld, row.pages());
  if (row.unlabelled > 0) text += fmt::format("; {} without a ground", row.unlabelled);
  if (row.uncertain > 0)
    text += fmt::format("; the ground of {} had to be repaired to be read", row.uncertain);
  return text + '.';
}

std::string title_of(const store::RecordRow& row) {
  constexpr double kSure = 0.8;
  const Record& record = row.record;
  const std::string type = record.type + (record.by_person || record.type_confidence >= kSure ? "" : " (?)");
  return record.title.empty() ? type : type + ": " + record.title;
}

std::string recipients(const store::RecordRow& row) {
  return row.cc.empty() ? row.to : row.to + "; cc: " + row.cc;
}

void add_records(const store::Reader& reader, bool all, IndexTable* table) {
  reader.records({}, [&](const store::RecordRow& row) {
    const std::string disposition = disposition_of(row);
    if (!all && row.redactions == 0) return;
    table->rows.push_back({{},
                           first_and_last(row),
                           std::to_string(row.pages()),
                           row.record.date,
                           title_of(row),
                           row.from,
                           recipients(row),
                           disposition_code(row),
                           join(row.codes, "; "),
                           withheld_part(row),
                           {},
                           pages_in_source(row),
                           row.release,
                           row.sha256});
  });
}

// Pages that a sheet says are not there, those with one ground together.
void add_absent_pages(const store::Reader& reader, IndexTable* table) {
  reader.sheets([&](const store::SheetRow& row) {
    if (row.sheet.kind != "deleted-pages" && row.sheet.kind != "referral" && row.sheet.kind != "duplicate")
      return;
    std::map<std::pair<std::string, std::string>, std::pair<int, std::vector<std::string>>> grounds;
    for (const AbsentPage& page : row.sheet.pages) {
      auto& [count, numbers] = grounds[{page.disposition, join(page.codes, "; ")}];
      count += page.count;
      if (!page.number.empty()) numbers.push_back(page.number);
    }
    for (const auto& [ground, pages] : grounds) {
      const auto& [count, numbers] = pages;
      const bool withheld = ground.first == "withheld" || ground.first == "deleted";
      table->rows.push_back(
          {{},
           {},
           std::to_string(count),
           {},
           "not in the release: " + ground.first,
           {},
           {},
           withheld ? "WIF" : ground.first,
           withheld ? ground.second : std::string(),
           fmt::format("The sheet {}{} says so{}.", row.place.bates.empty() ? "" : row.place.bates + ", ",
                       fmt::format("page {}", row.place.page),
                       numbers.empty() ? "" : " of its pages " + join(numbers, ", ")),
           {},
           fmt::format("{} p. {}", row.place.source, row.place.page),
           row.place.release,
           row.place.sha256});
    }
  });
}

void add_redactions(const store::Reader& reader, IndexTable* table) {
  struct Of {
    std::string type, title, date;
  };
  std::map<std::pair<std::string, int>, Of> records;  // by digest and page
  reader.records({}, [&](const store::RecordRow& row) {
    for (int page = row.record.first.number().value(); page <= row.record.last.number().value(); ++page)
      records[{row.sha256, page}] = {row.record.type, row.record.title, row.record.date};
  });
  reader.redactions({}, [&](const store::RedactionRow& row) {
    const Redaction& redaction = row.redaction;
    const Of of = records[{row.sha256, row.page}];
    std::vector<std::string> codes;
    bool certain = true;
    for (const ExemptionCode& code : redaction.codes) {
      codes.push_back(code.code + (code.certain ? "" : "?"));
      certain = certain && code.certain;
    }
    table->rows.push_back(
        {{},
         row.bates.empty() ? "" : bates_as_known(row.bates, row.bates_how),
         std::to_string(row.page),
         std::to_string(row.place),
         of.date,
         of.title.empty() ? of.type : of.type + ": " + of.title,
         join(codes, "; "),
         redaction.codes.empty() ? "no code"
         : certain               ? "yes"
                                 : "no",
         redaction.kind == CoverKind::kPage ? "whole page" : std::string(to_string(redaction.kind)),
         fmt::format("{:.1f} %", 100 * redaction.text_share),
         redaction.amount.basis == AmountBasis::kUnknown ? "" : std::to_string(redaction.amount.characters),
         redaction.words_before,
         redaction.words_after,
         fmt::format("{:.0f} {:.0f} {:.0f} {:.0f}", redaction.box.x0, redaction.box.y0, redaction.box.x1,
                     redaction.box.y1),
         {},
         row.source,
         row.release,
         row.sha256});
  });
}

}  // namespace

IndexTable make_vaughn_index(const store::Reader& reader, const IndexOptions& options) {
  IndexTable table;
  if (options.rows == IndexRows::kRecords) {
    table.schema = "vaughn.index/1";
    table.keys = {"number",      "bates",      "pages",    "date",  "type_and_title", "from",    "recipients",
                  "disposition", "exemptions", "withheld", "notes", "place",          "release", "sha256"};
    table.headings = {"No.",
                      "Bates range",
                      "Pages",
                      "Date",
                      "Type and title",
                      "Author or sender",
                      "Recipients",
                      "Disposition",
                      "Exemptions",
                      "What is withheld",
                      "Notes",
                      "Place",
                      "",
                      ""};
    add_records(reader, options.all, &table);
    add_absent_pages(reader, &table);
  } else {
    table.schema = "vaughn.index-redactions/1";
    table.keys = {"number",      "bates",   "page",  "redaction", "date",       "record",
                  "exemptions",  "certain", "kind",  "of_text",   "characters", "words_before",
                  "words_after", "box",     "notes", "source",    "release",    "sha256"};
    table.headings = {"No.",
                      "Bates",
                      "Page",
                      "Redaction",
                      "Date",
                      "Record",
                      "Exemptions",
                      "Certain",
                      "Kind",
                      "Of text",
                      "Characters, about",
                      "Words before",
                      "Words after",
                      "",
                      "Notes",
                      "Source",
                      "",
                      ""};
    add_redactions(reader, &table);
  }
  for (std::size_t i = 0; i < table.rows.size(); ++i) table.rows[i][0] = std::to_string(i + 1);
  return table;
}

}  // namespace vaughn::report
