// SPDX-License-Identifier: GPL-3.0-or-later
// The requester's mirror of a Vaughn index (Vaughn v. Rosen, 484 F.2d 820, D.C. Cir. 1973): what was withheld
// and on what ground, a row a record or a row a redaction. What an agency has to justify stays empty for it.
#ifndef VAUGHN_REPORT_VAUGHN_INDEX_H_
#define VAUGHN_REPORT_VAUGHN_INDEX_H_

#include <ostream>
#include <string>
#include <vector>

#include "vaughn/report/terminal.h"
#include "vaughn/store/reader.h"

namespace vaughn::report {

enum class IndexFormat { kTerminal, kCsv, kMarkdown, kHtml, kJson, kJsonLines };
enum class IndexRows { kRecords, kRedactions };

struct IndexTable {
  std::string schema;                 // of one row: "vaughn.index/1"
  std::vector<std::string> keys;      // for programs
  std::vector<std::string> headings;  // for people
  std::vector<std::vector<std::string>> rows;
};

// Records that lost something, every record when all is set; pages that sheets say are absent are rows of
// their own.
struct IndexOptions {
  IndexRows rows = IndexRows::kRecords;
  bool all = false;
};

IndexTable make_vaughn_index(const store::Reader& reader, const IndexOptions& options);

void print_vaughn_index(const IndexTable& table, IndexFormat format, const Terminal& terminal,
                        std::ostream& out);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_VAUGHN_INDEX_H_
