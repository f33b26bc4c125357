// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is full, and a file that may not grow, end the run and cost nothing that was stored.
#include <gmock/gmock.h>

#include "disruption/program.h"
#include "support/database_dump.h"
#include "support/temporary_folder.h"

namespace vaughn::disruption {
namespace {

using ::testing::HasSubstr;

std::vector<std::string> ingest_into(const std::filesystem::path& database) {
  return {"ingest", sample("").string(), "--db", database.string(), "--no-ocr", "--pages", "1-8", "-q"};
}

const std::string& expected_rows() {
  static const std::string rows = [] {
    TemporaryFolder folder;
    const auto database = folder.path() / "release.db";
    EXPECT_EQ(vaughn(ingest_into(database)).status, 0);
    return DatabaseView(database).dump();
  }();
  return rows;
}

void expect_sound_and_resumable(const std::filesystem::path& database) {
  EXPECT_EQ(DatabaseView(database).damage(), "");
  ASSERT_EQ(vaughn(ingest_into(database)).status, 0);
  EXPECT_EQ(DatabaseView(database).dump(), expected_rows());
}

// Ingests on a small disk of its own, for which a user needs no rights where the kernel lets users have
// namespaces, and saves what is on it in the end.
Ended ingest_on_a_disk_of(const std::string& size, const std::filesystem::path& disk,
                          const std::filesystem::path& saved) {
  const std::string script =
      "disk=$1; saved=$2; size=$3; shift 3; mount -t tmpfs -o size=$size none \"$disk\" || exit 77;"
      " \"$@\"; status=$?; cp \"$disk\"/* \"$saved\"; exit $status";
  std::filesystem::create_directories(disk);
  std::filesystem::create_directories(saved);
  std::vector<std::string> command = {"unshare", "-Urm",        "sh",           "-c", script,
                                      "sh",      disk.string(), saved.string(), size};
  for (const std::string& word : vaughn_command(ingest_into(disk / "release.db"))) command.push_back(word);
  return Program(command).wait();
}

TEST(FullDisk, EndsTheRunWithItsCauseAndASoundDatabase) {
  for (const std::string size : {"150k", "600k", "900k"}) {  // in making the tables, and twice in reading
    SCOPED_TRACE(size);
    TemporaryFolder folder;
    const Ended ended = ingest_on_a_disk_of(size, folder.path() / "disk", folder.path() / "saved");
    if (ended.status == 77 || ended.status == 127 || ended.errors.starts_with("unshare:"))
      GTEST_SKIP() << "no disk of our own: " << ended.errors;

    EXPECT_EQ(ended.status, 2);
    EXPECT_THAT(ended.errors, HasSubstr("no space is left"));
    EXPECT_THAT(ended.errors, HasSubstr("Free some space"));
    expect_sound_and_resumable(folder.path() / "saved" / "release.db");
  }
}

TEST(FileThatMayNotGrow, EndsTheRunWithASoundDatabase) {
  for (const long kilobytes : {100, 320, 700}) {
    SCOPED_TRACE(kilobytes);
    TemporaryFolder folder;
    const auto database = folder.path() / "release.db";
    const Ended ended = vaughn(ingest_into(database), kilobytes * 1024);
    EXPECT_EQ(ended.status, 2);
    EXPECT_THAT(ended.errors, HasSubstr("release.db"));
    expect_sound_and_resumable(database);
  }
}

}  // namespace
}  // namespace vaughn::disruption
