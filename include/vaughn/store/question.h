// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of the pages of a database, as a tree. search makes it from what a person types; the store
// answers it.
#ifndef VAUGHN_STORE_QUESTION_H_
#define VAUGHN_STORE_QUESTION_H_

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace vaughn::store {

// A word, or words that follow one another. Letter case and accents do not matter.
struct Term {
  std::string text;     // with signs, as typed: "AT&T"; the index knows its words
  bool prefix = false;  // its last word is a beginning
  bool fuzzy = false;   // or a word spelt about so; search replaces it by the spellings there are

  bool operator==(const Term&) const = default;
};

// All of them, in any order, with at most so many words between the first and the last.
struct Near {
  std::vector<Term> terms;  // two or more
  int distance = 10;

  bool operator==(const Near&) const = default;
};

// A term with a redaction at most so many words away, before or behind it.
struct Beside {
  Term term;
  int distance = 0;  // words between: 0 is next to it
  std::string
      exemption;  // a ground of that redaction, by its parts as in HasExemption; empty: whatever it has

  bool operator==(const Beside&) const = default;
};

// A regular expression (RE2's) that stands somewhere in the page's text. Letter case does not matter.
struct Pattern {
  std::string expression;

  bool operator==(const Pattern&) const = default;
};

// A ground that is printed on the page and explains something withheld there, by its parts: b7 finds
// (b)(7)(C).
struct HasExemption {
  std::string code;
  bool uncertain_too = false;  // as well where reading it needed repair

  bool operator==(const HasExemption&) const = default;
};

// A number between two others, where those are given.
struct Range {
  std::optional<double> low{}, high{};
  bool without_low = false, without_high = false;  // the limits themselves do not count

  bool operator==(const Range&) const = default;
};

enum class NumberOf { kPage, kConfidence, kWithheld };

// The page's number from 1; its mean OCR confidence, 0 to 1; the share of its text that is withheld, 0 to 1.
// What is not known is in no range.
struct NumberIs {
  NumberOf of = NumberOf::kPage;
  Range range;

  bool operator==(const NumberIs&) const = default;
};

enum class NameOf { kSource, kRelease, kAgency, kRequest };

// A part of one of the source's paths, of its release's name, agency or request number; ASCII case aside.
struct NameHas {
  NameOf of = NameOf::kSource;
  std::string part;

  bool operator==(const NameHas&) const = default;
};

struct TextSourceIs {
  std::string name;  // to_string(TextSource)

  bool operator==(const TextSourceIs&) const = default;
};

// A Bates number, or one of a series from one to another; ASCII case aside.
struct BatesIs {
  std::string first, last;  // the same for one

  bool operator==(const BatesIs&) const = default;
};

enum class Fact {
  kRedacted,        // something is withheld on the page
  kWithheldInFull,  // all of it is
  kUnlabelled,      // something is withheld without a ground
  kLeak,            // what was withheld can still be had from the file
};

struct HasFact {
  Fact fact = Fact::kRedacted;

  bool operator==(const HasFact&) const = default;
};

// A part of what is known of the record or message that a page belongs to; ASCII case aside.
struct RecordHas {
  enum class Of {
    kType,  // of the record, whole: "email"
    kFrom,  // who takes part: names, addresses and domains that can be read
    kTo,
    kCc,
    kDomain,    // of anyone who takes part: "x.example", and what ends in ".x.example"
    kSubject,   // of a message
    kContract,  // number of a contract
  };
  Of of = Of::kType;
  std::string part;

  bool operator==(const RecordHas&) const = default;
};

// The record's date, as far as the limits say it: "2030" is all of that year. Empty limits are none.
struct RecordDate {
  std::string low, high;

  bool operator==(const RecordDate&) const = default;
};

// An amount of money stated on the page, in dollars.
struct AmountIs {
  Range range;

  bool operator==(const AmountIs&) const = default;
};

using PageTest = std::variant<Term, Near, Beside, Pattern, HasExemption, NumberIs, NameHas, TextSourceIs,
                              BatesIs, HasFact, RecordHas, RecordDate, AmountIs>;

struct Question {
  enum class Kind { kTest, kAll, kAny, kNot };
  Kind kind = Kind::kTest;
  PageTest test{};                // of kTest
  std::vector<Question> parts{};  // of kAll and kAny two or more, of kNot one

  static Question of(PageTest test) { return {Kind::kTest, std::move(test), {}}; }
  bool operator==(const Question&) const = default;
};

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_QUESTION_H_
