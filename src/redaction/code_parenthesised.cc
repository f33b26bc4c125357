// SPDX-License-Identifier: GPL-3.0-or-later
// Codes in brackets, "(b)(7)(C)", and what recognition makes of them: ")(" is read as X, H, M, a lone bracket
// …, "b" as h, 6 or O, "5" as S. The pattern is wide, the rules behind it say which of its catches are codes.
#include <cctype>

#include "redaction/code_candidate.h"
#include "redaction/code_pattern.h"
#include "redaction/code_repair.h"
#include "redaction/code_suffix.h"
#include "vaughn/base/strings.h"

namespace vaughn::redaction {
namespace {

const Pattern& code_shape() {
  static const Pattern kShape(
      R"(([(\[{<]\s?)?)"           // 1 opening bracket
      R"((lb|[bBhkKjJdDo0O6&8]))"  // 2 letter
      R"((\s{0,2}[)\]}>]\s{0,2}\\?[(\[{<]\s?|\\[()]?|[XxHKMNYU][(\[{<]?|[yv]\(|\s?[(\[{<]\s?|\s?[)\]}>]\s?))"  // 3 joint
      R"(([1-9SsGlITZ]))"                                     // 4 digit
      R"((\s?[)\]}>])?)"                                      // 5 closing bracket
      R"((?:(\s{0,2}\\?[(\[{<]\s?|\s?[XxHKMN]\s?[(\[{<]?|))"  // 6 joint before the sub-letter
      R"(([A-FPa-f0OoG¢£])(\s?[)\]}>])?)?)");                 // 7 sub-letter, 8 its closing bracket
  return kShape;
}

struct Shape {
  explicit Shape(const Match& match)
      : open(match.group[1]),
        letter(match.group[2]),
        joint(match.group[3]),
        digit(match.group[4]),
        close(match.group[5]),
        sub_joint(trim(match.group[6])),
        sub(match.group[7]),
        sub_close(match.group[8]) {}

  bool opened() const { return !open.empty(); }
  bool closed() const { return !close.empty(); }
  // ")(", with the spaces that agencies put in.
  bool proper_joint() const {
    static const Pattern kProper(R"(^\s{0,2}\)\s{0,2}\(\s?$)");
    return kProper.found_in(joint);
  }
  bool is_digit() const { return std::isdigit(static_cast<unsigned char>(digit[0])); }

  std::string_view open, letter, joint, digit, close, sub_joint, sub, sub_close;
};

enum class Reading { kNone, kRepaired, kCertain };

// Whether something that is no "b" may stand for one: only in recognised text, in full brackets, and not
// before two misread characters in a row.
bool may_be_misread_b(const Shape& shape, const CodeContext& context) {
  return context.origin == TextOrigin::kRecognised && shape.opened() && shape.closed() &&
         !trim(shape.joint).empty() && (shape.proper_joint() || shape.is_digit());
}

Reading judge_improper_joint(const Shape& shape) {
  const std::string_view joint = trim(shape.joint);
  if (joint == ")" && !(shape.opened() && shape.closed())) return Reading::kNone;
  if (!shape.opened()) {
    const bool bracket = joint.starts_with("(");
    const bool misread = joint.size() == 1 && std::string_view("XxHK").find(joint) != std::string_view::npos;
    if (!(bracket || misread) || !shape.closed() || !shape.is_digit()) return Reading::kNone;
    // "b(6)" is how the presidential libraries print it; "B (6)" is anything.
    if (bracket && shape.joint.starts_with(" ")) return Reading::kNone;
    return joint == "(" ? Reading::kCertain : Reading::kRepaired;
  }
  if (!shape.closed() && (shape.sub.empty() || shape.sub_close.empty())) return Reading::kNone;
  return Reading::kRepaired;
}

Reading judge_joint(const Shape& shape) {
  if (!shape.proper_joint()) return judge_improper_joint(shape);
  if (!shape.opened()) return Reading::kRepaired;
  if (shape.closed()) return Reading::kCertain;
  // "(b)(7C)"
  return !shape.sub.empty() && shape.digit == "7" ? Reading::kRepaired : Reading::kNone;
}

bool odd_brackets(const Shape& shape) {
  return (shape.opened() && shape.open[0] != '(') || (shape.closed() && trim(shape.close) != ")");
}

Reading judge(const Shape& shape, const CodeContext& context) {
  const bool is_b = shape.letter == "b" || shape.letter == "B";
  if (!is_b && !may_be_misread_b(shape, context)) return Reading::kNone;
  const Reading reading = judge_joint(shape);
  if (reading == Reading::kNone) return reading;
  return is_b && !odd_brackets(shape) ? reading : Reading::kRepaired;
}

struct SubLetter {
  char letter;
  std::size_t end;
  bool certain;
};

// "(b)(7)(b)(6)": the second "b" begins a code.
bool begins_next_code(const Shape& shape, std::string_view text, std::size_t end) {
  static const Pattern kDigitInBrackets(R"(\s?\(\s?[1-9]\s?\))");
  return (shape.sub == "b" || shape.sub == "B") && kDigitInBrackets.match_at(text, end);
}

// Behind a 7 only, and only when the character does not begin a word.
std::optional<SubLetter> read_sub_letter(const Shape& shape, std::string_view text) {
  if (shape.sub.empty()) return std::nullopt;
  const auto letter = sub_letter(shape.sub);
  if (!letter) return std::nullopt;
  const std::size_t end = span_of(shape.sub, text).end;
  const bool word_goes_on = end < text.size() && std::isalpha(static_cast<unsigned char>(text[end]));
  if (shape.sub_joint.empty() && word_goes_on) return std::nullopt;
  const bool bracketed = shape.sub_joint.empty() || (shape.sub_joint[0] == '(' && !shape.sub_close.empty());
  const std::size_t whole = shape.sub_close.empty() ? end : span_of(shape.sub_close, text).end;
  if (begins_next_code(shape, text, whole)) return std::nullopt;
  return SubLetter{letter->character, whole, letter->as_read && bracketed};
}

bool breaks_line(std::string_view text) {
  return text.find('\n') != std::string_view::npos;
}

std::size_t end_of_digit(const Shape& shape, std::string_view text) {
  return span_of(shape.closed() ? shape.close : shape.digit, text).end;
}

std::optional<CodeCandidate> read_foia(const Match& match, std::string_view text,
                                       const CodeContext& context) {
  const Shape shape(match);
  const Reading reading = judge(shape, context);
  const auto digit = exemption_digit(shape.digit, context);
  if (reading == Reading::kNone || !digit) return std::nullopt;
  // In running text a bracket that begins the next line may as well begin a list item: "(b)(7) / (a) He
  // said".
  const bool body = context.place == CodePlace::kBody;
  if (body && breaks_line(shape.joint)) return std::nullopt;
  const bool sub_on_next_line = body && !shape.sub.empty() && breaks_line(match.group[6]);
  CodeCandidate candidate;
  candidate.reach = Reach::kRunningText;
  candidate.code = std::string("(b)(") + digit->character + ")";
  candidate.certain = reading == Reading::kCertain && digit->as_read;
  std::size_t end = end_of_digit(shape, text);
  if (digit->character == '7' && sub_on_next_line) {
    candidate.certain = false;
  } else if (digit->character == '7') {
    if (const auto sub = read_sub_letter(shape, text)) {
      candidate.code += std::string("(") + sub->letter + ")";
      candidate.certain = candidate.certain && sub->certain;
      end = sub->end;
    }
  }
  // "(6)(1)" is a list; "(6)(7)(C)" is a misread code.
  const bool all_digits = shape.letter == "6" || shape.letter == "8" || shape.letter == "0";
  if (all_digits && candidate.code.size() < std::string_view("(b)(7)(C)").size())
    candidate.reach = Reach::kOwnLine;
  const Suffix suffix = suffix_at(text, end, digit->character, Notation::kParenthesised);
  candidate.code += suffix.canonical;
  candidate.certain = candidate.certain && suffix.certain;
  candidate.span = {match.span.begin, suffix.end};
  return candidate;
}

bool is_privacy_act_item(char letter, char digit) {
  return (letter == 'j' && digit <= '2') || (letter == 'k' && digit <= '7') ||
         (letter == 'd' && digit == '5');
}

// No misreadings here: "(d)(5)" and "(k)(2)" are rare as codes and common as list items.
std::optional<CodeCandidate> read_privacy_act(const Match& match, std::string_view text,
                                              const CodeContext& context) {
  const Shape shape(match);
  if (!shape.proper_joint() || !shape.opened() || !shape.closed() || !shape.is_digit() || odd_brackets(shape))
    return std::nullopt;
  const char letter = to_lower_ascii(shape.letter)[0];
  if (!is_privacy_act_item(letter, shape.digit[0])) return std::nullopt;
  CodeCandidate candidate;
  candidate.span = {match.span.begin, end_of_digit(shape, text)};
  candidate.code = std::string("PA(") + letter + ")(" + shape.digit[0] + ")";
  candidate.reach = context.request == RequestKind::kFirstPerson ? Reach::kRunningText : Reach::kOwnText;
  return candidate;
}

bool is_privacy_act_letter(std::string_view letter) {
  return letter.size() == 1 && std::string_view("kKjJdD").find(letter) != std::string_view::npos;
}

}  // namespace

Candidates read_merged(std::string_view text) {
  static const Pattern kMerged(
      R"((?i)(?:withheld|denied|deleted)[^.\n]{0,30}\sexemptions?\s*:?\s*([(\[{]?\s?W\s?([1-9S])\s?[)\]}]))");
  Candidates candidates;
  for (auto match = kMerged.find(text); match; match = kMerged.find(text, match->span.end)) {
    const char digit = match->group[2] == "S" || match->group[2] == "s" ? '5' : match->group[2][0];
    candidates.push_back(
        {span_of(match->group[1], text), std::string("(b)(") + digit + ")", false, Reach::kRunningText});
  }
  return candidates;
}

Candidates read_parenthesised(std::string_view text, const CodeContext& context) {
  Candidates candidates;
  auto match = code_shape().find(text);
  while (match) {
    const Shape shape(*match);
    auto candidate = is_privacy_act_letter(shape.letter) ? read_privacy_act(*match, text, context)
                                                         : read_foia(*match, text, context);
    // Not from the end of the match: "(b)(6)(b)(7)(C)" matches up to the second "(b)", as if that were a
    // sub-letter.
    const std::size_t next = candidate ? candidate->span.end : end_of_digit(shape, text);
    if (candidate) candidates.push_back(std::move(*candidate));
    match = code_shape().find(text, next);
  }
  return candidates;
}

}  // namespace vaughn::redaction
