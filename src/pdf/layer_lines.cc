// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/layer_lines.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace vaughn::pdf {
namespace {

struct Line {
  Box box;
  int block = 0;
  std::vector<LayerWord> words;
};

double shared_height(const Box& a, const Box& b) {
  const double shared = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  const double lower = std::min(a.height(), b.height());
  return lower > 0 ? shared / lower : 0;
}

// The next word continues the line when it stands level with the last one and not before it.
bool continues_line(const Box& last, const Box& next) {
  return shared_height(last, next) >= 0.5 && next.x0 >= last.x0 - 0.5 * last.height();
}

// The next line continues the block when it follows closely below and shares some of its width.
bool continues_block(const Box& above, const Box& below) {
  const double pitch = below.center_y() - above.center_y();
  const double height = std::max(above.height(), below.height());
  return pitch > 0 && pitch < 2.2 * height && below.x0 < above.x1 + height && above.x0 < below.x1 + height;
}

std::vector<Line> split_into_lines(std::vector<LayerWord> words) {
  std::vector<Line> lines;
  for (LayerWord& word : words) {
    if (lines.empty() || !continues_line(lines.back().words.back().word.box, word.word.box)) {
      int block = 0;
      if (!lines.empty())
        block = lines.back().block + (continues_block(lines.back().box, word.word.box) ? 0 : 1);
      lines.push_back({{}, block, {}});
    }
    lines.back().box = bounding(lines.back().box, word.word.box);
    lines.back().words.push_back(std::move(word));
  }
  return lines;
}

// The line that ends nearest to the left of lines[i], level with it.
std::optional<std::size_t> left_neighbour(const std::vector<Line>& lines, std::size_t i) {
  std::optional<std::size_t> best;
  for (std::size_t k = 0; k < lines.size(); ++k) {
    const Line& line = lines[k];
    if (k == i || line.words.empty() || shared_height(line.box, lines[i].box) < 0.6) continue;
    if (line.box.x1 > lines[i].box.x0 + 1) continue;
    if (!best || line.box.x1 > lines[*best].box.x1) best = k;
  }
  return best;
}

// A block of one or two lines that stands level with a line to its left is the rest of that line, torn off by
// a wide gap: a value behind its label, a margin note, what follows a redaction. Longer blocks are columns
// and stay.
void join_torn_lines(std::vector<Line>* lines) {
  std::map<int, int> lines_of_block;
  for (const Line& line : *lines) ++lines_of_block[line.block];
  std::vector<std::size_t> torn;
  for (std::size_t i = 0; i < lines->size(); ++i)
    if (lines_of_block[(*lines)[i].block] <= 2) torn.push_back(i);
  std::sort(torn.begin(), torn.end(),
            [&](std::size_t a, std::size_t b) { return (*lines)[a].box.x0 < (*lines)[b].box.x0; });
  for (const std::size_t i : torn) {
    const auto left = left_neighbour(*lines, i);
    if (!left) continue;
    Line& whole = (*lines)[*left];
    Line& rest = (*lines)[i];
    whole.box = bounding(whole.box, rest.box);
    std::move(rest.words.begin(), rest.words.end(), std::back_inserter(whole.words));
    rest.words.clear();
  }
}

}  // namespace

void number_lines(std::vector<LayerWord>* words) {
  std::vector<Line> lines = split_into_lines(std::move(*words));
  join_torn_lines(&lines);
  words->clear();
  int number = 0;
  for (Line& line : lines) {
    if (line.words.empty()) continue;
    for (LayerWord& word : line.words) {
      word.word.line = number;
      word.word.block = line.block;
      words->push_back(std::move(word));
    }
    ++number;
  }
}

}  // namespace vaughn::pdf
