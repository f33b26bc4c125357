// SPDX-License-Identifier: GPL-3.0-or-later
// One page, as JSON (docs/formats/inspect.md) and as text.
#ifndef VAUGHN_REPORT_PAGE_H_
#define VAUGHN_REPORT_PAGE_H_

#include <optional>
#include <ostream>
#include <string>

#include "vaughn/base/problem.h"
#include "vaughn/model/bates.h"
#include "vaughn/model/page.h"
#include "vaughn/report/terminal.h"
#include "vaughn/store/reader.h"

namespace vaughn::report {

enum class IncludeWords { kNo, kYes };

// vaughn.page/1 on one line, without the newline. Valid UTF-8 whatever the path is.
std::string page_json_line(const std::string& path, const std::string& sha256, const PageReading& reading,
                           const std::vector<BatesNumber>& bates, IncludeWords words);

// The same keys for a page that could not be read; without a page, for a source that could not be opened
// ("page" is null).
std::string failed_page_json_line(const std::string& path, const std::string& sha256,
                                  std::optional<PageIndex> page, const Problem& problem);

// A line that says which page this is and how it was read, then its text.
void print_page_text(const store::PageRow& row, const Terminal& terminal, std::ostream& out);
// The same line, then a table of the words with boxes and confidence.
void print_page_words(const store::PageRow& row, const Terminal& terminal, std::ostream& out);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_PAGE_H_
