// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/pipeline/rebuild.h"

#include "pipeline/derive.h"

namespace vaughn::pipeline {

RebuildOutcome rebuild(store::Writer& writer, const RebuildHooks& hooks) {
  RebuildOutcome outcome;
  const std::vector<store::RegisteredSource> sources = writer.sources();
  int total = 0;
  for (const store::RegisteredSource& source : sources) total += source.page_count;
  for (const store::RegisteredSource& source : sources) {
    if (hooks.stop()) {
      outcome.interrupted = true;
      break;
    }
    derive_source(writer, source.id, source.page_count);
    writer.commit();
    ++outcome.sources;
    outcome.pages += source.page_count;
    hooks.progress(outcome.pages, total);
  }
  link_all_messages(writer);
  writer.commit();
  return outcome;
}

void rebuild_source(store::Writer& writer, store::SourceId id) {
  for (const store::RegisteredSource& source : writer.sources())
    if (source.id == id) derive_source(writer, source.id, source.page_count);
  link_all_messages(writer);
  writer.commit();
}

}  // namespace vaughn::pipeline
