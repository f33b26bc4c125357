// SPDX-License-Identifier: GPL-3.0-or-later
// What a person types for a code. The readers know how codes are written; a person leaves out even more.
#include <optional>

#include "redaction/regime_rows.h"
#include "vaughn/base/strings.h"
#include "vaughn/redaction/code_reader.h"
#include "vaughn/redaction/regime_table.h"

namespace vaughn::redaction {
namespace {

std::string to_upper_ascii(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

std::string without_brackets(const std::string& text) {
  std::string kept;
  for (const char c : text)
    if (std::string_view("()[] ").find(c) == std::string_view::npos) kept += c;
  return kept;
}

std::optional<std::string> named_in_table(const std::string& typed) {
  const std::string wanted = to_lower_ascii(typed);
  for (const CodeRow& row : code_rows())
    if (to_lower_ascii(row.meaning.canonical) == wanted) return std::string(row.meaning.canonical);
  return std::nullopt;
}

// The one code that the whole text is.
std::optional<std::string> read_whole(const std::string& text) {
  CodeContext context;
  context.origin = TextOrigin::kBornDigital;
  context.place = CodePlace::kBox;
  const std::vector<CodeHit> hits = read_codes(text, context);
  if (hits.size() != 1 || hits[0].begin != 0 || hits[0].end != text.size() || !hits[0].certain)
    return std::nullopt;
  return hits[0].code;
}

}  // namespace

std::string normalise_code(std::string_view typed) {
  constexpr std::size_t kLongest = 80;
  const std::string text(trim(typed));
  if (text.empty() || text.size() > kLongest) return {};
  if (const auto named = named_in_table(text)) return *named;
  const std::string bare = without_brackets(text);
  for (const std::string& attempt : {text, to_lower_ascii(text), to_upper_ascii(text), bare,
                                     to_upper_ascii(bare), "b" + bare, "B" + to_upper_ascii(bare)})
    if (const auto code = read_whole(attempt)) return *code;
  return {};
}

}  // namespace vaughn::redaction
