// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/recurring_codes.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>

#include "vaughn/base/strings.h"
#include "vaughn/redaction/regime_table.h"

namespace vaughn::worker {
namespace {

constexpr int kOften = 3;
constexpr std::size_t kFewestCharacters = 5;  // "5.1.2", "40(2)": less is a number

std::string_view without_punctuation(std::string_view word) {
  constexpr std::string_view kAbout = ".,;:!?\"'<>[]{}";
  const std::size_t begin = word.find_first_not_of(kAbout);
  if (begin == std::string_view::npos) return {};
  word = word.substr(begin, word.find_last_not_of(kAbout) - begin + 1);
  // Brackets that the word does not close, or did not open, belong to the sentence.
  if (word.starts_with('(') && word.find(')') == std::string_view::npos) word.remove_prefix(1);
  if (word.ends_with(')') && word.find('(') == std::string_view::npos) word.remove_suffix(1);
  return word;
}

bool looks_like_section_number(const std::string& code) {
  const auto meaning = redaction::meaning_of(code);
  return meaning && meaning->regime >= redaction::Regime::kNetherlands;
}

bool introduces_section(const std::string& word) {
  constexpr std::array<std::string_view, 14> kWords{"art",   "artikel", "artikelen", "article",  "lid",
                                                    "onder", "sub",     "section",   "sections", "s",
                                                    "ss",    "para",    "paragraph", "en"};
  const std::string plain = to_lower_ascii(std::string(without_punctuation(word)));
  return std::find(kWords.begin(), kWords.end(), plain) != kWords.end();
}

std::optional<ExemptionCode> code_of(const Word& word, redaction::CodeContext context) {
  const std::string_view text = without_punctuation(word.text);
  const bool mixed = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
                     text.size() >= kFewestCharacters;
  if (!mixed) return std::nullopt;
  context.place = redaction::CodePlace::kBox;
  const auto hits = redaction::read_codes(text, context);
  if (hits.size() != 1 || hits.front().begin != 0 || hits.front().end != text.size()) return std::nullopt;
  const redaction::CodeHit& hit = hits.front();
  if (!looks_like_section_number(hit.code)) return std::nullopt;
  const CodeOrigin origin =
      context.origin == redaction::TextOrigin::kBornDigital ? CodeOrigin::kTextLayer : CodeOrigin::kPageOcr;
  return ExemptionCode{hit.code, hit.raw, hit.certain, CodeRole::kLabel, origin, word.box};
}

}  // namespace

std::vector<ExemptionCode> recurring_codes(const TextLayer& words, redaction::CodeContext context) {
  std::vector<ExemptionCode> codes;
  std::map<std::string, int> times;
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto code = code_of(words[i], context);
    if (!code || (i > 0 && introduces_section(words[i - 1].text))) continue;
    if (code->certain) ++times[code->code];
    codes.push_back(std::move(*code));
  }
  std::erase_if(codes, [&](const ExemptionCode& code) { return times[code.code] < kOften; });
  return codes;
}

}  // namespace vaughn::worker
