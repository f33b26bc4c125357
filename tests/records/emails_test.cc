// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/emails.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "records/page_builder.h"
#include "records/parties.h"

namespace vaughn::records {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::PageBuilder;

std::vector<Message> messages(const std::vector<PageBuilder>& pages) {
  MessageReader reader;
  for (const PageBuilder& page : pages) reader.add(page.rows());
  std::vector<Message> all;
  for (FoundMessage& found : reader.finish()) all.push_back(std::move(found.message));
  return all;
}

std::vector<Message> messages(const std::vector<std::string>& lines) {
  return messages(std::vector{PageBuilder().lines(lines)});
}

// "from|sent|to|subject", redactions as "[]", "q" before quoted ones.
std::vector<std::string> headers(const std::vector<Message>& all) {
  std::vector<std::string> lines;
  for (const Message& message : all)
    lines.push_back((message.quoted ? "q " : "") + without_markers(message.from) + "|" + message.sent + "|" +
                    without_markers(message.to) + "|" + message.subject);
  return lines;
}

TEST(Emails, AreReadFromAnOutlookPrint) {
  EXPECT_THAT(headers(messages({"Roe, Jane", "", "From: Roe, Jane <jane.roe@bureau.example>",
                                "Sent: Tuesday, March 3, 2020 9:14 AM", "To: Poe, Edgar",
                                "Subject: Lens demo", "", "Agreed."})),
              ElementsAre("Roe, Jane <jane.roe@bureau.example>|2020-03-03T09:14:00|Poe, Edgar|Lens demo"));
}

TEST(Emails, KeepRedactedParts) {
  const auto all = messages({"From: []", "Sent: Tuesday, March 3, 2020 9:14 AM",
                             "To: [] <[] @vendor.example>", "Subject: Lens demo"});
  EXPECT_THAT(headers(all), ElementsAre("[]|2020-03-03T09:14:00|[] <[] @vendor.example>|Lens demo"));
  ASSERT_EQ(all[0].parties.size(), 2u);
  EXPECT_TRUE(all[0].parties[1].redacted);
  EXPECT_EQ(all[0].parties[1].domain, "vendor.example");
  EXPECT_EQ(all[0].parties[1].address, "");
}

TEST(Emails, QuotedInAChainAreSplit) {
  EXPECT_THAT(
      headers(messages({"From: Roe, Jane", "Sent: Tuesday, March 3, 2020 9:14 AM", "To: Poe, Edgar",
                        "Subject: RE: Lens demo", "", "Agreed.", "", "-----Original Message-----",
                        "From: Poe, Edgar", "Sent: Monday, March 2, 2020 4:30 PM", "To: Roe, Jane",
                        "Subject: Lens demo", "", "Shall we?", "",
                        "On Sun, Mar 1, 2020 at 8:00 PM Ann Lee <ann@vendor.example> wrote:", "Try it."})),
      ElementsAre("Roe, Jane|2020-03-03T09:14:00|Poe, Edgar|RE: Lens demo",
                  "q Poe, Edgar|2020-03-02T16:30:00|Roe, Jane|Lens demo",
                  "q Ann Lee <ann@vendor.example>|2020-03-01T20:00:00||"));
}

TEST(Emails, QuoteLinesMayBreak) {
  EXPECT_THAT(headers(messages({"From: Roe, Jane", "Sent: Tuesday, March 3, 2020 9:14 AM", "To: Poe, Edgar",
                                "Subject: RE: demo", "", "Yes.", "", "On Mar 1, 2020, at 8:00 PM, Ann Lee",
                                "<ann@vendor.example> wrote:"}))[1],
              "q Ann Lee <ann@vendor.example>|2020-03-01T20:00:00||");
}

TEST(Emails, SpoiltLabelsAreKnown) {
  EXPECT_THAT(headers(messages({"Frorn: Roe, Jane", "Sent; Tuesday, March 3, 2020 9:14 AM", "T0: Poe, Edgar",
                                "5ubject: Lens demo"})),
              ElementsAre("Roe, Jane|2020-03-03T09:14:00|Poe, Edgar|Lens demo"));
}

TEST(Emails, ValuesMayTakeSeveralRows) {
  const auto all = messages({"From: Roe, Jane", "Sent: Tuesday, March 3, 2020 9:14 AM",
                             "To: Poe, Edgar <e.poe@a.example>; Lee, Ann <a.lee@a.example>;",
                             "Doe, John <j.doe@b.example>", "Cc: Low, Kim", "Subject: Lens demo",
                             "Attachments: Quote.pdf; image001.png; Terms of use.docx"});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].parties.size(), 5u);
  EXPECT_EQ(all[0].cc, "Low, Kim");
  EXPECT_THAT(all[0].attachments, ElementsAre("Quote.pdf", "Terms of use.docx"));
}

TEST(Emails, MayBeginOnOnePageAndGoOnOnTheNext) {
  PageBuilder first(0), second(1);
  first
      .lines(
          {"From: Roe, Jane", "Sent: Tuesday, March 3, 2020 9:14 AM", "To: Poe, Edgar", "Subject: FW: demo"})
      .down_to(700)
      .line("Begin forwarded message:")
      .line("From: \"Lee, Ann\" <ann@vendor.example>");
  second.lines({"Date: March 1, 2020, 11:15:47 AM CST", "To: Roe, Jane", "Subject: demo", "", "Try it."});
  const auto all = messages({first, second});
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[1].from, "\"Lee, Ann\" <ann@vendor.example>");
  EXPECT_EQ(all[1].form, "apple");
  EXPECT_EQ(all[1].evidence.page, PageIndex(0));
  EXPECT_EQ(all[1].last, PageIndex(1));
}

TEST(Emails, AreNotPutTogetherAcrossAPageThatWasNotRead) {
  PageBuilder first(0), third(2);
  first
      .lines(
          {"From: Roe, Jane", "Sent: Tuesday, March 3, 2020 9:14 AM", "To: Poe, Edgar", "Subject: FW: demo"})
      .down_to(700)
      .line("From: Lee, Ann <ann@vendor.example>");
  third.lines({"To: Doe, Carl", "Sent: Friday, October 25, 2030 8:00 AM", "Subject: another", "", "Text."});
  for (const Message& message : messages({first, third})) {
    EXPECT_FALSE(message.from.find("Lee") != std::string::npos && message.subject == "another");
    if (message.evidence.page == PageIndex(0)) {
      EXPECT_EQ(message.last, PageIndex(0));
    }
  }
}

TEST(Emails, AreReadFromAGmailPrint) {
  PageBuilder first(0), second(1);
  first.line("Ann Lee <ann@vendor.example>", 300)
      .line("Lens demo")
      .line("3 messages")
      .line("")
      .line("Ann Lee <ann@vendor.example>                Tue, Mar 3, 2020 at 9:14 AM")
      .line("To: Jane Roe <jane.roe@bureau.example>")
      .line("Cc: Kim Low <kim@vendor.example>")
      .lines({"", "Shall we?", ""})
      .line("[]              Tue, Mar 3, 2020 at 10:02 AM")
      .lines({"To: Ann Lee <ann@vendor.example>", "", "Agreed.", "[Quoted text hidden]"});
  second.line("Ann Lee <ann@vendor.example>                Wed, Mar 4, 2020 at 8:00 AM")
      .lines({"To: []", "", "Done."});
  const auto all = messages({first, second});
  EXPECT_THAT(headers(all), ElementsAre("Ann Lee <ann@vendor.example>|2020-03-03T09:14:00|Jane Roe "
                                        "<jane.roe@bureau.example>|Lens demo",
                                        "[]|2020-03-03T10:02:00|Ann Lee <ann@vendor.example>|Lens demo",
                                        "Ann Lee <ann@vendor.example>|2020-03-04T08:00:00|[]|Lens demo"));
  EXPECT_EQ(all[0].form, "gmail");
  EXPECT_EQ(all[0].sent_text, "Tue, Mar 3, 2020 at 9:14 AM");
  EXPECT_EQ(all[0].parties.size(), 3u);

  MessageReader reader;
  reader.add(first.rows());
  reader.add(second.rows());
  const auto found = reader.finish();
  EXPECT_TRUE(found[0].at_top);
  EXPECT_FALSE(found[2].at_top) << "it belongs to the conversation of the page before";
}

TEST(Emails, AreReadFromALotusNotesPrint) {
  PageBuilder page;
  Points y = 52;
  const auto level = [&](const std::string& left, const std::string& label, const std::string& value) {
    page.down_to(y).line(left).down_to(y).line(label, 300).down_to(y).line(value, 370);
    y += 12;
  };
  level("Jane Roe/DC/OFFICE/US", "To", "Edgar Poe/DC/OFFICE/US@OFFICE");
  level("03/02/2020 09:14 AM", "cc", "[]");
  level("", "bcc", "");
  level("", "Subject", "Lens demo");
  page.lines({"", "", "", "Please see below."});
  const auto all = messages(std::vector{page});
  EXPECT_THAT(headers(all), ElementsAre("Jane Roe/DC/OFFICE/US|2020-03-02T09:14:00|Edgar "
                                        "Poe/DC/OFFICE/US@OFFICE|Lens demo"));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].form, "notes");
  EXPECT_EQ(without_markers(all[0].cc), "[]");
  EXPECT_EQ(all[0].parties[0].name, "Jane Roe");
  EXPECT_EQ(all[0].parties[1].domain, "");
}

TEST(Emails, AppointmentsSayWhenTheyAre) {
  const auto all = messages({"Subject: Lens demo", "Location: Room 4", "", "Start: Tue 3/3/2020 9:00 AM",
                             "End: Tue 3/3/2020 9:30 AM", "Show Time As: Tentative", "", "Recurrence: (none)",
                             "", "Organizer: Roe, Jane", "Required Attendees: Poe, Edgar; []"});
  EXPECT_THAT(headers(all), ElementsAre("Roe, Jane|2020-03-03T09:00:00|Poe, Edgar; []|Lens demo"));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].form, "calendar");
}

TEST(Emails, QuotedAppointmentsToo) {
  const auto all =
      messages({"From: Roe, Jane", "Sent: Tuesday, March 3, 2020 9:14 AM", "To: Poe, Edgar",
                "Subject: RE: demo", "", "Yes.", "", "-----Original Appointment-----", "From: Lee, Ann",
                "Sent: Monday, March 2, 2020 4:30 PM", "To: Roe, Jane", "Subject: demo",
                "When: Tuesday, March 3, 2020 9:00 AM-9:30 AM (UTC-05:00) Eastern Time (US & Canada).",
                "Where: Room 4"});
  EXPECT_THAT(headers(all), ElementsAre("Roe, Jane|2020-03-03T09:14:00|Poe, Edgar|RE: demo",
                                        "q Lee, Ann|2020-03-02T16:30:00|Roe, Jane|demo"));
}

TEST(Emails, LinesOfAChatAreMessages) {
  const auto all =
      messages({"[3/3/20, 9:14:05 AM] Jane Roe: On my way to the demo", "[3/3/20, 9:15:00 AM] [] : Good",
                "3/3/20, 9:16 AM - Jane Roe: See you there", "[9:17 AM] Roe, Jane: Yes"});
  EXPECT_THAT(headers(all), ElementsAre("Jane Roe|2020-03-03T09:14:05||", "[]|2020-03-03T09:15:00||",
                                        "Jane Roe|2020-03-03T09:16:00||", "Roe, Jane|||"));
  ASSERT_EQ(all.size(), 4u);
  EXPECT_EQ(all[0].form, "chat");
  EXPECT_EQ(all[0].words, 6);
  EXPECT_EQ(all[3].sent_text, "9:17 AM");
  EXPECT_THAT(messages(std::vector<std::string>{"10/3/2030 9:00 AM - Meeting with staff: budget",
                                                "10/3/2030 9:30 AM - Call with vendor: lens",
                                                "10/3/2030 9:45 AM - Decision: none"}),
              IsEmpty())
      << "a schedule";
  EXPECT_THAT(
      messages(std::vector<std::string>{"[12:30] Counsel: And then?", "[1] Roe: The report, page 4:"}),
      IsEmpty());
}

TEST(Parties, NamesOfExchangeAreNotTakenApart) {
  const auto parties = read_parties(
      "to", "⟦(b)(6) ~9⟧ /O=EXCHANGELABS/OU=GROUP/CN=RECIPIENTS/CN=3F2A-JROE; Poe, Edgar <e.poe@a.example>");
  ASSERT_EQ(parties.size(), 2u);
  EXPECT_EQ(without_markers(parties[0].name).find("JROE"), std::string::npos);
  EXPECT_EQ(parties[1].address, "e.poe@a.example");
}

TEST(Emails, OtherPapersWithATimeAboveToAreNotFromGmail) {
  EXPECT_THAT(messages({"MEMORANDUM                    10/3/2030 9:30 AM", "TO: All staff",
                        "FROM: Director Poe", "SUBJECT: Parking"}),
              IsEmpty());
  EXPECT_THAT(messages({"Fax received                 Thu, Dec 5, 2030 at 10:15 AM", "To: Records Division",
                        "", "Text."}),
              IsEmpty());
}

TEST(Emails, SentencesAreNoRecipients) {
  const auto all = messages({"From: Roe, Jane", "Sent: Tuesday, March 3, 2020 9:14 AM", "Subject: demo",
                             "To: Poe, Edgar <e.poe@a.example>",
                             "Please forward this to carol@secret.example before noon; thanks."});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].to, "Poe, Edgar <e.poe@a.example>");
  EXPECT_EQ(all[0].parties.size(), 2u);
}

TEST(Emails, AtTheTopOfAPageBeginAnewUnlessTheyGoOnWithTheChain) {
  PageBuilder first(0), older(1), newer(2);
  first.lines({"From: Roe, Jane", "Sent: Tuesday, March 3, 2020 9:14 AM EST", "To: Poe, Edgar",
               "Subject: RE: demo", "", "Yes."});
  older.lines({"From: Poe, Edgar", "Sent: Monday, March 2, 2020 9:14 AM", "To: Roe, Jane", "Subject: demo"});
  newer.lines(
      {"From: Lee, Ann", "Sent: Friday, March 6, 2020 9:14 AM EST", "To: Roe, Jane", "Subject: demo"});
  const auto all = messages({first, older, newer});
  ASSERT_EQ(all.size(), 3u);
  EXPECT_TRUE(all[1].quoted);
  EXPECT_FALSE(all[2].quoted);
}

TEST(Emails, AreNotMadeOutOfMemosAndProse) {
  EXPECT_THAT(messages({"MEMORANDUM", "", "TO: All supervisors", "FROM: The director",
                        "DATE: October 21, 2030", "SUBJECT: Trial accounts"}),
              IsEmpty());
  EXPECT_THAT(messages({"To: All Regional Supervisors", "From: Field Division", "Subject: Use of databases"}),
              IsEmpty());
  EXPECT_THAT(messages({"From the desk of the director:", "To: be decided", "Note: none"}), IsEmpty());
  EXPECT_THAT(messages({"On page 3 of the report he wrote:"}), IsEmpty());
}

TEST(Emails, HaveOneFingerprintForOneText) {
  const std::vector<std::string> text = {"From: Roe, Jane",
                                         "Sent: Tuesday, March 3, 2020 9:14 AM",
                                         "To: Poe, Edgar",
                                         "Subject: demo",
                                         "",
                                         "We met the vendor [] and liked the demo."};
  std::vector<std::string> broken = text;
  broken.back() = "We met the vendor";
  broken.push_back("and liked the demo.");
  EXPECT_EQ(messages(text)[0].fingerprint, messages(broken)[0].fingerprint);
  EXPECT_NE(messages(text)[0].fingerprint, "");
}

TEST(Parties, AreCutAtSemicolonsButNotInNames) {
  const auto parties = read_parties("to", "Roe, Jane <jane@x.example>; ⟦(b)(6); (b)(7)(C) ~9⟧; Poe, Edgar");
  ASSERT_EQ(parties.size(), 3u);
  EXPECT_EQ(parties[0].name, "Roe, Jane");
  EXPECT_EQ(parties[0].address, "jane@x.example");
  EXPECT_TRUE(parties[1].redacted);
  EXPECT_EQ(parties[2].name, "Poe, Edgar");
}

TEST(Parties, NeverCompleteAnAddressThatIsPartlyWithheld) {
  const auto parties = read_parties("from", "Jane Roe <jane.⟦~5⟧ @x.example>");
  EXPECT_EQ(parties[0].address, "");
  EXPECT_EQ(parties[0].domain, "x.example");
}

TEST(SubjectKey, LeavesAnswersAndWarningsOut) {
  EXPECT_EQ(subject_key("RE: FW: [EXTERNAL] Lens demo"), "lens demo");
  EXPECT_EQ(subject_key("Automatic reply: Lens demo"), "lens demo");
  EXPECT_EQ(subject_key("Report"), "report");
}

}  // namespace
}  // namespace vaughn::records
