// SPDX-License-Identifier: GPL-3.0-or-later
// The rows behind regime_table.h: codes, how they are printed, and the numbering schemes some share.
#ifndef VAUGHN_REDACTION_REGIME_ROWS_H_
#define VAUGHN_REDACTION_REGIME_ROWS_H_

#include <span>

#include "vaughn/model/exemption.h"
#include "vaughn/redaction/regime_table.h"

namespace vaughn::redaction {

// Where a printed form is believed. In a box or margin slot all are.
enum class Reach {
  kRunningText,  // among other words too
  kOwnLine,      // where the line, or its last column, holds nothing but codes
  kOwnSentence,  // the same, where words such as "this page was" may stand by
  kOwnText,      // where the whole text is short and holds nothing else
  kPlaced,       // in a box or margin slot only
};

struct CodeRow {
  CodeMeaning meaning;
  // RE2, matched anywhere in a line. Empty when a scheme or a reader of its own (FOIA, Privacy Act, executive
  // orders, presidential records) knows the printed form, or when the code is too short to be believed
  // anywhere.
  const char* printed = "";
  Reach reach = Reach::kOwnLine;
  CodeRole role = CodeRole::kLabel;
};

// Codes that differ in numbers only. What the rewrite yields must be a code of the table, or a sub-item of
// one.
struct SchemeRow {
  Regime regime;
  const char* printed;    // RE2
  const char* canonical;  // rewrite with \1, \2 …
  Reach reach;
  bool certain;  // false: a form that only recognition yields
};

std::span<const CodeRow> code_rows();
std::span<const SchemeRow> scheme_rows();

// The row of a canonical code, or of the nearest code it is a sub-item of; null when there is none.
const CodeRow* row_of(std::string_view canonical);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_REGIME_ROWS_H_
