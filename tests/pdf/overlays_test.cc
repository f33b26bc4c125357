// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/overlays.h"

#include <gtest/gtest.h>

namespace vaughn::pdf {
namespace {

// A glyph that was painted tenth, with what is painted over it.
Glyph overlaid(const std::vector<Painting>& paintings) {
  std::vector<Glyph> glyphs = {{.text = "a", .box = {10, 10, 16, 22}, .order = 10}};
  set_overlays(paintings, &glyphs);
  return glyphs[0];
}

Painting painting(Painter painter, int order, bool opaque = true, Box box = {0, 0, 100, 30}) {
  return {box, painter, order, opaque};
}

TEST(Overlays, WhatWasPaintedBeforeOrElsewhereIsNone) {
  EXPECT_FALSE(
      overlaid({painting(Painter::kShape, 9), painting(Painter::kShape, 11, true, {50, 0, 90, 30})}).over);
}

TEST(Overlays, TheTopmostCounts) {
  EXPECT_EQ(overlaid({painting(Painter::kShape, 11), painting(Painter::kPicture, 12)}).over->painter,
            Painter::kPicture);
}

TEST(Overlays, SomethingOpaqueCountsBeforeSomethingSeeThroughOnIt) {
  EXPECT_EQ(overlaid({painting(Painter::kShape, 11), painting(Painter::kPicture, 12, false)}).over->painter,
            Painter::kShape);
}

TEST(Overlays, TallPaintingsCountInTheirOrder) {
  const Box tall{0, 0, 100, 700};
  EXPECT_EQ(
      overlaid({painting(Painter::kShape, 11), painting(Painter::kPicture, 12, true, tall)}).over->painter,
      Painter::kPicture);
  EXPECT_EQ(
      overlaid({painting(Painter::kPicture, 11, true, tall), painting(Painter::kShape, 12)}).over->painter,
      Painter::kShape);
  EXPECT_FALSE(overlaid({painting(Painter::kPicture, 9, true, tall)}).over);
}

TEST(Overlays, HatchingIsNotedBesideWhatItIsPaintedOn) {
  const Glyph glyph = overlaid({painting(Painter::kShape, 11), painting(Painter::kHatching, 12)});
  EXPECT_TRUE(glyph.hatched);
  EXPECT_EQ(glyph.over->painter, Painter::kShape);
}

}  // namespace
}  // namespace vaughn::pdf
