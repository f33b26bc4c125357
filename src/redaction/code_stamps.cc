// SPDX-License-Identifier: GPL-3.0-or-later
// Codes whose printed form the table of regimes gives: stamps word by word, schemes number by number. Also
// the words some agencies print instead of a FOIA code ("Ex. 6").
#include <algorithm>

#include "redaction/code_candidate.h"
#include "redaction/code_pattern.h"
#include "redaction/code_repair.h"
#include "redaction/regime_rows.h"
#include "vaughn/base/strings.h"

namespace vaughn::redaction {
namespace {

struct Stamp {
  const CodeRow* row;
  Pattern pattern;
};

const std::vector<Stamp>& stamps() {
  static const std::vector<Stamp> kStamps = [] {
    std::vector<Stamp> all;
    for (const CodeRow& row : code_rows())
      if (*row.printed != '\0') all.push_back({&row, Pattern(row.printed)});
    return all;
  }();
  return kStamps;
}

struct Scheme {
  const SchemeRow* row;
  Pattern pattern;
};

const std::vector<Scheme>& schemes() {
  static const std::vector<Scheme> kSchemes = [] {
    std::vector<Scheme> all;
    for (const SchemeRow& row : scheme_rows()) all.push_back({&row, Pattern(row.printed)});
    return all;
  }();
  return kSchemes;
}

// The scheme's canonical form with \1, \2 … filled in, without spaces; numbering letters are lower-case in
// every scheme but the markings "25X1".
std::string canonical_of(const SchemeRow& row, const Match& match) {
  std::string code;
  for (const char* c = row.canonical; *c != '\0'; ++c) {
    if (*c != '\\') {
      code += *c;
      continue;
    }
    const std::string_view group = match.group[static_cast<std::size_t>(*++c - '0')];
    for (const char g : row.regime == Regime::kExecutiveOrder ? std::string(group) : to_lower_ascii(group))
      if (g != ' ') code += g;
  }
  return code;
}

std::string foia_code(std::string_view digit, std::string_view sub) {
  const std::string code = "(b)(" + std::string(digit) + ")";
  if (sub.empty() || digit != "7") return code;
  return code + "(" + std::string(1, sub_letter(sub)->character) + ")";
}

std::string privilege_suffix(std::string_view digit, std::string_view ground) {
  if (digit != "5" || ground.empty()) return {};
  const std::string words = to_lower_ascii(ground);
  if (words.starts_with("delib")) return "-DPP";
  if (words.starts_with("attorney work")) return "-AWP";
  return words.starts_with("attorney") ? "-ACP" : "";
}

// "552.238-81" is a clause of a contract, "20(1).5" no section.
bool number_goes_on(std::string_view text, std::size_t at) {
  const auto is_digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  if (at < text.size() && (text[at] == '-' || text[at] == '.')) return is_digit(at + 1);
  return is_digit(at);
}

Candidates in_order(Candidates candidates) {
  std::stable_sort(candidates.begin(), candidates.end(), [](const CodeCandidate& a, const CodeCandidate& b) {
    return a.span.begin < b.span.begin;
  });
  return candidates;
}

}  // namespace

Candidates read_stamps(std::string_view text) {
  Candidates candidates;
  for (const Stamp& stamp : stamps())
    for (auto match = stamp.pattern.find(text); match; match = stamp.pattern.find(text, match->span.end))
      candidates.push_back(
          {match->span, std::string(stamp.row->meaning.canonical), true, stamp.row->reach, stamp.row->role});
  return in_order(std::move(candidates));
}

Candidates read_schemes(std::string_view text) {
  Candidates candidates;
  for (const Scheme& scheme : schemes()) {
    for (auto match = scheme.pattern.find(text); match; match = scheme.pattern.find(text, match->span.end)) {
      const std::string code = canonical_of(*scheme.row, *match);
      if (row_of(code) && !number_goes_on(text, match->span.end))
        candidates.push_back({match->span, code, scheme.row->certain, scheme.row->reach});
    }
  }
  // Not in the order of the text: an earlier scheme takes the place from a later one.
  return candidates;
}

Candidates read_exemption_words(std::string_view text) {
  static const Pattern kPlaceholder(R"((?i)\[\[REDACTED-EX\s?b([1-9])([A-F])?\]\])");
  // "Ex. 6", "Ex. 5 Deliberative Process (DP)", "Personal Privacy / Ex. 6"; groups: ground before, word,
  // digit, sub-letter in brackets, sub-letter without, ground behind.
  static const Pattern kWords(
      R"((?i)\b(?:(deliberative process|attorney[- ]client|attorney work product|personal privacy)\s?/\s?)?)"
      R"(\b(ex(?:emption)?)\.?\s?([1-9])(?:\s?\(([A-F])\)|([A-F])\b|\b))"
      R"((?:\s?[-/]?\s?(deliberative(?: process)?|attorney[- ]client|attorney work product|personal privacy|CBI|PII))"
      R"((?: \((?:DP|AC|AWP|PP)\))?)?)");
  Candidates candidates;
  for (auto match = kPlaceholder.find(text); match; match = kPlaceholder.find(text, match->span.end))
    candidates.push_back(
        {match->span, foia_code(match->group[1], match->group[2]), true, Reach::kRunningText});
  for (auto match = kWords.find(text); match; match = kWords.find(text, match->span.end)) {
    const auto& group = match->group;
    const std::string code = foia_code(group[3], group[4].empty() ? group[5] : group[4]);
    const std::string privilege = privilege_suffix(group[3], group[1].empty() ? group[6] : group[1]);
    // "Exemption 6" on a line of its own is a heading of a manual.
    const Reach reach = group[2].size() > 2 ? Reach::kPlaced : Reach::kOwnLine;
    candidates.push_back({match->span, code + privilege, true, reach});
  }
  return candidates;
}

}  // namespace vaughn::redaction
