// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/covered_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <random>

#include "eval/plain_words.h"

namespace vaughn::eval {
namespace {

constexpr double kShareCovered = 0.1;  // of the words
constexpr Points kAcross = 1.5;        // that a box is larger than its words, left and right
constexpr double kUntouched = 0.05;    // of a word's area: what a box may take of a word that stays
constexpr double kGone = 0.8;          // of a word's area under a box, for it to be gone

struct Run {
  std::size_t first = 0, last = 0;  // of words, half-open
};

bool on_one_line(const Word& word, const Word& next) {
  const Points height = std::max(word.box.height(), next.box.height());
  return next.box.x0 >= word.box.x1 - 1 && next.box.x0 - word.box.x1 < height &&
         std::abs(next.box.center_y() - word.box.center_y()) < height / 3;
}

// Word boxes run from ascent to descent, so that those of tightly set lines meet: no margin above and below.
Box box_over(const TextLayer& words, const Run& run) {
  Box box;
  for (std::size_t i = run.first; i < run.last; ++i) box = bounding(box, words[i].box);
  return {box.x0 - kAcross, box.y0, box.x1 + kAcross, box.y1};
}

// Where the box takes its words whole and leaves all others alone.
bool clean_cut(const TextLayer& words, const Run& run, const Box& box) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const double share = covered_share(words[i].box, box);
    const bool inside = i >= run.first && i < run.last;
    if (inside ? share < kGone : share > kUntouched) return false;
  }
  return true;
}

bool clear_of(const std::vector<DrawnBox>& boxes, const Box& box) {
  return std::none_of(boxes.begin(), boxes.end(),
                      [&](const DrawnBox& other) { return !intersection(grown(other.box, 2), box).empty(); });
}

std::string code_for(const Box& box, std::uint32_t choice) {
  static const std::array<const char*, 6> kCodes = {"(b)(6)", "(b)(4)",    "(b)(5)",
                                                    "(b)(3)", "(b)(7)(C)", "(b)(7)(E)"};
  const std::string code = kCodes.at(choice % kCodes.size());
  // Labels are set at 8 points or less; one needs room.
  const double size = std::min(8.0, 0.75 * box.height());
  return static_cast<double>(code.size()) * size * 0.5 + 4 < box.width() ? code : "";
}

bool same_line_near(const Box& box, const Box& other, Points reach) {
  return other.center_y() > box.y0 && other.center_y() < box.y1 && other.x1 > box.x0 - reach &&
         other.x0 < box.x1 + reach;
}

void find_neighbours(CoveredPage& page) {
  for (DrawnBox& drawn : page.boxes) {
    const Points reach = drawn.box.height();
    for (std::size_t i = 0; i < page.left.size(); ++i)
      if (same_line_near(drawn.box, page.left[i].box, reach)) drawn.neighbours.push_back(i);
  }
}

bool read_at(const Word& wanted, const TextLayer& reading) {
  const std::string text = plain(wanted.text);
  return std::any_of(reading.begin(), reading.end(), [&](const Word& word) {
    return grown(wanted.box, 3).contains(word.box.center_x(), word.box.center_y()) &&
           plain(word.text) == text;
  });
}

}  // namespace

CoveredPage cover_words(const TextLayer& words, Labels labels, std::uint32_t seed) {
  std::mt19937 random(seed);
  CoveredPage page;
  std::vector<bool> gone(words.size());
  const auto wanted = static_cast<std::size_t>(kShareCovered * static_cast<double>(words.size()));
  std::size_t covered = 0;
  // Many places are refused (tight tables); more tries than this find no more.
  for (std::size_t tries = 0; covered < wanted && tries < 20 * words.size(); ++tries) {
    Run run{random() % words.size(), 0};
    const std::size_t length = 1 + random() % 4;
    const std::uint32_t choice = static_cast<std::uint32_t>(random());
    run.last = run.first + 1;
    while (run.last < words.size() && run.last - run.first < length &&
           on_one_line(words[run.last - 1], words[run.last]))
      ++run.last;
    const Box box = box_over(words, run);
    if (!clean_cut(words, run, box) || !clear_of(page.boxes, box)) continue;
    const std::string code = labels == Labels::kCodes ? code_for(box, choice) : "";
    if (labels == Labels::kCodes && code.empty()) continue;
    page.boxes.push_back({box, code});
    for (std::size_t i = run.first; i < run.last; ++i) gone[i] = true;
    covered += run.last - run.first;
  }
  for (std::size_t i = 0; i < words.size(); ++i)
    if (!gone[i]) page.left.push_back(words[i]);
  find_neighbours(page);
  return page;
}

BoxErrors& BoxErrors::operator+=(const BoxErrors& other) {
  boxes += other.boxes;
  false_in_boxes += other.false_in_boxes;
  false_beside += other.false_beside;
  neighbours += other.neighbours;
  neighbours_read += other.neighbours_read;
  return *this;
}

BoxErrors compare_boxes(const CoveredPage& page, const TextLayer& reading) {
  BoxErrors errors;
  std::map<std::string, int> left;  // words of the page that no reading has claimed yet
  for (const Word& word : page.left)
    for (const std::string& text : plain_words(word.text)) ++left[text];
  std::vector<const Word*> unclaimed;
  for (const Word& word : reading) {
    const DrawnBox* in = nullptr;
    for (const DrawnBox& drawn : page.boxes)
      if (drawn.box.contains(word.box.center_x(), word.box.center_y())) in = &drawn;
    if (in != nullptr)
      errors.false_in_boxes += !in->code.empty() && plain(word.text) == in->code ? 0 : 1;
    else if (const auto found = left.find(plain(word.text)); found != left.end() && found->second > 0)
      --found->second;
    else
      unclaimed.push_back(&word);
  }
  for (const Word* word : unclaimed) {
    const bool beside = std::any_of(page.boxes.begin(), page.boxes.end(), [&](const DrawnBox& drawn) {
      return !intersection(grown(drawn.box, drawn.box.height() / 2), word->box).empty();
    });
    errors.false_beside += beside ? 1 : 0;
  }
  for (const DrawnBox& drawn : page.boxes) {
    ++errors.boxes;
    for (const std::size_t neighbour : drawn.neighbours) {
      ++errors.neighbours;
      errors.neighbours_read += read_at(page.left[neighbour], reading) ? 1 : 0;
    }
  }
  return errors;
}

}  // namespace vaughn::eval
