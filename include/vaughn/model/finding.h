// SPDX-License-Identifier: GPL-3.0-or-later
// Something about a page that a reader should know and would not see. A finding about text left under a cover
// says where, by what mechanism and how much, never what.
#ifndef VAUGHN_MODEL_FINDING_H_
#define VAUGHN_MODEL_FINDING_H_

#include <optional>
#include <string>
#include <string_view>

#include "vaughn/model/geometry.h"

namespace vaughn {

enum class FindingClass {
  kLeak,        // "leak": withheld text can still be had from the file
  kUnlabelled,  // "unlabelled": a redaction without a ground printed at its place
};

struct Finding {
  std::string type;  // stable, upper case: "TEXT_UNDER_RECTANGLE", "UNLABELLED_REDACTION"
  FindingClass finding_class = FindingClass::kLeak;
  std::optional<Box> box;
  int characters = 0;  // of the hidden text, white space not counted; 0 when it does not apply

  bool operator==(const Finding&) const = default;
};

std::string_view to_string(FindingClass finding_class);
std::optional<FindingClass> finding_class_from_string(std::string_view name);

}  // namespace vaughn

#endif  // VAUGHN_MODEL_FINDING_H_
