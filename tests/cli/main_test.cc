// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/main.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/builders.h"
#include "cli/version.h"

namespace vaughn::cli {
namespace {

using ::testing::HasSubstr;
using testing::Outcome;
using ::testing::StartsWith;
using testing::vaughn;

TEST(Vaughn, ListsItsCommandsWhenAskedNothing) {
  for (const auto& words : std::vector<std::vector<std::string>>{{}, {"help"}, {"--help"}, {"-h"}}) {
    const Outcome outcome = vaughn(words);
    EXPECT_EQ(outcome.status, 0);
    EXPECT_THAT(outcome.out, HasSubstr("\nCommands\n"));
    EXPECT_EQ(outcome.err, "");
  }
}

TEST(Vaughn, TellsItsVersion) {
  EXPECT_EQ(vaughn({"--version"}).out, "vaughn " + std::string(version()) + "\n");
  EXPECT_EQ(vaughn({"-V"}).out, vaughn({"--version"}).out);
}

TEST(Vaughn, GuessesAMistypedCommand) {
  const Outcome outcome = vaughn({"serach", "x"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err,
            "vaughn: there is no command 'serach'\n"
            "Did you mean 'search'? 'vaughn help' lists the commands.\n");
}

TEST(Vaughn, DoesNotProposeAHiddenCommand) {
  EXPECT_THAT(vaughn({"wroker"}).err, HasSubstr("vaughn help"));
}

TEST(Vaughn, SaysThatOptionsFollowTheCommand) {
  const Outcome outcome = vaughn({"--db", "x.db", "search", "y"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err,
              StartsWith("vaughn: '--db' stands where a command is expected\nOptions come after"));
}

TEST(Vaughn, EndsWithTwoWhenTheDatabaseIsNotThere) {
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"search", "x"}, {"redactions"}, {"status"}, {"show", "letter.pdf:1"}}) {
    const Outcome outcome = vaughn(words, {{"VAUGHN_DB", "/nowhere/at/all.db"}});
    EXPECT_EQ(outcome.status, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, StartsWith("vaughn: "));
    EXPECT_THAT(outcome.err, HasSubstr("/nowhere/at/all.db"));
  }
}

}  // namespace
}  // namespace vaughn::cli
