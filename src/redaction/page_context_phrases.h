// SPDX-License-Identifier: GPL-3.0-or-later
// Finds phrases in recognised text although letters are misread, words split and lines broken.
#ifndef VAUGHN_REDACTION_PAGE_CONTEXT_PHRASES_H_
#define VAUGHN_REDACTION_PAGE_CONTEXT_PHRASES_H_

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace vaughn::redaction {

// The letters and digits of a text alone, lower-case, those that recognition confuses as one.
class Squeezed {
 public:
  explicit Squeezed(std::string_view text);

  // A phrase of at most 64 letters and digits occurs, with at most one error in seven characters.
  bool has(std::string_view phrase) const;
  bool has_any(std::initializer_list<std::string_view> phrases) const;
  int count_of(std::initializer_list<std::string_view> phrases) const;

  std::size_t size() const { return text_.size(); }

 private:
  std::string text_;
};

// Fewest insertions, deletions and replacements that turn pattern into some part of text (Myers 1999, as
// Hyyrö 2003 puts it). Precondition: 1 to 64 characters of pattern.
int fewest_errors(std::string_view text, std::string_view pattern);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_PAGE_CONTEXT_PHRASES_H_
