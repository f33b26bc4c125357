// SPDX-License-Identifier: GPL-3.0-or-later
// What happens in a run, as it happens, for logs and counts. References hold during the call only.
#ifndef VAUGHN_PIPELINE_RUN_EVENT_H_
#define VAUGHN_PIPELINE_RUN_EVENT_H_

#include <functional>
#include <variant>

#include "vaughn/base/problem.h"
#include "vaughn/model/page.h"
#include "vaughn/model/source.h"
#include "vaughn/model/stages.h"

namespace vaughn::pipeline {

struct SourceFoundEvent {
  const Source& source;
};
struct SourceOpenedEvent {
  const Source& source;
  int page_count;
  const StageTimes& times;
};
// Nothing of it is left to do.
struct SourceKnownEvent {
  const Source& source;
};
struct SourceFailedEvent {
  const Source& source;
  const Problem& problem;
};
struct PageReadEvent {
  const Source& source;
  const PageReading& reading;
  const StageTimes& times;
};
struct PageFailedEvent {
  const Source& source;
  PageIndex page;
  const Problem& problem;
};

using RunEvent = std::variant<SourceFoundEvent, SourceOpenedEvent, SourceKnownEvent, SourceFailedEvent,
                              PageReadEvent, PageFailedEvent>;
using RunListener = std::function<void(const RunEvent&)>;

}  // namespace vaughn::pipeline

#endif  // VAUGHN_PIPELINE_RUN_EVENT_H_
