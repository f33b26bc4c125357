// SPDX-License-Identifier: GPL-3.0-or-later
// The same passage withheld on one page and released on another: between the same words, in running text.
// What it says is not kept.
#ifndef VAUGHN_REPORT_PASSAGES_H_
#define VAUGHN_REPORT_PASSAGES_H_

#include <string>
#include <unordered_map>
#include <vector>

#include "vaughn/store/records.h"

namespace vaughn::report {

struct ShownElsewhere {
  store::PlaceRow withheld, shown;
  int passages = 1;  // between these two pages
};

// Takes the texts of all pages twice: first what is withheld, then where it may be shown. Behind a label with
// a colon nothing is looked for: forms have the same words about every value.
class Passages {
 public:
  void add_withheld(const store::PlaceRow& page, const std::string& text);
  void look_at(const store::PlaceRow& page, const std::string& text);
  // In the order in which they were found.
  std::vector<ShownElsewhere> take() { return std::move(found_); }

 private:
  struct Withheld {
    store::PlaceRow page;
    std::vector<std::string> after;
    std::size_t most_words = 0;  // that it may hold
  };
  void note(const Withheld& withheld, const store::PlaceRow& shown);

  std::unordered_map<std::string, std::vector<Withheld>> by_words_before_;
  std::vector<ShownElsewhere> found_;
};

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_PASSAGES_H_
