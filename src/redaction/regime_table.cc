// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/redaction/regime_table.h"

#include <algorithm>

#include "redaction/regime_rows.h"

namespace vaughn::redaction {

std::optional<CodeMeaning> meaning_of(std::string_view canonical) {
  const CodeRow* row = row_of(canonical);
  if (!row) return std::nullopt;
  return row->meaning;
}

std::vector<CodeMeaning> known_codes() {
  std::vector<CodeMeaning> codes;
  for (const CodeRow& row : code_rows()) {
    const auto same = [&](const CodeMeaning& known) { return known.canonical == row.meaning.canonical; };
    // A code printed in several ways has several rows; the first one names it.
    if (std::none_of(codes.begin(), codes.end(), same)) codes.push_back(row.meaning);
  }
  return codes;
}

std::string_view to_string(Regime regime) {
  switch (regime) {
    case Regime::kFoia:
      return "FOIA";
    case Regime::kPrivacyAct:
      return "Privacy Act";
    case Regime::kExecutiveOrder:
      return "Executive order";
    case Regime::kPresidentialRecords:
      return "Presidential Records Act";
    case Regime::kReviewerStamp:
      return "Reviewer's stamp";
    case Regime::kDisposition:
      return "Disposition";
    case Regime::kSpecialCounsel:
      return "Special Counsel";
    case Regime::kGrandJury:
      return "Grand jury";
    case Regime::kIllinois:
      return "Illinois FOIA";
    case Regime::kUsState:
      return "US state law";
    case Regime::kNetherlands:
      return "Woo";
    case Regime::kUnitedKingdom:
      return "UK FOIA";
    case Regime::kCanada:
      return "ATIA";
  }
  return "";
}

}  // namespace vaughn::redaction
