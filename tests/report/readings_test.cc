// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of docs/formats/readings.md.
#include "vaughn/report/readings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/builders.h"

namespace vaughn::report {
namespace {

using testing::plain;
using testing::printed;

PageReadings three_readings() {
  PageReadings page;
  page.source.path = "in/letter.pdf";
  page.source.sha256 = "3fa9";
  page.source.page_count = 7;
  page.page = PageNumber(3);
  store::ReadingRow migrated;
  migrated.number = 1;
  migrated.state = "ocr-due";
  migrated.text_source = "scan";
  store::ReadingRow read = migrated;
  read.number = 2;
  read.state = "read";
  read.current = true;
  read.created = "2031-03-01T10:20:30Z";
  read.engine = "tesseract 5.3.0";
  read.languages = "eng";
  read.options = "eng ocr 100MP";
  read.reason = "no text layer";
  read.ocr_confidence = 0.9312;
  read.words = 1234;
  store::ReadingRow failed;
  failed.number = 3;
  failed.state = "failed";
  failed.created = "2031-03-02T08:00:00Z";
  failed.problem = Problem{ProblemKind::kTimedOut, "it took too long", "Give it more time."};
  page.readings = {migrated, read, failed};
  return page;
}

TEST(Readings, AreListedWithTheCurrentOneMarked) {
  EXPECT_EQ(printed([](std::ostream& out) { print_readings(three_readings(), plain(100), out); }),
            "in/letter.pdf, page 3 of 7: 3 readings\n"
            "No  When (UTC)        Engine           Options        Text source          Conf.  Words\n"
            "1   -                 -                -              scan, waits for OCR      -      -\n"
            "2*  2031-03-01 10:20  tesseract 5.3.0  eng ocr 100MP  scan                  93 %  1,234\n"
            "3   2031-03-02 08:00  -                -              failed                   -      -\n"
            "3: it took too long (timed-out)\n");
}

TEST(Readings, ArePrintedAloneBelowALineThatSaysWhich) {
  const PageReadings page = three_readings();
  EXPECT_EQ(
      printed([&](std::ostream& out) {
        print_reading_text(page, page.readings[1], "some\x1bwords", plain(), out);
      }),
      "in/letter.pdf, page 3 of 7: reading 2 of 3, 2031-03-01 10:20 UTC, tesseract 5.3.0, the current one\n"
      "\n"
      "some\xEF\xBF\xBDwords\n");
}

TEST(ReadingsJson, IsOneLine) {
  const std::string text = printed([](std::ostream& out) { print_readings_json(three_readings(), out); });
  EXPECT_EQ(text.find('\n'), text.size() - 1);
  const auto json = nlohmann::ordered_json::parse(text);
  EXPECT_EQ(json.at("schema"), "vaughn.readings/1");
  EXPECT_EQ(json.at("page"), 3);
  EXPECT_EQ(json.at("readings").at(1).dump(),
            R"({"number":2,"current":true,"created":"2031-03-01T10:20:30Z","state":"read",)"
            R"("engine":"tesseract 5.3.0","languages":"eng","options":"eng ocr 100MP","text_source":"scan",)"
            R"("reason":"no text layer","ocr_confidence":0.9312,"words":1234,"problem":null})");
  EXPECT_EQ(json.at("readings").at(2).at("problem").at("kind"), "timed-out");
  EXPECT_TRUE(json.at("readings").at(0).at("created").is_null());
}

}  // namespace
}  // namespace vaughn::report
