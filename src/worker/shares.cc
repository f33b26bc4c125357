// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/shares.h"

#include <algorithm>
#include <utility>

#include "worker/type_near.h"

namespace vaughn::worker {
namespace {

constexpr Points kMargin = 72;
constexpr double kSheetConfidence = 0.9;       // a sheet says it in so many words, which may be misread
constexpr double kSolid = 1, kGenerous = 1.6;  // line pitch by height that counts as the line's own

bool covers_part(const Redaction& redaction) {
  return redaction.kind != CoverKind::kPage;
}

std::vector<Box> covers_of(const PageReading& reading) {
  std::vector<Box> boxes;
  for (const Redaction& redaction : reading.redactions)
    if (covers_part(redaction) && !redaction.box.empty()) boxes.push_back(redaction.box);
  return boxes;
}

// Of the page, without the bare corners of a box that is around several rectangles.
double own_area(const Redaction& redaction, const PageReading& reading) {
  return redaction.area_share * reading.width * reading.height;
}

double bare_corners(const PageReading& reading) {
  double area = 0;
  for (const Redaction& redaction : reading.redactions)
    if (covers_part(redaction)) area += std::max(0.0, redaction.box.area() - own_area(redaction, reading));
  return area;
}

// Beyond its own box, which of a patch is only that of its code: there the estimate says how far it reaches.
double area_beyond(const Redaction& redaction, const std::vector<TypeLine>& lines) {
  if (redaction.kind != CoverKind::kPatch) return 0;
  const Type type = type_near(redaction.box, lines);
  return std::max(0.0, redaction.amount.characters * type.advance * type.pitch - redaction.box.area());
}

bool inside_any(const Box& word, const std::vector<Box>& boxes) {
  return std::any_of(boxes.begin(), boxes.end(),
                     [&](const Box& box) { return box.contains(word.center_x(), word.center_y()); });
}

std::vector<TypeLine> lines_outside(const PageReading& reading, const std::vector<Box>& covers) {
  TextLayer outside;
  for (const Word& word : reading.words)
    if (!inside_any(word.box, covers)) outside.push_back(word);
  return type_lines(outside, reading.width);
}

double words_area(const PageReading& reading, const std::vector<TypeLine>& lines) {
  const Type type = type_near({0, 0, reading.width, reading.height}, lines);
  const double pitch_by_height = std::clamp(type.pitch / type.height, kSolid, kGenerous);
  double area = 0;
  for (const TypeLine& line : lines) area += line.width * line.height * pitch_by_height;
  return area;
}

double text_area(const PageReading& reading, const std::vector<TypeLine>& lines, double covered) {
  const bool unknown =
      reading.ocr_due || reading.words.empty() || reading.text_source == TextSource::kPhotograph;
  if (!unknown) return covered + words_area(reading, lines);
  const Box inner{kMargin, kMargin, reading.width - kMargin, reading.height - kMargin};
  return std::max(covered, inner.area());
}

bool stands_for_another_page(redaction::PageKind kind) {
  return redaction::is_sheet(kind) && kind != redaction::PageKind::kWithheldSheet;
}

}  // namespace

double union_area(const std::vector<Box>& boxes) {
  // Strips between neighbouring tops and bottoms; in each, the spans across are merged.
  std::vector<Points> levels;
  for (const Box& box : boxes) levels.insert(levels.end(), {box.y0, box.y1});
  std::sort(levels.begin(), levels.end());
  double area = 0;
  for (std::size_t i = 1; i < levels.size(); ++i) {
    std::vector<std::pair<Points, Points>> spans;
    for (const Box& box : boxes)
      if (!box.empty() && box.y0 <= levels[i - 1] && box.y1 >= levels[i]) spans.emplace_back(box.x0, box.x1);
    std::sort(spans.begin(), spans.end());
    Points covered = 0, reached = spans.empty() ? 0 : spans.front().first;
    for (const auto& [from, to] : spans) {
      covered += std::max(0.0, to - std::max(from, reached));
      reached = std::max(reached, to);
    }
    area += covered * (levels[i] - levels[i - 1]);
  }
  return area;
}

void make_page_redaction(PageReading* reading) {
  Redaction page;
  page.box = {0, 0, reading->width, reading->height};
  page.kind = CoverKind::kPage;
  page.confidence = kSheetConfidence;
  page.area_share = 1;
  for (ExemptionCode& code : reading->codes)
    if (code.role == CodeRole::kPage) page.codes.push_back(std::move(code));
  std::erase_if(reading->codes, [](const ExemptionCode& code) { return code.role == CodeRole::kPage; });
  reading->redactions.push_back(std::move(page));
}

void measure_shares(redaction::PageKind kind, PageReading* reading) {
  const std::vector<Box> covers = covers_of(*reading);
  const std::vector<TypeLine> lines = lines_outside(*reading, covers);
  double covered = std::max(0.0, union_area(covers) - bare_corners(*reading));
  for (const Redaction& redaction : reading->redactions) covered += area_beyond(redaction, lines);
  const double total = text_area(*reading, lines, covered);
  reading->text_withheld_share = total > 0 ? covered / total : 0;
  for (Redaction& redaction : reading->redactions) {
    if (!covers_part(redaction)) {
      redaction.text_share = 1;
      reading->text_withheld_share = 1;
    } else if (total > 0) {
      redaction.text_share = (own_area(redaction, *reading) + area_beyond(redaction, lines)) / total;
    }
  }
  if (stands_for_another_page(kind)) reading->text_withheld_share = std::nullopt;
}

}  // namespace vaughn::worker
