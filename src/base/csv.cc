// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/base/csv.h"

#include <utility>

namespace vaughn {
namespace {

class CsvParser {
 public:
  explicit CsvParser(std::string_view text) : text_(text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text_.starts_with(kByteOrderMark)) text_.remove_prefix(kByteOrderMark.size());
  }

  std::vector<CsvRecord> run() {
    std::vector<CsvRecord> records;
    while (!text_.empty()) {
      CsvRecord record = take_record();
      if (record.cells.size() > 1 || !record.cells.front().empty()) records.push_back(std::move(record));
    }
    return records;
  }

 private:
  CsvRecord take_record() {
    CsvRecord record{line_, {}, true};
    for (;;) {
      record.cells.push_back(text_.starts_with('"') ? take_quoted(&record.is_closed) : take_plain());
      if (text_.starts_with(',')) {
        text_.remove_prefix(1);
        continue;
      }
      take_line_end();
      return record;
    }
  }

  std::string take_plain() {
    const std::size_t end = text_.find_first_of(",\r\n");
    std::string cell(text_.substr(0, end));
    text_.remove_prefix(cell.size());
    return cell;
  }

  // What stands behind the closing mark belongs to the cell too.
  std::string take_quoted(bool* is_closed) {
    std::string cell;
    text_.remove_prefix(1);
    for (;;) {
      const std::size_t end = text_.find('"');
      for (const char c : text_.substr(0, end)) line_ += c == '\n' ? 1 : 0;
      cell += text_.substr(0, end);
      if (end == std::string_view::npos) {
        *is_closed = false;
        text_ = {};
        return cell;
      }
      text_.remove_prefix(end + 1);
      if (!text_.starts_with('"')) return cell + take_plain();
      cell += '"';
      text_.remove_prefix(1);
    }
  }

  void take_line_end() {
    ++line_;
    if (text_.starts_with("\r\n"))
      text_.remove_prefix(2);
    else if (!text_.empty())
      text_.remove_prefix(1);
  }

  std::string_view text_;
  int line_ = 1;
};

}  // namespace

std::vector<CsvRecord> parse_csv(std::string_view text) {
  return CsvParser(text).run();
}

}  // namespace vaughn
