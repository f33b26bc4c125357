// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/page_drawing.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vaughn/base/strings.h"
#include "vaughn/image/drawing.h"

namespace vaughn::cli {
namespace {

struct Family {
  std::array<std::string_view, 2> prefixes;  // of the canonical code
  image::Colour colour;
  std::string_view name;
};

// The first row that fits counts; the last is for codes that have none of their own.
constexpr std::array<Family, 6> kFamilies = {
    {{{"(b)(6)", "(b)(7)(C)"}, {0, 114, 178}, "(b)(6), (b)(7)(C) personal privacy"},
     {{"(b)(7)", "(b)(7)"}, {213, 94, 0}, "other (b)(7) law enforcement"},
     {{"(b)(5)", "(b)(5)"}, {0, 158, 115}, "(b)(5) privileged"},
     {{"(b)(4)", "(b)(4)"}, {230, 159, 0}, "(b)(4) trade secrets, commercial"},
     {{"(b)(3)", "(b)(1)"}, {86, 180, 233}, "(b)(1), (b)(3) classified, other statute"},
     {{"", ""}, {110, 110, 110}, "other codes"}}};
constexpr Family kUnlabelled = {{"", ""}, {204, 121, 167}, "no code read"};
constexpr image::Colour kInk = {0, 0, 0};
constexpr image::Colour kLeak = {240, 228, 66};
constexpr image::Colour kHit = {255, 214, 0};

constexpr int kLine = 3, kDash = 9, kLegendPoints = 6, kTagPoints = 6, kSwatch = 30, kIndent = 16, kPlate = 2;
constexpr double kHitTint = 0.45;

const Family* family_of(std::string_view code) {
  for (const Family& family : kFamilies)
    for (const std::string_view prefix : family.prefixes)
      if (code.starts_with(prefix)) return &family;
  return &kFamilies.back();
}

// Of all its codes, each once, in their order.
std::vector<const Family*> families_of(const Redaction& redaction) {
  std::vector<const Family*> families;
  for (const ExemptionCode& code : redaction.codes) {
    const Family* family = family_of(code.code);
    if (std::find(families.begin(), families.end(), family) == families.end()) families.push_back(family);
  }
  if (families.empty()) families.push_back(&kUnlabelled);
  return families;
}

bool is_certain(const Redaction& redaction) {
  return redaction.codes.empty() || std::any_of(redaction.codes.begin(), redaction.codes.end(),
                                                [](const ExemptionCode& code) { return code.certain; });
}

// The built-in face has ASCII only.
std::string ascii(std::string_view text) {
  std::string kept;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F) kept += c;
    if (byte >= 0xC0) kept += '?';  // begins a character of several bytes
  }
  return kept;
}

// One outline around the other for each family of its codes; the first is the innermost.
void draw_outlines(image::PixelBox box, const Redaction& redaction, image::Drawing* drawing) {
  for (const Family* family : families_of(redaction)) {
    if (is_certain(redaction))
      drawing->outline(box, family->colour, kLine);
    else
      drawing->dashed_outline(box, family->colour, kLine, kDash);
    box = grown(box, kLine);
  }
}

// Where numbers may not stand: redactions, and codes printed in the open.
std::vector<image::PixelBox> taken_places(const PageReading& reading, const image::Scale& scale) {
  std::vector<image::PixelBox> taken;
  for (const Redaction& redaction : reading.redactions) {
    if (redaction.kind != CoverKind::kPage) taken.push_back(grown(scale.to_pixels(redaction.box), kLine));
    for (const ExemptionCode& code : redaction.codes)
      if (code.box) taken.push_back(scale.to_pixels(*code.box));
  }
  for (const ExemptionCode& code : reading.codes)
    if (code.box) taken.push_back(scale.to_pixels(*code.box));
  return taken;
}

// Outside the box: at its top left corner if that is free, else about it. On clear paper rather than on
// words, on words rather than on another redaction.
image::PixelBox place_for(const image::PixelBox& box, const image::PixelBox& size,
                          const std::vector<image::PixelBox>& taken, const image::Bitmap& page) {
  const int w = size.width(), h = size.height();
  const std::array<std::pair<int, int>, 8> corners = {{{box.x0 - w, box.y0 - h},
                                                       {box.x0 - w, box.y0},
                                                       {box.x0, box.y0 - h},
                                                       {box.x1, box.y0},
                                                       {box.x1, box.y0 - h},
                                                       {box.x0 - w, box.y1 - h},
                                                       {box.x1 - w, box.y0 - h},
                                                       {box.x0, box.y1}}};
  std::optional<image::PixelBox> on_words;
  for (const auto& [x, y] : corners) {
    const image::PixelBox place = {x, y, x + w, y + h};
    const bool free = std::none_of(taken.begin(), taken.end(), [&](const image::PixelBox& other) {
      return !intersection(place, other).empty();
    });
    if (!free || intersection(place, page.bounds()) != place) continue;
    if (page.crop(place).is_blank()) return place;
    if (!on_words) on_words = place;
  }
  const int x = std::clamp(box.x0 - w, 0, std::max(0, page.width() - w));
  const int y = std::clamp(box.y0 - h, 0, std::max(0, page.height() - h));
  return on_words.value_or(image::PixelBox{x, y, x + w, y + h});
}

// Dark on a white plate with the redaction's colour about it.
void draw_number(const image::PixelBox& place, const std::string& number, const Redaction& redaction,
                 image::Drawing* drawing) {
  drawing->tint(place, {255, 255, 255}, 1);
  drawing->label(place.x0 + kPlate, place.y0 + kPlate, number, kInk, kTagPoints);
  drawing->outline(place, families_of(redaction).front()->colour, kPlate);
}

void draw_redactions(const PageReading& reading, const image::Scale& scale, const image::Bitmap& page,
                     image::Drawing* drawing) {
  std::vector<image::PixelBox> taken = taken_places(reading, scale);
  for (std::size_t i = 0; i < reading.redactions.size(); ++i) {
    const Redaction& redaction = reading.redactions[i];
    const image::PixelBox box = scale.to_pixels(redaction.box);
    if (redaction.kind == CoverKind::kPage) {
      draw_outlines(grown(box, -4 * kLine), redaction, drawing);
      continue;
    }
    drawing->tint(box, families_of(redaction).front()->colour, 0.2);
    draw_outlines(grown(box, kLine), redaction, drawing);
  }
  for (const ExemptionCode& code : reading.codes)
    if (code.box && code.role != CodeRole::kMention)
      drawing->outline(grown(scale.to_pixels(*code.box), 3), kFamilies.back().colour, 1);
  for (std::size_t i = 0; i < reading.redactions.size(); ++i) {
    const Redaction& redaction = reading.redactions[i];
    if (redaction.kind == CoverKind::kPage) continue;
    const std::string number = std::to_string(i + 1);
    const image::PixelBox size = grown(image::Drawing::label_size(number, kTagPoints), kPlate);
    const int rings = kLine * static_cast<int>(families_of(redaction).size());
    taken.push_back(place_for(grown(scale.to_pixels(redaction.box), rings), size, taken, page));
    draw_number(taken.back(), number, redaction, drawing);
  }
}

bool is_leak(const Finding& finding) {
  return finding.finding_class == FindingClass::kLeak && finding.box;
}

void draw_leaks(const PageReading& reading, const image::Scale& scale, image::Drawing* drawing) {
  for (const Finding& finding : reading.findings) {
    if (!is_leak(finding)) continue;
    const image::PixelBox box = grown(scale.to_pixels(*finding.box), 3 * kLine + 2);
    drawing->outline(grown(box, 2), kInk, kLine + 4);
    drawing->outline(box, kLeak, kLine);
  }
}

void draw_hits(const std::vector<Box>& hits, const image::Scale& scale, image::Drawing* drawing) {
  for (const Box& hit : hits) {
    const image::PixelBox box = grown(scale.to_pixels(hit), 2);
    drawing->tint(box, kHit, kHitTint);
    drawing->outline(grown(box, 1), kHit, 2);
  }
}

enum class Stroke { kSolid, kDashed, kDouble, kTint };

struct Entry {
  image::Colour colour;
  Stroke stroke;
  std::string text;
};

std::string with_count(std::string_view name, std::ptrdiff_t count) {
  return std::string(name) + ": " + std::to_string(count);
}

// "other codes (EO:3.5(c), NR)": their colour alone does not say which.
std::string name_of(const Family& family, const PageReading& reading) {
  constexpr std::size_t kMostNamed = 4;
  if (&family != &kFamilies.back()) return std::string(family.name);
  std::vector<std::string> codes;
  for (const Redaction& redaction : reading.redactions)
    for (const ExemptionCode& code : redaction.codes)
      if (family_of(code.code) == &family && std::find(codes.begin(), codes.end(), code.code) == codes.end())
        codes.push_back(code.code);
  const std::size_t others = codes.size() - std::min(codes.size(), kMostNamed);
  codes.resize(codes.size() - others);
  if (others > 0) codes.push_back("+" + std::to_string(others));
  return ascii(std::string(family.name) + " (" + join(codes, ", ") + ")");
}

// A redaction counts under every ground it has.
std::vector<Entry> legend_of(const PageReading& reading, std::size_t hits) {
  std::vector<Entry> entries;
  std::vector<const Family*> families;
  for (const Family& family : kFamilies) families.push_back(&family);
  families.push_back(&kUnlabelled);
  for (const Family* family : families) {
    const auto count =
        std::count_if(reading.redactions.begin(), reading.redactions.end(), [&](const Redaction& redaction) {
          const auto of = families_of(redaction);
          return std::find(of.begin(), of.end(), family) != of.end();
        });
    if (count > 0)
      entries.push_back({family->colour, Stroke::kSolid, with_count(name_of(*family, reading), count)});
  }
  const auto uncertain = std::count_if(reading.redactions.begin(), reading.redactions.end(),
                                       [](const Redaction& redaction) { return !is_certain(redaction); });
  if (uncertain > 0) entries.push_back({kInk, Stroke::kDashed, with_count("code not certain", uncertain)});
  const auto leaks = std::count_if(reading.findings.begin(), reading.findings.end(), is_leak);
  if (leaks > 0)
    entries.push_back({kLeak, Stroke::kDouble, with_count("text can still be had from under it", leaks)});
  if (hits > 0)
    entries.push_back(
        {kHit, Stroke::kTint, with_count("words looked for", static_cast<std::ptrdiff_t>(hits))});
  return entries;
}

std::string heading_of(const store::PageRow& row) {
  std::string heading = row.source.path.substr(row.source.path.find_last_of('/') + 1) + ", page " +
                        std::to_string(row.reading.page.number().value());
  for (const BatesNumber& bates : row.bates)
    heading += bates.how == BatesHow::kInferred ? ", [" + bates.value + "]" : ", " + bates.value;
  return ascii(heading) + ". Numbers: the redactions, in the order of the page's list.";
}

void draw_swatch(const image::PixelBox& box, const Entry& entry, image::Drawing* drawing) {
  switch (entry.stroke) {
    case Stroke::kDashed:
      return drawing->dashed_outline(box, entry.colour, kLine, kDash / 2 + 1);
    case Stroke::kDouble:
      drawing->outline(grown(box, 2), kInk, kLine + 4);
      return drawing->outline(box, entry.colour, kLine);
    case Stroke::kTint:
      return drawing->tint(box, entry.colour, kHitTint);
    case Stroke::kSolid:
      drawing->tint(box, entry.colour, 0.2);
      drawing->outline(box, entry.colour, kLine);
  }
}

// Below the page, in as many columns as fit.
void draw_legend(const store::PageRow& row, std::size_t hits, image::Drawing* drawing) {
  const std::vector<Entry> entries = legend_of(row.reading, hits);
  const int line = image::Drawing::label_size("X", kLegendPoints).height() + 8;
  int widest = 1;
  for (const Entry& entry : entries)
    widest = std::max(widest, image::Drawing::label_size(entry.text, kLegendPoints).width());
  const int column = kSwatch + 3 * kIndent + widest;
  const int columns = std::max(1, (drawing->picture().width() - kIndent) / column);
  const int rows = (static_cast<int>(entries.size()) + columns - 1) / columns;
  const image::PixelBox strip = drawing->add_strip_below((rows + 1) * line + kIndent);
  drawing->tint({0, strip.y0, strip.x1, strip.y0 + 2}, kInk, 1);
  drawing->label(kIndent, strip.y0 + 8, heading_of(row), kInk, kLegendPoints);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const int x = kIndent + static_cast<int>(i) % columns * column;
    const int y = strip.y0 + 8 + line * (1 + static_cast<int>(i) / columns);
    draw_swatch({x + 4, y + 4, x + kSwatch, y + line - 8}, entries[i], drawing);
    drawing->label(x + kSwatch + kIndent / 2, y, entries[i].text, kInk, kLegendPoints);
  }
}

}  // namespace

image::Bitmap marked_page(const store::PageRow& row, const std::vector<Box>& hits,
                          const worker::PagePicture& page) {
  image::Drawing drawing(page.bitmap);
  draw_hits(hits, page.scale, &drawing);
  draw_redactions(row.reading, page.scale, page.bitmap, &drawing);
  draw_leaks(row.reading, page.scale, &drawing);
  draw_legend(row, hits.size(), &drawing);
  return drawing.picture().copy();
}

}  // namespace vaughn::cli
