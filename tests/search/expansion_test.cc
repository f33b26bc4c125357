// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/search/expansion.h"

#include <gmock/gmock.h>

#include <random>
#include <set>

#include "search/ocr_distance.h"
#include "support/temporary_folder.h"
#include "vaughn/search/query.h"
#include "vaughn/store/writer.h"

namespace vaughn::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(OcrDistance, IsSmallForWhatRecognitionConfuses) {
  const std::pair<const char*, const char*> confused[] = {
      {"modern", "modem"}, {"clearview", "dearview"}, {"clearview", "clearvlew"},
      {"bill", "bi1l"},    {"office", "0ffice"},      {"receive", "rcceive"},
      {"case", "ca5e"},    {"window", "vvindow"},     {"informed", "infonned"}};
  for (const auto& [a, b] : confused) {
    EXPECT_LT(ocr_distance(a, b, 3), 0.9) << a << ' ' << b;
    EXPECT_EQ(ocr_distance(a, b, 3), ocr_distance(b, a, 3)) << a << ' ' << b;
  }
}

TEST(OcrDistance, CountsOtherLetters) {
  EXPECT_EQ(ocr_distance("trial", "trial", 2), 0);
  EXPECT_EQ(ocr_distance("trial", "trials", 2), 1);
  EXPECT_EQ(ocr_distance("trial", "trail", 2), 1);
  EXPECT_EQ(ocr_distance("zebra", "zexra", 2), 1);
  EXPECT_GT(ocr_distance("trial", "budget", 2), 2);
  EXPECT_GT(ocr_distance("", "budget", 2), 2);
}

TEST(OcrDistance, StopsWhereItIsTooFar) {
  EXPECT_GT(ocr_distance("zebra", "zexra", 0.5), 0.5);
}

// Words of few letters, many of them near one another.
std::vector<std::string> many_words(unsigned seed) {
  static constexpr std::string_view kLetters = "rnmcldiot1";
  std::mt19937 random(seed);
  std::set<std::string> words;
  while (words.size() < 2'000) {
    std::string word;
    for (std::size_t left = 1 + random() % 9; left > 0; --left) word += kLetters[random() % kLetters.size()];
    words.insert(word);
  }
  return {words.begin(), words.end()};
}

TEST(OcrDistance, IsTheSameInOrderAsForEachWordAlone) {
  const std::vector<std::string> words = many_words(1);
  for (std::size_t i = 0; i < words.size(); i += 50)
    for (const double most : {0.4, 1.0, 1.4, 2.0}) {
      OcrDistance in_order(words[i], most);
      for (const std::string& other : words)
        ASSERT_EQ(in_order.to(other) <= most, ocr_distance(words[i], other, 9) <= most)
            << words[i] << ' ' << other << ' ' << most;
    }
}

TEST(OcrDistance, GivesUpOnlyOnBeginningsThatLeadNowhere) {
  const std::vector<std::string> words = many_words(2);
  std::size_t given_up = 0;
  for (std::size_t i = 0; i < words.size(); i += 100) {
    OcrDistance distance(words[i], 1.4);
    for (const std::string& other : words) {
      distance.to(other);
      if (!distance.hopeless()) continue;
      ++given_up;
      const std::string start = other.substr(0, *distance.hopeless());
      for (std::size_t j = 0; j < words.size(); j += 7)
        if (words[j].starts_with(start)) {
          ASSERT_GT(ocr_distance(words[i], words[j], 9), 1.4) << words[j];
        }
    }
  }
  EXPECT_GT(given_up, 1'000u);
}

class Expansions : public ::testing::Test {
 protected:
  Expansions() {
    const auto writer = store::Writer::open(folder_.path() / "release.db");
    const store::RunId run = writer->begin_run("0.1.0", "{}");
    const store::ReleaseId release = writer->put_release({"r", "", "", ""});
    const store::SourceId id =
        writer->put_source(release, run, {"in/first.pdf", std::string(64, 'a'), 1, SourceFormat::kPdf}).id;
    const std::vector<std::string> texts{"clearview trial",
                                         "clearview dearview",
                                         "clearvlew account",
                                         "clearview",
                                         "happy trials budgetoffice",
                                         "the budget office",
                                         "happiness of budgets",
                                         "modem",
                                         "modern",
                                         "modern modem",
                                         "modern"};
    writer->put_description(id, {static_cast<int>(texts.size()), {}});
    for (std::size_t i = 0; i < texts.size(); ++i) {
      PageReading reading;
      reading.page = PageIndex(static_cast<int>(i));
      reading.text = texts[i];
      writer->put_page(id, run, {}, reading);
    }
    writer->commit();
    reader_ = store::Reader::open(folder_.path() / "release.db");
  }

  Expansion expanded(std::string_view typed) const { return expand(*parse_query(typed).question, *reader_); }

  Expansion stemmed(std::string_view typed) const {
    return expand(*parse_query(typed).question, *reader_, Stems::kYes);
  }

  TemporaryFolder folder_;
  std::unique_ptr<store::Reader> reader_;
};

TEST_F(Expansions, TakeTheWordsOfAStem) {
  EXPECT_EQ(print(stemmed("trial").question), "trial OR trials");
  EXPECT_EQ(print(stemmed("trials").question), "trials OR trial");
  EXPECT_EQ(print(stemmed("\"happy trial\"").question), "\"happy trials\"");
  EXPECT_EQ(print(stemmed("trial*").question), "trial*");
  EXPECT_EQ(print(stemmed("zeppelins").question), "zeppelins");
  EXPECT_THAT(stemmed("account").variants, IsEmpty());
  EXPECT_EQ(print(expanded("trial").question), "trial");
}

TEST_F(Expansions, SayWhenCombinationsAreLeftOut) {
  EXPECT_FALSE(stemmed("\"happy trial\"").left_out);
  EXPECT_TRUE(stemmed("\"trial of the budget office happy trial\"").left_out);
}

TEST(OcrDistance, TakesVeryLongWordsForLikeNothing) {
  const std::string longest(60, 'a');
  EXPECT_GT(ocr_distance(longest, longest.substr(0, 48), 2), 2);
  EXPECT_EQ(ocr_distance(longest, longest, 2), 0);
}

TEST_F(Expansions, FindWordsWhoseSpaceWasLostOrPutIn) {
  EXPECT_EQ(print(expanded("\"budget office\"~").question), "\"budget office\" OR budgetoffice");
  EXPECT_EQ(print(expanded("budgetoffice~").question), "budgetoffice OR \"budget office\"");
}

TEST_F(Expansions, OfferWhatRecognitionMadeOfAWordWhereItIsMuchMore) {
  const auto offered = misreadings(*parse_query("dearview").question, *reader_);
  ASSERT_EQ(offered.size(), 1u);
  EXPECT_EQ(offered[0].words.front().word, "clearview");
  EXPECT_THAT(misreadings(*parse_query("modem").question, *reader_), IsEmpty());
  EXPECT_THAT(misreadings(*parse_query("clearview").question, *reader_), IsEmpty());
}

TEST_F(Expansions, PutTheWordItselfFirstThenTheNearest) {
  const Expansion expansion = expanded("clearview~");
  EXPECT_EQ(print(expansion.question), "clearview OR clearvlew OR dearview");
  ASSERT_EQ(expansion.variants.size(), 1u);
  EXPECT_EQ(expansion.variants[0].asked, "clearview~");
  EXPECT_EQ(expansion.variants[0].words.front().pages, 3);
}

TEST_F(Expansions, FindTheWordAMisreadOneIsMeantFor) {
  EXPECT_EQ(print(expanded("tria1~").question), "trial");
}

TEST_F(Expansions, LeaveAWordThatIsLikeNoOther) {
  EXPECT_EQ(print(expanded("zeppelin~").question), "zeppelin");
  EXPECT_THAT(expanded("trial").variants, IsEmpty());
}

TEST_F(Expansions, WorkInNearAndBesideRedactions) {
  EXPECT_EQ(print(expanded("NEAR(clearv1ew~ trial, 3)").question),
            "NEAR(clearview trial, 3) OR NEAR(clearvlew trial, 3) OR NEAR(dearview trial, 3)");
  EXPECT_EQ(print(expanded("accounl~ NEXT-TO redaction").question), "account NEXT-TO redaction");
}

TEST_F(Expansions, MatchPatternsOfWordsWhole) {
  EXPECT_EQ(print(expanded("/CLEARV.EW/").question), "clearview OR clearvlew");
  EXPECT_EQ(print(expanded("/clear/").question), "clear");
  EXPECT_EQ(print(expanded("/clear.*account/").question), "/clear.*account/");
}

TEST_F(Expansions, SuggestForWordsThatStandNowhereOnly) {
  EXPECT_THAT(suggestions(*parse_query("acc0unt~").question, *reader_), IsEmpty());
  const auto offered = suggestions(*parse_query("clearview acc0unt trial*").question, *reader_);
  ASSERT_EQ(offered.size(), 1u);
  EXPECT_EQ(offered[0].asked, "acc0unt");
  EXPECT_EQ(offered[0].words.front().word, "account");
}

TEST_F(Expansions, ReadEveryWordAsAboutSo) {
  EXPECT_EQ(print(with_fuzzy_words(*parse_query("clearview \"trial account\" licen* exemption:b6").question)),
            "clearview~ AND \"trial account\"~ AND licen* AND exemption:b6");
}

}  // namespace
}  // namespace vaughn::search
