// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <utility>
#include <vector>

#include "records/letters.h"
#include "vaughn/base/strings.h"

namespace vaughn::records {
namespace {

struct Cue {
  const char* type;
  const char* pattern;  // of one row
  double confidence;
  bool anywhere;  // not only in the upper part of the page
};

// The first that fits decides: forms before headings, narrow ones before wide ones.
constexpr std::array<Cue, 34> kCues = {{
    {"contract-modification", "amendment of solicitation\\s?/\\s?modification of contract", .97, true},
    {"purchase-order", "order for supplies (?:or|and) services|\\boptional form 347\\b", .95, true},
    {"contract", "standard form 1449|solicitation/contract/order for commercial|\\bstandard form (?:26|33)\\b", .95, true},
    {"justification", "justification (?:and approval|for other than full and open)|limited source[s]? justification|"
                      "sole source justification", .93, false},
    {"purchase-order", "^\\W*purchase order\\b", .88, false},
    {"invoice", "^\\W*(?:commercial |tax )?invoice\\b|\\binvoice (?:no|number|#)", .9, false},
    {"quote", "^\\W*(?:price )?quot(?:e|ation)\\b|\\bquote (?:no|number|#)", .88, false},
    {"receipt", "^\\W*receipt\\b|\\breceipt (?:no|number|#)", .85, false},
    {"statement-of-work", "statement of work|performance work statement|statement of objectives", .85, false},
    {"privacy-threshold-analysis", "privacy threshold (?:analysis|assessment)", .95, false},
    {"privacy-impact-assessment", "privacy impact assessment", .93, false},
    {"fax", "\\bfa(?:x|csimile) (?:transmittal|transmission|cover|message)|^\\W*fax\\s*$|\\btransmittal sheet", .92, false},
    {"explanation-sheet", "explanation of exemptions|freedom of information act exemptions\\b", .9, false},
    {"report", "^\\W*fd-?302\\s?\\(rev|federal bureau of investigation\\s*$|report of (?:field|investigation)|"
               "incident report|investigative report|^\\W*(?:case|agent|supplementa\\w+) report\\b|offense report", .85, false},
    {"memo", "^\\W*(?:action |decision )?memorandum(?: for\\b| to\\b|\\s*$|:)|united states government\\s+memorandum|"
             "^\\W*interoffice memo|^\\W*memo\\s*$|\\bto : .*\\bdate:", .92, false},
    {"teletype", "^\\W*(?:airtel|teletype)\\b|transmit via:? ", .85, false},
    {"broadcast-message", "broadcast message|message to all (?:personnel|employees)", .92, false},
    {"talking-points", "talking points", .93, false},
    {"questions-and-answers", "questions? (?:and|&) answers?|^\\W*q\\s?&\\s?a\\b|frequently asked questions", .9, false},
    {"bulletin", "\\bbulletin\\b", .85, false},
    {"policy", "^\\W*(?:policy|directive|general order|special order|standard operating procedures?|handbook)\\b|"
               "\\bpolicy (?:number|no\\.?|statement)|\\bdirective (?:number|no)", .85, false},
    {"agenda", "^\\W*(?:meeting )?agenda\\b", .85, false},
    {"minutes", "^\\W*(?:meeting )?minutes\\b", .8, false},
    {"court-filing", "united states (?:district court|court of appeals)|in the circuit court|\\bplaintiffs?,", .85, false},
    {"agreement", "memorandum of (?:understanding|agreement)|^\\W*(?:license|services?|master|user|nondisclosure|"
                  "non-disclosure|subscription|interagency) agreement\\b|terms (?:and|&) conditions", .88, false},
    {"request-form", "\\bfoia request\\b|freedom of information (?:act )?request|public records request", .7, false},
    {"identification-form", "identification form|^\\W*data sheet\\b|registration form|application form|"
                            "disclosure (?:form|statement)", .75, false},
    {"report", "^\\W*(?:summary|final|annual|monthly|weekly|status|after.action|field) report\\b|"
               "\\breport of\\b|summary report", .75, false},
    {"list", "^\\W*(?:list|table|log|register|inventory|roster) of\\b", .75, false},
    {"log", "^\\W*(?:\\w+ ){0,3}log\\s*$", .7, false},
    {"press-release", "press release|for immediate release|news release", .92, false},
    {"transcript", "^\\W*transcript\\b", .8, false},
    {"certificate", "^\\W*certificate\\b", .7, false},
    {"presentation", "^\\W*agenda slide\\b", .6, false}}};

const std::vector<std::pair<const Cue*, std::unique_ptr<RE2>>>& compiled_cues() {
  static const auto compiled = [] {
    std::vector<std::pair<const Cue*, std::unique_ptr<RE2>>> all;
    RE2::Options options;
    options.set_case_sensitive(false);
    for (const Cue& cue : kCues) all.emplace_back(&cue, std::make_unique<RE2>(cue.pattern, options));
    return all;
  }();
  return compiled;
}

std::size_t word_count(const PageRows& page) {
  std::size_t words = 0;
  for (const Row& row : page.rows)
    words += static_cast<std::size_t>(std::count(row.text.begin(), row.text.end(), ' ')) + 1;
  return words;
}

// Headings are short; a sentence that mentions an invoice is none.
constexpr std::size_t kLongestHeading = 90;
constexpr double kUpperPart = 0.4;  // of the page's height

bool says_continued(const PageRows& page) {
  static const RE2 continued("(?i)\\bcontinu(?:ed|ation)\\b.{0,30}$|^\\W*fd-?302a\\b");
  return std::any_of(page.rows.begin(), page.rows.end(), [&](const Row& row) {
    return row.box.center_y() < 0.15 * page.height && row.text.size() < 60 && RE2::PartialMatch(row.text, continued);
  });
}

bool is_table(const PageRows& page) {
  // Rows of several cells that stand clear of one another.
  std::size_t tabular = 0;
  for (const Row& row : page.rows) {
    int gaps = 0;
    for (std::size_t i = 1; i < row.items.size(); ++i)
      if (row.items[i].box.x0 - row.items[i - 1].box.x1 > 1.5 * row.box.height()) ++gaps;
    if (gaps >= 2) ++tabular;
  }
  return tabular >= 6 && 10 * tabular >= 6 * page.rows.size();
}

Kind by_layout(const PageRows& page) {
  const std::size_t words = word_count(page);
  const bool landscape = page.width > 1.15 * page.height;
  if (page.text_source == TextSource::kPhotograph) return {"photograph", 0.8, "a picture without text", false, false};
  if (page.text_source == TextSource::kBlank) return {"blank", 0.9, "nothing on it", false, false};
  if (is_table(page)) return {"list", landscape ? 0.75 : 0.65, "rows of a table", false, false};
  if (landscape && words < 160 && words > 2)
    return {"slides", page.recognised ? 0.55 : 0.75, "a landscape page of few words", false, false};
  if (page.recognised && words < 12) return {"handwriting", 0.35, "a scan without readable text", false, false};
  return {};
}

}  // namespace

Kind kind_of(const PageRows& page) {
  Kind kind;
  if (letter_signals(page) >= kLetterSignals) {
    kind = {"letter", 0.95, "signs of a response letter", false, false};
    static const RE2 salutation("(?i)^\\W*dear\\s+\\S");
    kind.begins = std::any_of(page.rows.begin(), page.rows.end(), [&](const Row& row) {
      return row.box.center_y() < 0.75 * page.height && RE2::PartialMatch(row.text, salutation);
    });
  }
  if (kind.type == "unknown") {
    for (const auto& [cue, pattern] : compiled_cues()) {
      const auto found = std::find_if(page.rows.begin(), page.rows.end(), [&](const Row& row) {
        const bool in_place = cue->anywhere || row.box.center_y() < kUpperPart * page.height;
        return in_place && row.text.size() <= kLongestHeading && RE2::PartialMatch(row.text, *pattern);
      });
      if (found == page.rows.end()) continue;
      const bool high = found->box.center_y() < kUpperPart * page.height;
      kind = {cue->type, page.recognised ? cue->confidence - 0.05 : cue->confidence,
              fmt::format("'{}'", found->text.substr(0, 60)), high || cue->anywhere, false};
      break;
    }
  }
  const Kind layout = by_layout(page);
  if (kind.type == "unknown") kind = layout;
  kind.continues = says_continued(page);
  if (kind.continues) kind.begins = false;
  return kind;
}

std::string heading_of(const PageRows& page) {
  const Row* best = nullptr;
  double best_score = 0;
  for (const Row& row : page.rows) {
    if (row.box.center_y() > kUpperPart * page.height || row.text.size() > 100 || row.text.size() < 4) continue;
    if (row.box.center_y() < 0.04 * page.height) continue;
    const auto letters = std::count_if(row.text.begin(), row.text.end(),
                                       [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
    if (2 * letters < static_cast<long>(row.text.size()) || row.text.find("⟦") == 0) continue;
    double height = 0;
    for (const RowItem& item : row.items) height += item.redaction ? 0 : item.box.height();
    height /= static_cast<double>(std::max<std::size_t>(1, row.items.size()));
    // Among rows of one size the upper one is the heading.
    const double score = height - 0.004 * row.box.y0;
    if (score > best_score + 0.5) best = &row, best_score = score;
  }
  return best == nullptr ? "" : best->text;
}

}  // namespace vaughn::records
