// SPDX-License-Identifier: GPL-3.0-or-later
// The people in a header's field, as far as they can be read.
#ifndef VAUGHN_RECORDS_PARTIES_H_
#define VAUGHN_RECORDS_PARTIES_H_

#include <string>
#include <string_view>
#include <vector>

#include "vaughn/model/record.h"

namespace vaughn::records {

// value as it stands in the header, redactions as their markers. field: "from", "to", "cc", "bcc".
std::vector<Party> read_parties(std::string_view field, std::string_view value);

// Names of files; pictures of signatures ("image001.png", "ATT00001.htm") are left out.
std::vector<std::string> read_attachment_names(std::string_view value);

// "RE: FW: [EXTERNAL] Trial accounts" and "Trial accounts" as one: what messages of a thread share.
std::string subject_key(std::string_view subject);

// With every marker as "[]".
std::string without_markers(std::string_view text);

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_PARTIES_H_
