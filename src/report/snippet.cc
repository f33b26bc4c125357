// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/snippet.h"

#include <algorithm>

#include "vaughn/base/strings.h"
#include "vaughn/base/utf8.h"
#include "vaughn/report/hits.h"

namespace vaughn::report {
namespace {

// Runs of white space as one space: a page's line breaks mean nothing in a snippet.
std::string on_one_line(const std::string& text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  return std::string(trim(line));
}

std::string painted_words(const std::string& line, const Terminal& terminal) {
  std::string result;
  std::string_view rest = line;
  for (;;) {
    const std::size_t open = rest.find(*kSnippetOpen);
    result += printable_line(rest.substr(0, open));
    if (open == std::string_view::npos) return result;
    rest.remove_prefix(open + 1);
    const std::size_t close = std::min(rest.find(*kSnippetClose), rest.size());
    const std::string word = printable_line(rest.substr(0, close));
    result += terminal.color == Color::kOn ? terminal.painted(Paint::kHit, word) : "[" + word + "]";
    rest.remove_prefix(std::min(close + 1, rest.size()));
  }
}

}  // namespace

Snippet read_snippet(const std::string& marked) {
  Snippet snippet;
  std::size_t count = 0, opened = 0;
  for (const char c : on_one_line(marked)) {
    if (c == *kSnippetOpen) {
      opened = count;
    } else if (c == *kSnippetClose) {
      snippet.matches.emplace_back(opened, count);
    } else {
      snippet.text += c;
      if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++count;  // not the inside of a code point
    }
  }
  return snippet;
}

std::string marked_snippet(const std::string& marked, const Terminal& terminal, std::size_t indent) {
  const std::size_t width = std::max<std::size_t>(terminal.width, indent + 20) - indent;
  std::vector<std::string> lines(1);
  // A mark counts one column, which is what a bracket takes; so lines break alike with and without colour.
  for (const std::string& word : split(on_one_line(marked), ' ')) {
    const std::size_t used = display_width(lines.back());
    if (used > 0 && used + 1 + display_width(word) > width)
      lines.push_back(word);
    else
      lines.back() += (used > 0 ? " " : "") + word;
  }
  bool inside = false;
  for (std::string& line : lines) {
    line = (inside ? kSnippetOpen : "") + line;
    // A phrase may go on in the next line; npos + 1 is 0: a line without a mark ends as it began.
    inside = line.rfind(*kSnippetOpen) + 1 > line.rfind(*kSnippetClose) + 1;
    line = std::string(indent, ' ') + painted_words(line, terminal);
  }
  return join(lines, "\n");
}

std::string marked_lines(const std::string& marked, const Terminal& terminal, std::size_t indent) {
  std::vector<std::string> lines;
  for (const std::string& line : split(marked, '\n'))
    lines.push_back(trim(line).empty() ? "" : marked_snippet(line, terminal, indent));
  return join(lines, "\n");
}

std::string without_marks(const std::string& marked) {
  return replace_all(replace_all(marked, kSnippetOpen, ""), kSnippetClose, "");
}

}  // namespace vaughn::report
