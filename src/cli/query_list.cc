// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/query_list.h"

#include <fmt/format.h>

#include <algorithm>

#include "vaughn/base/csv.h"
#include "vaughn/base/error.h"
#include "vaughn/base/files.h"
#include "vaughn/base/strings.h"

namespace vaughn::cli {
namespace {

QueryList from_lines(const std::string& text) {
  QueryList list;
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  int line = 0;
  for (const std::string& one : split(text.substr(text.starts_with(kByteOrderMark) ? 3 : 0), '\n')) {
    ++line;
    const std::string query(trim(one));
    if (!query.empty() && !query.starts_with('#')) list.queries.push_back({.line = line, .query = query});
  }
  return list;
}

std::string problem_of(const CsvRecord& record, std::size_t columns, std::size_t query) {
  if (!record.is_closed) return "the file ends within quotation marks";
  if (record.cells.size() > columns)
    return fmt::format(
        "there are more cells ({}) than columns ({}): a query with a comma in it needs quotation marks about "
        "it",
        record.cells.size(), columns);
  if (record.cells.size() <= query || trim(record.cells[query]).empty()) return "there is no query";
  return "";
}

// A name of its own for a column: those of the answer are taken.
std::string unlike_others(const std::string& name, const std::vector<std::string>& others) {
  static const std::vector<std::string> kOfTheAnswer{"line", "query", "pages",  "sources",
                                                     "best", "note",  "problem"};
  const auto is_taken = [&](const std::string& one) {
    const auto in = [&](const std::vector<std::string>& names) {
      return std::find(names.begin(), names.end(), one) != names.end();
    };
    return one.empty() || in(others) || in(kOfTheAnswer);
  };
  const std::string base = name.empty() ? "column" : name;
  std::string unique = base;
  for (int number = 2; name.empty() ? unique == base || is_taken(unique) : is_taken(unique); ++number)
    unique = fmt::format("{} {}", base, number);
  return unique;
}

QueryList from_csv(const std::string& text, const std::string& path) {
  const std::vector<CsvRecord> records = parse_csv(text);
  QueryList list;
  std::optional<std::size_t> query;
  if (!records.empty())
    for (std::size_t i = 0; i < records.front().cells.size(); ++i) {
      const std::string name(trim(records.front().cells[i]));
      if (!query && to_lower_ascii(name) == "query")
        query = i;
      else
        list.columns.push_back(unlike_others(name, list.columns));
    }
  if (!query)
    throw Error(ErrorCode::kUsage, path + " has no column 'query' in its first line",
                "Name the column of the queries so, or give a .txt file with a query a line.");
  for (std::size_t i = 1; i < records.size(); ++i) {
    ListedQuery row{.line = records[i].line};
    row.problem = problem_of(records[i], records.front().cells.size(), *query);
    std::vector<std::string> cells = records[i].cells;
    cells.resize(records.front().cells.size());
    row.query = cells[*query];
    cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(*query));
    row.cells = std::move(cells);
    list.queries.push_back(std::move(row));
  }
  return list;
}

}  // namespace

QueryList read_query_list(const std::filesystem::path& file) {
  const auto text = read_file(file);
  if (!text)
    throw Error(ErrorCode::kUsage,
                "the queries of " + file.string() + " cannot be read: " + text.problem().cause,
                "Give a .csv file with a column 'query', or a .txt file with a query a line.");
  return to_lower_ascii(file.extension().string()) == ".csv" ? from_csv(*text, file.string())
                                                             : from_lines(*text);
}

}  // namespace vaughn::cli
