// SPDX-License-Identifier: GPL-3.0-or-later
// In which form results are printed.
#ifndef VAUGHN_REPORT_FORMAT_H_
#define VAUGHN_REPORT_FORMAT_H_

namespace vaughn::report {

enum class Format {
  kTerminal,   // for a person: tables, colours where wanted
  kJson,       // one document
  kJsonLines,  // one object a line
  kCsv,        // RFC 4180 with a header line
};

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_FORMAT_H_
