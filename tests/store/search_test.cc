// SPDX-License-Identifier: GPL-3.0-or-later
// Full-text search as the store runs it: what is a hit, in which order, under which further conditions.
#include <gmock/gmock.h>

#include <algorithm>
#include <functional>

#include "store/builders.h"
#include "store/exemption_codes.h"
#include "store/question_sql.h"
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
  std::vector<HitRow> search(const SearchRequest& request) const {
    return Reader::open(folder_.database())->search(request);
  }
  std::vector<int> pages(const SearchRequest& request) const {
    std::vector<int> numbers;
    for (const HitRow& hit : search(request)) numbers.push_back(hit.page);
    return numbers;
  }
  std::vector<int> pages(const std::string& term) const;
  std::vector<int> pages(const Question& question) const;

 private:
  TemporaryFolder folder_;
};

SearchRequest asking(Question question) {
  SearchRequest request;
  request.question = std::move(question);
  return request;
}
Question term(const std::string& text) {
  return Question::of(Term{text});
}
SearchRequest asking(const std::string& text) {
  return asking(term(text));
}
Question all(std::vector<Question> parts) {
  return {Question::Kind::kAll, {}, std::move(parts)};
}
Question any(std::vector<Question> parts) {
  return {Question::Kind::kAny, {}, std::move(parts)};
}
Question negated(Question question) {
  return {Question::Kind::kNot, {}, {std::move(question)}};
}

std::vector<int> Pages::pages(const std::string& term) const {
  return pages(asking(term));
}
std::vector<int> Pages::pages(const Question& question) const {
  return pages(asking(question));
}

TEST(Search, RanksTheBetterPageFirstWithAHigherScore) {
  const Pages pages({"a trial of many other words that say little", "trial trial trial"});
  const std::vector<HitRow> hits = pages.search(asking("trial"));
  ASSERT_EQ(hits.size(), 2u);
  EXPECT_EQ(hits[0].page, 2);
  EXPECT_GT(hits[0].score, hits[1].score);
  EXPECT_GT(hits[1].score, 0);
}

TEST(Search, FindsWordsPrintedWithOtherLettersAsThePlainOnes) {
  const Pages pages({"the ﬁnal oﬃce", "co\u00ADoperate", "the ſecret caſe", "naïve café", "CAFÉ"});
  EXPECT_THAT(pages.pages("final"), ElementsAre(1));
  EXPECT_THAT(pages.pages("ﬁnal"), ElementsAre(1));
  EXPECT_THAT(pages.pages("office"), ElementsAre(1));
  EXPECT_THAT(pages.pages("cooperate"), ElementsAre(2));
  EXPECT_THAT(pages.pages("secret case"), ElementsAre(3));
  EXPECT_THAT(pages.pages("naive cafe"), ElementsAre(4));
  EXPECT_THAT(pages.pages("cafe"), ::testing::UnorderedElementsAre(4, 5));
  SearchRequest request = asking("final");
  request.with_boxes = true;
  EXPECT_EQ(pages.search(request).at(0).boxes.size(), 1u);
}

// Conditions on pages of which the text chooses many are looked up in lists.
TEST(Search, MeansTheSameByConditionsOfEachPageAsByLists) {
  TemporaryFolder folder;
  {
    OneSource one(folder.database(), 40);
    for (int i = 1; i <= 40; ++i) {
      PageReading page = reading(i, "trial " + std::to_string(i));
      if (i % 2 == 0) page.redactions = {redaction({0, 0, 9, 9}, {i % 4 == 0 ? "(b)(6)" : "(b)(7)(C)"})};
      if (i % 3 == 0) page.text_withheld_share = i / 100.0;
      one.put(page);
    }
    one.writer->put_bates(one.source, {{PageIndex(4), "X-5", "X-5", "X-", 5, BatesHow::kRead, Box{}}});
    one.writer->commit();
  }
  Connection connection(folder.database(), Access::kReadOnly);
  const FtsTokenizer tokenizer(connection);
  const QuestionCompiler compiler(tokenizer, known_codes(connection));
  const auto pages = [&](const Question& question, QuestionCompiler::Conditions conditions) {
    const QuestionSql sql = compiler.compile(all({term("trial"), question}), conditions);
    Query rows = connection.query(
        "SELECT p.number FROM page_fts f JOIN page p ON p.id = f.rowid"
        " WHERE f.page_fts MATCH ? AND " +
        sql.condition.sql + " ORDER BY 1");
    rows.bind(sql.match);
    for (const auto& value : sql.condition.values)
      std::visit([&](const auto& one) { rows.bind(one); }, value);
    std::vector<int> numbers;
    while (rows.step()) numbers.push_back(rows.number(0));
    return numbers;
  };
  const Question b6 = Question::of(HasExemption{"b6"}), redacted = Question::of(HasFact{Fact::kRedacted});
  const Question share = Question::of(NumberIs{NumberOf::kWithheld, {0.1, {}, false, false}});
  const Question bates = Question::of(BatesIs{"X-1", "X-9"});
  for (const Question& question : {b6, redacted, share, bates, negated(b6), any({b6, share}),
                                   all({redacted, negated(b6)}), any({bates, all({b6, share})})}) {
    const std::vector<int> of_each = pages(question, QuestionCompiler::Conditions::kOfEach);
    EXPECT_FALSE(of_each.empty());
    EXPECT_LT(of_each.size(), 40u);
    EXPECT_EQ(pages(question, QuestionCompiler::Conditions::kAsLists), of_each);
  }
}

TEST(Search, JoinsNoLinesThatDoNotFollowOneAnother) {
  const Pages pages({"End of the oﬃce\nA line ⟦(b)(6) ~12⟧ between\nﬂags ﬂy", "the ﬁnal\nﬂags"});
  EXPECT_THAT(pages.pages("office flags"), IsEmpty());
  EXPECT_THAT(pages.pages("final flags"), ElementsAre(2));
  EXPECT_THAT(pages.pages(Question::of(Near{{{"office"}, {"flags"}}, 3})), IsEmpty());
  EXPECT_THAT(pages.pages(Question::of(Near{{{"flags"}, {"final"}}, 3})), ElementsAre(2));
  EXPECT_THAT(pages.pages(all({term("flags"), negated(Question::of(Near{{{"office"}, {"flags"}}, 3}))})),
              ::testing::UnorderedElementsAre(1, 2));
}

// Each search has functions of its own, whose statements are kept for the next one.
TEST(Search, MayBeAskedAgainFromAnotherPlaceInTheProgram) {
  TemporaryFolder folder;
  OneSource one(folder.database(), 3);
  for (int i = 1; i <= 3; ++i) one.put(reading(i, "trial account"));
  one.writer->commit();
  const auto reader = Reader::open(folder.database());
  const std::function<std::size_t(int)> deeper = [&](int depth) -> std::size_t {
    volatile char frame[512] = {};
    if (depth > 0) return deeper(depth - 1) + static_cast<std::size_t>(frame[depth]);
    SearchRequest all_of_them = asking("trial");
    all_of_them.limit = 0;
    return reader->search(asking("trial")).size() + reader->search(all_of_them).size();
  };
  for (const int depth : {0, 40, 3, 90}) EXPECT_EQ(deeper(depth), 6u);
}

TEST(Search, ShowsTheLinesAboutEachHit) {
  const Pages pages({"one\ntwo trial\nthree\nfour\nfive\nsix trial\nseven trial", "docu-\nments"});
  SearchRequest request = asking("trial");
  request.context_lines = 0;
  EXPECT_EQ(pages.search(request).at(0).context, "two [trial]\n…\nsix [trial]\nseven [trial]");
  request.context_lines = 1;
  EXPECT_EQ(pages.search(request).at(0).context,
            "one\ntwo [trial]\nthree\n…\nfive\nsix [trial]\nseven [trial]");
  request.context_lines = 50;
  EXPECT_EQ(pages.search(request).at(0).context.find("…"), std::string::npos);
  // Whole in no line.
  request.question = term("documents");
  EXPECT_EQ(pages.search(request).at(0).context, "");
  request.context_lines.reset();
  request.question = term("trial");
  EXPECT_EQ(pages.search(request).at(0).context, "");
}

TEST(Search, ShowsAPhraseOverTwoLinesInItsContext) {
  const Pages pages({"the trial\naccount of"});
  SearchRequest request = asking("trial account");
  request.context_lines = 0;
  EXPECT_EQ(pages.search(request).at(0).context, "the [trial]\n[account] of");
}

TEST(Search, RanksAsFts5DoesWhateverCannotWin) {
  std::vector<std::string> texts;
  unsigned random = 7;
  const auto below = [&](unsigned most) { return (random = random * 1103515245 + 12345) / 65536 % most; };
  for (int page = 0; page < 300; ++page) {
    std::string text;
    for (unsigned words = 3 + below(40); words > 0; --words)
      text += below(4) == 0   ? "trial "
              : below(5) == 0 ? "account "
                              : "other" + std::to_string(below(9)) + " ";
    texts.push_back(text);
  }
  TemporaryFolder folder;
  OneSource one(folder.database(), static_cast<int>(texts.size()));
  for (std::size_t i = 0; i < texts.size(); ++i) one.put(reading(static_cast<int>(i) + 1, texts[i]));
  one.writer->commit();
  const auto reader = Reader::open(folder.database());
  Connection connection(folder.database(), Access::kReadOnly);
  const std::pair<Question, const char*> asked[] = {
      {term("trial"), "\"trial\""},
      {all({term("trial"), term("account")}), "\"trial\" AND \"account\""},
      {any({term("other3"), term("account")}), "\"other3\" OR \"account\""}};
  for (const auto& [question, match] : asked) {
    for (const int limit : {1, 7, 50, 0}) {
      SearchRequest request = asking(question);
      request.limit = limit;
      Query rows = connection.query(
          "SELECT rowid, -rank FROM page_fts WHERE page_fts MATCH ? ORDER BY rank, rowid LIMIT ?", match,
          limit == 0 ? -1 : limit);
      const std::vector<HitRow> hits = reader->search(request);
      std::size_t i = 0;
      for (; rows.step(); ++i) {
        ASSERT_LT(i, hits.size()) << match << ' ' << limit;
        EXPECT_EQ(hits[i].id.value, rows.integer(0)) << match << ' ' << limit << " at " << i;
        EXPECT_NEAR(hits[i].score, rows.real(1), 1e-9);
      }
      EXPECT_EQ(i, hits.size());
    }
  }
}

TEST(Search, FindsAWordBrokenOverALineEndWhole) {
  const Pages pages({"about the docu-\nments of May", "documents", "docu-\n\nments"});
  EXPECT_THAT(pages.pages("documents"), ElementsAre(2, 1));
  EXPECT_THAT(pages.pages("the documents of"), ElementsAre(1));
  EXPECT_EQ(pages.search(asking("the documents of"))[0].snippet, "about [the documents of] May");
}

TEST(Search, BreaksTiesByPage) {
  EXPECT_THAT(Pages({"same words", "same words", "same words"}).pages("same"), ElementsAre(1, 2, 3));
}

TEST(Search, ShowsTheHitOnOneLineBetweenTheMarksAskedFor) {
  SearchRequest query = asking("nimbus");
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
    const std::string snippet = Pages({text}).search(asking("nimbus"))[0].snippet;
    EXPECT_EQ(snippet.rfind("⟦") == std::string::npos, snippet.rfind("⟧") == std::string::npos) << snippet;
  }
}

TEST(Search, FoldsCaseAndAccents) {
  EXPECT_THAT(Pages({"the Attaché of Zürich"}).pages(all({term("ATTACHE"), term("zurich")})), ElementsAre(1));
}

TEST(Search, LeavesOutPagesThatMatchOnlyInsideAMarker) {
  const Pages pages({"from ⟦(b)(6), (b)(7)(C) ~14⟧ to all", "room 14 is closed", "⟦(b)(5) ~6⟧ and room 14"});
  EXPECT_THAT(pages.pages("14"), ElementsAre(2, 3));
  EXPECT_THAT(pages.pages("c"), IsEmpty());
}

TEST(Search, TakesNoWordOfAMarkerForOneOfAPhrase) {
  EXPECT_THAT(Pages({"dear ⟦(b)(6) ~14⟧ of Nimbus"}).pages("14 of nimbus"), IsEmpty());
}

TEST(Search, ExcludesNoPageForWhatStandsInAMarker) {
  const Pages pages({"nimbus ⟦(b)(6) ~14⟧", "nimbus 14", "nimbus"});
  EXPECT_THAT(pages.pages(all({term("nimbus"), negated(term("14"))})), ::testing::UnorderedElementsAre(1, 3));
}

TEST(Search, FindsWhatStandsBesideARedaction) {
  const Pages pages({"Contracting Officer: ⟦(b)(6), (b)(7)(C) ~14⟧ of Nimbus",
                     "contracting officer Nimbus ⟦(b)(5) ~9⟧", "contracting officer"});
  const Question officer = Question::of(Beside{Term{"contracting officer"}, 0, ""});
  EXPECT_THAT(pages.pages(officer), ElementsAre(1));
  EXPECT_THAT(pages.pages(Question::of(Beside{Term{"contracting officer"}, 1, ""})),
              ::testing::UnorderedElementsAre(1, 2));
  EXPECT_THAT(pages.pages(Question::of(Beside{Term{"nimbus"}, 0, "b5"})), ElementsAre(2));
  EXPECT_THAT(pages.pages(Question::of(Beside{Term{"nimbus"}, 1, "b7"})), ElementsAre(1));
  EXPECT_THAT(pages.pages(negated(officer)), ElementsAre(2, 3));
}

TEST(Search, FindsPatternsBetweenMarkersOnly) {
  const Pages pages({"Case No. 17-1234 ⟦(b)(6) ~14⟧", "case 17 ⟦(b)(6) ~14⟧ 1234"});
  EXPECT_THAT(pages.pages(Question::of(Pattern{R"(case.*\d+.*1234)"})), ElementsAre(1));
}

TEST(Search, FindsWordsNearOneAnother) {
  const Pages pages({"one two three four five", "five one"});
  EXPECT_THAT(pages.pages(Question::of(Near{{Term{"one"}, Term{"five"}}, 2})), ElementsAre(2));
  EXPECT_THAT(pages.pages(Question::of(Near{{Term{"five"}, Term{"one"}}, 3})),
              ::testing::UnorderedElementsAre(1, 2));
}

TEST(Search, GivesTheBoxesOfTheWordsFound) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  one.put(full_reading(1));
  one.writer->commit();
  SearchRequest query = asking("nimbus");
  query.with_boxes = true;
  const std::vector<HitRow> hits = Reader::open(folder.database())->search(query);
  ASSERT_EQ(hits.size(), 1u);
  const PageReading page = full_reading(1);
  const auto word = std::find_if(page.words.begin(), page.words.end(),
                                 [](const Word& w) { return w.text.find("imbus") != std::string::npos; });
  ASSERT_NE(word, page.words.end());
  ASSERT_EQ(hits[0].boxes.size(), 1u);
  EXPECT_NEAR(hits[0].boxes[0].x0, word->box.x0, 0.1);
}

TEST(Search, StopsWhenItsTimeIsOver) {
  TemporaryFolder folder;
  OneSource one(folder.database(), 2'000);
  for (int page = 1; page <= 2'000; ++page) one.put(reading(page, "trial"));
  one.writer->commit();
  const auto reader = Reader::open(folder.database());
  EXPECT_EQ(reader->summarise(asking("trial"), {}).pages, 2'000);
  reader->give_time(std::chrono::milliseconds(-1));
  EXPECT_THROW(reader->summarise(asking("trial"), {Facet::kSource}), Error);
  reader->give_time(std::chrono::seconds(60));
  EXPECT_EQ(reader->summarise(asking("trial"), {}).pages, 2'000);
}

TEST(Search, ShowsWhereItStandsBesideARedaction) {
  const Pages pages({"Nimbus was asked and Nimbus ⟦(b)(6) ~14⟧ answered"});
  const std::vector<HitRow> hits = pages.search(asking(Question::of(Beside{Term{"nimbus"}, 0, ""})));
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_EQ(hits[0].snippet, "Nimbus was asked and [Nimbus] ⟦(b)(6) ~14⟧ answered");
}

TEST(Search, SummarisesByFacets) {
  const HitSummary summary = [] {
    TemporaryFolder folder;
    OneSource one(folder.database(), 3);
    PageReading withheld = reading(1, "trial");
    withheld.redactions = {redaction({0, 0, 9, 9}, {"(b)(6)", "(b)(5)"}),
                           redaction({0, 20, 9, 29}, {"(b)(6)"})};
    one.put(withheld);
    one.put(reading(2, "trial"));
    one.put(reading(3, "other"));
    one.writer->commit();
    return Reader::open(folder.database())->summarise(asking("trial"), {Facet::kExemption, Facet::kSource});
  }();
  EXPECT_EQ(summary.pages, 2);
  ASSERT_EQ(summary.facets.size(), 2u);
  ASSERT_EQ(summary.facets[0].size(), 2u);
  EXPECT_EQ(summary.facets[0][0].value, "(b)(5)");
  EXPECT_EQ(summary.facets[0][1].pages, 1);
  ASSERT_EQ(summary.facets[1].size(), 1u);
  EXPECT_EQ(summary.facets[1][0].pages, 2);
}

TEST(Search, PagesThroughHitsWithoutCountingThoseInMarkers) {
  const Pages pages({"nine 9", "⟦(b)(6) ~9⟧", "nine 9", "⟦(b)(6) ~9⟧", "nine 9"});
  SearchRequest query = asking("9");
  query.limit = 2;
  EXPECT_THAT(pages.pages(query), ElementsAre(1, 3));
  query.offset = 2;
  EXPECT_THAT(pages.pages(query), ElementsAre(5));
}

TEST(Search, GivesAllHitsWithoutALimit) {
  SearchRequest query = asking("word");
  query.limit = 0;
  EXPECT_EQ(Pages(std::vector<std::string>(30, "word")).search(query).size(), 30u);
}

TEST(Search, CitesTheSourceOfAHit) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  one.put(full_reading(2));
  one.writer->put_bates(one.source, {bates(2, "AGENCY-7")});
  one.writer->commit();
  const std::vector<HitRow> hits = Reader::open(folder.database())->search(asking("nimbus"));
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
  EXPECT_THAT(reader->search(asking("old")), IsEmpty());
  EXPECT_EQ(reader->search(asking("new")).size(), 1u);
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
  std::vector<std::int64_t> ids(const SearchRequest& query) const {
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
  const auto withheld = [](const char* code) { return Question::of(HasExemption{code, false}); };
  EXPECT_THAT(sources.ids(asking(all({term("trial"), withheld("b7")}))), ElementsAre(2'000'001));
  EXPECT_THAT(sources.ids(asking(all({term("trial"), withheld("b7"), withheld("b6")}))), IsEmpty());
  EXPECT_THAT(sources.ids(asking(withheld("(b)(7)(c)"))), ElementsAre(2'000'001));
  EXPECT_THAT(sources.ids(asking(any({term("account"), withheld("b7")}))), ElementsAre(1'000'001, 2'000'001));
  EXPECT_THAT(sources.ids(asking(all({term("trial"), negated(withheld("b7"))}))),
              ElementsAre(1'000'001, 2'000'002));
}

TEST(SearchConditions, CountUncertainGroundsWhenAsked) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  PageReading page = reading(1, "text");
  page.redactions = {redaction({0, 0, 9, 9}, {"(b)(6)"})};
  page.redactions[0].codes[0].certain = false;
  one.put(page);
  one.writer->commit();
  const auto reader = Reader::open(folder.database());
  EXPECT_THAT(reader->search(asking(Question::of(HasExemption{"b6", false}))), IsEmpty());
  EXPECT_EQ(reader->search(asking(Question::of(HasExemption{"b6", true}))).size(), 1u);
}

TEST(SearchConditions, FindPagesByNamesNumbersAndFacts) {
  const TwoSources sources;
  const auto ids = [&](PageTest test) {
    return sources.ids(asking(all({term("trial"), Question::of(test)})));
  };
  EXPECT_THAT(ids(NameHas{NameOf::kSource, "second"}), ElementsAre(2'000'001, 2'000'002));
  EXPECT_THAT(ids(NameHas{NameOf::kRelease, "no such"}), IsEmpty());
  EXPECT_THAT(ids(TextSourceIs{"born-digital"}), ElementsAre(2'000'001));
  EXPECT_THAT(ids(NumberIs{NumberOf::kPage, {2.0, 2.0}}), ElementsAre(2'000'002));
  EXPECT_THAT(ids(NumberIs{NumberOf::kPage, {1.0, {}, true}}), ElementsAre(2'000'002));
  EXPECT_THAT(ids(HasFact{Fact::kRedacted}), ElementsAre(2'000'001));
  EXPECT_THAT(ids(HasFact{Fact::kLeak}), IsEmpty());
}

TEST(SearchConditions, FindPagesByBatesNumbers) {
  TemporaryFolder folder;
  OneSource one(folder.database(), 3);
  for (int page = 1; page <= 3; ++page) one.put(reading(page, "text"));
  std::vector<BatesNumber> numbers;
  for (int page = 1; page <= 3; ++page) {
    numbers.push_back(bates(page, "ICE-00011" + std::to_string(page)));
    numbers.back().prefix = "ICE-";
    numbers.back().number = 110 + page;
  }
  one.writer->put_bates(one.source, numbers);
  one.writer->commit();
  const auto reader = Reader::open(folder.database());
  const auto count = [&](const char* first, const char* last) {
    return reader->search(asking(Question::of(BatesIs{first, last}))).size();
  };
  EXPECT_EQ(count("ice-000112", "ICE-000113"), 2u);
  EXPECT_EQ(count("112", "112"), 1u);
  EXPECT_EQ(count("ICE-111", "113"), 3u);
  EXPECT_EQ(count("DHS-000111", "DHS-000113"), 0u);
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

}  // namespace
}  // namespace vaughn::store
