// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/warning_text.h"

#include <algorithm>

#include "vaughn/base/strings.h"
#include "vaughn/base/utf8.h"

namespace vaughn::pdf {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Letters, digits and anything beyond ASCII.
bool is_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// "error (36): Illegal character" and, in other versions, "poppler/error: Illegal character".
std::string_view without_prefix(std::string_view message) {
  std::string_view rest = message;
  if (rest.starts_with("poppler/")) rest.remove_prefix(8);
  if (!rest.starts_with("error")) return message;
  rest.remove_prefix(5);
  const std::size_t text = rest.find_first_not_of(" ()-0123456789");
  return text != std::string_view::npos && rest[text] == ':' ? rest.substr(text + 1) : message;
}

// Where the quote that begins at from ends: at a mark that no letter follows, as in 'don't'; without one it
// is the rest of the message.
std::size_t end_of_quote(std::string_view text, std::size_t from) {
  for (std::size_t i = from + 1; i < text.size(); ++i)
    if (text[i] == '\'' && (i + 1 == text.size() || !is_word(text[i + 1]))) return i + 1;
  return text.size();
}

std::size_t end_of_number(std::string_view text, std::size_t from) {
  while (from < text.size() && (is_digit(text[from]) || text[from] == '.')) ++from;
  // A full stop that ends the sentence is no part of the number.
  return text[from - 1] == '.' ? from - 1 : from;
}

}  // namespace

std::string warning_text(std::string_view message) {
  const std::string valid = make_valid_utf8(message);
  const std::string_view text = trim(without_prefix(trim(valid)));
  std::string kind;
  for (std::size_t i = 0; i < text.size();) {
    const bool after_word = i > 0 && is_word(text[i - 1]);
    if (is_digit(text[i])) {
      kind += 'N';
      i = end_of_number(text, i);
    } else if (text[i] == '\'' && !after_word) {
      kind += "'…'";
      i = end_of_quote(text, i);
    } else if (text[i] == '<') {
      kind += "<…>";
      i = std::min(text.find('>', i), text.size() - 1) + 1;
    } else {
      kind += text[i++];
    }
  }
  return kind;
}

}  // namespace vaughn::pdf
