// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds.h"

#include <fmt/format.h>
#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <utility>
#include <vector>

#include "records/dates.h"
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
constexpr std::array<Cue, 39> kCues = {
    {{"contract-modification", "amendment of solicitation\\s?/\\s?modification of contract", .97, true},
     {"purchase-order", "order for supplies (?:or|and) services|\\boptional form 347\\b", .95, true},
     {"contract",
      "standard form 1449|solicitation/contract/order for commercial|\\bstandard form (?:26|33)\\b", .95,
      true},
     {"justification",
      "justification (?:and approval|for other than full and open)|limited source[s]? justification|"
      "sole source justification",
      .93, false},
     {"purchase-order", "^\\W*purchase order\\b", .88, false},
     {"invoice", "^\\W*(?:commercial |tax )?invoice\\b|\\binvoice (?:no|number|#)|\\bINVOICE\\W{0,3}$", .9,
      false},
     {"quote", "^\\W*(?:price )?quot(?:e|ation)\\b|\\bquote (?:no|number|#)", .88, false},
     {"receipt", "^\\W*receipt\\b|\\breceipt (?:no|number|#)", .85, false},
     {"statement-of-work", "statement of work|performance work statement|statement of objectives", .85,
      false},
     {"privacy-threshold-analysis", "privacy threshold (?:analysis|assessment)", .95, false},
     {"privacy-impact-assessment", "privacy impact assessment", .93, false},
     {"system-of-records-notice",
      "system of records notice|notice of (?:a )?(?:new |modified )?system of records", .9, false},
     {"cost-estimate", "independent government cost estimate|\\bigce\\b", .9, false},
     {"market-research", "^\\W*market research\\b|market (?:research|survey) (?:report|memorandum)", .88,
      false},
     {"solicitation", "\\brequest for (?:quotations?|quotes?|proposals?)\\b|\\bstandard form 18\\b", .85,
      false},
     {"clipping",
      "mount clipping in space below|name of newspaper, city and state|^\\W*(?:news )?clipping\\b", .93,
      true},
     {"web-page", "^\\W*https?://\\S+\\s+\\d{1,3}\\s?/\\s?\\d{1,3}\\W*$", .8, true},
     {"fax",
      "\\bfa(?:x|csimile) (?:transmittal|transmission|cover|message)|^\\W*fax\\s*$|\\btransmittal sheet", .92,
      false},
     {"explanation-sheet", "explanation of exemptions|freedom of information act exemptions\\b", .9, false},
     {"report",
      "^\\W*fd-?302\\s?\\(rev|federal bureau of investigation\\s*$|report of (?:field|investigation)|"
      "incident report|investigative report|^\\W*(?:case|agent|supplementa\\w+) report\\b|offense report",
      .85, false},
     {"memo",
      "^\\W*(?:action |decision )?memorandum(?: for\\b| to\\b|\\s*$|:)|united states "
      "government\\s+memorandum|"
      "^\\W*interoffice memo|^\\W*memo\\s*$|\\bto : .*\\bdate:",
      .92, false},
     {"teletype",
      "^\\W*(?:via\\W+)?(?:airtel|teletype)\\W*$|transmit (?:via|the following)|^\\W*nr\\s?\\d{2,3} "
      "[a-z]{2}\\b|^\\W*\\w+ \\w{2,3} plain\\W*$",
      .85, false},
     {"broadcast-message", "broadcast message|message to all (?:personnel|employees)", .92, false},
     {"talking-points", "talking points", .93, false},
     {"questions-and-answers", "questions? (?:and|&) answers?|^\\W*q\\s?&\\s?a\\b|frequently asked questions",
      .9, false},
     {"bulletin", "\\bbulletin\\b", .85, false},
     {"policy",
      "^\\W*(?:policy|directive|general order|special order|standard operating procedures?|handbook)\\b|"
      "\\bpolicy (?:number|no\\.?|statement)|\\bdirective (?:number|no)",
      .85, false},
     {"agenda", "^\\W*(?:meeting )?agenda\\b", .85, false},
     {"minutes", "^\\W*(?:meeting )?minutes\\b", .8, false},
     {"court-filing",
      "united states (?:district court|court of appeals)|in the circuit court|\\bplaintiffs?,", .85, false},
     {"agreement",
      "memorandum of (?:understanding|agreement)|^\\W*(?:license|services?|master|user|nondisclosure|"
      "non-disclosure|subscription|interagency) agreement\\b|(?-i:^\\W*(?:[A-Z]\\S* "
      "){1,7}A(?:greement|GREEMENT)$)|"
      "terms (?:and|&) conditions",
      .88, false},
     {"request-form", "\\bfoia request\\b|freedom of information (?:act )?request|public records request", .7,
      false},
     {"identification-form",
      "identification form|^\\W*data sheet\\b|registration form|application form|"
      "disclosure (?:form|statement)",
      .75, false},
     {"report",
      "^\\W*(?:summary|final|annual|monthly|weekly|status|after.action|field) report\\b|"
      "\\breport of\\b|summary report",
      .75, false},
     {"list", "^\\W*(?:list|table|log|register|inventory|roster) of\\b", .75, false},
     {"log", "^\\W*(?:\\w+ ){0,3}log\\s*$", .7, false},
     {"press-release", "press release|for immediate release|news release", .92, false},
     {"transcript", "^\\W*transcript\\b", .8, false},
     {"certificate", "^\\W*certificate\\b", .7, false}}};

// All cues in one automaton: a row is read once, not once a cue.
const RE2::Set& compiled_cues() {
  static const auto compiled = [] {
    RE2::Options options;
    options.set_case_sensitive(false);
    auto all = std::make_unique<RE2::Set>(options, RE2::UNANCHORED);
    for (const Cue& cue : kCues) all->Add(cue.pattern, nullptr);
    all->Compile();
    return all;
  }();
  return *compiled;
}

// The first cue of those for rows anywhere, or of those for headings, that a row gives.
const Cue* cue_in(const std::string& row, bool anywhere) {
  std::vector<int> found;
  compiled_cues().Match(row, &found);
  std::sort(found.begin(), found.end());
  for (const int i : found)
    if (kCues[static_cast<std::size_t>(i)].anywhere == anywhere) return &kCues[static_cast<std::size_t>(i)];
  return nullptr;
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
  static const RE2 continued(
      "(?i)\\bcontinu(?:ed|ation)\\b.{0,30}$|^\\W*fd-?302a\\b|^\\W*page "
      "(?:two|three|four|five|six|seven|eight|nine|ten)\\b");
  return std::any_of(page.rows.begin(), page.rows.end(), [&](const Row& row) {
    return row.box.center_y() < 0.15 * page.height && row.text.size() < 60 &&
           RE2::PartialMatch(row.text, continued);
  });
}

std::string quoted(const std::string& text) {
  // Not through the middle of a character.
  std::size_t end = std::min<std::size_t>(text.size(), 60);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return "'" + text.substr(0, end) + "'";
}

// Titles of forms wherever they stand, else the uppermost heading that says something.
Kind by_cue(const PageRows& page) {
  for (const bool anywhere : {true, false})
    for (const Row& row : page.rows) {
      const bool high = row.box.center_y() < kUpperPart * page.height;
      if ((!anywhere && !high) || row.text.size() > kLongestHeading || row.text.back() == '?') continue;
      if (const Cue* cue = cue_in(row.text, anywhere))
        return {cue->type, page.recognised ? cue->confidence - 0.05 : cue->confidence, quoted(row.text), true,
                false};
    }
  return {};
}

// Memos, teletypes and letters say at the top whom they are for.
Kind by_correspondents(const PageRows& page) {
  static const RE2 to("^\\W*(?:TO|To)\\b\\s*[:;.]?\\s*\\S"), from("^\\W*(?:FROM|From)\\b\\s*[:;.]?\\s*\\S"),
      dear("(?i)^\\W*dear\\s+\\S.*[:,]?\\s*$"), teletype("\\b(?:PLAIN|URGENT|NITEL|TELETYPE)\\b");
  const Row *to_row = nullptr, *from_row = nullptr;
  bool wired = false;
  for (const Row& row : page.rows) {
    if (row.box.center_y() > 0.5 * page.height) break;
    if (row.text.size() < 60 && RE2::PartialMatch(row.text, dear))
      return {"letter", 0.8, quoted(row.text), true, false};
    wired = wired || RE2::PartialMatch(row.text, teletype);
    if (row.box.center_y() > kUpperPart * page.height || row.text.size() > kLongestHeading) continue;
    if (to_row == nullptr && RE2::PartialMatch(row.text, to)) to_row = &row;
    if (from_row == nullptr && RE2::PartialMatch(row.text, from)) from_row = &row;
  }
  if (to_row == nullptr || from_row == nullptr) return {};
  return {wired ? "teletype" : "memo", wired ? kCorrespondents : 0.65, quoted(to_row->text), true, false};
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
  return tabular >= 5 && 2 * tabular >= page.rows.size();
}

Kind by_layout(const PageRows& page) {
  const std::size_t words = word_count(page);
  const bool landscape = page.width > 1.15 * page.height;
  if (page.text_source == TextSource::kPhotograph)
    return {"photograph", 0.8, "a picture without text", false, false};
  if (page.text_source == TextSource::kBlank) return {"blank", 0.9, "nothing on it", false, false};
  if (is_table(page)) return {"list", landscape ? 0.75 : 0.65, "rows of a table", false, false};
  if (landscape && words < 160 && words > 2)
    return {"slides", page.recognised ? 0.55 : 0.75, "a landscape page of few words", false, false};
  if (page.recognised && words < 12)
    return {"handwriting", 0.35, "a scan without readable text", false, false};
  return {};
}

double letter_height(const Row& row) {
  double height = 0;
  int words = 0;
  for (const RowItem& item : row.items)
    if (!item.redaction) height += item.box.height(), ++words;
  return words == 0 ? 0 : height / words;
}

// "SUBJECT: Use of commercial databases"
std::optional<std::string> subject_of(const PageRows& page) {
  static const RE2 subject("^\\W*(?:SUBJECT|Subject|TITLE|Title|RE|Re)\\s*[:;]\\s*(\\S.{2,120})$");
  for (const Row& row : page.rows) {
    std::string value;
    if (row.box.center_y() > 0.55 * page.height) break;
    if (RE2::PartialMatch(row.text, subject, &value)) return std::string(trim(value));
  }
  return std::nullopt;
}

// Whose paper it is says nothing about what is written on it.
bool is_letterhead(const std::string& text) {
  static const RE2 agency(
      "(?i)^\\W*(?:u\\.? ?s\\.? |united states )?(?:department of|federal bureau of|bureau of|office of|"
      "central intelligence agency|city of|county of|state of|\\w+ (?:county|police) "
      "(?:police|sheriff\\S*|department)|"
      "memorandum\\W*$|foi/?pa\\b|\\w+ police department)[^:]{0,50}$");
  return RE2::PartialMatch(text, agency);
}

// In capitals, or most of its longer words with one: a line of running text has few.
bool is_set_as_title(const Row& row) {
  int long_words = 0, capital = 0;
  for (const RowItem& item : row.items) {
    if (item.redaction || item.text.size() < 4) continue;
    ++long_words;
    if (std::isupper(static_cast<unsigned char>(item.text.front())) != 0) ++capital;
  }
  return long_words > 0 && 2 * capital >= long_words && row.text.back() != ',';
}

bool may_be_heading(const Row& row, const PageRows& page) {
  static const RE2 marking(
      "(?i)^\\W*(?:top |un)?(?:secret|classified|confidential|restricted|sensitive but unclassified|for "
      "official use only|"
      "law enforcement sensitive|draft|approved for release.*)\\W*$");
  if (row.box.center_y() > kUpperPart * page.height || row.box.center_y() < 0.04 * page.height) return false;
  if (row.text.size() > 100 || row.text.size() < 4 || row.items.size() > 14) return false;
  const auto letters = std::count_if(row.text.begin(), row.text.end(),
                                     [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
  if (10 * letters < 6 * static_cast<long>(row.text.size())) return false;
  if (std::isupper(static_cast<unsigned char>(row.text.front())) == 0) return false;
  return !RE2::PartialMatch(row.text, marking) && !is_letterhead(row.text);
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
  if (kind.type == "unknown") kind = by_cue(page);
  if (kind.type == "unknown") kind = by_correspondents(page);
  const Kind layout = by_layout(page);
  if (kind.type == "unknown") kind = layout;
  kind.continues = says_continued(page);
  if (kind.continues) kind.begins = false;
  return kind;
}

bool starts_with_a_date(const PageRows& page) {
  for (const Row& row : page.rows) {
    if (row.box.center_y() > 0.25 * page.height) return false;
    if (row.box.center_y() < 0.05 * page.height) continue;
    const auto date = read_date(row.text);
    if (date && trim(row.text).size() <= date->end - date->begin + 50 && !date->has_time) return true;
  }
  return false;
}

std::string heading_of(const PageRows& page) {
  if (auto subject = subject_of(page)) return *subject;
  std::vector<double> heights;
  for (const Row& row : page.rows) heights.push_back(letter_height(row));
  if (heights.empty()) return {};
  std::nth_element(heights.begin(), heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2),
                   heights.end());
  const double usual = heights[heights.size() / 2];
  const Row* best = nullptr;
  double best_score = 0;
  for (const Row& row : page.rows) {
    if (!may_be_heading(row, page)) continue;
    // Among rows of one size the upper one is the heading.
    const double height = letter_height(row);
    if (height <= 1.15 * usual && !is_set_as_title(row)) continue;
    const double score = (height > 1.15 * usual ? height : usual) - 0.004 * row.box.y0;
    if (best == nullptr || score > best_score) best = &row, best_score = score;
  }
  if (best == nullptr) return {};
  static const RE2 draft("^(?i:draft)\\W+(\\S.*)$");
  std::string title;
  return RE2::FullMatch(best->text, draft, &title) ? title : best->text;
}

}  // namespace vaughn::records
