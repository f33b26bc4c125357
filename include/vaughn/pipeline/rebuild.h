// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that is derived from stored pages, derived anew: without the files, without OCR.
#ifndef VAUGHN_PIPELINE_REBUILD_H_
#define VAUGHN_PIPELINE_REBUILD_H_

#include <functional>

#include "vaughn/store/writer.h"

namespace vaughn::pipeline {

struct RebuildOutcome {
  int sources = 0, pages = 0;
  bool interrupted = false;
};

struct RebuildHooks {
  // After each source: how many pages are done, of how many.
  std::function<void(int, int)> progress = [](int, int) {};
  std::function<bool()> stop = [] { return false; };
};

// Source by source, each whole or not at all. People's corrections hold.
RebuildOutcome rebuild(store::Writer& writer, const RebuildHooks& hooks);

// Of one source only, after somebody corrected it. Commits.
void rebuild_source(store::Writer& writer, store::SourceId source);

}  // namespace vaughn::pipeline

#endif  // VAUGHN_PIPELINE_REBUILD_H_
