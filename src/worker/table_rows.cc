// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/table_rows.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace vaughn::worker {
namespace {

constexpr std::size_t kFewestRows = 4;
constexpr double kLevelShare = 0.8;      // of the shorter column's lines: stand level with one of the other's
constexpr double kWordsOfACell = 3.5;    // a line, on average; prose has more in the narrowest column
constexpr double kWordsOfANumber = 1.6;  // beside such a column a longer one may stand

struct Line {
  Box box;
  std::size_t begin = 0, end = 0;  // words
};

// Lines of the reading order that follow each other downwards: a column, or a page of ordinary text.
struct Column {
  Box box;
  std::vector<Line> lines;

  double words_a_line() const {
    double words = 0;
    for (const Line& line : lines) words += static_cast<double>(line.end - line.begin);
    return words / static_cast<double>(lines.size());
  }
};

std::vector<Line> lines_of(const TextLayer& words) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i == 0 || words[i].line != words[i - 1].line) lines.push_back({words[i].box, i, i});
    lines.back().box = bounding(lines.back().box, words[i].box);
    lines.back().end = i + 1;
  }
  return lines;
}

bool is_level(const Line& a, const Line& b) {
  const Points overlap = std::min(a.box.y1, b.box.y1) - std::max(a.box.y0, b.box.y0);
  return overlap > 0.5 * std::min(a.box.height(), b.box.height());
}

bool share_width(const Box& a, const Box& b) {
  const Points overlap = std::min(a.x1, b.x1) - std::max(a.x0, b.x0);
  return overlap > 0.2 * std::min(a.width(), b.width());
}

// Whether a line below the last column goes on over the width of the column before it, too: text behind a
// table.
bool reaches_over(const Line& line, const std::vector<Column>& columns) {
  if (columns.size() < 2) return false;
  const Box &last = columns.back().box, &before = columns[columns.size() - 2].box;
  return share_width(line.box, before) && !share_width(last, before);
}

std::vector<Column> columns_of(const std::vector<Line>& lines) {
  std::vector<Column> columns;
  for (const Line& line : lines) {
    const bool goes_on = !columns.empty() && line.box.center_y() > columns.back().lines.back().box.y1 - 1 &&
                         share_width(line.box, columns.back().box) && !reaches_over(line, columns);
    if (!goes_on) columns.push_back({line.box, {}});
    columns.back().box = bounding(columns.back().box, line.box);
    columns.back().lines.push_back(line);
  }
  return columns;
}

// How many lines of the one have a line of the other beside them.
std::size_t level_lines(const Column& a, const Column& b) {
  return static_cast<std::size_t>(std::count_if(a.lines.begin(), a.lines.end(), [&](const Line& line) {
    return std::any_of(b.lines.begin(), b.lines.end(),
                       [&](const Line& other) { return is_level(line, other); });
  }));
}

bool are_of_one_table(const Column& a, const Column& b) {
  const Column& shorter = a.lines.size() < b.lines.size() ? a : b;
  const Column& longer = &shorter == &a ? b : a;
  const std::size_t level = level_lines(shorter, longer);
  if (level < kFewestRows ||
      static_cast<double>(level) < kLevelShare * static_cast<double>(shorter.lines.size()))
    return false;
  const double few = std::min(a.words_a_line(), b.words_a_line()),
               many = std::max(a.words_a_line(), b.words_a_line());
  return many <= kWordsOfACell || few <= kWordsOfANumber;
}

// The lines of the columns, from top to bottom; what stands level becomes one line, from left to right.
void append_rows(const std::vector<Column>& columns, const TextLayer& words, int block, int* line,
                 TextLayer* out) {
  std::vector<Line> lines;
  for (const Column& column : columns) lines.insert(lines.end(), column.lines.begin(), column.lines.end());
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& a, const Line& b) { return a.box.center_y() < b.box.center_y(); });
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin + 1;
    while (end < lines.size() && is_level(lines[begin], lines[end])) ++end;
    std::sort(lines.begin() + static_cast<std::ptrdiff_t>(begin),
              lines.begin() + static_cast<std::ptrdiff_t>(end),
              [](const Line& a, const Line& b) { return a.box.x0 < b.box.x0; });
    for (; begin < end; ++begin) {
      for (std::size_t i = lines[begin].begin; i < lines[begin].end; ++i) {
        out->push_back(words[i]);
        out->back().line = *line;
        out->back().block = block;
      }
    }
    ++*line;
  }
}

}  // namespace

TextLayer with_table_rows(TextLayer words) {
  const std::vector<Column> columns = columns_of(lines_of(words));
  TextLayer ordered;
  int line = 0, block = 0;
  bool found = false;
  for (std::size_t begin = 0; begin < columns.size();) {
    // A column belongs to the table when it stands beside any of those before it.
    std::size_t end = begin + 1;
    while (end < columns.size() &&
           std::any_of(columns.begin() + static_cast<std::ptrdiff_t>(begin),
                       columns.begin() + static_cast<std::ptrdiff_t>(end),
                       [&](const Column& column) { return are_of_one_table(column, columns[end]); }))
      ++end;
    if (end > begin + 1) {
      found = true;
      append_rows({columns.begin() + static_cast<std::ptrdiff_t>(begin),
                   columns.begin() + static_cast<std::ptrdiff_t>(end)},
                  words, block++, &line, &ordered);
    } else {
      int last_line = -1, last_block = -1;
      for (const Line& old : columns[begin].lines) {
        for (std::size_t i = old.begin; i < old.end; ++i) {
          const Word& word = words[i];
          if (last_block >= 0 && word.block != last_block) ++block;
          if (last_line >= 0 && word.line != last_line) ++line;
          last_block = word.block;
          last_line = word.line;
          ordered.push_back(word);
          ordered.back().line = line;
          ordered.back().block = block;
        }
      }
      ++line;
      ++block;
    }
    begin = end;
  }
  return found ? ordered : words;
}

}  // namespace vaughn::worker
