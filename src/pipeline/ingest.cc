// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/pipeline/ingest.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <utility>
#include <variant>

#include "pipeline/derive.h"
#include "pipeline/dispatcher.h"
#include "pipeline/schedule.h"
#include "vaughn/model/stage_clock.h"
#include "vaughn/pipeline/reprocess.h"

namespace vaughn::pipeline {
namespace {

using Body = decltype(ipc::Answer::body);

struct Entry {
  Source source;
  store::RegisteredSource registered;
  std::vector<PageIndex> to_do;
  std::size_t answered = 0;
  bool lost = false;
  const store::ChosenSource* chosen = nullptr;  // when its pages are read again
};

// All that were asked for of a source that was just opened.
std::vector<PageIndex> chosen_pages(const store::ChosenSource& chosen, int page_count) {
  if (!chosen.to_open) return chosen.pages;
  std::vector<PageIndex> pages = PageChoice().of(page_count);
  std::erase_if(pages, [&](PageIndex page) {
    return !chosen.choices.empty() &&
           std::none_of(chosen.choices.begin(), chosen.choices.end(),
                        [&](const PageChoice& choice) { return choice.contains(page.number()); });
  });
  return pages;
}

class Ingest {
 public:
  // With a plan its sources and pages are read again, and the request's paths are not looked at.
  Ingest(const IngestRequest& request, const ReprocessPlan* plan, store::Writer& writer, ipc::Pool& pool,
         const IngestHooks& hooks)
      : request_(request), plan_(plan), writer_(writer), dispatcher_(pool, hooks.stop), hooks_(hooks) {}

  IngestOutcome run() {
    run_id_ = writer_.begin_run(request_.tool_version, request_.options_json, request_.ocr_engine,
                                plan_ ? "reprocess" : "ingest");
    if (plan_)
      take_planned_sources();
    else
      register_sources();
    if (open_sources()) {
      plan_pages();
      outcome_.interrupted = !read_pages();
      if (plan_) derive_rest();
    } else {
      outcome_.interrupted = true;
    }
    if (derived_) {
      const StageClock::Scope timed(&clock_, Stage::kRecords);
      link_all_messages(writer_);
    }
    const bool problems = outcome_.sources_failed + outcome_.pages_failed + outcome_.pages_failed_before > 0;
    writer_.end_run(run_id_, outcome_.interrupted ? "interrupted" : problems ? "done-with-problems" : "done");
    {
      const StageClock::Scope timed(&clock_, Stage::kCommit);
      writer_.optimize();
    }
    outcome_.times = clock_.take();
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
      hooks_.event(SourceFoundEvent{entry.source});
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

  void take_planned_sources() {
    for (const PlannedSource& planned : plan_->sources) {
      ++outcome_.files_found;
      Entry entry;
      entry.source = planned.source;
      entry.chosen = &planned.chosen;
      entry.registered.id = planned.chosen.id;
      entry.registered.page_count = planned.chosen.page_count;
      entry.registered.state =
          planned.chosen.to_open ? store::SourceState::kFailed : store::SourceState::kOpened;
      if (planned.problem && planned.problem_is_of_source) {
        fail_source(entry, *planned.problem);
        continue;
      }
      if (planned.problem) {
        tell_lost(entry, *planned.problem);
        continue;
      }
      // Readable by now; its bytes may be known under another path, and then there is nothing left to do.
      if (planned.chosen.sha256.empty())
        entry.registered = writer_.put_source(planned.chosen.release, run_id_, entry.source);
      if (++files_[entry.registered.id] > 1) continue;
      if (planned.chosen.to_open && entry.registered.state == store::SourceState::kOpened) continue;
      entries_.push_back(std::move(entry));
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

  // One that failed before is tried again when it was chosen for that, and when there are passwords, which
  // may be what it lacked.
  bool is_to_open(const Entry& entry) const {
    return entry.registered.state == store::SourceState::kNew ||
           (entry.registered.state == store::SourceState::kFailed && (plan_ || !request_.passwords.empty()));
  }

  void store_description(Entry& entry, const Body& body) {
    if (const auto* described = std::get_if<ipc::Described>(&body)) {
      const StageClock::Scope timed(&clock_, Stage::kStore);
      writer_.put_description(entry.registered.id, described->description);
      entry.registered.state = store::SourceState::kOpened;
      entry.registered.page_count = described->description.page_count;
      hooks_.event(SourceOpenedEvent{entry.source, entry.registered.page_count, described->times});
    } else if (const auto* failed = std::get_if<ipc::SourceFailed>(&body)) {
      fail_source(entry, failed->problem);
      entry.registered.state = store::SourceState::kFailed;
    }
  }

  void plan_pages() {
    for (Entry& entry : entries_) {
      if (entry.registered.state != store::SourceState::kOpened) continue;
      entry.to_do = plan_ ? chosen_pages(*entry.chosen, entry.registered.page_count)
                          : writer_.pages_to_do(entry.registered.id, request_.reading);
      std::erase_if(entry.to_do, [&](PageIndex page) { return !request_.pages.contains(page.number()); });
      progress_.pages_total += static_cast<int>(entry.to_do.size());
      if (!plan_) outcome_.pages_failed_before += writer_.failed_pages(entry.registered.id);
      if (!entry.to_do.empty()) continue;
      outcome_.sources_known += files_.at(entry.registered.id);
      hooks_.event(SourceKnownEvent{entry.source});
    }
    hooks_.progress(progress_);
  }

  bool read_pages() {
    std::map<std::string, Entry*> by_digest;
    std::vector<std::size_t> to_do;
    for (Entry& entry : entries_) {
      by_digest[entry.source.sha256] = &entry;
      to_do.push_back(entry.to_do.size());
    }
    Schedule schedule(std::move(to_do), dispatcher_.workers());
    const auto next_job = [&]() -> std::optional<ipc::Job> {
      const auto piece = schedule.next();
      if (!piece) return std::nullopt;
      const Entry& entry = entries_[piece->source];
      ipc::Job job = job_for(entry);
      const auto first = entry.to_do.begin() + static_cast<std::ptrdiff_t>(piece->first);
      job.pages.assign(first, first + static_cast<std::ptrdiff_t>(piece->count));
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
      store::ReadingEffect effect;
      {
        const StageClock::Scope timed(&clock_, Stage::kStore);
        effect = writer_.put_page(entry.registered.id, run_id_, request_.reading, read->reading);
      }
      ++outcome_.pages_done;
      hooks_.event(PageReadEvent{entry.source, read->reading, read->times});
      compare(effect);
      if (effect.page_changed)
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
    if (!std::exchange(entry.lost, true)) tell_lost(entry, problem);
  }

  void tell_lost(const Entry& entry, const Problem& problem) {
    ++outcome_.sources_failed;
    ++progress_.problems;
    hooks_.failed(entry.source.path, 0, problem);
    hooks_.event(SourceFailedEvent{entry.source, problem});
  }

  void fail_source(const Entry& entry, const Problem& problem) {
    writer_.put_source_failure(entry.registered.id, problem);
    ++outcome_.sources_failed;
    ++progress_.problems;
    hooks_.failed(entry.source.path, 0, problem);
    hooks_.event(SourceFailedEvent{entry.source, problem});
  }

  void fail_page(Entry& entry, PageIndex page, const Problem& problem) {
    const store::ReadingEffect effect =
        writer_.put_page_failure(entry.registered.id, run_id_, request_.reading, page, problem);
    if (!effect.page_changed) ++outcome_.comparison.kept;
    ++outcome_.pages_failed;
    ++progress_.problems;
    hooks_.failed(entry.source.path, page.number().value(), problem);
    hooks_.event(PageFailedEvent{entry.source, page, problem});
    count_answered(entry);
  }

  void compare(const store::ReadingEffect& effect) {
    Comparison& all = outcome_.comparison;
    if (!effect.page_changed)
      ++all.kept;
    else if (!effect.confidence_before || !effect.confidence_after)
      ++all.not_compared;
    else if (*effect.confidence_before == *effect.confidence_after)
      ++all.same;
    else
      ++(*effect.confidence_before < *effect.confidence_after ? all.higher : all.lower);
  }

  void count(FindingClass finding_class) {
    if (finding_class == FindingClass::kLeak) ++outcome_.leaks;
    if (finding_class == FindingClass::kUnlabelled) ++outcome_.unlabelled;
  }

  void count_answered(Entry& entry) {
    ++progress_.pages_done;
    if (++entry.answered == entry.to_do.size()) derive(entry);
  }

  // What needs all pages of a source, once they are there.
  void derive(const Entry& entry) {
    const StageClock::Scope timed(&clock_, Stage::kRecords);
    derive_source(writer_, entry.registered.id, entry.registered.page_count);
    derived_ = true;
  }

  // Sources of which not every page came, after a stop for instance. Unlike those an ingest leaves they were
  // complete before, and their records are to follow from the pages as they are now.
  void derive_rest() {
    for (const Entry& entry : entries_)
      if (entry.answered > 0 && entry.answered < entry.to_do.size()) derive(entry);
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
    const StageClock::Scope timed(&clock_, Stage::kCommit);
    writer_.commit();
  }

  const IngestRequest& request_;
  const ReprocessPlan* plan_;
  store::Writer& writer_;
  Dispatcher dispatcher_;
  const IngestHooks& hooks_;
  store::RunId run_id_;
  std::vector<Entry> entries_;
  std::map<store::SourceId, int> files_;  // how many were found with its bytes
  IngestProgress progress_;
  IngestOutcome outcome_;
  StageClock clock_;
  bool derived_ = false;  // records of some source
  std::chrono::steady_clock::time_point last_commit_ = std::chrono::steady_clock::now();
};

}  // namespace

IngestOutcome ingest(const IngestRequest& request, store::Writer& writer, ipc::Pool& pool,
                     const IngestHooks& hooks) {
  return Ingest(request, nullptr, writer, pool, hooks).run();
}

IngestOutcome reprocess(const ReprocessRequest& request, const ReprocessPlan& plan, store::Writer& writer,
                        ipc::Pool& pool, const IngestHooks& hooks) {
  IngestRequest reading;
  reading.reading = request.reading;
  reading.passwords = request.passwords;
  reading.tool_version = request.tool_version;
  reading.options_json = request.options_json;
  reading.ocr_engine = request.ocr_engine;
  return Ingest(reading, &plan, writer, pool, hooks).run();
}

}  // namespace vaughn::pipeline
