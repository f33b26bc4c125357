// SPDX-License-Identifier: GPL-3.0-or-later
// Small things on strings that the standard library lacks.
#ifndef VAUGHN_BASE_STRINGS_H_
#define VAUGHN_BASE_STRINGS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vaughn {

// White space in the ASCII sense.
std::string_view trim(std::string_view text);
std::string to_lower_ascii(std::string_view text);
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string replace_all(std::string text, std::string_view from, std::string_view to);

// Damerau-Levenshtein distance in bytes (insert, delete, replace, swap of neighbours cost 1).
std::size_t edit_distance(std::string_view a, std::string_view b);

// The candidate nearest to a mistyped word, or nothing when none is near enough to be meant.
std::optional<std::string> did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

// "1,234,567".
std::string with_thousands(long long value);

// Quoted as a JSON string, for messages and logs that do not want a JSON library.
std::string json_quote(std::string_view text);
std::string json_quote(const std::vector<std::string>& list);  // ["a", "b"]

}  // namespace vaughn

#endif  // VAUGHN_BASE_STRINGS_H_
