// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/preparation.h"

#include <gtest/gtest.h>

namespace vaughn::worker {
namespace {

const image::Scale kScale = image::Scale::of_dpi(200);

Marks marks_of(const std::vector<Points>& heights, int specks = 0) {
  Marks marks;
  for (const Points height : heights) marks.letters.push_back({0, 0, height, height});
  marks.specks = specks;
  return marks;
}

// A letter page at 200 dpi with lines of bars where text would be.
image::Bitmap page_of_lines() {
  image::Bitmap page = image::Bitmap::blank(1700, 2200, 8, 255);
  for (int y = 200; y < 2000; y += 40)
    for (int x = 150; x < 1500; x += 30) page.fill({x, y, x + 18, y + 18}, 0);
  return page;
}

Print type_of_height(Points height) {
  return measure_print(marks_of(std::vector<Points>(500, height)));
}

TEST(Print, IsMeasuredByTheMiddle) {
  const Print print = measure_print(marks_of({4, 5, 5, 5, 5, 6, 6, 30}, 7));
  EXPECT_EQ(print.letters, 8);
  EXPECT_EQ(print.height, 5);
  EXPECT_EQ(print.specks, 7);
  EXPECT_TRUE(print.is_type());
  EXPECT_FALSE(measure_print(marks_of({2, 2, 3, 5, 8, 12, 13, 13})).is_type());
  EXPECT_EQ(measure_print({}).height, 0);
}

TEST(Preparation, LargeTypeIsReducedToWhatIsReadBest) {
  const image::Bitmap page = page_of_lines();
  const Prepared prepared =
      prepare(page, kScale, 200, type_of_height(10), Size::kFitting);  // 27.8 pixels, to 24
  EXPECT_TRUE(prepared.reduced);
  EXPECT_NEAR(prepared.bitmap.width(), 1700 * 24 / 27.8, 2);
  EXPECT_NEAR(prepared.dpi, 200 * 24 / 27.8, 1);
  // What lies at a place on the bitmap lies there on the page.
  EXPECT_NEAR(prepared.bitmap.width() / prepared.scale.x, 612, 1e-6);
}

TEST(Preparation, SmallTypeAndFullSizeStay) {
  const image::Bitmap page = page_of_lines();
  EXPECT_FALSE(prepare(page, kScale, 200, type_of_height(5), Size::kFitting).reduced);
  EXPECT_FALSE(prepare(page, kScale, 200, type_of_height(10), Size::kFull).reduced);
}

TEST(Preparation, ASlightSlopeStaysALargeOneIsStraightened) {
  const image::Bitmap page = page_of_lines();
  EXPECT_EQ(prepare(page.turned(.4), kScale, 200, type_of_height(5), Size::kFitting).degrees, 0);
  const Prepared prepared = prepare(page.turned(4), kScale, 200, type_of_height(5), Size::kFitting);
  EXPECT_NEAR(prepared.degrees, -4, 0.2);
}

TEST(Preparation, BoxesOnAStraightenedBitmapLieOnThePageAsItIs) {
  image::Bitmap page = page_of_lines();
  // A mark of its own, to be found again: dark grey near the top right.
  const image::Bitmap sloping = page.turned(4);
  const Prepared prepared = prepare(sloping, kScale, 200, type_of_height(5), Size::kFull);
  // The first bar of the first line, on the straight bitmap about where it was drawn.
  const Box there = prepared.on_page(kScale.to_points({150, 200, 168, 218}));
  const image::PixelBox at = kScale.to_pixels(there);
  EXPECT_GT(sloping.ink_share(at), 0.6);
}

TEST(Preparation, SpecksGoWhereTheyAreMany) {
  image::Bitmap page = page_of_lines();
  for (int i = 0; i < 1500; ++i)
    page.fill({(i * 37) % 1700, (i * 101) % 190, (i * 37) % 1700 + 1, (i * 101) % 190 + 1}, 0);
  const image::PixelBox top{0, 0, 1700, 190};
  Print print = type_of_height(10);
  EXPECT_GT(prepare(page, kScale, 200, print, Size::kFull).bitmap.ink_share(top), 0);
  print.specks = 1500;
  const Prepared prepared = prepare(page, kScale, 200, print, Size::kFull);
  EXPECT_EQ(prepared.bitmap.ink_share(top), 0);
  EXPECT_NEAR(prepared.bitmap.ink_share({150, 200, 1500, 2000}), page.ink_share({150, 200, 1500, 2000}),
              1e-3);
}

TEST(Preparation, ADarkGroundBecomesLight) {
  image::Bitmap page = image::Bitmap::blank(1700, 2200, 8, 130);
  for (int y = 200; y < 2000; y += 40)
    for (int x = 150; x < 1500; x += 30) page.fill({x, y, x + 10, y + 18}, 60);
  const Prepared prepared = prepare(page, kScale, 200, type_of_height(5), Size::kFull);
  EXPECT_GT(prepared.bitmap.levels({0, 0, 1700, 150}).mean, 190);
  EXPECT_LT(prepared.bitmap.levels({154, 205, 156, 212}).mean, 130);
}

TEST(Preparation, SmallBlackAndWhiteTypeGetsSoftEdges) {
  const image::Bitmap page = page_of_lines();
  const image::PixelBox edge{148, 190, 152, 1990};
  const auto soft = [&](const Print& print) {
    const Prepared prepared = prepare(page, kScale, 200, print, Size::kFull);
    return prepared.bitmap.fraction_below(250, edge) - prepared.bitmap.fraction_below(5, edge);
  };
  EXPECT_GT(soft(type_of_height(5)), 0.2);
  EXPECT_EQ(soft(type_of_height(10)), 0);
  Print fax = type_of_height(10);
  fax.stretched = true;
  EXPECT_GT(soft(fax), 0.2);
}

}  // namespace
}  // namespace vaughn::worker
