// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/report/redactions.h"

#include "report/redaction_printers.h"

namespace vaughn::report {

std::unique_ptr<RedactionPrinter> make_redaction_printer(RedactionView view, Format format,
                                                         const Terminal& terminal, std::ostream& out) {
  return view == RedactionView::kList ? make_redaction_list(format, terminal, out)
                                      : make_redaction_counts(view, format, terminal, out);
}

}  // namespace vaughn::report
