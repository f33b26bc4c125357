// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/redaction/code_placement.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace vaughn::redaction {
namespace {

constexpr Points kFarthestBeside =
    108;  // an inch and a half: some agencies print the code up to an inch away
constexpr double kLineEndShare =
    0.28;  // of the page's width, on either side: where a code can speak for its line
constexpr int kLinesBelowStack = 3;

double overlap(Points a0, Points a1, Points b0, Points b1) {
  return std::min(a1, b1) - std::max(a0, b0);
}

bool on_same_line(const Box& code, const Box& box) {
  return overlap(code.y0, code.y1, box.y0, box.y1) >= code.height() / 2;
}

// White space between two boxes on a line; negative when one is over the other.
Points gap_between(const Box& a, const Box& b) {
  return std::max(a.x0, b.x0) - std::min(a.x1, b.x1);
}

bool is_at_line_end(const Box& code, Points page_width) {
  return code.x1 < kLineEndShare * page_width || code.x0 > (1 - kLineEndShare) * page_width;
}

void add_code(const ExemptionCode& code, Redaction* redaction) {
  const auto same = [&](const ExemptionCode& known) { return known.code == code.code; };
  if (std::none_of(redaction->codes.begin(), redaction->codes.end(), same)) redaction->codes.push_back(code);
}

Redaction* smallest_around(const Box& code, std::vector<Redaction>* redactions) {
  Redaction* smallest = nullptr;
  for (Redaction& redaction : *redactions)
    if (redaction.box.contains(code.center_x(), code.center_y()) &&
        (!smallest || redaction.box.area() < smallest->box.area()))
      smallest = &redaction;
  return smallest;
}

// The nearest box on the code's line: whatever lies farther on the same side has it between.
Redaction* nearest_beside(const Box& code, std::vector<Redaction>* redactions) {
  Redaction* nearest = nullptr;
  Points nearest_gap = kFarthestBeside;
  for (Redaction& redaction : *redactions) {
    if (!on_same_line(code, redaction.box)) continue;
    const Points gap = gap_between(code, redaction.box);
    if (gap > nearest_gap || (nearest && gap == nearest_gap)) continue;
    nearest = &redaction;
    nearest_gap = gap;
  }
  return nearest;
}

// Codes of consecutive lines in one margin.
struct Stack {
  std::vector<std::size_t> codes;  // indexes into the codes given
  Box box;
  Points line_height = 0;
};

bool continues(const Stack& stack, const Box& code) {
  const bool same_column = overlap(stack.box.x0, stack.box.x1, code.x0, code.x1) > -stack.line_height * 2;
  return same_column && code.y0 - stack.box.y1 <= stack.line_height * 0.9;
}

// From the top of the page down. codes[i] for each i has a box.
std::vector<Stack> stacks_of(std::vector<std::size_t> margin, const std::vector<ExemptionCode>& codes) {
  std::stable_sort(margin.begin(), margin.end(),
                   [&](std::size_t a, std::size_t b) { return codes[a].box->y0 < codes[b].box->y0; });
  std::vector<Stack> stacks;
  for (const std::size_t i : margin) {
    const Box& box = *codes[i].box;
    const auto open =
        std::find_if(stacks.rbegin(), stacks.rend(), [&](const Stack& s) { return continues(s, box); });
    Stack& stack = open == stacks.rend() ? stacks.emplace_back() : *open;
    stack.codes.push_back(i);
    stack.box = bounding(stack.box, box);
    stack.line_height = std::max(stack.line_height, box.height());
  }
  return stacks;
}

struct Band {
  Points y0, y1;
  Points limit = std::numeric_limits<Points>::max();  // where the next stack begins to speak
};

// A stack speaks for the lines from its top to the next stack of its margin, but not for half a page.
Band band_of(const Stack& stack, const std::vector<Stack>& stacks) {
  // Recognised boxes of a small face hardly fill their line.
  const Points line = stack.line_height * 1.6;
  Points limit = std::numeric_limits<Points>::max();
  for (const Stack& other : stacks) {
    const bool same_margin = overlap(other.box.x0, other.box.x1, stack.box.x0, stack.box.x1) > 0;
    if (&other != &stack && same_margin && other.box.y0 > stack.box.y0)
      limit = std::min(limit, other.box.y0 - line * 0.2);
  }
  limit = std::max(limit, stack.box.y1);
  return {stack.box.y0 - line * 0.3, std::min(limit, stack.box.y1 + kLinesBelowStack * line), limit};
}

// Redactions that follow the band line by line belong to the group the stack stands at.
Band extended(Band band, const std::vector<Redaction*>& unexplained) {
  std::vector<const Box*> below;
  for (const Redaction* redaction : unexplained)
    if (redaction->box.y1 > band.y1) below.push_back(&redaction->box);
  std::sort(below.begin(), below.end(), [](const Box* a, const Box* b) { return a->y0 < b->y0; });
  for (const Box* box : below)
    if (box->y0 < band.y1 + 0.6 * box->height()) band.y1 = std::max(band.y1, std::min(box->y1, band.limit));
  return band;
}

// A third of the box or of the band is level with the other; a sliver is the next line's.
bool is_level(const Box& box, const Band& band) {
  const double shared = overlap(box.y0, box.y1, band.y0, band.y1);
  return shared > 0 && shared >= std::min(box.height(), band.y1 - band.y0) / 3;
}

class Placing {
 public:
  Placing(std::vector<Redaction> redactions, const std::vector<ExemptionCode>& codes, Points page_width)
      : redactions_(std::move(redactions)),
        codes_(codes),
        placed_(codes.size(), false),
        page_width_(page_width) {}

  PlacedCodes run() && {
    place_inside();
    place_beside();
    place_stacks();
    place_level();
    place_below();
    PlacedCodes result;
    for (std::size_t i = 0; i < codes_.size(); ++i)
      if (!placed_[i]) result.unplaced.push_back(codes_[i]);
    result.redactions = std::move(redactions_);
    return result;
  }

 private:
  void place_inside() {
    for (std::size_t i = 0; i < codes_.size(); ++i) {
      if (!codes_[i].box || codes_[i].role == CodeRole::kPage) continue;
      Redaction* redaction = smallest_around(*codes_[i].box, &redactions_);
      if (!redaction) continue;
      ExemptionCode label = codes_[i];
      label.role = CodeRole::kLabel;
      add_code(label, redaction);
      placed_[i] = true;
    }
  }

  bool is_free_label(std::size_t i) const {
    return !placed_[i] && codes_[i].box && codes_[i].role == CodeRole::kLabel;
  }

  void place_beside() {
    for (std::size_t i = 0; i < codes_.size(); ++i) {
      if (!is_free_label(i) || in_margin(*codes_[i].box, page_width_)) continue;
      Redaction* redaction = nearest_beside(*codes_[i].box, &redactions_);
      if (!redaction) continue;
      add_code(codes_[i], redaction);
      placed_[i] = true;
    }
  }

  void place_stacks() {
    std::vector<std::size_t> margin;
    for (std::size_t i = 0; i < codes_.size(); ++i)
      if (is_free_label(i) && in_margin(*codes_[i].box, page_width_)) margin.push_back(i);
    const std::vector<Stack> stacks = stacks_of(std::move(margin), codes_);
    // Asked before any stack speaks: a tall box may be explained by several.
    std::vector<Redaction*> unexplained;
    for (Redaction& redaction : redactions_)
      if (redaction.codes.empty()) unexplained.push_back(&redaction);
    for (const Stack& stack : stacks) {
      const Band band = extended(band_of(stack, stacks), unexplained);
      for (Redaction* redaction : unexplained)
        if (is_level(redaction->box, band)) add_stack(stack, redaction);
    }
  }

  void place_level() {
    std::vector<Redaction*> unexplained;
    for (Redaction& redaction : redactions_)
      if (redaction.codes.empty()) unexplained.push_back(&redaction);
    for (std::size_t i = 0; i < codes_.size(); ++i) {
      if (!is_free_label(i) || !is_at_line_end(*codes_[i].box, page_width_)) continue;
      for (Redaction* redaction : unexplained) {
        if (!on_same_line(*codes_[i].box, redaction->box)) continue;
        add_code(codes_[i], redaction);
        placed_[i] = true;
      }
    }
  }

  void place_below() {
    for (std::size_t i = 0; i < codes_.size(); ++i) {
      if (!is_free_label(i)) continue;
      const Box& code = *codes_[i].box;
      for (Redaction& redaction : redactions_) {
        const Box& box = redaction.box;
        const Points away = std::max(box.y0 - code.y1, code.y0 - box.y1);
        const bool under = overlap(code.x0, code.x1, box.x0, box.x1) > 0.5 * code.width();
        if (!redaction.codes.empty() || !under || away > 1.2 * code.height()) continue;
        add_code(codes_[i], &redaction);
        placed_[i] = true;
        break;
      }
    }
  }

  void add_stack(const Stack& stack, Redaction* redaction) {
    for (const std::size_t i : stack.codes) {
      add_code(codes_[i], redaction);
      placed_[i] = true;
    }
  }

  std::vector<Redaction> redactions_;
  const std::vector<ExemptionCode>& codes_;
  std::vector<bool> placed_;
  Points page_width_;
};

// The part of a word's box that bytes [begin, end) of the page's text take.
std::optional<Box> part_of(const Word& word, std::size_t begin, std::size_t end) {
  if (!word.offset || word.text.empty()) return std::nullopt;
  const std::size_t first = std::max(begin, *word.offset),
                    last = std::min(end, *word.offset + word.text.size());
  if (first >= last) return std::nullopt;
  const double per_byte = word.box.width() / static_cast<double>(word.text.size());
  Box part = word.box;
  part.x0 = word.box.x0 + per_byte * static_cast<double>(first - *word.offset);
  part.x1 = word.box.x0 + per_byte * static_cast<double>(last - *word.offset);
  return part;
}

}  // namespace

bool in_margin(const Box& box, Points page_width) {
  return box.center_x() < kMarginShare * page_width || box.center_x() > (1 - kMarginShare) * page_width;
}

PlacedCodes place_codes(std::vector<Redaction> redactions, const std::vector<ExemptionCode>& codes,
                        Points page_width) {
  return Placing(std::move(redactions), codes, page_width).run();
}

ExemptionCode located(const CodeHit& hit, const TextLayer& words, CodeOrigin origin) {
  std::optional<Box> box;
  for (const Word& word : words)
    if (const auto part = part_of(word, hit.begin, hit.end)) box = box ? bounding(*box, *part) : *part;
  return {hit.code, hit.raw, hit.certain, hit.role, origin, box};
}

}  // namespace vaughn::redaction
