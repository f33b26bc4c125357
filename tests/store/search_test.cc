// SPDX-License-Identifier: GPL-3.0-or-later
// Full-text search as the store runs it: what is a hit, in which order, under which further conditions.
#include <gmock/gmock.h>

#include <algorithm>

#include "store/builders.h"
#include "store/reader_parts.h"
#include "vaughn/base/error.h"
#include "vaughn/model/page_text.h"

namespace vaughn::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// One source whose pages have these texts, in order.
class Pages {
 public:
  explicit Pages(const std::vector<std::string>& texts) {
    OneSource one(folder_.database(), static_cast<int>(texts.size()));
    for (std::size_t i = 0; i < texts.size(); ++i) {
      PageReading page = reading(static_cast<int>(i) + 1, texts[i]);
      if (texts[i].find(kMarkerOpen) != std::string::npos)
        page.redactions = {redaction({0, 0, 9, 9}, {"(b)(6)"})};
      one.put(page);
    }
    one.writer->optimize();
  }
  std::vector<HitRow> search(const TextQuery& query) const {
    return Reader::open(folder_.database())->search(query);
  }
  std::vector<int> pages(const TextQuery& query) const {
    std::vector<int> numbers;
    for (const HitRow& hit : search(query)) numbers.push_back(hit.page);
    return numbers;
  }
  std::vector<int> pages(const std::string& match) const {
    TextQuery query;
    query.match = match;
    return pages(query);
  }

 private:
  TemporaryFolder folder_;
};

TextQuery asking(const std::string& match) {
  TextQuery query;
  query.match = match;
  return query;
}

TEST(Search, RanksTheBetterPageFirstWithAHigherScore) {
  const Pages pages({"a trial of many other words that say little", "trial trial trial"});
  const std::vector<HitRow> hits = pages.search(asking("\"trial\""));
  ASSERT_EQ(hits.size(), 2u);
  EXPECT_EQ(hits[0].page, 2);
  EXPECT_GT(hits[0].score, hits[1].score);
  EXPECT_GT(hits[1].score, 0);
}

TEST(Search, FindsAWordBrokenOverALineEndWhole) {
  const Pages pages({"about the docu-\nments of May", "documents", "docu-\n\nments"});
  EXPECT_THAT(pages.pages("\"documents\""), ElementsAre(2, 1));
  EXPECT_THAT(pages.pages("\"the documents of\""), ElementsAre(1));
  EXPECT_EQ(pages.search(asking("\"the documents of\""))[0].snippet, "about [the documents of] May");
}

TEST(Search, BreaksTiesByPage) {
  EXPECT_THAT(Pages({"same words", "same words", "same words"}).pages("\"same\""), ElementsAre(1, 2, 3));
}

TEST(Search, ShowsTheHitOnOneLineBetweenTheMarksAskedFor) {
  TextQuery query = asking("\"nimbus\"");
  query.snippet_open = "<b>";
  query.snippet_close = "</b>";
  const std::vector<HitRow> hits = Pages({"signed for\n\nNimbus   Optics"}).search(query);
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_EQ(hits[0].snippet, "signed for <b>Nimbus</b> Optics");
}

TEST(Search, ShowsNoHalfMarker) {
  for (int words = 10; words < 40; ++words) {
    std::string text = "nimbus";
    for (int i = 0; i < words; ++i) text += " word";
    text += " ⟦(b)(6), (b)(7)(C), (b)(7)(E) ~14⟧ and so on";
    const std::string snippet = Pages({text}).search(asking("\"nimbus\""))[0].snippet;
    EXPECT_EQ(snippet.rfind("⟦") == std::string::npos, snippet.rfind("⟧") == std::string::npos) << snippet;
  }
}

TEST(Search, FoldsCaseAndAccents) {
  EXPECT_THAT(Pages({"the Attaché of Zürich"}).pages("\"ATTACHE\" \"zurich\""), ElementsAre(1));
}

TEST(Search, LeavesOutPagesThatMatchOnlyInsideAMarker) {
  const Pages pages({"from ⟦(b)(6), (b)(7)(C) ~14⟧ to all", "room 14 is closed", "⟦(b)(5) ~6⟧ and room 14"});
  EXPECT_THAT(pages.pages("\"14\""), ElementsAre(2, 3));
  EXPECT_THAT(pages.pages("\"c\""), IsEmpty());
}

TEST(Search, FindsAPhraseThatReachesOutOfAMarker) {
  EXPECT_THAT(Pages({"dear ⟦(b)(6) ~14⟧ of Nimbus"}).pages("\"14 of nimbus\""), ElementsAre(1));
}

TEST(Search, PagesThroughHitsWithoutCountingThoseInMarkers) {
  const Pages pages({"nine 9", "⟦(b)(6) ~9⟧", "nine 9", "⟦(b)(6) ~9⟧", "nine 9"});
  TextQuery query = asking("\"9\"");
  query.limit = 2;
  EXPECT_THAT(pages.pages(query), ElementsAre(1, 3));
  query.offset = 2;
  EXPECT_THAT(pages.pages(query), ElementsAre(5));
}

TEST(Search, GivesAllHitsWithoutALimit) {
  TextQuery query = asking("\"word\"");
  query.limit = 0;
  EXPECT_EQ(Pages(std::vector<std::string>(30, "word")).search(query).size(), 30u);
}

TEST(Search, FindsNothingWhenNothingIsAsked) {
  EXPECT_THAT(Pages({"word"}).pages(""), IsEmpty());
}

TEST(Search, CitesTheSourceOfAHit) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  one.put(full_reading(2));
  one.writer->put_bates(one.source, {bates(2, "AGENCY-7")});
  one.writer->commit();
  const std::vector<HitRow> hits = Reader::open(folder.database())->search(asking("\"nimbus\""));
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_EQ(hits[0].id.value, 1'000'002);
  EXPECT_EQ(hits[0].release, "Nimbus request");
  EXPECT_EQ(hits[0].source, "in/first.pdf");
  EXPECT_EQ(hits[0].sha256, digest('a'));
  EXPECT_EQ(hits[0].text_source, "scan");
  EXPECT_EQ(hits[0].bates, "AGENCY-7");
  EXPECT_EQ(hits[0].ocr_confidence, 0.9);
}

TEST(Search, ForgetsTheOldTextOfAPageStoredAgain) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  one.put(reading(1, "old words"));
  one.writer->commit();
  one.put(reading(1, "new words"));
  one.writer->commit();
  const auto reader = Reader::open(folder.database());
  EXPECT_THAT(reader->search(asking("\"old\"")), IsEmpty());
  EXPECT_EQ(reader->search(asking("\"new\"")).size(), 1u);
}

TEST(Search, ThrowsOnAMatchThatIsNone) {
  EXPECT_THROW(Pages({"word"}).pages("AND AND"), Error);
}

// Two sources, the second with a redaction on its page 1.
class TwoSources {
 public:
  TwoSources() {
    OneSource one(folder_.database(), 1);
    one.put(reading(1, "trial account"));
    const SourceId second = one.writer->put_source(one.release, one.run, pdf("in/Second.pdf", 'b')).id;
    one.writer->put_description(second, {2, {}});
    PageReading withheld = reading(1, "trial notes");
    withheld.text_source = TextSource::kBornDigital;
    withheld.redactions = {redaction({0, 0, 10, 10}, {"(b)(7)(C)-1"})};
    one.writer->put_page(second, one.run, {}, withheld);
    PageReading mention = reading(2, "trial ends");
    mention.codes = {code("(b)(7)(E)")};
    mention.codes[0].role = CodeRole::kMention;
    one.writer->put_page(second, one.run, {}, mention);
    one.writer->commit();
  }
  std::vector<std::int64_t> ids(const TextQuery& query) const {
    std::vector<std::int64_t> found;
    for (const HitRow& hit : Reader::open(folder_.database())->search(query)) found.push_back(hit.id.value);
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  TemporaryFolder folder_;
};

TEST(SearchConditions, FindPagesWithheldUnderAnExemption) {
  const TwoSources sources;
  TextQuery query = asking("\"trial\"");
  query.exemptions = {"b7"};
  EXPECT_THAT(sources.ids(query), ElementsAre(2'000'001));
  query.exemptions = {"b7", "b6"};
  EXPECT_THAT(sources.ids(query), IsEmpty());
}

TEST(SearchConditions, AloneChooseThePages) {
  TextQuery query;
  query.exemptions = {"(b)(7)(c)"};
  EXPECT_THAT(TwoSources().ids(query), ElementsAre(2'000'001));
}

TEST(SearchConditions, FindPagesOfASourceByPartOfItsPath) {
  TextQuery query = asking("\"trial\"");
  query.source_like = "second";
  EXPECT_THAT(TwoSources().ids(query), ElementsAre(2'000'001, 2'000'002));
}

TEST(SearchConditions, FindPagesByTextSourceAndNumber) {
  const TwoSources sources;
  TextQuery query = asking("\"trial\"");
  query.text_source = "born-digital";
  EXPECT_THAT(sources.ids(query), ElementsAre(2'000'001));
  query.text_source.clear();
  query.page = 2;
  EXPECT_THAT(sources.ids(query), ElementsAre(2'000'002));
}

TEST(CodesMeant, AreThoseThatBeginWithThePartsTyped) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  PageReading page = reading(1, "text");
  for (const char* name : {"(b)(1)", "(b)(10)", "(b)(7)(C)", "(b)(7)(C)-1,2", "(b)(7)(E)", "EO:1.4(c)", "NR"})
    page.codes.push_back(code(name));
  one.put(page);
  one.writer->commit();
  Connection connection(folder.database(), Access::kReadOnly);
  EXPECT_THAT(codes_meant(connection, "b1"), ElementsAre("(b)(1)"));
  EXPECT_THAT(codes_meant(connection, "B7c"), ElementsAre("(b)(7)(C)", "(b)(7)(C)-1,2"));
  EXPECT_THAT(codes_meant(connection, "(b)(7)"), ElementsAre("(b)(7)(C)", "(b)(7)(C)-1,2", "(b)(7)(E)"));
  EXPECT_THAT(codes_meant(connection, "eo1.4"), ElementsAre("EO:1.4(c)"));
  EXPECT_THAT(codes_meant(connection, "?"), IsEmpty());
}

TEST(Markers, HideOnlyMatchesThatLieWhollyInThem) {
  const std::pair<const char*, bool> cases[] = {
      {"no match", false},
      {"a \x01match\x02", true},
      {"⟦(b)(\x01"
       "6\x02)⟧",
       false},
      {"⟦\x01"
       "14\x02⟧ and \x01"
       "14\x02",
       true},
      {"⟦~\x01"
       "14⟧ of\x02",
       true},
      {"\x01of ⟦~14\x02⟧", true},
  };
  for (const auto& [text, outside] : cases) EXPECT_EQ(matches_outside_markers(text), outside) << text;
}

}  // namespace
}  // namespace vaughn::store
