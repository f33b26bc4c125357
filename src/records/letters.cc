// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/letters.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "records/dates.h"
#include "records/grounds_table.h"
#include "records/request_numbers.h"
#include "vaughn/base/strings.h"
#include "vaughn/model/page_text.h"

namespace vaughn::records {
namespace {

// The letter as one text, and where each piece of it stands.
struct LetterText {
  struct Place {
    std::size_t begin;
    PageIndex page;
    Box box;
  };
  std::string text;
  std::vector<Place> places;

  const Place& at(std::size_t offset) const {
    const auto behind = std::upper_bound(places.begin(), places.end(), offset,
                                         [](std::size_t o, const Place& place) { return o < place.begin; });
    return *std::prev(behind);
  }
  // A full stop, but not one of "U.S.C.", "J. Roe", "No. 5".
  bool ends_sentence(std::size_t at) const {
    if (text[at] != '.' || at + 1 >= text.size() || text[at + 1] != ' ') return false;
    static const RE2 abbreviation(
        "(?:^|[ .(])(?:[A-Z]|No|Nos|Dept|Div|Gov|Mr|Ms|Mrs|Dr|St|Inc|Corp|Sec|seq|cf|v)$");
    const std::size_t from = at > 6 ? at - 6 : 0;
    return !RE2::PartialMatch(re2::StringPiece(text.data() + from, at - from), abbreviation);
  }
  // "Dear Requester:"
  bool ends_salutation(std::size_t at) const {
    if ((text[at] != ':' && text[at] != ',') || at + 1 >= text.size() || text[at + 1] != ' ') return false;
    const std::size_t dear = text.rfind("Dear ", at);
    return dear != std::string::npos && at - dear < 50;
  }
  // The sentence about a place.
  std::string sentence(std::size_t begin, std::size_t end) const {
    constexpr std::size_t kBefore = 240, kBehind = 160;
    const std::size_t earliest = begin > kBefore ? begin - kBefore : 0;
    const std::size_t latest = std::min(text.size(), end + kBehind);
    std::size_t start = earliest, finish = latest;
    for (std::size_t at = earliest; at + 2 <= begin; ++at)
      if (ends_sentence(at) || ends_salutation(at)) start = at + 2;
    for (std::size_t at = end; at < latest && finish == latest; ++at)
      if (ends_sentence(at)) finish = at + 1;
    // Not through the middle of a word or character.
    if (start == earliest && earliest > 0) start = std::min(begin, text.find(' ', earliest));
    const auto within_character = [&](std::size_t i) {
      return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
    };
    while (start < begin && within_character(start)) ++start;
    while (finish > end && within_character(finish)) --finish;
    return std::string(trim(text.substr(start, finish - start)));
  }
};

LetterText text_of(const std::vector<const PageRows*>& pages) {
  LetterText letter;
  for (const PageRows* page : pages)
    for (const Row& row : page->rows) {
      letter.places.push_back({letter.text.size(), page->page, row.box});
      letter.text += row.text;
      // "non- exclusive" and "re-\nview" alike lose nothing that matters here.
      letter.text += ' ';
    }
  return letter;
}

struct Signal {
  const char* pattern;
};

constexpr std::array<Signal, 11> kSignals = {
    {{"dear (?:mr|ms|mrs|mx|dr|sir|madam|requester|professor)\\b"},
     {"\\bre ?:.{0,60}(?:\\d{2,4}-|foia|request)"},
     {"freedom of information act"},
     {"5 ?u\\.? ?s\\.? ?c\\.?.{0,4} ?552"},
     {"right to (?:administratively )?appeal|appeal (?:the|this) (?:above )?(?:withholding )?determination"},
     {"adverse determination"},
     {"foia public liaison|foia requester service center"},
     {"office of government information services|\\bogis\\b"},
     {"\\bsincerely\\b"},
     {"\\benclosures?\\b"},
     {"(?:final|interim|initial) (?:electronic )?response to your|in response to your "
      "(?:freedom|foia|request)|"
      "(?:respon\\w+|reference) to (?:a|your|the) .{0,60}(?:foia|freedom of information)|acknowledges? "
      "receipt of your"}}};

void add(std::vector<Statement>* statements, const LetterText& letter, const char* kind, std::string value,
         std::optional<double> number, std::size_t begin, std::size_t end) {
  const LetterText::Place& place = letter.at(begin);
  Statement statement;
  statement.page = place.page;
  statement.kind = kind;
  statement.value = std::move(value);
  statement.number = number;
  statement.evidence = {place.page, place.box, letter.sentence(begin, end)};
  // "2 pages are being referred to A and 2 pages to B" are four.
  const bool known = !statement.kind.starts_with("count") &&
                     std::any_of(statements->begin(), statements->end(), [&](const Statement& other) {
                       return other.kind == statement.kind && other.value == statement.value;
                     });
  if (!known) statements->push_back(std::move(statement));
}

// Counts: "twenty-eight (28) pages of the records are releasable in their entirety".
constexpr const char* kNumber =
    "(?:\\b[a-z-]+\\s*\\(\\s*)?\\b([0-9][\\d,IlO]*|[IlO](?:[\\dIlO,]+)?|(?:(?:one|two|three|four|five|six|"
    "seven|eight|nine|ten|"
    "eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|"
    "sixty|seventy|eighty|ninety|hundred|thousand|and)[ -]?)+)\\s*\\)?\\s*(?:full |additional |responsive "
    "|of these )*"
    "(pages?|documents?|records?)(?:\\s+of\\s+(?:the\\s+)?(?:responsive\\s+)?(?:records?|documents?|material)"
    ")?";
constexpr const char* kVerb =
    "(?:,?\\s*(?:or portions thereof|in total|that)?,?\\s*(?:are|is|were|was|will be|may be|have been|has "
    "been|that are)?\\s*(?:being\\s+|also\\s+|now\\s+)?)";

struct Disposition {
  const char* name;
  std::string pattern;  // the number is its first group, the unit the second
};

std::vector<std::pair<const char*, std::unique_ptr<RE2>>> disposition_patterns() {
  const std::string n = kNumber, v = kVerb;
  const std::vector<Disposition> all = {
      {"located",
       "(?:search\\b[^.]{0,220}?(?:located|produced (?:a total of)?|identified|yielded)|we (?:have )?located|"
       "(?:located|identified) a total of)\\s*" +
           n},
      {"processed", "(?:processed|reviewed|consists? of)(?: for release)?(?: a total of)?\\s*" + n},
      {"processed", n + v + "(?:reviewed|processed)\\b"},
      {"full",
       n + v + "(?:released?|releasable|released to you)\\s+in\\s+(?:full|their entirety|its entirety)"},
      {"part", n + v + "(?:released?|releasable)\\s+in\\s+part|"},
      {"part", n + v + "partially\\s+(?:releas\\w+|withheld)"},
      {"part", "portions of " + n + "\\s*(?:are|is)\\s+(?:partially\\s+)?(?:releas\\w+|withheld|redacted)"},
      {"withheld", n + v + "(?:withheld|denied|exempt)\\s+in\\s+(?:full|(?:their|its) entirety)"},
      {"withheld", "(?:withholding|withheld|denying)\\s+" + n + "\\s+in\\s+(?:full|(?:their|its) entirety)"},
      {"duplicate", n + v + "(?:marked as\\s+|identified as\\s+|removed as\\s+)?duplicates?\\b"},
      {"referred", n + v + "(?:being\\s+)?referred\\b"},
      {"referred", "(?:referred|referring)\\s+" + n},
      {"nonresponsive",
       n + v + "(?:marked\\s+|deemed\\s+|determined to be\\s+)?(?:non-?\\s?responsive|not responsive)"},
      {"released", n + "\\s+(?:that are|are being|which are)\\s+released\\b(?:\\s+to "
                       "you)?(?:\\s+are\\b|\\s*\\.|\\s+herein)"},
      {"released", "(?:released?|releasing|enclosed (?:are|is)|providing you(?: with)?)\\s+" + n}};
  std::vector<std::pair<const char*, std::unique_ptr<RE2>>> compiled;
  RE2::Options options;
  options.set_case_sensitive(false);
  for (const Disposition& disposition : all) {
    std::string pattern = disposition.pattern;
    if (pattern.back() == '|') pattern.pop_back();
    compiled.emplace_back(disposition.name, std::make_unique<RE2>("(" + pattern + ")", options));
  }
  return compiled;
}

// Where counts stand that are taken already, so that "15 pages are released in full" is not released too.
using Taken = std::set<std::size_t>;

// The count of a phrase, by what stands in front of its number: of "15 of the 40 pages" the 15; nothing of
// "none of the 40 pages", "10-15 pages", "1 234 pages".
std::optional<int> count_at(const std::string& text, std::size_t begin, const std::string& number) {
  static const RE2 part(
      "(?i)([a-z-]+|[0-9][\\d,]*)(?:\\s*\\([\\d,]+\\))?\\s+(?:out )?of\\s+(?:the |these |those |our "
      ")?(?:total (?:of )?)?$");
  static const RE2 unclear("[0-9]\\s?[-–—]\\s?$|(?:^|\\s)[0-9]{1,3} $|[0-9][,.]$");
  const std::size_t from = begin > 60 ? begin - 60 : 0;
  const re2::StringPiece before(text.data() + from, begin - from);
  std::string of;
  if (RE2::PartialMatch(before, part, &of)) {
    if (const auto count = read_count(of)) return count;
    static const RE2 uncounted("(?i)none|neither|some|most|part|many|several");
    if (RE2::FullMatch(of, uncounted)) return std::nullopt;
    return read_count(number);
  }
  if (RE2::PartialMatch(before, unclear)) return std::nullopt;
  return read_count(number);
}

void read_counts(const LetterText& letter, std::vector<Statement>* statements) {
  static const auto patterns = disposition_patterns();
  Taken taken;
  for (const auto& [name, pattern] : patterns) {
    re2::StringPiece groups[4];
    std::size_t from = 0;
    const re2::StringPiece text(letter.text);
    while (pattern->Match(text, from, text.size(), RE2::UNANCHORED, groups, 4)) {
      const auto begin = static_cast<std::size_t>(groups[2].data() - letter.text.data());
      const auto end = static_cast<std::size_t>(groups[1].data() - letter.text.data()) + groups[1].size();
      from = std::max(end, from + 1);
      const auto count = count_at(letter.text, begin, std::string(groups[2]));
      if (!count || !taken.insert(begin).second) continue;
      const bool pages = to_lower_ascii(std::string(groups[3])).starts_with("page");
      add(statements, letter, pages ? "count" : "count-documents", name, *count, begin, end);
    }
  }
}

// The ground of a redaction in the letter is none that the letter cites.
bool is_in_marker(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t open = before.rfind(kMarkerOpen), close = before.rfind(kMarkerClose);
  return open != std::string_view::npos && (close == std::string_view::npos || close < open);
}

// Of a table of grounds those that are marked. What could not be read of it is said.
void read_table(const LetterText& letter, const GroundsTable& table, std::vector<Statement>* statements) {
  const auto note = [&](const char* value, int number) {
    const auto [begin, end] = table.rows.front();
    add(statements, letter, "exemption-table", value, number, begin, end);
  };
  if (table.without_marks()) return note("marks not read", static_cast<int>(table.grounds.size()));
  int unmarked = 0;
  for (const TableGround& ground : table.grounds) {
    if (ground.mark == BoxMark::kMarked)
      add(statements, letter, "exemption", ground.code, std::nullopt, ground.begin, ground.end);
    if (ground.mark == BoxMark::kNone) ++unmarked;
  }
  if (table.marked_unread > 0) note("marked ground not read", table.marked_unread);
  if (unmarked > 0) note("box not read", unmarked);
}

// "(b)(7)(A), (C) and (E)", "Exemptions 5, 6, and 7(C)": what goes on behind the first of them.
void read_list_behind(const LetterText& letter, bool parts, bool numbers, std::size_t from,
                      std::vector<Statement>* statements) {
  static const RE2 next_part("^\\s*(?:,\\s*and|,\\s*or|,|and|&|or)\\s*\\(([A-Fa-f])\\)");
  static const RE2 next_number(
      "^\\)?\\s*(?:,|;|and|&|or|,\\s*and|,\\s*or)\\s*\\(?([1-9])\\)?(?:\\s?\\(([A-Fa-f])\\)|([A-F])\\b)?(?:["
      "\\s,.;)]|$)");
  static const RE2 counted("^\\s*(?:pages?|documents?|records?|days?)\\b");
  for (;;) {
    const re2::StringPiece rest(letter.text.data() + from, letter.text.size() - from);
    re2::StringPiece groups[4];
    std::string value;
    // In "(b)(7)(C) and (b)(5)" the next ground begins.
    const auto is_part = [&] {
      return next_part.Match(rest, 0, rest.size(), RE2::ANCHOR_START, groups, 2) &&
             (groups[0].size() == rest.size() || rest[groups[0].size()] != '(');
    };
    if (parts && is_part()) {
      value = "(b)(7)(" +
              std::string(1, static_cast<char>(std::toupper(static_cast<unsigned char>(groups[1][0])))) + ")";
    } else if (numbers && next_number.Match(rest, 0, rest.size(), RE2::ANCHOR_START, groups, 4)) {
      const re2::StringPiece behind(groups[0].data() + groups[0].size() - 1,
                                    rest.data() + rest.size() - groups[0].data() - groups[0].size() + 1);
      if (RE2::PartialMatch(behind, counted)) return;
      value = "(b)(" + std::string(groups[1]) + ")";
      const std::string part(groups[2].empty() ? groups[3] : groups[2]);
      if (groups[1] == "7" && !part.empty())
        value +=
            "(" + std::string(1, static_cast<char>(std::toupper(static_cast<unsigned char>(part[0])))) + ")";
      // The character behind the number belongs to what follows.
      groups[0].remove_suffix(
          groups[0].size() > 1 && !std::isalnum(static_cast<unsigned char>(groups[0][groups[0].size() - 1]))
              ? 1
              : 0);
    } else {
      return;
    }
    const std::size_t begin = from;
    from = static_cast<std::size_t>(groups[0].data() - letter.text.data()) + groups[0].size();
    add(statements, letter, "exemption", value, std::nullopt, begin, from);
  }
}

void read_exemptions(const LetterText& letter, std::vector<Statement>* statements) {
  std::vector<std::size_t> row_begins;
  for (const LetterText::Place& place : letter.places) row_begins.push_back(place.begin);
  const auto table = read_grounds_table(letter.text, row_begins);
  if (table) read_table(letter, *table, statements);
  static const RE2 code("\\(b\\)\\s?\\(([1-9])\\)(?:\\s?\\(([A-F]|[acdef])\\)|([a-f])\\b)?");
  static const RE2 named(
      "(?i:exemptions?)\\s+\\(?(?:b\\)?\\s?\\()?([1-9])\\)?(?:\\s?\\(([A-Fa-f])\\)|([A-F]))?(?:\\b|\\W)");
  for (const RE2* pattern : {&code, &named}) {
    const re2::StringPiece text(letter.text);
    re2::StringPiece groups[4];
    std::size_t from = 0;
    while (pattern->Match(text, from, text.size(), RE2::UNANCHORED, groups,
                          1 + std::min(3, pattern->NumberOfCapturingGroups()))) {
      const auto begin = static_cast<std::size_t>(groups[0].data() - letter.text.data());
      std::size_t end = begin + groups[0].size();
      // "(b)(5) (d)(5)" are two grounds: only the seventh exemption has parts.
      if (pattern == &code && groups[1] != "7") {
        end = static_cast<std::size_t>(groups[1].data() - letter.text.data()) + groups[1].size() + 1;
        groups[2] = groups[3] = {};
      }
      from = end;
      if ((table && table->holds(begin)) || is_in_marker(letter.text, begin)) continue;
      // "552.212(b)(6)" and "§ 5.8(b)(2)" are no exemptions of the Act.
      const char before = begin > 0 ? letter.text[begin - 1] : ' ';
      // "552(b)(5)" is the Act itself.
      const bool of_act = std::string_view(letter.text).substr(0, begin).ends_with("552");
      if (pattern == &code && !of_act &&
          (before == ')' || before == '.' || std::isalnum(static_cast<unsigned char>(before)) != 0))
        continue;
      std::string letter_of(groups[2].empty() && pattern == &code ? groups[3] : groups[2]);
      for (char& c : letter_of) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
      std::string value = fmt::format("(b)({})", std::string(groups[1]));
      const bool has_part = groups[1] == "7" && !letter_of.empty();
      if (has_part) value += fmt::format("({})", letter_of);
      add(statements, letter, "exemption", value, std::nullopt, begin, end);
      if (has_part || pattern == &named)
        read_list_behind(letter, has_part, pattern == &named, end, statements);
      groups[3] = {};
    }
  }
}

void read_numbers_and_dates(const LetterText& letter, std::vector<Statement>* statements) {
  for (const NumberFound& number : find_request_numbers(letter.text))
    add(statements, letter, "request-number", number.value, std::nullopt, number.begin, number.end);
  for (const NumberFound& number : find_court_numbers(letter.text))
    add(statements, letter, "court-number", number.value, std::nullopt, number.begin, number.end);
  // The letter's own date stands by itself above the salutation.
  std::string date;
  for (std::size_t i = 0; i < letter.places.size() && date.empty(); ++i) {
    const std::size_t begin = letter.places[i].begin;
    const std::size_t end = i + 1 < letter.places.size() ? letter.places[i + 1].begin : letter.text.size();
    const std::string row = letter.text.substr(begin, end - begin);
    if (to_lower_ascii(row).starts_with("dear ")) break;
    const auto read = read_date(row);
    if (!read || row.size() > 60 || read->end - read->begin + 12 < trim(row).size()) continue;
    date = read->iso.substr(0, 10);
    add(statements, letter, "letter-date", date, std::nullopt, begin + read->begin, begin + read->end);
  }
  static const RE2 days(
      "(?i)(?:within\\s+|have\\s+|not later than\\s+)(?:[a-z-]+\\s*\\()?(\\d{2,3})\\)?\\s+(?:calendar "
      "|working |business )?days[^.]{0,60}(?:of|from|after)\\s+the\\s+date");
  re2::StringPiece groups[2];
  if (days.Match(letter.text, 0, letter.text.size(), RE2::UNANCHORED, groups, 2)) {
    const auto begin = static_cast<std::size_t>(groups[0].data() - letter.text.data());
    const int count = std::stoi(std::string(groups[1]));
    add(statements, letter, "appeal-days", std::string(groups[1]), count, begin, begin + groups[0].size());
    if (!date.empty())
      add(statements, letter, "appeal-deadline", days_later(date, count), std::nullopt, begin,
          begin + groups[0].size());
  }
}

void read_ranges_and_referrals(const LetterText& letter, std::vector<Statement>* statements) {
  static const RE2 range(
      "(?i)(?:bates[- ]?(?:number\\w*|stamp\\w*|label\\w*|range)?|numbered)[^.]{0,40}?\\s"
      "([A-Z0-9][\\w().-]*(?:\\s[\\w().-]*)?\\d{3,})\\s*(?:to|through|thru|[-–—])\\s*([A-Z0-9][\\w().-]*(?:"
      "\\s[\\w().-]*)?\\d)\\b");
  re2::StringPiece groups[3];
  std::size_t from = 0;
  while (range.Match(letter.text, from, letter.text.size(), RE2::UNANCHORED, groups, 3)) {
    const auto begin = static_cast<std::size_t>(groups[1].data() - letter.text.data());
    const auto end = static_cast<std::size_t>(groups[2].data() - letter.text.data()) + groups[2].size();
    add(statements, letter, "bates-first", std::string(groups[1]), std::nullopt, begin, end);
    add(statements, letter, "bates-last", std::string(groups[2]), std::nullopt, begin, end);
    from = end;
  }
  static const RE2 referral(
      "(?:referred|referring|transferred|forwarded)\\s+(?:[^.]{0,60}?\\s)??to\\s+(?:the\\s+)?((?:[A-Z][\\w&.,"
      "]"
      "*|of|the|and)(?:\\s+(?:\\(?[A-Z][\\w&.,]*\\)?|of|the|and))*)");
  static const RE2 tail("(?:\\s+(?:of|the|and|for))+$|[,.]$");
  from = 0;
  while (referral.Match(letter.text, from, letter.text.size(), RE2::UNANCHORED, groups, 2)) {
    const auto begin = static_cast<std::size_t>(groups[1].data() - letter.text.data());
    from = begin + std::max<std::size_t>(1, groups[1].size());
    std::string agency(groups[1]);
    // Not beyond the sentence.
    for (std::size_t stop = agency.find(". "); stop != std::string::npos; stop = agency.find(". ", stop + 1))
      if (letter.ends_sentence(begin + stop)) {
        agency.resize(stop);
        break;
      }
    while (RE2::Replace(&agency, tail, "")) {
    }
    if (agency.starts_with("FOIA Office")) continue;  // of whom is said behind it, in many ways
    if (stands_at_empty_box(letter.text, begin)) continue;
    if (agency.empty() || std::isupper(static_cast<unsigned char>(agency.front())) == 0) continue;
    add(statements, letter, "referral", agency, std::nullopt, begin, from);
  }
}

void read_statements(const LetterText& letter, std::vector<Statement>* statements) {
  static const RE2 none(
      "(?i)(?:(?:no|not)\\s+(?:\\w+\\s+)?(?:responsive\\s+)?(?:records|documents)\\s+(?:were\\s+|could "
      "be\\s+|was\\s+)?(?:found|located|identified|exist)|"
      "(?:unable|not able) to locate|(?:did not|failed to) "
      "(?:locate|find|identify)\\s+(?:any\\s+)?(?:responsive\\s+)?(?:records|documents)|"
      "neither confirm nor deny)");
  static const RE2 interim(
      "(?i)\\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d{1,2}(?:st|nd|rd|th))\\s+("
      "?:interim|partial|production|release)");
  re2::StringPiece groups[2];
  std::size_t from = 0;
  while (none.Match(letter.text, from, letter.text.size(), RE2::UNANCHORED, groups, 1)) {
    const auto begin = static_cast<std::size_t>(groups[0].data() - letter.text.data());
    from = begin + groups[0].size();
    add(statements, letter, "no-records", letter.sentence(begin, from), std::nullopt, begin, from);
  }
  constexpr std::array<std::string_view, 10> kOrdinals = {"first", "second",  "third",  "fourth", "fifth",
                                                          "sixth", "seventh", "eighth", "ninth",  "tenth"};
  from = 0;
  while (interim.Match(letter.text, from, letter.text.size(), RE2::UNANCHORED, groups, 2)) {
    const auto begin = static_cast<std::size_t>(groups[1].data() - letter.text.data());
    from = begin + groups[1].size();
    const std::string word = to_lower_ascii(std::string(groups[1]));
    const auto known = std::find(kOrdinals.begin(), kOrdinals.end(), word);
    const int number =
        known != kOrdinals.end() ? static_cast<int>(known - kOrdinals.begin()) + 1 : std::stoi(word);
    add(statements, letter, "interim-release", std::to_string(number), number, begin, from);
  }
}

}  // namespace

std::optional<int> read_count(std::string_view text) {
  static const std::map<std::string, int, std::less<>> words = [] {
    std::map<std::string, int, std::less<>> all;
    const std::vector<std::string> small = split(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen "
        "seventeen eighteen nineteen",
        ' ');
    for (std::size_t i = 0; i < small.size(); ++i) all[small[i]] = static_cast<int>(i);
    const std::vector<std::string> tens = split("twenty thirty forty fifty sixty seventy eighty ninety", ' ');
    for (std::size_t i = 0; i < tens.size(); ++i) all[tens[i]] = 10 * (static_cast<int>(i) + 2);
    return all;
  }();
  std::string plain;
  for (const char c : trim(text)) plain += c == '-' || c == '\n' ? ' ' : c;
  if (plain.find_first_of("0123456789") != std::string::npos ||
      plain.find_first_not_of("IlO") == std::string::npos) {
    std::string digits;
    for (const char c : plain)
      if (c == 'I' || c == 'l')
        digits += '1';
      else if (c == 'O')
        digits += '0';
      else if (c >= '0' && c <= '9')
        digits += c;
    if (digits.empty() || digits.size() > 8) return std::nullopt;
    return std::stoi(digits);
  }
  int total = 0, part = 0;
  bool any = false;
  for (const std::string& word : split(to_lower_ascii(plain), ' ')) {
    if (word.empty() || word == "and") continue;
    if (word == "hundred") {
      part = std::max(part, 1) * 100;
    } else if (word == "thousand") {
      total += std::max(part, 1) * 1000;
      part = 0;
    } else if (const auto known = words.find(word); known != words.end()) {
      part += known->second;
    } else {
      return std::nullopt;
    }
    any = true;
  }
  return any ? std::optional<int>(total + part) : std::nullopt;
}

int letter_signals(const PageRows& page) {
  static const auto patterns = [] {
    std::vector<std::unique_ptr<RE2>> compiled;
    for (const Signal& signal : kSignals) compiled.push_back(std::make_unique<RE2>(signal.pattern));
    return compiled;
  }();
  std::string text;
  for (const Row& row : page.rows) text += row.text + ' ';
  const std::string lower = to_lower_ascii(text);
  return static_cast<int>(std::count_if(patterns.begin(), patterns.end(), [&](const auto& pattern) {
    return RE2::PartialMatch(lower, *pattern);
  }));
}

std::vector<Statement> read_letter(const std::vector<const PageRows*>& pages) {
  std::vector<Statement> statements;
  const LetterText letter = text_of(pages);
  if (letter.places.empty()) return statements;
  read_numbers_and_dates(letter, &statements);
  read_counts(letter, &statements);
  read_exemptions(letter, &statements);
  read_ranges_and_referrals(letter, &statements);
  read_statements(letter, &statements);
  return statements;
}

}  // namespace vaughn::records
