// SPDX-License-Identifier: GPL-3.0-or-later
// The printers behind make_redaction_printer.
#ifndef VAUGHN_REPORT_REDACTION_PRINTERS_H_
#define VAUGHN_REPORT_REDACTION_PRINTERS_H_

#include <map>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "vaughn/report/redactions.h"

namespace vaughn::report {

std::unique_ptr<RedactionPrinter> make_redaction_list(Format format, const Terminal& terminal,
                                                      std::ostream& out);

std::unique_ptr<RedactionPrinter> make_exemption_counts(Format format, const Terminal& terminal,
                                                        std::ostream& out);

// Precondition: view is neither kList nor kByExemption.
std::unique_ptr<RedactionPrinter> make_group_counts(RedactionView view, Format format,
                                                    const std::vector<store::PageCountRow>& counts,
                                                    const Terminal& terminal, std::ostream& out);

// The codes of one redaction, each once, and whether any reading of it was certain.
std::map<std::string, bool> certainty_of_codes(const Redaction& redaction);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_REDACTION_PRINTERS_H_
