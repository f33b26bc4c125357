// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/search/expansion.h"

#include <re2/re2.h>

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

#include "search/ocr_distance.h"
#include "search/tokens.h"
#include "vaughn/search/query.h"

namespace vaughn::search {
namespace {

using store::Question;
using store::Term;

constexpr std::size_t kMostSpellings = 40;   // of one word
constexpr std::size_t kMostOfPattern = 200;  // words that match one
constexpr std::size_t kMostNears = 60;       // combinations of spellings

constexpr std::size_t kMostCounted = 400;  // candidates whose pages are counted

struct Found {
  double distance;
  Spelling spelling;
};

// The nearest of them that stand somewhere, then the commonest.
Variants best_of(const store::Reader& reader, std::vector<Found> found, std::string asked, std::size_t most) {
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.distance < b.distance; });
  Variants variants{std::move(asked), {}, found.size() > kMostCounted};
  if (variants.more) found.resize(kMostCounted);
  for (Found& one : found) one.spelling.pages = reader.pages_with(one.spelling.word);
  std::erase_if(found, [](const Found& one) { return one.spelling.pages == 0; });
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return std::tuple(a.distance, -a.spelling.pages, a.spelling.word) <
           std::tuple(b.distance, -b.spelling.pages, b.spelling.word);
  });
  variants.more = variants.more || found.size() > most;
  for (std::size_t i = 0; i < std::min(most, found.size()); ++i)
    variants.words.push_back(std::move(found[i].spelling));
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
  std::vector<Found> found;
  reader.vocabulary("", [&](std::string_view other) -> std::optional<std::string> {
    if (const double far = distance.to(other); far <= most) found.push_back({far, {std::string(other)}});
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
  std::vector<Found> found;
  reader.vocabulary(first, [&](std::string_view word) -> std::optional<std::string> {
    if (word > last) return std::nullopt;
    if (RE2::FullMatch({word.data(), word.size()}, expression)) found.push_back({0, {std::string(word)}});
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

class Expander {
 public:
  explicit Expander(const store::Reader& reader) : reader_(reader) {}

  Question run(Question question) {
    if (question.kind != Question::Kind::kTest) {
      for (Question& part : question.parts) part = run(std::move(part));
      return question;
    }
    if (auto* term = std::get_if<Term>(&question.test)) return any(terms(*term));
    if (auto* beside = std::get_if<store::Beside>(&question.test)) {
      std::vector<Question> all;
      for (Question& one : terms(beside->term))
        all.push_back(
            Question::of(store::Beside{std::get<Term>(one.test), beside->distance, beside->exemption}));
      return any(std::move(all));
    }
    if (auto* near = std::get_if<store::Near>(&question.test)) return nears(*near);
    if (auto* pattern = std::get_if<store::Pattern>(&question.test)) return words(*pattern);
    return question;
  }

  std::vector<Variants> take() { return std::move(variants_); }

 private:
  static Question any(std::vector<Question> parts) {
    if (parts.size() == 1) return std::move(parts.front());
    return {Question::Kind::kAny, {}, std::move(parts)};
  }

  std::vector<Question> questions_of(const Variants& variants) {
    std::vector<Question> all;
    for (const Spelling& spelling : variants.words) all.push_back(Question::of(Term{spelling.word}));
    return all;
  }

  std::vector<Question> terms(const Term& term) {
    if (!term.fuzzy) return {Question::of(term)};
    Term exact = term;
    exact.fuzzy = false;
    const std::vector<std::string> words = reader_.words_of(term.text);
    std::vector<Question> all{Question::of(exact)};
    if (words.size() != 1) return all;
    Variants variants = spellings(reader_, words.front(), print(Question::of(term)));
    std::vector<Question> others = questions_of(variants);
    variants_.push_back(std::move(variants));
    return others.empty() ? all : others;
  }

  Question nears(const store::Near& near) {
    std::vector<store::Near> all{{{}, near.distance}};
    for (const Term& term : near.terms) {
      std::vector<store::Near> longer;
      for (const store::Near& start : all)
        for (const Question& one : terms(term)) {
          if (longer.size() == kMostNears) break;
          longer.push_back(start);
          longer.back().terms.push_back(std::get<Term>(one.test));
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
    std::vector<Question> all = questions_of(variants);
    variants_.push_back(std::move(variants));
    return all.empty() ? Question::of(Term{pattern.expression}) : any(std::move(all));
  }

  const store::Reader& reader_;
  std::vector<Variants> variants_;
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

Expansion expand(const Question& question, const store::Reader& reader) {
  Expander expander(reader);
  Question expanded = expander.run(question);
  return {std::move(expanded), expander.take()};
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
    if (words.size() != 1 || term.prefix || reader.pages_with(words.front()) > 0) return;
    Variants variants = spellings(reader, words.front(), term.text);
    if (!variants.words.empty()) all.push_back(std::move(variants));
  });
  return all;
}

}  // namespace vaughn::search
