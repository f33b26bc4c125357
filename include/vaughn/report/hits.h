// SPDX-License-Identifier: GPL-3.0-or-later
// Search hits as people and programs want them. docs/formats/search.md.
#ifndef VAUGHN_REPORT_HITS_H_
#define VAUGHN_REPORT_HITS_H_

#include <ostream>
#include <string>
#include <vector>

#include "vaughn/report/format.h"
#include "vaughn/report/terminal.h"
#include "vaughn/store/reader.h"

namespace vaughn::report {

// What surrounds a hit word in HitRow::snippet: characters no page text holds (make_valid_utf8 drops them),
// so that printers can tell them from what the page says.
inline constexpr const char* kSnippetOpen = "\x02";
inline constexpr const char* kSnippetClose = "\x03";

struct HitList {
  std::string query{};  // as typed
  std::vector<store::HitRow> hits{};
};

void print_hits(const HitList& list, Format format, const Terminal& terminal, std::ostream& out);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_HITS_H_
