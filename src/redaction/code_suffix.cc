// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/code_suffix.h"

#include <algorithm>
#include <cctype>
#include <vector>

#include "redaction/code_pattern.h"

namespace vaughn::redaction {
namespace {

// Suffixes are short; a window keeps hostile runs of brackets from being scanned again for every code before
// them.
constexpr std::size_t kWindow = 120;

std::string_view window(std::string_view text, std::size_t at) {
  return text.substr(0, std::min(text.size(), at + kWindow));
}

std::string without_spaces(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if (c != ' ' && c != '\t' && c != '\n') kept += c;
  return kept;
}

struct Statute {
  const char* printed;  // RE2
  std::string_view canonical;
};

// Statutes that are printed by name behind (b)(3) or B3.
constexpr Statute kStatutes[] = {
    {R"(CIA\s?Act\b)", "CIA Act"},
    {R"(Nat(?:ional|\.)?\s?Sec(?:urity|\.)?\s?Act\b)", "National Security Act"},
    {R"(NSA\s?Act\b)", "NSA Act"},
    {R"((?:FRCrP|Fed\.?\s?R\.?\s?Crim\.?\s?P\.?|Rule)\s?6\s?\(e\))", "FRCrP 6(e)"},
    {R"(ARMSEXP\b)", "ARMSEXP"},
    {R"(CIA\s?PERS/ORG\b)", "CIA PERS/ORG"},
    {R"(EXPORT\s?CONTROL\b)", "EXPORT CONTROL"},
    {R"(FS\s?ACT\b)", "FS ACT"},
    {R"(INA\b)", "INA"},
    {R"(IRAN\b)", "IRAN"},
};

std::string_view privilege_name(std::string_view printed) {
  if (printed == "DP" || printed == "DELIB") return "DPP";
  if (printed == "AC") return "ACP";
  if (printed == "AWPP") return "AWP";
  return printed;
}

bool is_word_after(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at]));
}

// "10 U.S.C. §130c": title, section, sub-items.
std::optional<Suffix> cited_statute_at(std::string_view text, std::size_t at) {
  static const Pattern kCited(
      R"((\d{1,2})\s?U\.?\s?S\.?\s?C\.?\s?(?:\x{a7}+|[Ss]ec\.?)?\s?(\d+[a-z]?(?:-\d+)?)((?:\s?\([0-9A-Za-z]{1,3}\))*))");
  const auto match = kCited.match_at(text, at);
  if (!match) return std::nullopt;
  const std::string section = std::string(match->group[2]) + without_spaces(match->group[3]);
  return Suffix{":" + std::string(match->group[1]) + " USC " + section, match->span.end};
}

std::optional<Suffix> named_statute_at(std::string_view text, std::size_t at) {
  static const std::vector<Pattern> kPatterns = [] {
    std::vector<Pattern> patterns;
    for (const Statute& statute : kStatutes) patterns.emplace_back(statute.printed);
    return patterns;
  }();
  for (std::size_t i = 0; i < kPatterns.size(); ++i)
    if (const auto match = kPatterns[i].match_at(text, at))
      return Suffix{":" + std::string(kStatutes[i].canonical), match->span.end};
  return std::nullopt;
}

// "(b)(3)(n)": the agency's own list of statutes.
std::optional<Suffix> lettered_statute_at(std::string_view text, std::size_t at) {
  static const Pattern kLettered(R"(\(([a-z])\))");
  const auto match = kLettered.match_at(text, at);
  if (!match || !is_code_end(text, match->span.end)) return std::nullopt;
  return Suffix{":" + std::string(match->group[0]), match->span.end};
}

}  // namespace

bool is_code_end(std::string_view text, std::size_t at) {
  return at >= text.size() || std::string_view(" \t\r\n,;:/|)]}").find(text[at]) != std::string_view::npos;
}

std::optional<Suffix> privileges_at(std::string_view text, std::size_t at) {
  static const Pattern kPrivileges(
      R"(\s*[-,:;/ ]?\s*\(?((?:DPP?|DELIB|ACP?|AWPP?|PCP|CIP)(?:\s*[/,&;]\s*(?:DPP?|ACP?|AWPP?|PCP|CIP))*)\b\)?)");
  static const Pattern kName("[A-Z]+");
  const auto match = kPrivileges.match_at(window(text, at), at);
  if (!match) return std::nullopt;
  Suffix suffix{"", match->span.end};
  const std::string_view names = match->group[1];
  for (auto name = kName.find(names); name; name = kName.find(names, name->span.end))
    suffix.canonical += (suffix.canonical.empty() ? "-" : "/") + std::string(privilege_name(name->group[0]));
  return suffix;
}

std::optional<Suffix> statute_at(std::string_view text, std::size_t at) {
  static const Pattern kLead(R"([ \t]?[:;,-]?\s?(?:per\s)?)");
  const std::string_view near = window(text, at);
  const auto lead = kLead.match_at(near, at);
  const std::size_t from = lead ? lead->span.end : at;
  if (const auto cited = cited_statute_at(near, from)) return cited;
  if (const auto named = named_statute_at(near, from)) return named;
  return lettered_statute_at(near, from);
}

std::optional<Suffix> categories_at(std::string_view text, std::size_t at, Notation notation) {
  static const Pattern kAfterBrackets(R"([ \t]?-[ \t]?([1-9]\d?(?:[ \t]?,[ \t]?-?[ \t]?[1-9]\d?)*))");
  static const Pattern kAfterBare(
      R"([ \t]{0,8}[-.][ \t]{0,8}([1-9lIT]\d?(?:[ \t]?[,.][ \t]?-?[ \t]?[1-9lT]\d?)*))");
  const Pattern& pattern = notation == Notation::kBare ? kAfterBare : kAfterBrackets;
  const auto match = pattern.match_at(window(text, at), at);
  if (!match || !is_code_end(text, match->span.end)) return std::nullopt;
  // "(b)(6) - 3 calls": what follows a code in brackets may be prose.
  if (notation == Notation::kParenthesised && is_word_after(text, match->span.end)) return std::nullopt;
  Suffix suffix{"-", match->span.end};
  for (const char c : match->group[1]) {
    if (c >= '0' && c <= '9') suffix.canonical += c;
    if (c == 'l' || c == 'I') suffix.canonical += '1';
    if (c == ',' || c == '.') suffix.canonical += ',';
    if (c != 'T') continue;
    suffix.canonical += '7';
    suffix.certain = false;
  }
  return suffix;
}

Suffix suffix_at(std::string_view text, std::size_t at, char exemption, Notation notation) {
  Suffix suffix{"", at};
  if (exemption == '5') suffix = privileges_at(text, at).value_or(suffix);
  if (exemption == '3') suffix = statute_at(text, at).value_or(suffix);
  if (const auto categories = categories_at(text, suffix.end, notation)) {
    suffix.canonical += categories->canonical;
    suffix.end = categories->end;
    suffix.certain = categories->certain;
  }
  return suffix;
}

}  // namespace vaughn::redaction
