// SPDX-License-Identifier: GPL-3.0-or-later
// The same passage withheld on one page and released on another: between the same words, in running text.
// What it says is not kept.
#ifndef VAUGHN_REPORT_PASSAGES_H_
#define VAUGHN_REPORT_PASSAGES_H_

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "vaughn/store/records.h"

namespace vaughn::report {

struct ShownElsewhere {
  std::vector<store::PlaceRow> withheld, shown;  // neither is empty; each page once
};

// Takes the texts of all pages twice: first what is withheld, then where it may be shown. Behind a label with
// a colon nothing is looked for, and what stands between the same words in many versions is left out: forms
// have the same words about every value.
class Passages {
 public:
  void add_withheld(const store::PlaceRow& page, const std::string& text);
  void look_at(const store::PlaceRow& page, const std::string& text);
  // In the order of the pages on which they are withheld.
  std::vector<ShownElsewhere> take();

 private:
  struct Passage {
    std::string after;           // the words behind it
    std::size_t most_words = 0;  // that it may hold
    std::vector<store::PlaceRow> withheld{}, shown{};
    std::set<std::size_t> versions{};  // hashes of what is shown
  };

  std::vector<Passage> passages_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_words_before_;
};

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_PASSAGES_H_
