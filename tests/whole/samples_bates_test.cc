// SPDX-License-Identifier: GPL-3.0-or-later
// The production numbers in a database of the sample records, read with plain SQLite as any other program
// would.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <memory>

#include "whole/known_misses.h"
#include "whole/sample_release.h"
#include "whole/truth.h"

namespace vaughn::whole {
namespace {

struct Number {
  std::string value, how;
};

using Numbers = std::multimap<std::pair<std::string, int>, Number>;

std::string text(sqlite3_stmt* row, int column) {
  const auto* bytes = sqlite3_column_text(row, column);
  return bytes == nullptr ? "" : reinterpret_cast<const char*>(bytes);
}

Numbers numbers_in(const std::filesystem::path& file) {
  sqlite3* opened = nullptr;
  const int status = sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
  const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database(opened, &sqlite3_close);
  EXPECT_EQ(status, SQLITE_OK);
  sqlite3_stmt* prepared = nullptr;
  sqlite3_prepare_v2(database.get(),
                     "SELECT source.name, page.number, bates.value, bates.how FROM bates "
                     "JOIN page ON page.id = bates.page JOIN source ON source.id = page.source",
                     -1, &prepared, nullptr);
  const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> rows(prepared, &sqlite3_finalize);
  Numbers numbers;
  while (sqlite3_step(rows.get()) == SQLITE_ROW) {
    const std::pair page{text(rows.get(), 0), sqlite3_column_int(rows.get(), 1)};
    numbers.insert({page, {text(rows.get(), 2), text(rows.get(), 3)}});
  }
  return numbers;
}

// A repaired number was read too; one that stands in the file's name only is on no page.
bool right(const TruePage& page, const Number& number) {
  const std::string how = number.how == "repaired" ? "read" : number.how;
  return number.value == page.bates && how == page.bates_how;
}

std::string expected(const TruePage& page) {
  return page.bates_how == "read" || page.bates_how == "inferred" ? page.bates + " " + page.bates_how
                                                                  : "none";
}

void look(const TruePage& page, const Numbers& numbers, std::vector<Miss>& missed) {
  const auto [begin, end] = numbers.equal_range({page.source, page.page});
  if (begin == end && expected(page) != "none") {
    missed.push_back({page.source, page.page, {}, expected(page), "none"});
  }
  for (auto number = begin; number != end; ++number) {
    if (right(page, number->second)) continue;
    missed.push_back(
        {page.source, page.page, {}, expected(page), number->second.value + " " + number->second.how});
  }
}

TEST(BatesOfSamples, AreReadOffThePageOrInferredFromItsNeighbours) {
  const Numbers numbers = numbers_in(sample_database().file);
  std::vector<Miss> missed;
  for (const TruePage& page : load_truth(samples_folder() / "truth.json")) look(page, numbers, missed);
  EXPECT_TRUE(agree(Claim::kBates, missed, known_misses()));
}

TEST(BatesOfSamples, NoPageHasTwo) {
  const Numbers numbers = numbers_in(sample_database().file);
  for (const auto& [page, number] : numbers) {
    EXPECT_EQ(numbers.count(page), 1U) << page.first << " page " << page.second;
  }
}

}  // namespace
}  // namespace vaughn::whole
