// SPDX-License-Identifier: GPL-3.0-or-later
// A page's production numbers ("Bates numbers"), and how we came by them.
#ifndef VAUGHN_MODEL_BATES_H_
#define VAUGHN_MODEL_BATES_H_

#include <optional>
#include <string>
#include <string_view>

#include "vaughn/model/geometry.h"
#include "vaughn/model/page_number.h"

namespace vaughn {

enum class BatesHow {
  kRead,      // "read": stands on the page as given
  kRepaired,  // "repaired": the recognised text was corrected by its neighbours' sequence
  kInferred,  // "inferred": not read on this page at all; both neighbours agree on it
};

struct BatesNumber {
  PageIndex page;
  std::string value;   // prefix, number and suffix as this series prints them: "2020-ICLI-00054 1203"
  std::string raw;     // what was read; empty when inferred
  std::string prefix;  // "2020-ICLI-00054 "
  long long number = 0;
  BatesHow how = BatesHow::kRead;
  std::optional<Box> box;

  bool operator==(const BatesNumber&) const = default;
};

std::string_view to_string(BatesHow how);

}  // namespace vaughn

#endif  // VAUGHN_MODEL_BATES_H_
