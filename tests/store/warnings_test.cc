// SPDX-License-Identifier: GPL-3.0-or-later
// Which page carries a parser warning depends on who read what before it; what is stored does not.
#include <gmock/gmock.h>

#include "store/builders.h"
#include "vaughn/store/reader.h"

namespace vaughn::store {
namespace {

using ::testing::ElementsAre;

Problem warning(const std::string& text) {
  return {ProblemKind::kParserWarning, text, ""};
}

PageReading page_with(int number, const std::vector<std::string>& warnings) {
  PageReading page = reading(number, "text");
  for (const std::string& text : warnings) page.problems.push_back(warning(text));
  return page;
}

std::vector<std::string> causes_at_source(const TemporaryFolder& folder) {
  std::vector<std::string> causes;
  for (const PageProblemRow& row : Reader::open(folder.database())->problems())
    if (row.page == 0) causes.push_back(row.problem.cause);
  return causes;
}

TEST(ParserWarnings, StandAtTheSourceOncePerText) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  one.writer->put_description(one.source, {3, {warning("odd table")}});
  one.put(page_with(1, {"no such font", "odd table"}));
  one.put(page_with(2, {"no such font"}));
  one.writer->commit();

  EXPECT_THAT(causes_at_source(folder), ElementsAre("no such font", "odd table"));
  EXPECT_EQ(value_of(folder.database(), "SELECT count(*) FROM problem"), "2");
}

TEST(ParserWarnings, LeaveOtherProblemsAtThePage) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  PageReading page = page_with(1, {"no such font"});
  page.problems.push_back({ProblemKind::kOcrFailed, "nothing could be recognised", ""});
  one.put(page);

  EXPECT_THAT(one.writer->page(one.source, page.page)->problems,
              ElementsAre(Problem{ProblemKind::kOcrFailed, "nothing could be recognised", ""}));
}

TEST(ParserWarnings, AreTheSameRowsWhicheverPageCarriedThem) {
  TemporaryFolder folders[2];
  const std::vector<PageReading> orders[2] = {{page_with(1, {"c", "a"}), page_with(2, {"b"})},
                                              {page_with(2, {"b", "a"}), page_with(1, {"b", "c"})}};
  for (int i = 0; i < 2; ++i) {
    OneSource one(folders[i].database());
    for (const PageReading& page : orders[i]) one.put(page);
    one.writer->commit();
  }

  EXPECT_THAT(causes_at_source(folders[0]), ElementsAre("a", "b", "c"));
  EXPECT_EQ(dump(folders[0].database()), dump(folders[1].database()));
}

TEST(ParserWarnings, ComeBehindWhatElseIsWrongWithTheSource) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  const Problem limit{ProblemKind::kLimit, "too many pages", ""};
  one.writer->put_description(one.source, {3, {warning("a"), limit}});
  one.writer->commit();

  EXPECT_THAT(causes_at_source(folder), ElementsAre("too many pages", "a"));
}

TEST(ParserWarnings, BeyondTheirPlacesAreLeftOutFromTheEndOfTheAlphabet) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  std::vector<std::string> texts;
  for (int i = 19'000; i > 10'000; --i) texts.push_back(std::to_string(i));
  one.put(page_with(1, {texts.begin(), texts.begin() + 4'500}));
  one.put(page_with(2, {texts.begin() + 4'500, texts.end()}));
  one.writer->commit();

  EXPECT_EQ(value_of(folder.database(), "SELECT count(*) || ' ' || max(cause) FROM problem"), "8999 18999");
}

TEST(ParserWarnings, OfASourceGoWhenItTurnsOutToBeUnreadable) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  one.put(page_with(1, {"no such font"}));
  one.writer->put_source_failure(one.source, {ProblemKind::kDamaged, "broken", ""});
  one.writer->commit();

  EXPECT_THAT(causes_at_source(folder), ElementsAre("broken"));
}

}  // namespace
}  // namespace vaughn::store
