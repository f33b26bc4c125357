// SPDX-License-Identifier: GPL-3.0-or-later
// Header fields of printed e-mails: "From: …" and their kin, as labels of rows.
#ifndef VAUGHN_RECORDS_HEADER_FIELDS_H_
#define VAUGHN_RECORDS_HEADER_FIELDS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "records/rows.h"

namespace vaughn::records {

enum class HeaderField {
  kFrom,
  kSent,
  kTo,
  kCc,
  kBcc,
  kSubject,
  kAttachments,
  kOther,  // known to stand in headers and of no further interest: "Importance"
};

struct FieldAt {
  HeaderField field = HeaderField::kOther;
  bool in_capitals = false;     // "FROM:", as memos print it
  bool of_appointment = false;  // a field that only appointments have
  bool is_date = false;         // the label of a date, not of a time of sending
  std::size_t value_item = 0;   // index of the row's item that the value begins with
  std::size_t end_item = 0;     // one behind its last
  std::string value;
};

// The fields that a row names: usually none or one; several where columns of a table are level. Labels that
// recognition spoilt by a letter are known ("Frorn:", "T0:", "5ubject;").
std::vector<FieldAt> fields_in(const Row& row);

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_HEADER_FIELDS_H_
