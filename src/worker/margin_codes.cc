// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/margin_codes.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "vaughn/redaction/code_placement.h"
#include "worker/line_picture.h"

namespace vaughn::worker {
namespace {

constexpr Points kTallest = 16;  // of a line of codes
constexpr int kMostMarks = 26;   // "b7C -1,-2,-4,-5 Per EOUSA" is a long one; more is a sentence
// In heights of a letter: "b6 -1" has two columns of a typewriter between its letters, for a hyphen is no
// mark.
constexpr double kFarthestNext = 2.4;
constexpr double kZoneShare = 0.26;           // of the page's width: where a margin's lines begin
constexpr std::size_t kMostMarginLines = 80;  // more is no stack of codes but a column of text
constexpr std::size_t kMostNearLines = 40;
constexpr Points kNearBox = 108;    // on the box's line: an inch and a half, as in code_placement
constexpr double kNearLines = 3.5;  // above and below a code, in its heights

bool level(const Box& a, const Box& b) {
  return std::min(a.y1, b.y1) - std::max(a.y0, b.y0) > 0.3 * std::min(a.height(), b.height());
}

double overlap(Points a0, Points a1, Points b0, Points b1) {
  return std::min(a1, b1) - std::max(a0, b0);
}

struct GrowingLine {
  Box box;
  Box last;  // the mark farthest to the right
  double height = 0;
  int marks = 0;

  double gap_to(const Box& mark) const { return mark.x0 - last.x1; }
  bool takes(const Box& mark) const {
    const double letter = std::min(std::max(height, mark.height()), kTallest);
    return level(last, mark) && gap_to(mark) < kFarthestNext * letter;
  }
  void add(const Box& mark) {
    box = bounding(box, mark);
    if (marks == 0 || mark.x1 > last.x1) last = mark;
    height = std::max(height, mark.height());
    ++marks;
  }
};

bool ends_in_margin(const Box& line, Points page_width) {
  const double margin = redaction::kMarginShare * page_width, zone = kZoneShare * page_width;
  return (line.x1 > page_width - margin && line.x0 > page_width - zone) ||
         (line.x0 < margin && line.x1 < zone);
}

bool is_near_redaction(const Box& line, const Redaction& redaction) {
  const Box& box = redaction.box;
  const double beside = std::max(line.x0 - box.x1, box.x0 - line.x1);
  if (overlap(line.y0, line.y1, box.y0, box.y1) > -line.height()) return beside < kNearBox;
  const double apart = std::max(line.y0 - box.y1, box.y0 - line.y1);
  return beside < 0 && apart < kNearLines * line.height();
}

bool is_near_code(const Box& line, const Box& code) {
  const double apart = std::max(line.y0 - code.y1, code.y0 - line.y1);
  return overlap(line.x0, line.x1, code.x0, code.x1) > -2 * code.height() &&
         apart < kNearLines * code.height();
}

bool all_certain(const std::vector<redaction::CodeHit>& hits) {
  return std::all_of(hits.begin(), hits.end(), [](const auto& hit) { return hit.certain; });
}

std::vector<redaction::CodeHit> read_line(const image::Bitmap& picture, const redaction::CodeContext& context,
                                          ocr::Recogniser& recogniser) {
  // Any letters first: the alphabet of codes would turn an initial or a page number into a code.
  auto hits = redaction::read_codes(recogniser.read_box(picture, ocr::Alphabet::kAny).text, context);
  if (hits.empty() || all_certain(hits)) return hits;
  auto again = redaction::read_codes(recogniser.read_box(picture, ocr::Alphabet::kCodes).text, context);
  return !again.empty() && all_certain(again) ? again : hits;
}

bool has_digit(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "NR" of a teletype's heading is a number; in a box it is a ground.
bool is_word_alone(const redaction::CodeHit& hit) {
  return !has_digit(hit.raw) && hit.code.find('(') == std::string::npos;
}

bool is_bureau_notation(const ExemptionCode& code) {
  return code.raw.starts_with('b') && code.code.starts_with("(b)") && code.raw.find('(') == std::string::npos;
}

bool has_category(const ExemptionCode& code) {
  return code.code.find('-') != std::string::npos;
}

// On an agency's letter or explanation, or on a sheet, only what the FBI stamps without brackets is a label.
bool is_believed_on(redaction::PageKind kind, const redaction::CodeHit& hit) {
  if (kind == redaction::PageKind::kOrdinary) return true;
  return kind == redaction::PageKind::kLetter && hit.raw.find('(') == std::string::npos;
}

}  // namespace

std::vector<Box> lone_lines(const std::vector<Box>& marks) {
  std::vector<Box> ordered = marks;
  std::sort(ordered.begin(), ordered.end(), [](const Box& a, const Box& b) { return a.x0 < b.x0; });
  std::vector<GrowingLine> lines;
  for (const Box& mark : ordered) {
    GrowingLine* nearest = nullptr;
    for (GrowingLine& line : lines)
      if (line.takes(mark) && (!nearest || line.gap_to(mark) < nearest->gap_to(mark))) nearest = &line;
    (nearest ? *nearest : lines.emplace_back()).add(mark);
  }
  std::vector<Box> lone;
  for (const GrowingLine& line : lines)
    if (line.marks >= 2 && line.marks <= kMostMarks && line.box.height() <= kTallest &&
        line.box.width() >= 0.8 * line.box.height())
      lone.push_back(line.box);
  std::sort(lone.begin(), lone.end(),
            [](const Box& a, const Box& b) { return std::pair(a.y0, a.x0) < std::pair(b.y0, b.x0); });
  return lone;
}

std::vector<CodeLine> lines_worth_reading(const std::vector<Box>& lines, Points page_width,
                                          const std::vector<Redaction>& redactions,
                                          const std::vector<ExemptionCode>& open_codes) {
  std::vector<CodeLine> margin, near;
  for (const Box& line : lines) {
    const bool by_redaction = std::any_of(redactions.begin(), redactions.end(), [&](const auto& redaction) {
      return redaction.codes.empty() && is_near_redaction(line, redaction);
    });
    const bool by_code = std::any_of(open_codes.begin(), open_codes.end(), [&](const auto& code) {
      return code.box && code.role == CodeRole::kLabel && is_near_code(line, *code.box);
    });
    if (ends_in_margin(line, page_width)) {
      margin.push_back({line, redaction::CodePlace::kMargin});
    } else if (by_redaction || by_code) {
      near.push_back({line, redaction::CodePlace::kBody});
    }
  }
  if (margin.size() > kMostMarginLines) margin.clear();
  if (near.size() > kMostNearLines) near.clear();
  margin.insert(margin.end(), near.begin(), near.end());
  std::stable_sort(margin.begin(), margin.end(),
                   [](const CodeLine& a, const CodeLine& b) { return a.box.y0 < b.box.y0; });
  return margin;
}

std::vector<ExemptionCode> read_code_lines(const std::vector<CodeLine>& lines, const image::Bitmap& page,
                                           const image::Scale& scale, redaction::CodeContext context,
                                           ocr::Recogniser& recogniser) {
  std::vector<ExemptionCode> codes;
  for (const CodeLine& line : lines) {
    context.place = line.place;
    for (const redaction::CodeHit& hit : read_line(line_picture(line.box, page, scale), context, recogniser))
      if (!is_word_alone(hit) && is_believed_on(context.page, hit))
        codes.push_back({hit.code, hit.raw, hit.certain, hit.role, CodeOrigin::kStripOcr, line.box});
  }
  return codes;
}

std::vector<ExemptionCode> take_unsupported(std::vector<ExemptionCode>* codes) {
  constexpr std::size_t kFewestCharacters = 4;
  const std::vector<ExemptionCode> all = *codes;
  std::vector<ExemptionCode> grounds;
  std::erase_if(*codes, [&](const ExemptionCode& code) {
    if (code.certain || code.raw.size() >= kFewestCharacters) return false;
    const bool supported = std::any_of(all.begin(), all.end(), [&](const ExemptionCode& other) {
      return other.certain && other.code == code.code;
    });
    if (!supported && has_digit(code.raw)) grounds.push_back(code);
    return !supported;
  });
  return grounds;
}

void doubt_unnumbered(std::vector<ExemptionCode>* codes) {
  int numbered = 0, bare = 0;
  for (const ExemptionCode& code : *codes)
    if (code.role == CodeRole::kLabel && is_bureau_notation(code)) ++(has_category(code) ? numbered : bare);
  if (numbered < 2 || bare > numbered / 2) return;
  for (ExemptionCode& code : *codes)
    if (is_bureau_notation(code) && !has_category(code) && code.origin != CodeOrigin::kStripOcr)
      code.certain = false;
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
