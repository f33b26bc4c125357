// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around a candidate says what it is: a code, part of a citation, or prose about an exemption.
#ifndef VAUGHN_REDACTION_CODE_SURROUNDINGS_H_
#define VAUGHN_REDACTION_CODE_SURROUNDINGS_H_

#include <string_view>
#include <vector>

#include "redaction/code_candidate.h"
#include "redaction/code_text.h"
#include "vaughn/redaction/code_reader.h"

namespace vaughn::redaction {

// The code at this place is the tail of a citation: "§ 552(b)(6)", "52.212-4(b)(6)", "section (b)(6)".
bool is_cited(std::string_view text, std::size_t at, const CodeContext& context);
// The same in a box or margin slot, where only a number glued to the code makes it another one's part
// ("3.3(b)(6)"); "552(b)(6)" is a label there.
bool is_part_of_number(std::string_view text, std::size_t at, const CodeContext& context);
// "(b)(7)(C)(iii)": a paragraph of a statute.
bool has_sub_item(std::string_view text, std::size_t end);
// The words before or behind the codes [begin, end) talk about them.
bool is_in_prose(std::string_view text, Span codes);
// Nothing but separators, "and" or "or" between two codes: they were printed together.
bool are_together(std::string_view text, const CodeCandidate& first, const CodeCandidate& second);

// "Withheld pursuant to exemption …": the rest of the line, when the line says nothing but the codes and the
// name of the Act. Codes in it are page codes. Candidates as for stand_alone.
std::vector<Span> withheld_clauses(std::string_view text, const Candidates& candidates);

// For each candidate, in the order given: whether its Reach is met by its line or text. Candidates are in the
// order of the text and do not overlap.
std::vector<bool> stand_alone(std::string_view text, const Candidates& candidates);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_CODE_SURROUNDINGS_H_
