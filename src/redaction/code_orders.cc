// SPDX-License-Identifier: GPL-3.0-or-later
// Sections of the executive orders on classification ("1.4(c)", "3.3(b)(1)>25Yrs") and the presidential
// libraries' restrictions ("P6/b(6)"). The agency prints a section number only, which any document has: the
// surroundings decide.
#include "redaction/code_candidate.h"
#include "redaction/code_pattern.h"
#include "redaction/code_suffix.h"
#include "vaughn/base/strings.h"

namespace vaughn::redaction {
namespace {

std::string without_spaces_and_commas(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if (std::string_view(" \t\n,").find(c) == std::string_view::npos) kept += c;
  return kept;
}

// Sections 1.4 and 1.5 name a category by its letter, and several in a row: each is a code of its own.
void append_categories(const Match& match, std::string_view text, Reach reach, Candidates* candidates) {
  static const Pattern kLetter(R"((?i)\(?\s?([a-h]|0)\s?\)?)");
  const Span items = span_of(match.group[3], text);
  std::size_t begin = match.span.begin;
  for (auto item = kLetter.find(text, items.begin); item && item->span.end <= items.end;
       item = kLetter.find(text, item->span.end)) {
    // Recognition reads the D of 1.4(D) as a zero.
    const bool zero = item->group[1] == "0";
    const std::string letter = zero ? "d" : to_lower_ascii(item->group[1]);
    candidates->push_back(
        {{begin, item->span.end}, "EO:" + std::string(match.group[2]) + "(" + letter + ")", !zero, reach});
    begin = item->span.end;
    while (begin < items.end && std::string_view(" ,").find(text[begin]) != std::string_view::npos) ++begin;
  }
}

// The text before a section number that makes it one of a document.
bool is_documents_own_section(std::string_view text, std::size_t at) {
  static const Pattern kOwn(
      R"((?i)(?:\x{a7}|\bsec(?:tion|\.)|\bfigure|\btable|\bfig\.|\bclause|\bparagraph)\s?$)");
  const std::size_t from = at > 12 ? at - 12 : 0;
  return kOwn.found_in(text.substr(from, at - from));
}

Span trimmed(Span span, std::string_view text) {
  while (span.begin < span.end &&
         std::string_view(" \t\r\n,;(").find(text[span.begin]) != std::string_view::npos)
    ++span.begin;
  return span;
}

}  // namespace

Candidates read_orders(std::string_view text, const CodeContext& context) {
  static const Pattern kOrder(
      R"((?i)(?:\bE\.?\s?O\.?\s?(13526|12958|12356)\b[^\n]{0,12}?)?(?:^|[\s,;(])(1\.[45]|3\.[35]|6\.2)\s?)"
      R"((\(\s?[a-h0](?:\s?,\s?[a-h])*\s?\)(?:\(\d+\))?(?:\s?,?\s?\([a-h]\))*|[a-h]\b)(?:\s?>\s?(25|50)\s?Yrs?)?)");
  Candidates candidates;
  for (auto match = kOrder.find(text); match; match = kOrder.find(text, match->span.end)) {
    if (is_documents_own_section(text, span_of(match->group[2], text).begin)) continue;
    match->span = trimmed(match->span, text);
    const bool zero = match->group[3].find('0') != std::string_view::npos;
    if (zero && context.origin == TextOrigin::kBornDigital) continue;
    const Reach reach = match->group[1].empty() ? Reach::kOwnLine : Reach::kRunningText;
    if (match->group[2].starts_with("1")) {
      append_categories(*match, text, reach, &candidates);
      continue;
    }
    std::string code =
        "EO:" + std::string(match->group[2]) + to_lower_ascii(without_spaces_and_commas(match->group[3]));
    if (match->has(4) && !match->group[4].empty()) code += ">" + std::string(match->group[4]) + "Yrs";
    if (!zero) candidates.push_back({match->span, code, true, reach});
  }
  return candidates;
}

Candidates read_presidential(std::string_view text) {
  static const Pattern kRestriction(R"(\bP\s?([1-6])(?:\s?/\s?\(?b\)?\s?\(?([1-9])\)?)?)");
  Candidates candidates;
  for (auto match = kRestriction.find(text); match; match = kRestriction.find(text, match->span.end)) {
    const Span digit = span_of(match->group[1], text);
    if (match->group[2].empty()) {
      const bool ends = is_code_end(text, digit.end) || text[digit.end] == '.';
      if (ends)
        candidates.push_back(
            {{match->span.begin, digit.end}, "PRA P" + std::string(match->group[1]), true, Reach::kOwnText});
      continue;
    }
    if (!is_code_end(text, match->span.end)) continue;
    const std::size_t slash = text.find('/', digit.end);
    std::size_t b = slash + 1;
    while (b < match->span.end && text[b] == ' ') ++b;
    candidates.push_back(
        {{match->span.begin, digit.end}, "PRA P" + std::string(match->group[1]), true, Reach::kOwnLine});
    candidates.push_back(
        {{b, match->span.end}, "(b)(" + std::string(match->group[2]) + ")", true, Reach::kOwnLine});
  }
  return candidates;
}

}  // namespace vaughn::redaction
