// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/box_labels.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <optional>
#include <string_view>

#include "vaughn/image/components.h"

namespace vaughn::worker {
namespace {

constexpr double kTrusted = 0.60;     // confidence above which recognised words are taken for words
constexpr int kInkContrast = 56;      // grey levels from the fill that make a pixel part of a letter
constexpr double kLeastInk = 0.0008;  // of the interior: less is noise, not a label
constexpr int kSpeckPixels = 6;
constexpr int kMargin = 14;  // white pixels about the label: letters at the very edge are misread
// Heights of a capital that Tesseract reads best; the second for labels of which the first makes nothing.
constexpr std::array kLetterPixels = {34.0, 24.0};
constexpr double kMostEnlarged = 4;

ExemptionCode to_code(const redaction::CodeHit& hit, CodeOrigin origin, const Box& box) {
  return {hit.code, hit.raw, hit.certain, hit.role, origin, box};
}

// A code inside a cover is a label of it, whatever its wording would mean in prose.
std::vector<ExemptionCode> labels_of(const std::vector<redaction::CodeHit>& hits, CodeOrigin origin,
                                     const Box& box) {
  std::vector<ExemptionCode> codes;
  for (const redaction::CodeHit& hit : hits) {
    if (hit.role == CodeRole::kMention) continue;
    ExemptionCode code = to_code(hit, origin, box);
    const bool known =
        std::any_of(codes.begin(), codes.end(), [&](const auto& c) { return c.code == code.code; });
    if (!known) codes.push_back(std::move(code));
  }
  return codes;
}

// A remnant of the border, or the paper beside a skewed bar: it comes in from the crop's edge and is larger
// or flatter than a letter.
bool intrudes(const image::PixelBox& mark, const image::PixelBox& crop, double letter_height) {
  const bool at_edge = mark.x0 <= crop.x0 || mark.y0 <= crop.y0 || mark.x1 >= crop.x1 || mark.y1 >= crop.y1;
  const bool large = 4 * mark.width() > crop.width() || 5 * mark.height() > 3 * crop.height();
  return at_edge && (large || mark.height() < 0.45 * letter_height);
}

image::PixelBox around(const image::PixelBox& a, const image::PixelBox& b) {
  if (a.empty()) return b;
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

// Paints out what intrudes; answers with the box around every other mark darker than level that is more than
// a speck.
image::PixelBox clear_label(int level, std::uint8_t paper, double letter_height, image::Bitmap* gray) {
  const auto marks =
      image::Components::of(gray->binarised(level), image::Part::kInk, image::Neighbours::kEight);
  image::PixelBox label;
  for (const image::Component& mark : marks.all()) {
    if (mark.area < kSpeckPixels) continue;
    if (!intrudes(mark.box, gray->bounds(), letter_height)) {
      label = around(label, mark.box);
      continue;
    }
    for (const image::Run& run : marks.runs(mark))
      gray->fill({run.x0 - 2, run.y - 1, run.x1 + 2, run.y + 2}, paper);
  }
  return label;
}

// The part of the interior that has ink, as dark letters on paper; nothing when there is none.
struct LabelPicture {
  image::Bitmap picture;
  std::uint8_t paper = 255;  // one ground all over: a second one would be taken for ink
};

std::optional<LabelPicture> label_picture(const redaction::Cover& cover, const image::Bitmap& page,
                                          const image::Scale& scale) {
  const image::PixelBox whole = intersection(scale.to_pixels(cover.box), page.bounds());
  // Inside the border, which is a few pixels wide and seldom quite straight.
  const int inset = std::max(2, static_cast<int>(std::lround(0.9 * scale.x)));
  const image::PixelBox inner = grown(whole, -inset);
  if (inner.width() < 6 || inner.height() < 6) return std::nullopt;
  image::Bitmap crop = page.crop(inner).to_gray();
  if (cover.level < 128) crop.negate();
  const auto paper = static_cast<std::uint8_t>(cover.level < 128 ? 255 - cover.level : cover.level);
  const image::PixelBox ink =
      clear_label(std::max(1, paper - kInkContrast), paper, cover.text_height * scale.y, &crop);
  if (ink.empty() || crop.fraction_below(paper - kInkContrast, crop.bounds()) < kLeastInk)
    return std::nullopt;
  return LabelPicture{crop.crop(intersection(grown(ink, 2), crop.bounds())), paper};
}

image::Bitmap with_margin(const LabelPicture& found, const redaction::Cover& cover, const image::Scale& scale,
                          double letter_pixels) {
  const image::Bitmap& label = found.picture;
  const double letter = cover.text_height > 0 ? cover.text_height * scale.y : label.height();
  const double factor =
      std::clamp(letter_pixels / std::max(4.0, std::min<double>(letter, label.height())), 1.0, kMostEnlarged);
  const image::Bitmap large = factor > 1.05 ? label.scaled(factor) : label.copy();
  return large.padded(kMargin, found.paper);
}

bool has_letter_or_digit(const std::string& text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char c) { return c >= 0x80 || std::isalnum(c) != 0; });
}

bool has_word(const std::string& text) {
  // Four letters with a vowel among them, as no code has; reviewers' words for grounds are codes.
  int letters = 0;
  bool vowel = false;
  for (const char c : text + " ") {
    const char lower = static_cast<char>(c | 0x20);
    if (lower >= 'a' && lower <= 'z') {
      ++letters;
      vowel |= std::string_view("aeiouy").find(lower) != std::string_view::npos;
      continue;
    }
    if (letters >= 4 && vowel) return true;
    letters = 0;
    vowel = false;
  }
  return false;
}

// An amount, a year, a telephone number: four digits on end, or six in one token. Codes have neither
// ("5.1.2e" read as "5.1.26" has four with dots between).
bool has_figure(const std::string& text) {
  int on_end = 0, in_token = 0;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    on_end = digit ? on_end + 1 : 0;
    if (digit) ++in_token;
    if (!digit && std::string_view(".,-/:$").find(c) == std::string_view::npos) in_token = 0;
    if (on_end >= 4 || in_token >= 6) return true;
  }
  return false;
}

}  // namespace

bool is_ordinary_text(const std::string& text) {
  return has_word(text) || has_figure(text);
}

BoxLabel label_from_words(const TextLayer& printed, const redaction::CodeContext& context) {
  BoxLabel label;
  if (printed.empty()) return label;
  std::string text;
  Box box;
  for (const Word& word : printed) {
    if (!text.empty()) text += word.line == (&word - 1)->line ? ' ' : '\n';
    text += word.text;
    box = bounding(box, word.box);
  }
  label.codes = labels_of(read_box_codes(text, context), CodeOrigin::kTextLayer, box);
  // What the file itself draws there can be read, be it ever so short; what an OCR layer has may be noise.
  const bool exact = context.origin == redaction::TextOrigin::kBornDigital;
  label.ordinary_text =
      label.codes.empty() && (is_ordinary_text(text) || (exact && has_letter_or_digit(text)));
  return label;
}

namespace {

bool all_certain(const std::vector<ExemptionCode>& codes) {
  return !codes.empty() && std::all_of(codes.begin(), codes.end(), [](const auto& c) { return c.certain; });
}

BoxLabel recognise_label(const image::Bitmap& picture, const Box& box, const redaction::CodeContext& context,
                         ocr::Recogniser& recogniser) {
  BoxLabel label;
  // Any letters first: the alphabet of codes would turn ordinary words into codes.
  const ocr::BoxText plain = recogniser.read_box(picture, ocr::Alphabet::kAny);
  label.codes = labels_of(read_box_codes(plain.text, context), CodeOrigin::kBoxOcr, box);
  if (all_certain(label.codes)) return label;
  label.ordinary_text = label.codes.empty() && is_ordinary_text(plain.text) && plain.confidence >= kTrusted;
  if (label.ordinary_text) return label;
  const ocr::BoxText coded = recogniser.read_box(picture, ocr::Alphabet::kCodes);
  auto codes = labels_of(read_box_codes(coded.text, context), CodeOrigin::kBoxOcr, box);
  if (label.codes.empty() || all_certain(codes)) label.codes = std::move(codes);
  return label;
}

}  // namespace

BoxLabel label_from_pixels(const redaction::Cover& cover, const image::Bitmap& page,
                           const image::Scale& scale, const redaction::CodeContext& context,
                           ocr::Recogniser& recogniser) {
  BoxLabel label;
  const auto picture = label_picture(cover, page, scale);
  if (!picture) return label;
  for (const double letter_pixels : kLetterPixels) {
    label =
        recognise_label(with_margin(*picture, cover, scale, letter_pixels), cover.box, context, recogniser);
    if (!label.codes.empty() || label.ordinary_text) break;
  }
  return label;
}

}  // namespace vaughn::worker
