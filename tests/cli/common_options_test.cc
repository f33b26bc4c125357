// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/common_options.h"

#include <gtest/gtest.h>

#include "cli/builders.h"
#include "vaughn/base/error.h"

namespace vaughn::cli {
namespace {

using testing::MemoryStreams;
using testing::Variables;

TEST(DatabasePath, IsTheOptionThenTheVariableThenADefault) {
  const MemoryStreams with_variable(Variables{{"VAUGHN_DB", "/data/ice.db"}});
  EXPECT_EQ(database_path(testing::parsed("status", {"--db", "x.db"}), with_variable.streams), "x.db");
  EXPECT_EQ(database_path(testing::parsed("status", {}), with_variable.streams), "/data/ice.db");
  EXPECT_EQ(database_path(testing::parsed("status", {}), MemoryStreams().streams), "vaughn.db");
}

TEST(OutputFormat, IsOneOfThree) {
  EXPECT_EQ(output_format(testing::parsed("search", {"x"})), report::Format::kTerminal);
  EXPECT_EQ(output_format(testing::parsed("search", {"x", "--jsonl"})), report::Format::kJsonLines);
  EXPECT_THROW(output_format(testing::parsed("search", {"x", "--json", "--csv"})), Error);
}

struct ColorCase {
  std::vector<std::string> words;
  Variables variables;
  Device device;
  report::Color color;
};

TEST(Colour, FollowsTheOptionThenTheEnvironmentThenTheDevice) {
  using enum report::Color;
  const ColorCase cases[] = {
      {{}, {}, Device::kTerminal, kOn},
      {{}, {}, Device::kOther, kOff},
      {{}, {{"NO_COLOR", "1"}}, Device::kTerminal, kOff},
      {{}, {{"TERM", "dumb"}}, Device::kTerminal, kOff},
      {{}, {{"CLICOLOR_FORCE", "1"}}, Device::kOther, kOn},
      {{}, {{"CLICOLOR_FORCE", "0"}}, Device::kOther, kOff},
      {{}, {{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", "1"}}, Device::kTerminal, kOff},
      {{"--color", "always"}, {{"NO_COLOR", "1"}}, Device::kOther, kOn},
      {{"--color", "never"}, {}, Device::kTerminal, kOff},
  };
  for (const ColorCase& each : cases) {
    MemoryStreams memory(each.variables);
    memory.streams.out_device = each.device;
    EXPECT_EQ(terminal(testing::parsed("status", each.words), memory.streams).color, each.color)
        << &each - cases;
  }
}

TEST(Width, IsNoLimitWhereThereIsNoTerminal) {
  MemoryStreams memory;
  EXPECT_GT(terminal(testing::parsed("status", {}), memory.streams).width, 10'000u);
  memory.streams.out_device = Device::kTerminal;
  EXPECT_EQ(terminal(testing::parsed("status", {}), memory.streams).width, 80u);
}

}  // namespace
}  // namespace vaughn::cli
