// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps a pool supplied with jobs and hands every answer to whoever asked.
#ifndef VAUGHN_PIPELINE_DISPATCHER_H_
#define VAUGHN_PIPELINE_DISPATCHER_H_

#include <functional>
#include <map>
#include <optional>

#include "vaughn/ipc/pool.h"

namespace vaughn::pipeline {

class Dispatcher {
 public:
  // The next job to do, with an id from take_id(); nothing when there is none at the moment. Asked again
  // after every answer; the run ends when there is none and none is under way.
  using NextJob = std::function<std::optional<ipc::Job>()>;
  using Handle = std::function<void(const ipc::Job&, const decltype(ipc::Answer::body)&)>;

  Dispatcher(ipc::Pool& pool, std::function<bool()> stop) : pool_(pool), stop_(std::move(stop)) {}

  int take_id() { return ++last_id_; }
  int workers() const { return pool_.workers(); }
  // Jobs that can usefully be under way or waiting.
  std::size_t capacity() const { return static_cast<std::size_t>(2 * pool_.workers()); }

  // False when stopped before everything was done; answers of pages under way were still handled.
  bool run(const NextJob& next_job, const Handle& handle);

 private:
  ipc::Pool& pool_;
  std::function<bool()> stop_;
  int last_id_ = 0;
};

}  // namespace vaughn::pipeline

#endif  // VAUGHN_PIPELINE_DISPATCHER_H_
