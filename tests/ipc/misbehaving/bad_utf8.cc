// SPDX-License-Identifier: GPL-3.0-or-later
// Answers with text that is not UTF-8.

#include "ipc/behaviours.h"

namespace vaughn::ipc::testing {

void bad_utf8(const Job& job, const Emit& emit) {
  honest_but(job, emit, [&] {
    PageReading reading = honest_reading(kBadPage);
    reading.text = "caf\xE9";
    if (job.kind == JobKind::kRead) return emit(PageRead{reading});
    emit(Described{{kPagesOfEverySource, {{ProblemKind::kParserWarning, reading.text, {}}}}});
  });
}

}  // namespace vaughn::ipc::testing
