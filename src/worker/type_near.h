// SPDX-License-Identifier: GPL-3.0-or-later
// The type that is set about a place on the page: how far a character advances, how far lines are apart. What
// amounts are estimated from (docs/amounts.md).
#ifndef VAUGHN_WORKER_TYPE_NEAR_H_
#define VAUGHN_WORKER_TYPE_NEAR_H_

#include <vector>

#include "vaughn/model/geometry.h"
#include "vaughn/model/text.h"

namespace vaughn::worker {

struct Type {
  Points advance = 5.5;        // a character, spaces between words counted as such
  Points height = 11;          // of a word's box
  Points pitch = 13.8;         // from line to line
  double word_characters = 6;  // a word and the space behind it
};

// A printed line, as far as it is told by its words.
struct TypeLine {
  Box box;
  Points height = 0;   // of its words
  Points width = 0;    // of its words and the spaces between them; wider gaps, as in a table, left out
  int characters = 0;  // in that width
  int words = 0;
};

// The lines of running text. Short ones that lie in the outer margin are left out: they are labels, stamps
// and line numbers, set in a type of their own.
std::vector<TypeLine> type_lines(const TextLayer& words, Points page_width);

// Type of the lines nearest to the box, those level with it first; headings, judged by their height against
// the other lines, do not count. Without lines, 12-point type set solid to 115 %.
Type type_near(const Box& box, const std::vector<TypeLine>& lines);

// How much of the box's width the lines above and below it fill with text, 0 to 1: ragged ends, the short
// last lines of paragraphs, lists and forms. 0.75 where there are none.
double fullness_near(const Box& box, const std::vector<TypeLine>& lines);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_TYPE_NEAR_H_
