// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <utility>
#include <variant>
#include <vector>

#include "cli/wiring.h"
#include "cli/wiring_pool.h"
#include "vaughn/pipeline/inspect.h"
#include "vaughn/records/bates.h"
#include "vaughn/worker/handler.h"

namespace vaughn::cli {
namespace {

// The pages of one source until all of them are there: production numbers follow from the neighbours.
class SourcePages {
 public:
  SourcePages(report::IncludeWords words, Streams& streams) : words_(words), streams_(streams) {}

  void add(const pipeline::InspectedPage& page) {
    if (!pages_.empty() && pages_.front().source.path != page.source.path) print();
    pages_.push_back(page);
    if (auto* reading = std::get_if<PageReading>(&pages_.back().result)) {
      edges_.push_back(records::edges_of(*reading));
      if (words_ == report::IncludeWords::kNo) reading->words.clear();
    }
  }

  void print() {
    std::map<PageIndex, std::vector<BatesNumber>> bates;
    for (BatesNumber& number : records::infer_bates(edges_)) bates[number.page].push_back(std::move(number));
    for (const pipeline::InspectedPage& page : pages_) {
      const std::string& path = page.source.path;
      if (const auto* reading = std::get_if<PageReading>(&page.result))
        streams_.out << report::page_json_line(path, page.source.sha256, *reading, bates[reading->page],
                                               words_);
      else
        streams_.out << report::failed_page_json_line(path, page.source.sha256, page.page,
                                                      std::get<Problem>(page.result));
      streams_.out << '\n';
    }
    streams_.out << std::flush;  // a script reads along
    pages_.clear();
    edges_.clear();
  }

 private:
  report::IncludeWords words_;
  Streams& streams_;
  std::vector<pipeline::InspectedPage> pages_;
  std::vector<records::PageEdges> edges_;
};

}  // namespace

int run_inspect(const InspectOptions& options, Streams& streams) {
  require_languages(options.reading, streams);
  pipeline::InspectRequest request;
  request.paths.assign(options.files.begin(), options.files.end());
  request.reading = options.reading;
  request.pages = options.pages;
  request.passwords = options.passwords;
  const StopOnSignal stop;
  const auto pool = start_pool(options.jobs, options.page_timeout, options.nice);
  bool problems = false;
  SourcePages pages(options.words, streams);
  const bool complete = pipeline::inspect(
      request, *pool,
      [&](const pipeline::InspectedPage& page) {
        problems = problems || std::holds_alternative<Problem>(page.result);
        pages.add(page);
      },
      StopOnSignal::asked_and_say([&](std::string_view line) { streams.err << line << std::endl; }));
  pages.print();
  if (!complete) return kExitInterrupted;
  return problems ? kExitProblems : 0;
}

int run_worker(int fd) {
  return ipc::serve(fd, worker::make_handler());
}

}  // namespace vaughn::cli
