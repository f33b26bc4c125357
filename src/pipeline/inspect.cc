// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/pipeline/inspect.h"

#include <deque>
#include <map>
#include <optional>
#include <utility>

#include "pipeline/dispatcher.h"
#include "vaughn/intake/intake.h"

namespace vaughn::pipeline {
namespace {

using Body = decltype(ipc::Answer::body);
using Visit = std::function<void(const InspectedPage&)>;
using PageResult = std::variant<PageReading, Problem>;

// A file between being found and being printed.
struct OpenFile {
  enum class State { kUnopened, kAsked, kOpened, kFailed };

  Source source;
  State state = State::kUnopened;
  std::optional<Problem> problem;      // kFailed
  std::vector<PageIndex> pages;        // kOpened
  std::size_t asked = 0, printed = 0;  // of pages
  std::vector<Problem> warnings;
  std::map<PageIndex, PageResult> waiting;  // done before their turn
};

// Several files are under way at once, so that a folder of single pages keeps every worker busy; they are
// printed in order.
class Inspection {
 public:
  Inspection(const InspectRequest& request, Dispatcher& dispatcher, const Visit& visit)
      : request_(request),
        dispatcher_(dispatcher),
        visit_(visit),
        paths_(intake::find_files(request.paths, {})) {}

  std::optional<ipc::Job> next_job() {
    for (;;) {
      for (OpenFile& file : files_)
        if (auto job = job_for(file)) return job;
      if (next_path_ == paths_.size() || files_.size() >= dispatcher_.capacity()) return std::nullopt;
      take_in(paths_[next_path_++]);
      print_what_is_ready();
    }
  }

  void handle(const ipc::Job& job, const Body& body) {
    OpenFile& file = *asked_.at(job.id);
    if (const auto* described = std::get_if<ipc::Described>(&body)) {
      file.state = OpenFile::State::kOpened;
      file.pages = request_.pages.of(described->description.page_count);
      file.warnings = described->description.problems;
    } else if (const auto* read = std::get_if<ipc::PageRead>(&body)) {
      file.waiting.insert_or_assign(read->reading.page, read->reading);
    } else if (const auto* failed = std::get_if<ipc::PageFailed>(&body)) {
      file.waiting.insert_or_assign(failed->page, failed->problem);
    } else if (const auto* lost = std::get_if<ipc::SourceFailed>(&body)) {
      if (job.kind == ipc::JobKind::kDescribe) fail(file, lost->problem);
      for (const PageIndex page : job.pages) file.waiting.insert_or_assign(page, lost->problem);
    } else {
      asked_.erase(job.id);
    }
    print_what_is_ready();
  }

 private:
  void take_in(const std::filesystem::path& path) {
    intake::Examined examined = intake::examine(path);
    OpenFile& file = files_.emplace_back();
    file.source = std::move(examined.source);
    if (examined.problem) fail(file, *examined.problem);
  }

  static void fail(OpenFile& file, const Problem& problem) {
    file.state = OpenFile::State::kFailed;
    file.problem = problem;
  }

  std::optional<ipc::Job> job_for(OpenFile& file) {
    ipc::Job job;
    if (file.state == OpenFile::State::kUnopened) {
      job.kind = ipc::JobKind::kDescribe;
      file.state = OpenFile::State::kAsked;
    } else if (file.state == OpenFile::State::kOpened && file.asked < file.pages.size() &&
               file.asked - file.printed < kMostAhead) {
      // One page a job: a script wants the first page soon.
      job.pages = {file.pages[file.asked++]};
    } else {
      return std::nullopt;
    }
    job.id = dispatcher_.take_id();
    job.source = file.source;
    job.passwords = request_.passwords;
    job.options = request_.reading;
    asked_[job.id] = &file;
    return job;
  }

  void print_what_is_ready() {
    while (!files_.empty()) {
      OpenFile& file = files_.front();
      if (const auto problem = std::exchange(file.problem, std::nullopt))
        visit_({file.source, std::nullopt, *problem});
      if (file.state == OpenFile::State::kOpened) print_pages(file);
      const bool finished = file.state == OpenFile::State::kFailed ||
                            (file.state == OpenFile::State::kOpened && file.printed == file.pages.size());
      if (!finished || still_answering(file)) return;
      files_.pop_front();
    }
  }

  void print_pages(OpenFile& file) {
    while (file.printed < file.pages.size()) {
      const auto next = file.waiting.find(file.pages[file.printed]);
      if (next == file.waiting.end()) return;
      PageResult result = std::move(next->second);
      file.waiting.erase(next);
      ++file.printed;
      if (auto* reading = std::get_if<PageReading>(&result)) put_warnings(&file, reading);
      visit_({file.source, file.pages[file.printed - 1], std::move(result)});
    }
  }

  // What the parser said on opening belongs to no page; the first one shown carries it. What it said later is
  // left out: which page carries that depends on which worker met a shared object first.
  static void put_warnings(OpenFile* file, PageReading* reading) {
    std::erase_if(reading->problems,
                  [](const Problem& problem) { return problem.kind == ProblemKind::kParserWarning; });
    reading->problems.insert(reading->problems.begin(), file->warnings.begin(), file->warnings.end());
    file->warnings.clear();
  }

  // Its last JobDone is yet to come.
  bool still_answering(const OpenFile& file) const {
    for (const auto& [id, asked] : asked_)
      if (asked == &file) return true;
    return false;
  }

  static constexpr std::size_t kMostAhead = 64;  // pages of a file read before the one to be printed next

  const InspectRequest& request_;
  Dispatcher& dispatcher_;
  const Visit& visit_;
  std::vector<std::filesystem::path> paths_;
  std::size_t next_path_ = 0;
  std::deque<OpenFile> files_;  // a deque: files keep their address while others come and go at the ends
  std::map<int, OpenFile*> asked_;
};

}  // namespace

bool inspect(const InspectRequest& request, ipc::Pool& pool, const Visit& visit,
             const std::function<bool()>& stop) {
  Dispatcher dispatcher(pool, stop);
  Inspection inspection(request, dispatcher, visit);
  return dispatcher.run([&] { return inspection.next_job(); },
                        [&](const ipc::Job& job, const Body& body) { inspection.handle(job, body); });
}

}  // namespace vaughn::pipeline
