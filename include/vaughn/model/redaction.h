// SPDX-License-Identifier: GPL-3.0-or-later
// A covered region of a page and the grounds printed for it.
#ifndef VAUGHN_MODEL_REDACTION_H_
#define VAUGHN_MODEL_REDACTION_H_

#include <optional>
#include <string_view>
#include <vector>

#include "vaughn/model/exemption.h"
#include "vaughn/model/geometry.h"

namespace vaughn {

enum class CoverKind {
  kSolid,     // "solid": filled with one grey level or colour
  kOutlined,  // "outlined": paper-coloured inside a border
  kPatch,     // "patch": a borderless patch that carries only a code
  kRegion,    // "region": a polygon, say around a signature; box is its bounding box
  kBlob,      // "blob": a marker stroke
  kPage,      // "page": the whole page is withheld (a sheet says so)
};

struct Redaction {
  Box box;
  CoverKind kind = CoverKind::kSolid;
  double confidence = 0;  // 0 to 1, of its being a redaction at all
  double area_share = 0;  // 0 to 1, of the page's area
  int estimated_characters =
      0;  // what the box has room for in the type of the lines about it; never a guess at words
  std::vector<ExemptionCode> codes;

  bool operator==(const Redaction&) const = default;
};

std::string_view to_string(CoverKind kind);
std::optional<CoverKind> cover_kind_from_string(std::string_view name);

}  // namespace vaughn

#endif  // VAUGHN_MODEL_REDACTION_H_
