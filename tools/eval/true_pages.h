// SPDX-License-Identifier: GPL-3.0-or-later
// Pages whose text is known because the file draws it: what readers of pictures are measured against.
#ifndef VAUGHN_EVAL_TRUE_PAGES_H_
#define VAUGHN_EVAL_TRUE_PAGES_H_

#include <map>
#include <string>
#include <vector>

#include "vaughn/model/page_number.h"
#include "vaughn/model/text.h"

namespace vaughn::eval {

struct TruePage {
  std::string file;
  PageIndex page{0};
  Points width = 0, height = 0;
  TextLayer words{};  // all of them drawn and in sight, in reading order
};

struct ChosenPages {
  std::vector<TruePage> pages{};
  std::map<std::string, int> left_out{};  // number of pages by why
  std::vector<std::string> unreadable{};  // a sentence for each file that could not be opened
  int files = 0;                          // that a page was taken from
};

// PDF files, and folders searched for them, in the order of their paths. At most `pages_a_file` of each file,
// spread evenly over those that will do; 0 for all. Throws vaughn::Error for a path that does not exist.
ChosenPages choose_pages(const std::vector<std::string>& paths, int pages_a_file);

}  // namespace vaughn::eval

#endif  // VAUGHN_EVAL_TRUE_PAGES_H_
