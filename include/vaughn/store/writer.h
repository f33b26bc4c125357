// SPDX-License-Identifier: GPL-3.0-or-later
// Writing a release database. docs/schema.md. Every call either does all of its work or throws Error
// (kDiskFull, kDatabase) and leaves what was committed intact. One writer a database; not for several
// threads.
#ifndef VAUGHN_STORE_WRITER_H_
#define VAUGHN_STORE_WRITER_H_

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "vaughn/base/problem.h"
#include "vaughn/model/bates.h"
#include "vaughn/model/page.h"
#include "vaughn/model/record.h"
#include "vaughn/model/request.h"
#include "vaughn/model/source.h"
#include "vaughn/store/ids.h"

namespace vaughn::store {

struct ReleaseInfo {
  std::string name;    // how the user calls it; names one release in a database
  std::string agency;  // the rest may be empty
  std::string request_number;
  std::string received;  // ISO date
};

enum class SourceState {
  kNew,     // registered, not opened yet
  kOpened,  // described: its pages are known
  kFailed,  // could not be opened; problem says why
};

struct RegisteredSource {
  SourceId id;
  SourceState state = SourceState::kNew;
  int page_count = 0;        // when opened
  bool path_is_new = false;  // this path was not known before
};

// What one more reading did to its page.
struct ReadingEffect {
  bool page_changed = true;  // false: the page keeps the complete reading it had
  bool had_reading = false;  // there was a current one before
  // Mean OCR confidence of the one before and of this one, as stored.
  std::optional<double> confidence_before{}, confidence_after{};
};

class Writer {
 public:
  // Creates the file, or opens and migrates it. Throws Error: kDatabaseTooNew, kDatabase (not a database,
  // locked by another ingest, ...), kDiskFull.
  static std::unique_ptr<Writer> open(const std::filesystem::path& path);
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // ocr_engine is what recognises in this run ("tesseract 5.3.0"), command what the run is called by.
  RunId begin_run(const std::string& tool_version, const std::string& options_json,
                  const std::string& ocr_engine = "", const std::string& command = "ingest");
  void end_run(RunId run, const std::string& outcome);  // "done", "done-with-problems", "interrupted"

  // Finds the release by name or makes it; fields given (non-empty) replace those stored.
  ReleaseId put_release(const ReleaseInfo& release);

  // Idempotent. A readable source is known by its SHA-256 (two paths, one source), an unreadable or empty one
  // by its path.
  RegisteredSource put_source(ReleaseId release, RunId run, const Source& source);

  // The source was opened: makes a pending row for each page (ids in page order).
  void put_description(SourceId source, const SourceDescription& description);
  // The source could not be read at all.
  void put_source_failure(SourceId source, const Problem& problem);

  // Pages not read yet under these options: pending ones; with options.ocr also those whose text waits for
  // OCR; and pages that were recognised in other languages. What failed under these languages is not tried
  // again.
  std::vector<PageIndex> pages_to_do(SourceId source, const ReadOptions& options) const;

  // How many of its pages failed when they were read.
  int failed_pages(SourceId source) const;

  // Adds a reading to those the page has. It becomes the current one, which page, index and redactions hold,
  // unless it is worse than the current one in kind: where that is complete, neither a reading that waits for
  // OCR nor a failure takes its place.
  ReadingEffect put_page(SourceId source, RunId run, const ReadOptions& options, const PageReading& reading);
  ReadingEffect put_page_failure(SourceId source, RunId run, const ReadOptions& options, PageIndex page,
                                 const Problem& problem);

  // Replaces the source's Bates numbers.
  void put_bates(SourceId source, const std::vector<BatesNumber>& numbers);

  // Replaces all that was derived from the source's pages, Bates numbers included.
  void put_records(SourceId source, const SourceRecords& records);
  // What people said about the source's records, in the order in which they did. It is never replaced.
  void add_correction(SourceId source, const Correction& correction);
  std::vector<Correction> corrections(SourceId source) const;

  // The numbered items of a request; those known by their number are replaced and keep what was said of their
  // pages.
  void put_request_items(const std::vector<RequestItem>& items);
  // What a person says of pages that may answer an item. Answers how many of them are there.
  int put_verdict(const std::string& item, const std::vector<PageId>& pages, ItemVerdict verdict);

  // Every message, in the order of sources and pages; and which belong together.
  void visit_messages(const std::function<void(const MessageKey&)>& visit) const;
  void put_links(const std::vector<MessageLink>& links);

  // Every source that was opened, with how many pages it has; in order.
  std::vector<RegisteredSource> sources() const;

  // A page as stored, for deriving records from it; none while it is pending or failed.
  std::optional<PageReading> page(SourceId source, PageIndex page) const;

  // Makes everything up to here durable against the death of this process. Cheap; call it every few pages.
  void commit();
  // End of a run: commit, merge the index, ANALYZE, checkpoint the write-ahead log.
  void optimize();

 private:
  struct Impl;
  explicit Writer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_WRITER_H_
