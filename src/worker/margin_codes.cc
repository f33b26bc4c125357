// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/margin_codes.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "vaughn/redaction/code_placement.h"

namespace vaughn::worker {
namespace {

constexpr Points kClearPaper = 9;       // between a margin's line and the text beside it
constexpr Points kTallest = 16;         // of a line of codes
constexpr std::size_t kMostLines = 80;  // more is no stack of codes but a column of text
constexpr double kLetterPixels = 32;    // height of a capital that Tesseract reads best
constexpr int kRim = 14;

bool level(const Box& a, const Box& b) {
  return std::min(a.y1, b.y1) - std::max(a.y0, b.y0) > 0.3 * std::min(a.height(), b.height());
}

double gap(const Box& a, const Box& b) {
  return std::max({0.0, b.x0 - a.x1, a.x0 - b.x1});
}

std::vector<Box> join_into_lines(std::vector<Box> marks) {
  std::sort(marks.begin(), marks.end(), [](const Box& a, const Box& b) { return a.x0 < b.x0; });
  std::vector<Box> lines;
  for (const Box& mark : marks) {
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const Box& known) {
      return level(known, mark) && gap(known, mark) < 1.6 * std::max(known.height(), mark.height());
    });
    if (line == lines.end()) {
      lines.push_back(mark);
    } else {
      *line = bounding(*line, mark);
    }
  }
  std::sort(lines.begin(), lines.end(),
            [](const Box& a, const Box& b) { return std::pair(a.y0, a.x0) < std::pair(b.y0, b.x0); });
  return lines;
}

image::Bitmap line_picture(const Box& line, const image::Bitmap& page, const image::Scale& scale) {
  const Points beside = 0.35 * line.height();
  const image::Bitmap crop =
      page.crop(intersection(scale.to_pixels(grown(line, beside)), page.bounds())).to_gray();
  const double factor = std::clamp(kLetterPixels / std::max(1.0, line.height() * scale.y), 1.0, 4.0);
  return (factor > 1.05 ? crop.scaled(factor) : crop.copy()).padded(kRim, 255);
}

}  // namespace

std::vector<Box> margin_lines(const std::vector<Box>& marks, Points page_width) {
  std::vector<Box> inside, outside;
  for (const Box& mark : marks) (redaction::in_margin(mark, page_width) ? inside : outside).push_back(mark);
  std::vector<Box> lines = join_into_lines(std::move(inside));
  std::erase_if(lines, [&](const Box& line) {
    if (line.height() > kTallest || line.width() < 0.8 * line.height()) return true;
    return std::any_of(outside.begin(), outside.end(),
                       [&](const Box& mark) { return level(mark, line) && gap(mark, line) < kClearPaper; });
  });
  if (lines.size() > kMostLines) lines.clear();
  return lines;
}

std::vector<ExemptionCode> read_margin_codes(const std::vector<Box>& lines, const image::Bitmap& page,
                                             const image::Scale& scale, redaction::CodeContext context,
                                             ocr::Recogniser& recogniser) {
  context.place = redaction::CodePlace::kMargin;
  std::vector<ExemptionCode> codes;
  for (const Box& line : lines) {
    const image::Bitmap picture = line_picture(line, page, scale);
    std::vector<redaction::CodeHit> hits;
    // Any letters first: the alphabet of codes would turn an initial or a page number into a code.
    const ocr::BoxText plain = recogniser.read_box(picture, ocr::Alphabet::kAny);
    hits = redaction::read_codes(plain.text, context);
    const bool certain = std::all_of(hits.begin(), hits.end(), [](const auto& hit) { return hit.certain; });
    if (!hits.empty() && !certain) {
      auto again = redaction::read_codes(recogniser.read_box(picture, ocr::Alphabet::kCodes).text, context);
      if (!again.empty() &&
          std::all_of(again.begin(), again.end(), [](const auto& hit) { return hit.certain; }))
        hits = std::move(again);
    }
    for (const redaction::CodeHit& hit : hits)
      codes.push_back({hit.code, hit.raw, hit.certain, hit.role, CodeOrigin::kStripOcr, line});
  }
  return codes;
}

std::vector<ExemptionCode> prefer(std::vector<ExemptionCode> better,
                                  const std::vector<ExemptionCode>& others) {
  const std::size_t count = better.size();
  for (const ExemptionCode& other : others) {
    const bool known = std::any_of(
        better.begin(), better.begin() + static_cast<std::ptrdiff_t>(count), [&](const auto& code) {
          return code.box && other.box && !intersection(*code.box, *other.box).empty();
        });
    if (!known) better.push_back(other);
  }
  return better;
}

}  // namespace vaughn::worker
