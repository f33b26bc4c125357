// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/hidden_words.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "vaughn/base/strings.h"
#include "vaughn/base/utf8.h"

namespace vaughn::worker {
namespace {

constexpr int kFewestLetters = 2;  // one stray letter under a box edge, or a dash, is no leak

bool is_letter(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7) || (c >= 0x3040 && c < 0xFFFE) || c >= 0x10000;
}

std::string letters_of(std::string_view text) {
  std::string letters;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    if (is_letter(next_code_point(text, &offset))) letters += text.substr(start, offset - start);
  }
  return letters;
}

// Put in place of what was taken out, or put there by every court: nothing is lost by it.
bool is_placeholder(const std::string& token) {
  for (const char* said : {"redacted", "redaction", "redactions", "confidential", "privilege", "privileged",
                           "sealed", "withheld", "deleted", "redacte", "redact", "redac", "reda", "red"})
    if (token == said) return true;
  return false;
}

// "XXXX XXXX", "____", "□□□": a font without Unicode may write words with one symbol, so only what is known
// to be the same letter counts.
bool is_one_letter_repeated(const std::string& letters) {
  if (letters.empty()) return true;
  std::size_t offset = 0;
  const char32_t first = next_code_point(letters, &offset);
  if (first == 0xFFFD) return false;
  while (offset < letters.size())
    if (next_code_point(letters, &offset) != first) return false;
  return true;
}

bool has(const std::vector<std::string>& tokens, std::initializer_list<const char*> any) {
  return std::any_of(tokens.begin(), tokens.end(), [&](const std::string& token) {
    return std::any_of(any.begin(), any.end(), [&](const char* wanted) { return token == wanted; });
  });
}

// A filing's header ("Case 1:20-cv-00001 Document 5 Filed 01/02/20 Page 3 of 9"), the caption of a court's
// form, the banner that mail servers put above letters from outside.
bool is_of_a_machine(const std::vector<std::string>& tokens) {
  const bool header = has(tokens, {"document", "doc", "dktentry"}) && has(tokens, {"filed"}) &&
                      has(tokens, {"page", "pageid"});
  const bool caption = tokens.size() <= 3 && has(tokens, {"district"}) && has(tokens, {"of"});
  const bool banner = has(tokens, {"caution", "warning"}) && has(tokens, {"external"});
  const bool advice = has(tokens, {"attachments"}) && has(tokens, {"clicking"}) && has(tokens, {"links"});
  return header || caption || banner || advice;
}

// Its groups of digits have two at most, but for a year at either end.
bool is_date(std::string_view token) {
  std::vector<std::size_t> groups{0};
  for (const char c : token) {
    if (c >= '0' && c <= '9') {
      ++groups.back();
    } else if (c == '/' || c == '-' || c == '.') {
      groups.push_back(0);
    } else {
      return false;
    }
  }
  if (groups.size() < 2 || groups.size() > 3) return false;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const bool year = groups[i] == 4 && (i == 0 || i + 1 == groups.size());
    const bool cut_off = groups[i] == 0 && i + 1 == groups.size() && groups.size() == 3;
    if (!year && !cut_off && (groups[i] < 1 || groups[i] > 2)) return false;
  }
  return true;
}

// Of dates, and of the numbers of pages.
bool is_word_of_date(std::string_view token) {
  static constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                                 "jul", "aug", "sep", "oct", "nov", "dec"};
  if (token == "page" || token == "pages" || token == "of") return true;
  return token.size() >= 3 && std::any_of(std::begin(kMonths), std::end(kMonths),
                                          [&](std::string_view month) { return token.starts_with(month); });
}

bool is_number(std::string_view token) {
  return !token.empty() && token.size() <= 4 &&
         std::all_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "03/23/2020", "23 March 2020", "03/23/".
bool are_dates(const std::string& text) {
  bool any = false;
  for (std::string token : split(to_lower_ascii(text), ' ')) {
    while (!token.empty() && (token.back() == ',' || token.back() == '.')) token.pop_back();
    if (token.empty()) continue;
    const bool dated = is_date(token) || is_word_of_date(token);
    if (!dated && !is_number(token)) return false;
    any |= dated;
  }
  return any;
}

}  // namespace

int count_letters(std::string_view text) {
  return static_cast<int>(count_code_points(letters_of(text)));
}

std::vector<std::string> tokens_of(std::string_view text) {
  std::vector<std::string> tokens;
  std::string token;
  const auto close = [&] {
    if (!token.empty()) tokens.push_back(std::move(token));
    token.clear();
  };
  const std::string lower = to_lower_ascii(text);
  for (std::size_t offset = 0; offset < lower.size();) {
    const std::size_t start = offset;
    const char32_t c = next_code_point(lower, &offset);
    // What stands inside a word stays out of it, whichever of its forms it has: it's, it’s.
    if (c == '\'' || c == 0x2019) continue;
    is_letter(c) ? static_cast<void>(token.append(lower, start, offset - start)) : close();
  }
  close();
  return tokens;
}

Worth worth_of(const std::string& text) {
  const std::vector<std::string> tokens = tokens_of(text);
  std::string rest;
  for (const std::string& token : tokens)
    if (!is_placeholder(token)) rest += token;
  if (static_cast<int>(count_code_points(rest)) < kFewestLetters || is_one_letter_repeated(rest))
    return Worth::kNothing;
  if (is_of_a_machine(tokens)) return Worth::kNothing;
  return are_dates(text) ? Worth::kDate : Worth::kWords;
}

bool looks_like_word(std::string_view token) {
  int letters = 0, digits = 0, others = 0, vowels = 0;
  std::set<char32_t> different;  // what upright strokes are read as counts as one
  for (std::size_t offset = 0; offset < token.size();) {
    const char32_t c = next_code_point(token, &offset);
    if (c >= '0' && c <= '9') {
      ++digits;
    } else if (is_letter(c)) {
      ++letters;
      const char32_t lower = c < 0x80 ? c | 0x20 : c;
      different.insert(lower == 'l' || lower == 'i' || lower == 'j' || lower == 't' ? U'i' : lower);
      vowels += lower == 'a' || lower == 'e' || lower == 'i' || lower == 'o' || lower == 'u' ||
                        lower == 'y' || c >= 0xC0
                    ? 1
                    : 0;
    } else {
      ++others;
    }
  }
  const bool spoken = letters >= 3 && vowels > 0 && digits == 0 && different.size() >= 2;
  const bool number = digits >= 3 && letters == 0;
  return (spoken || number) && others <= 2 && !is_one_letter_repeated(letters_of(token));
}

int count_like_words(std::string_view text) {
  const std::vector<std::string> tokens = split(std::string(text), ' ');
  return static_cast<int>(std::count_if(tokens.begin(), tokens.end(),
                                        [](const std::string& token) { return looks_like_word(token); }));
}

bool is_apart(const pdf::Glyph& last, const pdf::Glyph& next) {
  const Points em = std::max(1.0, std::min(last.box.height(), next.box.height()));
  const bool other_line = std::abs(next.box.center_y() - last.box.center_y()) > 0.4 * em;
  const Points gap = next.box.x0 - last.box.x1;
  return other_line || gap > 0.15 * em || gap < -em;
}

std::string text_of(const std::vector<const pdf::Glyph*>& glyphs) {
  std::string text;
  const pdf::Glyph* last = nullptr;
  for (const pdf::Glyph* glyph : glyphs) {
    if (last != nullptr && is_apart(*last, *glyph)) text += ' ';
    text += glyph->text.empty() ? "\xEF\xBF\xBD" : glyph->text;
    last = glyph;
  }
  return text;
}

int count_characters(const std::vector<const pdf::Glyph*>& glyphs) {
  int count = 0;
  for (const pdf::Glyph* glyph : glyphs)
    count += std::max(1, static_cast<int>(count_code_points(glyph->text)));
  return count;
}

}  // namespace vaughn::worker
