// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from the stored pages, into the database.
#ifndef VAUGHN_PIPELINE_DERIVE_H_
#define VAUGHN_PIPELINE_DERIVE_H_

#include "vaughn/store/writer.h"

namespace vaughn::pipeline {

// Of one source, once its pages are there.
void derive_source(store::Writer& writer, store::SourceId source, int page_count);

// Which messages of all sources belong together.
void link_all_messages(store::Writer& writer);

}  // namespace vaughn::pipeline

#endif  // VAUGHN_PIPELINE_DERIVE_H_
