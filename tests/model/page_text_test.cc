// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/model/page_text.h"

#include <gtest/gtest.h>

namespace vaughn {
namespace {

// Words of 40 by 10 points on lines 14 points apart, column by column.
Word word(const std::string& text, double x, int line, int block = 0) {
  const double y = 100 + 14 * line;
  return {text, {x, y, x + 40, y + 10}, std::nullopt, line, block, std::nullopt};
}

Redaction cover(Box box, std::vector<std::string> codes = {}, int characters = 0) {
  Redaction redaction;
  redaction.box = box;
  redaction.amount.characters = characters;
  for (std::string& code : codes)
    redaction.codes.push_back({std::move(code), "", true, CodeRole::kLabel, {}, {}});
  return redaction;
}

std::string composed(TextLayer words, const std::vector<Redaction>& redactions = {}) {
  return compose_page_text(std::move(words), redactions).text;
}

TEST(PageText, JoinsWordsLinesAndBlocks) {
  EXPECT_EQ(composed({word("Dear", 10, 0), word("Requester", 60, 0), word("we", 10, 1),
                      word("Sincerely", 10, 5, 1)}),
            "Dear Requester\nwe\n\nSincerely");
}

TEST(PageText, OffsetsPointAtTheWords) {
  const PageText page =
      compose_page_text({word("one", 10, 0), word("two", 110, 0)}, {cover({55, 100, 100, 110}, {}, 8)});
  for (const Word& w : page.words) EXPECT_EQ(page.text.substr(*w.offset, w.text.size()), w.text);
}

TEST(PageText, AMarkerStandsWhereTheBoxIs) {
  EXPECT_EQ(composed({word("Officer:", 10, 0), word("called", 200, 0)},
                     {cover({60, 99, 190, 111}, {"(b)(6)", "(b)(7)(C)"}, 14)}),
            "Officer: ⟦(b)(6), (b)(7)(C) ~14⟧ called");
}

TEST(PageText, ABoxWithoutACodeStillPartsThePhrase) {
  EXPECT_EQ(composed({word("trial", 10, 0), word("account", 200, 0)}, {cover({60, 99, 190, 111})}),
            "trial ⟦~0⟧ account");
}

TEST(PageText, AnUncertainCodeIsMarked) {
  Redaction redaction = cover({60, 99, 190, 111}, {"(b)(6)"});
  redaction.codes[0].certain = false;
  EXPECT_EQ(redaction_marker(redaction), "⟦(b)(6)?⟧");
}

TEST(PageText, ABoxBetweenLinesIsALineOfItsOwn) {
  EXPECT_EQ(composed({word("above", 10, 0), word("below", 10, 4)}, {cover({10, 120, 300, 150}, {"(b)(5)"})}),
            "above\n⟦(b)(5)⟧\nbelow");
}

TEST(PageText, ATallBoxStandsInTheTopmostLineItCovers) {
  EXPECT_EQ(composed({word("From:", 10, 0), word("Sent:", 10, 1), word("To:", 10, 2)},
                     {cover({60, 98, 300, 140}, {"(b)(6)"})}),
            "From: ⟦(b)(6)⟧\nSent:\nTo:");
}

TEST(PageText, ABoxGoesToItsOwnColumn) {
  EXPECT_EQ(
      composed({word("left", 10, 0, 0), word("margin", 400, 0, 1)}, {cover({300, 99, 395, 111}, {"(b)(4)"})}),
      "left\n\n⟦(b)(4)⟧ margin");
}

TEST(PageText, APageWithoutWordsHoldsItsMarkers) {
  EXPECT_EQ(composed({}, {cover({10, 300, 60, 320}, {"(b)(7)(E)"}), cover({10, 100, 60, 120}, {"(b)(5)"})}),
            "⟦(b)(5)⟧\n⟦(b)(7)(E)⟧");
}

TEST(PageText, AWithheldPageIsNoMarkerInItsText) {
  Redaction page = cover({0, 0, 612, 792}, {"(b)(5)"});
  page.kind = CoverKind::kPage;
  EXPECT_EQ(composed({word("Page", 10, 0)}, {page}), "Page");
}

TEST(PageText, KnowsWhatStandsBeforeAndAfterEachRedaction) {
  const std::vector<Redaction> redactions = {cover({300, 99, 390, 111}, {"(b)(5)"}, 9),
                                             cover({60, 99, 190, 111}, {"(b)(6)"}, 14)};
  const auto contexts =
      compose_page_text({word("Officer:", 10, 0), word("called", 200, 0), word("at", 10, 1)}, redactions)
          .contexts;
  ASSERT_EQ(contexts.size(), 2u);
  EXPECT_EQ(contexts[0], (Context{"Officer: ⟦(b)(6) ~14⟧ called", "at"}));
  EXPECT_EQ(contexts[1], (Context{"Officer:", "called ⟦(b)(5) ~9⟧ at"}));
}

TEST(PageText, GivesSixWordsOfContextAtMost) {
  TextLayer words;
  for (int i = 0; i < 20; ++i) words.push_back(word("w" + std::to_string(i), 50.0 * i, 0));
  const Context context = compose_page_text(words, {cover({492, 99, 498, 111})}).contexts[0];
  EXPECT_EQ(context, (Context{"w4 w5 w6 w7 w8 w9", "w10 w11 w12 w13 w14 w15"}));
}

TEST(PageText, ARedactionOfTheWholePageHasNeitherMarkerNorContext) {
  Redaction page = cover({0, 0, 612, 792}, {"(b)(5)"});
  page.kind = CoverKind::kPage;
  const PageText text = compose_page_text({word("withheld", 10, 0)}, {page});
  EXPECT_EQ(text.text, "withheld");
  EXPECT_EQ(text.contexts, std::vector<Context>(1));
}

TEST(UnbrokenLines, HaveTheWordWhole) {
  EXPECT_EQ(unbroken_lines("Dear Sir,\nthe docu-\nments show this.\nYours"), "the documents show this.");
  EXPECT_EQ(unbroken_lines("soft\u00AD\nware"), "software");
  EXPECT_EQ(unbroken_lines("one-\nself"), "oneself");
  EXPECT_EQ(unbroken_lines("as is\nthe ﬁnal oﬃce\nas is"), "the final office");
  EXPECT_EQ(unbroken_lines("co\u00ADoperate with the oﬀi-\ncers\nand more"), "cooperate with the officers");
}

TEST(UnbrokenLines, GoOnOverSeveralLines) {
  EXPECT_EQ(unbroken_lines("the docu-\nments were re-\ndacted in full\nand more"),
            "the documents were redacted in full");
  EXPECT_EQ(unbroken_lines("the docu-\nments were re-\n\nNew York"), "the documents were re");
  EXPECT_EQ(unbroken_lines("a docu-\nment\nand a let-\nter"), "a document\nand a letter");
  EXPECT_EQ(unbroken_lines("a docu-\nment\nas is\nand a let-\nter"),
            std::string("a document\n") + kBarrier + "\nand a letter");
}

TEST(UnbrokenLines, AreNoneWhereNoWordGoesOn) {
  for (const char* text : {"", "plain\ntext", "pages 12-\n14", "Smith-\nJones", "a dash -\nthere", "the end-",
                           "docu-\n\nments", "⟦(b)(6) ~4⟧-\nments", "the re-\n⟦~4⟧"})
    EXPECT_EQ(unbroken_lines(text), "") << text;
}

}  // namespace
}  // namespace vaughn
