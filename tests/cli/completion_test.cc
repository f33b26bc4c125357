// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/completion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "cli/builders.h"
#include "vaughn/base/files.h"

namespace vaughn::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// Standard output of a shell command.
std::string output_of(const std::string& command) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
  std::string text;
  std::array<char, 4096> buffer;
  while (pipe && std::fgets(buffer.data(), buffer.size(), pipe.get()) != nullptr) text += buffer.data();
  return text;
}

bool installed(const std::string& program) {
  return !output_of("command -v " + program).empty();
}

// What bash offers for a command line whose last word is being typed.
std::string bash_offers(const std::vector<std::string>& words) {
  const testing::TemporaryFolder folder;
  write_file(folder.path("script"), bash_completion(commands()));
  std::string line = "source " + folder.path("script") + "; COMP_WORDS=(";
  for (const std::string& word : words) line += " " + shell_quoted(word);
  line += " ); COMP_CWORD=" + std::to_string(words.size() - 1) + "; _vaughn; echo \"${COMPREPLY[*]}\"";
  return output_of("bash --norc -c " + shell_quoted(line));
}

TEST(BashCompletion, IsASyntacticallyCorrectScript) {
  const testing::TemporaryFolder folder;
  write_file(folder.path("script"), bash_completion(commands()));
  EXPECT_EQ(output_of("bash -n " + folder.path("script") + " 2>&1"), "");
}

TEST(BashCompletion, OffersCommandsOptionsAndValues) {
  EXPECT_EQ(bash_offers({"vaughn", "in"}), "ingest inspect\n");
  EXPECT_EQ(bash_offers({"vaughn", "search", "--js"}), "--json --jsonl\n");
  EXPECT_EQ(bash_offers({"vaughn", "redactions", "--by", ""}),
            "exemption kind page record source release month\n");
  EXPECT_EQ(bash_offers({"vaughn", "completion", "z"}), "zsh\n");
  EXPECT_EQ(bash_offers({"vaughn", "help", "red"}), "redactions\n");
}

TEST(BashCompletion, KeepsAFileNameWithSpacesTogether) {
  const testing::TemporaryFolder folder;
  write_file(folder.path("first production.pdf"), "");
  EXPECT_EQ(bash_offers({"vaughn", "ingest", folder.path("fir")}),
            folder.path("first production.pdf") + "\n");
}

TEST(ZshCompletion, IsASyntacticallyCorrectScript) {
  if (!installed("zsh")) GTEST_SKIP() << "zsh is not installed";
  const testing::TemporaryFolder folder;
  write_file(folder.path("_vaughn"), zsh_completion(commands()));
  EXPECT_EQ(output_of("zsh -n " + folder.path("_vaughn") + " 2>&1"), "");
}

TEST(FishCompletion, IsASyntacticallyCorrectScript) {
  if (!installed("fish")) GTEST_SKIP() << "fish is not installed";
  const testing::TemporaryFolder folder;
  write_file(folder.path("vaughn.fish"), fish_completion(commands()));
  EXPECT_EQ(output_of("fish --no-execute " + folder.path("vaughn.fish") + " 2>&1"), "");
}

TEST(ZshCompletion, EscapesWhatItsSpecificationsGiveAMeaning) {
  const Command command{.name = "try",
                        .summary = "it's: a [test]",
                        .options = {{.name = "when", .argument = "TIME", .help = "Such as 12:30 [sharp]."}}};
  EXPECT_THAT(zsh_completion({command}), HasSubstr(R"('try:it'\''s\: a \[test\]')"));
  EXPECT_THAT(zsh_completion({command}), HasSubstr(R"('*--when[Such as 12\:30 \[sharp\].]:TIME: ')"));
}

TEST(FishCompletion, HasALineAnOption) {
  EXPECT_THAT(
      fish_completion(commands()),
      HasSubstr(
          "complete -c vaughn -n '__fish_seen_subcommand_from search' -l limit -s n -x -d 'Print at most"));
  EXPECT_THAT(fish_completion(commands()),
              HasSubstr("complete -c vaughn -n '__fish_seen_subcommand_from "
                        "redactions' -l by -x -a 'exemption kind page record source release month'"));
}

TEST(Completion, LeavesHiddenCommandsOut) {
  for (const std::string& script :
       {bash_completion(commands()), zsh_completion(commands()), fish_completion(commands())})
    EXPECT_THAT(script, Not(HasSubstr("worker")));
}

}  // namespace
}  // namespace vaughn::cli
