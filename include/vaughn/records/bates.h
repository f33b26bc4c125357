// SPDX-License-Identifier: GPL-3.0-or-later
// Production numbers ("Bates numbers") from what stands at the edges of a source's pages. Nothing is known
// about the prefix beforehand: a series is what rises page by page.
#ifndef VAUGHN_RECORDS_BATES_H_
#define VAUGHN_RECORDS_BATES_H_

#include <string>
#include <vector>

#include "vaughn/model/bates.h"
#include "vaughn/model/page.h"

namespace vaughn::records {

// A piece of text at the top, bottom or side edge of a page, as one stamp would print it.
struct EdgeText {
  std::string text;
  Box box;
};

struct PageEdges {
  PageIndex page;
  std::vector<EdgeText> texts;
};

// What stands within 8 % of the height (top and bottom) or 6 % of the width (sides) of the page's edges;
// words of one line with less than a word's gap between them form one text.
PageEdges edges_of(const PageReading& page);

// The production numbers of a source, at most one a page, in page order. Empty when no series rises through
// at least half of the pages that have edge text. A number that breaks the sequence while both neighbours
// agree is repaired when the reading is off by few characters; a page without a number gets one inferred when
// both neighbours agree. Pages that the sequence does not explain keep what was read.
std::vector<BatesNumber> infer_bates(const std::vector<PageEdges>& pages);

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_BATES_H_
