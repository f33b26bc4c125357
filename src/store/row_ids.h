// SPDX-License-Identifier: GPL-3.0-or-later
// Row ids that follow from what a row is about. A page's id comes from its source and number, the ids of its
// redactions, codes, findings and problems from the page's id and their place in the list: so the rows are
// the same in whatever order pages come in, and replacing a page never moves an id. They stay below 2^53 for
// 900,000 sources, which is as far as JSON readers count. docs/schema.md, "Ids".
#ifndef VAUGHN_STORE_ROW_IDS_H_
#define VAUGHN_STORE_ROW_IDS_H_

#include <cstddef>
#include <cstdint>

#include "vaughn/model/page_number.h"
#include "vaughn/store/ids.h"

namespace vaughn::store {

inline constexpr std::int64_t kPagesPerSource = 1'000'000;
inline constexpr std::int64_t kRowsPerPage = 10'000;
// A list of one page may hold this many rows; the last place is kept for the problem that says so.
inline constexpr std::size_t kMostRowsPerPage = kRowsPerPage - 1;
// Problems of a source as a whole stand below this place, what the parser complained of from it on.
inline constexpr std::size_t kFirstWarningPlace = 1'001;
inline constexpr int kMostPagesPerSource = static_cast<int>(kPagesPerSource - 1);

inline PageId page_id(SourceId source, PageIndex page) {
  return {source.value * kPagesPerSource + page.number().value()};
}

inline std::int64_t source_of_page(std::int64_t page) {
  return page / kPagesPerSource;
}

// The owner of rows about a source as a whole: the page number 0 that no page has.
inline std::int64_t owner_id(SourceId source) {
  return source.value * kPagesPerSource;
}

// ordinal counts from 1.
inline std::int64_t child_id(std::int64_t owner, std::size_t ordinal) {
  return owner * kRowsPerPage + static_cast<std::int64_t>(ordinal);
}

// The ids that rows about the pages of a source, and rows about it as a whole, may have.
inline std::int64_t first_child(SourceId source) {
  return child_id(owner_id(source), 0);
}
inline std::int64_t last_child(SourceId source) {
  return child_id(owner_id({source.value + 1}), 0) - 1;
}

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_ROW_IDS_H_
