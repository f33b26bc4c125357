// SPDX-License-Identifier: GPL-3.0-or-later
// The one failed redaction of the samples is reported, and what it fails to hide is in nothing the program
// prints or keeps. The hidden words stand in no file of the tests: they are taken from the sample when the
// test runs.

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "support/temporary_folder.h"
#include "vaughn/base/files.h"
#include "vaughn/pdf/document.h"
#include "whole/known_misses.h"
#include "whole/page_match.h"
#include "whole/sample_release.h"
#include "whole/truth.h"

namespace vaughn::whole {
namespace {

using nlohmann::json;

struct Leak {
  TruePage page;
  TrueFinding finding;
};

class Findings : public testing::Test {
 protected:
  static std::vector<TruePage> truth() { return load_truth(samples_folder() / "truth.json"); }

  static std::vector<Leak> leaks() {
    std::vector<Leak> result;
    for (const TruePage& page : truth()) {
      for (const TrueFinding& finding : page.findings) {
        if (finding.type == "TEXT_UNDER_RECTANGLE") result.push_back({page, finding});
      }
    }
    return result;
  }

  static json printed(const TruePage& page, const std::string& finding_class) {
    json result = json::array();
    for (const json& finding : sample_inspection().pages.at({page.source, page.page}).at("findings")) {
      if (finding.at("class") == finding_class) result.push_back(finding);
    }
    return result;
  }

  // In lower case; as the file itself still gives them.
  static std::vector<std::string> hidden_words(const Leak& leak) {
    const auto document = pdf::Document::open((samples_folder() / "release" / leak.page.source).string(), {});
    const auto content = document->content(PageIndex(leak.page.page - 1));
    std::vector<std::string> words;
    for (const pdf::LayerWord& layer : content->words) {
      const Box& box = layer.word.box;
      if (leak.finding.box.contains(box.center_x(), box.center_y())) words.push_back(folded(layer.word.text));
    }
    return words;
  }

  static std::vector<std::string> hidden_words() {
    std::vector<std::string> words;
    for (const Leak& leak : leaks()) std::ranges::move(hidden_words(leak), std::back_inserter(words));
    return words;
  }
};

// No gmock matcher: it would print the hidden word.
bool holds(const std::string& text, const std::string& word) {
  return folded(text).find(word) != std::string::npos;
}

TEST_F(Findings, AFailedRedactionIsReportedWithHowMuchItLeaves) {
  for (const Leak& leak : leaks()) {
    const json findings = printed(leak.page, "leak");
    ASSERT_EQ(findings.size(), 1U) << leak.page.source << " page " << leak.page.page;
    EXPECT_EQ(findings[0].at("type"), leak.finding.type);
    EXPECT_GE(iou(box_of(findings[0].at("box")), leak.finding.box), 0.5) << findings[0];
    // A letter that the edge of the cover cuts may or may not count, at each end.
    EXPECT_NEAR(findings[0].at("characters").get<int>(), leak.finding.characters, 2);
  }
}

TEST_F(Findings, NothingElseIsCalledALeak) {
  std::size_t reported = 0;
  for (const TruePage& page : truth()) reported += printed(page, "leak").size();
  EXPECT_EQ(reported, leaks().size());
}

TEST_F(Findings, RedactionsWithoutAGroundAreReported) {
  std::vector<Miss> missed;
  for (const TruePage& page : truth()) {
    const json findings = printed(page, "unlabelled");
    for (const TrueFinding& finding : page.findings) {
      const bool reported = std::ranges::any_of(findings, [&](const json& one) {
        return one.at("box").is_array() && iou(box_of(one.at("box")), finding.box) >= 0.5;
      });
      if (finding.type != "UNLABELLED_REDACTION" || reported) continue;
      missed.push_back({page.source, page.page, finding.box, finding.type, {}});
    }
  }
  EXPECT_TRUE(agree(Claim::kUnlabelled, missed, known_misses()));
}

TEST_F(Findings, NothingElseIsCalledUnlabelled) {
  for (const TruePage& page : truth()) {
    for (const json& one : printed(page, "unlabelled")) {
      const bool is_true = std::ranges::any_of(page.findings, [&](const TrueFinding& finding) {
        return finding.type == "UNLABELLED_REDACTION" && iou(box_of(one.at("box")), finding.box) >= 0.5;
      });
      EXPECT_TRUE(is_true) << page.source << " p. " << page.page << ": " << one;
    }
  }
}

TEST_F(Findings, TheFileStillGivesTheHiddenWords) {
  ASSERT_FALSE(leaks().empty());
  for (const Leak& leak : leaks()) {
    std::size_t letters = 0;
    for (const std::string& word : hidden_words(leak)) letters += word.size();
    EXPECT_EQ(letters, static_cast<std::size_t>(leak.finding.characters)) << "the tests below look for these";
  }
}

TEST_F(Findings, HiddenWordsAreInNothingThatIsPrinted) {
  const auto& file = sample_database().file;
  std::vector<Outcome> outcomes{sample_inspection().outcome, sample_database().outcome};
  const std::vector<std::vector<std::string>> commands{{"inspect", "--words", "release/03-account-list.pdf"},
                                                       {"show", "03-account-list.pdf:1"},
                                                       {"show", "03-account-list.pdf:1", "--words"},
                                                       {"show", "03-account-list.pdf:1", "--json", "--words"},
                                                       {"redactions", "--json"},
                                                       {"redactions", "--csv"},
                                                       {"status"},
                                                       {"status", "--json"},
                                                       {"search", "Millrace", "--json"}};
  for (std::vector<std::string> command : commands) {
    if (command.front() != "inspect") command.insert(command.end(), {"--db", file});
    outcomes.push_back(run_vaughn(command, samples_folder()));
    EXPECT_EQ(outcomes.back().status, 0) << command.front();
  }
  for (const std::string& word : hidden_words()) {
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      EXPECT_FALSE(holds(outcomes[i].out, word) || holds(outcomes[i].err, word)) << "output " << i;
    }
  }
}

TEST_F(Findings, HiddenWordsAreNotInTheDatabase) {
  const auto& file = sample_database().file;
  const std::string bytes = read_file(file).value();
  for (const std::string& word : hidden_words()) {
    EXPECT_FALSE(holds(bytes, word));
    // The index of words is compressed, so that the bytes alone do not say.
    EXPECT_EQ(run_vaughn({"search", word, "--db", file}, samples_folder()).status, 1);
  }
}

}  // namespace
}  // namespace vaughn::whole
