// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/code_stacks.h"

#include <algorithm>
#include <string_view>

namespace vaughn::redaction {
namespace {

// "b7C -1", as the FBI prints it, and as recognition misreads it; no brackets, no capital B.
bool is_bureau_notation(const ExemptionCode& code) {
  return code.raw.starts_with('b') && code.code.starts_with("(b)") && code.raw.find('(') == std::string::npos;
}

// The code without the FBI's category numbers, which differ from line to line.
std::string_view exemption_of(const ExemptionCode& code) {
  return std::string_view(code.code).substr(0, code.code.find('-'));
}

bool names(const Stack& stack, const ExemptionCode& code, const std::vector<ExemptionCode>& codes) {
  return std::any_of(stack.codes.begin(), stack.codes.end(), [&](std::size_t i) {
    if (codes[i].code == code.code) return true;
    return stack.bureau && is_bureau_notation(code) && exemption_of(codes[i]) == exemption_of(code);
  });
}

// Recognised boxes of a small face fill little more than half their line.
bool continues(const Stack& stack, const Box& code) {
  const bool same_column = overlap(stack.box.x0, stack.box.x1, code.x0, code.x1) > -stack.line_height * 2;
  return same_column && code.y0 - stack.box.y1 <= stack.line_height * 1.3;
}

}  // namespace

Points overlap(Points a0, Points a1, Points b0, Points b1) {
  return std::min(a1, b1) - std::max(a0, b0);
}

bool is_level(const Box& box, Points y0, Points y1) {
  const Points shared = overlap(box.y0, box.y1, y0, y1);
  return shared > 0 && shared >= std::min(box.height(), y1 - y0) / 3;
}

std::vector<Stack> stacks_of(std::vector<std::size_t> chosen, const std::vector<ExemptionCode>& codes) {
  std::stable_sort(chosen.begin(), chosen.end(), [&](std::size_t a, std::size_t b) {
    return codes[a].box->center_y() < codes[b].box->center_y();
  });
  std::vector<Stack> stacks;
  for (const std::size_t i : chosen) {
    const Box& box = *codes[i].box;
    const auto open = std::find_if(stacks.rbegin(), stacks.rend(), [&](const Stack& stack) {
      return continues(stack, box) && !names(stack, codes[i], codes);
    });
    Stack& stack = open == stacks.rend() ? stacks.emplace_back() : *open;
    stack.codes.push_back(i);
    stack.box = bounding(stack.box, box);
    stack.line_height = std::max(stack.line_height, box.height());
    stack.bureau = stack.bureau && is_bureau_notation(codes[i]);
  }
  std::stable_sort(stacks.begin(), stacks.end(),
                   [](const Stack& a, const Stack& b) { return a.box.y0 < b.box.y0; });
  return stacks;
}

}  // namespace vaughn::redaction
