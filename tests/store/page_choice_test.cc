// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages a selection means, and what a run that goes on leaves out of it.
#include <gmock/gmock.h>

#include "store/builders.h"
#include "vaughn/store/reader.h"

namespace vaughn::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Problem kCrash{ProblemKind::kCrashed, "it died", ""};
const RunKey kKey{"reprocess", "0.1.0", "{\"failed\":true}"};

class PageSelectionTest : public ::testing::Test {
 protected:
  // Pages 1 and 2 scans of confidence 0.9 and 0.6, 3 born digital, 4 failed, 5 to be read; one source that
  // could not be opened.
  PageSelectionTest() {
    one_.put(scan(1, 0.9));
    one_.put(scan(2, 0.6));
    PageReading digital = reading(3, "text");
    digital.text_source = TextSource::kBornDigital;
    digital.ocr_confidence.reset();
    one_.put(digital);
    one_.writer->put_page_failure(one_.source, one_.run, {}, PageIndex(3), kCrash);
    locked_ = one_.writer->put_source(one_.release, one_.run, pdf("in/locked.pdf", 'b')).id;
    one_.writer->put_source_failure(locked_, {ProblemKind::kPasswordNeeded, "encrypted", ""});
    one_.writer->commit();
  }

  static PageReading scan(int number, double confidence) {
    PageReading page = reading(number, "text");
    page.ocr_confidence = confidence;
    return page;
  }
  ChosenPages choose(const PageSelection& selection) const {
    return Reader::open(folder_.database())->choose(selection, kKey);
  }
  // "first.pdf:2", "locked.pdf:" for one to be opened.
  std::vector<std::string> names(const PageSelection& selection) const {
    std::vector<std::string> found;
    for (const ChosenSource& source : choose(selection).sources) {
      const std::string name = std::filesystem::path(source.paths.front()).filename().string() + ":";
      if (source.to_open) found.push_back(name);
      for (const PageIndex page : source.pages) found.push_back(name + std::to_string(page.number().value()));
    }
    return found;
  }
  RunId begin(const RunKey& key) {
    return one_.writer->begin_run(key.tool_version, key.options_json, "", key.command);
  }

  TemporaryFolder folder_;
  OneSource one_{folder_.database(), 5};
  SourceId locked_;
};

TEST_F(PageSelectionTest, MeetsEveryCondition) {
  EXPECT_THAT(names({.failed = true}), ElementsAre("first.pdf:4", "locked.pdf:"));
  EXPECT_THAT(names({.text_sources = {"scan"}}), ElementsAre("first.pdf:1", "first.pdf:2"));
  EXPECT_THAT(names({.text_sources = {"scan", "born-digital"}}),
              ElementsAre("first.pdf:1", "first.pdf:2", "first.pdf:3"));
  EXPECT_THAT(names({.confidence_below = 0.9}), ElementsAre("first.pdf:2"));
  EXPECT_THAT(names({.text_sources = {"scan"}, .confidence_below = 0.95}),
              ElementsAre("first.pdf:1", "first.pdf:2"));
  EXPECT_THAT(names({.text_sources = {"born-digital"}, .confidence_below = 0.95}), IsEmpty());
  EXPECT_THAT(names({.failed = true, .text_sources = {"scan"}}), IsEmpty());
}

TEST_F(PageSelectionTest, MeansAllPagesOfASourceOrThoseNamed) {
  EXPECT_THAT(names({.sources = {{one_.source, {}}}}),
              ElementsAre("first.pdf:1", "first.pdf:2", "first.pdf:3", "first.pdf:4", "first.pdf:5"));
  EXPECT_THAT(names({.sources = {{one_.source, PageChoice::parse("1").value()},
                                 {one_.source, PageChoice::parse("3,5").value()}}}),
              ElementsAre("first.pdf:1", "first.pdf:3", "first.pdf:5"));
  EXPECT_THAT(names({.sources = {{locked_, {}}}}), ElementsAre("locked.pdf:"));
  EXPECT_THAT(names({.sources = {{one_.source, PageChoice::parse("1-4").value()}}, .failed = true}),
              ElementsAre("first.pdf:4"));
  EXPECT_THAT(names({.sources = {{one_.source, PageChoice::parse("9").value()}}}), IsEmpty());
}

TEST_F(PageSelectionTest, TellsWhatTheSourceIs) {
  one_.writer->put_source(one_.release, one_.run, pdf("in/copy.pdf", 'a'));
  one_.writer->commit();
  const ChosenSource source = choose({.failed = true}).sources.at(0);
  EXPECT_EQ(source.id, one_.source);
  EXPECT_EQ(source.release, one_.release);
  EXPECT_THAT(source.paths, ElementsAre("in/first.pdf", "in/copy.pdf"));
  EXPECT_EQ(source.sha256, digest('a'));
  EXPECT_EQ(source.format, "pdf");
  EXPECT_EQ(source.page_count, 5);
}

TEST_F(PageSelectionTest, LeavesOutWhatAnInterruptedRunOfTheSameKindHasDone) {
  const RunId run = begin(kKey);
  one_.writer->put_page(one_.source, run, {}, scan(1, 0.7));
  one_.writer->put_page_failure(one_.source, run, {}, PageIndex(3), kCrash);
  one_.writer->commit();
  EXPECT_THAT(names({.text_sources = {"scan"}}), ElementsAre("first.pdf:2"));
  EXPECT_THAT(names({.failed = true}), ElementsAre("locked.pdf:"));
  EXPECT_EQ(choose({.failed = true}).done_before, 2);
  // Interrupted twice, by a kill and by a person.
  const RunId second = begin(kKey);
  one_.writer->put_page(one_.source, second, {}, scan(2, 0.7));
  one_.writer->end_run(second, "interrupted");
  one_.writer->commit();
  EXPECT_THAT(names({.text_sources = {"scan"}}), IsEmpty());
  EXPECT_EQ(choose({.failed = true}).done_before, 3);
}

TEST_F(PageSelectionTest, BeginsAnewAfterARunThatEnded) {
  const RunId first = begin(kKey);
  one_.writer->put_page(one_.source, first, {}, scan(1, 0.7));
  one_.writer->end_run(begin(kKey), "done-with-problems");
  one_.writer->commit();
  EXPECT_THAT(names({.text_sources = {"scan"}}), ElementsAre("first.pdf:1", "first.pdf:2"));
  EXPECT_EQ(choose({.failed = true}).done_before, 0);
}

TEST_F(PageSelectionTest, DoesNotGoOnWithARunOfOtherOptionsOrAnotherVersion) {
  for (const RunKey& other :
       {RunKey{"reprocess", "0.1.0", "{}"}, RunKey{"reprocess", "0.0.9", kKey.options_json},
        RunKey{"ingest", "0.1.0", kKey.options_json}}) {
    one_.writer->put_page(one_.source, begin(other), {}, scan(1, 0.7));
    one_.writer->commit();
    EXPECT_EQ(choose({.failed = true}).done_before, 0) << other.command << other.tool_version;
  }
}

TEST_F(PageSelectionTest, TakesThePagesOfASourceThatTheInterruptedRunCouldOpen) {
  const RunId run = begin(kKey);
  one_.writer->put_description(locked_, {3, {}});
  PageReading page = reading(2, "text");
  one_.writer->put_page(locked_, run, {}, page);
  one_.writer->commit();
  EXPECT_THAT(names({.failed = true}), ElementsAre("first.pdf:4", "locked.pdf:1", "locked.pdf:3"));
}

TEST(PagesByTextSource, AreCountedWithConfidenceAndWords) {
  TemporaryFolder folder;
  OneSource one(folder.database(), 4);
  one.put(reading(1, "one two three"));
  PageReading second = reading(2, "one");
  second.ocr_confidence = 0.5;
  one.put(second);
  one.put(reading(2, "one two three four five"));  // again: this one counts
  PageReading digital = reading(3, "text");
  digital.text_source = TextSource::kBornDigital;
  digital.ocr_confidence.reset();
  one.put(digital);
  one.writer->commit();
  const auto reader = Reader::open(folder.database());
  const auto rows = reader->pages_by_text_source(GroupPagesBy::kNothing);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].text_source, "scan");
  EXPECT_EQ(rows[0].pages, 2);
  EXPECT_DOUBLE_EQ(*rows[0].mean_ocr_confidence, 0.9);
  EXPECT_DOUBLE_EQ(*rows[0].mean_words, 4);
  EXPECT_EQ(rows[1].mean_ocr_confidence, std::nullopt);
  EXPECT_EQ(reader->pages_by_text_source(GroupPagesBy::kRelease)[0].group, "Nimbus request");
  EXPECT_EQ(reader->pages_by_text_source(GroupPagesBy::kSource)[1].group, "in/first.pdf");
}

TEST(Status, CountsRedactionsWithAnUncertainCodeOnce) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  PageReading page = full_reading(1);
  page.redactions[0].codes[0].certain = page.redactions[0].codes[1].certain = false;
  one.put(page);
  one.writer->commit();
  const StatusSummary status = Reader::open(folder.database())->status();
  EXPECT_EQ(status.codes_uncertain, 2);
  EXPECT_EQ(status.redactions_uncertain, 1);
}

}  // namespace
}  // namespace vaughn::store
