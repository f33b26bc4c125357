// SPDX-License-Identifier: GPL-3.0-or-later
// What stands at the edges of pages, where agencies, courts and printers put their numbers.
#ifndef VAUGHN_RECORDS_EDGES_H_
#define VAUGHN_RECORDS_EDGES_H_

#include <string>
#include <vector>

#include "vaughn/model/page.h"

namespace vaughn::records {

// A piece of text at the top, bottom or side edge of a page, as one stamp would print it.
struct EdgeText {
  std::string text;
  Box box;
  std::vector<Box> words{};  // the boxes of its words, when they are known one by one
  bool printed = false;      // the file's own text, which nobody misread
  bool declared = false;     // the file itself calls it a production number
};

struct PageEdges {
  PageIndex page;
  std::vector<EdgeText> texts;
};

// What stands within 9 % of the height (top and bottom) or 6 % of the width (sides) of the page's edges;
// words of one line with less than a word's gap between them form one text. The lines of the edges that were
// recognised by themselves (PageReading::edge_lines) are texts too, behind the others: the same stamp may be
// there twice, read differently. What the file declares to be a production number is one wherever it stands,
// as it is shown, or as it is declared when its font does not tell what it shows.
PageEdges edges_of(const PageReading& page);

// Whether no part of a number is missing from what is shown for it.
bool is_all_shown(const BatesArtifact& artifact);

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_EDGES_H_
