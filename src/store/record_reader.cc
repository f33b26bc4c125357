// SPDX-License-Identifier: GPL-3.0-or-later
// Records and what is said in them: the reading side.
#include <algorithm>
#include <map>
#include <utility>

#include "store/page_rows.h"
#include "store/reader_parts.h"
#include "vaughn/base/strings.h"

namespace vaughn::store {
namespace {

// What read_place takes, of a page p, its source s, release l and Bates number b.
constexpr const char* kPlace =
    "l.name, s.path, coalesce(s.sha256, ''), p.number, coalesce(b.value, ''), coalesce(b.how, '')";
constexpr const char* kPlaceTables =
    " JOIN source s ON s.id = p.source JOIN release l ON l.id = s.release"
    " LEFT JOIN bates b ON b.id = p.id * 10000 + 1 ";
constexpr int kPlaceColumns = 6;

PlaceRow read_place(const Query& row) {
  return {row.text(0), row.text(1), row.text(2), row.number(3), row.text(4), bates_how_from(row.text(5))};
}

std::vector<std::string> strings_in(Connection& connection, const std::string& json) {
  std::vector<std::string> strings;
  Query rows = connection.query("SELECT value FROM json_each(?)", json);
  while (rows.step()) strings.push_back(rows.text(0));
  return strings;
}

// Redactions and codes of a record's pages.
void read_withholdings(Connection& connection, RecordRow* record) {
  Query counts = connection.query(
      "SELECT count(*), sum(r.codes = '[]'), count(DISTINCT CASE WHEN r.kind = 'page' THEN r.page END),"
      " sum(EXISTS (SELECT 1 FROM exemption_code c WHERE c.redaction = r.id AND NOT c.certain))"
      " FROM record_page rp JOIN redaction r ON r.page = rp.page WHERE rp.record = ?",
      record->id);
  if (counts.step()) {
    record->redactions = counts.number(0);
    record->unlabelled = counts.number(1);
    record->pages_withheld = counts.number(2);
    record->uncertain = counts.number(3);
  }
  Query codes = connection.query(
      "SELECT c.code FROM record_page rp JOIN exemption_code c ON c.page = rp.page"
      " WHERE rp.record = ? AND c.redaction IS NOT NULL AND c.role <> 'mention' ORDER BY c.id",
      record->id);
  while (codes.step())
    if (std::find(record->codes.begin(), record->codes.end(), codes.text(0)) == record->codes.end())
      record->codes.push_back(codes.text(0));
}

RecordRow read_record(Connection& connection, const Query& row) {
  RecordRow found;
  found.id = row.integer(0);
  found.release = row.text(1);
  found.request_number = row.text(2);
  found.source = row.text(3);
  found.sha256 = row.text(4);
  Record& record = found.record;
  record.title = row.text(5);
  record.first = PageNumber(row.number(6)).index();
  record.last = PageNumber(row.number(7)).index();
  record.type = row.text(8);
  record.type_confidence = row.real(9);
  record.date = row.text(10);
  record.confidence = row.real(11);
  record.reasons = strings_in(connection, row.text(12));
  record.by_person = row.integer(13) != 0;
  found.first_bates = row.text(14);
  found.last_bates = row.text(15);
  found.from = row.text(16);
  found.to = row.text(17);
  found.cc = row.text(18);
  found.withheld_share = row.optional_real(19);
  read_withholdings(connection, &found);
  return found;
}

void read_parties(Connection& connection, MessageRow* row) {
  Query parties = connection.query(
      "SELECT field, coalesce(name, ''), coalesce(address, ''), coalesce(domain, ''), redacted FROM address"
      " WHERE message = ? ORDER BY id",
      row->id);
  while (parties.step())
    row->message.parties.push_back(
        {parties.text(0), parties.text(1), parties.text(2), parties.text(3), parties.integer(4) != 0});
  Query names = connection.query("SELECT name FROM attachment WHERE message = ? ORDER BY id", row->id);
  while (names.step()) row->message.attachments.push_back(names.text(0));
}

}  // namespace

void visit_records(Connection& connection, const RecordFilter& filter,
                   const std::function<void(const RecordRow&)>& visit) {
  std::string sql =
      "SELECT r.id, l.name, coalesce(l.request_number, ''), s.path, coalesce(s.sha256, ''), r.title,"
      " r.first_page, r.last_page, r.type, r.type_confidence, coalesce(r.date, ''), r.confidence, r.reasons,"
      " r.by_person, coalesce(r.first_bates, ''), coalesce(r.last_bates, ''), coalesce(m.from_text, ''),"
      " coalesce(m.to_text, ''), coalesce(m.cc_text, ''), (SELECT avg(p.text_withheld_share)"
      " FROM record_page rp JOIN page p ON p.id = rp.page WHERE rp.record = r.id)"
      " FROM record r JOIN source s ON s.id = r.source JOIN release l ON l.id = s.release"
      " LEFT JOIN message m ON m.id = (SELECT min(id) FROM message WHERE record = r.id AND NOT quoted)"
      " WHERE 1";
  if (!filter.source_like.empty())
    sql += " AND s.id IN (SELECT source FROM source_path WHERE instr(lower(path), ?))";
  if (!filter.release.empty()) sql += " AND l.name = ?";
  if (!filter.type.empty()) sql += " AND r.type = ?";
  Query rows = connection.query(sql + " ORDER BY r.id");
  if (!filter.source_like.empty()) rows.bind(to_lower_ascii(filter.source_like));
  if (!filter.release.empty()) rows.bind(filter.release);
  if (!filter.type.empty()) rows.bind(filter.type);
  while (rows.step()) visit(read_record(connection, rows));
}

void visit_statements(Connection& connection, const std::function<void(const StatementRow&)>& visit) {
  Query rows = connection.query(std::string("SELECT ") + kPlace +
                                ", f.record, f.kind, f.value, f.number, f.raw, f.x0, f.y0, f.x1, f.y1"
                                " FROM statement f JOIN page p ON p.id = f.page" +
                                kPlaceTables + "ORDER BY f.id");
  while (rows.step()) {
    StatementRow row{read_place(rows), rows.integer(kPlaceColumns), {}};
    row.statement.page = PageNumber(row.place.page).index();
    row.statement.kind = rows.text(7);
    row.statement.value = rows.text(8);
    row.statement.number = rows.optional_real(9);
    row.statement.evidence = {row.statement.page, rows.box(11), rows.text(10)};
    visit(row);
  }
}

void visit_sheets(Connection& connection, const std::function<void(const SheetRow&)>& visit) {
  Query rows = connection.query(std::string("SELECT ") + kPlace +
                                ", h.id, h.kind, h.last_page, h.stated_total FROM sheet h"
                                " JOIN page p ON p.id = h.page" +
                                kPlaceTables + "ORDER BY h.id");
  while (rows.step()) {
    SheetRow row{read_place(rows), {}};
    row.sheet.first = PageNumber(row.place.page).index();
    row.sheet.last = PageNumber(rows.number(8)).index();
    row.sheet.kind = rows.text(7);
    if (!rows.is_null(9)) row.sheet.stated_total = rows.number(9);
    Query pages = connection.query(
        "SELECT coalesce(a.number, ''), a.count, a.disposition, coalesce(a.reason, ''), a.codes, a.certain, "
        "a.raw,"
        " a.x0, a.y0, a.x1, a.y1, p.number FROM absent_page a JOIN page p ON p.id = a.page"
        " WHERE a.sheet = ? ORDER BY a.id",
        rows.integer(6));
    while (pages.step()) {
      AbsentPage absent{pages.text(0),
                        pages.number(1),
                        pages.text(2),
                        pages.text(3),
                        strings_in(connection, pages.text(4)),
                        pages.integer(5) != 0,
                        {}};
      absent.evidence = {PageNumber(pages.number(11)).index(), pages.box(7), pages.text(6)};
      row.sheet.pages.push_back(std::move(absent));
    }
    visit(row);
  }
}

void visit_messages(Connection& connection, const std::function<void(const MessageRow&)>& visit) {
  Query rows = connection.query(std::string("SELECT ") + kPlace +
                                ", m.id, m.record, coalesce(m.thread, m.id), m.twin, m.last_page, m.quoted, "
                                "m.form, coalesce(m.from_text, ''),"
                                " coalesce(m.to_text, ''), coalesce(m.cc_text, ''), coalesce(m.bcc_text, "
                                "''), coalesce(m.sent_text, ''),"
                                " coalesce(m.subject, ''), coalesce(m.attachments_text, ''), "
                                "coalesce(m.sent, ''), coalesce(m.zone, ''),"
                                " m.words, coalesce(m.fingerprint, ''), m.confidence, m.x0, m.y0, m.x1, m.y1"
                                " FROM message m JOIN page p ON p.id = m.page" +
                                kPlaceTables + "ORDER BY m.id");
  while (rows.step()) {
    MessageRow row;
    row.place = read_place(rows);
    row.id = rows.integer(6);
    row.record = rows.integer(7);
    row.thread = rows.integer(8);
    if (!rows.is_null(9)) row.twin = rows.integer(9);
    Message& message = row.message;
    message.last = PageNumber(rows.number(10)).index();
    message.quoted = rows.integer(11) != 0;
    message.form = rows.text(12);
    message.from = rows.text(13);
    message.to = rows.text(14);
    message.cc = rows.text(15);
    message.bcc = rows.text(16);
    message.sent_text = rows.text(17);
    message.subject = rows.text(18);
    message.attachments_text = rows.text(19);
    message.sent = rows.text(20);
    message.zone = rows.text(21);
    message.words = rows.number(22);
    message.fingerprint = rows.text(23);
    message.confidence = rows.real(24);
    message.evidence = {PageNumber(row.place.page).index(), rows.box(25), {}};
    read_parties(connection, &row);
    visit(row);
  }
}

void visit_page_texts(Connection& connection,
                      const std::function<void(const PlaceRow&, const std::string& text)>& visit) {
  Query rows = connection.query(std::string("SELECT ") + kPlace + ", coalesce(p.text, '') FROM page p" +
                                kPlaceTables + "ORDER BY p.id");
  while (rows.step()) visit(read_place(rows), rows.text(kPlaceColumns));
}

void visit_bates(Connection& connection, const std::function<void(const BatesRow&)>& visit) {
  Query rows =
      connection.query(std::string("SELECT ") + kPlace +
                       ", n.prefix, n.number, n.value, n.how FROM bates n JOIN page p ON p.id = n.page" +
                       kPlaceTables + "ORDER BY n.id");
  while (rows.step()) {
    BatesRow row{read_place(rows), rows.text(6), rows.integer(7)};
    row.place.bates = rows.text(8);
    row.place.bates_how = bates_how_from(rows.text(9));
    visit(row);
  }
}

std::vector<RequestItemRow> read_request_items(Connection& connection) {
  std::vector<RequestItemRow> items;
  Query rows = connection.query(
      "SELECT id, item, coalesce(request_number, ''), text, coalesce(query, ''), coalesce(date_from, ''),"
      " coalesce(date_to, ''), types FROM request_item ORDER BY id");
  while (rows.step()) {
    RequestItemRow& row = items.emplace_back();
    row.item = {rows.text(1),
                rows.text(2),
                rows.text(3),
                rows.text(4),
                rows.text(5),
                rows.text(6),
                strings_in(connection, rows.text(7))};
    Query verdicts =
        connection.query("SELECT page, verdict FROM item_page WHERE item = ? ORDER BY page", rows.integer(0));
    while (verdicts.step())
      if (const auto verdict = item_verdict_from_string(verdicts.text(1)))
        row.verdicts.emplace_back(PageId{verdicts.integer(0)}, *verdict);
  }
  return items;
}

PlaceRow read_place_of(Connection& connection, PageId page) {
  Query row = connection.query(
      std::string("SELECT ") + kPlace + " FROM page p" + kPlaceTables + "WHERE p.id = ?", page.value);
  return row.step() ? read_place(row) : PlaceRow{};
}

std::vector<PageDispositions> read_dispositions(Connection& connection) {
  std::map<std::string, PageDispositions> releases;
  Query sources = connection.query(
      "SELECT l.name, count(*), sum(s.state = 'failed') FROM source s JOIN release l ON l.id = s.release"
      " GROUP BY l.id ORDER BY l.id");
  std::vector<std::string> order;
  while (sources.step()) {
    order.push_back(sources.text(0));
    PageDispositions& release = releases[sources.text(0)];
    release.release = sources.text(0);
    release.sources = sources.number(1);
    release.sources_failed = sources.number(2);
  }
  Query pages = connection.query(
      "SELECT l.name, p.state IN ('read', 'ocr-due'), p.text_source, coalesce(r.type, ''),"
      " EXISTS (SELECT 1 FROM redaction d WHERE d.page = p.id), EXISTS (SELECT 1 FROM statement f WHERE "
      "f.record = r.id),"
      " count(*) FROM page p JOIN source s ON s.id = p.source JOIN release l ON l.id = s.release"
      " LEFT JOIN record_page rp ON rp.page = p.id LEFT JOIN record r ON r.id = rp.record"
      " GROUP BY 1, 2, 3, 4, 5, 6");
  while (pages.step()) {
    PageDispositions& release = releases[pages.text(0)];
    const int count = pages.number(6);
    release.pages += count;
    if (pages.integer(1) == 0)
      release.unread += count;
    else if (pages.text(3) == "letter" && pages.integer(5) != 0)
      release.letters += count;
    else if (pages.text(2) == "withheld-sheet" || pages.text(3).ends_with("-sheet"))
      release.sheets += count;
    else if (pages.text(2) == "blank")
      release.blank += count;
    else if (pages.integer(4) != 0)
      release.part += count;
    else
      release.full += count;
  }
  std::vector<PageDispositions> all;
  for (const std::string& name : order) all.push_back(releases[name]);
  return all;
}

}  // namespace vaughn::store
