// SPDX-License-Identifier: GPL-3.0-or-later
// What withholding codes mean: one table for every regime whose codes we read. See docs/exemption-codes.md.
#ifndef VAUGHN_REDACTION_REGIME_TABLE_H_
#define VAUGHN_REDACTION_REGIME_TABLE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vaughn::redaction {

// The law or practice a code belongs to.
enum class Regime {
  kFoia,                 // 5 U.S.C. § 552(b)
  kPrivacyAct,           // 5 U.S.C. § 552a
  kExecutiveOrder,       // E.O. 13526 and 12958, classification and declassification
  kPresidentialRecords,  // 44 U.S.C. § 2204
  kReviewerStamp,        // words the CIA's reviewers stamped over withheld text
  kDisposition,          // what became of a page; not an exemption
  kSpecialCounsel,       // the four grounds printed in words in the 2019 Special Counsel report
  kGrandJury,            // Fed. R. Crim. P. 6(e), printed without (b)(3)
  kIllinois,             // 5 ILCS 140/7
  kUsState,              // public records laws of other states of the US; the code begins with the state
  kNetherlands,          // Wet open overheid, before May 2022 Wet openbaarheid van bestuur
  kUnitedKingdom,        // Freedom of Information Act 2000
  kCanada,               // Access to Information Act
};

struct CodeMeaning {
  std::string_view canonical;  // "(b)(7)(C)"
  Regime regime = Regime::kFoia;
  std::string_view
      label;  // as the agency's annual FOIA report names it: "Ex. 7(C)"; the canonical code elsewhere
  std::string_view meaning;  // two to five words for a table's column
  std::string_view wording;  // gist of the standard wording; paraphrased, not for quoting as the statute
};

// Of a canonical code. What follows the code proper is passed over: privileges, statutes, category numbers
// ("(b)(5)-DPP", "(b)(3):50 USC 3024(i)", "(b)(7)(E)-1,2"), and sub-items the table does not name.
std::optional<CodeMeaning> meaning_of(std::string_view canonical);

// What a person types ("b7e", "b(7)(e)", "7(E)", "ex. 6", "5.1.2e") as the canonical code; empty when not
// understood. A lone number is a FOIA exemption.
std::string normalise_code(std::string_view typed);

// Every code of the table, regime by regime.
std::vector<CodeMeaning> known_codes();

// "FOIA", "Privacy Act" and so on, for people.
std::string_view to_string(Regime regime);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_REGIME_TABLE_H_
