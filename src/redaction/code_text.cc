// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/code_text.h"

#include <algorithm>
#include <cassert>
#include <optional>

#include "vaughn/base/utf8.h"

namespace vaughn::redaction {
namespace {

// What a character is written as for reading codes; nothing when it stays as it is.
std::optional<std::string_view> plain_form(char32_t c) {
  switch (c) {
    case U'\u00a0':
    case U'\u2002':
    case U'\u2003':
    case U'\u2007':
    case U'\u2009':
    case U'\u202f':
    case U'\u3000':
      return " ";
    case U'\u00ad':
    case U'\u200b':
    case U'\u200c':
    case U'\u200d':
    case U'\ufeff':
      return "";
    case U'\u2010':
    case U'\u2011':
    case U'\u2012':
    case U'\u2013':
    case U'\u2014':
    case U'\u2212':
      return "-";
    case U'\u2018':
    case U'\u2019':
      return "'";
    case U'\u201c':
    case U'\u201d':
      return "\"";
    case U'\uff08':
      return "(";
    case U'\uff09':
      return ")";
    default:
      return std::nullopt;
  }
}

}  // namespace

CodeText::CodeText(std::string_view original) : original_(original) {
  text_.reserve(original.size());
  from_.reserve(original.size());
  for (std::size_t at = 0; at < original.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(original, &at);
    append(plain_form(c).value_or(original.substr(start, at - start)), start);
  }
}

void CodeText::append(std::string_view characters, std::size_t from) {
  text_.append(characters);
  from_.insert(from_.end(), characters.size(), from);
}

Span CodeText::in_original(Span normalised) const {
  assert(normalised.begin < normalised.end && normalised.end <= text_.size());
  std::size_t end = from_[normalised.end - 1];
  next_code_point(original_, &end);
  return {from_[normalised.begin], end};
}

}  // namespace vaughn::redaction
