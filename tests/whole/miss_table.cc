// SPDX-License-Identifier: GPL-3.0-or-later
#include "whole/miss_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace vaughn::whole {
namespace {

bool same_place(const Box& a, const Box& b) {
  return a.empty() ? b.empty() : iou(a, b) >= 0.5;
}

bool same(const KnownMiss& known, const Miss& miss) {
  return known.source == miss.source && known.page == miss.page && known.what == miss.what &&
         same_place(known.box, miss.box);
}

std::string place(const std::string& source, int page, const Box& box) {
  const std::string where = fmt::format("{} page {}", source, page);
  if (box.empty()) return where;
  return fmt::format("{} {{{:.1f}, {:.1f}, {:.1f}, {:.1f}}}", where, box.x0, box.y0, box.x1, box.y1);
}

}  // namespace

testing::AssertionResult agree(Claim claim, const std::vector<Miss>& misses,
                               const std::vector<KnownMiss>& table) {
  std::vector<KnownMiss> expected;
  std::ranges::copy_if(table, std::back_inserter(expected),
                       [claim](const KnownMiss& known) { return known.claim == claim; });
  std::string lines;
  for (const Miss& miss : misses) {
    const auto known = std::ranges::find_if(expected, [&](const auto& one) { return same(one, miss); });
    if (known != expected.end()) {
      expected.erase(known);
      continue;
    }
    lines += fmt::format("missed: {}: {}", place(miss.source, miss.page, miss.box), miss.what);
    lines += miss.got.empty() ? "\n" : fmt::format(" (got {})\n", miss.got);
  }
  for (const KnownMiss& known : expected) {
    lines += fmt::format("right by now, to be taken off the table: {}: {}\n",
                         place(known.source, known.page, known.box), known.what);
  }
  if (lines.empty()) return testing::AssertionSuccess();
  return testing::AssertionFailure() << "\n" << lines;
}

}  // namespace vaughn::whole
