// SPDX-License-Identifier: GPL-3.0-or-later
// Something about a page that a reader should know and would not see. A finding about text left under a cover
// says where, by what mechanism and how much, never what. docs/findings.md
#ifndef VAUGHN_MODEL_FINDING_H_
#define VAUGHN_MODEL_FINDING_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "vaughn/model/geometry.h"

namespace vaughn {

enum class FindingClass {
  kLeak,        // "leak": what was withheld can still be had from the file
  kHiddenText,  // "hidden-text": the file holds text that no reader sees; nothing says that it was withheld
  kUnlabelled,  // "unlabelled": a redaction without a ground printed at its place
  kNumbering,   // "numbering": production numbers that skip, repeat or step back
};

struct Finding {
  std::string type;  // stable, upper case: "TEXT_UNDER_RECTANGLE", "UNLABELLED_REDACTION"
  FindingClass finding_class = FindingClass::kLeak;
  std::optional<Box> box;
  int characters = 0;  // of the hidden text, white space not counted; 0 when it does not apply
  // When not on the page itself: "outline entry 3"; tells nothing of what it says. Of a number, what stands
  // about it: "between ICE-000114 and ICE-000118".
  std::string found_in{};

  bool operator==(const Finding&) const = default;
};

// The text a finding is about. Made only when it is asked for (ReadOptions::reveal_hidden_text), printed only
// into a file of its own, never stored.
struct RevealedText {
  std::size_t finding = 0;  // index among the page's findings
  std::string text;

  bool operator==(const RevealedText&) const = default;
};

std::string_view to_string(FindingClass finding_class);
std::optional<FindingClass> finding_class_from_string(std::string_view name);

}  // namespace vaughn

#endif  // VAUGHN_MODEL_FINDING_H_
