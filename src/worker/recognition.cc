// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/recognition.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "vaughn/base/utf8.h"
#include "worker/stage_timer.h"
#include "worker/table_rows.h"

namespace vaughn::worker {
namespace {

// The margin is what matters: boxes whitened exactly still leave 294 false words of 278 boxes, with this
// margin 7.
constexpr Points kCoverMargin = 1.5;
constexpr Points kWordMargin = 1.0;

double overlap_share(const Box& a, const Box& b) {
  return intersection(a, b).area() / std::max(1e-9, std::min(a.area(), b.area()));
}

// Recognition noise on empty paper and on textures: all marks, no letter or digit.
bool is_noise(const Word& word) {
  const bool speaks = std::any_of(word.text.begin(), word.text.end(), [](unsigned char c) {
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
  return !speaks && word.confidence.value_or(1) < 0.4;
}

// Behind the last word that stands level with it and to its left; nothing without one.
std::optional<std::size_t> place_for(const Word& word, const TextLayer& words) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Box& box = words[i].box;
    const double level = std::min(box.y1, word.box.y1) - std::max(box.y0, word.box.y0);
    if (level < 0.5 * std::min(box.height(), word.box.height())) continue;
    if (box.center_x() < word.box.center_x()) best = i + 1;
  }
  return best;
}

int letters_of(const TextLayer& words, double least_confidence) {
  std::size_t letters = 0;
  for (const Word& word : words)
    if (word.confidence.value_or(1) >= least_confidence) letters += count_code_points(word.text);
  return static_cast<int>(letters);
}

int sure_letters(const TextLayer& words) {
  return letters_of(words, 0.8);
}

// Small print that had run together when it was copied does not stand being reduced.
bool has_lost_letters(const TextLayer& words, const Print& print) {
  constexpr int kFewest = 300;
  constexpr double kExpected = 0.9;
  return print.is_type() && print.letters >= kFewest && letters_of(words, 0) < kExpected * print.letters;
}

Result<TextLayer> read(const Prepared& prepared, ocr::Recogniser& recogniser) {
  auto words = timed(Stage::kRecognise,
                     [&] { return recogniser.read_page(prepared.bitmap, prepared.scale, prepared.dpi); });
  if (!words) return words.problem();
  for (Word& word : *words) word.box = prepared.on_page(word.box);
  std::erase_if(*words, is_noise);
  return with_table_rows(std::move(words).value());
}

}  // namespace

TextLayer merge_words(const TextLayer& layer, TextLayer recognised) {
  std::erase_if(recognised, [&](const Word& word) {
    return std::any_of(layer.begin(), layer.end(),
                       [&](const Word& kept) { return overlap_share(word.box, kept.box) > 0.5; });
  });
  int last_line = 0, last_block = 0;
  for (const Word& word : recognised) {
    last_line = std::max(last_line, word.line);
    last_block = std::max(last_block, word.block);
  }
  TextLayer merged = std::move(recognised);
  for (Word word : layer) {
    if (const auto at = place_for(word, merged)) {
      word.line = merged[*at - 1].line;
      word.block = merged[*at - 1].block;
      merged.insert(merged.begin() + static_cast<std::ptrdiff_t>(*at), std::move(word));
    } else {
      // It keeps company with its own line of the layer.
      word.line += last_line + 1;
      word.block += last_block + 1;
      merged.push_back(std::move(word));
    }
  }
  return merged;
}

image::Bitmap without_covers(const PageBitmap& page, const std::vector<redaction::Cover>& covers) {
  image::Bitmap masked = page.bitmap.to_gray();
  const image::Scale scale = page.scale();
  for (const redaction::Cover& cover : covers)
    for (const Box& part : cover.parts.empty() ? std::vector<Box>{cover.box} : cover.parts)
      masked.fill(scale.to_pixels(grown(part, kCoverMargin)), 255);
  return masked;
}

Result<TextLayer> recognise_page(const ToRecognise& task, ocr::Recogniser& recogniser) {
  image::Bitmap masked = without_covers(task.page, task.covers);
  const image::Scale scale = task.page.scale();
  if (task.what == Recognise::kAround)
    for (const Word& word : task.layer) masked.fill(scale.to_pixels(grown(word.box, kWordMargin)), 255);
  const Prepared prepared = prepare(masked, scale, task.paper_dpi, task.print, Size::kFitting);
  auto words = read(prepared, recogniser);
  if (words && prepared.reduced && has_lost_letters(*words, task.print)) {
    auto again = read(prepare(masked, scale, task.paper_dpi, task.print, Size::kFull), recogniser);
    if (again && sure_letters(*again) > sure_letters(*words)) words = std::move(again);
  }
  if (!words) return words.problem();
  return merge_words(task.layer, std::move(words).value());
}

}  // namespace vaughn::worker
