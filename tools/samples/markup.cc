// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples/markup.h"

#include <cctype>
#include <stdexcept>

namespace vaughn::samples {
namespace {

constexpr std::string_view kOpen = "[[";
constexpr std::string_view kClose = "]]";

Passage parse_passage(std::string_view inner, std::size_t offset) {
  const std::size_t bar = inner.find('|');
  if (bar == std::string_view::npos)
    throw std::invalid_argument("passage without a length: " + std::string(inner));
  Passage passage;
  passage.offset = offset;
  passage.characters = std::stoi(std::string(inner.substr(bar + 1)));
  if (bar > 0) passage.codes = canonical_codes(inner.substr(0, bar));
  return passage;
}

}  // namespace

MarkedText parse_markup(std::string_view markup) {
  MarkedText result;
  while (!markup.empty()) {
    const std::size_t open = markup.find(kOpen);
    result.text += markup.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = markup.find(kClose, open);
    if (close == std::string_view::npos) throw std::invalid_argument("passage without an end");
    const std::string_view inner = markup.substr(open + kOpen.size(), close - open - kOpen.size());
    result.passages.push_back(parse_passage(inner, result.text.size()));
    result.text += kGapCharacter;
    markup.remove_prefix(close + kClose.size());
  }
  return result;
}

std::string canonical_code(std::string_view shorthand) {
  if (shorthand.starts_with("3.") || shorthand.starts_with("1.4")) return "EO:" + std::string(shorthand);
  if (shorthand.size() < 2 || shorthand[0] != 'b' ||
      !std::isdigit(static_cast<unsigned char>(shorthand[1]))) {
    return std::string(shorthand);
  }
  std::string code = "(b)(" + std::string(1, shorthand[1]) + ")";
  std::string_view rest = shorthand.substr(2);
  if (!rest.empty() && rest[0] >= 'A' && rest[0] <= 'F') {
    code += "(" + std::string(1, rest[0]) + ")";
    rest.remove_prefix(1);
  }
  // What is left is "-1+3" of coded categories or "-DPP" of a privilege; the comma is taken by lists.
  for (const char c : rest) code += c == '+' ? ',' : c;
  return code;
}

std::vector<std::string> canonical_codes(std::string_view list) {
  std::vector<std::string> codes;
  while (true) {
    const std::size_t comma = list.find(',');
    codes.push_back(canonical_code(list.substr(0, comma)));
    if (comma == std::string_view::npos) return codes;
    list.remove_prefix(comma + 1);
  }
}

}  // namespace vaughn::samples
