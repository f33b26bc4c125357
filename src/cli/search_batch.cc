// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/search_batch.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "cli/asked_query.h"
#include "cli/common_options.h"
#include "cli/query_list.h"
#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"
#include "vaughn/report/batch.h"

namespace vaughn::cli {
namespace {

// New, so that nothing is written over.
std::ofstream hits_file(const std::string& path) {
  if (std::filesystem::exists(path))
    throw Error(ErrorCode::kUsage, path + " is there already", "Give --hits-to the name of a new file.");
  std::ofstream file(path, std::ios::binary);
  if (!file)
    throw Error(ErrorCode::kSystem, path + " cannot be written",
                "Give --hits-to a file in a folder you may write to.");
  return file;
}

class Batch {
 public:
  Batch(const store::Reader& reader, const ParsedOptions& parsed, int limit)
      : reader_(reader), parsed_(parsed), limit_(limit) {
    if (const auto path = parsed.value("hits-to")) {
      file_ = hits_file(*path);
      report::print_batch_hits_header(*file_);
    }
  }

  report::BatchRow answer(const ListedQuery& listed) {
    report::BatchRow row{.line = listed.line, .query = listed.query, .cells = listed.cells};
    row.problem = listed.problem;
    if (!row.problem.empty()) return row;
    try {
      look_up(&row);
    } catch (const Error& error) {
      row.problem = error.what();
    }
    return row;
  }

  void close() {
    if (!file_) return;
    file_->close();
    if (!*file_)
      throw Error(ErrorCode::kSystem, *parsed_.value("hits-to") + " could not be written whole",
                  "Make room on the disk and run it again.");
  }

 private:
  void look_up(report::BatchRow* row) {
    reader_.give_time(search_time(parsed_));
    AskedQuery asked = ask(row->query, reader_, parsed_);
    row->note = join(asked.notes, " ");
    if (!asked.as_read) {
      row->problem = "nothing is asked for";
      return;
    }
    const store::HitSummary summary = reader_.summarise(asked.request, {});
    asked.request.limit = file_ ? limit_ : 1;
    const std::vector<store::HitRow> hits = reader_.search(asked.request);
    row->pages = summary.pages;
    row->sources = summary.sources;
    if (!hits.empty()) row->best = hits.front();
    if (file_) report::print_batch_hits(*row, hits, *file_);
  }

  const store::Reader& reader_;
  const ParsedOptions& parsed_;
  int limit_;
  std::optional<std::ofstream> file_;
};

}  // namespace

int run_search_batch(const store::Reader& reader, const SearchOptions& options, const ParsedOptions& parsed,
                     Streams& streams) {
  const std::string path = *parsed.value("batch");
  const QueryList list = read_query_list(path);
  Batch batch(reader, parsed, options.limit);
  std::vector<report::BatchRow> rows;
  bool found = false, failed = false;
  for (const ListedQuery& listed : list.queries) {
    rows.push_back(batch.answer(listed));
    const report::BatchRow& row = rows.back();
    found |= row.pages > 0;
    failed |= !row.problem.empty();
    const std::string& said = row.problem.empty() ? row.note : row.problem;
    if (!said.empty())
      streams.err << fmt::format("vaughn: {} line {}: {}\n", path, row.line, report::printable_line(said));
  }
  batch.close();
  print_byte_order_mark(parsed, streams);
  report::print_batch(rows, list.columns, options.format, terminal(parsed, streams), streams.out);
  if (failed) return 2;
  return found ? 0 : 1;
}

}  // namespace vaughn::cli
