// SPDX-License-Identifier: GPL-3.0-or-later
// The printers behind make_redaction_printer.
#ifndef VAUGHN_REPORT_REDACTION_PRINTERS_H_
#define VAUGHN_REPORT_REDACTION_PRINTERS_H_

#include <memory>
#include <ostream>

#include "vaughn/report/redactions.h"

namespace vaughn::report {

std::unique_ptr<RedactionPrinter> make_redaction_list(Format format, const Terminal& terminal,
                                                      std::ostream& out);

// Precondition: view is not kList.
std::unique_ptr<RedactionPrinter> make_redaction_counts(RedactionView view, Format format,
                                                        const Terminal& terminal, std::ostream& out);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_REDACTION_PRINTERS_H_
