// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/cover_hatched.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

namespace vaughn::redaction {
namespace {

using image::Component;
using image::PixelBox;

constexpr int kGap = 4;  // pixels, wider than the bright lines

// Not one above the other: the lines of text above and below mostly touch the bar.
bool close_by(const PixelBox& a, const PixelBox& b) {
  const int overlap = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  return a.x0 <= b.x1 + kGap && b.x0 <= a.x1 + kGap && overlap >= .3 * std::min(a.height(), b.height());
}

// Triangles and diamonds fill half of their boxes or more; most letters less.
std::vector<Component> compact_marks(const Sheet& sheet) {
  std::vector<Component> marks;
  std::copy_if(sheet.marks.begin(), sheet.marks.end(), std::back_inserter(marks), [&](const Component& mark) {
    return static_cast<double>(mark.area) >= .4 * static_cast<double>(mark.box.area()) &&
           mark.box.height() <= 4 * sheet.u;
  });
  std::sort(marks.begin(), marks.end(),
            [](const Component& a, const Component& b) { return a.box.x0 < b.box.x0; });
  return marks;
}

// What the bright lines have parted, put together.
std::vector<PixelBox> groups_of(const std::vector<Component>& marks) {
  std::vector<std::size_t> parent(marks.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  const auto root = [&](std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (std::size_t i = 0; i < marks.size(); ++i) {
    for (std::size_t j = i + 1; j < marks.size() && marks[j].box.x0 <= marks[i].box.x1 + kGap; ++j) {
      if (close_by(marks[i].box, marks[j].box)) parent[root(j)] = root(i);
    }
  }
  std::vector<PixelBox> groups(marks.size());
  for (std::size_t i = 0; i < marks.size(); ++i) {
    PixelBox& group = groups[root(i)];
    const PixelBox& b = marks[i].box;
    group = group.empty() ? b
                          : PixelBox{std::min(group.x0, b.x0), std::min(group.y0, b.y0),
                                     std::max(group.x1, b.x1), std::max(group.y1, b.y1)};
  }
  std::erase_if(groups, [](const PixelBox& group) { return group.empty(); });
  return groups;
}

struct Profile {
  std::vector<double> rows, columns;  // shares of bright pixels
};

Profile bright_in(const Sheet& sheet, const PixelBox& box, int bright) {
  Profile profile{std::vector<double>(static_cast<std::size_t>(box.height())),
                  std::vector<double>(static_cast<std::size_t>(box.width()))};
  for (int y = box.y0; y < box.y1; ++y) {
    const std::uint8_t* row = sheet.levels.row(y);
    for (int x = box.x0; x < box.x1; ++x) {
      if (row[x] <= bright) continue;
      profile.rows[static_cast<std::size_t>(y - box.y0)] += 1.0 / box.width();
      profile.columns[static_cast<std::size_t>(x - box.x0)] += 1.0 / box.height();
    }
  }
  return profile;
}

// The longest stretch that is mostly dark: letters that touch the bar are left out.
std::optional<std::array<int, 2>> dark_stretch(const std::vector<double>& bright) {
  constexpr double kMost = .5;
  std::array<int, 2> best{0, 0};
  int begin = 0;
  for (int i = 0; i <= static_cast<int>(bright.size()); ++i) {
    if (i < static_cast<int>(bright.size()) && bright[static_cast<std::size_t>(i)] <= kMost) continue;
    if (i - begin > best[1] - best[0]) best = {begin, i};
    begin = i + 1;
  }
  return best[1] > best[0] ? std::optional(best) : std::nullopt;
}

double share_crossed(const std::vector<double>& bright) {
  const auto crossed =
      std::count_if(bright.begin(), bright.end(), [](double share) { return share > .04 && share < .6; });
  return static_cast<double>(crossed) / static_cast<double>(bright.size());
}

// Slanting lines cross every row and nearly every column, the outermost as well; white words leave some bare.
bool is_crossed(const Profile& profile) {
  constexpr double kRows = .97, kColumns = .8;
  const double rows = std::accumulate(profile.rows.begin(), profile.rows.end(), 0.0);
  const double mean = rows / static_cast<double>(profile.rows.size());
  return mean > .1 && mean < .45 && share_crossed(profile.rows) >= kRows &&
         share_crossed(profile.columns) >= kColumns;
}

bool stands_on_paper(const Sheet& sheet, const PixelBox& b) {
  const std::array<PixelBox, 4> strips{
      PixelBox{b.x0, b.y0 - 4, b.x1, b.y0 - 1}, PixelBox{b.x0, b.y1 + 1, b.x1, b.y1 + 4},
      PixelBox{b.x0 - 4, b.y0, b.x0 - 1, b.y1}, PixelBox{b.x1 + 1, b.y0, b.x1 + 4, b.y1}};
  for (const PixelBox& strip : strips) {
    const PixelBox part = intersection(strip, sheet.levels.bounds());
    if (part.empty()) continue;
    // The median: letters may touch the ends.
    if (image::quantile(sheet.levels.histogram(part), .5) < .8 * sheet.paper) return false;
  }
  return true;
}

// The bar in a group, without the words that touch it: they are lower, and less dark.
std::optional<PixelBox> bar_in(const Sheet& sheet, PixelBox box) {
  const int bright = sheet.level_at(.62);
  const auto x = dark_stretch(bright_in(sheet, box, bright).columns);
  if (!x) return std::nullopt;
  box = {box.x0 + (*x)[0], box.y0, box.x0 + (*x)[1], box.y1};
  const auto y = dark_stretch(bright_in(sheet, box, bright).rows);
  if (!y) return std::nullopt;
  box = {box.x0, box.y0 + (*y)[0], box.x1, box.y0 + (*y)[1]};
  const bool possible = box.width() >= 1.8 * sheet.u && box.height() >= sheet.u;
  return possible ? std::optional(box) : std::nullopt;
}

std::optional<Candidate> check_hatched(const Sheet& sheet, const PixelBox& group) {
  const double u = sheet.u;
  if (group.width() < 1.8 * u || group.height() < u || group.height() > 4 * u) return std::nullopt;
  const auto bar = bar_in(sheet, group);
  if (!bar) return std::nullopt;
  const PixelBox& box = *bar;
  const int level = image::quantile(sheet.levels.histogram(box), .4);
  if (level > sheet.level_at(.3)) return std::nullopt;
  if (!is_hatched(sheet, box, level) || !stands_on_paper(sheet, box)) return std::nullopt;
  Candidate found;
  found.box = box;
  found.hatched = true;
  found.level = level;
  found.fill = 1;
  found.outliers = .3;
  found.contrast = 1;
  found.score = .8;
  return found;
}

}  // namespace

bool is_hatched(const Sheet& sheet, const PixelBox& box, int level) {
  constexpr int kOther = 40;
  return level <= sheet.level_at(.3) && is_crossed(bright_in(sheet, box, level + kOther));
}

std::vector<Candidate> find_hatched(const Sheet& sheet) {
  std::vector<Candidate> found;
  for (const PixelBox& group : groups_of(compact_marks(sheet))) {
    if (auto candidate = check_hatched(sheet, group)) found.push_back(*candidate);
  }
  return found;
}

}  // namespace vaughn::redaction
