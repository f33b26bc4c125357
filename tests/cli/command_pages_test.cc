// SPDX-License-Identifier: GPL-3.0-or-later
// docs/commands/<name>.md against the table: neither may say what the other does not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "cli/command.h"
#include "vaughn/base/files.h"
#include "vaughn/base/strings.h"

namespace vaughn::cli {
namespace {

using ::testing::HasSubstr;

std::string page_of(const std::string& name) {
  Result<std::string> page = read_file(std::string(VAUGHN_SOURCE_DIR) + "/docs/commands/" + name + ".md");
  return page ? *page : "";
}

std::string section(const std::string& page, const std::string& heading) {
  const std::size_t start = page.find("# " + heading + "\n");
  if (start == std::string::npos) return {};
  return page.substr(start, page.find("\n# ", start) - start);
}

// "`-n`, `--limit` *N*", as the line above a definition has it.
std::string heading_in_page(const Option& option) {
  std::string heading = option.letter != 0 ? std::string("`-") + option.letter + "`, " : "";
  heading += "`--" + option.name + "`";
  return option.argument.empty() ? heading : heading + " *" + option.argument + "*";
}

// Lines that begin an option's entry.
std::set<std::string> headings_of_page(const std::string& page) {
  std::set<std::string> headings;
  for (const std::string& line : split(section(page, "OPTIONS"), '\n'))
    if (line.starts_with("`-")) headings.insert(line);
  return headings;
}

std::vector<Command> shown_commands() {
  std::vector<Command> shown;
  for (const Command& command : commands())
    if (command.visibility == Visibility::kShown) shown.push_back(command);
  return shown;
}

class ManPage : public ::testing::TestWithParam<Command> {};

TEST_P(ManPage, DocumentsTheOptionsOfTheTableAndNoOthers) {
  std::set<std::string> wanted;
  for (const Option& option : GetParam().options) wanted.insert(heading_in_page(option));
  EXPECT_EQ(headings_of_page(page_of(GetParam().name)), wanted);
}

TEST_P(ManPage, HasTheUsualSections) {
  for (const char* heading :
       {"NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "EXAMPLES", "SEE ALSO"})
    EXPECT_FALSE(section(page_of(GetParam().name), heading).empty()) << heading;
}

TEST_P(ManPage, HasTheSummaryOfTheTable) {
  EXPECT_THAT(section(page_of(GetParam().name), "NAME"),
              HasSubstr("\nvaughn-" + GetParam().name + " - " + GetParam().summary + "\n"));
}

TEST_P(ManPage, NamesEveryExitStatusAndNoOther) {
  std::set<std::string> wanted, found;
  for (const ExitStatus& status : GetParam().exit_statuses) wanted.insert(std::to_string(status.code));
  for (const std::string& line : split(section(page_of(GetParam().name), "EXIT STATUS"), '\n'))
    if (!line.empty() && line.find_first_not_of("0123456789") == std::string::npos) found.insert(line);
  EXPECT_EQ(found, wanted);
}

TEST_P(ManPage, NamesEveryAllowedValue) {
  const std::string options = section(page_of(GetParam().name), "OPTIONS");
  for (const Option& option : GetParam().options)
    for (const std::string& value : option.values)
      EXPECT_THAT(options, HasSubstr("`" + value + "`")) << option.name;
}

INSTANTIATE_TEST_SUITE_P(Of, ManPage, ::testing::ValuesIn(shown_commands()),
                         [](const auto& each) { return each.param.name; });

TEST(ManPages, ExistForNothingElse) {
  std::set<std::string> wanted{"vaughn.md"}, found;
  for (const Command& command : shown_commands()) wanted.insert(command.name + ".md");
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(VAUGHN_SOURCE_DIR) + "/docs/commands"))
    found.insert(entry.path().filename());
  EXPECT_EQ(found, wanted);
}

TEST(ManPageOfVaughn, ListsEveryCommand) {
  for (const Command& command : shown_commands())
    EXPECT_THAT(page_of("vaughn"), HasSubstr("**vaughn-" + command.name + "**(1)\n"));
}

}  // namespace
}  // namespace vaughn::cli
