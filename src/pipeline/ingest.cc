// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/pipeline/ingest.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <utility>
#include <variant>

#include "pipeline/dispatcher.h"
#include "vaughn/records/bates.h"

namespace vaughn::pipeline {
namespace {

using Body = decltype(ipc::Answer::body);

struct Entry {
  Source source;
  store::RegisteredSource registered;
  std::vector<PageIndex> to_do;
  std::size_t answered = 0;
  bool lost = false;
};

class Ingest {
 public:
  Ingest(const IngestRequest& request, store::Writer& writer, ipc::Pool& pool, const IngestHooks& hooks)
      : request_(request), writer_(writer), dispatcher_(pool, hooks.stop), hooks_(hooks) {}

  IngestOutcome run() {
    run_id_ = writer_.begin_run(request_.tool_version, request_.options_json);
    register_sources();
    if (open_sources()) {
      plan_pages();
      outcome_.interrupted = !read_pages();
    } else {
      outcome_.interrupted = true;
    }
    const bool problems = outcome_.sources_failed + outcome_.pages_failed + outcome_.pages_failed_before > 0;
    writer_.end_run(run_id_, outcome_.interrupted ? "interrupted" : problems ? "done-with-problems" : "done");
    writer_.optimize();
    return outcome_;
  }

 private:
  void register_sources() {
    const store::ReleaseId release = writer_.put_release(request_.release);
    for (const auto& path : intake::find_files(request_.paths, request_.find)) {
      if (hooks_.stop()) break;
      ++outcome_.files_found;
      intake::Examined examined = intake::examine(path);
      Entry entry;
      entry.source = std::move(examined.source);
      entry.registered = writer_.put_source(release, run_id_, entry.source);
      // The same bytes under a second name: the writer has noted the path, there is nothing more to do.
      if (++files_[entry.registered.id] > 1) continue;
      if (examined.problem) {
        fail_source(entry, *examined.problem);
      } else {
        entries_.push_back(std::move(entry));
      }
      commit_now_and_then();
    }
    writer_.commit();
  }

  // Answers come in any order; descriptions are stored in the order of the sources, which fixes the pages'
  // ids.
  bool open_sources() {
    std::vector<std::size_t> unopened;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (is_to_open(entries_[i])) {
        unopened.push_back(i);
      } else if (entries_[i].registered.state == store::SourceState::kFailed) {
        ++outcome_.sources_failed;
      }
    }
    std::size_t asked = 0, stored = 0;
    std::map<std::string, Body> waiting;
    const auto next_job = [&]() -> std::optional<ipc::Job> {
      if (asked == unopened.size()) return std::nullopt;
      ipc::Job job = job_for(entries_[unopened[asked++]]);
      job.kind = ipc::JobKind::kDescribe;
      return job;
    };
    return dispatcher_.run(next_job, [&](const ipc::Job& job, const Body& body) {
      if (std::holds_alternative<ipc::JobDone>(body)) return;
      waiting.insert_or_assign(job.source.sha256, body);
      while (stored < unopened.size()) {
        Entry& entry = entries_[unopened[stored]];
        const auto found = waiting.find(entry.source.sha256);
        if (found == waiting.end()) break;
        store_description(entry, found->second);
        waiting.erase(found);
        ++stored;
      }
      commit_now_and_then();
    });
  }

  // One that failed before is tried again when there are passwords, which may be what it lacked.
  bool is_to_open(const Entry& entry) const {
    return entry.registered.state == store::SourceState::kNew ||
           (entry.registered.state == store::SourceState::kFailed && !request_.passwords.empty());
  }

  void store_description(Entry& entry, const Body& body) {
    if (const auto* described = std::get_if<ipc::Described>(&body)) {
      writer_.put_description(entry.registered.id, described->description);
      entry.registered.state = store::SourceState::kOpened;
      entry.registered.page_count = described->description.page_count;
    } else if (const auto* failed = std::get_if<ipc::SourceFailed>(&body)) {
      fail_source(entry, failed->problem);
      entry.registered.state = store::SourceState::kFailed;
    }
  }

  void plan_pages() {
    for (Entry& entry : entries_) {
      if (entry.registered.state != store::SourceState::kOpened) continue;
      entry.to_do = writer_.pages_to_do(entry.registered.id, request_.reading);
      std::erase_if(entry.to_do, [&](PageIndex page) { return !request_.pages.contains(page.number()); });
      progress_.pages_total += static_cast<int>(entry.to_do.size());
      outcome_.pages_failed_before += writer_.failed_pages(entry.registered.id);
      if (entry.to_do.empty()) outcome_.sources_known += files_.at(entry.registered.id);
    }
    hooks_.progress(progress_);
  }

  bool read_pages() {
    std::size_t source = 0, page = 0;
    std::map<std::string, Entry*> by_digest;
    for (Entry& entry : entries_) by_digest[entry.source.sha256] = &entry;
    const auto next_job = [&]() -> std::optional<ipc::Job> {
      while (source < entries_.size() && page >= entries_[source].to_do.size()) {
        ++source;
        page = 0;
      }
      if (source == entries_.size()) return std::nullopt;
      const std::vector<PageIndex>& to_do = entries_[source].to_do;
      ipc::Job job = job_for(entries_[source]);
      const std::size_t end = std::min(to_do.size(), page + kPagesPerJob);
      job.pages.assign(to_do.begin() + static_cast<std::ptrdiff_t>(page),
                       to_do.begin() + static_cast<std::ptrdiff_t>(end));
      page = end;
      return job;
    };
    return dispatcher_.run(next_job, [&](const ipc::Job& job, const Body& body) {
      Entry& entry = *by_digest.at(job.source.sha256);
      store_answer(entry, job, body);
      progress_.current = entry.source.path;
      hooks_.progress(progress_);
      commit_now_and_then();
    });
  }

  void store_answer(Entry& entry, const ipc::Job& job, const Body& body) {
    if (const auto* read = std::get_if<ipc::PageRead>(&body)) {
      writer_.put_page(entry.registered.id, run_id_, request_.reading, read->reading);
      ++outcome_.pages_done;
      for (const Finding& finding : read->reading.findings) count(finding.finding_class);
      count_answered(entry);
    } else if (const auto* failed = std::get_if<ipc::PageFailed>(&body)) {
      fail_page(entry, failed->page, failed->problem);
    } else if (const auto* lost = std::get_if<ipc::SourceFailed>(&body)) {
      lose_source(entry, job, lost->problem);
    }
  }

  // It was opened before and cannot be opened now: moved, unmounted, or its password was not given this time.
  // That is no news about its pages; they stay to be done.
  void lose_source(Entry& entry, const ipc::Job& job, const Problem& problem) {
    progress_.pages_total -= static_cast<int>(job.pages.size());
    if (std::exchange(entry.lost, true)) return;
    ++outcome_.sources_failed;
    ++progress_.problems;
    hooks_.failed(entry.source.path, 0, problem);
  }

  void fail_source(const Entry& entry, const Problem& problem) {
    writer_.put_source_failure(entry.registered.id, problem);
    ++outcome_.sources_failed;
    ++progress_.problems;
    hooks_.failed(entry.source.path, 0, problem);
  }

  void fail_page(Entry& entry, PageIndex page, const Problem& problem) {
    writer_.put_page_failure(entry.registered.id, run_id_, request_.reading, page, problem);
    ++outcome_.pages_failed;
    ++progress_.problems;
    hooks_.failed(entry.source.path, page.number().value(), problem);
    count_answered(entry);
  }

  void count(FindingClass finding_class) {
    if (finding_class == FindingClass::kLeak) ++outcome_.leaks;
    if (finding_class == FindingClass::kUnlabelled) ++outcome_.unlabelled;
  }

  void count_answered(Entry& entry) {
    ++progress_.pages_done;
    if (++entry.answered == entry.to_do.size()) number_pages(entry);
  }

  // What needs all pages of a source, once they are there.
  void number_pages(const Entry& entry) {
    std::vector<records::PageEdges> edges;
    for (int i = 0; i < entry.registered.page_count; ++i)
      if (const auto page = writer_.page(entry.registered.id, PageIndex(i)))
        edges.push_back(records::edges_of(*page));
    writer_.put_bates(entry.registered.id, records::infer_bates(edges));
  }

  ipc::Job job_for(const Entry& entry) {
    ipc::Job job;
    job.id = dispatcher_.take_id();
    job.source = entry.source;
    job.passwords = request_.passwords;
    job.options = request_.reading;
    return job;
  }

  // Often enough that a kill loses no more than the pages in flight, rarely enough to store thousands of
  // pages a second.
  void commit_now_and_then() {
    const auto now = std::chrono::steady_clock::now();
    if (now - last_commit_ < std::chrono::milliseconds(200)) return;
    last_commit_ = now;
    writer_.commit();
  }

  const IngestRequest& request_;
  store::Writer& writer_;
  Dispatcher dispatcher_;
  const IngestHooks& hooks_;
  store::RunId run_id_;
  std::vector<Entry> entries_;
  std::map<store::SourceId, int> files_;  // how many were found with its bytes
  IngestProgress progress_;
  IngestOutcome outcome_;
  std::chrono::steady_clock::time_point last_commit_ = std::chrono::steady_clock::now();
};

}  // namespace

IngestOutcome ingest(const IngestRequest& request, store::Writer& writer, ipc::Pool& pool,
                     const IngestHooks& hooks) {
  return Ingest(request, writer, pool, hooks).run();
}

}  // namespace vaughn::pipeline
