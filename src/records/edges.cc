// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/records/edges.h"

#include <algorithm>
#include <utility>

namespace vaughn::records {
namespace {

constexpr double kEndShare = 0.09;   // of the height, top and bottom
constexpr double kSideShare = 0.06;  // of the width

bool at_edge(const Box& box, const PageReading& page) {
  return box.center_y() < kEndShare * page.height || box.center_y() > (1 - kEndShare) * page.height ||
         box.center_x() < kSideShare * page.width || box.center_x() > (1 - kSideShare) * page.width;
}

bool same_stamp(const Word& last, const Word& next) {
  const double height = std::max(last.box.height(), next.box.height());
  const double gap = next.box.x0 - last.box.x1;
  const double shared = std::min(last.box.y1, next.box.y1) - std::max(last.box.y0, next.box.y0);
  return shared > 0.4 * std::min(last.box.height(), next.box.height()) && gap < 1.2 * height &&
         gap > -0.5 * height;
}

bool is_printed(const Word& word, const PageReading& page) {
  const bool own_text =
      page.text_source == TextSource::kBornDigital || page.text_source == TextSource::kMixed;
  return own_text && !word.confidence;
}

}  // namespace

PageEdges edges_of(const PageReading& page) {
  PageEdges edges{page.page, {}};
  const Word* last = nullptr;
  for (const Word& word : page.words) {
    if (!at_edge(word.box, page)) {
      last = nullptr;
      continue;
    }
    if (last != nullptr && same_stamp(*last, word)) {
      edges.texts.back().text += ' ' + word.text;
      edges.texts.back().box = bounding(edges.texts.back().box, word.box);
      edges.texts.back().words.push_back(word.box);
      edges.texts.back().printed = edges.texts.back().printed && is_printed(word, page);
    } else {
      edges.texts.push_back({word.text, word.box, {word.box}, is_printed(word, page)});
    }
    last = &word;
  }
  for (const EdgeLine& line : page.edge_lines) edges.texts.push_back({line.text, line.box, {}, false});
  for (const BatesArtifact& artifact : page.bates_artifacts)
    edges.texts.push_back({artifact.shown.empty() ? artifact.declared : artifact.shown,
                           artifact.box,
                           {},
                           /*printed=*/true,
                           /*declared=*/true});
  return edges;
}

}  // namespace vaughn::records
