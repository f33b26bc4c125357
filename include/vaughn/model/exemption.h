// SPDX-License-Identifier: GPL-3.0-or-later
// A withholding code as read on a page: what is printed, what it stands for, and how sure that is.
#ifndef VAUGHN_MODEL_EXEMPTION_H_
#define VAUGHN_MODEL_EXEMPTION_H_

#include <optional>
#include <string>
#include <string_view>

#include "vaughn/model/geometry.h"

namespace vaughn {

// What a code on a page does. Only labels and page codes are withholdings.
enum class CodeRole {
  kLabel,    // "label": printed at the place of a deletion
  kPage,     // "page": says that a whole page or document is withheld
  kMention,  // "mention": prose that talks about the exemption (letters, policies, briefs)
};

// Where the printed code was read.
enum class CodeOrigin {
  kTextLayer,  // "text-layer"
  kPageOcr,    // "page-ocr"
  kBoxOcr,     // "box-ocr": recognition of the box alone
  kStripOcr,   // "strip-ocr": recognition of the margin strip beside the box
};

struct ExemptionCode {
  std::string code;     // canonical: "(b)(7)(C)-1,2", "EO:1.4(c)", "NR"
  std::string raw;      // as printed or recognised
  bool certain = true;  // false when raw had to be repaired to be understood
  CodeRole role = CodeRole::kLabel;
  CodeOrigin origin = CodeOrigin::kTextLayer;
  std::optional<Box> box;  // where raw stands, when known

  bool operator==(const ExemptionCode&) const = default;
};

std::string_view to_string(CodeRole role);
std::string_view to_string(CodeOrigin origin);
std::optional<CodeRole> code_role_from_string(std::string_view name);
std::optional<CodeOrigin> code_origin_from_string(std::string_view name);

}  // namespace vaughn

#endif  // VAUGHN_MODEL_EXEMPTION_H_
