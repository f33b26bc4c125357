// SPDX-License-Identifier: GPL-3.0-or-later
// Which reading of a page counts, and what is kept of the others.
#include "vaughn/store/readings.h"

#include <gmock/gmock.h>

#include "store/builders.h"
#include "store/connection.h"
#include "store/words_codec.h"
#include "vaughn/store/reader.h"

namespace vaughn::store {
namespace {

using ::testing::ElementsAre;

const PageIndex kPage(0);
const Problem kCrash{ProblemKind::kCrashed, "it died", "Report it."};

PageReading waiting(const std::string& text) {
  PageReading page = reading(1, text);
  page.ocr_due = true;
  page.ocr_confidence.reset();
  for (Word& word : page.words) word.confidence.reset();
  return page;
}

class Readings : public ::testing::Test {
 protected:
  void put(const PageReading& page, const ReadOptions& options = {}) {
    effect_ = one_.writer->put_page(one_.source, one_.run, options, page);
    one_.writer->commit();
  }
  void fail() {
    effect_ = one_.writer->put_page_failure(one_.source, one_.run, {}, kPage, kCrash);
    one_.writer->commit();
  }
  std::unique_ptr<Reader> reader() const { return Reader::open(folder_.database()); }
  // "read", "read*" for the current one.
  std::vector<std::string> states() const {
    std::vector<std::string> found;
    for (const ReadingRow& row : reader()->readings(one_.source, kPage))
      found.push_back(row.state + (row.current ? "*" : ""));
    return found;
  }
  std::string text_of(int number) const {
    return reader()->reading_text(one_.source, kPage, number).value_or("(none)");
  }
  std::string value(const std::string& sql) const { return value_of(folder_.database(), sql); }
  std::string page_text() const {
    return value("SELECT ifnull(text, '(none)') FROM page WHERE id = 1000001");
  }
  std::string hits(const std::string& word) const {
    return value("SELECT count(*) FROM page_fts WHERE page_fts MATCH '" + word + "'");
  }

  TemporaryFolder folder_;
  OneSource one_{folder_.database()};
  ReadingEffect effect_;
};

TEST_F(Readings, OfAPageReadOnceIsOneWithoutACopyOfItsText) {
  put(reading(1, "first words"));
  EXPECT_THAT(states(), ElementsAre("read*"));
  EXPECT_EQ(text_of(1), "first words");
  EXPECT_EQ(value("SELECT id || ' ' || words || ' ' || ifnull(text, '-') || ifnull(word_boxes, '-')"
                  " || (created LIKE '20__-__-__T__:__:__Z') FROM page_reading"),
            "10000010001 2 --1");
  EXPECT_TRUE(effect_.page_changed);
  EXPECT_FALSE(effect_.had_reading);
}

TEST_F(Readings, AreKeptWithTextAndWordsWhenThePageIsReadAgain) {
  const PageReading first = full_reading(1);
  put(first);
  put(reading(1, "second thoughts"));
  EXPECT_THAT(states(), ElementsAre("read", "read*"));
  EXPECT_EQ(text_of(1), first.text);
  EXPECT_EQ(text_of(2), "second thoughts");
  Connection connection(folder_.database(), Access::kReadOnly);
  Query row = connection.query("SELECT word_boxes FROM page_reading WHERE number = 1");
  ASSERT_TRUE(row.step());
  EXPECT_EQ(decode_words(row.text(0), first.text), first.words);
}

TEST_F(Readings, ThatAreNotCurrentAreNotSearched) {
  put(reading(1, "first words"));
  EXPECT_EQ(hits("first"), "1");
  put(reading(1, "second thoughts"));
  EXPECT_EQ(hits("first"), "0");
  EXPECT_EQ(hits("thoughts"), "1");
}

TEST_F(Readings, AskedForAgainCountWhateverTheirConfidence) {
  put(reading(1, "good"));
  PageReading worse = reading(1, "wOrse");
  worse.ocr_confidence = 0.4;
  put(worse);
  EXPECT_EQ(page_text(), "wOrse");
  EXPECT_TRUE(effect_.had_reading);
  EXPECT_EQ(effect_.confidence_before, 0.9);
}

TEST_F(Readings, ThatFailedLeaveACompleteOneWhereItIs) {
  put(full_reading(1));
  const std::string before = page_text();
  fail();
  EXPECT_FALSE(effect_.page_changed);
  EXPECT_THAT(states(), ElementsAre("read*", "failed"));
  EXPECT_EQ(page_text(), before);
  EXPECT_EQ(value("SELECT count(*) FROM redaction"), "2");
  EXPECT_EQ(one_.writer->page(one_.source, kPage), full_reading(1));
  EXPECT_EQ(reader()->readings(one_.source, kPage)[1].problem, kCrash);
  EXPECT_EQ(text_of(2), "(none)");
}

TEST_F(Readings, ThatWaitForOcrDoNotReplaceACompleteOneAndAreKept) {
  put(reading(1, "complete"));
  put(waiting("stamp"));
  EXPECT_FALSE(effect_.page_changed);
  EXPECT_THAT(states(), ElementsAre("read*", "ocr-due"));
  EXPECT_EQ(page_text(), "complete");
  EXPECT_EQ(text_of(2), "stamp");
  EXPECT_EQ(hits("stamp"), "0");
}

TEST_F(Readings, ThatFailedReplaceOneThatWaitsForOcrWhichIsKept) {
  put(waiting("stamp"));
  fail();
  EXPECT_THAT(states(), ElementsAre("ocr-due", "failed"));
  EXPECT_EQ(value("SELECT state FROM page WHERE id = 1000001"), "failed");
  EXPECT_EQ(page_text(), "(none)");
  EXPECT_EQ(text_of(1), "stamp");
  put(waiting("stamp"));
  EXPECT_THAT(states(), ElementsAre("ocr-due", "failed", "ocr-due*"));
}

TEST_F(Readings, SayWhatTheWordsComeFrom) {
  one_.run = one_.writer->begin_run("0.1.0", "{}", "tesseract 5.3.0");
  PageReading both = reading(1, "some words");
  both.words[0].confidence.reset();
  PageReading nothing = reading(1, "");
  PageReading blank = nothing;
  blank.text_source = TextSource::kBlank;
  blank.ocr_confidence.reset();
  for (const PageReading& page : {reading(1, "some words"), both, waiting("some words"), nothing, blank})
    put(page);
  std::vector<std::string> engines;
  for (const ReadingRow& row : reader()->readings(one_.source, kPage)) engines.push_back(row.engine);
  EXPECT_THAT(engines, ElementsAre("tesseract 5.3.0", "text layer + tesseract 5.3.0", "text layer",
                                   "tesseract 5.3.0", ""));
}

TEST_F(Readings, OfPagesThatAreGoneGoWithThem) {
  put(reading(1, "first"));
  one_.writer->put_page(one_.source, one_.run, {}, reading(3, "third"));
  one_.writer->put_description(one_.source, {2, {}});
  one_.writer->commit();
  EXPECT_EQ(value("SELECT group_concat(page) FROM page_reading"), "1000001");
}

TEST_F(Readings, InALanguageThatFailedAreNotTriedAgain) {
  ReadOptions spanish;
  spanish.languages = "spa";
  put(reading(1, "text"));
  EXPECT_THAT(one_.to_do(spanish), ElementsAre(1, 2, 3));
  one_.writer->put_page_failure(one_.source, one_.run, spanish, kPage, kCrash);
  EXPECT_THAT(one_.to_do(spanish), ElementsAre(2, 3));
}

TEST_F(Readings, MoreThanThereAreIdsReplaceTheLast) {
  put(reading(1, "first"));
  Connection(folder_.database(), Access::kReadWrite)
      .execute("UPDATE page_reading SET id = 10000019999, number = 9999");
  put(reading(1, "second"));
  EXPECT_THAT(states(), ElementsAre("read*"));
  EXPECT_EQ(text_of(9999), "second");
}

}  // namespace
}  // namespace vaughn::store
