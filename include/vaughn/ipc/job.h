// SPDX-License-Identifier: GPL-3.0-or-later
// What the parent asks of a worker and what comes back, page by page: plain values.
#ifndef VAUGHN_IPC_JOB_H_
#define VAUGHN_IPC_JOB_H_

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "vaughn/base/problem.h"
#include "vaughn/model/page.h"
#include "vaughn/model/source.h"
#include "vaughn/model/stages.h"

namespace vaughn::ipc {

enum class JobKind {
  kDescribe,  // open the source and say how many pages it has
  kRead,      // read the pages given, in their order
};

struct Job {
  int id = 0;  // the submitter's; comes back with every answer
  JobKind kind = JobKind::kRead;
  Source source;                       // format is set
  std::vector<std::string> passwords;  // tried in order, after the empty one
  ReadOptions options;
  std::vector<PageIndex> pages;  // kRead: never empty
  // Set by the pool for a page that is tried once more: what happened to it at full resolution, if a lower
  // one may help. The job is then about this page alone.
  std::optional<Problem> first_try{};

  bool operator==(const Job&) const = default;
};

// Answers to one job: kDescribe gets one Described or one SourceFailed; kRead gets, in the order of its
// pages, a PageRead or a PageFailed for each (or one SourceFailed when the source cannot be opened at all).
// JobDone is last, always, whatever happened to the worker.
struct Described {
  SourceDescription description;
  StageTimes times{};  // of opening it
  bool operator==(const Described&) const = default;
};
struct SourceFailed {
  Problem problem;
  bool operator==(const SourceFailed&) const = default;
};
struct PageRead {
  PageReading reading;
  StageTimes times{};  // of the worker, since its last answer
  bool operator==(const PageRead&) const = default;
};
struct PageFailed {
  PageIndex page;
  Problem problem;
  bool operator==(const PageFailed&) const = default;
};
struct JobDone {
  bool operator==(const JobDone&) const = default;
};

struct Answer {
  int job = 0;
  std::variant<Described, SourceFailed, PageRead, PageFailed, JobDone> body;
  bool operator==(const Answer&) const = default;
};

// Receives the answers of a job as they come. A handler calls it any number of times; JobDone is sent by the
// caller of the handler, not by the handler.
using Emit = std::function<void(decltype(Answer::body))>;

// Does a job. Runs in the child (ipc::serve) or inline. May crash, hang or run out of memory; must not throw.
using Handler = std::function<void(const Job&, const Emit&)>;

}  // namespace vaughn::ipc

#endif  // VAUGHN_IPC_JOB_H_
