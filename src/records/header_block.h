// SPDX-License-Identifier: GPL-3.0-or-later
// The header of a printed e-mail: a few labelled rows that belong together.
#ifndef VAUGHN_RECORDS_HEADER_BLOCK_H_
#define VAUGHN_RECORDS_HEADER_BLOCK_H_

#include <optional>
#include <string>
#include <vector>

#include "records/dates.h"
#include "records/header_fields.h"
#include "records/rows.h"

namespace vaughn::records {

struct HeaderBlock {
  // Values as they stand there; empty when the field is not there or is empty.
  std::string from, sent, to, cc, bcc, subject, attachments;
  std::optional<ReadDate> date;
  bool has_from = false, has_sent = false, has_to = false, has_subject = false;
  bool has_date_label = false;   // "Date:" rather than "Sent:"
  std::string form = "outlook";  // Message::form
  bool in_capitals = false;      // all labels of more than two letters are
  std::size_t end_row = 0;       // one behind its last
  Box box;

  int core() const { return int{has_from} + int{has_sent} + int{has_to} + int{has_subject}; }
};

// The header that begins at a row; none when there is none: body text with a colon, a memo's heading.
std::optional<HeaderBlock> read_header(const std::vector<Row>& rows, std::size_t first, Points page_width);

// Adds the labelled rows from this one on, as far as they belong together. Answers the row behind the last.
std::size_t read_fields(const std::vector<Row>& rows, std::size_t first, Points page_width,
                        HeaderBlock* block);

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_HEADER_BLOCK_H_
