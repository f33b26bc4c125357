// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/search/expansion.h"

#include <re2/re2.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <tuple>
#include <utility>

#include "search/ocr_distance.h"
#include "search/tokens.h"
#include "vaughn/base/strings.h"
#include "vaughn/search/query.h"

namespace vaughn::search {
namespace {

using store::Question;
using store::Term;

constexpr std::size_t kMostSpellings = 40;   // of one word
constexpr std::size_t kMostOfPattern = 200;  // words that match one
constexpr std::size_t kMostNears = 60;       // combinations of spellings
constexpr std::size_t kMostPhrases = 60;

constexpr std::size_t kMostCounted = 400;  // candidates whose pages are counted

// The nearest of them that stand somewhere, then the commonest. Counting pages is what takes the time, so the
// farther ones are counted only where there are too few nearer ones.
Variants best_of(const store::Reader& reader, std::vector<Spelling> found, std::string asked,
                 std::size_t most) {
  std::sort(found.begin(), found.end(), [](const Spelling& a, const Spelling& b) {
    return std::tie(a.distance, a.word) < std::tie(b.distance, b.word);
  });
  Variants variants{std::move(asked), {}, false};
  std::size_t counted = 0;
  while (counted < found.size() && counted < kMostCounted && variants.words.size() < most) {
    const std::size_t first = variants.words.size();
    for (const double distance = found[counted].distance;
         counted < found.size() && found[counted].distance == distance && counted < kMostCounted; ++counted) {
      found[counted].pages = reader.pages_with(found[counted].word);
      if (found[counted].pages > 0) variants.words.push_back(std::move(found[counted]));
    }
    std::stable_sort(variants.words.begin() + static_cast<std::ptrdiff_t>(first), variants.words.end(),
                     [](const Spelling& a, const Spelling& b) { return a.pages > b.pages; });
  }
  variants.more = counted < found.size() || variants.words.size() > most;
  variants.words.resize(std::min(most, variants.words.size()));
  return variants;
}

// Greater than any word that begins so.
std::string behind_all(std::string_view beginning) {
  return std::string(beginning) + '\xff';
}

std::string right_behind(std::string_view word) {
  return std::string(word) + '\x01';
}

Variants spellings(const store::Reader& reader, const std::string& word, std::string asked) {
  const double most = tolerance(word);
  OcrDistance distance(word, most);
  std::vector<Spelling> found;
  reader.vocabulary("", [&](std::string_view other) -> std::optional<std::string> {
    if (const double far = distance.to(other); far <= most) found.push_back({std::string(other), 0, far});
    const auto hopeless = distance.hopeless();
    return hopeless ? behind_all(other.substr(0, *hopeless)) : right_behind(other);
  });
  return best_of(reader, std::move(found), std::move(asked), kMostSpellings);
}

Variants matches(const store::Reader& reader, const std::string& pattern, std::string asked) {
  RE2::Options options(RE2::Quiet);
  options.set_case_sensitive(false);
  const RE2 expression(pattern, options);
  std::string first, last;
  if (!expression.PossibleMatchRange(&first, &last, 16)) last = behind_all("");
  std::vector<Spelling> found;
  reader.vocabulary(first, [&](std::string_view word) -> std::optional<std::string> {
    if (word > last) return std::nullopt;
    if (RE2::FullMatch({word.data(), word.size()}, expression)) found.push_back({std::string(word), 0, 0});
    return right_behind(word);
  });
  return best_of(reader, std::move(found), std::move(asked), kMostOfPattern);
}

// ".*" and spaces may be meant to reach over several words; those are for the text.
bool is_of_words(const std::string& pattern) {
  for (const char* over : {" ", "\\s", "\\S", "\\W", "\\b", ".*", ".+", "[^", "^", "$", "\\p", "\\n", "\\x"})
    if (pattern.find(over) != std::string::npos) return false;
  return true;
}

int pages_with(const store::Reader& reader, const std::string& text) {
  store::SearchRequest request;
  request.question = Question::of(Term{text});
  return reader.summarise(request, {}).pages;
}

// Recognition loses spaces between words, and puts some in. Only such variants as stand on a page.
class Spaces {
 public:
  explicit Spaces(const store::Reader& reader) : reader_(reader) {}

  std::vector<Spelling> of(const std::vector<std::string>& words) const {
    return words.size() == 1 ? split(words.front()) : joined(words);
  }

 private:
  std::vector<Spelling> joined(const std::vector<std::string>& words) const {
    const std::string one = join(words, "");
    const int pages = reader_.pages_with(one);
    return pages > 0 ? std::vector<Spelling>{{one, pages, 0}} : std::vector<Spelling>{};
  }

  std::vector<Spelling> split(const std::string& word) const {
    constexpr std::size_t kLeast = 2;  // letters of a part
    std::vector<Spelling> found;
    for (std::size_t at = kLeast; at + kLeast <= word.size(); ++at) {
      if ((static_cast<unsigned char>(word[at]) & 0xC0) == 0x80) continue;  // within a character
      const std::string first = word.substr(0, at), second = word.substr(at);
      if (reader_.pages_with(first) == 0 || reader_.pages_with(second) == 0) continue;
      const std::string both = first + " " + second;
      if (const int pages = pages_with(reader_, both); pages > 0) found.push_back({both, pages, 0});
    }
    return found;
  }

  const store::Reader& reader_;
};

class Expander {
 public:
  Expander(const store::Reader& reader, Stems stems) : reader_(reader), stems_(stems) {}

  Question run(Question question) {
    if (question.kind != Question::Kind::kTest) {
      for (Question& part : question.parts) part = run(std::move(part));
      return question;
    }
    if (auto* term = std::get_if<Term>(&question.test)) {
      std::vector<Question> all;
      for (Term& one : terms(*term)) all.push_back(Question::of(std::move(one)));
      return any(std::move(all));
    }
    if (auto* beside = std::get_if<store::Beside>(&question.test)) {
      std::vector<Question> all;
      for (Term& one : terms(beside->term))
        all.push_back(Question::of(store::Beside{std::move(one), beside->distance, beside->exemption}));
      return any(std::move(all));
    }
    if (auto* near = std::get_if<store::Near>(&question.test)) return nears(*near);
    if (auto* pattern = std::get_if<store::Pattern>(&question.test)) return words(*pattern);
    return question;
  }

  std::vector<Variants> take() { return std::move(variants_); }
  bool left_out() const { return left_out_; }

 private:
  static Question any(std::vector<Question> parts) {
    if (parts.size() == 1) return std::move(parts.front());
    return {Question::Kind::kAny, {}, std::move(parts)};
  }

  // The term as words of the index; itself, exactly, when there are none to take.
  std::vector<Term> terms(const Term& term) {
    Term exact = term;
    exact.fuzzy = false;
    const bool by_stem = stems_ == Stems::kYes && !term.prefix && !term.fuzzy;
    const std::vector<std::string> words = reader_.words_of(term.text);
    if ((!term.fuzzy && !by_stem) || words.empty()) return {exact};
    Variants variants{print(Question::of(term)), {}, false};
    if (words.size() == 1)
      variants = by_stem ? of_stem(words.front(), variants.asked)
                         : spellings(reader_, words.front(), variants.asked);
    else
      variants.words = of_phrase(words, by_stem);
    if (term.fuzzy)
      for (Spelling& other : Spaces(reader_).of(words)) variants.words.push_back(std::move(other));
    std::vector<Term> all;
    for (const Spelling& spelling : variants.words) all.push_back({spelling.word});
    // What stemming leaves as it is needs no word about it.
    const bool is_news =
        !by_stem || all.size() > 1 || (all.size() == 1 && all.front().text != join(words, " "));
    if (is_news) variants_.push_back(std::move(variants));
    return all.empty() ? std::vector<Term>{exact} : all;
  }

  Variants of_stem(const std::string& word, std::string asked) {
    std::vector<Spelling> found;
    for (std::string& other : reader_.words_with_stem_of(word)) {
      const double order = other == word ? 0 : 1;
      found.push_back({std::move(other), 0, order});
    }
    return best_of(reader_, std::move(found), std::move(asked), kMostSpellings);
  }

  // Phrases of the variants of each word, of which those that stand nowhere are left out.
  std::vector<Spelling> of_phrase(const std::vector<std::string>& words, bool by_stem) {
    const auto most = static_cast<std::size_t>(
        std::pow(static_cast<double>(kMostPhrases), 1.0 / static_cast<double>(words.size())));
    std::vector<std::string> phrases{""};
    for (const std::string& word : words) {
      const Variants each = by_stem ? of_stem(word, word) : spellings(reader_, word, word);
      left_out_ |= each.words.size() > most;
      std::vector<std::string> longer;
      for (const std::string& start : phrases)
        for (std::size_t i = 0; i < std::min(std::max<std::size_t>(most, 1), each.words.size()); ++i)
          longer.push_back(start + (start.empty() ? "" : " ") + each.words[i].word);
      phrases = std::move(longer);
    }
    std::vector<Spelling> found;
    for (std::string& phrase : phrases)
      if (const int pages = pages_with(reader_, phrase); pages > 0)
        found.push_back({std::move(phrase), pages, 0});
    return found;
  }

  Question nears(const store::Near& near) {
    std::vector<store::Near> all{{{}, near.distance}};
    for (const Term& term : near.terms) {
      std::vector<store::Near> longer;
      const std::vector<Term> variants = terms(term);
      for (const store::Near& start : all)
        for (const Term& one : variants) {
          left_out_ |= longer.size() == kMostNears;
          if (longer.size() == kMostNears) break;
          longer.push_back(start);
          longer.back().terms.push_back(one);
        }
      all = std::move(longer);
    }
    std::vector<Question> questions;
    for (store::Near& one : all) questions.push_back(Question::of(std::move(one)));
    return any(std::move(questions));
  }

  Question words(const store::Pattern& pattern) {
    if (!is_of_words(pattern.expression)) return Question::of(pattern);
    Variants variants = matches(reader_, pattern.expression, print(Question::of(pattern)));
    std::vector<Question> all;
    for (const Spelling& spelling : variants.words) all.push_back(Question::of(Term{spelling.word}));
    variants_.push_back(std::move(variants));
    return all.empty() ? Question::of(Term{pattern.expression}) : any(std::move(all));
  }

  const store::Reader& reader_;
  Stems stems_;
  std::vector<Variants> variants_;
  bool left_out_ = false;
};

void each_term(Question& question, const std::function<void(Term&)>& visit) {
  for (Question& part : question.parts) each_term(part, visit);
  if (question.kind != Question::Kind::kTest) return;
  if (auto* term = std::get_if<Term>(&question.test)) visit(*term);
  if (auto* beside = std::get_if<store::Beside>(&question.test)) visit(beside->term);
  if (auto* near = std::get_if<store::Near>(&question.test))
    for (Term& term : near->terms) visit(term);
}

}  // namespace

Expansion expand(const Question& question, const store::Reader& reader, Stems stems) {
  Expander expander(reader, stems);
  Question expanded = expander.run(question);
  return {std::move(expanded), expander.take(), expander.left_out()};
}

Question with_fuzzy_words(Question question) {
  each_term(question, [](Term& term) { term.fuzzy = !term.prefix; });
  return question;
}

std::vector<Variants> suggestions(const Question& question, const store::Reader& reader) {
  std::vector<Variants> all;
  Question copy = question;
  each_term(copy, [&](Term& term) {
    const std::vector<std::string> words = reader.words_of(term.text);
    if (words.size() != 1 || term.prefix || term.fuzzy || reader.pages_with(words.front()) > 0) return;
    Variants variants = spellings(reader, words.front(), term.text);
    if (!variants.words.empty()) all.push_back(std::move(variants));
  });
  return all;
}

std::vector<Variants> misreadings(const Question& question, const store::Reader& reader) {
  constexpr double kOneLetter = 1;  // costs less than that are what recognition confuses
  constexpr int kMuchMore = 3;
  std::vector<Variants> all;
  Question copy = question;
  each_term(copy, [&](Term& term) {
    const std::vector<std::string> words = reader.words_of(term.text);
    if (words.size() != 1 || term.prefix || term.fuzzy) return;
    Variants variants = spellings(reader, words.front(), term.text);
    int own = 0, others = 0;
    for (const Spelling& one : variants.words) {
      if (one.distance == 0) own = one.pages;
      if (one.distance > 0 && one.distance < kOneLetter) others += one.pages;
    }
    std::erase_if(variants.words,
                  [&](const Spelling& one) { return one.distance == 0 || one.distance >= kOneLetter; });
    if (own > 0 && others >= kMuchMore * own) all.push_back(std::move(variants));
  });
  return all;
}

}  // namespace vaughn::search
