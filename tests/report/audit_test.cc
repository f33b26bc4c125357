// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "report/audit_letters.h"
#include "vaughn/report/audit.h"

namespace vaughn::report {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

store::StatementRow said(const std::string& kind, const std::string& value,
                         std::optional<double> number = {}) {
  store::StatementRow row;
  row.place = {.release = "march", .source = "letter.pdf", .sha256 = "3f", .page = 1, .bates = {}};
  row.record = 1;
  row.statement.kind = kind;
  row.statement.value = value;
  row.statement.number = number;
  row.statement.evidence.raw = "the sentence";
  return row;
}

LetterSummary letter(std::vector<store::StatementRow> statements) {
  statements.push_back(said("request-number", "2031-BBFO-00417"));
  return letters_of(statements).at(0);
}

std::vector<std::string> texts(const std::vector<AuditEntry>& entries) {
  std::vector<std::string> all;
  for (const AuditEntry& entry : entries) all.push_back(entry.text);
  return all;
}

// The letter of foia-domain.md 2.3, whose numbers contradict one another five ways.
TEST(AuditLetters, NameEveryContradictionAndChooseNone) {
  const auto found = texts(contradictions_in(
      letter({said("count", "processed", 609), said("count", "full", 15), said("count", "withheld", 305),
              said("count", "duplicate", 290), said("count", "released", 319),
              said("bates-first", "DHS-0011153-01799"), said("bates-last", "DHS-001-1153-02117"),
              said("interim-release", "6"), said("interim-release", "5")})));
  EXPECT_THAT(found, ElementsAre(HasSubstr("609 pages were processed"), HasSubstr("319 pages are released"),
                                 HasSubstr("prefix of the Bates numbers in two ways"),
                                 HasSubstr("interim release in several ways: 6, 5")));
  EXPECT_THAT(found[0], HasSubstr("add up to 610"));
  EXPECT_THAT(found[1], HasSubstr("with those withheld in full to 320"));
}

TEST(AuditLetters, SayNothingOfOneThatAddsUp) {
  EXPECT_THAT(contradictions_in(letter({said("count", "located", 13), said("count", "part", 2),
                                        said("count", "referred", 6), said("count", "referred", 2),
                                        said("count", "referred", 1), said("count", "referred", 2)})),
              IsEmpty());
}

TEST(AuditLetters, HoldARangeAgainstThePagesReleased) {
  EXPECT_THAT(
      texts(contradictions_in(letter({said("count", "full", 5), said("count", "part", 20),
                                      said("bates-first", "BBR-000101"), said("bates-last", "BBR-000131")}))),
      ElementsAre(HasSubstr("has 31 numbers")));
}

TEST(AuditLetters, AreHeldAgainstWhatCame) {
  const LetterSummary one =
      letter({said("count", "full", 5), said("count", "part", 21), said("count", "withheld", 2)});
  store::PageDispositions came;
  came.full = 4;
  came.blank = 1;
  came.part = 20;
  EXPECT_THAT(texts(against_what_came({&one}, came, {{"withheld", 2}}, {})),
              ElementsAre(HasSubstr("21 pages are released in part; 20 came so")));
}

Audit audit() {
  Audit made;
  made.came.push_back({.release = "march", .sources = 2, .pages = 30, .full = 3, .part = 20});
  made.letters.push_back(letter({said("letter-date", "2031-03-04")}));
  AuditEntry gap;
  gap.kind = EntryKind::kGap;
  gap.text = "3 numbers are missing between A-1 and A-5; nothing in the release accounts for them.";
  gap.places = {{.release = "march", .source = "production.pdf", .sha256 = {}, .page = 14, .bates = "A-1"}};
  made.entries.push_back(gap);
  return made;
}

TEST(Audit, IsPrintedWithin80Columns) {
  std::ostringstream out;
  print_audit(audit(), {.width = 80, .color = Color::kOff}, out);
  EXPECT_THAT(out.str(), HasSubstr("Letter of 2031-03-04 on request 2031-BBFO-00417."));
  EXPECT_THAT(out.str(),
              HasSubstr("- 3 numbers are missing between A-1 and A-5; nothing in the release accounts for\n"
                        "  them.\n"
                        "    production.pdf p. 14 (A-1)\n"));
}

TEST(Audit, IsMarkdownWithWhatMarkdownWouldTakeForItsOwnEscaped) {
  Audit one = audit();
  one.entries[0].text = "see *this* [place]";
  std::ostringstream out;
  print_audit_markdown(one, out);
  EXPECT_THAT(out.str(), HasSubstr("| march | 2 | 30 | 3 | 20 |"));
  EXPECT_THAT(out.str(), HasSubstr("- see \\*this\\* \\[place\\]\n  - production.pdf p. 14 (A-1)\n"));
}

TEST(Audit, IsOneDocumentForPrograms) {
  std::ostringstream out;
  print_audit_json(audit(), out);
  EXPECT_THAT(out.str(), HasSubstr("\"schema\": \"vaughn.audit/1\""));
  EXPECT_THAT(out.str(), HasSubstr("\"kind\": \"gap\""));
}

TEST(Audit, DoesNotCountGapsThatASheetExplains) {
  Audit one = audit();
  EXPECT_TRUE(one.has(EntryKind::kGap));
  one.entries[0].explained = true;
  EXPECT_FALSE(one.has(EntryKind::kGap));
}

}  // namespace
}  // namespace vaughn::report
