// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/grounds_table.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "vaughn/base/strings.h"

namespace vaughn::records {
namespace {

constexpr std::size_t kLeastGrounds = 8;
// As drawn, and as typewriters put them.
constexpr const char* kMarked = "☒|☑|✓|✔|■|\\[ ?[xX] ?\\]|\\( ?[xX] ?\\)|_+[xX]_+|\\b[xX]\\b";
constexpr const char* kEmpty = "☐|□|\\[ ?\\]|_{2,}";

// A row that begins with a ground and ends with a mark has its marks behind the grounds.
bool has_marks_behind(std::string_view row) {
  static const RE2 behind(std::string("^\\W{0,2}\\(?[bdjkBDJK]\\).*(?:") + kMarked + "|" +
                          "☐|□|\\[ ?\\])\\s*$");
  return RE2::PartialMatch(re2::StringPiece(row.data(), row.size()), behind);
}

std::string code_of(const re2::StringPiece& act, const re2::StringPiece& number,
                    const re2::StringPiece& sub) {
  const char letter = static_cast<char>(std::tolower(static_cast<unsigned char>(act[0])));
  std::string code = letter == 'b' ? "" : "PA";
  code += "(" + std::string(1, letter) + ")(" + std::string(number) + ")";
  if (!sub.empty())
    code += "(" + std::string(1, static_cast<char>(std::toupper(static_cast<unsigned char>(sub[0])))) + ")";
  return code;
}

// A line to be filled in is no box: "[X] (b)(3) ________ (b)(7)(C)".
bool is_box(const re2::StringPiece& empty, bool others_are_drawn) {
  return !empty.empty() && !(empty.starts_with("__") && empty.size() > (others_are_drawn ? 4U : 12U));
}

// The grounds of a row, and what is left of it without them.
std::vector<TableGround> grounds_in(std::string_view text, std::size_t begin, std::size_t end,
                                    std::string* rest) {
  static const std::string code = "[({]([bdjkBDJK])[)}]\\s?\\(([1-9])\\)(?:\\s?\\(([A-F]|[acdef])\\))?";
  static const RE2 marks_before(std::string("(?:(") + kMarked + ")|(" + kEmpty + "))?\\s*" + code);
  static const RE2 marks_behind(code + "\\s*(?:(" + kMarked + ")|(☐|□|\\[ ?\\]))?");
  const bool behind = has_marks_behind(text.substr(begin, end - begin));
  const RE2& ground = behind ? marks_behind : marks_before;
  const re2::StringPiece row(text.data(), text.size());
  std::array<re2::StringPiece, 6> groups;
  const re2::StringPiece &marked = groups[behind ? 4 : 1], &empty = groups[behind ? 5 : 2];
  const re2::StringPiece &act = groups[behind ? 1 : 3], &number = groups[behind ? 2 : 4];
  re2::StringPiece& part = groups[behind ? 3 : 5];
  std::vector<TableGround> grounds;
  std::size_t from = begin;
  while (from < end && ground.Match(row, from, end, RE2::UNANCHORED, groups.data(), 6)) {
    const auto at = static_cast<std::size_t>(groups[0].data() - text.data());
    *rest += text.substr(from, at - from);
    from = at + groups[0].size();
    // "(b)(5) (d)(5)" are two grounds: only the seventh exemption has parts.
    if (number != "7" && !part.empty()) {
      from = static_cast<std::size_t>(number.data() - text.data()) + number.size() + 1;
      part = {};
    }
    const bool others_are_drawn = !grounds.empty() && grounds.front().mark == BoxMark::kMarked;
    const BoxMark mark = !marked.empty()                   ? BoxMark::kMarked
                         : is_box(empty, others_are_drawn) ? BoxMark::kEmpty
                                                           : BoxMark::kNone;
    grounds.push_back({code_of(act, number, part), mark, at, from});
  }
  if (from < end) *rest += text.substr(from, end - from);
  return grounds;
}

std::size_t letters_in(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }));
}

int marked_in(const std::string& text) {
  static const RE2 marked("(☒|☑|✓|✔|■)");
  re2::StringPiece input(text);
  int count = 0;
  while (RE2::FindAndConsume(&input, marked)) ++count;
  return count;
}

}  // namespace

bool GroundsTable::without_marks() const {
  return std::all_of(grounds.begin(), grounds.end(),
                     [](const TableGround& ground) { return ground.mark == BoxMark::kNone; });
}

bool GroundsTable::holds(std::size_t offset) const {
  return std::any_of(rows.begin(), rows.end(),
                     [&](const auto& row) { return offset >= row.first && offset < row.second; });
}

std::optional<GroundsTable> read_grounds_table(std::string_view text,
                                               const std::vector<std::size_t>& row_begins) {
  constexpr std::size_t kMostRowsWithout = 3;  // between rows with grounds: a statute's name, a blank to fill
  constexpr std::size_t kMostLetters = 6;      // of a row, beside its grounds
  GroundsTable table;
  std::size_t last_with = 0;
  for (std::size_t i = 0; i < row_begins.size(); ++i) {
    const std::size_t begin = row_begins[i];
    const std::size_t end = i + 1 < row_begins.size() ? row_begins[i + 1] : text.size();
    std::string rest;
    std::vector<TableGround> grounds = grounds_in(text, begin, end, &rest);
    const bool short_row = letters_in(rest) <= kMostLetters;
    const bool goes_on = !table.rows.empty() && i - last_with <= kMostRowsWithout;
    if (grounds.empty() ? !(goes_on && short_row && marked_in(rest) > 0) : !short_row) continue;
    if (!grounds.empty()) last_with = i;
    table.marked_unread += marked_in(rest);
    table.rows.emplace_back(begin, end);
    for (TableGround& ground : grounds) table.grounds.push_back(std::move(ground));
  }
  if (table.grounds.size() < kLeastGrounds) return std::nullopt;
  return table;
}

bool stands_at_empty_box(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t empty = before.rfind("☐"), marked = before.rfind("☒");
  if (empty == std::string_view::npos || (marked != std::string_view::npos && marked > empty)) return false;
  return before.find(". ", empty) == std::string_view::npos && offset - empty < 300;
}

}  // namespace vaughn::records
