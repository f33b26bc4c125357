// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/parse.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/builders.h"

namespace vaughn::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::parsed;
using testing::refusal;
using ::testing::StartsWith;

TEST(Parse, TakesValuesInEverySpelling) {
  const std::vector<std::vector<std::string>> spellings = {{"order", "--limit", "5"},
                                                           {"--limit=5", "order"},
                                                           {"-n", "5", "order"},
                                                           {"-n5", "order"},
                                                           {"order", "-n", "9", "-n", "5"}};
  for (const auto& words : spellings) {
    const ParsedOptions options = parsed("search", words);
    EXPECT_EQ(options.value("limit"), "5");
    EXPECT_THAT(options.arguments(), ElementsAre("order"));
  }
}

TEST(Parse, AddsUpOptionsThatMayBeRepeated) {
  EXPECT_THAT(parsed("ingest", {"--include", "*.pdf", "r/", "--include", "*.tif"}).values("include"),
              ElementsAre("*.pdf", "*.tif"));
}

TEST(Parse, TakesWhatFollowsTwoDashesAsArguments) {
  EXPECT_THAT(parsed("search", {"--json", "--", "-2020", "--csv"}).arguments(),
              ElementsAre("-2020", "--csv"));
}

TEST(Parse, DoesNotCountArgumentsWhenHelpIsAskedFor) {
  EXPECT_TRUE(parsed("ingest", {"--help"}).has("help"));
}

TEST(Parse, ChecksEveryPartOfAList) {
  EXPECT_EQ(parsed("ingest", {"r/", "--fail-on", "leak,unread"}).value("fail-on"), "leak,unread");
  EXPECT_THAT(refusal("ingest", {"r/", "--fail-on", "leak,unraed"}), HasSubstr("Did you mean 'unread'?"));
}

struct Refused {
  std::string command;
  std::vector<std::string> words;
  std::string says;
};

// The name of the case in reports.
void PrintTo(const Refused& refused, std::ostream* out) {
  *out << refused.command;
  for (const std::string& word : refused.words) *out << ' ' << word;
}

class ParseRefuses : public ::testing::TestWithParam<Refused> {};

TEST_P(ParseRefuses, WithTheCauseAndWhereToLook) {
  const std::string text = refusal(GetParam().command, GetParam().words);
  EXPECT_THAT(text, StartsWith(GetParam().says));
  EXPECT_THAT(text, HasSubstr("'vaughn help " + GetParam().command + "' explains the command."));
}

INSTANTIATE_TEST_SUITE_P(
    Lines, ParseRefuses,
    ::testing::Values(
        Refused{"search", {"x", "--jsn"}, "'vaughn search' has no option '--jsn' | Did you mean '--json'?"},
        Refused{"search", {"x", "--js"}, "'vaughn search' has no option '--js' |"},
        Refused{"search", {"x", "-x"}, "'vaughn search' has no option '-x' | 'vaughn help"},
        Refused{"search", {"x", "--limit"}, "the option '--limit' needs a value |"},
        Refused{"search", {"x", "--limit="}, "the option '--limit' needs a value |"},
        Refused{"search", {"--db", "--json", "x"}, "the option '--db' needs a value before '--json' |"},
        Refused{"search", {"x", "--json=yes"}, "the option '--json' takes no value |"},
        Refused{"show", {}, "'vaughn show' needs a PAGE |"},
        Refused{"show", {"a.pdf:1", "b.pdf:2"}, "'vaughn show' has no use for 'b.pdf:2' |"},
        Refused{"status", {"x"}, "'vaughn status' has no use for 'x' |"},
        Refused{"redactions", {"--by", "exempion"}, "--by cannot be 'exempion' | Did you mean 'exemption'?"},
        Refused{"completion", {"tcsh"}, "SHELL cannot be 'tcsh' | Possible: bash, zsh, fish."},
        Refused{"search",
                {"x", "--color", "blue"},
                "--color cannot be 'blue' | Possible: auto, always, never."}));

}  // namespace
}  // namespace vaughn::cli
