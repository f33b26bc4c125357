// SPDX-License-Identifier: GPL-3.0-or-later
// The snippet of a hit: text with the hit words between kSnippetOpen and kSnippetClose.
#ifndef VAUGHN_REPORT_SNIPPET_H_
#define VAUGHN_REPORT_SNIPPET_H_

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "vaughn/report/terminal.h"

namespace vaughn::report {

struct Snippet {
  std::string text;                                          // on one line, without marks
  std::vector<std::pair<std::size_t, std::size_t>> matches;  // code points, half-open
};

Snippet read_snippet(const std::string& marked);

// Wrapped to the terminal behind indent spaces; hit words painted, or in [brackets] when colours are off.
std::string marked_snippet(const std::string& marked, const Terminal& terminal, std::size_t indent);

// The same of lines, which stay lines.
std::string marked_lines(const std::string& marked, const Terminal& terminal, std::size_t indent);

// What the page says, with its lines.
std::string without_marks(const std::string& marked);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_SNIPPET_H_
