// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/redaction/code_placement.h"

#include <algorithm>
#include <optional>

#include "redaction/code_stacks.h"

namespace vaughn::redaction {
namespace {

constexpr Points kFarthestBeside =
    108;  // an inch and a half: some agencies print the code up to an inch away
constexpr double kLineEndShare =
    0.28;  // of the page's width, on either side: where a code can speak for its line
constexpr int kLinesBelowStack = 3;
constexpr Points kFarthestFollowing = 60;  // between redactions of a group
constexpr double kLinePitch = 1.6;         // recognised boxes of a small face hardly fill their line

bool on_same_line(const Box& code, const Box& box) {
  return overlap(code.y0, code.y1, box.y0, box.y1) >= code.height() / 2;
}

// White space between two boxes on a line; negative when one is over the other.
Points gap_between(const Box& a, const Box& b) {
  return std::max(a.x0, b.x0) - std::min(a.x1, b.x1);
}

bool is_at_line_end(const Box& code, Points page_width) {
  return code.x1 < kLineEndShare * page_width || code.x0 > (1 - kLineEndShare) * page_width ||
         in_margin(code, page_width);
}

bool share_column(const Stack& a, const Stack& b) {
  return overlap(a.box.x0, a.box.x1, b.box.x0, b.box.x1) > 0;
}

bool has_code(const Redaction& redaction, const ExemptionCode& code) {
  return std::any_of(redaction.codes.begin(), redaction.codes.end(),
                     [&](const ExemptionCode& known) { return known.code == code.code; });
}

// How far down a stack has spoken: its own foot, or that of the last redaction it explains.
struct Speaker {
  const Stack* stack = nullptr;
  Points foot = 0;

  Points line() const { return stack->line_height * kLinePitch; }
};

class Placing {
 public:
  Placing(std::vector<Redaction> redactions, const std::vector<ExemptionCode>& codes, Points page_width)
      : redactions_(std::move(redactions)),
        codes_(codes),
        explained_by_(codes.size()),
        page_width_(page_width) {}

  PlacedCodes run() && {
    place_inside();
    const std::vector<Stack> stacks = free_stacks();
    place_beside();
    place_stack_mates(stacks);
    place_stacks();
    PlacedCodes result;
    for (std::size_t i = 0; i < codes_.size(); ++i)
      if (explained_by_[i].empty()) result.unplaced.push_back(codes_[i]);
    result.redactions = std::move(redactions_);
    return result;
  }

 private:
  enum class Trust { kAsRead, kDoubtful };

  void add(std::size_t code, std::size_t redaction, Trust trust = Trust::kAsRead) {
    explained_by_[code].push_back(redaction);
    if (has_code(redactions_[redaction], codes_[code])) return;
    ExemptionCode label = codes_[code];
    label.role = CodeRole::kLabel;
    label.certain = label.certain && trust == Trust::kAsRead;
    redactions_[redaction].codes.push_back(std::move(label));
  }

  bool is_free_label(std::size_t i) const {
    return explained_by_[i].empty() && codes_[i].box && codes_[i].role == CodeRole::kLabel;
  }

  std::vector<Stack> free_stacks() const {
    std::vector<std::size_t> free;
    for (std::size_t i = 0; i < codes_.size(); ++i)
      if (is_free_label(i)) free.push_back(i);
    return stacks_of(std::move(free), codes_);
  }

  std::vector<std::size_t> unexplained() const {
    std::vector<std::size_t> found;
    for (std::size_t r = 0; r < redactions_.size(); ++r)
      if (redactions_[r].codes.empty()) found.push_back(r);
    return found;
  }

  std::optional<std::size_t> smallest_around(const Box& code) const {
    std::optional<std::size_t> smallest;
    for (std::size_t r = 0; r < redactions_.size(); ++r)
      if (redactions_[r].box.contains(code.center_x(), code.center_y()) &&
          (!smallest || redactions_[r].box.area() < redactions_[*smallest].box.area()))
        smallest = r;
    return smallest;
  }

  void place_inside() {
    for (std::size_t i = 0; i < codes_.size(); ++i) {
      if (!codes_[i].box || codes_[i].role == CodeRole::kPage) continue;
      if (const auto redaction = smallest_around(*codes_[i].box)) add(i, *redaction);
    }
  }

  // The nearest box on the code's line: whatever lies farther on the same side has it between.
  std::optional<std::size_t> nearest_beside(const Box& code) const {
    std::optional<std::size_t> nearest;
    Points nearest_gap = kFarthestBeside;
    for (std::size_t r = 0; r < redactions_.size(); ++r) {
      if (!on_same_line(code, redactions_[r].box)) continue;
      const Points gap = gap_between(code, redactions_[r].box);
      if (gap > nearest_gap || (nearest && gap == nearest_gap)) continue;
      nearest = r;
      nearest_gap = gap;
    }
    return nearest;
  }

  void place_beside() {
    for (std::size_t i = 0; i < codes_.size(); ++i) {
      if (!is_free_label(i) || in_margin(*codes_[i].box, page_width_)) continue;
      if (const auto redaction = nearest_beside(*codes_[i].box)) add(i, *redaction);
    }
  }

  // Of a stack of two lines beside a box of one line, only one line is level with the box.
  void place_stack_mates(const std::vector<Stack>& stacks) {
    for (const Stack& stack : stacks) {
      std::vector<std::size_t> spoken_for;
      for (const std::size_t i : stack.codes)
        spoken_for.insert(spoken_for.end(), explained_by_[i].begin(), explained_by_[i].end());
      if (spoken_for.empty()) continue;
      for (const std::size_t i : stack.codes)
        if (explained_by_[i].empty())
          for (const std::size_t redaction : spoken_for) add(i, redaction);
    }
  }

  void place_stacks() {
    const std::vector<Stack> stacks = free_stacks();
    std::vector<Speaker> speakers;
    for (const Stack& stack : stacks)
      if (stack.bureau || is_at_line_end(stack.box, page_width_)) speakers.push_back({&stack, stack.box.y1});
    explain_level_redactions(&speakers);
    explain_touching_redactions(stacks, &speakers);
    explain_following_redactions(&speakers);
  }

  static bool is_under_or_over(const Stack& stack, const Box& box) {
    const Points away = std::max(box.y0 - stack.box.y1, stack.box.y0 - box.y1);
    const bool under = overlap(stack.box.x0, stack.box.x1, box.x0, box.x1) > 0.5 * stack.box.width();
    return under && away <= 1.2 * stack.line_height;
  }

  // What stands right under or over a stack that has explained nothing yet.
  void explain_touching_redactions(const std::vector<Stack>& stacks, std::vector<Speaker>* speakers) {
    for (const Stack& stack : stacks) {
      if (!is_free_label(stack.codes.front())) continue;
      for (const std::size_t r : unexplained()) {
        if (!is_under_or_over(stack, redactions_[r].box)) continue;
        for (const std::size_t i : stack.codes) add(i, r);
        for (Speaker& speaker : *speakers)
          if (speaker.stack == &stack) speaker.foot = std::max(speaker.foot, redactions_[r].box.y1);
        break;
      }
    }
  }

  bool is_level_with(const Speaker& speaker, const Box& box) const {
    const Points more = 0.3 * speaker.line();
    return is_at_line_end(speaker.stack->box, page_width_) &&
           is_level(box, speaker.stack->box.y0 - more, speaker.stack->box.y1 + more);
  }

  // By the stacks of the nearest column: a tall box may be explained by several.
  void explain_level_redactions(std::vector<Speaker>* speakers) {
    for (const std::size_t r : unexplained()) {
      const Box& box = redactions_[r].box;
      const Speaker* nearest = nullptr;
      for (const Speaker& speaker : *speakers)
        if (is_level_with(speaker, box) &&
            (!nearest || gap_between(speaker.stack->box, box) < gap_between(nearest->stack->box, box)))
          nearest = &speaker;
      if (!nearest) continue;
      const Stack* column = nearest->stack;
      for (Speaker& speaker : *speakers)
        if (is_level_with(speaker, box) && share_column(*speaker.stack, *column))
          explain(r, Trust::kAsRead, &speaker, speakers);
    }
  }

  // Redactions that follow a stack line by line belong to the group it stands at. The FBI prints one stack
  // for a group and another where the next group begins: what lies farther down is explained by the last
  // stack above it, but only probably.
  void explain_following_redactions(std::vector<Speaker>* speakers) {
    std::vector<std::size_t> rest = unexplained();
    std::stable_sort(rest.begin(), rest.end(), [&](std::size_t a, std::size_t b) {
      return redactions_[a].box.y0 < redactions_[b].box.y0;
    });
    for (const std::size_t r : rest) {
      const Box& box = redactions_[r].box;
      if (Speaker* above = last_above(box, speakers)) {
        const bool bureau = above->stack->bureau;
        const Points below_stack = above->stack->box.y1 + kLinesBelowStack * above->line();
        // The lines of a teletype are two apart.
        const Points reach = std::max(kLinesBelowStack * above->line(), 3.2 * box.height());
        const Points below_last =
            above->foot + (bureau ? std::min(reach, kFarthestFollowing) : 0.6 * box.height());
        const bool close = box.y0 + box.height() / 3 <= below_stack || box.y0 <= below_last;
        if (close || bureau) explain(r, close ? Trust::kAsRead : Trust::kDoubtful, above, speakers);
      } else if (Speaker* below = first_below(box, speakers)) {
        explain(r, Trust::kDoubtful, below, speakers);
      }
    }
  }

  static Speaker* last_above(const Box& box, std::vector<Speaker>* speakers) {
    Speaker* last = nullptr;
    for (Speaker& speaker : *speakers)
      if (speaker.stack->box.y0 <= box.center_y() && (!last || speaker.stack->box.y0 > last->stack->box.y0))
        last = &speaker;
    return last;
  }

  static Speaker* first_below(const Box& box, std::vector<Speaker>* speakers) {
    for (Speaker& speaker : *speakers) {
      const Points away = speaker.stack->box.y0 - box.y1;
      if (speaker.stack->bureau && away >= 0 && away <= 2 * kLinesBelowStack * speaker.line())
        return &speaker;
    }
    return nullptr;
  }

  // Of two stacks side by side either may be meant: both are given, and neither for certain.
  void explain(std::size_t redaction, Trust trust, Speaker* speaker, std::vector<Speaker>* speakers) {
    std::vector<Speaker*> meant{speaker};
    for (Speaker& other : *speakers) {
      const bool rival = !share_column(*other.stack, *speaker->stack) &&
                         is_level(other.stack->box, speaker->stack->box.y0, speaker->stack->box.y1);
      if (rival) meant.push_back(&other);
    }
    if (meant.size() > 1) trust = Trust::kDoubtful;
    for (Speaker* one : meant) {
      for (const std::size_t i : one->stack->codes) add(i, redaction, trust);
      one->foot = std::max(one->foot, redactions_[redaction].box.y1);
    }
  }

  std::vector<Redaction> redactions_;
  const std::vector<ExemptionCode>& codes_;
  std::vector<std::vector<std::size_t>> explained_by_;  // of each code: the redactions it explains
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
