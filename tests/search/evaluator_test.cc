// SPDX-License-Identifier: GPL-3.0-or-later
// Random questions: printing and reading them again changes nothing, and the pages that SQL and FTS5 find are
// those that a slow and obvious evaluator finds.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <random>
#include <set>

#include "support/temporary_folder.h"
#include "vaughn/search/query.h"
#include "vaughn/store/reader.h"
#include "vaughn/store/writer.h"

namespace vaughn::search {
namespace {

using store::Question;
using Kind = store::Question::Kind;

const std::vector<std::string>& vocabulary() {
  static const std::vector<std::string> words{"trial", "account", "nimbus", "b", "6", "14", "memo", "the"};
  return words;
}

// A page of words and redactions; what a redaction stands for is its code.
struct Page {
  std::vector<std::string> pieces;  // words, and "⟦(b)(6) ~14⟧"
  std::set<std::string> codes;
  std::string text_source;
  std::optional<double> withheld;

  static bool is_marker(const std::string& piece) { return piece.starts_with("⟦"); }
};

class RandomQuestions : public ::testing::Test {
 protected:
  int below(int most) { return static_cast<int>(random_() % static_cast<unsigned>(most)); }
  const std::string& word() { return vocabulary()[static_cast<std::size_t>(below(8))]; }

  store::Term term() {
    store::Term term{word()};
    if (below(4) == 0) term.text += " " + word();
    if (below(5) == 0) {
      term.prefix = true;
      term.text.resize(std::max<std::size_t>(1, term.text.size() - 1));
      while (term.text.ends_with(' ')) term.text.pop_back();
    }
    return term;
  }

  store::PageTest test() {
    switch (below(9)) {
      case 0:
        return store::Near{{term(), term()}, below(4)};
      case 1:
        return store::Beside{term(), below(3), below(2) == 0 ? "" : "b6"};
      case 2:
        return store::HasExemption{below(2) == 0 ? "b6" : "b5", true};
      case 3:
        return store::HasFact{below(2) == 0 ? store::Fact::kRedacted : store::Fact::kLeak};
      case 4:
        return below(2) == 0 ? store::PageTest(store::TextSourceIs{"scan"})
                             : store::PageTest(store::NumberIs{store::NumberOf::kWithheld, {0.5, {}, true}});
      case 5:
        return store::NumberIs{store::NumberOf::kPage, {double(1 + below(20)), double(20 + below(20))}};
      default:
        return term();
    }
  }

  Question question(int depth) {
    if (depth == 0 || below(3) == 0) return Question::of(test());
    if (below(4) == 0) {
      Question inner = question(depth - 1);
      return inner.kind == Kind::kNot ? inner : Question{Kind::kNot, {}, {inner}};
    }
    const Kind kind = below(2) == 0 ? Kind::kAll : Kind::kAny;
    Question list{kind, {}, {}};
    while (list.parts.size() < 2) {
      Question part = question(depth - 1);
      if (part.kind == kind)
        list.parts.insert(list.parts.end(), part.parts.begin(), part.parts.end());
      else
        list.parts.push_back(std::move(part));
    }
    return list;
  }

  std::mt19937 random_{20331};
};

TEST_F(RandomQuestions, AreReadAsTheyArePrinted) {
  for (int i = 0; i < 5'000; ++i) {
    const Question asked = question(4);
    const ParsedQuery parsed = parse_query(print(asked));
    if (print(asked).size() > 3'900) continue;
    ASSERT_TRUE(parsed.question) << print(asked);
    ASSERT_EQ(*parsed.question, asked) << print(asked) << "\n" << print(*parsed.question);
    ASSERT_FALSE(parsed.departs) << print(asked) << ": " << parsed.notes.front();
  }
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// The slow way.
class Evaluator {
 public:
  Evaluator(const Page& page, int number) : page_(page), number_(number) {
    for (const std::string& piece : page.pieces) {
      const bool marker = Page::is_marker(piece);
      if (marker) markers_.push_back({tokens_.size(), 0, piece});
      for (const std::string& word : words_of(piece)) tokens_.push_back({word, marker});
      if (marker) markers_.back().end = tokens_.size();
    }
  }

  bool holds(const Question& question) const {
    switch (question.kind) {
      case Kind::kNot:
        return !holds(question.parts.front());
      case Kind::kAll:
        return std::ranges::all_of(question.parts, [&](const Question& part) { return holds(part); });
      case Kind::kAny:
        return std::ranges::any_of(question.parts, [&](const Question& part) { return holds(part); });
      case Kind::kTest:
        break;
    }
    return std::visit([&](const auto& test) { return (*this)(test); }, question.test);
  }

  bool operator()(const store::Term& term) const { return !places(term).empty(); }
  bool operator()(const store::Near& near) const {
    // As FTS5 has it: by the first of the clump, whichever of the terms that is.
    for (const auto& [begin, end] : all_places(near))
      if (std::ranges::all_of(near.terms, [&](const store::Term& term) {
            return std::ranges::any_of(places(term), [&](const auto& place) {
              return place.first >= begin && place.first <= end + static_cast<std::size_t>(near.distance);
            });
          }))
        return true;
    return false;
  }
  bool operator()(const store::Beside& beside) const {
    for (const auto& [begin, end] : places(beside.term))
      for (const Marker& marker : markers_) {
        if (!beside.exemption.empty() && marker.text.find("(b)(6)") == std::string::npos) continue;
        int between = 0;
        for (std::size_t i = 0; i < tokens_.size(); ++i)
          between +=
              !tokens_[i].in_marker && ((i >= end && i < marker.begin) || (i >= marker.end && i < begin));
        if (between <= beside.distance) return true;
      }
    return false;
  }
  bool operator()(const store::HasExemption& test) const {
    return page_.codes.contains(test.code == "b6" ? "(b)(6)" : "(b)(5)");
  }
  bool operator()(const store::HasFact& test) const {
    return test.fact == store::Fact::kRedacted && !markers_.empty();
  }
  bool operator()(const store::TextSourceIs& test) const { return page_.text_source == test.name; }
  bool operator()(const store::NumberIs& test) const {
    if (test.of == store::NumberOf::kWithheld) return page_.withheld && *page_.withheld > *test.range.low;
    return number_ >= *test.range.low && number_ <= *test.range.high;
  }
  template <class Other>
  bool operator()(const Other&) const {
    return false;
  }

 private:
  struct Token {
    std::string text;
    bool in_marker;
  };
  struct Marker {
    std::size_t begin, end;
    std::string text;
  };
  using Place = std::pair<std::size_t, std::size_t>;

  std::vector<Place> places(const store::Term& term) const {
    const std::vector<std::string> wanted = words_of(term.text);
    std::vector<Place> found;
    for (std::size_t at = 0; at + wanted.size() <= tokens_.size(); ++at) {
      bool all = !wanted.empty();
      for (std::size_t i = 0; i < wanted.size(); ++i) {
        const Token& token = tokens_[at + i];
        const bool begins = term.prefix && i + 1 == wanted.size();
        all =
            all && !token.in_marker && (begins ? token.text.starts_with(wanted[i]) : token.text == wanted[i]);
      }
      if (all) found.emplace_back(at, at + wanted.size());
    }
    return found;
  }
  std::vector<Place> all_places(const store::Near& near) const {
    std::vector<Place> all;
    for (const store::Term& term : near.terms)
      for (const Place& place : places(term)) all.push_back(place);
    return all;
  }

  const Page& page_;
  int number_;
  std::vector<Token> tokens_;
  std::vector<Marker> markers_;
};

class Answers : public RandomQuestions {
 protected:
  Answers() {
    for (int i = 0; i < 60; ++i) pages_.push_back(page());
    store_pages();
    reader_ = store::Reader::open(folder_.path() / "release.db");
  }

  Page page() {
    Page page;
    for (int words = 1 + below(14); words > 0; --words) page.pieces.push_back(word());
    for (int markers = below(3); markers > 0; --markers) {
      const std::string code = below(2) == 0 ? "(b)(6)" : "(b)(5)";
      page.codes.insert(code);
      page.pieces.insert(page.pieces.begin() + below(static_cast<int>(page.pieces.size()) + 1),
                         "⟦" + code + " ~14⟧");
    }
    page.text_source = below(2) == 0 ? "scan" : "born-digital";
    if (below(3) > 0) page.withheld = below(10) / 10.0;
    return page;
  }

  void store_pages() const {
    const auto writer = store::Writer::open(folder_.path() / "release.db");
    const store::RunId run = writer->begin_run("0.1.0", "{}");
    const store::ReleaseId release = writer->put_release({"r", "", "", ""});
    const store::SourceId id =
        writer->put_source(release, run, {"in/first.pdf", std::string(64, 'a'), 1, SourceFormat::kPdf}).id;
    writer->put_description(id, {static_cast<int>(pages_.size()), {}});
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      PageReading reading;
      reading.page = PageIndex(static_cast<int>(i));
      reading.text_source = pages_[i].text_source == "scan" ? TextSource::kScan : TextSource::kBornDigital;
      reading.text_withheld_share = pages_[i].withheld;
      for (const std::string& piece : pages_[i].pieces) {
        reading.text += piece + " ";
        if (!Page::is_marker(piece)) continue;
        Redaction redaction{{0, 0, 9, 9}, CoverKind::kSolid, 1, 0.1, 0.1, {}, {}};
        ExemptionCode code;
        code.code = code.raw = piece.substr(3, 6);
        redaction.codes = {code};
        reading.redactions.push_back(redaction);
      }
      writer->put_page(id, run, {}, reading);
    }
    writer->commit();
  }

  std::vector<int> answered(const Question& question) const {
    store::SearchRequest request;
    request.question = question;
    request.limit = 0;
    std::vector<int> numbers;
    for (const store::HitRow& hit : reader_->search(request)) numbers.push_back(hit.page);
    std::ranges::sort(numbers);
    return numbers;
  }
  std::vector<int> evaluated(const Question& question) const {
    std::vector<int> numbers;
    for (std::size_t i = 0; i < pages_.size(); ++i)
      if (Evaluator(pages_[i], static_cast<int>(i) + 1).holds(question))
        numbers.push_back(static_cast<int>(i) + 1);
    return numbers;
  }

  TemporaryFolder folder_;
  std::vector<Page> pages_;
  std::unique_ptr<store::Reader> reader_;
};

TEST_F(Answers, AreThoseOfAnObviousEvaluator) {
  int found = 0;
  for (int i = 0; i < 3'000; ++i) {
    const Question asked = question(3);
    const std::vector<int> expected = evaluated(asked);
    ASSERT_EQ(answered(asked), expected) << print(asked);
    found += expected.empty() ? 0 : 1;
  }
  EXPECT_GT(found, 1'000) << "questions that find nothing test little";
}

}  // namespace
}  // namespace vaughn::search
