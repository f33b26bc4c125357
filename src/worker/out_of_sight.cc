// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/out_of_sight.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "vaughn/base/strings.h"
#include "worker/hidden_words.h"
#include "worker/page_pixels.h"

namespace vaughn::worker {
namespace {

using pdf::Glyph;

constexpr int kFewestWords = 3;       // beyond the edge, or where a layer would show them
constexpr double kFlat = 14;          // levels, as in hidden_text.cc
constexpr Points kWatermark = 30;     // height of letters that are no running text
constexpr int kNeighbours = 4;        // pages to either side: more than two may share a sheet
constexpr double kOnNeighbour = 0.7;  // of the words: a sheet of two pages, shown one at a time

// Glyphs in painting order, parted where another line begins.
std::vector<std::vector<const Glyph*>> lines_of(const std::vector<Glyph>& glyphs) {
  std::vector<std::vector<const Glyph*>> lines;
  for (const Glyph& glyph : glyphs) {
    if (glyph.clips) continue;
    const bool same = !lines.empty() && std::abs(lines.back().back()->box.center_y() - glyph.box.center_y()) <
                                            0.4 * glyph.box.height();
    if (!same) lines.emplace_back();
    lines.back().push_back(&glyph);
  }
  return lines;
}

HiddenText gathered(const std::vector<const Glyph*>& glyphs, const char* type, FindingClass finding_class,
                    const char* where) {
  Box box;
  for (const Glyph* glyph : glyphs) box = bounding(box, glyph->box);
  return {{type, finding_class, box, count_characters(glyphs), where}, text_of(glyphs), box, false};
}

// How many of the text's tokens are known, 0 to 1.
double known_share(const std::string& text, const std::set<std::string>& known) {
  const std::vector<std::string> tokens = tokens_of(text);
  if (tokens.empty()) return 1;
  const auto found = std::count_if(tokens.begin(), tokens.end(),
                                   [&](const std::string& token) { return known.contains(token); });
  return static_cast<double>(found) / static_cast<double>(tokens.size());
}

bool is_on_neighbour(const PageFacts& page, const std::string& text) {
  const int here = page.page.value();
  for (int other = here - kNeighbours; other <= here + kNeighbours; ++other) {
    if (other == here || other < 0 || other >= page.document.page_count()) continue;
    if (known_share(text, seen_tokens(page.document.words(PageIndex(other)))) >= kOnNeighbour) return true;
  }
  return false;
}

void add_beyond_edge(const PageFacts& page, const std::set<std::string>& seen,
                     std::vector<HiddenText>* found) {
  std::vector<const Glyph*> glyphs;
  for (const auto& line : lines_of(page.plan.content.beyond_edge))
    if (!is_printers_line(text_of(line))) glyphs.insert(glyphs.end(), line.begin(), line.end());
  const std::string text = text_of(glyphs);
  if (count_like_words(text) < kFewestWords || known_share(text, seen) >= kOnNeighbour ||
      is_on_neighbour(page, text))
    return;
  found->push_back(gathered(glyphs, "TEXT_OUTSIDE_CROP_BOX", FindingClass::kLeak, "outside the crop box"));
}

bool is_watermark(const std::vector<const Glyph*>& line) {
  const bool large = std::any_of(line.begin(), line.end(),
                                 [](const Glyph* glyph) { return glyph->box.height() > kWatermark; });
  const std::vector<std::string> tokens = tokens_of(text_of(line));
  const bool says_so =
      tokens.size() <= 4 && std::any_of(tokens.begin(), tokens.end(), [](const std::string& token) {
        for (const char* said :
             {"draft", "copy", "sample", "void", "watermark", "specimen", "unofficial", "proof"})
          if (token == said) return true;
        return false;
      });
  return large || says_so;
}

// What a layer would show where the page shows nothing, or a cover, was kept from the reader; where it shows
// something else, the layer is another version of it.
void add_hidden_layers(const PageFacts& page, const std::set<std::string>& seen,
                       std::vector<HiddenText>* found) {
  if (page.plan.content.in_hidden_layers.empty()) return;
  const PagePixels pixels(page.look.bitmap, page.look.scale());
  std::vector<const Glyph*> kept_back, others;
  for (const auto& line : lines_of(page.plan.content.in_hidden_layers)) {
    if (is_watermark(line)) continue;
    for (const Glyph* glyph : line)
      (pixels.ground(glyph->box).spread < kFlat ? kept_back : others).push_back(glyph);
  }
  const auto add = [&](const std::vector<const Glyph*>& glyphs, int fewest, FindingClass finding_class) {
    const std::string text = text_of(glyphs);
    if (worth_of(text) != Worth::kWords || count_like_words(text) < fewest || known_share(text, seen) >= 1)
      return;
    found->push_back(gathered(glyphs, "TEXT_IN_HIDDEN_LAYER", finding_class, "layer that is switched off"));
  };
  add(kept_back, 1, FindingClass::kLeak);
  add(others, kFewestWords, FindingClass::kHiddenText);
}

bool is_time(const std::string& token) {
  const std::size_t colon = token.find(':');
  return colon != std::string::npos && colon >= 1 && colon <= 2 && colon + 2 < token.size() &&
         std::isdigit(static_cast<unsigned char>(token[0])) != 0 &&
         std::isdigit(static_cast<unsigned char>(token[colon + 1])) != 0;
}

}  // namespace

std::set<std::string> seen_tokens(const TextLayer& seen) {
  std::set<std::string> tokens;
  for (const Word& word : seen)
    for (std::string& token : tokens_of(word.text)) tokens.insert(std::move(token));
  return tokens;
}

bool is_printers_line(const std::string& text) {
  const std::string lower = to_lower_ascii(text);
  for (const char* sign : {".indd", ".qxd",  ".qxp", ".ai ",         ".eps",       ".psd", ".pdf",
                           ".fm",   ".doc",  ".pmd", "cyan",         "magenta",    "cmyk", "pantone",
                           "pms ",  "bleed", "trim", "registration", "signature ", "proof"})
    if ((lower + ' ').find(sign) != std::string::npos) return true;
  const std::vector<std::string> tokens = split(lower, ' ');
  return std::any_of(tokens.begin(), tokens.end(), is_time);
}

std::vector<HiddenText> find_out_of_sight(const PageFacts& page) {
  std::vector<HiddenText> found;
  if (page.plan.content.beyond_edge.empty() && page.plan.content.in_hidden_layers.empty()) return found;
  const std::set<std::string> seen = seen_tokens(page.seen);
  add_beyond_edge(page, seen, &found);
  add_hidden_layers(page, seen, &found);
  return found;
}

}  // namespace vaughn::worker
