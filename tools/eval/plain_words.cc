// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/plain_words.h"

#include <glib.h>

#include <memory>

#include "vaughn/base/utf8.h"

namespace vaughn::eval {
namespace {

// Null: leave as it is.
const char* plain_form(char32_t c) {
  switch (c) {
    case 0xFB00:
      return "ff";
    case 0xFB01:
      return "fi";
    case 0xFB02:
      return "fl";
    case 0xFB03:
      return "ffi";
    case 0xFB04:
      return "ffl";
    case 0xFB05:
    case 0xFB06:
      return "st";
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
      return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
      return "\"";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return "-";
    case 0x2026:
      return "...";
    case 0x00AD:  // soft hyphen
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0xFEFF:
      return "";
    default:
      return nullptr;
  }
}

bool is_space(char32_t c) {
  return c <= ' ' || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

}  // namespace

std::string plain(std::string_view text) {
  const std::unique_ptr<gchar, decltype(&g_free)> composed(
      g_utf8_normalize(text.data(), static_cast<gssize>(text.size()), G_NORMALIZE_NFC), &g_free);
  const std::string_view source = composed ? std::string_view(composed.get()) : text;
  std::string result;
  for (std::size_t at = 0; at < source.size();) {
    const char32_t c = next_code_point(source, &at);
    if (const char* form = plain_form(c))
      result += form;
    else
      append_utf8(c, &result);
  }
  return result;
}

std::vector<std::string> plain_words(std::string_view text) {
  const std::string source = plain(text);
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = 0; at < source.size();) {
    const char32_t c = next_code_point(source, &at);
    if (is_space(c))
      end_word();
    else
      append_utf8(c, &word);
  }
  end_word();
  return words;
}

}  // namespace vaughn::eval
