// SPDX-License-Identifier: GPL-3.0-or-later
// What response letters say, held against itself and against what came.
#ifndef VAUGHN_REPORT_AUDIT_LETTERS_H_
#define VAUGHN_REPORT_AUDIT_LETTERS_H_

#include <map>
#include <string>
#include <vector>

#include "vaughn/report/audit.h"

namespace vaughn::report {

std::vector<LetterSummary> letters_of(const std::vector<store::StatementRow>& statements);

// Where a letter's numbers contradict one another.
std::vector<AuditEntry> contradictions_in(const LetterSummary& letter);

// How many pages sheets of a release speak of, by disposition.
using AbsentCounts = std::map<std::string, int>;

// Where the letters of a release say other than what came. Their counts are added up when there are several.
std::vector<AuditEntry> against_what_came(const std::vector<const LetterSummary*>& letters,
                                          const store::PageDispositions& came, const AbsentCounts& absent,
                                          const std::vector<store::BatesRow>& bates);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_AUDIT_LETTERS_H_
