// SPDX-License-Identifier: GPL-3.0-or-later
// How recognition misreads the characters of a code, and what they stand for. Measured on labels of 6 to 10
// points.
#ifndef VAUGHN_REDACTION_CODE_REPAIR_H_
#define VAUGHN_REDACTION_CODE_REPAIR_H_

#include <optional>
#include <string_view>

#include "vaughn/redaction/code_reader.h"

namespace vaughn::redaction {

struct Repaired {
  char character;
  bool as_read;  // false when the character was repaired
};

// The digit 1 to 9 that a character stands for. A recognised 8 or 9 is a 6 or a doubtful 9 unless the agency
// regulates banks: exemptions 8 and 9 are next to unknown elsewhere, and 6 is misread as 8 all the time.
std::optional<Repaired> exemption_digit(std::string_view character, const CodeContext& context);

// The sub-letter A to F of (b)(7). A zero is C rather than D: (b)(7)(C) is by far the commoner.
std::optional<Repaired> sub_letter(std::string_view character);

bool regulates_banks(std::string_view agency);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_CODE_REPAIR_H_
