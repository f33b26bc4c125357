// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/check_boxes.h"

#include <gtest/gtest.h>

namespace vaughn::worker {
namespace {

const image::Scale kScale = image::Scale::of_dpi(200);

class Form {
 public:
  // An outline of a square of 9 points.
  Form& box(Points x, Points y) {
    fill({x, y, x + 9, y + 0.8});
    fill({x, y + 8.2, x + 9, y + 9});
    fill({x, y, x + 0.8, y + 9});
    fill({x + 8.2, y, x + 9, y + 9});
    return *this;
  }
  // From corner to corner, or beyond the upper right one.
  Form& stroke(Points x, Points y, double reach) {
    for (double at = 1.5; at < reach; at += 0.1) fill({x + at, y + 9 - at, x + at + 1.2, y + 10 - at});
    return *this;
  }
  void fill(const Box& box) { page_.fill(kScale.to_pixels(box), 0); }
  std::vector<CheckBox> boxes() const { return find_check_boxes(page_, kScale); }

 private:
  image::Bitmap page_ = image::Bitmap::blank(1700, 2200, 8, 255);
};

TEST(CheckBoxes, AreMarkedWhenSomethingIsDrawnInThem) {
  const auto boxes =
      Form().box(100, 100).box(100, 120).stroke(100, 120, 8).box(100, 140).stroke(100, 140, 13).boxes();
  ASSERT_EQ(boxes.size(), 3u);
  EXPECT_FALSE(boxes[0].marked);
  EXPECT_TRUE(boxes[1].marked);
  EXPECT_TRUE(boxes[2].marked) << "a tick reaches beyond its box";
  EXPECT_NEAR(boxes[2].box.y0, 140, 1);
  EXPECT_NEAR(boxes[2].box.x1, 109, 1);
}

TEST(CheckBoxes, ASquareDrawnInABoxIsItsMark) {
  Form form;
  form.box(100, 100).fill({102, 102, 107, 107});
  const auto boxes = form.boxes();
  ASSERT_EQ(boxes.size(), 1u);
  EXPECT_TRUE(boxes[0].marked);
}

TEST(CheckBoxes, FramesBarsAndOpenShapesAreNone) {
  Form form;
  form.fill({100, 100, 160, 109});                                   // a bar
  form.fill({100, 200, 101, 209}), form.fill({100, 208, 109, 209});  // an L
  form.fill({300, 200, 304, 204});                                   // a full stop
  EXPECT_TRUE(form.boxes().empty());
}

Word word(const std::string& text, Points x, Points y, int line) {
  return {text,        {x, y, x + 6.0 * static_cast<double>(text.size()), y + 9}, std::nullopt, line, 0,
          std::nullopt};
}

TEST(CheckBoxes, BecomeWordsBeforeWhatTheyBelongTo) {
  TextLayer words = {word("O", 100, 100, 0), word("(b)(6)", 114, 100, 0), word("(b)(5)", 114, 120, 1)};
  put_check_boxes(
      {{{100, 100, 109, 109}, true}, {{100, 120, 109, 129}, false}, {{400, 300, 409, 309}, false}}, &words);
  ASSERT_EQ(words.size(), 4u) << "what recognition made of a box is gone, and a box without anything to say";
  EXPECT_EQ(words[0].text, "☒");
  EXPECT_EQ(words[1].text, "(b)(6)");
  EXPECT_EQ(words[2].text, "☐");
  EXPECT_EQ(words[2].line, 1);
}

TEST(CheckBoxes, AMarkedBoxIsNeverDropped) {
  TextLayer words = {word("Dear", 100, 100, 0)};
  put_check_boxes({{{400, 300, 409, 309}, true}}, &words);
  ASSERT_EQ(words.size(), 2u);
  EXPECT_EQ(words[1].text, "☒");
  EXPECT_EQ(words[1].line, 1);
}

TEST(CheckBoxes, AreLookedForWhereATableOfGroundsIs) {
  TextLayer words;
  for (const char* ground : {"(b)(1)", "(b)(2)", "(b)(3)", "(b)(4)", "(b)(5)", "(b)(6)", "(k)(2)", "(j)(2)"})
    words.push_back(word(ground, 100, 100, 0));
  EXPECT_FALSE(has_table_of_grounds(words)) << "no act is named";
  words.push_back(word("552a", 100, 80, 0));
  EXPECT_TRUE(has_table_of_grounds(words));
  words.erase(words.begin());
  EXPECT_FALSE(has_table_of_grounds(words));
}

}  // namespace
}  // namespace vaughn::worker
