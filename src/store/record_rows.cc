// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/record_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "store/row_ids.h"
#include "store/source_rows.h"
#include "vaughn/base/strings.h"

namespace vaughn::store {
namespace {

std::optional<std::string> if_any(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

// Gives the rows of each page their ids, in the order in which they come.
class Places {
 public:
  // None when the page has no place left.
  std::optional<std::int64_t> next(std::int64_t page) {
    const std::size_t place = ++used_[page];
    return place > kMostRowsPerPage ? std::nullopt : std::optional(child_id(page, place));
  }

 private:
  std::map<std::int64_t, std::size_t> used_;
};

// Those of the reading come first; these have the upper half of a page's places.
constexpr std::size_t kFirstNumberingPlace = 5'001;

class RecordWriter {
 public:
  RecordWriter(Connection& connection, SourceId source) : connection_(connection), source_(source) {}

  void write(const SourceRecords& all) {
    write_bates(connection_, source_, all.bates);
    for (const NumberingFinding& finding : all.numbering) put(finding);
    for (const Stamp& stamp : all.stamps) put(stamp);
    for (const Record& record : all.records) put(record, all.bates);
    for (const Message& message : all.messages) put(message);
    for (const Sheet& sheet : all.sheets) put(sheet);
    for (const Statement& statement : all.statements) put(statement);
  }

 private:
  std::int64_t id_of(PageIndex page) const { return page_id(source_, page).value; }

  // The record that holds a page. Precondition: there is one.
  std::int64_t record_of(PageIndex page) const { return std::prev(records_.upper_bound(page))->second; }

  void put(const NumberingFinding& numbering) {
    const std::int64_t page = id_of(numbering.page);
    const std::size_t place = kFirstNumberingPlace + numbering_[page]++;
    if (place > kMostRowsPerPage) return;
    const Finding& finding = numbering.finding;
    connection_.run(
        "INSERT INTO finding (id, page, redaction, type, class, x0, y0, x1, y1, characters, found_in)"
        " VALUES (?, ?, NULL, ?, ?, ?, ?, ?, ?, ?, ?)",
        child_id(page, place), page, finding.type, to_string(finding.finding_class), finding.box,
        finding.characters, finding.found_in);
  }

  void put(const Stamp& stamp) {
    const std::int64_t page = id_of(stamp.evidence.page);
    if (const auto id = stamps_.next(page))
      connection_.run(
          "INSERT INTO stamp (id, page, kind, value, number, total, raw, x0, y0, x1, y1)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          *id, page, to_string(stamp.kind), stamp.value, stamp.number, stamp.total, stamp.evidence.raw,
          stamp.evidence.box);
  }

  void put(const Record& record, const std::vector<BatesNumber>& bates) {
    const std::int64_t id = id_of(record.first);
    std::optional<std::string> first, last;
    for (const BatesNumber& number : bates)
      if (number.page >= record.first && number.page <= record.last) {
        if (!first) first = number.value;
        // A page's first number is the one it is cited by.
        if (!last || number.page != last_page_) last = number.value;
        last_page_ = number.page;
      }
    connection_.run(
        "INSERT INTO record (id, title, source, first_page, last_page, type, type_confidence, date,"
        " confidence, reasons, by_person, first_bates, last_bates) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?)",
        id, record.title, source_.value, record.first.number().value(), record.last.number().value(),
        record.type, record.type_confidence, if_any(record.date), record.confidence,
        json_quote(record.reasons), record.by_person ? 1 : 0, first, last);
    for (int page = record.first.value(); page <= record.last.value(); ++page)
      connection_.run("INSERT INTO record_page (page, record) SELECT id, ? FROM page WHERE id = ?", id,
                      id_of(PageIndex(page)));
    records_[record.first] = id;
  }

  void put(const Message& message) {
    const std::int64_t page = id_of(message.evidence.page);
    const auto id = messages_.next(page);
    if (!id) return;
    connection_.run(
        "INSERT INTO message (id, title, record, page, last_page, quoted, form, from_text, to_text, cc_text,"
        " bcc_text, sent_text, attachments_text, sent, zone, subject, words, fingerprint, confidence,"
        " x0, y0, x1, y1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        *id, title_of(message), record_of(message.evidence.page), page, message.last.number().value(),
        message.quoted ? 1 : 0, message.form, if_any(message.from), if_any(message.to), if_any(message.cc),
        if_any(message.bcc), if_any(message.sent_text), if_any(message.attachments_text),
        if_any(message.sent), if_any(message.zone), if_any(message.subject), message.words,
        if_any(message.fingerprint), message.confidence, message.evidence.box);
    for (const Party& party : message.parties)
      if (const auto row = addresses_.next(page))
        connection_.run(
            "INSERT INTO address (id, message, field, name, address, domain, redacted) VALUES (?, ?, ?, ?, "
            "?, ?, ?)",
            *row, *id, party.field, if_any(party.name), if_any(party.address), if_any(party.domain),
            party.redacted ? 1 : 0);
    for (const std::string& name : message.attachments)
      if (const auto row = attachments_.next(page))
        connection_.run("INSERT INTO attachment (id, name, message) VALUES (?, ?, ?)", *row, name, *id);
  }

  static std::string title_of(const Message& message) {
    const std::string subject = message.subject.empty() ? "(no subject)" : message.subject;
    return message.sent.empty() ? subject : subject + ", " + message.sent;
  }

  void put(const Sheet& sheet) {
    const std::int64_t page = id_of(sheet.first);
    const std::int64_t id = child_id(page, 1);
    connection_.run(
        "INSERT INTO sheet (id, title, page, last_page, kind, stated_total, listed) VALUES (?, ?, ?, ?, ?, "
        "?, ?)",
        id, fmt::format("{}, page {}", sheet.kind, sheet.first.number().value()), page,
        sheet.last.number().value(), sheet.kind, sheet.stated_total,
        static_cast<std::int64_t>(sheet.pages.size()));
    for (const AbsentPage& absent : sheet.pages) {
      const std::int64_t at = id_of(absent.evidence.page);
      if (const auto row = absent_.next(at))
        connection_.run(
            "INSERT INTO absent_page (id, sheet, page, number, count, disposition, reason, codes, certain, "
            "raw,"
            " x0, y0, x1, y1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *row, id, at, if_any(absent.number), absent.count, absent.disposition, if_any(absent.reason),
            json_quote(absent.codes), absent.certain ? 1 : 0, absent.evidence.raw, absent.evidence.box);
    }
  }

  void put(const Statement& statement) {
    const std::int64_t page = id_of(statement.page);
    if (const auto id = statements_.next(page))
      connection_.run(
          "INSERT INTO statement (id, record, page, kind, value, number, raw, x0, y0, x1, y1)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          *id, record_of(statement.page), page, statement.kind, statement.value, statement.number,
          statement.evidence.raw, statement.evidence.box);
  }

  Connection& connection_;
  SourceId source_;
  std::map<PageIndex, std::int64_t> records_;
  std::map<std::int64_t, std::size_t> numbering_;
  PageIndex last_page_{-1};
  Places stamps_, messages_, addresses_, attachments_, absent_, statements_;
};

}  // namespace

void remove_records(Connection& connection, SourceId source) {
  // What refers to others goes before them.
  for (const char* table : {"absent_page", "sheet", "attachment", "address", "statement", "message", "stamp"})
    connection.run(fmt::format("DELETE FROM {} WHERE id BETWEEN ? AND ?", table), first_child(source),
                   last_child(source));
  const std::int64_t first = owner_id(source), last = owner_id({source.value + 1}) - 1;
  connection.run("DELETE FROM record_page WHERE page BETWEEN ? AND ?", first, last);
  connection.run("DELETE FROM record WHERE id BETWEEN ? AND ?", first, last);
  connection.run("DELETE FROM finding WHERE class = 'numbering' AND id BETWEEN ? AND ?", first_child(source),
                 last_child(source));
}

void write_records(Connection& connection, SourceId source, const SourceRecords& records) {
  remove_records(connection, source);
  RecordWriter(connection, source).write(records);
}

void add_correction(Connection& connection, SourceId source, const Correction& correction,
                    const std::string& made) {
  connection.run("INSERT INTO correction (source, page, kind, value, made) VALUES (?, ?, ?, ?, ?)",
                 source.value, correction.page.number().value(), to_string(correction.kind), correction.value,
                 made);
}

std::vector<Correction> read_corrections(Connection& connection, SourceId source) {
  std::vector<Correction> corrections;
  Query rows =
      connection.query("SELECT kind, page, value FROM correction WHERE source = ? ORDER BY id", source.value);
  while (rows.step())
    if (const auto kind = correction_kind_from_string(rows.text(0)))
      corrections.push_back({*kind, PageNumber(rows.number(1)).index(), rows.text(2)});
  return corrections;
}

void write_request_items(Connection& connection, const std::vector<RequestItem>& items) {
  for (const RequestItem& item : items)
    connection.run(
        "INSERT INTO request_item (title, item, request_number, text, query, date_from, date_to, types)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (item) DO UPDATE SET title = excluded.title,"
        " request_number = excluded.request_number, text = excluded.text, query = excluded.query,"
        " date_from = excluded.date_from, date_to = excluded.date_to, types = excluded.types",
        "item " + item.item, item.item, if_any(item.request_number), item.text, if_any(item.query),
        if_any(item.date_from), if_any(item.date_to), json_quote(item.types));
}

int write_verdict(Connection& connection, const std::string& item, const std::vector<PageId>& pages,
                  ItemVerdict verdict, const std::string& made) {
  int written = 0;
  for (const PageId page : pages) {
    connection.run(
        "INSERT INTO item_page (item, page, verdict, made) SELECT i.id, p.id, ?, ? FROM request_item i, page "
        "p"
        " WHERE i.item = ? AND p.id = ?"
        " ON CONFLICT (item, page) DO UPDATE SET verdict = excluded.verdict, made = excluded.made",
        to_string(verdict), made, item, page.value);
    written += connection.changes() > 0 ? 1 : 0;
  }
  return written;
}

void visit_message_keys(Connection& connection, const std::function<void(const MessageKey&)>& visit) {
  Query rows = connection.query(
      "SELECT id, record, coalesce(subject, ''), coalesce(sent, ''), coalesce(from_text, ''), quoted, words,"
      " form = 'chat'"
      " FROM message ORDER BY id");
  while (rows.step())
    visit({rows.integer(0), rows.integer(1), rows.text(2), rows.text(3), rows.text(4), rows.integer(5) != 0,
           rows.number(6), rows.integer(7) != 0});
}

void write_links(Connection& connection, const std::vector<MessageLink>& links) {
  for (const MessageLink& link : links)
    connection.run(
        "UPDATE message SET thread = ?2, twin = ?3 WHERE id = ?1 AND (thread IS NOT ?2 OR twin IS NOT ?3)",
        link.message, link.thread, link.twin);
}

}  // namespace vaughn::store
