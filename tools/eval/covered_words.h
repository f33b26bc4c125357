// SPDX-License-Identifier: GPL-3.0-or-later
// Boxes over some of a page's words, as a redactor draws them, and what they do to a reading.
#ifndef VAUGHN_EVAL_COVERED_WORDS_H_
#define VAUGHN_EVAL_COVERED_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "vaughn/model/text.h"

namespace vaughn::eval {

struct DrawnBox {
  Box box;
  std::string code;  // printed inside; empty for none
  // Places in CoveredPage::left of the words next to it on its line.
  std::vector<std::size_t> neighbours{};
};

struct CoveredPage {
  std::vector<DrawnBox> boxes{};
  TextLayer left{};  // the words that can still be seen
};

// Covers runs of one to four words of a line until a tenth of the words is gone. No word is half covered.
// With `codes` each box is given one that fits.
enum class Labels { kNone, kCodes };
CoveredPage cover_words(const TextLayer& words, Labels labels, std::uint32_t seed);

struct BoxErrors {
  int boxes = 0;
  int false_in_boxes = 0;   // words read in a box though nothing, or another code, is printed there
  int false_beside = 0;     // words read next to a box that are not on the page
  int neighbours = 0;       // words next to a box
  int neighbours_read = 0;  // of these, read right at their place

  BoxErrors& operator+=(const BoxErrors& other);
  int false_words() const { return false_in_boxes + false_beside; }
};

// `reading` has boxes in points of the page.
BoxErrors compare_boxes(const CoveredPage& page, const TextLayer& reading);

}  // namespace vaughn::eval

#endif  // VAUGHN_EVAL_COVERED_WORDS_H_
