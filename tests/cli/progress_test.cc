// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/builders.h"
#include "cli/progress_rate.h"
#include "vaughn/base/strings.h"
#include "vaughn/base/utf8.h"

namespace vaughn::cli {
namespace {

using ::testing::HasSubstr;
using testing::MemoryStreams;

// A progress display whose time passes when the test says so.
class Display {
 public:
  explicit Display(ProgressMode mode, Device device = Device::kOther) {
    memory_.streams.err_device = device;
    progress_ = make_progress(mode, memory_.streams, [this] { return now_; });
  }
  void at(double seconds, const ProgressState& state) {
    now_ = seconds;
    progress_->update(state);
  }
  Progress& progress() { return *progress_; }
  std::string shown() const { return memory_.err.str(); }

 private:
  MemoryStreams memory_;
  double now_ = 0;
  std::unique_ptr<Progress> progress_;
};

TEST(TerminalProgress, TellsHowFarHowFastAndHowLong) {
  Display display(ProgressMode::kAuto, Device::kTerminal);
  display.at(10, {.pages_done = 20, .pages_total = 1064, .file = "r/letter.pdf", .problems = 2});
  EXPECT_EQ(display.shown(), "\r20/1,064 pages  2.0 pages/s  about 9 min left  2 problems  letter.pdf\x1b[K");
}

TEST(TerminalProgress, RedrawsAtMostTenTimesASecond) {
  Display display(ProgressMode::kAuto, Device::kTerminal);
  for (int i = 1; i <= 1000; ++i) display.at(i / 1000.0, {.pages_done = i, .pages_total = 1000, .file = "a"});
  EXPECT_LE(split(display.shown(), '\r').size(), 11u);
}

TEST(TerminalProgress, NeverWraps) {
  Display display(ProgressMode::kAuto, Device::kTerminal);
  display.at(1, {.pages_done = 1, .pages_total = 2, .file = std::string(200, 'x')});
  EXPECT_LT(display_width(split(display.shown(), '\x1b').front()) - 1, 80u);
}

TEST(TerminalProgress, PutsMessagesAboveAndLeavesNothingBehind) {
  Display display(ProgressMode::kAuto, Device::kTerminal);
  display.at(1, {.pages_done = 1, .pages_total = 2, .file = "a.pdf"});
  const std::string line = "\r1/2 pages  1.0 pages/s  about 1 s left  a.pdf\x1b[K";
  display.progress().message("b.pdf: the file is empty");
  display.progress().finish();
  EXPECT_EQ(display.shown(), line + "\r\x1b[Kb.pdf: the file is empty\n" + line + "\r\x1b[K");
}

TEST(TerminalProgress, CannotBeMadeToWriteEscapeSequencesByAFileName) {
  Display display(ProgressMode::kAuto, Device::kTerminal);
  display.at(1, {.pages_done = 1, .pages_total = 2, .file = "\x1b]0;x\x07.pdf"});
  EXPECT_EQ(display.shown().find("\x1b]"), std::string::npos);
}

TEST(PlainProgress, IsALineEveryFewSeconds) {
  Display display(ProgressMode::kAuto);
  for (int second = 1; second <= 11; ++second)
    display.at(second, {.pages_done = second, .pages_total = 50, .file = "r/a.pdf", .problems = 1});
  EXPECT_EQ(display.shown(),
            "5 of 50 pages read, 1.0 pages/s, about 45 s left, 1 problem, at a.pdf\n"
            "10 of 50 pages read, 1.0 pages/s, about 40 s left, 1 problem, at a.pdf\n");
}

TEST(JsonProgress, IsAnObjectALineWithAnEnd) {
  Display display(ProgressMode::kJson);
  display.at(2, {.pages_done = 3, .pages_total = 9, .file = "r/\"a\".pdf", .problems = 1});
  display.progress().message("two\nlines");
  display.progress().finish();
  const auto lines = split(display.shown(), '\n');
  ASSERT_EQ(lines.size(), 4u);
  const auto first = nlohmann::json::parse(lines[0]);
  EXPECT_EQ(first.at("event"), "progress");
  EXPECT_EQ(first.at("pages_done"), 3);
  EXPECT_EQ(first.at("pages_per_second"), 1.5);
  EXPECT_EQ(first.at("seconds_left"), 4);
  EXPECT_EQ(first.at("file"), "r/\"a\".pdf");
  EXPECT_EQ(nlohmann::json::parse(lines[1]).at("text"), "two\nlines");
  EXPECT_EQ(nlohmann::json::parse(lines[2]).at("event"), "finished");
}

TEST(SilentProgress, SaysNothing) {
  Display display(ProgressMode::kNone, Device::kTerminal);
  display.at(100, {.pages_done = 3, .pages_total = 9, .file = "a.pdf", .problems = 1});
  display.progress().message("a.pdf: the file is empty");
  display.progress().finish();
  EXPECT_EQ(display.shown(), "");
}

TEST(ProgressRate, ForgetsWhatIsLongAgo) {
  ProgressRate rate;
  int done = 0;
  for (int second = 0; second <= 100; ++second) rate.add(second, done += second < 50 ? 100 : 1);
  EXPECT_NEAR(rate.per_second(), 1.0, 0.1);
}

TEST(ProgressRate, SaysNothingAtFirst) {
  ProgressRate rate;
  rate.add(0, 0);
  EXPECT_EQ(rate.per_second(), 0);
}

TEST(DurationInWords, HasOneNumber) {
  EXPECT_EQ(duration_in_words(40.2), "about 40 s");
  EXPECT_EQ(duration_in_words(200), "about 3 min");
  EXPECT_EQ(duration_in_words(3600 * 5), "about 5 h");
}

}  // namespace
}  // namespace vaughn::cli
