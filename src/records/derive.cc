// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/records/derive.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <utility>

#include "records/bates_candidate.h"
#include "records/contracts.h"
#include "records/dates.h"
#include "records/emails.h"
#include "records/kinds.h"
#include "records/letters.h"
#include "records/segmentation.h"
#include "records/sheets.h"
#include "records/stamps.h"
#include "vaughn/base/strings.h"
#include "vaughn/records/bates.h"

namespace vaughn::records {
namespace {

bool is_contract_paper(const std::string& type) {
  constexpr std::string_view kTypes[] = {"contract",       "contract-modification",
                                         "purchase-order", "justification",
                                         "invoice",        "quote",
                                         "receipt",        "statement-of-work",
                                         "agreement",      "fax"};
  return std::find(std::begin(kTypes), std::end(kTypes), type) != std::end(kTypes);
}

// Orders and invoices are called by their number.
std::string number_in(const std::vector<Statement>& statements, const std::string& type) {
  const char* kind = type == "invoice" ? "invoice-number"
                     : type == "purchase-order" || type == "contract" || type == "contract-modification"
                         ? "contract-number"
                         : nullptr;
  for (const Statement& statement : statements)
    if (kind != nullptr && statement.kind == kind) return statement.value;
  return {};
}

// What it stands for; its own heading is the agency's name.
std::string title_of(const Sheet& sheet) {
  int pages = 0;
  for (const AbsentPage& absent : sheet.pages) pages += absent.count;
  if (sheet.kind == "deleted-pages") return "List of " + std::to_string(pages) + " deleted pages";
  if (pages != 1) return "In place of " + std::to_string(pages) + " pages";
  const std::string& number = sheet.pages.front().number;
  return number.empty() ? "In place of a page" : "In place of page " + number;
}

// The first date near the top of a page, but not in a stamp at its edge.
std::string date_on(const PageRows& page) {
  for (const Row& row : page.rows) {
    if (row.box.center_y() < 0.05 * page.height || row.box.center_y() > 0.6 * page.height) continue;
    if (const auto date = read_date(row.text)) return date->iso.substr(0, 10);
  }
  return {};
}

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

// A number at the edge of a page with nothing beside it counts pages only where the next page, or the one
// before, goes on counting.
void drop_lone_numbers(std::vector<PageSigns>* signs) {
  std::vector<bool> lone(signs->size());
  const auto number_at = [&](std::size_t i) { return (*signs)[i].number.value_or(-9); };
  for (std::size_t i = 0; i < signs->size(); ++i) {
    const bool counted = (i > 0 && number_at(i - 1) + 1 == number_at(i)) ||
                         (i + 1 < signs->size() && number_at(i) + 1 == number_at(i + 1));
    lone[i] = (*signs)[i].number_is_bare && !counted;
  }
  for (std::size_t i = 0; i < signs->size(); ++i)
    if (lone[i]) (*signs)[i].number.reset();
}

}  // namespace

struct Derivation::Impl {
  std::vector<PageRows> pages;  // rows without their items, for they are large
  std::vector<PageEdges> edges;
  std::vector<Kind> kinds;
  std::vector<std::string> headings;
  std::vector<bool> dated;
  std::vector<std::vector<Statement>> contract_statements;
  std::vector<NumberingFinding> artifact_findings;
  MessageReader messages;

  std::vector<PageSigns> signs_of(const SourceRecords& derived, const std::vector<FoundMessage>& found) const;
  std::vector<Record> segment(const std::vector<PageSigns>& signs,
                              const std::vector<Correction>& corrections) const;
  void describe(const std::vector<Correction>& corrections, SourceRecords* derived) const;
  const PageRows* rows_at(PageIndex page) const;
};

Derivation::Derivation() : impl_(std::make_unique<Impl>()) {}
Derivation::~Derivation() = default;

void Derivation::add(const PageReading& page) {
  Impl& all = *impl_;
  PageRows rows = page_rows_of(page);
  split_columns_of_list(&rows);
  all.messages.add(rows);
  all.kinds.push_back(kind_of(rows));
  all.headings.push_back(heading_of(rows));
  all.dated.push_back(starts_with_a_date(rows));
  all.contract_statements.push_back(read_contract_statements(rows));
  all.edges.push_back(edges_of(page));
  for (NumberingFinding& finding : artifact_findings(page))
    all.artifact_findings.push_back(std::move(finding));
  for (Row& row : rows.rows) {
    row.items.clear();
    row.items.shrink_to_fit();
  }
  all.pages.push_back(std::move(rows));
}

const PageRows* Derivation::Impl::rows_at(PageIndex page) const {
  const auto at = std::lower_bound(pages.begin(), pages.end(), page,
                                   [](const PageRows& rows, PageIndex index) { return rows.page < index; });
  return at != pages.end() && at->page == page ? &*at : nullptr;
}

std::vector<PageSigns> Derivation::Impl::signs_of(const SourceRecords& derived,
                                                  const std::vector<FoundMessage>& found) const {
  std::vector<PageSigns> signs(pages.size());
  std::map<PageIndex, PageSigns*> by_page;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    PageSigns& page = signs[i];
    page.page = pages[i].page;
    page.width = pages[i].width;
    page.height = pages[i].height;
    page.text_source = pages[i].text_source;
    page.kind = kinds[i];
    page.heading = headings[i];
    page.dated = dated[i];
    by_page[page.page] = &page;
  }
  for (const Sheet& sheet : derived.sheets)
    for (int page = sheet.first.value(); page <= sheet.last.value(); ++page)
      if (const auto at = by_page.find(PageIndex(page)); at != by_page.end()) {
        at->second->is_sheet = true;
        at->second->sheet_goes_on = page > sheet.first.value();
      }
  for (const FoundMessage& message : found) {
    const auto at = by_page.find(message.message.evidence.page);
    if (at == by_page.end()) continue;
    // Its To and From are those of a message, not of a memo.
    if (at->second->kind.confidence <= kCorrespondents) at->second->kind.begins = false;
    if (!message.at_top) continue;
    at->second->email_begins = at->second->email_begins || !message.message.quoted;
    at->second->quoted_at_top = at->second->quoted_at_top || message.message.quoted;
    at->second->email_confidence = message.message.confidence;
  }
  for (const Stamp& stamp : derived.stamps) {
    PageSigns& page = *by_page.at(stamp.evidence.page);
    if (stamp.kind == StampKind::kPageNumber && (!page.number || stamp.total)) {
      page.number = stamp.number, page.total = stamp.total;
      page.number_is_bare =
          !stamp.total && std::none_of(stamp.evidence.raw.begin(), stamp.evidence.raw.end(), is_letter);
    }
    if (stamp.kind == StampKind::kDocumentNumber || stamp.kind == StampKind::kCourtHeader)
      page.document_number = stamp.value;
  }
  drop_lone_numbers(&signs);
  // Recognition misses a stamp now and then.
  for (std::size_t i = 1; i < signs.size(); ++i)
    if (signs[i].document_number.empty() && !signs[i - 1].is_sheet)
      signs[i].document_number = signs[i - 1].document_number;
  for (const BatesNumber& bates : derived.bates)
    if (PageSigns& page = *by_page.at(bates.page); page.bates_prefix.empty())
      page.bates_prefix = series_key(bates.prefix);
  return signs;
}

std::vector<Record> Derivation::Impl::segment(const std::vector<PageSigns>& signs,
                                              const std::vector<Correction>& corrections) const {
  std::map<PageIndex, Correction::Kind> said;  // the last word counts
  for (const Correction& correction : corrections)
    if (correction.kind == Correction::Kind::kSplit || correction.kind == Correction::Kind::kJoin)
      said[correction.page] = correction.kind;
  std::vector<Record> records;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    Boundary boundary =
        i == 0 ? Boundary{1, {"the first page of the file"}} : boundary_at(signs[i - 1], signs[i]);
    const auto person = said.find(signs[i].page);
    const bool decided = person != said.end() && i > 0;
    if (decided)
      boundary = person->second == Correction::Kind::kSplit ? Boundary{1, {"split by a person"}} : Boundary{};
    if (boundary.confidence >= kBoundary) {
      Record& record = records.emplace_back();
      record.first = record.last = signs[i].page;
      record.confidence = boundary.confidence;
      record.reasons = std::move(boundary.reasons);
      record.by_person = decided;
    } else {
      records.back().last = signs[i].page;
      records.back().by_person = records.back().by_person || decided;
    }
  }
  return records;
}

void Derivation::Impl::describe(const std::vector<Correction>& corrections, SourceRecords* derived) const {
  for (Record& record : derived->records) {
    const auto in_record = [&](PageIndex page) { return page >= record.first && page <= record.last; };
    const auto at = static_cast<std::size_t>(rows_at(record.first) - pages.data());
    const Kind& kind = kinds[at];
    const auto sheet = std::find_if(derived->sheets.begin(), derived->sheets.end(),
                                    [&](const Sheet& s) { return s.first == record.first; });
    const auto message =
        std::find_if(derived->messages.begin(), derived->messages.end(),
                     [&](const Message& m) { return m.evidence.page == record.first && !m.quoted; });
    record.type = kind.type;
    record.type_confidence = kind.confidence;
    record.title = headings[at];
    // A cover page need not say what the rest is.
    for (std::size_t i = at;
         record.type == "unknown" && i < pages.size() && i < at + 3 && in_record(pages[i].page); ++i)
      record.type = kinds[i].type, record.type_confidence = 0.7 * kinds[i].confidence;
    if (sheet != derived->sheets.end()) {
      record.type = sheet->kind + "-sheet";
      record.type_confidence = 0.97;
      record.title = title_of(*sheet);
    } else if (message != derived->messages.end() && message->confidence > kind.confidence - 0.1) {
      record.type = message->form == "chat" ? "chat" : message->form == "calendar" ? "appointment" : "email";
      record.type_confidence = message->confidence;
      if (!message->subject.empty() || record.type == "email") record.title = message->subject;
      record.date = message->sent.substr(0, 10);
    }
    for (const Correction& correction : corrections)
      if (in_record(correction.page) && correction.kind == Correction::Kind::kType)
        record.type = correction.value, record.type_confidence = 1;
    if (record.type == "letter") {
      std::vector<const PageRows*> letter;
      for (std::size_t i = at; i < pages.size() && in_record(pages[i].page); ++i) letter.push_back(&pages[i]);
      // Letters within the record say nothing about the release.
      const bool is_response = std::any_of(letter.begin(), letter.end(), [](const PageRows* page) {
        return letter_signals(*page) >= kLetterSignals;
      });
      if (!is_response) letter.clear();
      for (Statement& statement : read_letter(letter)) {
        if (statement.kind == "letter-date") record.date = statement.value;
        if (statement.kind == "request-number" && !record.title.starts_with("Response to"))
          record.title = "Response to request " + statement.value;
        derived->statements.push_back(std::move(statement));
      }
    }
    if (const std::string number = number_in(contract_statements[at], record.type); !number.empty())
      record.title = number;
    if (is_contract_paper(record.type))
      for (std::size_t i = at; i < pages.size() && in_record(pages[i].page); ++i)
        derived->statements.insert(derived->statements.end(), contract_statements[i].begin(),
                                   contract_statements[i].end());
    if (record.date.empty()) record.date = date_on(pages[at]);
    for (const Correction& correction : corrections) {
      if (!in_record(correction.page)) continue;
      if (correction.kind == Correction::Kind::kTitle) record.title = correction.value;
      if (correction.kind == Correction::Kind::kDate) record.date = correction.value;
      if (correction.kind != Correction::Kind::kSplit && correction.kind != Correction::Kind::kJoin)
        record.by_person = true;
    }
  }
}

SourceRecords Derivation::finish(const std::vector<Correction>& corrections) {
  Impl& all = *impl_;
  SourceRecords derived;
  if (all.pages.empty()) return derived;
  derived.bates = infer_bates(all.edges);
  derived.numbering = numbering_findings(derived.bates);
  derived.numbering.insert(derived.numbering.end(), all.artifact_findings.begin(),
                           all.artifact_findings.end());
  derived.stamps = read_stamps(all.edges, derived.bates);
  derived.sheets = read_sheets(all.pages);
  const std::vector<FoundMessage> found = all.messages.finish();
  derived.records = all.segment(all.signs_of(derived, found), corrections);
  // A message ends with the record that holds it.
  std::size_t record = 0;
  for (const FoundMessage& message : found) {
    Message kept = message.message;
    while (record + 1 < derived.records.size() && derived.records[record].last < kept.evidence.page) ++record;
    kept.last = std::min(kept.last, derived.records[record].last);
    derived.messages.push_back(std::move(kept));
  }
  all.describe(corrections, &derived);
  return derived;
}

}  // namespace vaughn::records
