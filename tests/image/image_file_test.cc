// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/image/image_file.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <filesystem>

#include "image/pixels.h"
#include "vaughn/base/files.h"

namespace vaughn::image {
namespace {

namespace fs = std::filesystem;

// A folder of its own for each test, with files written by the same library that will read them.
class ImageFile : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() /
              (std::string("vaughn-image-") + testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  // The upper half is ink.
  static PixPtr picture(int width, int height, int depth, int x_dpi, int y_dpi) {
    Bitmap bitmap = Bitmap::blank(width, height, depth);
    bitmap.fill({0, 0, width, height / 2}, 0);
    PixPtr pix(pixCopy(nullptr, pix_of(bitmap)));
    pixSetResolution(pix.get(), x_dpi, y_dpi);
    return pix;
  }
  fs::path write(const char* name, PIX* pix, int format) const {
    const fs::path path = folder_ / name;
    EXPECT_EQ(pixWrite(path.c_str(), pix, format), 0);
    return path;
  }
  fs::path write_bytes(const char* name, const std::string& bytes) const {
    write_file(folder_ / name, bytes);
    return folder_ / name;
  }
  // The first share of a file.
  fs::path cut(const fs::path& path, double share) const {
    const std::string bytes = *read_file(path);
    return write_bytes("cut",
                       bytes.substr(0, static_cast<std::size_t>(static_cast<double>(bytes.size()) * share)));
  }

  fs::path folder_;
};

TEST_F(ImageFile, ReadsEveryFormat) {
  const struct {
    SourceFormat format;
    int written_as, depth;
  } cases[] = {{SourceFormat::kPng, IFF_PNG, 32},       {SourceFormat::kPng, IFF_PNG, 1},
               {SourceFormat::kTiff, IFF_TIFF_G4, 1},   {SourceFormat::kTiff, IFF_TIFF_LZW, 8},
               {SourceFormat::kJpeg, IFF_JFIF_JPEG, 8}, {SourceFormat::kJpeg2000, IFF_JP2, 8}};
  for (const auto& c : cases) {
    const fs::path path = write("page", picture(300, 200, c.depth, 100, 100).get(), c.written_as);
    const auto frame = load_frame(path, c.format, PageIndex(0), 10);
    ASSERT_TRUE(frame.ok()) << c.written_as << ": " << frame.problem().cause;
    EXPECT_EQ(frame->bitmap.width(), 300);
    EXPECT_EQ(frame->bitmap.height(), 200);
    EXPECT_NEAR(frame->bitmap.ink_share(frame->bitmap.bounds()), 0.5, 0.02) << c.written_as;
  }
}

TEST_F(ImageFile, CountsTheFramesOfATiffAndReadsEachOne) {
  const fs::path path = folder_ / "fax.tif";
  pixWriteTiff(path.c_str(), picture(100, 50, 1, 200, 200).get(), IFF_TIFF_G4, "w");
  pixWriteTiff(path.c_str(), picture(60, 80, 1, 200, 200).get(), IFF_TIFF_G4, "a");
  EXPECT_EQ(count_frames(path, SourceFormat::kTiff).value(), 2);
  EXPECT_EQ(load_frame(path, SourceFormat::kTiff, PageIndex(1), 10)->bitmap.width(), 60);
  EXPECT_FALSE(load_frame(path, SourceFormat::kTiff, PageIndex(2), 10).ok());
}

TEST_F(ImageFile, SquaresThePixelsOfAFax) {
  const fs::path path = write("fax.tif", picture(204, 98, 1, 204, 98).get(), IFF_TIFF_G4);
  const auto frame = load_frame(path, SourceFormat::kTiff, PageIndex(0), 10);
  ASSERT_TRUE(frame.ok());
  EXPECT_EQ(frame->bitmap.height(), 204);
  EXPECT_DOUBLE_EQ(frame->dpi, 204);
}

TEST_F(ImageFile, GuessesAMissingResolutionAndSaysSo) {
  const auto said = load_frame(write("a.tif", picture(850, 1100, 1, 300, 300).get(), IFF_TIFF_G4),
                               SourceFormat::kTiff, PageIndex(0), 10);
  EXPECT_FALSE(said->dpi_guessed);
  EXPECT_DOUBLE_EQ(said->dpi, 300);
  const auto silent = load_frame(write("b.png", picture(850, 1100, 8, 0, 0).get(), IFF_PNG),
                                 SourceFormat::kPng, PageIndex(0), 10);
  EXPECT_TRUE(silent->dpi_guessed);
  EXPECT_DOUBLE_EQ(silent->dpi, 100);
}

TEST_F(ImageFile, MakesAPictureOfTooManyPixelsSmaller) {
  struct Case {
    const char* name;
    SourceFormat format;
    int leptonica, depth;
  };
  for (const Case& example : {Case{"big.png", SourceFormat::kPng, IFF_PNG, 1},
                              Case{"big.tif", SourceFormat::kTiff, IFF_TIFF_LZW, 8},
                              Case{"big.jpg", SourceFormat::kJpeg, IFF_JFIF_JPEG, 32}}) {
    const fs::path path =
        write(example.name, picture(3000, 2000, example.depth, 300, 300).get(), example.leptonica);
    const auto frame = load_frame(path, example.format, PageIndex(0), 0.54);  // 900 by 600
    ASSERT_TRUE(frame.ok()) << example.name << frame.problem().cause;
    EXPECT_NEAR(frame->bitmap.width(), 900, 2) << example.name;
    EXPECT_NEAR(frame->bitmap.height(), 600, 2) << example.name;
    EXPECT_NEAR(frame->dpi, 90, 0.5) << example.name;
    EXPECT_NEAR(frame->full_dpi, 300, 0.1) << example.name;
  }
}

TEST_F(ImageFile, LeavesAPictureWithinTheLimitAsItIs) {
  const fs::path path = write("fits.jpg", picture(1000, 800, 32, 200, 200).get(), IFF_JFIF_JPEG);
  const auto frame = load_frame(path, SourceFormat::kJpeg, PageIndex(0), 0.8);
  EXPECT_EQ(frame->bitmap.width(), 1000);
  EXPECT_EQ(frame->dpi, frame->full_dpi);
}

TEST_F(ImageFile, RefusesWhatWouldBeTooCoarseFromTheHeaderAlone) {
  // Only the header is there: decoding it would have given another problem.
  const fs::path whole = write("big.png", picture(3000, 2000, 1, 300, 300).get(), IFF_PNG);
  const auto frame = load_frame(cut(whole, 0.5), SourceFormat::kPng, PageIndex(0), 0.2);
  ASSERT_FALSE(frame.ok());
  EXPECT_EQ(frame.problem().kind, ProblemKind::kPageTooLarge);
  EXPECT_NE(frame.problem().cause.find("3000 x 2000"), std::string::npos);
  EXPECT_NE(frame.problem().advice.find("--max-megapixels"), std::string::npos);
}

TEST_F(ImageFile, RefusesMorePixelsThanCanBeDecoded) {
  // The header of a PNG of 60,000 by 60,000 colour pixels, and nothing more.
  std::string bytes = *read_file(write("small.png", picture(300, 200, 32, 300, 300).get(), IFF_PNG));
  for (const std::size_t at : {16u, 20u}) bytes.replace(at, 4, std::string("\0\0\xEA\x60", 4));
  const auto frame = load_frame(write_bytes("bomb.png", bytes), SourceFormat::kPng, PageIndex(0), 100);
  ASSERT_FALSE(frame.ok());
  EXPECT_EQ(frame.problem().kind, ProblemKind::kPageTooLarge);
  EXPECT_NE(frame.problem().cause.find("60000 x 60000"), std::string::npos) << frame.problem().cause;
}

TEST_F(ImageFile, CountsTheSquaredPixelsOfAFaxToo) {
  const fs::path path = write("fax.tif", picture(2000, 1000, 1, 200, 50).get(), IFF_TIFF_G4);
  const auto frame = load_frame(path, SourceFormat::kTiff, PageIndex(0), 2);
  ASSERT_TRUE(frame.ok());
  EXPECT_NEAR(frame->bitmap.width() * 2, frame->bitmap.height(), 4);
  EXPECT_LE(frame->bitmap.width() * frame->bitmap.height(), 2.01e6);
}

TEST_F(ImageFile, TakesATagOf14000DotsAnInchForNone) {
  const auto frame = load_frame(write("fine.png", picture(1100, 850, 8, 14000, 14000).get(), IFF_PNG),
                                SourceFormat::kPng, PageIndex(0), 100);
  EXPECT_TRUE(frame->dpi_guessed);
  EXPECT_NEAR(frame->dpi, 100, 0.1);
}

TEST_F(ImageFile, SurvivesDamageWithoutAWord) {
  const PixPtr pix = picture(400, 300, 8, 100, 100);
  for (l_int32 x = 0; x < 400; ++x)
    pixSetPixel(pix.get(), x, x * 7 % 300, static_cast<l_uint32>(x * 31 % 256));
  const struct {
    SourceFormat format;
    int written_as;
  } cases[] = {{SourceFormat::kPng, IFF_PNG},
               {SourceFormat::kTiff, IFF_TIFF_LZW},
               {SourceFormat::kJpeg2000, IFF_JP2},
               {SourceFormat::kJpeg, IFF_JFIF_JPEG}};
  for (const auto& c : cases) {
    const fs::path whole = write("whole", pix.get(), c.written_as);
    testing::internal::CaptureStderr();
    for (const double share : {0.02, 0.3, 0.7}) {
      const auto frame = load_frame(cut(whole, share), c.format, PageIndex(0), 10);
      // A TIFF decoder may give the part that is there.
      EXPECT_TRUE(frame.ok() || !frame.problem().cause.empty());
    }
    EXPECT_FALSE(load_frame(cut(whole, 0.02), c.format, PageIndex(0), 10).ok()) << c.written_as;
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  }
}

TEST_F(ImageFile, DoesNotTakeHalfAPhotographForAWhole) {
  const fs::path whole = write("photo.jpg", picture(300, 200, 8, 100, 100).get(), IFF_JFIF_JPEG);
  const auto frame = load_frame(cut(whole, 0.8), SourceFormat::kJpeg, PageIndex(0), 1);
  ASSERT_FALSE(frame.ok());
  EXPECT_EQ(frame.problem().kind, ProblemKind::kTruncated) << frame.problem().cause;
}

TEST_F(ImageFile, TellsApartWhatCannotBeRead) {
  EXPECT_EQ(count_frames(folder_ / "absent", SourceFormat::kPng).problem().kind, ProblemKind::kUnreadable);
  EXPECT_EQ(count_frames(write_bytes("empty", ""), SourceFormat::kTiff).problem().kind,
            ProblemKind::kEmptyFile);
  EXPECT_EQ(count_frames(write_bytes("text", "Dear Requester:"), SourceFormat::kPng).problem().kind,
            ProblemKind::kDamaged);
}

TEST_F(ImageFile, BlendsAlphaOnWhite) {
  PixPtr pix(pixCreate(10, 10, 32));
  pixSetSpp(pix.get(), 4);
  pixSetAllArbitrary(pix.get(), 0x00000000);
  const auto frame = load_frame(write("clear.png", pix.get(), IFF_PNG), SourceFormat::kPng, PageIndex(0), 1);
  ASSERT_TRUE(frame.ok());
  EXPECT_TRUE(frame->bitmap.is_blank());
}

TEST_F(ImageFile, TurnsAPhotographUpright) {
  const fs::path plain = write("photo.jpg", picture(300, 200, 8, 100, 100).get(), IFF_JFIF_JPEG);
  const std::string bytes = *read_file(plain);
  // Orientation 6: the camera was held so that the picture has to be turned clockwise.
  const std::string exif(
      "\xff\xe1\x00\x22"
      "Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0",
      36);
  const fs::path path = write_bytes("turned.jpg", bytes.substr(0, 2) + exif + bytes.substr(2));
  const auto frame = load_frame(path, SourceFormat::kJpeg, PageIndex(0), 1);
  ASSERT_TRUE(frame.ok());
  EXPECT_EQ(frame->bitmap.width(), 200);
  EXPECT_NEAR(frame->bitmap.ink_share({100, 0, 200, 300}), 1, 0.02);
}

}  // namespace
}  // namespace vaughn::image
