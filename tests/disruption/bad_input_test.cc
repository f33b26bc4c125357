// SPDX-License-Identifier: GPL-3.0-or-later
// What agencies and transfers do to files: each ends as a row with a cause, and the good ones are read.
#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>

#include "disruption/program.h"
#include "support/database_dump.h"
#include "support/temporary_folder.h"

namespace vaughn::disruption {
namespace {

using ::testing::HasSubstr;

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class BadInput : public ::testing::Test {
 protected:
  BadInput() { std::filesystem::copy(sample("03-account-list.pdf"), put("good.pdf", ""), kOver); }

  std::filesystem::path put(const std::string& name, const std::string& contents) {
    return folder_.put("in/" + name, contents);
  }
  Ended ingest(const std::vector<std::string>& more = {}) {
    std::vector<std::string> words = {
        "ingest", (folder_.path() / "in").string(), "--db", database().string(), "--no-ocr", "-q"};
    words.insert(words.end(), more.begin(), more.end());
    return vaughn(words);
  }
  std::filesystem::path database() const { return folder_.path() / "release.db"; }
  std::string rows(const std::string& sql) { return DatabaseView(database()).rows(sql); }

  void expect_kind(const std::string& name, const std::string& kind) {
    EXPECT_EQ(rows("SELECT s.name, u.kind, u.cause <> '' FROM unreadable_pages u JOIN source s ON s.path = "
                   "u.source WHERE s.name = '" +
                   name + "'"),
              name + "|" + kind + "|1|\n");
  }

  TemporaryFolder folder_;
  static constexpr auto kOver = std::filesystem::copy_options::overwrite_existing;
};

TEST_F(BadInput, OfEveryKindIsRecordedAndTheRestIsRead) {
  put("archive.pdf", "PK\x03\x04 and so on");
  const std::string whole = bytes_of(sample("02-production-1.pdf"));
  put("cut.pdf", whole.substr(0, 3000));
  put("empty.pdf", "");
  put("text.pdf", "Dear requester, please find enclosed\n");
  const Ended ended = ingest();

  EXPECT_EQ(ended.status, 3);
  expect_kind("archive.pdf", "not-a-document");
  expect_kind("cut.pdf", "damaged");
  expect_kind("empty.pdf", "empty-file");
  expect_kind("text.pdf", "not-a-document");
  EXPECT_EQ(rows("SELECT count(*) FROM unreadable_pages"), "4|\n");
  EXPECT_EQ(rows("SELECT title FROM page WHERE state = 'read'"), "good.pdf p. 1|\n");
}

TEST_F(BadInput, CutAnywhereNeverEndsTheRun) {
  const std::string whole = bytes_of(sample("02-production-1.pdf"));
  for (int eighth = 1; eighth < 8; ++eighth)
    put("cut at " + std::to_string(eighth) + ".pdf", whole.substr(0, whole.size() / 8 * eighth));
  const Ended ended = ingest({"--pages", "1-2"});

  EXPECT_THAT(ended.status, ::testing::AnyOf(0, 3)) << ended.errors;
  EXPECT_EQ(rows("SELECT count(*) FROM source WHERE state = 'new'"), "0|\n");
  EXPECT_EQ(rows("SELECT count(*) FROM page WHERE state = 'pending' AND number < 3"), "0|\n");
}

TEST_F(BadInput, WithoutPermissionIsRecordedUntilThereIsOne) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const auto path = put("kept.pdf", bytes_of(sample("01-response-letter.pdf")));
  std::filesystem::permissions(path, std::filesystem::perms::none);
  EXPECT_EQ(ingest().status, 3);
  expect_kind("kept.pdf", "unreadable");

  std::filesystem::permissions(path, std::filesystem::perms::owner_read);
  EXPECT_EQ(ingest().status, 0);
}

TEST_F(BadInput, ThatIsEncryptedIsReadOnceItsPasswordIsGiven) {
  if (std::string(QPDF_PROGRAM).empty()) GTEST_SKIP() << "qpdf is not installed";
  const auto path = put("locked.pdf", "");
  ASSERT_EQ(Program({QPDF_PROGRAM, "--encrypt", "quince7", "owner", "256", "--",
                     sample("01-response-letter.pdf").string(), path.string()})
                .wait()
                .status,
            0);
  EXPECT_EQ(ingest().status, 3);
  expect_kind("locked.pdf", "password-needed");
  EXPECT_THAT(rows("SELECT advice FROM unreadable_pages"), HasSubstr("--password-file"));

  const Ended with = ingest({"--password-file", folder_.put("passwords", "wrong\nquince7\n").string()});
  EXPECT_EQ(with.status, 0) << with.errors;
  EXPECT_EQ(rows("SELECT count(*) FROM page WHERE state = 'read'"), "3|\n");
  EXPECT_EQ(bytes_of(database()).find("quince7"), std::string::npos);
}

}  // namespace
}  // namespace vaughn::disruption
