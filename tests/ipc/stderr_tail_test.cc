// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/stderr_tail.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "vaughn/base/utf8.h"

namespace vaughn::ipc {
namespace {

TEST(StderrTail, KeepsTheEndOnly) {
  StderrTail tail{UniqueFd()};
  for (int i = 0; i < 1000; ++i) tail.add("line " + std::to_string(i) + " of many\n");
  EXPECT_EQ(tail.text().size(), StderrTail::kKept);
  EXPECT_TRUE(tail.text().ends_with("line 999 of many\n"));
}

TEST(StderrTail, KeepsTheEndOfOneLongPiece) {
  StderrTail tail{UniqueFd()};
  tail.add(std::string(100'000, 'a') + "z");
  EXPECT_EQ(tail.text().size(), StderrTail::kKept);
  EXPECT_EQ(tail.text().back(), 'z');
}

TEST(StderrTail, DrainsAPipeUntilItIsClosed) {
  int pipe[2];
  ASSERT_EQ(::pipe2(pipe, O_CLOEXEC | O_NONBLOCK), 0);
  StderrTail tail{UniqueFd(pipe[0])};
  UniqueFd writer(pipe[1]);
  ASSERT_EQ(::write(writer.get(), "odd\n", 4), 4);
  tail.drain();
  EXPECT_EQ(tail.text(), "odd\n");
  EXPECT_GE(tail.fd(), 0);
  writer.reset();
  tail.drain();
  EXPECT_EQ(tail.fd(), -1);
}

struct LineCase {
  const char* text;
  const char* line;
};

TEST(LastLine, IsTheLastOneWithSomethingOnIt) {
  const LineCase cases[] = {{"", ""},
                            {"\n \n", ""},
                            {"one", "one"},
                            {"one\n", "one"},
                            {"one\ntwo", "two"},
                            {"one\n  two \r\n\n", "two"},
                            {"bell \a rings", "bell  rings"}};
  for (const LineCase& example : cases) EXPECT_EQ(last_line(example.text), example.line) << example.text;
}

TEST(LastLine, IsShortAndValidUtf8) {
  const std::string line = last_line("\xFF" + std::string(500, 'x') + "\xE9");
  EXPECT_TRUE(is_valid_utf8(line));
  EXPECT_LT(line.size(), 300u);
}

}  // namespace
}  // namespace vaughn::ipc
