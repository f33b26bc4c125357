// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/page_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

#include "vaughn/base/strings.h"
#include "vaughn/model/page_text.h"
#include "vaughn/redaction/code_placement.h"
#include "vaughn/redaction/code_reader.h"
#include "vaughn/redaction/cover_detector.h"
#include "vaughn/redaction/page_context.h"
#include "worker/amount.h"
#include "worker/box_labels.h"
#include "worker/check_boxes.h"
#include "worker/covered_pictures.h"
#include "worker/covered_words.h"
#include "worker/edge_lines.h"
#include "worker/hidden_text.h"
#include "worker/margin_codes.h"
#include "worker/open_codes.h"
#include "worker/orientation.h"
#include "worker/other_states.h"
#include "worker/out_of_sight.h"
#include "worker/page_facts.h"
#include "worker/page_look.h"
#include "worker/patches.h"
#include "worker/readability.h"
#include "worker/recognition.h"
#include "worker/recurring_codes.h"
#include "worker/resolution.h"
#include "worker/said_elsewhere.h"
#include "worker/shares.h"
#include "worker/stage_timer.h"
#include "worker/stated_total.h"
#include "worker/text_decision.h"
#include "worker/turning.h"

namespace vaughn::worker {
namespace {

using redaction::Cover;

redaction::TextOrigin origin_of(TextSource source) {
  return source == TextSource::kBornDigital || source == TextSource::kMixed
             ? redaction::TextOrigin::kBornDigital
             : redaction::TextOrigin::kRecognised;
}

// A cover in which ordinary words can be read covers nothing: a heading on a dark bar, a cell of a form. Its
// words go back to their places.
void drop_covers_that_hide_nothing(Page* page) {
  std::vector<Covered> kept;
  for (Covered& covered : page->covered) {
    if (covered.label.ordinary_text && !covered.marked) {
      page->open.insert(page->open.end(), covered.layer.printed.begin(), covered.layer.printed.end());
    } else {
      kept.push_back(std::move(covered));
    }
  }
  std::stable_sort(page->open.begin(), page->open.end(),
                   [](const Word& a, const Word& b) { return a.line < b.line; });
  page->covered = std::move(kept);
  std::erase_if(page->hidden, [&](const HiddenText& hidden) {
    return hidden.burnt_in &&
           std::none_of(page->covered.begin(), page->covered.end(), [&](const auto& covered) {
             return covered_share(hidden.cover, covered.cover.box) > 0.5;
           });
  });
}

void label_covers(Page* page, const redaction::CodeContext& context, ocr::Recogniser* recogniser) {
  const StageTimer timer(Stage::kLabels);
  for (Covered& covered : page->covered) {
    if (covered.marked) continue;
    covered.label = label_from_words(covered.layer.printed, context);
    const bool unread = covered.label.codes.empty() && !covered.label.ordinary_text;
    if (unread && recogniser != nullptr)
      covered.label = label_from_pixels(covered.cover, page->finest().bitmap, page->finest().scale(), context,
                                        *recogniser);
  }
  std::vector<BoxLabel*> labels;
  for (Covered& covered : page->covered) labels.push_back(&covered.label);
  settle_by_page(labels, context);
}

std::vector<Redaction> redactions_of(const Page& page, const TextLayer& words) {
  std::vector<Redaction> redactions;
  const double page_area = page.plan.size.width * page.plan.size.height;
  const std::vector<TypeLine> lines = type_lines(words, page.plan.size.width);
  for (const Covered& covered : page.covered) {
    const Cover& cover = covered.cover;
    Redaction redaction;
    redaction.box = intersection(cover.box, {0, 0, page.plan.size.width, page.plan.size.height});
    redaction.kind = cover.kind;
    redaction.confidence = cover.confidence;
    if (cover.parts.empty()) {
      redaction.area_share = redaction.box.area() / page_area;
      redaction.amount = estimate_amount(redaction.box, lines);
    } else {
      redaction.area_share = std::min(redaction.box.area(), union_area(cover.parts)) / page_area;
      redaction.amount = estimate_amount(cover.parts, redaction.box, lines);
    }
    redaction.codes = covered.label.codes;
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

// A ground printed on the page that could not be tied to a redaction: a reader sees it and may know what it
// stands for.
bool has_stray_ground(const PageReading& reading) {
  return std::any_of(reading.codes.begin(), reading.codes.end(), [](const ExemptionCode& code) {
    return code.certain && code.role == CodeRole::kLabel && code.code.find('(') != std::string::npos;
  });
}

// A redaction is unlabelled when its label was looked for and none is there. Without OCR that can be said of
// a flat cover on a page whose text is the file's own, and of nothing else. Where something is printed in the
// box that could not be read, a ground in doubt beside it, or one on the page that could not be placed,
// nothing is said.
void note_findings(const Page& page, const std::vector<ExemptionCode>& in_doubt,
                   const ocr::Recogniser* engine, PageReading* reading) {
  for (const HiddenText& hidden : page.hidden) reading->findings.push_back(hidden.finding);
  if (has_stray_ground(*reading)) return;
  const auto perhaps_labelled =
      redaction::place_codes(reading->redactions, in_doubt, reading->width).redactions;
  // The redactions of covers come first, in the order of the covers.
  for (std::size_t i = 0; i < reading->redactions.size(); ++i) {
    const Redaction& redaction = reading->redactions[i];
    const bool known = i < page.covered.size();
    const bool flat = known && page.covered[i].cover.uniform;
    const bool unread = known && page.covered[i].label.inked;
    const bool looked = engine != nullptr || (flat && page.decision.recognise == Recognise::kNothing);
    if (perhaps_labelled[i].codes.empty() && looked && !unread)
      reading->findings.push_back({"UNLABELLED_REDACTION", FindingClass::kUnlabelled, redaction.box, 0});
  }
}

// Codes that stand outside the covers: beside them, in the margin, or for the page as a whole. Returns the
// grounds of which it is not known which they are: no codes, but what stands beside one has a label.
std::vector<ExemptionCode> place_codes_outside(const Page& page, redaction::PageKind kind,
                                               ocr::Recogniser* engine, PageReading* reading) {
  const redaction::CodeContext context{
      origin_of(reading->text_source), redaction::CodePlace::kBody, kind, {}, {}};
  std::vector<ExemptionCode> codes = codes_among(reading->words, reading->width, context);
  std::vector<ExemptionCode> in_doubt = take_unsupported(&codes);
  if (kind == redaction::PageKind::kOrdinary)
    codes = prefer(std::move(codes), recurring_codes(reading->words, context));
  const bool drawn = context.origin == redaction::TextOrigin::kBornDigital;
  if (engine != nullptr && !drawn && !reading->redactions.empty()) {
    const std::vector<CodeLine> lines =
        lines_worth_reading(lone_lines(page.marks.letters), reading->width, reading->redactions, codes);
    codes =
        prefer(read_code_lines(lines, page.finest().bitmap, page.finest().scale(), context, *engine), codes);
    const std::vector<ExemptionCode> more = take_unsupported(&codes);
    in_doubt.insert(in_doubt.end(), more.begin(), more.end());
    doubt_unnumbered(&codes);
  }
  auto placed = redaction::place_codes(std::move(reading->redactions), codes, reading->width);
  reading->redactions = std::move(placed.redactions);
  reading->codes = std::move(placed.unplaced);
  return in_doubt;
}

bool reads_english(const ReadOptions& options) {
  const std::vector<std::string> languages = split(options.languages, '+');
  return std::find(languages.begin(), languages.end(), "eng") != languages.end();
}

// The words of the page: those of the file, and those recognised where that is due.
struct PageWords {
  TextLayer words;
  bool recognised = false;
  std::optional<double> confidence;  // of the recognised ones; none when there are none
};

Result<PageWords> recognise_words(const Page& page, ocr::Recogniser& engine) {
  const StageTimer timer(Stage::kPrepare);
  // A poor layer is not worth keeping beside a fresh reading; a stamp or real text is.
  const bool keep_layer = page.decision.source != TextSource::kOcrLayerPoor;
  const std::vector<Cover> covers = covers_of(page);
  const TextLayer layer = keep_layer ? page.open : TextLayer{};
  auto words = recognise_page({page.finest(), paper_dpi(page.plan.size, page.finest().dpi), covers, layer,
                               page.decision.recognise, print_of(page)},
                              engine);
  if (!words) return words.problem();
  const std::optional<double> confidence = mean_confidence(*words);
  return PageWords{std::move(words).value(), true, confidence};
}

// Steps 7 and 8, on the page as it lies.
Result<PageWords> read_covers_and_words(Page* page, ocr::Recogniser* engine) {
  label_covers(page, {origin_of(page->decision.source), redaction::CodePlace::kBox, {}, {}, {}}, engine);
  drop_covers_that_hide_nothing(page);
  if (engine == nullptr || page->decision.recognise == Recognise::kNothing)
    return PageWords{page->open, false, {}};
  return recognise_words(*page, *engine);
}

// Steps 6 to 8: turns the page upright when all of it is recognised, by the shapes of its lines, and where
// these say nothing and nothing could be read, by trying. Answers by how many quarters clockwise.
Result<PageWords> read_upright(Page* page, ocr::Recogniser* engine, bool english, int* quarters) {
  *quarters = 0;
  if (engine == nullptr || page->decision.recognise != Recognise::kAll)
    return read_covers_and_words(page, engine);
  const image::Bitmap open = without_covers(page->finest(), covers_of(*page));
  const std::optional<int> shape = upright_by_shape(open);
  *quarters = shape.value_or(0);
  const auto covered = page->covered;
  const auto hidden = page->hidden;
  const TextLayer layer = page->open;
  turn(page, *quarters);
  auto words = read_covers_and_words(page, engine);
  if (shape == 0 || !words || is_readable(words->words, english)) return words;

  // Undecided, or decided wrongly.
  turn(page, -*quarters);
  const int better = upright_by_reading(
      open, page->finest().scale(), paper_dpi(page->plan.size, page->finest().dpi), print_of(*page), *engine);
  if (better == *quarters) {
    turn(page, *quarters);
    return words;
  }
  page->covered = covered;
  page->hidden = hidden;
  page->open = layer;
  *quarters = better;
  turn(page, better);
  return read_covers_and_words(page, engine);
}

// Step 9: what the file says elsewhere of what the page withholds.
void look_elsewhere(const OpenSource& source, PageIndex index, const PageReading& reading, Page* page) {
  const StageTimer timer(Stage::kElsewhere);
  if (source.document() == nullptr) return;
  const std::vector<Cover> covers = covers_of(*page);
  const std::vector<HiddenText> hidden = page->hidden;
  const PageFacts facts{*source.document(), index, page->plan, page->look, reading.words, covers, hidden};
  const auto add = [&](std::vector<HiddenText> found) {
    page->hidden.insert(page->hidden.end(), std::make_move_iterator(found.begin()),
                        std::make_move_iterator(found.end()));
  };
  add(find_covered_pictures(facts));
  add(find_out_of_sight(facts));
  add(find_in_other_states(facts));
  add(find_said_elsewhere(facts, page->hidden));
}

// Step 10: grounds, amounts, findings.
void explain(const Page& page, ocr::Recogniser* engine, PageReading* reading) {
  const StageTimer timer(Stage::kCodes);
  const redaction::PageKind kind = redaction::classify_page(compose_page_text(reading->words, {}).text);
  reading->redactions = redactions_of(page, reading->words);
  const std::vector<ExemptionCode> in_doubt = place_codes_outside(page, kind, engine, reading);
  if (redaction::is_sheet(kind)) {
    reading->text_source = TextSource::kWithheldSheet;
    reading->reason = "The page is a sheet that stands for pages kept back. " + reading->reason;
  }
  if (kind == redaction::PageKind::kOrdinary) make_patches(reading);
  if (kind == redaction::PageKind::kWithheldSheet) make_page_redaction(reading);
  measure_shares(kind, reading);
  note_findings(page, in_doubt, engine, reading);
}

// Step 11: stamps at the edges of what is not the file's own text.
bool may_have_stamps_to_read(const Page& page, const PageReading& reading) {
  return page.is_drawn() && reading.text_source != TextSource::kBornDigital &&
         reading.text_source != TextSource::kBlank;
}

std::string turned_sentence(int quarters) {
  return quarters == 2 ? " It stands on its head and was read turned by 180 degrees."
                       : fmt::format(" It lies on its side and was read turned by 90 degrees {}.",
                                     quarters == 1 ? "clockwise" : "anticlockwise");
}

// What is known before anything is recognised.
PageReading first_reading(const Page& page, PageIndex index) {
  PageReading reading;
  reading.page = index;
  reading.width = page.plan.size.width;
  reading.height = page.plan.size.height;
  reading.rotation = page.plan.size.rotation;
  reading.text_source = page.decision.source;
  reading.reason = page.decision.reason;
  return reading;
}

// The resolution of the bitmap that would be read if there were no limit.
double wanted_dpi(const Page& page, Purpose purpose) {
  if (page.plan.file_dpi != 0) return page.plan.full_dpi;
  const auto dpi =
      choose_dpi(page.plan.size, page.plan.content.images, purpose, std::numeric_limits<double>::infinity());
  return dpi ? *dpi : 0;
}

}  // namespace

ocr::Recogniser* PageReader::recogniser(const ReadOptions& options, PageReading* reading) {
  if (!options.ocr) return nullptr;
  if (recogniser_ == nullptr || languages_ != options.languages) {
    const StageTimer timer(Stage::kLoadOcr);
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

void PageReader::read_edges(const Page& page, const ReadOptions& options, PageReading* reading) {
  if (!options.ocr || !may_have_stamps_to_read(page, *reading)) return;
  const std::vector<Box> lines =
      edge_lines_worth_reading(page.finest().bitmap, page.finest().scale(), reading->words);
  const std::vector<Box> sides =
      side_lines_worth_reading(page.finest().bitmap, page.finest().scale(), reading->words);
  if (lines.empty() && sides.empty()) return;
  ocr::Recogniser* engine = recogniser(options, reading);
  if (engine == nullptr) return;
  const StageTimer timer(Stage::kEdges);
  reading->edge_lines = read_edge_lines(lines, page.finest().bitmap, page.finest().scale(), *engine);
  for (EdgeLine& line : read_side_lines(sides, page.finest().bitmap, page.finest().scale(), *engine))
    reading->edge_lines.push_back(std::move(line));
}

void PageReader::read_total(const Page& page, const ReadOptions& options, PageReading* reading) {
  if (!page.is_drawn() || reading->text_source == TextSource::kBornDigital) return;
  const auto strip = missing_total(reading->words);
  ocr::Recogniser* engine = strip ? recogniser(options, reading) : nullptr;
  if (engine != nullptr)
    read_missing_total(*strip, page.finest().bitmap, page.finest().scale(), *engine, &reading->words);
}

// The marks of a table of grounds become words of the page, for that is what a reader goes by.
void PageReader::read_check_boxes(const Page& page, const ReadOptions& options, PageReading* reading) {
  if (!page.is_drawn() || !has_table_of_grounds(reading->words)) return;
  const PageBitmap& bitmap = page.finest();
  const std::vector<CheckBox> boxes = find_check_boxes(bitmap.bitmap, bitmap.scale());
  ocr::Recogniser* engine = boxes.empty() ? nullptr : recogniser(options, reading);
  if (engine != nullptr) read_marked_grounds(boxes, bitmap.bitmap, bitmap.scale(), *engine, &reading->words);
  put_check_boxes(boxes, &reading->words);
}

Result<PageReading> PageReader::read(OpenSource& source, PageIndex index, const ReadOptions& options,
                                     const std::optional<Problem>& first_try) {
  ReadOptions limited = options;
  if (first_try) limited.max_megapixels = std::min(limited.max_megapixels, kCoarseMegapixels);
  auto reading = read_within(source, index, limited);
  if (!reading) return reading;
  if (reading->dpi)
    if (auto note = lower_resolution_note(*reading->dpi, wanted_dpi_, options, first_try))
      reading->problems.push_back(*std::move(note));
  return reading;
}

Result<PageReading> PageReader::read_within(OpenSource& source, PageIndex index, const ReadOptions& options) {
  auto looked = look_at(source, index, options);
  if (!looked) return looked.problem();
  Page page = std::move(looked).value();
  PageReading reading = first_reading(page, index);
  const bool recognise = page.decision.recognise != Recognise::kNothing;
  const bool english = reads_english(options);

  ocr::Recogniser* engine = recognise || !page.covered.empty() ? recogniser(options, &reading) : nullptr;
  if (engine != nullptr && recognise)
    if (auto problem = refine(source, index, options, &page)) return *problem;
  if (page.is_drawn()) reading.dpi = page.finest().dpi;
  wanted_dpi_ = wanted_dpi(page, engine != nullptr && recognise ? Purpose::kRecognise : Purpose::kLook);
  reading.ocr_due = recognise && engine == nullptr;

  int quarters = 0;
  auto words = read_upright(&page, engine, english, &quarters);
  if (!words) return words.problem();
  reading.ocr_confidence = words->confidence;
  const bool readable = !words->recognised || is_readable(words->words, english);
  if (!readable) say_unreadable(page.look.bitmap, &reading);
  Sifted sifted = sift(std::move(words->words), readable);
  reading.words = std::move(sifted.shown);

  // What the file says elsewhere is held against the page as displayed, the rest is about lines of text.
  turn(&page, -quarters);
  look_elsewhere(source, index, reading, &page);
  turn(&page, quarters);
  if (quarters % 2 != 0) std::swap(reading.width, reading.height);
  explain(page, engine, &reading);
  read_edges(page, options, &reading);
  read_total(page, options, &reading);
  read_check_boxes(page, options, &reading);
  if (options.reveal_hidden_text)
    for (std::size_t i = 0; i < page.hidden.size(); ++i) reading.revealed.push_back({i, page.hidden[i].text});

  const StageTimer timer(Stage::kCompose);
  PageText composed = compose_page_text(std::move(reading.words), reading.redactions);
  reading.text = std::move(composed.text);
  reading.words = std::move(composed.words);
  for (std::size_t i = 0; i < reading.redactions.size(); ++i) {
    reading.redactions[i].words_before = std::move(composed.contexts[i].before);
    reading.redactions[i].words_after = std::move(composed.contexts[i].after);
  }
  // Behind the others and without a place in the text: kept, and not found.
  reading.words.insert(reading.words.end(), std::make_move_iterator(sifted.doubtful.begin()),
                       std::make_move_iterator(sifted.doubtful.end()));
  turn(&reading, -quarters);
  reading.bates_artifacts = std::move(page.plan.content.bates_artifacts);
  if (quarters != 0) reading.reason += turned_sentence(quarters);
  for (Problem& warning : source.take_warnings()) reading.problems.push_back(std::move(warning));
  return reading;
}

}  // namespace vaughn::worker
