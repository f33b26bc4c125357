// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/revisions.h"

#include <algorithm>
#include <optional>

namespace vaughn::pdf {
namespace {

constexpr std::string_view kEnd = "%%EOF";
constexpr std::string_view kStart = "startxref";

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\0' || c == '\f';
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

// The number between startxref and the %%EOF that begins at end.
std::optional<std::size_t> table_offset(std::string_view file, std::size_t end) {
  const std::size_t from = end > 64 ? end - 64 : 0;
  const std::string_view tail = file.substr(from, end - from);
  const std::size_t start = tail.rfind(kStart);
  if (start == std::string_view::npos) return std::nullopt;
  std::size_t at = skip_space(tail, start + kStart.size());
  std::size_t value = 0;
  const std::size_t digits = at;
  while (at < tail.size() && tail[at] >= '0' && tail[at] <= '9' && at - digits < 15)
    value = value * 10 + static_cast<std::size_t>(tail[at++] - '0');
  if (at == digits || skip_space(tail, at) != tail.size()) return std::nullopt;
  return value;
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  return at;
}

constexpr std::size_t kHeader = 64;  // no number or white space there is longer

// A cross-reference table stands there, or the object of a cross-reference stream: "12 0 obj".
bool is_table(std::string_view file, std::size_t offset, std::size_t end) {
  if (offset == 0 || offset >= end) return false;
  file = file.substr(0, std::min(file.size(), offset + kHeader));
  const std::size_t at = skip_space(file, offset);
  if (file.substr(at, 4) == "xref") return true;
  const std::size_t number = skip_digits(file, at), generation = skip_space(file, number);
  const std::size_t after = skip_digits(file, generation);
  return number > at && generation > number && after > generation &&
         file.substr(skip_space(file, after), 3) == "obj";
}

// A linearised file's first %%EOF stands before most of its objects, and its table lies behind the catalogue
// of a page that is not all there.
bool is_linearised(std::string_view file) {
  return file.substr(0, std::min<std::size_t>(file.size(), 1024)).find("/Linearized") !=
         std::string_view::npos;
}

}  // namespace

std::vector<std::size_t> earlier_revisions(std::string_view file) {
  std::vector<std::size_t> ends;
  bool first = true;
  for (std::size_t at = file.find(kEnd); at != std::string_view::npos; at = file.find(kEnd, at + 1)) {
    const auto offset = table_offset(file, at);
    if (!offset) continue;
    const bool part_of_linearised = first && is_linearised(file);
    first = false;
    if (part_of_linearised || !is_table(file, *offset, at)) continue;
    ends.push_back(at + kEnd.size());
  }
  if (!ends.empty()) ends.pop_back();  // the file as it is
  return ends;
}

}  // namespace vaughn::pdf
