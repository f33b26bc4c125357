// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/redaction/page_context.h"

namespace vaughn::redaction {

bool is_sheet(PageKind kind) {
  return kind == PageKind::kWithheldSheet || kind == PageKind::kDeletedPageSheet ||
         kind == PageKind::kReferralSheet || kind == PageKind::kDuplicateSheet;
}

}  // namespace vaughn::redaction
