// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "support/temporary_folder.h"
#include "vaughn/intake/intake.h"

namespace vaughn::intake {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> names(const TemporaryFolder& folder, const FindOptions& options = {}) {
  std::vector<std::string> found;
  for (const fs::path& path : find_files({folder.path()}, options))
    found.push_back(fs::relative(path, folder.path()).string());
  return found;
}

using Names = std::vector<std::string>;

TEST(FindFiles, WalksFoldersInAStableOrder) {
  TemporaryFolder folder;
  for (const char* name : {"b.pdf", "a/z.pdf", "a/b.pdf", "C.pdf"}) folder.put(name, "x");
  EXPECT_EQ(names(folder), (Names{"C.pdf", "a/b.pdf", "a/z.pdf", "b.pdf"}));
}

TEST(FindFiles, SkipsHiddenFilesAndFolders) {
  TemporaryFolder folder;
  for (const char* name : {".hidden.pdf", ".git/x.pdf", "seen.pdf"}) folder.put(name, "x");
  EXPECT_EQ(names(folder), (Names{"seen.pdf"}));
}

TEST(FindFiles, TakesPatternsWithoutRegardToCase) {
  TemporaryFolder folder;
  for (const char* name : {"a.PDF", "b.txt", "drafts/c.pdf"}) folder.put(name, "x");
  EXPECT_EQ(names(folder, {{"*.pdf"}, {"drafts"}}), (Names{"a.PDF"}));
}

TEST(FindFiles, ListsAFileOnceHoweverItIsReached) {
  TemporaryFolder folder;
  const fs::path file = folder.put("a.pdf", "x");
  EXPECT_EQ(find_files({file, folder.path(), folder.path() / "." / "a.pdf"}, {}).size(), 1u);
}

TEST(FindFiles, DoesNotFollowALinkBackToItsParent) {
  TemporaryFolder folder;
  folder.put("a.pdf", "x");
  fs::create_directory_symlink(folder.path(), folder.path() / "loop");
  EXPECT_EQ(names(folder), (Names{"a.pdf"}));
}

TEST(FindFiles, AMissingPathIsKeptSoThatItIsReported) {
  EXPECT_EQ(find_files({"/nonexistent/x.pdf"}, {}), (std::vector<fs::path>{"/nonexistent/x.pdf"}));
}

}  // namespace
}  // namespace vaughn::intake
