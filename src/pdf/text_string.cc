// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/text_string.h"

#include <UTF.h>
#include <goo/GooString.h>
#include <goo/gmem.h>

#include "vaughn/base/utf8.h"

namespace vaughn::pdf {

std::string text_of(const GooString* string) {
  constexpr std::size_t kMostBytes = 1'000'000;
  if (string == nullptr) return {};
  Unicode* unicode = nullptr;
  const int length = TextStringToUCS4(string->toStr(), &unicode);
  std::string text;
  for (int i = 0; i < length && text.size() < kMostBytes; ++i) append_utf8(unicode[i], &text);
  gfree(unicode);
  return make_valid_utf8(text);
}

}  // namespace vaughn::pdf
