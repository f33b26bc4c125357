// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/report/terminal.h"

#include "vaughn/base/utf8.h"

namespace vaughn::report {
namespace {

std::string_view escape_of(Paint paint) {
  switch (paint) {
    case Paint::kSource:
      return "\x1b[35m";
    case Paint::kPage:
      return "\x1b[32m";
    case Paint::kHit:
      return "\x1b[1;31m";
    case Paint::kHeader:
      return "\x1b[1m";
    case Paint::kWarning:
      return "\x1b[33m";
    case Paint::kGood:
      return "\x1b[32m";
  }
  return "";
}

bool is_harmful(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool turns_direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return control || turns_direction;
}

bool is_space(char32_t c) {
  return c == '\n' || c == '\t';
}

template <class Change>
std::string changed(std::string_view text, Change change) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();)
    append_utf8(change(next_code_point(text, &offset)), &result);
  return result;
}

}  // namespace

std::string Terminal::painted(Paint paint, std::string_view text) const {
  if (color == Color::kOff || text.empty()) return std::string(text);
  return std::string(escape_of(paint)) + std::string(text) + "\x1b[0m";
}

std::string printable(std::string_view text) {
  return changed(text, [](char32_t c) { return is_harmful(c) && !is_space(c) ? U'\uFFFD' : c; });
}

std::string printable_line(std::string_view text) {
  return changed(text, [](char32_t c) { return is_space(c) ? U' ' : is_harmful(c) ? U'\uFFFD' : c; });
}

}  // namespace vaughn::report
