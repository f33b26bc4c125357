// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of page a text is, as far as that changes what a code on it means. See docs/exemption-codes.md.
#ifndef VAUGHN_REDACTION_PAGE_CONTEXT_H_
#define VAUGHN_REDACTION_PAGE_CONTEXT_H_

#include <string_view>

namespace vaughn::redaction {

enum class PageKind {
  kOrdinary,          // a released record
  kLetter,            // the agency's answer to a request: its codes are mentions
  kExplanationSheet,  // lists what each exemption means: its codes are mentions
  kWithheldSheet,     // stands for a page or document withheld in full
  kDeletedPageSheet,  // lists pages left out: "Page 21 ~ b7E;". Its codes are about pages that are not there
  kReferralSheet,     // stands for a page another agency is to answer for
  kDuplicateSheet,    // stands for a page that is elsewhere in the release
};

// From the page's text alone, recognised text included: letters may be misread and lines broken. Never
// throws.
PageKind classify_page(std::string_view text);

// Stands for, or lists, pages that are not there.
bool is_sheet(PageKind kind);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_PAGE_CONTEXT_H_
