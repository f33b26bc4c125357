// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/wrap.h"

#include "vaughn/base/strings.h"
#include "vaughn/base/utf8.h"

namespace vaughn::cli {

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  for (const std::string& word : split(text, ' ')) {
    if (word.empty()) continue;
    std::string& line = lines.back();
    if (line.empty())
      line = word;
    else if (display_width(line) + 1 + display_width(word) <= width)
      line += ' ' + word;
    else
      lines.push_back(word);
  }
  return lines;
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
  std::string block;
  for (const std::string& line : wrap(text, width - indent)) block += std::string(indent, ' ') + line + '\n';
  return block;
}

}  // namespace vaughn::cli
