// SPDX-License-Identifier: GPL-3.0-or-later
// What a printer has to know about the place where a person reads its output.
#ifndef VAUGHN_REPORT_TERMINAL_H_
#define VAUGHN_REPORT_TERMINAL_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace vaughn::report {

enum class Color { kOff, kOn };

enum class Paint { kSource, kPage, kHit, kHeader, kWarning, kGood };

struct Terminal {
  std::size_t width = 80;
  Color color = Color::kOff;

  // The text in its colour, or as it is when colours are off.
  std::string painted(Paint paint, std::string_view text) const;
};

// Text of strangers' files, made harmless for a terminal: control characters (escape sequences could retitle
// the window or hide a line) and the marks that reverse the direction of text become U+FFFD. Newlines and
// tabs stay.
std::string printable(std::string_view text);

// The same on one line: newlines and tabs become spaces as well.
std::string printable_line(std::string_view text);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_TERMINAL_H_
