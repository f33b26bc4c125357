// SPDX-License-Identifier: GPL-3.0-or-later
// What may follow a code and belongs to it: privileges after (b)(5), statutes after (b)(3), category numbers.
#ifndef VAUGHN_REDACTION_CODE_SUFFIX_H_
#define VAUGHN_REDACTION_CODE_SUFFIX_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vaughn::redaction {

struct Suffix {
  std::string canonical;  // "-DPP/ACP", ":50 USC 3024(i)", "-1,2"
  std::size_t end = 0;    // where it ends in the text
  bool certain = true;
};

enum class Notation { kParenthesised, kBare };

// Each looks at text from at, the end of the code.
std::optional<Suffix> privileges_at(std::string_view text, std::size_t at);
std::optional<Suffix> statute_at(std::string_view text, std::size_t at);
// The FBI's coded categories, explained in a declaration's table: "-1,2", "- 1, 2", "-2,-4".
std::optional<Suffix> categories_at(std::string_view text, std::size_t at, Notation notation);

// The suffix of exemption 5 or 3, or none; then categories.
Suffix suffix_at(std::string_view text, std::size_t at, char exemption, Notation notation);

// Nothing, white space or punctuation that ends a code stands at this place.
bool is_code_end(std::string_view text, std::size_t at);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_CODE_SUFFIX_H_
