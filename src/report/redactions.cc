// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/report/redactions.h"

#include "report/redaction_printers.h"

namespace vaughn::report {

std::unique_ptr<RedactionPrinter> make_redaction_printer(RedactionView view, Format format,
                                                         const std::vector<store::PageCountRow>& counts,
                                                         const Terminal& terminal, std::ostream& out) {
  if (view == RedactionView::kList) return make_redaction_list(format, terminal, out);
  if (view == RedactionView::kByExemption) return make_exemption_counts(format, terminal, out);
  return make_group_counts(view, format, counts, terminal, out);
}

std::string month_of(const std::string& date) {
  return date.substr(0, 7);
}

}  // namespace vaughn::report
