// SPDX-License-Identifier: GPL-3.0-or-later
// The readings of a page as rows: which one is current, and what becomes of the others. docs/schema.md,
// "page_reading".
#ifndef VAUGHN_STORE_READING_ROWS_H_
#define VAUGHN_STORE_READING_ROWS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/connection.h"
#include "vaughn/store/readings.h"
#include "vaughn/store/writer.h"

namespace vaughn::store {

// A row of page_reading as far as it does not follow from its page.
struct NewReading {
  RunId run;
  std::string state;  // "read", "ocr-due", "failed"
  std::optional<std::string> engine{}, languages{}, options{}, text_source{}, reason{};
  std::optional<double> ocr_confidence{};
  std::optional<int> words{};        // none when it failed
  std::optional<Problem> problem{};  // why it failed
};

// What a reading keeps in its own row when it is not the current one. The views outlive the call.
struct ReadingText {
  std::string_view text, word_boxes;
};

// Adds a row for a reading that was just made and decides whether it becomes the current one; then the one
// before is put aside with the text and words that page and page_words still hold. So call it before those
// are changed.
ReadingEffect add_reading(Connection& connection, PageId page, const NewReading& made, ReadingText text);

std::vector<ReadingRow> read_readings(Connection& connection, PageId page);
std::optional<std::string> read_reading_text(Connection& connection, PageId page, int number);

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_READING_ROWS_H_
