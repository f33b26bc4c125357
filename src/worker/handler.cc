// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/worker/handler.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "worker/open_source.h"
#include "worker/page_reader.h"

namespace vaughn::worker {
namespace {

class Worker {
 public:
  void run(const ipc::Job& job, const ipc::Emit& emit) {
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
    source_.reset();
    auto opened = open_source(job.source, job.passwords);
    if (!opened) return opened.problem();
    source_ = std::move(opened).value();
    opened_ = job.source;
    return std::nullopt;
  }

  void describe(const ipc::Emit& emit) {
    auto pages = source_->page_count();
    if (!pages) {
      emit(ipc::SourceFailed{pages.problem()});
      return;
    }
    emit(ipc::Described{{*pages, source_->take_warnings()}});
  }

  void read(const ipc::Job& job, PageIndex page, const ipc::Emit& emit) {
    auto reading = reader_.read(*source_, page, job.options);
    if (reading) {
      emit(ipc::PageRead{std::move(reading).value()});
    } else {
      emit(ipc::PageFailed{page, reading.problem()});
    }
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
