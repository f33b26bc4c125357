// SPDX-License-Identifier: GPL-3.0-or-later
// How much of a page's text is withheld, by area; and the sheet that stands for a page withheld in full.
// docs/amounts.md, "Shares".
#ifndef VAUGHN_WORKER_SHARES_H_
#define VAUGHN_WORKER_SHARES_H_

#include <vector>

#include "vaughn/model/geometry.h"
#include "vaughn/model/page.h"
#include "vaughn/redaction/page_context.h"

namespace vaughn::worker {

// What the boxes cover together.
double union_area(const std::vector<Box>& boxes);

// For a withheld sheet: one redaction of kind page, to which the page's codes go.
void make_page_redaction(PageReading* reading);

// Sets text_share of every redaction and text_withheld_share of the page. The page's text area is what its
// covers take and what the words outside of them take, each line at the page's line pitch. Where the words
// are not known (they wait for OCR, or cannot be read) it is the page less one-inch margins.
void measure_shares(redaction::PageKind kind, PageReading* reading);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_SHARES_H_
