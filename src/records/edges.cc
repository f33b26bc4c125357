// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/records/edges.h"

#include <algorithm>
#include <utility>

#include "records/bates_candidate.h"

namespace vaughn::records {
namespace {

constexpr double kEndShare = 0.09;   // of the height, top and bottom
constexpr double kSideShare = 0.06;  // of the width
constexpr double kSidewaysShare = 0.1;

bool is_in_side_margin(const Box& box, const PageReading& page) {
  return box.center_x() < kSidewaysShare * page.width || box.center_x() > (1 - kSidewaysShare) * page.width;
}

bool at_edge(const Word& word, const PageReading& page) {
  const Box& box = word.box;
  const double side = runs_sideways(word) ? kSidewaysShare : kSideShare;
  if (box.center_x() < side * page.width || box.center_x() > (1 - side) * page.width) return true;
  return box.center_y() < kEndShare * page.height || box.center_y() > (1 - kEndShare) * page.height;
}

// Up or down the page, whichever way the stamp is to be read.
bool same_sideways_stamp(const Word& last, const Word& next) {
  const double width = std::max(last.box.width(), next.box.width());
  const double shared = std::min(last.box.x1, next.box.x1) - std::max(last.box.x0, next.box.x0);
  const double gap = std::max(next.box.y0 - last.box.y1, last.box.y0 - next.box.y1);
  return shared > 0.4 * std::min(last.box.width(), next.box.width()) && gap < 1.2 * width &&
         gap > -0.5 * width;
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

// Stamps that run up or down the page, whose words may stand anywhere in the reading order. The text layer
// does not say which way they are to be read: both are possible texts, and the sequence of the pages tells.
void add_sideways_texts(const PageReading& page, std::vector<EdgeText>* texts) {
  std::vector<const Word*> words;
  // Short words look upright whichever way they run; they count beside longer ones only.
  for (const Word& word : page.words)
    if ((word.text.size() < 3 || word.box.height() > 1.2 * word.box.width()) &&
        is_in_side_margin(word.box, page))
      words.push_back(&word);
  std::stable_sort(words.begin(), words.end(),
                   [](const Word* a, const Word* b) { return a->box.y0 < b->box.y0; });
  std::vector<std::vector<const Word*>> stamps;
  for (const Word* word : words) {
    const auto known = std::find_if(stamps.begin(), stamps.end(), [&](const auto& stamp) {
      return same_sideways_stamp(*stamp.back(), *word);
    });
    if (known == stamps.end())
      stamps.push_back({word});
    else
      known->push_back(word);
  }
  std::erase_if(stamps, [](const auto& stamp) {
    return std::none_of(stamp.begin(), stamp.end(), [](const Word* word) { return runs_sideways(*word); });
  });
  for (std::vector<const Word*>& stamp : stamps)
    for (int direction = 0; direction < (stamp.size() > 1 ? 2 : 1); ++direction) {
      EdgeText text;
      text.printed = true;
      for (const Word* word : stamp) {
        text.text += (text.text.empty() ? "" : " ") + word->text;
        text.box = bounding(text.box, word->box);
        text.words.push_back(word->box);
        text.printed = text.printed && is_printed(*word, page);
      }
      texts->push_back(std::move(text));
      std::reverse(stamp.begin(), stamp.end());
    }
}

// What is shown; what is declared where the font does not tell, or where the mark ends before the stamp does.
std::string text_of(const BatesArtifact& artifact) {
  return is_all_shown(artifact) && !artifact.shown.empty() ? artifact.shown : artifact.declared;
}

}  // namespace

bool is_all_shown(const BatesArtifact& artifact) {
  const std::string shown = series_key(artifact.shown), declared = series_key(artifact.declared);
  return shown.size() >= declared.size() || !declared.starts_with(shown);
}

PageEdges edges_of(const PageReading& page) {
  PageEdges edges{page.page, {}};
  const Word* last = nullptr;
  for (const Word& word : page.words) {
    if (!at_edge(word, page) || runs_sideways(word)) {
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
  add_sideways_texts(page, &edges.texts);
  for (const EdgeLine& line : page.edge_lines) edges.texts.push_back({line.text, line.box, {}, false});
  for (const BatesArtifact& artifact : page.bates_artifacts)
    edges.texts.push_back({text_of(artifact),
                           artifact.box,
                           {},
                           /*printed=*/true,
                           /*declared=*/true});
  return edges;
}

}  // namespace vaughn::records
