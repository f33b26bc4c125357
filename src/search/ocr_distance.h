// SPDX-License-Identifier: GPL-3.0-or-later
// How far two words are apart for somebody who reads a bad copy: what recognition confuses costs little.
#ifndef VAUGHN_SEARCH_OCR_DISTANCE_H_
#define VAUGHN_SEARCH_OCR_DISTANCE_H_

#include <string_view>

namespace vaughn::search {

// Of words as the index has them: small letters. 1 for a letter more, less, other or swapped; a fraction for
// what recognition takes for one another (rn m, cl d, l 1 i, o 0, e c, s 5). Stops at most and answers with
// something larger.
double ocr_distance(std::string_view a, std::string_view b, double most);

// How far a spelling of this word may be off to be taken for it: the longer the word, the farther.
double tolerance(std::string_view word);

}  // namespace vaughn::search

#endif  // VAUGHN_SEARCH_OCR_DISTANCE_H_
