// SPDX-License-Identifier: GPL-3.0-or-later
// How the real program treats standard output.
#include "cli/streams.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>

namespace vaughn::cli {
namespace {

int status_of(const std::string& command) {
  const int status = std::system(("bash -c 'set -o pipefail; " + command + "'").c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

const std::string kVaughn = VAUGHN_BINARY_DIR "/vaughn";

TEST(StandardOutput, MayBeClosedByItsReader) {
  // More than a pipe holds, so that the program is still writing when head has gone.
  EXPECT_EQ(
      status_of("for i in {1..40}; do " + kVaughn + " completion zsh || exit 9; done | head -1 > /dev/null"),
      0);
}

TEST(StandardOutput, ThatIsFullIsAnError) {
  EXPECT_EQ(status_of(kVaughn + " help > /dev/full 2> /dev/null"), 2);
}

TEST(TerminalWidth, IsTheVariableWhereThereIsNoTerminal) {
  EXPECT_EQ(terminal_width(-1, "132"), 132u);
  EXPECT_EQ(terminal_width(-1, "wide"), 80u);
  EXPECT_EQ(terminal_width(-1, std::nullopt), 80u);
}

}  // namespace
}  // namespace vaughn::cli
