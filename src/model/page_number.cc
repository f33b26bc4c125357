// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/model/page_number.h"

#include <charconv>
#include <limits>

#include "vaughn/base/strings.h"

namespace vaughn {
namespace {

constexpr int kToTheEnd = std::numeric_limits<int>::max();

std::optional<int> read_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 1) return std::nullopt;
  return value;
}

}  // namespace

Result<PageChoice> PageChoice::parse(std::string_view text) {
  PageChoice choice;
  for (const std::string& part : split(text, ',')) {
    const std::string_view range = trim(part);
    const std::size_t dash = range.find('-');
    const auto first = read_number(trim(range.substr(0, dash)));
    auto last = first;
    if (dash != std::string_view::npos) {
      const std::string_view end = trim(range.substr(dash + 1));
      last = end.empty() ? std::optional<int>(kToTheEnd) : read_number(end);
    }
    if (!first || !last || *last < *first)
      return Problem{ProblemKind::kDamaged,
                     "\"" + std::string(range) + "\" is not a page or a range of pages",
                     "Pages count from 1 and look like 1-3,7 or 12-."};
    choice.ranges_.push_back({*first, *last});
  }
  return choice;
}

bool PageChoice::contains(PageNumber page) const {
  for (const Range& range : ranges_)
    if (page.value() >= range.first && page.value() <= range.last) return true;
  return ranges_.empty();
}

std::vector<PageIndex> PageChoice::of(int page_count) const {
  std::vector<PageIndex> pages;
  for (int i = 0; i < page_count; ++i)
    if (contains(PageIndex(i).number())) pages.push_back(PageIndex(i));
  return pages;
}

}  // namespace vaughn
