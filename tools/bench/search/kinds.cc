// SPDX-License-Identifier: GPL-3.0-or-later
#include "kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "invented.h"

namespace vaughn::bench {

std::vector<Kind> kinds(int pages, int queries) {
  Words words(2);
  // A word of this rank is on about the given share of the pages: 1 - (1 - p)^250 with p as Zipf has it.
  const auto rank_of_share = [](double share) {
    const double p = -std::log(1 - share) / kWordsAPage, sum = std::log(kVocabulary) + 0.58;
    return static_cast<std::size_t>(std::min<double>(kVocabulary - 1, 1 / (p * sum)));
  };
  const std::size_t rare = rank_of_share(0.009), quarter = rank_of_share(0.25);
  const auto rare_word = [&] { return words.at_rank(rare + words.below(3 * rare)); };
  const auto common_word = [&] { return words.at_rank(words.below(quarter)); };
  std::vector<Kind> all{{"one rare word", {}, false, 30, true},
                        {"rare and common", {}, false, 30, true},
                        {"rare phrase", {}, false, 0, true},
                        {"commonest words", {}, false, 150, true},
                        {"two common words", {}, false, 150, true},
                        {"ten words joined by OR", {}, false, 0, true},
                        {"beginning of words", {}, false, 0, true},
                        {"rare word, fields", {}, false, 100},
                        {"common word, facets", {}, true, 100},
                        {"field alone, facets", {}, true, 100},
                        {"Bates range", {}, false, 100},
                        {"fuzzy", {}, false, 150},
                        {"next to a redaction", {}, false, 0}};
  for (int i = 0; i < queries; ++i) {
    all[0].queries.push_back(rare_word());
    all[1].queries.push_back(rare_word() + " " + common_word());
    all[2].queries.push_back("\"" + common_word() + " " + rare_word() + "\"");
    all[3].queries.push_back(words.at_rank(words.below(20)));
    all[4].queries.push_back(common_word() + " " + common_word());
    std::string ten = rare_word();
    for (int j = 1; j < 10; ++j) ten += " OR " + rare_word();
    all[5].queries.push_back(ten);
    all[6].queries.push_back(rare_word().substr(0, 5) + "*");
    all[7].queries.push_back(rare_word() + " exemption:b6 text-source:scan");
    all[8].queries.push_back(words.at_rank(20 + words.below(200)) + " exemption:b7");
    all[9].queries.push_back("exemption:b5 withheld:>4%");
    const auto first = words.below(static_cast<std::size_t>(pages));
    all[10].queries.push_back(fmt::format("bates:INV-{:08}..INV-{:08}", first, first + 200));
    all[11].queries.push_back(rare_word() + "~");
    all[12].queries.push_back(rare_word() + " NEXT-TO redaction");
  }
  return all;
}

}  // namespace vaughn::bench
