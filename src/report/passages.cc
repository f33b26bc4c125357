// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/passages.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <set>
#include <string_view>
#include <utility>

#include "vaughn/base/strings.h"
#include "vaughn/model/page_text.h"

namespace vaughn::report {
namespace {

constexpr std::size_t kContext = 5;        // words on either side
constexpr std::size_t kLeastDistinct = 7;  // of the words about it
constexpr std::size_t kLeastLetters = 35;  // in them
constexpr std::size_t kWordsUnknown = 40;  // that a redaction of unknown size may hold

struct Token {
  std::string word;  // letters and digits in lower case; empty for a redaction
  bool label = false;
  std::size_t characters = 0;  // of a redaction, as estimated; 0 when that is not known

  bool is_redaction() const { return word.empty(); }
};

// "⟦(b)(6) ~14⟧": 14.
std::size_t estimate_in(std::string_view marker) {
  const std::size_t at = marker.find('~');
  std::size_t number = 0;
  for (std::size_t i = at + 1; at != std::string_view::npos && i < marker.size() &&
                               std::isdigit(static_cast<unsigned char>(marker[i])) != 0 && number < 100'000;
       ++i)
    number = 10 * number + static_cast<std::size_t>(marker[i] - '0');
  return number;
}

void add_word(std::string_view raw, std::vector<Token>* tokens) {
  Token token;
  for (const char c : to_lower_ascii(raw))
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80)
      token.word += c;
  token.label = raw.ends_with(':');
  if (!token.word.empty())
    tokens->push_back(std::move(token));
  else if (token.label && !tokens->empty())
    tokens->back().label = true;
}

// Redactions that follow one another are one: a passage over several lines.
void add_redaction(std::string_view marker, std::vector<Token>* tokens) {
  const std::size_t characters = estimate_in(marker);
  if (tokens->empty() || !tokens->back().is_redaction())
    tokens->push_back({"", false, characters});
  else if (tokens->back().characters == 0 || characters == 0)
    tokens->back().characters = 0;
  else
    tokens->back().characters += characters;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  std::size_t i = 0;
  while (i < text.size()) {
    if (text.substr(i).starts_with(kMarkerOpen)) {
      std::size_t end = text.find(kMarkerClose, i);
      end = end == std::string_view::npos ? text.size() : end + std::string_view(kMarkerClose).size();
      add_redaction(text.substr(i, end - i), &tokens);
      i = end;
    } else if (std::isspace(static_cast<unsigned char>(text[i])) != 0) {
      ++i;
    } else {
      std::size_t end = i;
      while (end < text.size() && std::isspace(static_cast<unsigned char>(text[end])) == 0 &&
             !text.substr(end).starts_with(kMarkerOpen))
        ++end;
      add_word(text.substr(i, end - i), &tokens);
      i = end;
    }
  }
  return tokens;
}

bool are_words(const std::vector<Token>& tokens, std::size_t first, std::size_t end) {
  return end <= tokens.size() && first < end &&
         std::none_of(tokens.begin() + static_cast<std::ptrdiff_t>(first),
                      tokens.begin() + static_cast<std::ptrdiff_t>(end),
                      [](const Token& token) { return token.is_redaction(); });
}

std::string key_of(const std::vector<Token>& tokens, std::size_t first) {
  std::string key;
  for (std::size_t i = first; i < first + kContext; ++i) key += tokens[i].word + ' ';
  return key;
}

bool is_telling(const std::vector<Token>& tokens, std::size_t redaction) {
  std::set<std::string_view> words;
  std::size_t letters = 0;
  for (std::size_t i = redaction - kContext; i <= redaction + kContext; ++i) {
    words.insert(tokens[i].word);
    letters += tokens[i].word.size();
  }
  return words.size() - 1 >= kLeastDistinct && letters >= kLeastLetters;  // one is the redaction's, empty
}

bool same_page(const store::PlaceRow& a, const store::PlaceRow& b) {
  return a.page == b.page && a.sha256 == b.sha256 && a.source == b.source;
}

// Pages come one after the other.
void add_once(const store::PlaceRow& page, std::vector<store::PlaceRow>* pages) {
  if (pages->empty() || !same_page(pages->back(), page)) pages->push_back(page);
}

}  // namespace

void Passages::add_withheld(const store::PlaceRow& page, const std::string& text) {
  const std::vector<Token> tokens = tokens_of(text);
  for (std::size_t i = kContext; i + kContext < tokens.size(); ++i) {
    if (!tokens[i].is_redaction() || tokens[i - 1].label || !are_words(tokens, i - kContext, i) ||
        !are_words(tokens, i + 1, i + 1 + kContext) || !is_telling(tokens, i))
      continue;
    const std::size_t words = tokens[i].characters == 0 ? kWordsUnknown : tokens[i].characters / 2 + 4;
    const std::string after = key_of(tokens, i + 1);
    std::vector<std::size_t>& known = by_words_before_[key_of(tokens, i - kContext)];
    auto same = std::find_if(known.begin(), known.end(),
                             [&](std::size_t passage) { return passages_[passage].after == after; });
    if (same == known.end()) {
      known.push_back(passages_.size());
      same = known.end() - 1;
      passages_.push_back({after});
    }
    Passage& passage = passages_[*same];
    passage.most_words = std::max(passage.most_words, words);
    add_once(page, &passage.withheld);
  }
}

void Passages::look_at(const store::PlaceRow& page, const std::string& text) {
  if (passages_.empty()) return;
  const std::vector<Token> tokens = tokens_of(text);
  for (std::size_t i = kContext; i + kContext < tokens.size(); ++i) {
    if (tokens[i].is_redaction() || !are_words(tokens, i - kContext, i)) continue;
    const auto known = by_words_before_.find(key_of(tokens, i - kContext));
    if (known == by_words_before_.end()) continue;
    for (const std::size_t at : known->second) {
      Passage& passage = passages_[at];
      std::string between;
      for (std::size_t words = 1; words <= passage.most_words; ++words) {
        const std::size_t after = i + words;
        if (!are_words(tokens, i, after + kContext)) break;
        between += tokens[after - 1].word + ' ';
        if (key_of(tokens, after) != passage.after) continue;
        add_once(page, &passage.shown);
        passage.versions.insert(std::hash<std::string>()(between));
        break;
      }
    }
  }
}

std::vector<ShownElsewhere> Passages::take() {
  constexpr std::size_t kMostVersions = 3;
  std::vector<ShownElsewhere> found;
  for (Passage& passage : passages_) {
    // The page itself may say it again, in the open.
    std::erase_if(passage.shown, [&](const store::PlaceRow& shown) {
      return std::any_of(passage.withheld.begin(), passage.withheld.end(),
                         [&](const store::PlaceRow& withheld) { return same_page(shown, withheld); });
    });
    if (!passage.shown.empty() && passage.versions.size() <= kMostVersions)
      found.push_back({std::move(passage.withheld), std::move(passage.shown)});
  }
  return found;
}

}  // namespace vaughn::report
