// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/box_labels.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <cmath>
#include <optional>
#include <string_view>

#include "vaughn/base/strings.h"
#include "worker/label_picture.h"

namespace vaughn::worker {
namespace {

constexpr double kLeastTrusted = 0.5;  // below which two or three letters are not believed
constexpr double kTrusted = 0.60;      // confidence above which recognised words are taken for words
struct Attempt {
  double letter_pixels;
  Weight weight;
};
// Heights of a capital that Tesseract reads best; the others for labels of which the first makes nothing.
constexpr std::array<Attempt, 3> kAttempts = {
    {{34, Weight::kPlain}, {24, Weight::kBold}, {24, Weight::kPlain}}};

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

bool has_letter_or_digit(const std::string& text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char c) { return c >= 0x80 || std::isalnum(c) != 0; });
}

// A box may carry nothing but the word for what was done: no ground, and no heading either.
bool says_redacted(const std::string& text) {
  std::string letters;
  for (const char c : to_lower_ascii(text))
    if (c >= 'a' && c <= 'z') letters += c;
  constexpr std::array<std::string_view, 6> kWords = {"redacted",    "redaction", "withheld",
                                                      "geredigeerd", "gelakt",    "weggelakt"};
  return std::find(kWords.begin(), kWords.end(), letters) != kWords.end();
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
  return !says_redacted(text) && (has_word(text) || has_figure(text));
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

// A number that refers to a legend, a misread code: grounds have a digit. Not what recognition makes of a
// texture, nor the Xs of a hatched bar.
bool is_print(const std::string& text, double confidence) {
  const auto is_alnum = [](unsigned char c) { return std::isalnum(c) != 0; };
  const auto is_digit = [](unsigned char c) { return std::isdigit(c) != 0; };
  const auto characters = std::count_if(text.begin(), text.end(), is_alnum);
  if (std::none_of(text.begin(), text.end(), is_digit)) return false;
  return confidence >= (characters < 3 ? 0.6 : 0.4);
}

// Codes that are sections of a law, and nothing but digits, brackets and dots with a letter or two.
ocr::Alphabet alphabet_for(const std::string& plain) {
  const auto letters =
      std::count_if(plain.begin(), plain.end(), [](unsigned char c) { return std::isalpha(c); });
  const auto digits =
      std::count_if(plain.begin(), plain.end(), [](unsigned char c) { return std::isdigit(c); });
  const auto dots = std::count(plain.begin(), plain.end(), '.');
  return digits >= 2 && dots > 0 && letters <= 4 ? ocr::Alphabet::kSections : ocr::Alphabet::kCodes;
}

// One attempt at a label.
struct Reading {
  std::vector<ExemptionCode> codes;
  std::string text;
  double confidence = 0;
  int loose = 0;  // letters and digits that belong to no code
  bool digits_loose = false;

  // A digit left over is a code that was not read.
  bool is_complete() const { return all_certain(codes) && loose < kFewLoose && !digits_loose; }

  static constexpr int kFewLoose = 3;
};

void count_loose(const std::vector<redaction::CodeHit>& hits, Reading* reading) {
  for (std::size_t i = 0; i < reading->text.size(); ++i) {
    const bool in_code =
        std::any_of(hits.begin(), hits.end(), [&](const auto& hit) { return i >= hit.begin && i < hit.end; });
    const auto c = static_cast<unsigned char>(reading->text[i]);
    if (in_code || std::isalnum(c) == 0) continue;
    ++reading->loose;
    reading->digits_loose |= std::isdigit(c) != 0;
  }
}

Reading read_label(const image::Bitmap& picture, ocr::Alphabet alphabet, const Box& box,
                   const redaction::CodeContext& context, ocr::Recogniser& recogniser) {
  const ocr::BoxText read = recogniser.read_box(picture, alphabet);
  const auto hits = read_box_codes(read.text, context);
  Reading reading{labels_of(hits, CodeOrigin::kBoxOcr, box), read.text, read.confidence};
  count_loose(hits, &reading);
  // "b4" read with doubt, "B 5" torn apart, or "b6" among characters that are no code may be anything.
  const bool doubtful =
      read.confidence < kLeastTrusted || reading.loose >= Reading::kFewLoose || reading.digits_loose;
  for (ExemptionCode& code : reading.codes) {
    const bool short_one = code.raw.find('(') == std::string::npos && code.raw.size() <= 4;
    if (short_one && (doubtful || code.raw.find(' ') == 1)) code.certain = false;
  }
  return reading;
}

bool is_better(const Reading& a, const Reading& b) {
  // A (b)(7) has mostly lost its sub-letter.
  const auto certain = [](const Reading& reading) {
    return std::count_if(reading.codes.begin(), reading.codes.end(),
                         [](const auto& c) { return c.certain && c.code != "(b)(7)"; });
  };
  if (certain(a) != certain(b)) return certain(a) > certain(b);
  if (a.codes.size() != b.codes.size()) return a.codes.size() > b.codes.size();
  return a.loose < b.loose;
}

}  // namespace

BoxLabel label_from_pixels(const redaction::Cover& cover, const image::Bitmap& page,
                           const image::Scale& scale, const redaction::CodeContext& context,
                           ocr::Recogniser& recogniser) {
  BoxLabel label;
  label.place = cover.box;
  const auto found = label_picture(cover, page, scale);
  if (!found) return label;
  Reading best;
  for (const Attempt& attempt : kAttempts) {
    const image::Bitmap picture = found->at_letter_height(attempt.letter_pixels, attempt.weight);
    // Any letters first: the alphabet of codes would turn ordinary words into codes.
    const Reading plain = read_label(picture, ocr::Alphabet::kAny, cover.box, context, recogniser);
    label.inked |= is_print(plain.text, plain.confidence) && !says_redacted(plain.text);
    const bool words = plain.codes.empty() && is_ordinary_text(plain.text) && plain.confidence >= kTrusted;
    label.ordinary_text |= words;
    if (best.text.empty() || is_better(plain, best)) best = plain;
    if (best.is_complete()) break;
    // At another size the words may turn out to be a ground ("buiten verzoek"); the alphabet of codes would
    // make one of any words.
    if (words) continue;
    const Reading coded = read_label(picture, alphabet_for(plain.text), cover.box, context, recogniser);
    if (is_better(coded, best)) best = coded;
    if (best.is_complete()) break;
  }
  label.codes = std::move(best.codes);
  label.ordinary_text &= label.codes.empty();
  if (!all_certain(label.codes) && !has_word(best.text)) label.unsure = std::move(best.text);
  return label;
}

namespace {

int boxes_with(const std::vector<BoxLabel*>& labels, const std::string& code) {
  return static_cast<int>(std::count_if(labels.begin(), labels.end(), [&](const BoxLabel* label) {
    return label->codes.size() == 1 && label->codes[0].certain && label->codes[0].code == code;
  }));
}

// Sections of one article: "5.1.5" and "5.1.2e".
bool are_neighbours(std::string_view a, std::string_view b) {
  constexpr std::size_t kArticle = 3;
  return a.size() > kArticle && a[0] >= '0' && a[0] <= '9' && a.substr(0, kArticle) == b.substr(0, kArticle);
}

// One "5.1.2a", or "5.1.5", among many "5.1.2e" may be what is printed, or a misread e.
void doubt_loners(const std::vector<BoxLabel*>& labels) {
  constexpr int kMany = 4;
  std::vector<ExemptionCode*> loners;
  for (BoxLabel* label : labels) {
    if (label->codes.size() != 1 || !label->codes[0].certain) continue;
    if (label->codes[0].origin != CodeOrigin::kBoxOcr || boxes_with(labels, label->codes[0].code) > 1)
      continue;
    const bool outnumbered = std::any_of(labels.begin(), labels.end(), [&](const BoxLabel* other) {
      return other->codes.size() == 1 && boxes_with(labels, other->codes[0].code) >= kMany &&
             are_neighbours(other->codes[0].raw, label->codes[0].raw);
    });
    if (outnumbered) loners.push_back(&label->codes[0]);
  }
  for (ExemptionCode* loner : loners) loner->certain = false;
}

}  // namespace

void settle_by_page(std::vector<BoxLabel*> labels, const redaction::CodeContext& context) {
  doubt_loners(labels);
  std::vector<redaction::PrintedLabel> on_page;
  for (const BoxLabel* label : labels) {
    if (!all_certain(label->codes)) continue;
    for (const ExemptionCode& code : label->codes) on_page.push_back({code.raw, {code.code}});
  }
  const auto by_form = [](const auto& a, const auto& b) { return a.form < b.form; };
  std::sort(on_page.begin(), on_page.end(), by_form);
  on_page.erase(std::unique(on_page.begin(), on_page.end(),
                            [](const auto& a, const auto& b) { return a.form == b.form; }),
                on_page.end());
  if (on_page.empty()) return;
  for (BoxLabel* label : labels) {
    if (label->unsure.empty()) continue;
    auto codes =
        labels_of(read_box_codes(label->unsure, context, on_page), CodeOrigin::kBoxOcr, label->place);
    if (codes.empty()) continue;
    label->codes = std::move(codes);
    label->ordinary_text = false;  // a figure such as "5128" where the page prints "5.1.2e"
  }
}

}  // namespace vaughn::worker
