// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn show --image` beside the files of a release, none of which it may harm or mistake.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/pdf_builder.h"
#include "support/temporary_folder.h"
#include "vaughn/base/files.h"
#include "whole/program.h"

namespace vaughn::whole {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string letter(const std::string& words) {
  return PdfBuilder().page(PdfBuilder::text(72, 700, words)).build();
}

class ShowImage : public testing::Test {
 protected:
  ShowImage() {
    folder_.put("in/letter.pdf", letter("The contract was signed by both sides in September"));
    EXPECT_EQ(run_vaughn({"ingest", "in", "--db", "r.db", "--no-ocr", "-q"}, folder_.path()).status, 0);
  }
  Outcome draw(const std::string& file) {
    return run_vaughn({"show", "letter.pdf:1", "--db", "r.db", "--image", file}, folder_.path());
  }
  std::string content(const std::string& name) { return read_file(folder_.path() / name).value(); }

  TemporaryFolder folder_;
};

TEST_F(ShowImage, DrawsIntoANewFileAndOverAnOlderPicture) {
  for (int i = 0; i < 2; ++i) {
    const Outcome outcome = draw("page.png");
    EXPECT_EQ(outcome.status, 0);
    EXPECT_EQ(outcome.err, "");
    EXPECT_THAT(content("page.png"), StartsWith("\x89PNG"));
  }
}

TEST_F(ShowImage, LeavesTheSourceAndTheDatabaseAlone) {
  std::filesystem::create_symlink("in/letter.pdf", folder_.path() / "page.png");
  for (const char* file : {"in/letter.pdf", "page.png", "r.db"}) {
    const std::string before = content(file);
    const Outcome outcome = draw(file);
    EXPECT_EQ(outcome.status, 2) << file;
    EXPECT_THAT(outcome.err, HasSubstr("which the picture would replace")) << file;
    EXPECT_EQ(content(file), before) << file;
  }
}

TEST_F(ShowImage, SaysThatTheFileIsNotWhereItWas) {
  std::filesystem::rename(folder_.path() / "in", folder_.path() / "elsewhere");
  const Outcome outcome = draw("page.png");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.err,
            "vaughn: in/letter.pdf is not where it was when ingested\n"
            "Run the command from the folder you ingested in, or ingest the file again.\n");
}

TEST_F(ShowImage, DrawsNoBoxesOnAnotherFile) {
  folder_.put("in/letter.pdf", letter("The contract was never signed"));
  const Outcome outcome = draw("page.png");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("in/letter.pdf is not the file that was ingested"));
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "page.png"));
}

}  // namespace
}  // namespace vaughn::whole
