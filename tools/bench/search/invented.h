// SPDX-License-Identifier: GPL-3.0-or-later
// A release of invented pages: words as frequent as Zipf has it, some of them misread, redactions on some.
#ifndef VAUGHN_TOOLS_BENCH_SEARCH_INVENTED_H_
#define VAUGHN_TOOLS_BENCH_SEARCH_INVENTED_H_

#include <cstddef>
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "vaughn/model/page.h"

namespace vaughn::bench {

inline constexpr int kWordsAPage = 250;
inline constexpr int kPagesASource = 1'000;
inline constexpr int kVocabulary = 120'000;
inline constexpr double kMisread = 0.02;  // of the words

class Words {
 public:
  // The same words whatever the seed, which only chooses among them.
  explicit Words(unsigned seed);

  const std::string& at_rank(std::size_t rank) const { return words_[rank]; }
  const std::string& any();
  std::string any_as_read();
  bool chance(double share) { return std::uniform_real_distribution<double>(0, 1)(random_) < share; }
  std::size_t below(std::size_t most) { return random_() % most; }

 private:
  std::mt19937 random_;
  std::vector<std::string> words_;
  std::vector<double> cumulative_;
};

// The pages, one after another, the same each time. Calls begin before those of each source of kPagesASource.
void invent_pages(int pages, const std::function<void(int source)>& begin,
                  const std::function<void(int page, PageReading&&)>& visit);

// Makes the database and prints what storing took, the inventing left out.
void make_database(const std::filesystem::path& path, int pages);

}  // namespace vaughn::bench

#endif  // VAUGHN_TOOLS_BENCH_SEARCH_INVENTED_H_
