// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/builders.h"
#include "vaughn/base/strings.h"
#include "vaughn/base/utf8.h"

namespace vaughn::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Help : public ::testing::TestWithParam<Command> {};

std::string name_of(const ::testing::TestParamInfo<Command>& info) {
  return info.param.name;
}

TEST_P(Help, FitsEightyColumns) {
  for (const std::string& line : split(command_help(GetParam()), '\n'))
    EXPECT_LE(display_width(line), 80u) << line;
}

TEST_P(Help, NamesEveryOptionAndArgument) {
  const std::string text = command_help(GetParam());
  for (const Option& option : GetParam().options) EXPECT_THAT(text, HasSubstr("  " + option_heading(option)));
  for (const Argument& argument : GetParam().arguments)
    EXPECT_THAT(text, HasSubstr("\n  " + argument.name + " "));
  for (const ExitStatus& status : GetParam().exit_statuses)
    EXPECT_THAT(text, HasSubstr("\n  " + std::to_string(status.code) + " "));
}

TEST_P(Help, IsWholeSentences) {
  for (const Option& option : GetParam().options) EXPECT_TRUE(option.help.ends_with('.')) << option.name;
  for (const ExitStatus& status : GetParam().exit_statuses)
    EXPECT_TRUE(status.meaning.ends_with('.')) << status.meaning;
  EXPECT_FALSE(GetParam().summary.ends_with('.'));
}

TEST_P(Help, ShowsExamplesThatParse) {
  if (GetParam().visibility == Visibility::kHidden) return;
  EXPECT_FALSE(GetParam().examples.empty());
  for (const Example& example : GetParam().examples)
    EXPECT_THAT(example.command, HasSubstr("vaughn " + GetParam().name));
}

TEST_P(Help, IsTheSameByEitherWay) {
  const auto by_option = testing::vaughn({GetParam().name, "--help"});
  EXPECT_EQ(by_option.out, testing::vaughn({"help", GetParam().name}).out);
  EXPECT_EQ(by_option.status, 0);
}

INSTANTIATE_TEST_SUITE_P(Of, Help, ::testing::ValuesIn(commands()), name_of);

TEST(Overview, ListsTheCommandsButNoHiddenOne) {
  for (const Command& command : commands()) {
    const std::string entry = "\n  " + command.name + " ";
    if (command.visibility == Visibility::kShown)
      EXPECT_THAT(overview(), HasSubstr(entry));
    else
      EXPECT_THAT(overview(), Not(HasSubstr(entry)));
  }
}

TEST(Overview, FitsEightyColumns) {
  for (const std::string& line : split(overview(), '\n')) EXPECT_LE(display_width(line), 80u) << line;
}

}  // namespace
}  // namespace vaughn::cli
