// SPDX-License-Identifier: GPL-3.0-or-later
// Something that looks like a code, before its surroundings have been asked whether it is one.
#ifndef VAUGHN_REDACTION_CODE_CANDIDATE_H_
#define VAUGHN_REDACTION_CODE_CANDIDATE_H_

#include <string>
#include <string_view>
#include <vector>

#include "redaction/code_text.h"
#include "redaction/regime_rows.h"
#include "vaughn/model/exemption.h"
#include "vaughn/redaction/code_reader.h"

namespace vaughn::redaction {

struct CodeCandidate {
  Span span;         // in the normalised text
  std::string code;  // canonical
  bool certain = true;
  Reach reach = Reach::kOwnLine;
  CodeRole role = CodeRole::kLabel;  // when its surroundings say nothing else
};

using Candidates = std::vector<CodeCandidate>;

// One reader a notation. Each takes the normalised text and returns what it found in the order of the text,
// without overlaps of its own.
Candidates read_parenthesised(std::string_view text, const CodeContext& context);  // "(b)(7)(C)", "(k)(2)"
Candidates read_merged(std::string_view text);  // "(W5)" behind "withheld pursuant to exemption"
Candidates read_bare(std::string_view text, const CodeContext& context);    // "b7C -1"
Candidates read_orders(std::string_view text, const CodeContext& context);  // "1.4(c)", "3.3(b)(1)>25Yrs"
Candidates read_presidential(std::string_view text);                        // "P6/b(6)"
Candidates read_exemption_words(std::string_view text);                     // "Ex. 6", "REDACTED-EX B6"
Candidates read_schemes(std::string_view text);                             // "7(1)(b)", "5.1.2.e", "s.40(2)"
Candidates read_stamps(std::string_view text);                              // "Non-Responsive", "STATINTL"

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_CODE_CANDIDATE_H_
