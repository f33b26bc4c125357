// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/store/writer.h"

#include <optional>

#include "store/connection.h"
#include "store/page_rows.h"
#include "store/record_rows.h"
#include "store/row_ids.h"
#include "store/schema.h"
#include "store/source_rows.h"
#include "store/text_index.h"
#include "store/write_lock.h"
#include "vaughn/base/clock.h"
#include "vaughn/base/error.h"

namespace vaughn::store {

struct Writer::Impl {
  explicit Impl(const std::filesystem::path& path) : lock(path), db(path, Access::kCreate) {
    // Nothing may change a file that turns out not to be ours, so this comes before the journal is switched.
    // The words of a full page take 3 kB, of which 4096 bytes would hold one and waste the rest.
    db.execute("PRAGMA foreign_keys = ON; PRAGMA page_size = 8192");
    bring_up_to_date(db, current_schema());
    // In WAL a reader works beside us, and NORMAL does not wait for the disk at each commit: a crash of the
    // machine may cost the last commits, never the database.
    db.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384");
    // What a savepoint may have to undo is a page's worth, and not worth a file.
    db.execute("PRAGMA temp_store = MEMORY");
    text_index.emplace(db);
  }
  ~Impl();

  void begin() {
    if (!db.in_transaction()) db.run("BEGIN IMMEDIATE");
  }

  // Runs one change whole or not at all.
  template <class Change>
  auto put(Change change) {
    begin();
    try {
      Savepoint savepoint(db);
      if constexpr (std::is_void_v<decltype(change())>) {
        change();
        savepoint.keep();
      } else {
        auto result = change();
        savepoint.keep();
        return result;
      }
    } catch (const Error&) {
      // SQLite may have rolled back everything by itself.
      if (!db.in_transaction()) text_index->forget();
      throw;
    }
  }

  // A change of a page, after which the index holds the text that it then has.
  template <class Change>
  ReadingEffect put_text(PageId page, Change change) {
    return put([&] { return text_index->change_text(page.value, change); });
  }

  WriteLock lock;  // outlives the connection
  Connection db;
  std::optional<TextIndex> text_index;
};

Writer::Impl::~Impl() {
  try {
    if (db.in_transaction()) db.run("ROLLBACK");
    // One file that opens from a read-only medium, unless somebody reads beside us: then it stays in WAL
    // until the next writer ends.
    db.set_busy_timeout_ms(0);
    db.execute("PRAGMA journal_mode = DELETE");
  } catch (const Error&) {
    // What was committed is in the log beside the file and is found by the next one to open it.
  }
}

Writer::Writer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Writer::~Writer() = default;

std::unique_ptr<Writer> Writer::open(const std::filesystem::path& path) {
  return std::unique_ptr<Writer>(new Writer(std::make_unique<Impl>(path)));
}

RunId Writer::begin_run(const std::string& tool_version, const std::string& options_json,
                        const std::string& ocr_engine, const std::string& command) {
  return impl_->put([&] {
    const std::string now = utc_now();
    impl_->db.run("INSERT INTO run (name, tool_version, options, started, ocr_engine) VALUES (?, ?, ?, ?, ?)",
                  command + " of " + now, tool_version, options_json, now,
                  ocr_engine.empty() ? std::nullopt : std::optional(ocr_engine));
    return RunId{impl_->db.last_id()};
  });
}

void Writer::end_run(RunId run, const std::string& outcome) {
  impl_->put([&] {
    impl_->db.run("UPDATE run SET ended = ?, outcome = ? WHERE id = ?", utc_now(), outcome, run.value);
  });
}

ReleaseId Writer::put_release(const ReleaseInfo& release) {
  return impl_->put([&] { return write_release(impl_->db, release); });
}

RegisteredSource Writer::put_source(ReleaseId release, RunId run, const Source& source) {
  return impl_->put([&] { return write_source(impl_->db, release, run, source); });
}

void Writer::put_description(SourceId source, const SourceDescription& description) {
  impl_->begin();
  impl_->text_index->flush();
  impl_->put(
      [&] { impl_->text_index->with_triggers([&] { write_description(impl_->db, source, description); }); });
}

void Writer::put_source_failure(SourceId source, const Problem& problem) {
  impl_->put([&] { write_source_failure(impl_->db, source, problem); });
}

std::vector<PageIndex> Writer::pages_to_do(SourceId source, const ReadOptions& options) const {
  std::vector<PageIndex> pages;
  Query rows = impl_->db.query(
      "SELECT number FROM page WHERE source = ?1 AND (state = 'pending' OR"
      " (?2 AND (state = 'ocr-due' OR (state = 'read' AND languages IS NOT NULL AND languages <> ?3"
      " AND NOT EXISTS (SELECT 1 FROM page_reading r WHERE r.page = page.id AND r.state = 'failed'"
      " AND r.languages = ?3))))) ORDER BY number",
      source.value, options.ocr ? 1 : 0, options.languages);
  while (rows.step()) pages.push_back(PageNumber(rows.number(0)).index());
  return pages;
}

int Writer::failed_pages(SourceId source) const {
  Query row =
      impl_->db.query("SELECT count(*) FROM page WHERE source = ? AND state = 'failed'", source.value);
  return row.step() ? row.number(0) : 0;
}

ReadingEffect Writer::put_page(SourceId source, RunId run, const ReadOptions& options,
                               const PageReading& reading) {
  return impl_->put_text(page_id(source, reading.page),
                         [&] { return write_page(impl_->db, source, run, options, reading); });
}

ReadingEffect Writer::put_page_failure(SourceId source, RunId run, const ReadOptions& options, PageIndex page,
                                       const Problem& problem) {
  return impl_->put_text(page_id(source, page),
                         [&] { return write_page_failure(impl_->db, source, run, options, page, problem); });
}

void Writer::put_bates(SourceId source, const std::vector<BatesNumber>& numbers) {
  impl_->put([&] { write_bates(impl_->db, source, numbers); });
}

void Writer::put_records(SourceId source, const SourceRecords& records) {
  impl_->put([&] { write_records(impl_->db, source, records); });
}

void Writer::add_correction(SourceId source, const Correction& correction) {
  impl_->put([&] { store::add_correction(impl_->db, source, correction, utc_now()); });
}

std::vector<Correction> Writer::corrections(SourceId source) const {
  return read_corrections(impl_->db, source);
}

void Writer::put_request_items(const std::vector<RequestItem>& items) {
  impl_->put([&] { write_request_items(impl_->db, items); });
}

int Writer::put_verdict(const std::string& item, const std::vector<PageId>& pages, ItemVerdict verdict) {
  return impl_->put([&] { return write_verdict(impl_->db, item, pages, verdict, utc_now()); });
}

void Writer::visit_messages(const std::function<void(const MessageKey&)>& visit) const {
  visit_message_keys(impl_->db, visit);
}

void Writer::put_links(const std::vector<MessageLink>& links) {
  impl_->put([&] { write_links(impl_->db, links); });
}

std::vector<RegisteredSource> Writer::sources() const {
  std::vector<RegisteredSource> sources;
  Query rows = impl_->db.query("SELECT id, page_count FROM source WHERE state = 'opened' ORDER BY id");
  while (rows.step())
    sources.push_back({SourceId{rows.integer(0)}, SourceState::kOpened, rows.number(1), false});
  return sources;
}

std::optional<PageReading> Writer::page(SourceId source, PageIndex page) const {
  return read_page(impl_->db, source, page);
}

void Writer::commit() {
  if (!impl_->db.in_transaction()) return;
  try {
    impl_->text_index->flush();
    impl_->db.run("COMMIT");
  } catch (const Error&) {
    if (impl_->db.in_transaction()) impl_->db.run("ROLLBACK");
    impl_->text_index->forget();
    throw;
  }
}

void Writer::optimize() {
  commit();
  impl_->put([&] { impl_->text_index->merge(); });
  commit();
  impl_->db.execute("ANALYZE");
  commit();
  impl_->db.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace vaughn::store
