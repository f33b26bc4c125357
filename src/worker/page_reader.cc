// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/page_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "vaughn/model/page_text.h"
#include "vaughn/redaction/code_placement.h"
#include "vaughn/redaction/code_reader.h"
#include "vaughn/redaction/cover_detector.h"
#include "vaughn/redaction/page_context.h"
#include "worker/amount.h"
#include "worker/box_labels.h"
#include "worker/covered_words.h"
#include "worker/margin_codes.h"
#include "worker/marks.h"
#include "worker/open_codes.h"
#include "worker/patches.h"
#include "worker/photograph.h"
#include "worker/recognition.h"
#include "worker/resolution.h"
#include "worker/text_decision.h"

namespace vaughn::worker {
namespace {

using redaction::Cover;

// What is known of a page while it is being read.
struct Page {
  PagePlan plan;
  PageBitmap look;  // the bitmap that covers were looked for on
  std::vector<Cover> covers;
  CoveredWords layer;      // the file's words, held against the pixels
  std::vector<Box> marks;  // outside covers: what could be letters
  TextDecision decision;
  std::optional<PageBitmap> fine;  // the bitmap that is recognised, when anything is
  std::vector<BoxLabel> labels;    // of the covers

  const PageBitmap& finest() const { return fine ? *fine : look; }
};

redaction::TextOrigin origin_of(TextSource source) {
  return source == TextSource::kBornDigital || source == TextSource::kMixed
             ? redaction::TextOrigin::kBornDigital
             : redaction::TextOrigin::kRecognised;
}

std::vector<Box> marks_outside(const std::vector<Cover>& covers, const PageBitmap& look) {
  std::vector<Box> boxes;
  for (const Cover& cover : covers) boxes.push_back(cover.box);
  return text_like_marks(look.bitmap, look.scale(), boxes);
}

PageFeatures features_of(const Page& page) {
  PageFeatures features;
  features.layer_words = static_cast<int>(page.layer.open.size());
  features.hidden_words = page.layer.open_hidden;
  features.quality = judge_layer(page.layer.open);
  features.picture_share = picture_share(page.plan.size, page.plan.content.images);
  features.marks = static_cast<int>(page.marks.size());
  features.unread_share = unread_share(page.marks, page.layer.open);
  return features;
}

// A cover in which ordinary words can be read covers nothing: a heading on a dark bar, a cell of a form.
void drop_covers_that_hide_nothing(Page* page) {
  std::vector<Cover> covers;
  std::vector<BoxLabel> labels;
  CoveredWords& layer = page->layer;
  std::vector<TextLayer> printed;
  std::vector<std::optional<Finding>> leaks;
  for (std::size_t i = 0; i < page->covers.size(); ++i) {
    if (page->labels[i].ordinary_text) {
      layer.open.insert(layer.open.end(), layer.printed[i].begin(), layer.printed[i].end());
      continue;
    }
    covers.push_back(page->covers[i]);
    labels.push_back(std::move(page->labels[i]));
    printed.push_back(std::move(layer.printed[i]));
    leaks.push_back(layer.leaks[i]);
  }
  // Words that came back go to their places in reading order.
  std::stable_sort(layer.open.begin(), layer.open.end(),
                   [](const Word& a, const Word& b) { return a.line != b.line ? a.line < b.line : false; });
  page->covers = std::move(covers);
  page->labels = std::move(labels);
  layer.printed = std::move(printed);
  layer.leaks = std::move(leaks);
}

void label_covers(Page* page, const redaction::CodeContext& context, ocr::Recogniser* recogniser) {
  page->labels.clear();
  for (std::size_t i = 0; i < page->covers.size(); ++i) {
    const TextLayer& printed = page->layer.printed[i];
    BoxLabel label = label_from_words(printed, context);
    const bool unread = label.codes.empty() && !label.ordinary_text;
    if (unread && recogniser != nullptr)
      label = label_from_pixels(page->covers[i], page->finest().bitmap, page->finest().scale(), context,
                                *recogniser);
    page->labels.push_back(std::move(label));
  }
}

std::vector<Redaction> redactions_of(const Page& page, const TextLayer& words) {
  std::vector<Redaction> redactions;
  const double page_area = page.plan.size.width * page.plan.size.height;
  for (std::size_t i = 0; i < page.covers.size(); ++i) {
    const Cover& cover = page.covers[i];
    Redaction redaction;
    redaction.box = intersection(cover.box, {0, 0, page.plan.size.width, page.plan.size.height});
    redaction.kind = cover.kind;
    redaction.confidence = cover.confidence;
    redaction.area_share = redaction.box.area() / page_area;
    redaction.estimated_characters = estimate_characters(redaction.box, words);
    redaction.codes = page.labels[i].codes;
    redactions.push_back(std::move(redaction));
  }
  return redactions;
}

std::optional<double> mean_confidence(const TextLayer& words) {
  double sum = 0;
  int count = 0;
  for (const Word& word : words)
    if (word.confidence) sum += *word.confidence, ++count;
  return count > 0 ? std::optional<double>(sum / count) : std::nullopt;
}

void note_findings(const Page& page, PageReading* reading) {
  for (const auto& leak : page.layer.leaks)
    if (leak) reading->findings.push_back(*leak);
  for (const Redaction& redaction : reading->redactions)
    if (redaction.codes.empty())
      reading->findings.push_back({"UNLABELLED_REDACTION", FindingClass::kUnlabelled, redaction.box, 0});
}

// Codes that stand outside the covers: beside them, in the margin, or for the page as a whole.
void place_codes_outside(const Page& page, redaction::PageKind kind, ocr::Recogniser* engine,
                         PageReading* reading) {
  const redaction::CodeContext context{
      origin_of(reading->text_source), redaction::CodePlace::kBody, kind, {}, {}};
  std::vector<ExemptionCode> codes = codes_among(reading->words, reading->width, context);
  const bool drawn = context.origin == redaction::TextOrigin::kBornDigital;
  if (engine != nullptr && !drawn && !reading->redactions.empty())
    codes = prefer(read_margin_codes(margin_lines(page.marks, reading->width), page.finest().bitmap,
                                     page.finest().scale(), context, *engine),
                   codes);
  auto placed = redaction::place_codes(std::move(reading->redactions), codes, reading->width);
  reading->redactions = std::move(placed.redactions);
  reading->codes = std::move(placed.unplaced);
}

}  // namespace

ocr::Recogniser* PageReader::recogniser(const ReadOptions& options, PageReading* reading) {
  if (!options.ocr) return nullptr;
  if (recogniser_ == nullptr || languages_ != options.languages) {
    auto created = ocr::Recogniser::create(options.languages);
    if (!created) {
      reading->problems.push_back(created.problem());
      return nullptr;
    }
    recogniser_ = std::move(created).value();
    languages_ = options.languages;
  }
  return recogniser_.get();
}

Result<PageReading> PageReader::read(OpenSource& source, PageIndex index, const ReadOptions& options) {
  // 1. What the file says.
  auto plan = source.plan(index, options.max_megapixels);
  if (!plan) return plan.problem();
  Page page;
  page.plan = std::move(plan).value();
  const pdf::PageSize& size = page.plan.size;
  const auto& images = page.plan.content.images;

  // 2. What a reader sees.
  auto look_dpi = choose_dpi(size, images, Purpose::kLook, options.max_megapixels);
  if (!look_dpi) return look_dpi.problem();
  auto look = source.bitmap(index, *look_dpi, options.max_megapixels);
  if (!look) return look.problem();
  page.look = std::move(look).value();

  // 3. Covers, and which words lie under them.
  page.covers = redaction::find_covers(page.look.bitmap, page.look.scale());
  page.layer = hold_against_pixels(page.plan.content.words, page.covers, page.look.bitmap, page.look.scale());

  // 4. Which account to believe.
  page.marks = marks_outside(page.covers, page.look);
  page.decision = decide_text(features_of(page));

  PageReading reading;
  reading.page = index;
  reading.width = size.width;
  reading.height = size.height;
  reading.rotation = size.rotation;
  reading.text_source = page.decision.source;
  reading.reason = page.decision.reason;

  // 5. What is printed inside the covers, from the finest bitmap there will be.
  ocr::Recogniser* engine = nullptr;
  if (page.decision.recognise != Recognise::kNothing || !page.covers.empty())
    engine = recogniser(options, &reading);
  if (engine != nullptr && page.decision.recognise != Recognise::kNothing && page.plan.file_dpi == 0) {
    auto fine_dpi = choose_dpi(size, images, Purpose::kRecognise, options.max_megapixels);
    if (!fine_dpi) return fine_dpi.problem();
    if (*fine_dpi > 1.1 * page.look.dpi) {
      auto fine = source.bitmap(index, *fine_dpi, options.max_megapixels);
      if (!fine) return fine.problem();
      page.fine = std::move(fine).value();
    }
  }
  redaction::CodeContext box_context{
      origin_of(page.decision.source), redaction::CodePlace::kBox, redaction::PageKind::kOrdinary, {}, {}};
  label_covers(&page, box_context, engine);
  drop_covers_that_hide_nothing(&page);
  reading.dpi = page.finest().dpi;

  // 6. The words of the page.
  reading.words = page.layer.open;
  if (page.decision.recognise != Recognise::kNothing) {
    reading.ocr_due = engine == nullptr;
    if (engine != nullptr) {
      // A poor layer is not worth keeping beside a fresh reading; a stamp or real text is.
      const bool keep_layer = page.decision.source != TextSource::kOcrLayerPoor;
      auto words =
          recognise_page(page.finest(), paper_dpi(size, page.finest().dpi), page.covers,
                         keep_layer ? page.layer.open : TextLayer{}, page.decision.recognise, *engine);
      if (!words) return words.problem();
      reading.words = std::move(words).value();
      reading.ocr_confidence = mean_confidence(reading.words);
      if (!is_readable(reading.words)) say_unreadable(page.look.bitmap, &reading);
    }
  }

  // 7. Grounds, amounts, findings.
  const redaction::PageKind kind = redaction::classify_page(compose_page_text(reading.words, {}).text);
  reading.redactions = redactions_of(page, reading.words);
  place_codes_outside(page, kind, engine, &reading);
  if (redaction::is_sheet(kind)) {
    reading.text_source = TextSource::kWithheldSheet;
    reading.reason = "The page is a sheet that stands for pages kept back. " + reading.reason;
  }
  if (kind == redaction::PageKind::kOrdinary) make_patches(&reading);
  note_findings(page, &reading);

  // 8. One text.
  PageText composed = compose_page_text(std::move(reading.words), reading.redactions);
  reading.text = std::move(composed.text);
  reading.words = std::move(composed.words);
  for (Problem& warning : source.take_warnings()) reading.problems.push_back(std::move(warning));
  return reading;
}

}  // namespace vaughn::worker
