// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/stated_total.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "vaughn/base/strings.h"
#include "worker/line_picture.h"

namespace vaughn::worker {
namespace {

constexpr Points kStrip = 72;  // "= 1,234" in a typewriter's face

bool is_level(const Box& a, const Box& b) {
  return std::min(a.y1, b.y1) - std::max(a.y0, b.y0) > 0.4 * std::min(a.height(), b.height());
}

bool has_digit(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The last word of "Total Deleted Page(s)", and whether the heading is all there.
std::size_t end_of_heading(const TextLayer& words) {
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    const std::string verb = to_lower_ascii(words[i + 1].text);
    if (to_lower_ascii(words[i].text) == "total" && (verb == "deleted" || verb == "withheld") &&
        to_lower_ascii(words[i + 2].text).starts_with("page"))
      return i + 2;
  }
  return words.size();
}

}  // namespace

std::optional<Box> missing_total(const TextLayer& words) {
  const std::size_t last = end_of_heading(words);
  if (last == words.size()) return std::nullopt;
  const Box& heading = words[last].box;
  const bool known = std::any_of(words.begin(), words.end(), [&](const Word& word) {
    return word.box.x0 > heading.x1 && word.box.x0 < heading.x1 + kStrip && is_level(word.box, heading) &&
           has_digit(word.text);
  });
  if (known) return std::nullopt;
  return Box{heading.x1 + 2, heading.y0 - 1, heading.x1 + kStrip, heading.y1 + 1};
}

void read_missing_total(const Box& strip, const image::Bitmap& page, const image::Scale& scale,
                        ocr::Recogniser& recogniser, TextLayer* words) {
  const std::size_t last = end_of_heading(*words);
  const ocr::BoxText read = recogniser.read_box(line_picture(strip, page, scale), ocr::Alphabet::kAny);
  if (last == words->size() || !has_digit(read.text)) return;
  const Word& heading = (*words)[last];
  TextLayer more;
  // What is left of the heading's bracket is not part of it.
  for (const std::string& part : split(replace_all(read.text, "\n", " "), ' '))
    if (part == "=" || has_digit(part))
      more.push_back({part, strip, read.confidence, heading.line, heading.block, std::nullopt});
  // One behind the other, though where each begins is not known.
  const double width = strip.width() / static_cast<double>(more.size());
  for (std::size_t i = 0; i < more.size(); ++i)
    more[i].box.x0 += width * static_cast<double>(i), more[i].box.x1 = more[i].box.x0 + width;
  std::erase_if(*words, [&](const Word& word) { return covered_share(word.box, strip) > 0.6; });
  const auto at =
      words->begin() + static_cast<std::ptrdiff_t>(std::min(end_of_heading(*words), words->size() - 1));
  words->insert(at + 1, more.begin(), more.end());
}

}  // namespace vaughn::worker
