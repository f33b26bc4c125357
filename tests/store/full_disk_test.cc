// SPDX-License-Identifier: GPL-3.0-or-later
// The n-th write fails, for every n until none does. Whatever n is, the database opens again, is sound, and
// holds everything that a commit() had returned for.
#include <gtest/gtest.h>

#include "store/builders.h"
#include "store/failing_vfs.h"
#include "vaughn/base/error.h"
#include "vaughn/store/reader.h"

namespace vaughn::store {
namespace {

struct Outcome {
  int committed_pages = 0;
  std::optional<ErrorCode> error;
};

// Ingests six pages in three commits and ends cleanly, as far as it gets.
Outcome ingest(const std::filesystem::path& database) {
  Outcome outcome;
  try {
    OneSource one(database, 6);
    for (int page = 1; page <= 6; ++page) {
      one.put(full_reading(page));
      if (page % 2 != 0) continue;
      one.writer->commit();
      outcome.committed_pages = page;
    }
    one.writer->end_run(one.run, "done");
    one.writer->optimize();
  } catch (const Error& error) {
    outcome.error = error.code();
  }
  return outcome;
}

int pages_read(const std::filesystem::path& database) {
  return std::stoi(value_of(database, "SELECT count(*) FROM page WHERE state = 'read'"));
}

// The index knows the same words as the pages; only FTS5 itself can tell.
void expect_sound(const std::filesystem::path& database) {
  EXPECT_EQ(value_of(database, "PRAGMA integrity_check"), "ok");
  EXPECT_EQ(value_of(database, "PRAGMA foreign_key_check"), "(no row)");
  const auto reader = Reader::open(database);
  SearchRequest query;
  query.question = Question::of(Term{"nimbus"});
  query.limit = 0;
  EXPECT_EQ(static_cast<int>(reader->search(query).size()), pages_read(database));
}

void fail_each_write(int result, ErrorCode expected) {
  bool failed = true;
  int writes = 0;
  for (; failed; ++writes) {
    SCOPED_TRACE("after " + std::to_string(writes) + " writes");
    TemporaryFolder folder;
    Outcome outcome;
    {
      FailingVfs vfs(writes, result);
      outcome = ingest(folder.database());
      failed = vfs.has_failed();
    }
    // A clean end that fails is no error: what it would have tidied up is found by the next one.
    EXPECT_EQ(outcome.error.value_or(expected), expected);
    const FailingVfs enough_space;
    { Writer::open(folder.database()); }
    ASSERT_GE(pages_read(folder.database()), outcome.committed_pages);
    expect_sound(folder.database());
    // And the run can be done again over what is there.
    ASSERT_EQ(ingest(folder.database()).error, std::nullopt);
    ASSERT_EQ(pages_read(folder.database()), 6);
  }
  EXPECT_GT(writes, 50);  // it did write
}

TEST(FullDisk, CostsNothingThatWasCommitted) {
  fail_each_write(SQLITE_FULL, ErrorCode::kDiskFull);
}

TEST(FailingDisk, CostsNothingThatWasCommitted) {
  fail_each_write(SQLITE_IOERR_WRITE, ErrorCode::kDatabase);
}

TEST(FullDisk, LeavesTheOpenTransactionUsableWhenAPutFails) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  one.put(reading(1, "kept"));
  // A page that the source does not have breaks a foreign key, the nearest to a failing put without a failing
  // disk.
  EXPECT_THROW(one.writer->put_bates(one.source, {bates(1, "AGENCY-1"), bates(99, "AGENCY-2")}), Error);
  one.writer->commit();
  EXPECT_EQ(pages_read(folder.database()), 1);
  EXPECT_EQ(value_of(folder.database(), "SELECT count(*) FROM bates"), "0");
}

}  // namespace
}  // namespace vaughn::store
