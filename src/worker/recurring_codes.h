// SPDX-License-Identifier: GPL-3.0-or-later
// Codes that stand in running text where words were taken out: "Dear 5.1.2.e, as discussed with 5.1.2.e".
#ifndef VAUGHN_WORKER_RECURRING_CODES_H_
#define VAUGHN_WORKER_RECURRING_CODES_H_

#include <vector>

#include "vaughn/model/exemption.h"
#include "vaughn/model/text.h"
#include "vaughn/redaction/code_reader.h"

namespace vaughn::worker {

// The words of a page that are nothing but a code of a law whose codes look like section numbers (the Dutch,
// British and Canadian ones), when the page has the same code in full at least three times. One such word
// could be a section of a policy; the same one again and again, where names should be, is a label. A word
// behind "artikel", "section" and the like is a citation and does not count. Readings that had to be repaired
// come along with the certain ones.
std::vector<ExemptionCode> recurring_codes(const TextLayer& words, redaction::CodeContext context);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_RECURRING_CODES_H_
