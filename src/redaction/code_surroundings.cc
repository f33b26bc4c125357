// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/code_surroundings.h"

#include <algorithm>
#include <cctype>

#include "redaction/code_pattern.h"

namespace vaughn::redaction {
namespace {

// Far enough to see a citation or a verb, near enough to stay linear.
constexpr std::size_t kSight = 48;

bool is_alnum(char c) {
  return std::isalnum(static_cast<unsigned char>(c));
}
bool is_alpha(char c) {
  return std::isalpha(static_cast<unsigned char>(c));
}

// Not into the middle of a UTF-8 character.
std::string_view before(std::string_view text, std::size_t at) {
  std::size_t from = at > kSight ? at - kSight : 0;
  while (from < at && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  return text.substr(from, at - from);
}

std::string_view after(std::string_view text, std::size_t at) {
  return text.substr(at, kSight);
}

// The run of letters, digits, dots and hyphens that ends at the end of text.
std::string_view last_token(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && (is_alnum(text[begin - 1]) || text[begin - 1] == '.' || text[begin - 1] == '-'))
    --begin;
  return text.substr(begin);
}

// "Director(b)(6)" has lost a space; "f(b)(6)" has the edge of its box read as a letter. "325B(6)" and "x(b)"
// are something else.
bool is_glued_word(std::string_view token, const CodeContext& context) {
  static const Pattern kCitingWord(
      R"(^(?i)(?:(?:sub)?sections?|sec|paragraphs?|clauses?|part|rule|far|dfars|hsar|usc|cfr)$)");
  if (!std::all_of(token.begin(), token.end(), is_alpha)) return false;
  if (token.size() > 1) return !kCitingWord.found_in(token);
  return context.origin == TextOrigin::kRecognised &&
         std::string_view("fFlI").find(token) != std::string_view::npos;
}

// "… 552 (b)(6)", "… 19.502 (b)(7)", "Rule 12 (b)(6)"; but not "May 3, 2020 (b)(6)".
bool is_cited_number(std::string_view before_code) {
  static const Pattern kSection(R"((?:^|[^\w$.\-])(?:552a?|\d{1,4}\.\d{1,4}(?:-\d+)?)\s$)");
  static const Pattern kLegalNumber(
      R"((?i)(?:\x{a7}|\b(?:section|sec\.|title|rule|part|FAR|DFARS|HSAR|U\.?S\.?C\.?|C\.?F\.?R\.?))\s?\x{a7}?\s?[\w.\-]*\d[\w.\-]*\s$)");
  return kSection.found_in(before_code) || kLegalNumber.found_in(before_code);
}

// "… protects personnel files", on the same line: a signature's second line is no prose. "… on Monday", "…
// and his wife" follow a person.
bool begins_clause(std::string_view right) {
  static const Pattern kTwoWords(R"([ \t]*([A-Z]?[a-z]{2,})[ \t]+[A-Z]?[a-z]{2,}(?:[\s.,;:]|$))");
  static const Pattern kFollowsAPerson(R"(^(?:at|on|in|from|with|via|by|and)$)");
  const auto words = kTwoWords.match_at(right, 0);
  return words && !kFollowsAPerson.found_in(words->group[1]);
}

void blank(Span span, std::size_t offset, std::string* line) {
  const std::size_t begin = std::max(span.begin, offset) - offset;
  const std::size_t end = std::min(std::max(span.end, offset) - offset, line->size());
  for (std::size_t i = begin; i < end; ++i) (*line)[i] = ',';
}

// At most three words, misread ones included, before the name of the Act.
bool says_nothing_else(std::string_view rest) {
  static const Pattern kAct(R"((?i)\bfreedom\b.*)");
  static const Pattern kWord(R"([A-Za-z]{2,})");
  constexpr int kMostWords = 3;
  const std::string words = kAct.replace_all(rest, "");
  int count = 0;
  for (auto word = kWord.find(words); word; word = kWord.find(words, word->span.end)) ++count;
  return count <= kMostWords;
}

// Nothing is left of the line once codes and what is printed with them are taken away.
bool holds_only_codes(std::string_view line) {
  static const Pattern kFillers(
      R"((?i)\bper\s+[a-z]{2,6}\b|\b(?:per|fbi|cia|nsa|other)\b|\bpage\s*\d*|\b\d{1,2}\s?U\.?\s?S\.?\s?C\.?\s?\x{a7}*\s?\d+[a-z]?(?:\s?\(\w{1,3}\))*)"
      R"(|[~\-,;:/|()\[\]{}.\s•_=*>"'])");
  return kFillers.replace_all(line, "").empty();
}

bool holds_only_a_statement(std::string_view line) {
  static const Pattern kFillers(
      R"((?i)\b(?:this|the|these|following|in|its|entirety|of|to|is|are|was|were|has|have|been|be|for|your|)"
      R"(pages?|documents?|records?|material|information|attachments?|unclassified|sealed|per|fbi|cia|other|)"
      R"(\(s\))\b|[\d~\-,;:/|()\[\]{}.\s•_=*>"'#&])");
  return kFillers.replace_all(line, "").empty();
}

bool is_own_text(std::string_view text, const Candidates& candidates) {
  constexpr std::size_t kShort = 60;
  if (text.size() >= kShort) return false;
  std::string rest(text);
  for (const CodeCandidate& candidate : candidates) blank(candidate.span, 0, &rest);
  return holds_only_a_statement(rest);
}

// One line and the candidates [first, last) on it.
struct Line {
  Line(std::string_view text, Span line, const Candidates& candidates, std::size_t from)
      : first(from), last(from) {
    while (last < candidates.size() && candidates[last].span.begin < line.end) ++last;
    if (first == last) return;
    std::string rest(text.substr(line.begin, line.end - line.begin));
    const std::size_t column = last_column(rest);
    for (std::size_t i = first; i < last; ++i) {
      blank(candidates[i].span, line.begin, &rest);
      names_release = names_release || candidates[i].code == "RIP" || candidates[i].code == "RIF";
    }
    only_codes = holds_only_codes(rest);
    only_statement = holds_only_a_statement(rest);
    column_begin = line.begin + column;
    column_only_codes = holds_only_codes(rest.substr(column));
    column_only_statement = holds_only_a_statement(rest.substr(column));
  }

  // Three spaces or a tab divide the columns of a line, as text layers write them.
  static std::size_t last_column(std::string_view line) {
    while (!line.empty() && std::string_view(" \t\r").find(line.back()) != std::string_view::npos)
      line.remove_suffix(1);
    const std::size_t spaces = line.rfind("   "), tab = line.rfind('\t');
    std::size_t begin = 0;
    if (spaces != std::string_view::npos) begin = spaces + 3;
    if (tab != std::string_view::npos) begin = std::max(begin, tab + 1);
    return begin;
  }

  bool vouches_for(const CodeCandidate& candidate) const {
    const bool in_column = candidate.span.begin >= column_begin;
    const bool statement = only_statement || (in_column && column_only_statement);
    switch (candidate.reach) {
      case Reach::kRunningText:
        return true;
      // "RELEASE IN PART B5, B6" may stand among the words of a banner.
      case Reach::kOwnLine:
        return only_codes || (in_column && column_only_codes) || (names_release && statement);
      case Reach::kOwnSentence:
        return statement;
      case Reach::kOwnText:
      case Reach::kPlaced:
        return false;
    }
    return false;
  }

  std::size_t first, last;
  std::size_t column_begin = 0;
  bool only_codes = false, only_statement = false, column_only_codes = false, column_only_statement = false;
  bool names_release = false;
};

}  // namespace

bool is_cited(std::string_view text, std::size_t at, const CodeContext& context) {
  static const Pattern kCitingWord(
      R"((?:\x{a7}|\b(?:[Ss]ub)?[Ss]ection|\b[Ss]ec\.|\b[Pp]aragraph|\b[Cc]lause|\bC\.?F\.?R\.?|\bU\.?S\.?C\.?|\bFAR|\bDFARS|\bHSAR)\s?$)");
  static const Pattern kItem(R"(\((?:[A-Za-z]|[ivxIVX]{1,5}|\d{1,2})\)[ \t]?$)");
  // "8 U.S.C. § 1182(a)(2)(B) and (b)(3)"
  static const Pattern kCitedBefore(
      R"((?:\x{a7}|\bU\.?S\.?C\b|\b[Ss]ections?\b)[^\n]*\)\s?(?:and|or|,|;)\s$)");
  const std::string_view left = before(text, at);
  if (left.empty()) return false;
  if (is_alnum(left.back())) return !is_glued_word(last_token(left), context);
  return kCitingWord.found_in(left) || kItem.found_in(left) || kCitedBefore.found_in(left) ||
         is_cited_number(left);
}

bool is_part_of_number(std::string_view text, std::size_t at, const CodeContext& context) {
  const std::string_view left = before(text, at);
  if (left.empty() || !is_alnum(left.back())) return false;
  const std::string_view token = last_token(left);
  return token != "552" && !is_glued_word(token, context);
}

bool has_sub_item(std::string_view text, std::size_t end) {
  static const Pattern kItem(R"(\s?\((?:[ivx]+|[IVX]+|[1-9])\))");
  return kItem.match_at(after(text, end), 0).has_value();
}

bool is_in_prose(std::string_view text, Span codes) {
  static const Pattern kVerbBefore(
      R"((?i)\b(?:exemptions?|pursuant to|under|applied|asserting|invok\w+|cit(?:e|es|ed|ing))\s*(?:FOIA\s)?(?:exemptions?\s*)?$)");
  static const Pattern kListBefore(R"((?i)xemptions?\b[^.\n]*\b(?:and|or)\s*$)");
  const std::string_view left = before(text, codes.begin);
  return kVerbBefore.found_in(left) || kListBefore.found_in(left) || begins_clause(after(text, codes.end));
}

bool are_together(std::string_view text, const CodeCandidate& first, const CodeCandidate& second) {
  static const Pattern kSeparators(R"(^(?:[ \t,;:/&|+\-]|\b(?:and|or)\b|[,;&/]\s*\n)*$)");
  constexpr std::size_t kFarthest = 16;
  const std::size_t gap = second.span.begin - first.span.end;
  return gap <= kFarthest && kSeparators.found_in(text.substr(first.span.end, gap));
}

std::vector<Span> withheld_clauses(std::string_view text, const Candidates& candidates) {
  static const Pattern kClause(
      R"((?im)^[^\w\n]*(?:(?:pages?|documents?|records?|material|information|is|are|was|were|[\d\-]+|of)[^\w\n]+)*)"
      R"((?:withheld|denied|deleted)\s+(?:in\s+(?:full|its\s+entirety)\s+)?(?:pursuant\s+to|under|per|based\s+on)\s+)"
      R"((?:foia\s+)?exemptions?\s*:?\s*([^\n]{2,160}))");
  std::vector<Span> clauses;
  std::size_t next = 0;
  for (auto match = kClause.find(text); match; match = kClause.find(text, match->span.end)) {
    const Span clause = span_of(match->group[1], text);
    std::string rest(match->group[1]);
    while (next < candidates.size() && candidates[next].span.end <= clause.begin) ++next;
    for (std::size_t i = next; i < candidates.size() && candidates[i].span.begin < clause.end; ++i)
      blank(candidates[i].span, clause.begin, &rest);
    if (says_nothing_else(rest)) clauses.push_back(clause);
  }
  return clauses;
}

std::vector<bool> stand_alone(std::string_view text, const Candidates& candidates) {
  std::vector<bool> alone(candidates.size(), true);
  const bool own_text = is_own_text(text, candidates);
  std::size_t first = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t newline = std::min(text.find('\n', begin), text.size());
    const Line line(text, {begin, newline}, candidates, first);
    for (std::size_t i = line.first; i < line.last; ++i)
      alone[i] = alone[i] &&
                 (line.vouches_for(candidates[i]) || (own_text && candidates[i].reach == Reach::kOwnText));
    // A candidate may reach into the next line.
    first =
        line.last > line.first && candidates[line.last - 1].span.end > newline ? line.last - 1 : line.last;
    begin = newline + 1;
  }
  return alone;
}

}  // namespace vaughn::redaction
