// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/page_look.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "vaughn/image/cleanup.h"
#include "worker/recognition.h"
#include "worker/resolution.h"
#include "worker/shifted_text.h"
#include "worker/stage_timer.h"
#include "worker/turning.h"

namespace vaughn::worker {
namespace {

using redaction::Cover;

constexpr double kWorthRendering = 1.1;  // times the resolution there is: less gains nothing

// On a dark or uneven ground what is darker than ink on paper would be is no mark; such a page is evened out
// first.
Marks marks_outside(const std::vector<Cover>& covers, const PageBitmap& look) {
  image::Bitmap open = without_covers(look, covers);
  if (image::measure_paper(open).needs_flattening()) open = image::flattened(open);
  return find_marks(open, look.scale(), {});
}

PageFeatures features_of(const Page& page) {
  PageFeatures features;
  features.layer_words = static_cast<int>(page.open.size());
  features.hidden_words = page.open_hidden;
  features.quality = judge_layer(page.open);
  features.picture_share = picture_share(page.plan.size, page.plan.content.images);
  features.marks = static_cast<int>(page.marks.letters.size());
  features.unread_share = unread_share(page.marks.letters, page.open);
  return features;
}

void tell_shift(Page* page) {
  if (page->shift != 0)
    page->decision.reason += fmt::format(" Its characters stood {} too {} in the file; that was undone.",
                                         std::abs(page->shift), page->shift > 0 ? "low" : "high");
}

// A page of nothing but dark text: its drawing instructions tell what a reader sees, nothing can lie over or
// under anything, and it need not be drawn. False where its words are not good enough to be kept.
bool read_from_instructions(Page* page) {
  const pdf::PageContent& content = page->plan.content;
  if (!content.text_only || content.words.empty() != content.glyphs.empty()) return false;
  PageFeatures features;
  features.text_only = true;
  features.layer_words = static_cast<int>(content.words.size());
  TextLayer words;
  for (const pdf::LayerWord& word : content.words) words.push_back(word.word);
  features.quality = judge_layer(words);
  page->decision = decide_text(features);
  if (page->decision.recognise != Recognise::kNothing) return false;
  page->open = std::move(words);
  return true;
}

// Covers for what Redact annotations mark, where there is none in the pixels: it was to be withheld.
std::vector<Covered> covers_of_marks(const std::vector<Box>& marks, const std::vector<Cover>& covers,
                                     const pdf::PageSize& size) {
  std::vector<Covered> added;
  for (const Box& mark : marks) {
    const Box box = intersection(mark, {0, 0, size.width, size.height});
    const auto is_there = [&](const Cover& cover) { return covered_share(box, cover.box) > 0.7; };
    const bool known =
        std::any_of(covers.begin(), covers.end(), is_there) ||
        std::any_of(added.begin(), added.end(), [&](const Covered& other) { return is_there(other.cover); });
    if (box.empty() || known) continue;
    Covered covered;
    covered.cover.box = box;
    covered.cover.kind = CoverKind::kOutlined;
    covered.cover.confidence = 1;
    covered.cover.level = 255;
    covered.cover.uniform = false;
    covered.marked = true;
    added.push_back(std::move(covered));
  }
  return added;
}

}  // namespace

std::vector<Cover> covers_of(const Page& page) {
  std::vector<Cover> covers;
  for (const Covered& covered : page.covered) covers.push_back(covered.cover);
  return covers;
}

Print print_of(const Page& page) {
  Print print = measure_print(page.marks);
  print.stretched = page.plan.stretched;
  return print;
}

Result<Page> look_at(OpenSource& source, PageIndex index, const ReadOptions& options) {
  const StageTimer timer(Stage::kDecide);
  Page page;
  auto plan = source.plan(index, options.max_megapixels);
  if (!plan) return plan.problem();
  page.plan = std::move(plan).value();
  page.shift = find_shift(page.plan.content.words);
  if (page.shift != 0) undo_shift(page.shift, &page.plan.content);

  if (read_from_instructions(&page)) {
    tell_shift(&page);
    return page;
  }
  auto dpi = choose_dpi(page.plan.size, page.plan.content.images, Purpose::kLook, options.max_megapixels);
  if (!dpi) return dpi.problem();
  auto look = source.bitmap(index, *dpi, options.max_megapixels);
  if (!look) return look.problem();
  page.look = std::move(look).value();

  const std::vector<Cover> covers =
      timed(Stage::kFindCovers, [&] { return redaction::find_covers(page.look.bitmap, page.look.scale()); });
  HiddenOnPage hidden = find_hidden_text(page.plan, page.look, covers, [&] {
    return source.document()->render_parts(index, page.look.dpi, pdf::Parts::kAllButText);
  });
  page.hidden = std::move(hidden.texts);
  CoveredWords words = hold_against_pixels(
      without_hidden(std::move(page.plan.content.words), page.plan.content.glyphs, hidden.glyphs), covers,
      page.look.bitmap, page.look.scale());
  for (std::size_t i = 0; i < covers.size(); ++i)
    page.covered.push_back({covers[i], std::move(words.at_covers[i]), {}});
  for (Covered& marked : covers_of_marks(page.plan.content.redact_marks, covers, page.plan.size))
    page.covered.push_back(std::move(marked));
  page.open = std::move(words.open);
  page.open_hidden = words.open_hidden;
  page.marks = marks_outside(covers, page.look);
  page.decision = decide_text(features_of(page));
  tell_shift(&page);
  return page;
}

std::optional<Problem> refine(OpenSource& source, PageIndex index, const ReadOptions& options, Page* page) {
  if (page->plan.file_dpi != 0) return std::nullopt;
  auto dpi =
      choose_dpi(page->plan.size, page->plan.content.images, Purpose::kRecognise, options.max_megapixels);
  if (!dpi) return dpi.problem();
  if (*dpi <= kWorthRendering * page->look.dpi) return std::nullopt;
  auto fine = source.bitmap(index, *dpi, options.max_megapixels);
  if (!fine) return fine.problem();
  page->fine = std::move(fine).value();
  return std::nullopt;
}

void turn(Page* page, int quarters) {
  if (quarters % 4 == 0) return;
  pdf::PageSize& size = page->plan.size;
  const auto move = [&](Box* box) { *box = turned(*box, size.width, size.height, quarters); };
  for (Covered& covered : page->covered) {
    move(&covered.cover.box);
    for (Box& part : covered.cover.parts) move(&part);
    for (Word& word : covered.layer.printed) move(&word.box);
    move(&covered.label.place);
    for (ExemptionCode& code : covered.label.codes)
      if (code.box) move(&*code.box);
  }
  for (Word& word : page->open) move(&word.box);
  for (Box& mark : page->marks.letters) move(&mark);
  for (HiddenText& hidden : page->hidden) {
    move(&hidden.cover);
    if (hidden.finding.box) move(&*hidden.finding.box);
  }
  page->look.bitmap = page->look.bitmap.rotated(quarters);
  if (page->fine) page->fine->bitmap = page->fine->bitmap.rotated(quarters);
  if (quarters % 2 != 0) std::swap(size.width, size.height);
}

}  // namespace vaughn::worker
