// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of grounds in letters: all grounds of the Act are printed with a box in front of each, and those
// whose box is marked apply.
#ifndef VAUGHN_RECORDS_GROUNDS_TABLE_H_
#define VAUGHN_RECORDS_GROUNDS_TABLE_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vaughn::records {

// What stands in front of a ground.
enum class BoxMark { kNone, kEmpty, kMarked };

struct TableGround {
  std::string code;  // "(b)(7)(C)"; "PA(k)(2)" of the Privacy Act
  BoxMark mark = BoxMark::kNone;
  std::size_t begin = 0, end = 0;  // in the text
};

struct GroundsTable {
  std::vector<TableGround> grounds;
  int marked_unread = 0;  // marked boxes in front of what is no ground that can be read
  std::vector<std::pair<std::size_t, std::size_t>> rows;  // where the table's rows begin and end in the text

  // No box at all could be read: what is marked is not known.
  bool without_marks() const;
  bool holds(std::size_t offset) const;
};

// Of a letter's rows, each with where it begins in the letter's text. None when there is no such table: fewer
// than eight grounds in rows that hold nothing else.
std::optional<GroundsTable> read_grounds_table(std::string_view text,
                                               const std::vector<std::size_t>& row_begins);

// Whether the sentence at this place is that of a box left empty: "☐ This information has been referred to
// …".
bool stands_at_empty_box(std::string_view text, std::size_t offset);

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_GROUNDS_TABLE_H_
