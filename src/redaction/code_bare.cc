// SPDX-License-Identifier: GPL-3.0-or-later
// Codes without brackets, as the FBI and the State Department print them in the margin: "b6 -1", "b7C", "B5".
// So short that the surroundings must vouch for them: most come back as Reach::kOwnLine.
#include <cctype>

#include "redaction/code_candidate.h"
#include "redaction/code_pattern.h"
#include "redaction/code_repair.h"
#include "redaction/code_suffix.h"

namespace vaughn::redaction {
namespace {

struct KnownMisreading {
  std::string_view read;
  std::string_view meant;
};

// Whole labels as recognition gives them again and again (FBI margins and deleted-page sheets). b7B is not
// among the meanings: where it was read, it was printed.
constexpr KnownMisreading kMisreadings[] = {
    {"b7Cc", "(b)(7)(C)"},  {"b7TC", "(b)(7)(C)"}, {"b7IC", "(b)(7)(C)"}, {"b/7C", "(b)(7)(C)"},
    {"b/C", "(b)(7)(C)"},   {"b/c", "(b)(7)(C)"},  {"bIC", "(b)(7)(C)"},  {"bic", "(b)(7)(C)"},
    {"biC", "(b)(7)(C)"},   {"bIc", "(b)(7)(C)"},  {"blC", "(b)(7)(C)"},  {"bTC", "(b)(7)(C)"},
    {"b7 BE", "(b)(7)(E)"}, {"bT7E", "(b)(7)(E)"}, {"bDTE", "(b)(7)(E)"}, {"bDT7E", "(b)(7)(E)"},
    {"bIUE", "(b)(7)(E)"},  {"bTE", "(b)(7)(E)"},  {"bIE", "(b)(7)(E)"},  {"b/E", "(b)(7)(E)"},
    {"bID", "(b)(7)(D)"},   {"bTD", "(b)(7)(D)"},  {"b/D", "(b)(7)(D)"},  {"b6é", "(b)(6)"},
    {"b6O", "(b)(6)"},      {"bo", "(b)(6)"},
};

bool begins_word(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  if (text.substr(0, at).ends_with("•")) return true;
  return std::string_view(" \t\r\n\f,;:/|([{}~\"'").find(text[at - 1]) != std::string_view::npos;
}

std::optional<CodeCandidate> completed(CodeCandidate candidate, std::string_view text, std::size_t end) {
  const char exemption = candidate.code.size() > 4 ? candidate.code[4] : '0';
  const Suffix suffix = suffix_at(text, end, exemption, Notation::kBare);
  if (!is_code_end(text, suffix.end)) return std::nullopt;
  candidate.span.end = suffix.end;
  candidate.code += suffix.canonical;
  candidate.certain = candidate.certain && suffix.certain;
  return candidate;
}

std::optional<CodeCandidate> known_misreading_at(std::string_view text, std::size_t at) {
  for (const KnownMisreading& known : kMisreadings) {
    if (!text.substr(at).starts_with(known.read)) continue;
    CodeCandidate candidate{{at, at}, std::string(known.meant), false};
    if (auto found = completed(candidate, text, at + known.read.size())) return found;
  }
  return std::nullopt;
}

// "b5.1.2e" is the edge of a box and a section number.
bool is_section_number(std::string_view text, std::size_t digit) {
  static const Pattern kMore(R"(\d\s?\.\s?\d{1,2}\s?[.,]\s?\w|\d\s?\.\s?\d{2,})");
  return kMore.match_at(text, digit).has_value();
}

// letter, digit and the sub-letter that follows, if any.
struct BareCode {
  std::string_view letter, digit, sub;
};

std::optional<CodeCandidate> with_sub_letter(const BareCode& bare, std::string_view text,
                                             const CodeContext& context) {
  if (bare.sub.empty()) return std::nullopt;
  const auto digit = exemption_digit(bare.digit, context);
  const auto sub = sub_letter(bare.sub);
  // "bIC": an upright 7.
  const bool upright = (bare.digit == "I" || bare.digit == "l") && (bare.sub == "A" || bare.sub == "C");
  if (!digit || !sub || !(digit->character == '7' || upright)) return std::nullopt;
  CodeCandidate candidate;
  candidate.span.begin = span_of(bare.letter, text).begin;
  candidate.code = std::string("(b)(7)(") + sub->character + ")";
  candidate.certain = digit->as_read && sub->as_read && (bare.letter == "b" || bare.letter == "B");
  return completed(candidate, text, span_of(bare.sub, text).end);
}

std::optional<CodeCandidate> without_sub_letter(const BareCode& bare, std::string_view text,
                                                const CodeContext& context) {
  const auto digit = exemption_digit(bare.digit, context);
  // "67" is a number; "67C" is not. "hs" is two misread characters, or a word's end.
  if (!digit || bare.letter == "6" || (bare.letter == "h" && !digit->as_read)) return std::nullopt;
  CodeCandidate candidate;
  candidate.span.begin = span_of(bare.letter, text).begin;
  candidate.code = std::string("(b)(") + digit->character + ")";
  candidate.certain = digit->as_read && bare.letter != "h";
  return completed(candidate, text, span_of(bare.digit, text).end);
}

std::optional<CodeCandidate> foia_at(std::string_view text, std::size_t at, const CodeContext& context) {
  static const Pattern kBare(R"(([bBh6])[ \t]?([1-9SsTlIi])(?:[ \t]?([A-Fac-e0O¢£]))?)");
  const auto match = kBare.match_at(text, at);
  if (!match) return std::nullopt;
  const BareCode bare{match->group[1], match->group[2], match->group[3]};
  if (is_section_number(text, span_of(bare.digit, text).begin)) return std::nullopt;
  if (auto candidate = with_sub_letter(bare, text, context)) return candidate;
  return without_sub_letter(bare, text, context);
}

// "k2" in a margin.
std::optional<CodeCandidate> privacy_act_at(std::string_view text, std::size_t at,
                                            const CodeContext& context) {
  static const Pattern kItem(R"((?:j[12]|k[1-7]))");
  if (context.place == CodePlace::kBody) return std::nullopt;
  const auto match = kItem.match_at(text, at);
  if (!match || !is_code_end(text, match->span.end)) return std::nullopt;
  return CodeCandidate{match->span, std::string("PA(") + text[at] + ")(" + text[at + 1] + ")", true,
                       Reach::kPlaced};
}

}  // namespace

Candidates read_bare(std::string_view text, const CodeContext& context) {
  Candidates candidates;
  for (std::size_t at = text.find_first_of("bBh6jk"); at != std::string_view::npos;
       at = text.find_first_of("bBh6jk", at)) {
    std::optional<CodeCandidate> found;
    if (begins_word(text, at)) {
      if (context.origin == TextOrigin::kRecognised) found = known_misreading_at(text, at);
      if (!found) found = foia_at(text, at, context);
      if (!found) found = privacy_act_at(text, at, context);
    }
    at = found ? found->span.end : at + 1;
    if (found) candidates.push_back(std::move(*found));
  }
  return candidates;
}

}  // namespace vaughn::redaction
