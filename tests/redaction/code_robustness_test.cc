// SPDX-License-Identifier: GPL-3.0-or-later
// Text comes from strangers' files and from recognition of anything: no text may crash a reader, stall it, or
// make it point outside the text.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "vaughn/base/clock.h"
#include "vaughn/redaction/code_reader.h"
#include "vaughn/redaction/page_context.h"
#include "vaughn/redaction/regime_table.h"

namespace vaughn::redaction {
namespace {

constexpr CodePlace kPlaces[] = {CodePlace::kBody, CodePlace::kMargin, CodePlace::kBox};
constexpr PageKind kPages[] = {PageKind::kOrdinary, PageKind::kLetter, PageKind::kWithheldSheet,
                               PageKind::kDeletedPageSheet};

void expect_sound(const std::vector<CodeHit>& hits, const std::string& text) {
  std::size_t before = 0;
  for (const CodeHit& hit : hits) {
    ASSERT_LT(hit.begin, hit.end);
    ASSERT_LE(hit.end, text.size());
    ASSERT_LE(before, hit.begin) << "in the order of the text";
    ASSERT_EQ(text.substr(hit.begin, hit.end - hit.begin), hit.raw);
    ASSERT_FALSE(hit.code.empty());
    before = hit.begin;
  }
}

void read_every_way(const std::string& text) {
  for (const CodePlace place : kPlaces) {
    for (const PageKind page : kPages) {
      CodeContext context;
      context.place = place;
      context.page = page;
      expect_sound(read_codes(text, context), text);
      expect_sound(read_box_codes(text, context), text);
    }
  }
  classify_page(text);
  normalise_code(text);
}

class RandomText {
 public:
  explicit RandomText(unsigned seed) : random_(seed) {}

  std::string bytes(std::size_t size) {
    std::string text;
    while (text.size() < size) text += static_cast<char>(random_() % 256);
    return text;
  }

  // Pieces that codes and their surroundings are made of.
  std::string pieces(std::size_t count) {
    static constexpr const char* kPieces[] = {"(",
                                              ")",
                                              "b",
                                              "B",
                                              "6",
                                              "7",
                                              "C",
                                              "E",
                                              "(b)",
                                              "(6)",
                                              "(7)",
                                              " ",
                                              "\n",
                                              "-1,2",
                                              "X",
                                              "H",
                                              "\\",
                                              "¢",
                                              "é",
                                              "§",
                                              "552",
                                              "1.4",
                                              "(c)",
                                              "P6/",
                                              "s.40",
                                              "(2)",
                                              "5.1.2",
                                              "5.1.2.e",
                                              "7(1)",
                                              "U.S.C.",
                                              "Ex. ",
                                              "   ",
                                              "\t",
                                              "(b",
                                              "Page ",
                                              "~ ",
                                              "b7C",
                                              "Duplicate",
                                              "NR",
                                              "withheld pursuant to exemption ",
                                              "referred to ",
                                              "direct response",
                                              "\xff",
                                              "\u00a0",
                                              "\uff08",
                                              "\u00ad",
                                              "DPP",
                                              "CIA Act"};
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += kPieces[random_() % std::size(kPieces)];
    return text;
  }

 private:
  std::mt19937 random_;
};

TEST(AnyText, OfRandomBytesIsReadSoundly) {
  RandomText random(1);
  for (std::size_t round = 0; round < 200; ++round) read_every_way(random.bytes(round));
}

TEST(AnyText, OfPiecesOfCodesIsReadSoundly) {
  RandomText random(2);
  for (std::size_t round = 0; round < 400; ++round) read_every_way(random.pieces(1 + round % 60));
}

TEST(AnyText, ThatIsLongIsReadInLinearTime) {
  for (const char* piece :
       {"(b)(", "(b)(6)", "(b)(7)(", "b6 ", "b6-1,", "(b)(3)(n)", "b7C\n", "1.4(c)(", "7(1)(b", "P6/b",
        "withheld pursuant to exemption (b)(5)\n", "Page 1 ~ b6;\n", "referred to ", "   ", "Ex. 6 ",
        "(b)(6) and ", "5.1.2e", "\u00ad", "aaaaaaaaaa"}) {
    std::string text;
    while (text.size() < 50000) text += piece;
    const Stopwatch watch;
    CodeContext context;
    expect_sound(read_codes(text, context), text);
    expect_sound(read_box_codes(text, context), text);
    classify_page(text);
    // About 0.2 s where measured; quadratic time would take a minute.
    EXPECT_LT(watch.seconds(), 15) << piece;
  }
}

}  // namespace
}  // namespace vaughn::redaction
