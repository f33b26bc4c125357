// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/redaction/cover_detector.h"

#include <algorithm>

#include "redaction/cover_filled.h"
#include "redaction/cover_fused.h"
#include "redaction/cover_hatched.h"
#include "redaction/cover_hollow.h"
#include "redaction/cover_rules.h"
#include "redaction/cover_scribble.h"
#include "redaction/cover_sheet.h"
#include "redaction/cover_split.h"

namespace vaughn::redaction {
namespace {

constexpr double kUniform = .01;

CoverKind kind_of(const Candidate& candidate) {
  constexpr double kRectangle = .95;
  if (candidate.region || (!candidate.parts.empty() && candidate.fill < kRectangle))
    return CoverKind::kRegion;
  if (candidate.stroke) return CoverKind::kBlob;
  return candidate.hollow ? CoverKind::kOutlined : CoverKind::kSolid;
}

Cover to_cover(const Candidate& candidate, const Sheet& sheet, const image::Scale& scale) {
  const image::Scale sheet_scale{scale.x * sheet.factor, scale.y * sheet.factor};
  Cover cover;
  cover.box = sheet_scale.to_points(sheet.on_page(candidate.box));
  cover.kind = kind_of(candidate);
  cover.confidence = std::clamp(candidate.score, 0.0, 1.0);
  cover.level = candidate.level;
  cover.uniform = candidate.outliers < kUniform;
  cover.text_height = sheet.u / sheet_scale.y;
  for (const image::PixelBox& part : candidate.parts)
    cover.parts.push_back(sheet_scale.to_points(sheet.on_page(part)));
  return cover;
}

// Yellow and black are alike in their darkest channel.
int luminance_of(const image::Bitmap& page, const Sheet& sheet, const Candidate& candidate) {
  if (page.depth() != 32) return candidate.level;
  const image::PixelBox box = sheet.on_page(grown(candidate.box, -2));
  const auto to_page = [&](int at) { return static_cast<int>(at / sheet.factor); };
  const image::PixelBox pixels =
      intersection({to_page(box.x0), to_page(box.y0), to_page(box.x1), to_page(box.y1)}, page.bounds());
  if (pixels.empty()) return candidate.level;
  const auto gray = image::GrayPlane::darkest_of(page.crop(pixels).to_gray(), 1);
  return image::quantile(gray.histogram(gray.bounds()), .5);
}

// Covers side by side, parted between their codes.
std::vector<Candidate> split(const Sheet& sheet, const std::vector<Candidate>& candidates) {
  std::vector<Candidate> parts;
  for (const Candidate& candidate : candidates) {
    if (candidate.hollow || candidate.hatched || candidate.stroke) {
      parts.push_back(candidate);
      continue;
    }
    for (const image::PixelBox& box : split_between_codes(sheet, candidate.box, candidate.level)) {
      parts.push_back(candidate);
      parts.back().box = box;
    }
  }
  return parts;
}

}  // namespace

std::vector<Cover> find_covers(const image::Bitmap& page, const image::Scale& scale) {
  const Sheet sheet = make_sheet(page);
  std::vector<Candidate> candidates = find_filled(sheet);
  for (Candidate& candidate : candidates) candidate.luminance = luminance_of(page, sheet, candidate);
  const std::vector<Candidate> hollow = find_hollow(sheet);
  candidates.insert(candidates.end(), hollow.begin(), hollow.end());
  candidates = drop_inner_ones(drop_odd_ones(drop_merges(std::move(candidates)), sheet));
  const std::vector<Candidate> hatched = find_hatched(sheet);
  candidates.insert(candidates.end(), hatched.begin(), hatched.end());
  const std::vector<Candidate> scribbles = find_scribbles(sheet);
  candidates.insert(candidates.end(), scribbles.begin(), scribbles.end());
  candidates = keep_best(std::move(candidates));

  candidates = fuse(sheet, split(sheet, candidates));

  std::vector<Cover> covers;
  for (const Candidate& candidate : candidates) covers.push_back(to_cover(candidate, sheet, scale));
  std::sort(covers.begin(), covers.end(), [](const Cover& a, const Cover& b) {
    return a.box.y0 != b.box.y0 ? a.box.y0 < b.box.y0 : a.box.x0 < b.box.x0;
  });
  return covers;
}

}  // namespace vaughn::redaction
