// SPDX-License-Identifier: GPL-3.0-or-later
// What `vaughn inspect` says about the sample records, held against what is really on them: one test per kind
// of claim. Where a claim does not hold yet, known_misses.cc says so.

#include <gtest/gtest.h>

#include <algorithm>

#include "whole/known_misses.h"
#include "whole/page_match.h"
#include "whole/sample_release.h"
#include "whole/truth.h"

namespace vaughn::whole {
namespace {

using nlohmann::json;

class Samples : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    truth() = load_truth(samples_folder() / "truth.json");
    sample_inspection();
  }
  static std::vector<TruePage>& truth() {
    static std::vector<TruePage> pages;
    return pages;
  }

  // look(true page, page as printed, list to add to) for every page that was printed.
  template <typename Look>
  static std::vector<Miss> misses(Look look) {
    std::vector<Miss> found;
    for (const TruePage& page : truth()) {
      const auto printed = sample_inspection().pages.find({page.source, page.page});
      if (printed != sample_inspection().pages.end()) look(page, printed->second, found);
    }
    return found;
  }

  // look(true redaction, redaction as printed, list to add to) for every redaction that was found.
  template <typename Look>
  static std::vector<Miss> misses_of_redactions(Look look) {
    return misses([&](const TruePage& page, const json& printed, std::vector<Miss>& found) {
      const json found_boxes = boxes(printed);
      const Fit fit = fit_redactions(page.redactions, found_boxes);
      for (std::size_t i = 0; i < fit.of_true.size(); ++i) {
        if (fit.of_true[i] == nullptr) continue;
        for (Miss& miss : look(page.redactions[i], *fit.of_true[i])) {
          found.push_back({page.source, page.page, page.redactions[i].box, miss.what, miss.got});
        }
      }
    });
  }
};

Miss page_miss(const TruePage& page, const std::string& what, const std::string& got = {}) {
  return {page.source, page.page, {}, what, got};
}

std::vector<Miss> each(const std::vector<std::string>& whats, const std::string& got) {
  std::vector<Miss> result;
  for (const std::string& what : whats) result.push_back({.source = {}, .box = {}, .what = what, .got = got});
  return result;
}

// Whether a code that belongs to no redaction stands where a true label has it.
bool is_printed(const TruePage& page, const json& code) {
  return std::ranges::any_of(page.redactions, [&](const TrueRedaction& redaction) {
    return std::ranges::count(redaction.codes, code.at("code").get<std::string>()) > 0 &&
           !code.at("box").is_null() && !intersection(redaction.label_box, box_of(code["box"])).empty();
  });
}

TEST_F(Samples, EveryPageIsReadOnceAndWithoutAProblem) {
  const Inspection& inspection = sample_inspection();
  EXPECT_EQ(inspection.outcome.status, 0);
  EXPECT_EQ(inspection.outcome.err, "");
  EXPECT_EQ(inspection.bad_lines, "");
  EXPECT_EQ(inspection.pages.size(), truth().size());
  for (const TruePage& page : truth()) {
    const auto printed = inspection.pages.find({page.source, page.page});
    ASSERT_NE(printed, inspection.pages.end()) << page.source << " page " << page.page;
    EXPECT_NEAR(printed->second.at("width"), page.width, 0.1) << page.source << " page " << page.page;
    EXPECT_NEAR(printed->second.at("height"), page.height, 0.1) << page.source << " page " << page.page;
    EXPECT_EQ(printed->second.at("problems"), json::array()) << page.source << " page " << page.page;
  }
}

TEST_F(Samples, TextIsTakenFromTheRightAccount) {
  const auto missed = misses([](const TruePage& page, const json& printed, std::vector<Miss>& found) {
    if (printed.at("text_source") == page.text_source) return;
    found.push_back(page_miss(page, page.text_source, printed.at("text_source").dump()));
  });
  EXPECT_TRUE(agree(Claim::kTextSource, missed, known_misses()));
}

TEST_F(Samples, WordsAreFound) {
  const auto missed = misses([](const TruePage& page, const json& printed, std::vector<Miss>& found) {
    const std::string text = folded(printed.at("text"));
    for (const std::string& words : page.words) {
      if (text.find(folded(words)) == std::string::npos) found.push_back(page_miss(page, words));
    }
  });
  EXPECT_TRUE(agree(Claim::kWords, missed, known_misses()));
}

TEST_F(Samples, EveryRedactionIsFound) {
  const auto missed = misses([](const TruePage& page, const json& printed, std::vector<Miss>& found) {
    const json found_boxes = boxes(printed);
    const Fit fit = fit_redactions(page.redactions, found_boxes);
    for (std::size_t i = 0; i < fit.of_true.size(); ++i) {
      if (fit.of_true[i] != nullptr) continue;
      found.push_back({page.source, page.page, page.redactions[i].box, page.redactions[i].kind, {}});
    }
  });
  EXPECT_TRUE(agree(Claim::kRedactionFound, missed, known_misses()));
}

TEST_F(Samples, NothingElseIsTakenForARedaction) {
  const auto missed = misses([](const TruePage& page, const json& printed, std::vector<Miss>& found) {
    const json found_boxes = boxes(printed);
    for (const json* extra : fit_redactions(page.redactions, found_boxes).left) {
      const std::string got = "confidence " + extra->at("confidence").dump();
      found.push_back({page.source, page.page, box_of(extra->at("box")), extra->at("kind"), got});
    }
  });
  EXPECT_TRUE(agree(Claim::kNothingElseFound, missed, known_misses()));
}

TEST_F(Samples, SolidAndOutlinedAreToldApart) {
  const auto missed = misses_of_redactions([](const TrueRedaction& truth, const json& printed) {
    const bool told = truth.kind != "solid" && truth.kind != "outlined";
    if (told || printed.at("kind") == truth.kind) return std::vector<Miss>{};
    return each({truth.kind}, printed.at("kind"));
  });
  EXPECT_TRUE(agree(Claim::kKind, missed, known_misses()));
}

TEST_F(Samples, EveryCodeIsRead) {
  const auto missed = misses_of_redactions([](const TrueRedaction& truth, const json& printed) {
    if (truth.handwritten()) return std::vector<Miss>{};
    return each(without(truth.codes, codes_of(printed.at("codes"))), raw_codes(printed.at("codes")));
  });
  EXPECT_TRUE(agree(Claim::kCodeRead, missed, known_misses()));
}

TEST_F(Samples, NoRedactionHasACodeThatIsNotPrintedForIt) {
  const auto missed = misses_of_redactions([](const TrueRedaction& truth, const json& printed) {
    return each(without(codes_of(printed.at("codes")), truth.codes), raw_codes(printed.at("codes")));
  });
  EXPECT_TRUE(agree(Claim::kNoOtherCode, missed, known_misses()));
}

TEST_F(Samples, NoLabelIsSeenWhereNoneIsPrinted) {
  const auto missed = misses([](const TruePage& page, const json& printed, std::vector<Miss>& found) {
    for (const json& code : printed.at("codes")) {
      // The label of a redaction that was missed stands alone, but it stands there.
      if (code.at("role") != "label" || is_printed(page, code)) continue;
      const Box box = code.at("box").is_null() ? Box{} : box_of(code["box"]);
      found.push_back({page.source, page.page, box, code.at("code"), code.at("raw")});
    }
  });
  EXPECT_TRUE(agree(Claim::kNoStrayLabel, missed, known_misses()));
}

TEST_F(Samples, SheetsAreWithheldUnderTheirCodesAndNoOtherPage) {
  const auto missed = misses([](const TruePage& page, const json& printed, std::vector<Miss>& found) {
    const auto read = codes_of(page_codes(printed), "page");
    const std::string got = raw_codes(page_codes(printed));
    for (const std::string& code : without(page.page_codes, read))
      found.push_back(page_miss(page, code, got));
    for (const std::string& code : without(read, page.page_codes)) {
      found.push_back(page_miss(page, "not " + code, got));
    }
  });
  EXPECT_TRUE(agree(Claim::kPageCodes, missed, known_misses()));
}

// A sheet that says why it is there is the redaction of a whole page; one for other pages is none.
TEST_F(Samples, PagesWithheldInFullCountAsWholePages) {
  int in_full = 0;
  for (const TruePage& page : truth()) {
    const json& printed = sample_inspection().pages.at({page.source, page.page});
    const bool whole = boxes(printed).size() < printed.at("redactions").size();
    in_full += whole ? 1 : 0;
    if (whole) {
      EXPECT_EQ(printed.at("text_withheld_share"), 1.0) << page.source << " page " << page.page;
    } else if (page.redactions.empty() && page.text_source != "withheld-sheet" &&
               printed.at("redactions").empty()) {
      EXPECT_EQ(printed.at("text_withheld_share"), 0.0) << page.source << " page " << page.page;
    }
  }
  EXPECT_EQ(in_full, 2);  // letter_counts.withheld_in_full of the ground truth
}

TEST_F(Samples, CodesThatProseTalksAboutAreMentions) {
  const auto missed = misses([](const TruePage& page, const json& printed, std::vector<Miss>& found) {
    const std::string got = raw_codes(printed.at("codes"));
    for (const std::string& code : without(page.mentions, codes_of(printed.at("codes"), "mention"))) {
      found.push_back(page_miss(page, code, got));
    }
  });
  EXPECT_TRUE(agree(Claim::kMentions, missed, known_misses()));
}

}  // namespace
}  // namespace vaughn::whole
