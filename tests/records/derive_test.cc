// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/records/derive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "records/page_builder.h"
#include "records/sheets.h"
#include "vaughn/records/threads.h"

namespace vaughn::records {
namespace {

using ::testing::ElementsAre;
using testing::PageBuilder;

SourceRecords derived(const std::vector<PageBuilder>& pages,
                      const std::vector<Correction>& corrections = {}) {
  Derivation derivation;
  for (const PageBuilder& page : pages) derivation.add(page.reading());
  return derivation.finish(corrections);
}

// "1-3 email", people's say marked by an asterisk.
std::vector<std::string> records(const SourceRecords& all) {
  std::vector<std::string> lines;
  for (const Record& record : all.records)
    lines.push_back(std::to_string(record.first.number().value()) + "-" +
                    std::to_string(record.last.number().value()) + " " + record.type +
                    (record.by_person ? "*" : ""));
  return lines;
}

std::vector<PageBuilder> release() {
  std::vector<PageBuilder> pages;
  pages.push_back(PageBuilder(0).lines({"From: Roe, Jane", "Sent: Tuesday, March 3, 2020 9:14 AM",
                                        "To: Poe, Edgar", "Subject: demo", "", "Agreed."}));
  pages.push_back(PageBuilder(1).lines({"more of what was agreed,", "over the page."}));
  pages.push_back(
      PageBuilder(2).lines({"MEMORANDUM FOR All Supervisors", "Subject: Trial accounts", "", "Text."}));
  pages.push_back(PageBuilder(3)
                      .source(TextSource::kWithheldSheet)
                      .lines({"Page 013", "Withheld pursuant to exemption", "(b)(5)"}));
  pages.push_back(PageBuilder(4).lines({"Whatever comes behind it."}));
  return pages;
}

TEST(Records, BeginWithHeadersHeadingsAndSheets) {
  EXPECT_THAT(records(derived(release())),
              ElementsAre("1-2 email", "3-3 memo", "4-4 withheld-sheet", "5-5 unknown"));
}

TEST(Records, SayWhyTheyBegin) {
  const auto all = derived(release());
  EXPECT_THAT(all.records[2].reasons, ElementsAre("a sheet that stands for other pages"));
  EXPECT_GT(all.records[1].confidence, 0.5);
}

TEST(Records, HaveTheTitleAndDateOfTheirMessage) {
  const auto all = derived(release());
  EXPECT_EQ(all.records[0].title, "demo");
  EXPECT_EQ(all.records[0].date, "2020-03-03");
}

TEST(Records, BeginWherePageNumbersBeginAgain) {
  const auto numbered = [](int index, const std::string& number) {
    return PageBuilder(index).line("Some text.").down_to(760).line(number, 280);
  };
  EXPECT_THAT(records(derived({numbered(0, "Page 1 of 2"), numbered(1, "Page 2 of 2"),
                               numbered(2, "Page 1 of 2"), numbered(3, "Page 2 of 2")})),
              ElementsAre("1-2 unknown", "3-4 unknown"));
}

TEST(Records, FollowWhatPeopleSay) {
  EXPECT_THAT(records(derived(release(), {{Correction::Kind::kSplit, PageIndex(1), {}},
                                          {Correction::Kind::kJoin, PageIndex(2), {}},
                                          {Correction::Kind::kType, PageIndex(4), "chart"}})),
              ElementsAre("1-1 email", "2-3 memo*", "4-4 withheld-sheet", "5-5 chart*"));
}

TEST(Records, TakeTheLastWord) {
  EXPECT_THAT(records(derived(release(), {{Correction::Kind::kSplit, PageIndex(1), {}},
                                          {Correction::Kind::kJoin, PageIndex(1), {}}}))[0],
              "1-2 email*");
}

TEST(Records, OfNothingAreNone) {
  EXPECT_EQ(derived({}), SourceRecords{});
}

PageBuilder deleted_pages() {
  PageBuilder page(0);
  page.source(TextSource::kWithheldSheet)
      .lines({"DELETED PAGE INFORMATION SHEET", "Total Deleted Page(s) = 3", "Page 25 ~ b6 - 1,-2; b7E - 3;",
              "Page 26 ~ Duplicate;", "Page 31 ~ Referral/Consult;"});
  page.code("(b)(6)", 76, 130).code("(b)(7)(E)", 76, 200, false);
  return page;
}

TEST(Sheets, ListEachPageWithItsReason) {
  const auto sheets = read_sheets({deleted_pages().rows()});
  ASSERT_EQ(sheets.size(), 1u);
  EXPECT_EQ(sheets[0].stated_total, 3);
  ASSERT_EQ(sheets[0].pages.size(), 3u);
  EXPECT_EQ(sheets[0].pages[0].number, "25");
  EXPECT_THAT(sheets[0].pages[0].codes, ElementsAre("(b)(6)-1,2", "(b)(7)(E)-3"));
  EXPECT_FALSE(sheets[0].pages[0].certain);
  EXPECT_EQ(sheets[0].pages[1].disposition, "duplicate");
  EXPECT_EQ(sheets[0].pages[2].disposition, "consultation");
}

TEST(Sheets, GoOnOverSeveralPages) {
  PageBuilder second(1);
  second.source(TextSource::kWithheldSheet)
      .lines({"Page 40 ~ Duplicate;", "Page 41 ~ Duplicate;", "For this Page"});
  const auto sheets = read_sheets({deleted_pages().rows(), second.rows()});
  ASSERT_EQ(sheets.size(), 1u);
  EXPECT_EQ(sheets[0].pages.size(), 5u);
  EXPECT_EQ(sheets[0].last, PageIndex(1));
}

// A list of deleted pages with these rows, and the pages it gives: "3:(b)(6)", "?" behind what is not
// certain.
std::vector<std::string> listed(const std::vector<std::string>& rows) {
  PageBuilder page;
  page.source(TextSource::kWithheldSheet).line("DELETED PAGE INFORMATION SHEET");
  for (const std::string& row : rows) page.line(row);
  PageRows read = page.rows();
  split_columns_of_list(&read);
  std::vector<std::string> found;
  for (const Sheet& sheet : read_sheets({read}))
    for (const AbsentPage& absent : sheet.pages)
      found.push_back(absent.number + ":" + absent.disposition + (absent.certain ? "" : "?"));
  return found;
}

TEST(Sheets, RangesAreARowForEachPage) {
  EXPECT_EQ(listed({"Page 10 thru Page 12 ~ Duplicate;", "Page 21 - 22 ~ Referral/Direct;",
                    "Page 30 ~ Duplicate;"}),
            (std::vector<std::string>{"10:duplicate", "11:duplicate", "12:duplicate", "21:referred",
                                      "22:referred", "30:duplicate"}));
}

TEST(Sheets, ColumnsOfAListAreRowsOfTheirOwn) {
  EXPECT_EQ(listed({"Page 3 ~ Duplicate; Page 4 ~ Referral/Consult;", "Page 5 ~ OTHER - Not a duplicate;"}),
            (std::vector<std::string>{"3:duplicate", "4:consultation", "5:other"}));
}

TEST(Sheets, SayWhichPageTheyStandFor) {
  const auto sheets = read_sheets({release()[3].rows()});
  ASSERT_EQ(sheets.size(), 1u);
  EXPECT_EQ(sheets[0].kind, "withheld");
  EXPECT_EQ(sheets[0].pages[0].number, "013");
}

TEST(Sheets, TakeNoWordsForNumbers) {
  PageBuilder page(0);
  page.source(TextSource::kWithheldSheet)
      .lines({"DELETED PAGE INFORMATION SHEET", "Total Withheld Page(s) ~ ill", "Page oil ~ Duplicate;",
              "Page 26 ~ Duplicate;"});
  const auto sheets = read_sheets({page.rows()});
  ASSERT_EQ(sheets.size(), 1u);
  EXPECT_EQ(sheets[0].stated_total, std::nullopt);
  EXPECT_EQ(sheets[0].pages.size(), 1u);
}

// Pieces of everything that is looked for, in any order.
TEST(Derivation, TakesAnyText) {
  const std::vector<std::string> pieces = {"From:",
                                           "Sent:",
                                           "To:",
                                           "Subject:",
                                           "On",
                                           "wrote:",
                                           "Page",
                                           "of",
                                           "12",
                                           "999999999999999999999",
                                           "l",
                                           "O",
                                           "ill",
                                           "Total",
                                           "Deleted",
                                           "Page(s)",
                                           "=",
                                           "~",
                                           "b7C",
                                           "-",
                                           "$",
                                           "$1,000",
                                           "$9999999999999999",
                                           "million",
                                           "Dear",
                                           "March",
                                           "3,",
                                           "2020",
                                           "13/45/9999",
                                           "9:99",
                                           "AM",
                                           "(b)(6)",
                                           "⟦",
                                           "⟧",
                                           "@x.example",
                                           "<",
                                           ">",
                                           ";",
                                           "located",
                                           "a",
                                           "total",
                                           "pages",
                                           "released",
                                           "in",
                                           "full",
                                           "hundred",
                                           "Case",
                                           "1:20-cv-03071",
                                           "Document",
                                           "ABC-000001",
                                           "C02000189",
                                           "DELETED",
                                           "PAGE",
                                           "INFORMATION",
                                           "SHEET",
                                           "within",
                                           "90",
                                           "days",
                                           "the",
                                           "date",
                                           "first",
                                           "interim",
                                           "70BBRM31P0417",
                                           "\xC3",
                                           "\u00E9",
                                           "\"",
                                           "Bates",
                                           "range",
                                           "to",
                                           "99th",
                                           "release"};
  std::mt19937 random(6);
  for (int round = 0; round < 200; ++round) {
    std::vector<PageBuilder> pages;
    for (int index = 0; index < 4; ++index) {
      PageBuilder page(index * (1 + round % 2));
      if (random() % 3 == 0) page.source(TextSource::kWithheldSheet);
      for (int line = 0; line < 12; ++line) {
        std::string text;
        for (int word = 0; word < 8; ++word) text += pieces[random() % pieces.size()] + ' ';
        page.line(text, 40 + static_cast<double>(random() % 200));
      }
      pages.push_back(page);
    }
    const SourceRecords all = derived(pages);
    ASSERT_FALSE(all.records.empty());
    for (const Message& message : all.messages) EXPECT_GE(message.last, message.evidence.page);
  }
}

MessageKey key(std::int64_t id, const std::string& subject, const std::string& sent, const std::string& from,
               bool quoted = false, int words = 10) {
  return {id, id, subject, sent, from, quoted, words};
}

TEST(Threads, JoinAnswersOfOneSubject) {
  const auto links = link_messages(
      {key(1, "demo", "2020-03-02T16:30:00", "Poe"), key(2, "RE: demo", "2020-03-03T09:14:00", "Roe"),
       key(3, "demo", "2021-03-03T09:14:00", "Lee"), key(4, "lunch", "2020-03-03T09:15:00", "Roe")});
  EXPECT_EQ(links[1].thread, 1);
  EXPECT_EQ(links[2].thread, 3);
  EXPECT_EQ(links[3].thread, 4);
}

TEST(Threads, KnowTheSameMessageInSeveralPrintings) {
  const auto links = link_messages({key(1, "demo", "2020-03-02T16:30:00", "Poe, Edgar"),
                                    key(2, "demo", "2020-03-02T16:30:00", "⟦(b)(6) ~9⟧", true),
                                    key(3, "", "2020-03-02T16:30:00", "Edgar Poe <e@x.example>", true),
                                    key(4, "demo", "2020-03-02T16:30:00", "Roe, Jane")});
  EXPECT_EQ(links[0].twin, std::nullopt);
  EXPECT_EQ(links[1].twin, 1);
  EXPECT_EQ(links[2].twin, 1);
  EXPECT_EQ(links[3].twin, std::nullopt);
}

}  // namespace
}  // namespace vaughn::records
