// SPDX-License-Identifier: GPL-3.0-or-later
// A page's text as one string: words in reading order, with a marker where something was withheld.
#ifndef VAUGHN_MODEL_PAGE_TEXT_H_
#define VAUGHN_MODEL_PAGE_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "vaughn/model/redaction.h"
#include "vaughn/model/text.h"

namespace vaughn {

// What stands next to a redaction: up to kContextWords words and markers on each side, in reading order.
struct Context {
  std::string before, after;
  bool operator==(const Context&) const = default;
};
inline constexpr std::size_t kContextWords = 6;

struct PageText {
  std::string text;
  TextLayer words;                // those given, each with its offset in text
  std::vector<Context> contexts;  // one for each redaction given, in their order
};

// Words joined by spaces, lines by newlines, blocks by an empty line. A redaction stands in the line it
// covers, at its place, as "⟦(b)(6), (b)(7)(C) ~14⟧" (codes joined, estimated characters; "⟦~14⟧" without a
// code, "?" behind an uncertain code); one that covers several lines stands on a line of its own. So a phrase
// never welds together what stood on both sides of a box. A redaction of the whole page has no marker and an
// empty context.
PageText compose_page_text(TextLayer words, const std::vector<Redaction>& redactions);

// The lines of a text whose words would not be found as they are printed, with the words whole and in plain
// letters: what has to be found besides the text itself. "the docu-\nments show" is "the documents show", and
// "ﬁnal" final; lines are separated by newlines, empty without any. Between lines that do not follow one
// another stands a line of kBarrier, which is a word to the index that nobody looks for. A hyphen at the end
// of a line that stands between a letter and a small letter is taken for a break: whether it is the word's
// own ("well-\nknown") nobody can tell, so the text stays as printed.
std::string unbroken_lines(std::string_view text);

inline constexpr std::string_view kLineEndHyphens[] = {"-", "\u00AD", "\u2010"};
inline constexpr const char* kBarrier = "\uE000";

// What stands between the barriers.
std::vector<std::string> between_barriers(std::string_view unbroken);

// Ligatures (ﬁ, ﬄ) as their letters, without soft hyphens but one at the end.
std::string in_plain_letters(std::string_view line);

std::string redaction_marker(const Redaction& redaction);

inline constexpr const char* kMarkerOpen = "⟦";
inline constexpr const char* kMarkerClose = "⟧";

}  // namespace vaughn

#endif  // VAUGHN_MODEL_PAGE_TEXT_H_
