// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/markup.h"

#include "vaughn/report/terminal.h"

namespace vaughn::report {

std::string markdown_escaped(std::string_view text) {
  std::string safe;
  for (const char c : printable_line(text)) {
    if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) safe += '\\';
    safe += c;
  }
  return safe;
}

std::string html_escaped(std::string_view text) {
  std::string safe;
  for (const char c : printable_line(text)) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

}  // namespace vaughn::report
