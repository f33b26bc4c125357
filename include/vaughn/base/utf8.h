// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 at the door: text from files is made valid once, where it comes in, and trusted afterwards.
#ifndef VAUGHN_BASE_UTF8_H_
#define VAUGHN_BASE_UTF8_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace vaughn {

bool is_valid_utf8(std::string_view text);

// Replaces every ill-formed sequence by U+FFFD and drops NUL and other C0 control characters except tab and
// newline.
std::string make_valid_utf8(std::string_view text);

// Decodes the code point that begins at *offset and moves *offset behind it; U+FFFD for an ill-formed byte
// (one byte is consumed). Precondition: *offset < text.size().
char32_t next_code_point(std::string_view text, std::size_t* offset);

void append_utf8(char32_t code_point, std::string* text);

// Number of code points.
std::size_t count_code_points(std::string_view text);

// Columns a terminal uses for the text: wide East Asian characters count two, combining marks none.
std::size_t display_width(std::string_view text);

// At most columns wide, with "…" where something was cut.
std::string fit_to_width(std::string_view text, std::size_t columns);

}  // namespace vaughn

#endif  // VAUGHN_BASE_UTF8_H_
