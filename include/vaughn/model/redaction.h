// SPDX-License-Identifier: GPL-3.0-or-later
// A covered region of a page and the grounds printed for it.
#ifndef VAUGHN_MODEL_REDACTION_H_
#define VAUGHN_MODEL_REDACTION_H_

#include <optional>
#include <string>
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

// What an estimate of amount rests on.
enum class AmountBasis {
  kTypeAbout,  // "type-about": the type of the lines about the cover
  kAssumed,    // "assumed": no text is known on the page, so ordinary 12-point type
  kUnknown,    // "unknown": there is nothing to estimate from; a page that is not there
};

// How much text a cover has room for; never a guess at words. docs/amounts.md has the errors as measured.
struct Amount {
  int lines = 0, words = 0;
  int characters = 0;                           // with the spaces between words
  int characters_low = 0, characters_high = 0;  // nine cases of ten lie in between
  AmountBasis basis = AmountBasis::kUnknown;

  bool operator==(const Amount&) const = default;
};

struct Redaction {
  Box box;
  CoverKind kind = CoverKind::kSolid;
  double confidence = 0;  // 0 to 1, of its being a redaction at all
  double area_share = 0;  // 0 to 1, of the page's area
  double text_share = 0;  // 0 to 1, of the area that the page's text and covers take
  Amount amount{};
  std::vector<ExemptionCode> codes;
  // In the page's text, as compose_page_text puts it; other redactions there as their markers.
  std::string words_before{}, words_after{};

  bool operator==(const Redaction&) const = default;
};

std::string_view to_string(CoverKind kind);
std::optional<CoverKind> cover_kind_from_string(std::string_view name);
std::vector<std::string> cover_kind_names();
std::string_view to_string(AmountBasis basis);
std::optional<AmountBasis> amount_basis_from_string(std::string_view name);

}  // namespace vaughn

#endif  // VAUGHN_MODEL_REDACTION_H_
