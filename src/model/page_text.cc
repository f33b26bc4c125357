// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/model/page_text.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace vaughn {
namespace {

constexpr std::size_t kNoWord = static_cast<std::size_t>(-1);

struct Token {
  std::size_t word = kNoWord;  // index into the words, or none for a marker
  Points x = 0;                // centre
  std::string marker;
};

struct Line {
  Box box;
  int block = 0;
  std::vector<Token> tokens;
};

std::vector<Line> lines_of(const TextLayer& words) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (i == 0 || word.line != words[i - 1].line || word.block != words[i - 1].block)
      lines.push_back({{}, word.block, {}});
    lines.back().box = bounding(lines.back().box, word.box);
    lines.back().tokens.push_back({i, word.box.center_x(), {}});
  }
  return lines;
}

Points vertical_overlap(const Box& a, const Box& b) {
  return std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
}

Points horizontal_gap(const Box& a, const Box& b) {
  return std::max({0.0, b.x0 - a.x1, a.x0 - b.x1});
}

// The line a box stands in: level with it (by half of the lower of both) and nearest across. Of several lines
// that a tall box covers the topmost, where a reader meets the box first.
std::optional<std::size_t> line_at(const std::vector<Line>& lines, const Box& box) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Box& line = lines[i].box;
    if (vertical_overlap(line, box) < 0.5 * std::min(line.height(), box.height())) continue;
    if (!best) {
      best = i;
      continue;
    }
    const Box& rival = lines[*best].box;
    const bool same_level = vertical_overlap(line, rival) > 0.5 * std::min(line.height(), rival.height());
    const bool better =
        same_level ? horizontal_gap(line, box) < horizontal_gap(rival, box) : line.y0 < rival.y0;
    if (better) best = i;
  }
  return best;
}

// Where a box with no line beside it becomes a line of its own: behind the nearest line above it that shares
// its column, else before everything.
std::size_t place_between(const std::vector<Line>& lines, const Box& box) {
  std::optional<std::size_t> above;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Box& line = lines[i].box;
    if (line.empty() || line.center_y() > box.center_y()) continue;
    const bool shares_column = horizontal_gap(line, box) == 0;
    if (!above) {
      above = i;
      continue;
    }
    const bool rival_shares = horizontal_gap(lines[*above].box, box) == 0;
    if (shares_column != rival_shares ? shares_column : line.center_y() >= lines[*above].box.center_y())
      above = i;
  }
  return above ? *above + 1 : 0;
}

void insert_marker(const Redaction& redaction, std::vector<Line>* lines) {
  Token token{kNoWord, redaction.box.center_x(), redaction_marker(redaction)};
  if (const auto at = line_at(*lines, redaction.box)) {
    auto& tokens = (*lines)[*at].tokens;
    const auto behind =
        std::find_if(tokens.begin(), tokens.end(), [&](const Token& t) { return t.x > token.x; });
    tokens.insert(behind, std::move(token));
    return;
  }
  const std::size_t at = place_between(*lines, redaction.box);
  const int block = at > 0 ? (*lines)[at - 1].block : lines->empty() ? 0 : lines->front().block;
  lines->insert(lines->begin() + static_cast<std::ptrdiff_t>(at),
                Line{redaction.box, block, {std::move(token)}});
}

}  // namespace

std::string redaction_marker(const Redaction& redaction) {
  std::string marker = kMarkerOpen;
  bool first = true;
  for (const ExemptionCode& code : redaction.codes) {
    if (code.role == CodeRole::kMention) continue;
    if (!first) marker += ", ";
    first = false;
    marker += code.code;
    if (!code.certain) marker += '?';
  }
  // Some word must stand here, even "~0": text without one would let a phrase match across the box.
  if (first || redaction.estimated_characters > 0) {
    if (!first) marker += ' ';
    marker += '~' + std::to_string(redaction.estimated_characters);
  }
  return marker + kMarkerClose;
}

PageText compose_page_text(TextLayer words, const std::vector<Redaction>& redactions) {
  std::vector<Line> lines = lines_of(words);
  std::vector<const Redaction*> in_order;
  for (const Redaction& redaction : redactions)
    if (redaction.kind != CoverKind::kPage) in_order.push_back(&redaction);
  std::stable_sort(in_order.begin(), in_order.end(), [](const Redaction* a, const Redaction* b) {
    return std::pair(a->box.y0, a->box.x0) < std::pair(b->box.y0, b->box.x0);
  });
  for (const Redaction* redaction : in_order) insert_marker(*redaction, &lines);

  PageText page;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) page.text += lines[i].block != lines[i - 1].block ? "\n\n" : "\n";
    bool first = true;
    for (const Token& token : lines[i].tokens) {
      if (!first) page.text += ' ';
      first = false;
      if (token.word == kNoWord) {
        page.text += token.marker;
      } else {
        words[token.word].offset = page.text.size();
        page.text += words[token.word].text;
      }
    }
  }
  page.words = std::move(words);
  return page;
}

}  // namespace vaughn
