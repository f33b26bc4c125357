// SPDX-License-Identifier: GPL-3.0-or-later
// The queries of `vaughn search --batch`.
#ifndef VAUGHN_CLI_QUERY_LIST_H_
#define VAUGHN_CLI_QUERY_LIST_H_

#include <filesystem>
#include <string>
#include <vector>

namespace vaughn::cli {

struct ListedQuery {
  int line = 0;  // of the file, from 1
  std::string query{};
  std::vector<std::string> cells{};  // of the other columns
  std::string problem{};             // why it cannot be asked
};

struct QueryList {
  std::vector<std::string> columns{};  // other than the query's
  std::vector<ListedQuery> queries{};
};

// A file whose name ends in .csv has a header line with a column "query"; any other has a query a line, those
// that begin with # left out. Throws Error when there is no such file or it has no such column.
QueryList read_query_list(const std::filesystem::path& file);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_QUERY_LIST_H_
