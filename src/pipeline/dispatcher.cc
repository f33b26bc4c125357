// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/dispatcher.h"

#include <chrono>
#include <utility>
#include <variant>

namespace vaughn::pipeline {

bool Dispatcher::run(const NextJob& next_job, const Handle& handle) {
  constexpr std::chrono::milliseconds kWait{200};  // how soon a request to stop is noticed
  std::map<int, ipc::Job> outstanding;
  bool stopped = false;
  for (;;) {
    if (!stopped && stop_()) {
      stopped = true;
      pool_.cancel();
    }
    while (!stopped && outstanding.size() < capacity()) {
      auto job = next_job();
      if (!job) break;
      outstanding.emplace(job->id, *job);
      pool_.submit(std::move(*job));
    }
    if (outstanding.empty()) return !stopped;
    auto event = pool_.next(kWait);
    if (std::holds_alternative<ipc::Idle>(event)) return !stopped;  // cancelled before it was begun
    const auto* answer = std::get_if<ipc::Answer>(&event);
    if (answer == nullptr) continue;
    const auto asked = outstanding.find(answer->job);
    if (asked == outstanding.end()) continue;
    handle(asked->second, answer->body);
    if (std::holds_alternative<ipc::JobDone>(answer->body)) outstanding.erase(asked);
  }
}

}  // namespace vaughn::pipeline
