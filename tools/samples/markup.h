// SPDX-License-Identifier: GPL-3.0-or-later
// The notation for withheld passages in the sample texts: "called [[b6,b7C|18]] on Friday". The passage
// itself is never written down, so it cannot end up in a file; what is given is its length and the codes
// printed for it.
#ifndef VAUGHN_SAMPLES_MARKUP_H_
#define VAUGHN_SAMPLES_MARKUP_H_

#include <string>
#include <string_view>
#include <vector>

namespace vaughn::samples {

// U+FFFC OBJECT REPLACEMENT CHARACTER, which Pango lets a shape stand in for.
inline constexpr std::string_view kGapCharacter = "\xEF\xBF\xBC";

struct Passage {
  std::size_t offset = 0;  // of the gap character, in bytes
  int characters = 0;
  std::vector<std::string> codes;  // canonical
};

struct MarkedText {
  std::string text;
  std::vector<Passage> passages;
};

MarkedText parse_markup(std::string_view markup);

// "b7C-1+3" to "(b)(7)(C)-1,3", "3.5(c)" to "EO:3.5(c)"; anything else stays as it is.
std::string canonical_code(std::string_view shorthand);
std::vector<std::string> canonical_codes(std::string_view comma_separated);

}  // namespace vaughn::samples

#endif  // VAUGHN_SAMPLES_MARKUP_H_
