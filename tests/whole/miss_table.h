// SPDX-License-Identifier: GPL-3.0-or-later
// Where the program and the truth disagree, held against a table of the places known. A claim fails when a
// place is missing from the table and also when a place on it is right by now, so that the table says what is
// true today.
#ifndef VAUGHN_TESTS_WHOLE_MISS_TABLE_H_
#define VAUGHN_TESTS_WHOLE_MISS_TABLE_H_

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "vaughn/model/geometry.h"

namespace vaughn::whole {

enum class Claim {
  kTextSource,
  kWords,
  kRedactionFound,
  kNothingElseFound,
  kKind,
  kCodeRead,
  kNoOtherCode,
  kNoStrayLabel,
  kPageCodes,
  kMentions,
  kUnlabelled,
  kBates,
};

struct Miss {
  std::string source;
  int page = 1;
  Box box;           // empty when it is about the page
  std::string what;  // what was expected, or stands there and should not
  std::string got;   // for the reader of a failure; two misses that differ in it only are the same
};

struct KnownMiss {
  Claim claim;
  std::string source;
  int page = 1;
  Box box;
  std::string what;
  std::string why;
};

// Fails with a line for each miss that is not in the table and each of the table that is none. Boxes are the
// same when they overlap by half, because those the program found may shift a little.
testing::AssertionResult agree(Claim claim, const std::vector<Miss>& misses,
                               const std::vector<KnownMiss>& table);

}  // namespace vaughn::whole

#endif  // VAUGHN_TESTS_WHOLE_MISS_TABLE_H_
