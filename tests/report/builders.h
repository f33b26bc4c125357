// SPDX-License-Identifier: GPL-3.0-or-later
// Invented rows, each with what a test wants to say about it.
#ifndef VAUGHN_TESTS_REPORT_BUILDERS_H_
#define VAUGHN_TESTS_REPORT_BUILDERS_H_

#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "vaughn/report/format.h"
#include "vaughn/report/terminal.h"
#include "vaughn/store/reader.h"

namespace vaughn::report::testing {

ExemptionCode certain(const std::string& code);
ExemptionCode repaired(const std::string& code, const std::string& raw);

store::RedactionRow redaction_row(const std::string& source, int page, std::vector<ExemptionCode> codes,
                                  int characters = 10);

store::HitRow hit(const std::string& source, int page, const std::string& snippet);

// A page with one word, one redaction and a stray code.
PageReading reading();

store::PageRow page_row(PageReading reading);

// What print writes.
std::string printed(const std::function<void(std::ostream&)>& print);

// Terminals of two kinds.
Terminal plain(std::size_t width = 80);
Terminal coloured(std::size_t width = 80);

}  // namespace vaughn::report::testing

#endif  // VAUGHN_TESTS_REPORT_BUILDERS_H_
