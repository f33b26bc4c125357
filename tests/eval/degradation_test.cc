// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/degradation.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "eval/command.h"
#include "eval/generated_pages.h"
#include "vaughn/base/error.h"
#include "vaughn/base/files.h"
#include "vaughn/image/image_file.h"

namespace vaughn::eval {
namespace {

// One generated letter.
class Degradation : public testing::Test {
 protected:
  Degradation() {
    const std::string file = (folder_.path() / "page.pdf").string();
    generate_pages(file, 1, 1);
    page_ = choose_pages({file}, 0).pages.at(0);
  }

  Raster raster(const std::string& way, std::uint32_t seed = 1) {
    return make_raster(page_, ways_named(way).at(0), seed, folder_.path(), "x");
  }
  static image::Frame frame_of(const Raster& raster, SourceFormat format) {
    return image::load_frame(raster.file, format, PageIndex(0), 50).value();
  }

  TemporaryFolder folder_;
  TruePage page_;
};

TEST_F(Degradation, SameSeedSameBytes) {
  const std::string once = read_file(raster("speckle").file).value();
  EXPECT_EQ(read_file(raster("speckle").file).value(), once);
  EXPECT_NE(read_file(raster("speckle", 2).file).value(), once);
}

TEST_F(Degradation, TheFileSaysItsResolution) {
  const image::Frame clean = frame_of(raster("clean150"), SourceFormat::kPng);
  EXPECT_FALSE(clean.dpi_guessed);
  EXPECT_NEAR(clean.dpi, 150, 1);
  EXPECT_NEAR(frame_of(raster("jpeg"), SourceFormat::kJpeg).dpi, 150, 1);
  EXPECT_NEAR(frame_of(raster("bilevel"), SourceFormat::kTiff).dpi, 300, 1);
}

TEST_F(Degradation, AFaxKeepsItsTwoResolutions) {
  const image::Frame fax = frame_of(raster("fax"), SourceFormat::kTiff);
  EXPECT_FALSE(fax.dpi_guessed);
  EXPECT_NEAR(static_cast<double>(fax.bitmap.height()) / fax.bitmap.width(), 11 / 8.5, 0.02);
}

TEST_F(Degradation, AQuarterTurnSwapsTheSides) {
  const image::Frame turned = frame_of(raster("rot90"), SourceFormat::kTiff);
  EXPECT_GT(turned.bitmap.width(), turned.bitmap.height());
}

TEST_F(Degradation, BoxesHideWhatTheyCover) {
  const Raster black = raster("boxes-black");
  ASSERT_TRUE(black.covered && !black.covered->boxes.empty());
  const image::Frame frame = frame_of(black, SourceFormat::kPng);
  for (const DrawnBox& drawn : black.covered->boxes)
    EXPECT_DOUBLE_EQ(frame.bitmap.ink_share(image::Scale::of_dpi(300).to_pixels(grown(drawn.box, -1))), 1);
  EXPECT_LT(black.covered->left.size(), page_.words.size());
}

TEST_F(Degradation, WhiteBoxesBearCodes) {
  const Raster white = raster("boxes-white");
  ASSERT_TRUE(white.covered && !white.covered->boxes.empty());
  const image::Frame frame = frame_of(white, SourceFormat::kPng);
  for (const DrawnBox& drawn : white.covered->boxes) {
    EXPECT_FALSE(drawn.code.empty());
    const double ink = frame.bitmap.ink_share(image::Scale::of_dpi(300).to_pixels(grown(drawn.box, -1)));
    EXPECT_GT(ink, 0);
    EXPECT_LT(ink, 0.4);
  }
}

TEST(Ways, AnUnknownOneIsRefusedByName) {
  EXPECT_THROW(ways_named("bilevel,telegraph"), Error);
}

TEST(TruePages, GeneratedPagesHaveTextInSight) {
  const TemporaryFolder folder;
  const std::string file = (folder.path() / "pages.pdf").string();
  generate_pages(file, 8, 1);
  const ChosenPages chosen = choose_pages({folder.path().string()}, 0);
  EXPECT_EQ(chosen.pages.size(), 8u);
  EXPECT_TRUE(chosen.left_out.empty());
  EXPECT_EQ(choose_pages({file}, 3).pages.size(), 3u);
}

TEST(TruePages, ScansAndTheirLayersAreLeftOut) {
  const ChosenPages chosen =
      choose_pages({std::string(VAUGHN_SOURCE_DIR) + "/samples/release/02-production-1.pdf"}, 0);
  EXPECT_GT(chosen.left_out.count("mostly a picture"), 0u);
  EXPECT_FALSE(chosen.pages.empty());
}

TEST(TruePages, AMissingFileIsNamed) {
  try {
    choose_pages({"no/such/file.pdf"}, 0);
    FAIL();
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("no/such/file.pdf"), std::string::npos);
  }
}

TEST(RunCommand, GivesOutputComplaintsAndStatus) {
  const CommandResult result = run_command({"sh", "-c", "echo data; echo trouble >&2; exit 4"});
  EXPECT_EQ(result.output, "data\n");
  EXPECT_EQ(result.complaints, "trouble\n");
  EXPECT_EQ(result.exit_status, 4);
}

TEST(RunCommand, CountsTheTimeOfGrandchildren) {
  const CommandResult result =
      run_command({"sh", "-c", "sh -c 'i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done'; true"});
  EXPECT_GT(result.cpu_seconds, 0.02);
}

TEST(RunCommand, AddsToTheEnvironment) {
  EXPECT_EQ(run_command({"sh", "-c", "echo $OMP_THREAD_LIMIT"}, {"OMP_THREAD_LIMIT=1"}).output, "1\n");
}

TEST(RunCommand, AProgramThatIsNotThereIsNamed) {
  EXPECT_THROW(run_command({"no-such-program-here"}), Error);
  EXPECT_FALSE(is_installed("no-such-program-here"));
  EXPECT_TRUE(is_installed("sh"));
}

}  // namespace
}  // namespace vaughn::eval
