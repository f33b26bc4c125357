// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a release database, beside a writer if need be. Opened read-only. Throws Error (kDatabaseMissing,
// kDatabaseTooNew, kDatabase). Not for several threads.
#ifndef VAUGHN_STORE_READER_H_
#define VAUGHN_STORE_READER_H_

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vaughn/base/problem.h"
#include "vaughn/model/bates.h"
#include "vaughn/model/page.h"
#include "vaughn/store/ids.h"
#include "vaughn/store/question.h"
#include "vaughn/store/readings.h"
#include "vaughn/store/records.h"

namespace vaughn::store {

struct SourceRow {
  SourceId id;
  std::string release;
  std::string path;  // the first path it was found under
  std::vector<std::string> other_paths;
  std::string sha256;
  std::string format;
  std::int64_t size_bytes = 0;
  int page_count = 0;
  int pages_read = 0, pages_failed = 0, pages_pending = 0, pages_ocr_due = 0;
  std::string state;               // "done" | "partial" | "failed"
  std::optional<Problem> problem;  // why it failed, or why pages of it did (the first)
};

struct PageProblemRow {
  std::string path;
  int page = 0;  // from 1; 0 is the source itself
  Problem problem;
};

struct StatusSummary {
  std::vector<SourceRow> sources;
  int pages_total = 0, pages_read = 0, pages_failed = 0, pages_pending = 0, pages_ocr_due = 0;
  std::map<std::string, int> pages_by_text_source;
  int redactions_total = 0, redactions_labelled = 0, redactions_unlabelled = 0, codes_uncertain = 0;
  int redactions_uncertain = 0;  // have a code that had to be repaired
  std::map<std::string, int> redactions_by_code;
  std::map<std::string, int> findings_by_type, findings_by_class;
  std::optional<double> withheld_share;  // mean over the pages of which it is known
  int pages_withheld_in_full = 0;
};

struct PageRow {
  PageId id;
  SourceRow source;
  PageReading reading;
  std::vector<BatesNumber> bates{};  // the one it is cited by first
};

struct RedactionRow {
  std::string release, source, sha256;
  std::string request_number{}, received{};  // of the release; may be empty
  int page = 0;                              // from 1
  int place = 0;                             // in the page's list, from 1
  std::string bates;
  BatesHow bates_how = BatesHow::kRead;
  Redaction redaction;
  bool leak = false;  // text can still be had from under it
};

// Which redactions are asked for: those that meet every condition given.
struct RedactionFilter {
  std::vector<std::string> exemptions{};  // has any of these, by its parts: b7 finds (b)(7)(C)
  std::vector<std::string> kinds{};       // is of any of these, to_string(CoverKind)
  std::string source_like{};              // in one of the source's paths, ASCII case aside
  std::string release{};                  // by its name
  bool unlabelled = false;                // has no code
  bool uncertain = false;                 // has a code that had to be repaired
};

// A code that withholds a page and stands at no redaction: of a referral sheet, a stamp.
struct PageCodeRow {
  std::string release, source, sha256, request_number, received;
  int page = 0;  // from 1
  ExemptionCode code;
};

// How many pages of a source have a known share withheld: what shares of the source are out of.
struct PageCountRow {
  std::string release, source, sha256;
  int pages = 0;
};

struct FindingRow {
  std::string release, source, sha256;
  int page = 0;  // from 1
  std::string bates;
  Finding finding;
};

enum class SortHits {
  kRank,    // best first; ties, and pages not chosen by their text, as kSource
  kSource,  // in the order of the sources, then of their pages
  kBates,   // by series and number; pages without one last
  kDate,    // of their records, oldest first; pages without one last
};

struct SearchRequest {
  Question question;
  SortHits sort = SortHits::kRank;
  int limit = 20;  // <= 0: no limit
  int offset = 0;
  std::string snippet_open = "[", snippet_close = "]";  // around hit words in the snippet
  std::optional<RunId> since_run{};                     // only pages that this run or a later one read
  bool with_boxes = false;                              // where the hit words stand
  std::optional<int> context_lines{};                   // lines about each that has hits
};

struct HitRow {
  PageId id;
  std::string release, request_number{}, received{};  // of the release; the last two may be empty
  std::string source, sha256, text_source, bates, snippet;
  BatesHow bates_how = BatesHow::kRead;
  int page = 0;      // from 1
  double score = 0;  // higher is better; 0 where text did not choose, or another order was asked for
  std::optional<double> ocr_confidence, withheld_share{};
  std::vector<Box> boxes{};                                  // of hit words, when asked for
  std::string record_type{}, record_title{}, record_date{};  // of the record it belongs to; may be empty
  std::string context{};  // lines with hits, when asked for; "…" stands for lines between
};

enum class Facet { kExemption, kAgency, kRelease, kSource, kTextSource, kYear, kType };

struct FacetCount {
  std::string value;
  int pages = 0;
};

struct HitSummary {
  int pages = 0, sources = 0;
  std::vector<std::vector<FacetCount>> facets;  // of each facet asked for; most pages first
};

// Gets a word, and says from where on the next one is wanted, or that no more are.
using VisitWord = std::function<std::optional<std::string>(std::string_view word)>;

// How a question is answered, for people who want to know.
struct SqlExplanation {
  std::string sql;
  std::vector<std::string> values;  // of its question marks
  std::vector<std::string> plan;    // SQLite's
  std::string verified;             // which of the pages found are held against their text; may be empty
};

class Reader {
 public:
  static std::unique_ptr<Reader> open(const std::filesystem::path& path);
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  // From now on everything is read from the same state of the database, whatever a writer commits meanwhile.
  void hold_state() const;
  // What takes longer from now on throws Error (kDatabase).
  void give_time(std::chrono::milliseconds time) const;

  StatusSummary status() const;
  std::vector<PageProblemRow> problems() const;

  // The pages that meet the question. Words inside a redaction marker are no text of the page.
  std::vector<HitRow> search(const SearchRequest& request) const;
  // How many there are in all, whatever limit and offset say, and by facets.
  HitSummary summarise(const SearchRequest& request, const std::vector<Facet>& facets) const;
  SqlExplanation explain(const SearchRequest& request) const;
  // Where on a page the words stand that are looked for.
  std::vector<Box> hit_boxes(PageId page, const Question& question) const;

  // The words of the index from this one on, folded as it folds them, in the order of their bytes. Some may
  // stand on no page any more.
  void vocabulary(const std::string& from, const VisitWord& visit) const;
  // On how many pages a word stands, markers included.
  int pages_with(const std::string& word) const;
  // The words that the index makes of a text.
  std::vector<std::string> words_of(const std::string& text) const;
  // The words of the index that have the stem of this one (Porter's, which is for English), itself among
  // them if it is there.
  std::vector<std::string> words_with_stem_of(const std::string& word) const;

  // Sources that a person may mean: a path, the end of one ("prod-2.pdf"), or at least 6 digits of its
  // SHA-256.
  std::vector<SourceRow> sources_named(const std::string& name) const;
  // None when there is no such page or it was not read: pending, or failed (see problems()).
  std::optional<PageRow> page(SourceId source, PageIndex page) const;
  // Every reading of a page, in order; none when it was never read or is not there.
  std::vector<ReadingRow> readings(SourceId source, PageIndex page) const;
  // The text of one of them, current or not; none when there is no such reading or it failed.
  std::optional<std::string> reading_text(SourceId source, PageIndex page, int number) const;

  // What a run of this key has to read to read the selection again.
  ChosenPages choose(const PageSelection& selection, const RunKey& key) const;
  // Pages that have a text source; most pages first, within each group.
  std::vector<TextSourceRow> pages_by_text_source(GroupPagesBy by) const;

  // In order of source, page, place. Calls visit for each without holding them all.
  void redactions(const RedactionFilter& filter, const std::function<void(const RedactionRow&)>& visit) const;
  // In order of source and page.
  void page_codes(const std::function<void(const PageCodeRow&)>& visit) const;
  // Every source, in order.
  std::vector<PageCountRow> page_counts() const;
  void findings(const std::function<void(const FindingRow&)>& visit) const;

  // What was derived from the pages; in order of source and page.
  void records(const RecordFilter& filter, const std::function<void(const RecordRow&)>& visit) const;
  void statements(const std::function<void(const StatementRow&)>& visit) const;
  void sheets(const std::function<void(const SheetRow&)>& visit) const;
  void messages(const std::function<void(const MessageRow&)>& visit) const;
  // Every page with its composed text, empty while it is not read.
  void page_texts(const std::function<void(const PlaceRow&, const std::string& text)>& visit) const;
  // Every production number; a page may carry several.
  void bates(const std::function<void(const BatesRow&)>& visit) const;
  std::vector<PageDispositions> dispositions() const;
  // In the order in which they were imported.
  std::vector<RequestItemRow> request_items() const;
  PlaceRow place(PageId page) const;
  // A sheet says that all of the page is withheld.
  bool is_withheld_in_full(PageId page) const;
  // Whether records were ever derived: not in a database of an older version.
  bool has_records() const;
  // The pages that carry a production number, spaces and separators aside; ASCII case aside.
  std::vector<PageRow> pages_numbered(const std::string& bates) const;

 private:
  struct Impl;
  explicit Reader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_READER_H_
