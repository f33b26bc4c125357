// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/store/reader.h"

#include "store/fts_tokens.h"
#include "store/hit_rows.h"
#include "store/page_rows.h"
#include "store/reader_parts.h"
#include "store/reading_rows.h"
#include "store/row_ids.h"
#include "store/schema.h"
#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"

namespace vaughn::store {
namespace {

const std::filesystem::path& existing(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error))
    throw Error(ErrorCode::kDatabaseMissing, "there is no database at " + path.string(),
                "Make one with vaughn ingest, or say where it is with --db.");
  return path;
}

// The file may come from a stranger: its views and triggers get no functions with effects.
constexpr const char* kReading =
    "PRAGMA trusted_schema = OFF; PRAGMA cache_size = -65536; PRAGMA mmap_size = 2147418112";

std::unique_ptr<Connection> opened(const std::filesystem::path& path) {
  auto file = std::make_unique<Connection>(existing(path), Access::kReadOnly);
  file->execute(kReading);
  if (is_older(*file, current_schema())) {
    // The file stays as it is; a copy is brought up to date.
    file = std::make_unique<Connection>(*file);
    file->execute(kReading);
    bring_up_to_date(*file, current_schema());
  }
  require_version(*file, current_schema());
  return file;
}

}  // namespace

Snapshot::Snapshot(Connection& connection) : connection_(connection), ours_(!connection.in_transaction()) {
  if (ours_) connection_.run("BEGIN");
}

Snapshot::~Snapshot() {
  if (!ours_) return;
  try {
    connection_.run("ROLLBACK");
  } catch (const Error&) {
    // Nothing was written; the connection's end releases it as well.
  }
}

struct Reader::Impl {
  explicit Impl(const std::filesystem::path& path) : connection(opened(path)), db(*connection) {}

  std::unique_ptr<Connection> connection;
  Connection& db;
  std::optional<Snapshot> held;
};

Reader::Reader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Reader::~Reader() = default;

std::unique_ptr<Reader> Reader::open(const std::filesystem::path& path) {
  return std::unique_ptr<Reader>(new Reader(std::make_unique<Impl>(path)));
}

void Reader::hold_state() const {
  if (!impl_->held) impl_->held.emplace(impl_->db);
}

void Reader::give_time(std::chrono::milliseconds time) const {
  impl_->db.stop_at(std::chrono::steady_clock::now() + time);
}

StatusSummary Reader::status() const {
  const Snapshot snapshot(impl_->db);
  return read_status(impl_->db);
}

std::vector<PageProblemRow> Reader::problems() const {
  return read_problems(impl_->db);
}

std::vector<HitRow> Reader::search(const SearchRequest& request) const {
  const Snapshot snapshot(impl_->db);
  return find_hits(impl_->db, request);
}

HitSummary Reader::summarise(const SearchRequest& request, const std::vector<Facet>& facets) const {
  const Snapshot snapshot(impl_->db);
  return summarise_hits(impl_->db, request, facets);
}

void Reader::vocabulary(const std::string& from, const VisitWord& visit) const {
  const Snapshot snapshot(impl_->db);
  visit_vocabulary(impl_->db, from, visit);
}

int Reader::pages_with(const std::string& word) const {
  return count_pages_with(impl_->db, word);
}

std::vector<std::string> Reader::words_of(const std::string& text) const {
  std::vector<std::string> words;
  for (FtsToken& token : FtsTokenizer(impl_->db).tokens(text)) words.push_back(std::move(token.text));
  return words;
}

std::vector<std::string> Reader::words_with_stem_of(const std::string& word) const {
  const Snapshot snapshot(impl_->db);
  return find_words_with_stem_of(impl_->db, word);
}

std::vector<Box> Reader::hit_boxes(PageId page, const Question& question) const {
  const Snapshot snapshot(impl_->db);
  return boxes_of_hits(impl_->db, FtsTokenizer(impl_->db), question, page.value);
}

SqlExplanation Reader::explain(const SearchRequest& request) const {
  return explain_search(impl_->db, request);
}

std::vector<SourceRow> Reader::sources_named(const std::string& name) const {
  const Snapshot snapshot(impl_->db);
  std::vector<SourceRow> sources;
  for (const SourceId id : find_sources(impl_->db, name))
    if (std::optional<SourceRow> source = read_source(impl_->db, id)) sources.push_back(*std::move(source));
  return sources;
}

std::optional<PageRow> Reader::page(SourceId source, PageIndex page) const {
  const Snapshot snapshot(impl_->db);
  std::optional<SourceRow> row = read_source(impl_->db, source);
  std::optional<PageReading> reading = read_page(impl_->db, source, page);
  if (!row || !reading) return std::nullopt;
  return PageRow{page_id(source, page), *std::move(row), *std::move(reading),
                 read_bates(impl_->db, source, page)};
}

void Reader::records(const RecordFilter& filter, const std::function<void(const RecordRow&)>& visit) const {
  visit_records(impl_->db, filter, visit);
}

void Reader::statements(const std::function<void(const StatementRow&)>& visit) const {
  visit_statements(impl_->db, visit);
}

void Reader::sheets(const std::function<void(const SheetRow&)>& visit) const {
  visit_sheets(impl_->db, visit);
}

void Reader::messages(const std::function<void(const MessageRow&)>& visit) const {
  visit_messages(impl_->db, visit);
}

void Reader::page_texts(const std::function<void(const PlaceRow&, const std::string& text)>& visit) const {
  visit_page_texts(impl_->db, visit);
}

void Reader::bates(const std::function<void(const BatesRow&)>& visit) const {
  visit_bates(impl_->db, visit);
}

std::vector<PageDispositions> Reader::dispositions() const {
  return read_dispositions(impl_->db);
}

std::vector<RequestItemRow> Reader::request_items() const {
  return read_request_items(impl_->db);
}

PlaceRow Reader::place(PageId page) const {
  return read_place_of(impl_->db, page);
}

bool Reader::is_withheld_in_full(PageId page) const {
  Query row =
      impl_->db.query("SELECT EXISTS (SELECT 1 FROM redaction WHERE page = ? AND kind = 'page')", page.value);
  return row.step() && row.integer(0) != 0;
}

bool Reader::has_records() const {
  return impl_->db.integer("SELECT EXISTS (SELECT 1 FROM record)") != 0;
}

std::vector<PageRow> Reader::pages_numbered(const std::string& bates) const {
  std::string key;
  for (const char c : to_lower_ascii(bates))
    if (std::string_view(" _-.").find(c) == std::string_view::npos) key += c;
  std::vector<std::pair<SourceId, PageIndex>> places;
  Query rows = impl_->db.query(
      "SELECT DISTINCT p.source, p.number FROM bates b JOIN page p ON p.id = b.page WHERE"
      " replace(replace(replace(replace(lower(b.value), ' ', ''), '_', ''), '-', ''), '.', '') = ? ORDER BY "
      "p.id",
      key);
  while (rows.step()) places.emplace_back(SourceId{rows.integer(0)}, PageNumber(rows.number(1)).index());
  std::vector<PageRow> pages;
  for (const auto& [source, number] : places)
    if (auto row = page(source, number)) pages.push_back(*std::move(row));
  return pages;
}

std::vector<ReadingRow> Reader::readings(SourceId source, PageIndex page) const {
  return read_readings(impl_->db, page_id(source, page));
}

std::optional<std::string> Reader::reading_text(SourceId source, PageIndex page, int number) const {
  return read_reading_text(impl_->db, page_id(source, page), number);
}

ChosenPages Reader::choose(const PageSelection& selection, const RunKey& key) const {
  const Snapshot snapshot(impl_->db);
  return choose_pages(impl_->db, selection, key);
}

std::vector<TextSourceRow> Reader::pages_by_text_source(GroupPagesBy by) const {
  return read_pages_by_text_source(impl_->db, by);
}

void Reader::redactions(const RedactionFilter& filter,
                        const std::function<void(const RedactionRow&)>& visit) const {
  const Snapshot snapshot(impl_->db);
  visit_redactions(impl_->db, filter, visit);
}

void Reader::page_codes(const std::function<void(const PageCodeRow&)>& visit) const {
  const Snapshot snapshot(impl_->db);
  visit_page_codes(impl_->db, visit);
}

std::vector<PageCountRow> Reader::page_counts() const {
  return read_page_counts(impl_->db);
}

void Reader::findings(const std::function<void(const FindingRow&)>& visit) const {
  const Snapshot snapshot(impl_->db);
  visit_findings(impl_->db, visit);
}

}  // namespace vaughn::store
