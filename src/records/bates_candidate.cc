// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/bates_candidate.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "vaughn/base/strings.h"

namespace vaughn::records {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_separator(char c) {
  return c == ' ' || c == '_' || c == '-' || c == '.';
}

// ".R", "-CONF" or a lower-case letter of an inserted page behind the number; its length.
std::size_t suffix_length(std::string_view text) {
  std::size_t letters = 0;
  while (letters < text.size() && is_upper(text[text.size() - 1 - letters])) ++letters;
  if (letters >= 1 && letters <= 4 && letters + 1 < text.size() &&
      is_separator(text[text.size() - 1 - letters]) && is_digit(text[text.size() - 2 - letters]))
    return letters + 1;
  if (text.size() >= 2 && is_lower(text.back()) && is_digit(text[text.size() - 2])) return 1;
  return 0;
}

bool contains_word(std::string_view lower, std::string_view word) {
  for (std::size_t at = lower.find(word); at != std::string_view::npos; at = lower.find(word, at + 1)) {
    const bool starts = at == 0 || std::isalpha(static_cast<unsigned char>(lower[at - 1])) == 0;
    const std::size_t end = at + word.size();
    const bool ends = end == lower.size() || std::isalpha(static_cast<unsigned char>(lower[end])) == 0;
    if (starts && ends) return true;
  }
  return false;
}

// Numbers that stand at page edges and count something else.
bool is_other_number(std::string_view prefix) {
  const std::string lower = to_lower_ascii(prefix);
  constexpr std::array<std::string_view, 27> kWords = {
      "page",  "pages",   "pg",      "p",        "of",         "rev",     "filed", "document", "tel",
      "fax",   "phone",   "form",    "omb",      "edition",    "printed", "date",  "slide",    "exhibit",
      "sheet", "section", "chapter", "appendix", "attachment", "case",    "docid", "part",     "release"};
  if (std::any_of(kWords.begin(), kWords.end(),
                  [&](std::string_view word) { return contains_word(lower, word); }))
    return true;
  // Dates, times and sums: 3/4/2020, 9:14, $1,000.
  return lower.find('/') != std::string::npos || lower.find(':') != std::string::npos ||
         lower.find('$') != std::string::npos || lower.find(',') != std::string::npos;
}

bool is_prefix_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || is_separator(c) || c == '(' || c == ')' ||
         c == '#' || c == '/' || c == ':';
}

}  // namespace

std::string series_key(std::string_view prefix) {
  std::string key;
  for (const char c : prefix)
    if (!is_separator(c)) key += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return key;
}

std::optional<BatesCandidate> read_candidate(const EdgeText& text) {
  std::string_view rest = trim(text.text);
  // A speck before the stamp reads as a dash or a dot.
  while (!rest.empty() && is_separator(rest.front())) rest.remove_prefix(1);
  BatesCandidate candidate;
  const std::size_t suffix = suffix_length(rest);
  candidate.suffix = rest.substr(rest.size() - suffix);
  rest.remove_suffix(suffix);
  std::size_t digits = 0;
  while (digits < rest.size() && digits < 12 && is_digit(rest[rest.size() - 1 - digits])) ++digits;
  if (digits == 0) return std::nullopt;
  candidate.digits = rest.substr(rest.size() - digits);
  rest.remove_suffix(digits);
  if (rest.size() > 48 || (!rest.empty() && is_digit(rest.back()))) return std::nullopt;
  if (!std::all_of(rest.begin(), rest.end(), is_prefix_character) || is_other_number(rest))
    return std::nullopt;
  const auto letters =
      std::count_if(rest.begin(), rest.end(), [](char c) { return is_upper(c) || is_lower(c); });
  // A bare number is a page number unless it is padded like a production's, and a letter with a short one is
  // an exemption ("b6"), a box of a form, a list's item.
  if (letters == 0 && digits < 5 && (digits < 4 || candidate.digits.front() != '0')) return std::nullopt;
  if (letters == 1 && digits < 4) return std::nullopt;
  candidate.prefix = rest;
  candidate.series = series_key(rest);
  candidate.number = std::stoll(candidate.digits);
  candidate.text = text;
  return candidate;
}

}  // namespace vaughn::records
