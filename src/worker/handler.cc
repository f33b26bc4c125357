// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/worker/handler.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "worker/open_source.h"
#include "worker/page_reader.h"
#include "worker/stage_timer.h"

namespace vaughn::worker {
namespace {

class Worker {
 public:
  void run(const ipc::Job& job, const ipc::Emit& emit) {
    stage_clock().take();  // time spent waiting is no stage of a page
    if (auto problem = open(job)) {
      emit(ipc::SourceFailed{*problem});
      return;
    }
    if (job.kind == ipc::JobKind::kDescribe) {
      describe(emit);
    } else {
      for (const PageIndex page : job.pages) read(job, page, emit);
    }
  }

 private:
  // Several jobs in a row are about the same source: it stays open between them.
  std::optional<Problem> open(const ipc::Job& job) {
    if (source_ != nullptr && job.source == opened_) return std::nullopt;
    const StageTimer timer(Stage::kOpen);
    source_.reset();
    auto opened = open_source(job.source, job.passwords);
    if (!opened) return opened.problem();
    source_ = std::move(opened).value();
    opened_ = job.source;
    return std::nullopt;
  }

  void describe(const ipc::Emit& emit) {
    auto pages = timed(Stage::kOpen, [&] { return source_->page_count(); });
    if (!pages) {
      emit(ipc::SourceFailed{pages.problem()});
      return;
    }
    emit(ipc::Described{{*pages, source_->take_warnings()}, stage_clock().take()});
  }

  void read(const ipc::Job& job, PageIndex page, const ipc::Emit& emit) {
    auto reading = reader_.read(*source_, page, job.options, job.first_try);
    if (reading) {
      emit(ipc::PageRead{std::move(reading).value(), stage_clock().take()});
    } else {
      emit(ipc::PageFailed{page, reading.problem()});
    }
    stage_clock().take();  // nor does the sending count
  }

  Source opened_;
  std::unique_ptr<OpenSource> source_;
  PageReader reader_;
};

}  // namespace

ipc::Handler make_handler() {
  return [worker = std::make_shared<Worker>()](const ipc::Job& job, const ipc::Emit& emit) {
    worker->run(job, emit);
  };
}

}  // namespace vaughn::worker
