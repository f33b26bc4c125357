// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples/covers.h"

#include <utility>

namespace vaughn::samples {
namespace {

std::string place_name(LabelPlace place) {
  switch (place) {
    case LabelPlace::kInsideCentre:
    case LabelPlace::kInsideCorner:
      return "inside";
    case LabelPlace::kBeside:
      return "beside";
    case LabelPlace::kMargin:
      return "margin";
    case LabelPlace::kNone:
      break;
  }
  return "none";
}

void draw_shape(Canvas& canvas, const Box& box, const Cover& how) {
  canvas.fill(box, how.fill);
  if (how.border > 0) canvas.rule_box(box, how.border, how.border_grey);
}

std::optional<Box> draw_label(Canvas& canvas, const Box& box, const std::string& text, const Cover& how) {
  const double size = how.label.size;
  const double middle = box.center_y() + size * 0.36;
  switch (how.place) {
    case LabelPlace::kInsideCentre:
      return canvas.line(box.center_x(), middle, text, how.label.aligned(Align::kCenter));
    case LabelPlace::kInsideCorner:
      return canvas.line(box.x0 + 2, box.y0 + size + 0.6, text, how.label);
    case LabelPlace::kBeside:
      return canvas.line(box.x1 + how.label_distance, middle, text, how.label);
    case LabelPlace::kMargin:
    case LabelPlace::kNone:
      break;
  }
  return std::nullopt;
}

std::string without_regime(const std::string& code) {
  return code.starts_with("EO:") ? code.substr(3) : code;
}

}  // namespace

Cover bordered_box() {
  return {.kind = "outlined",
          .fill = 1,
          .border = 0.8,
          .place = LabelPlace::kInsideCorner,
          .label = {.size = 6.5}};
}

Cover black_box() {
  return {.label = {.size = 7, .grey = 1}};
}

Cover grey_box() {
  return {.fill = 100.0 / 255, .label = {.size = 8}};
}

Cover bare_box() {
  return {.kind = "outlined", .fill = 1, .border = 0.48, .place = LabelPlace::kMargin};
}

Cover pale_box() {
  return {.kind = "outlined",
          .fill = 1,
          .border = 0.24,
          .border_grey = 0.5,
          .place = LabelPlace::kBeside,
          .label = {.size = 9}};
}

Cover white_patch() {
  return {.kind = "patch", .fill = 1, .label = {.size = 9}};
}

Cover dark_grey_box() {
  return {.fill = 75.0 / 255, .label = {.size = 9, .grey = 1}};
}

Cover unlabelled_black() {
  return {.place = LabelPlace::kNone};
}

void cover(Canvas& canvas, TruePage& page, const Box& box, const std::vector<std::string>& codes,
           const Cover& how) {
  draw_shape(canvas, box, how);
  TrueRedaction redaction = {box, how.kind, codes, place_name(how.place)};
  if (how.place == LabelPlace::kNone) {
    page.findings.push_back({"UNLABELLED_REDACTION", box, 0});
  } else {
    redaction.label_box = draw_label(canvas, box, printed(codes, how.separator), how);
  }
  page.redactions.push_back(std::move(redaction));
}

void cover(Canvas& canvas, TruePage& page, const std::vector<Gap>& gaps, const Cover& how) {
  for (const Gap& gap : gaps) cover(canvas, page, gap.box, gap.codes, how);
}

std::string printed(const std::vector<std::string>& codes, const std::string& separator) {
  std::string text;
  for (const std::string& code : codes) text += (text.empty() ? "" : separator) + without_regime(code);
  const std::size_t privilege = text.find("-DPP");
  if (privilege != std::string::npos) text[privilege] = ' ';
  return text;
}

std::string printed_bare(const std::string& code) {
  std::string bare;
  for (char c : code) {
    if (c == '-') {
      bare += " -";
    } else if (c == ',') {
      bare += ",-";
    } else if (c != '(' && c != ')') {
      bare += c;
    }
  }
  return bare;
}

Box margin_stack(Canvas& canvas, double x, double top, const std::vector<std::string>& codes) {
  const Style style = {.size = 8.5};
  double baseline = top + style.size;
  Box stack;
  for (const std::string& code : codes) {
    stack = bounding(stack, canvas.line(x, baseline, printed_bare(code), style));
    baseline += 9.5;
  }
  return stack;
}

}  // namespace vaughn::samples
