// SPDX-License-Identifier: GPL-3.0-or-later
// However an ingest is disturbed, done again until it is done it leaves the rows of an undisturbed one.
#include <gmock/gmock.h>
#include <signal.h>

#include <chrono>
#include <random>
#include <thread>

#include "disruption/program.h"
#include "support/database_dump.h"
#include "support/temporary_folder.h"

namespace vaughn::disruption {
namespace {

using std::chrono::milliseconds;

// A run of a few seconds: every page, without recognition.
std::vector<std::string> ingest_into(const std::filesystem::path& database, const std::string& jobs) {
  return {"ingest", sample("").string(), "--db", database.string(), "--no-ocr", "-j", jobs, "-q"};
}

std::string dump_of(const std::filesystem::path& database) {
  return DatabaseView(database).dump();
}

// By one worker and nobody else about, once for all tests.
const std::string& undisturbed() {
  static const std::string rows = [] {
    TemporaryFolder folder;
    const auto database = folder.path() / "release.db";
    EXPECT_EQ(vaughn(ingest_into(database, "1")).status, 0);
    return dump_of(database);
  }();
  return rows;
}

int pages_read(const std::filesystem::path& database) {
  if (!std::filesystem::exists(database)) return 0;
  try {
    return std::stoi(DatabaseView(database).rows("SELECT count(*) FROM page WHERE state <> 'pending'"));
  } catch (const std::runtime_error&) {
    return 0;  // busy, or its tables are still to be made
  }
}

bool reads_some_pages(Program& program, const std::filesystem::path& database) {
  while (pages_read(database) < 3)
    if (program.ends_within(milliseconds(20))) return false;
  return true;
}

class Ingest : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  std::filesystem::path database_ = folder_.path() / "release.db";
};

TEST_F(Ingest, StoresTheSameRowsByTwoWorkersAsByOne) {
  ASSERT_EQ(vaughn(ingest_into(database_, "2")).status, 0);
  EXPECT_EQ(dump_of(database_), undisturbed());
}

TEST_F(Ingest, RecognisesTheSameByTwoWorkersAsByOne) {
  std::string rows[2];
  for (const int jobs : {1, 2}) {
    const auto database = folder_.path() / std::to_string(jobs);
    ASSERT_EQ(vaughn({"ingest", sample("").string(), "--db", database.string(), "--pages", "1-3", "-q", "-j",
                      std::to_string(jobs)})
                  .status,
              0);
    rows[jobs - 1] = dump_of(database);
  }
  EXPECT_EQ(rows[0], rows[1]);
}

TEST_F(Ingest, KilledAtAnyMomentGoesOnWhereItWas) {
  std::mt19937 random(20311);  // the same moments in every run of the test, as far as a clock allows
  const std::vector<std::string> command = vaughn_command(ingest_into(database_, "2"));
  int kills = 0;
  for (; kills < 12; ++kills) {
    Program program(command);
    if (program.ends_within(milliseconds(random() % 700))) break;
    // One child only: a page that loses two is given up, as it should be.
    const std::vector<pid_t> children = program.children();
    if (!children.empty()) ::kill(children[random() % children.size()], SIGKILL);
    if (program.ends_within(milliseconds(random() % 200))) break;
    program.send(SIGKILL);
    EXPECT_EQ(program.wait().status, 128 + SIGKILL);
    // Every other time only: looking brings the log into order, which the program has to manage by itself.
    if (kills % 2 == 0 && std::filesystem::exists(database_)) {
      EXPECT_EQ(DatabaseView(database_).damage(), "");
    }
  }
  EXPECT_GE(kills, 2);
  const Ended last = vaughn(ingest_into(database_, "2"));
  ASSERT_EQ(last.status, 0) << last.errors;
  EXPECT_EQ(dump_of(database_), undisturbed());
}

TEST_F(Ingest, GoesOnWhenAWorkerIsKilled) {
  Program program(vaughn_command(ingest_into(database_, "2")));
  ASSERT_TRUE(reads_some_pages(program, database_));
  for (const pid_t child : program.children()) ::kill(child, SIGKILL);
  EXPECT_EQ(program.wait().status, 0);
  EXPECT_EQ(dump_of(database_), undisturbed());
}

TEST_F(Ingest, LeavesNoWorkerBehindWhenItIsKilled) {
  Program program(vaughn_command(ingest_into(database_, "2")));
  ASSERT_TRUE(reads_some_pages(program, database_));
  const std::vector<pid_t> children = program.children();
  ASSERT_FALSE(children.empty());
  program.send(SIGKILL);
  program.wait();
  for (const pid_t child : children) {
    int rounds = 0;
    while (::kill(child, 0) == 0 && ++rounds < 100) std::this_thread::sleep_for(milliseconds(50));
    EXPECT_LT(rounds, 100) << "worker " << child << " lives";
  }
}

TEST_F(Ingest, InterruptedFromTheTerminalKeepsWhatWasReadAndSaysSo) {
  Program program(vaughn_command(ingest_into(database_, "2")));
  ASSERT_TRUE(reads_some_pages(program, database_));
  program.send_to_group(SIGINT);
  const Ended ended = program.wait();

  EXPECT_EQ(ended.status, 130);
  EXPECT_EQ(DatabaseView(database_).rows("SELECT outcome FROM run"), "interrupted|\n");
  EXPECT_GE(pages_read(database_), 3);
  ASSERT_EQ(vaughn(ingest_into(database_, "2")).status, 0);
  EXPECT_EQ(dump_of(database_), undisturbed());
}

// Reading all samples again that have a text of their own.
class ReadingAgain : public Ingest {
 protected:
  static std::vector<std::string> again(const std::filesystem::path& database, const std::string& jobs) {
    return {"reprocess", "--no-ocr", "--class", "born-digital", "--db", database.string(), "-j", jobs, "-q"};
  }
  // Told by the database: a program may be killed between its last row and its exit.
  bool came_to_its_end() const {
    return DatabaseView(database_).rows(
               "SELECT count(*) FROM run WHERE name LIKE 'reprocess%' AND outcome = 'done'") == "1|\n";
  }
  // How often it was killed before its end. One that came to its end is not begun again: that would be a
  // second task, which reads all of it anew.
  int kill_again_and_again() {
    for (int kills = 0; kills < 12; ++kills) {
      Program program(vaughn_command(again(database_, "2")));
      program.ends_within(milliseconds(random_() % 300));
      program.send(SIGKILL);
      program.wait();
      if (came_to_its_end()) return kills;
    }
    return 12;
  }

 private:
  std::mt19937 random_{20314};
};

TEST_F(ReadingAgain, KilledAtAnyMomentGoesOnWhereItWas) {
  const auto ingested = folder_.path() / "ingested.db", at_once = folder_.path() / "at-once.db";
  ASSERT_EQ(vaughn(ingest_into(ingested, "2")).status, 0);
  std::filesystem::copy_file(ingested, at_once);
  ASSERT_EQ(vaughn(again(at_once, "1")).status, 0);

  int kills = 0;
  for (int attempt = 0; kills == 0 && attempt < 20; ++attempt) {
    std::filesystem::copy_file(ingested, database_, std::filesystem::copy_options::overwrite_existing);
    kills = kill_again_and_again();
  }
  ASSERT_GE(kills, 1);
  if (!came_to_its_end()) {
    const Ended last = vaughn(again(database_, "2"));
    ASSERT_EQ(last.status, 0) << last.errors;
  }
  EXPECT_EQ(DatabaseView(database_).damage(), "");
  EXPECT_EQ(dump_of(database_), dump_of(at_once));
}

TEST_F(Ingest, StopsForSigtermAsForSigint) {
  Program program(vaughn_command(ingest_into(database_, "2")));
  ASSERT_TRUE(reads_some_pages(program, database_));
  program.send(SIGTERM);
  EXPECT_EQ(program.wait().status, 130);
  EXPECT_EQ(DatabaseView(database_).rows("SELECT outcome FROM run"), "interrupted|\n");
}

// An ingest whose workers stand still, so that pages stay in flight for as long as a test wants.
class HeldUpIngest : public Ingest {
 protected:
  bool hold_up() {
    if (!reads_some_pages(program_, database_)) return false;
    for (const pid_t worker : program_.children()) ::kill(worker, SIGSTOP);
    return true;
  }
  bool says(const std::string& words) {
    for (int i = 0; i < 500; ++i) {
      if (program_.errors_so_far().find(words) != std::string::npos) return true;
      std::this_thread::sleep_for(milliseconds(20));
    }
    return false;
  }
  std::vector<std::string> without_quiet() const {
    std::vector<std::string> words = ingest_into(database_, "2");
    words.pop_back();
    return words;
  }

  Program program_{vaughn_command(without_quiet())};
  static constexpr const char* kStopping =
      "Stopping after the pages in flight; press Ctrl-C again to stop at once.";
};

TEST_F(HeldUpIngest, SaysThatItWaitsForThePagesInFlightAndThenStoresThem) {
  ASSERT_TRUE(hold_up());
  const int before = pages_read(database_);
  program_.send(SIGINT);
  ASSERT_TRUE(says(kStopping)) << program_.errors_so_far();
  EXPECT_FALSE(program_.ends_within(milliseconds(300)));
  for (const pid_t worker : program_.children()) ::kill(worker, SIGCONT);
  const Ended ended = program_.wait();

  EXPECT_EQ(ended.status, 130);
  EXPECT_THAT(ended.errors, ::testing::HasSubstr("Interrupted. What was read is stored"));
  EXPECT_GT(pages_read(database_), before);
  EXPECT_EQ(DatabaseView(database_).rows("SELECT outcome FROM run"), "interrupted|\n");
}

TEST_F(HeldUpIngest, StopsAtOnceAtTheSecondSignalWhicheverItIs) {
  ASSERT_TRUE(hold_up());
  program_.send(SIGINT);
  ASSERT_TRUE(says(kStopping)) << program_.errors_so_far();
  program_.send(SIGTERM);
  EXPECT_TRUE(program_.ends_within(milliseconds(2000)));
  EXPECT_EQ(program_.wait().status, 128 + SIGTERM);
  EXPECT_EQ(DatabaseView(database_).damage(), "");
  ASSERT_EQ(vaughn(ingest_into(database_, "2")).status, 0);
  EXPECT_EQ(dump_of(database_), undisturbed());
}

}  // namespace
}  // namespace vaughn::disruption
