// SPDX-License-Identifier: GPL-3.0-or-later
// The examples of docs/query-language.md are read as it says.
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "vaughn/search/query.h"

namespace vaughn::search {
namespace {

// What stands between the first two backticks from there on.
std::string quoted(const std::string& line, std::size_t* at) {
  const std::size_t begin = line.find('`', *at);
  if (begin == std::string::npos) return {};
  const std::size_t end = line.find('`', begin + 1);
  *at = end + 1;
  return line.substr(begin + 1, end - begin - 1);
}

TEST(Documentation, ExamplesAreReadAsItSays) {
  std::ifstream file(std::string(VAUGHN_SOURCE_DIR) + "/docs/query-language.md");
  int examples = 0;
  bool in_examples = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) in_examples = line == "## Examples";
    if (!in_examples || !line.starts_with("| `")) continue;
    std::size_t at = 0;
    const std::string typed = quoted(line, &at), read = quoted(line, &at);
    const auto question = parse_query(typed).question;
    ASSERT_TRUE(question) << typed;
    EXPECT_EQ(print(*question), read) << typed;
    ++examples;
  }
  EXPECT_GT(examples, 15);
}

}  // namespace
}  // namespace vaughn::search
