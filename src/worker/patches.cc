// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/patches.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <string>
#include <utility>

#include "vaughn/base/strings.h"
#include "vaughn/redaction/code_placement.h"
#include "vaughn/redaction/regime_table.h"
#include "worker/amount.h"

namespace vaughn::worker {
namespace {

constexpr double kConfidence = 0.6;  // inferred from a code, not seen
constexpr double kClearEms = 1.5;
constexpr int kOften = 3;
// Of the code's height: a patch is as high as a line. A text layer's boxes are so high already, recognised
// ones as high as their digits.
constexpr double kRim = 0.25;

bool level(const Box& a, const Box& b) {
  return std::min(a.y1, b.y1) - std::max(a.y0, b.y0) > 0.4 * std::min(a.height(), b.height());
}

// A withholding of text, not a page's disposition or a stamp.
bool is_exemption(const ExemptionCode& code) {
  const auto meaning = redaction::meaning_of(code.code);
  return meaning && meaning->regime != redaction::Regime::kDisposition &&
         meaning->regime != redaction::Regime::kReviewerStamp;
}

// How often the page says each code for certain.
std::map<std::string, int> times_of(const std::vector<ExemptionCode>& codes) {
  std::map<std::string, int> times;
  for (const ExemptionCode& code : codes)
    if (code.role == CodeRole::kLabel && code.certain) ++times[code.code];
  return times;
}

// The free part of the code's line: from the word before it to the word behind it, else to the text's edges.
struct Surroundings {
  Box free;
  bool clear = true;  // no word close by
};

Surroundings around(const Box& code, const TextLayer& words) {
  Box text;
  for (const Word& word : words) text = bounding(text, word.box);
  Surroundings found{{text.x0, code.y0, text.x1, code.y1}, true};
  const Points clear = kClearEms * code.height();
  for (const Word& word : words) {
    if (!level(word.box, code) || !intersection(word.box, code).empty()) continue;
    if (word.box.center_x() < code.center_x()) {
      found.free.x0 = std::max(found.free.x0, word.box.x1);
      found.clear &= code.x0 - word.box.x1 > clear;
    } else {
      found.free.x1 = std::min(found.free.x1, word.box.x0);
      found.clear &= word.box.x0 - code.x1 > clear;
    }
  }
  return found;
}

// Codes printed together.
struct Label {
  Box box;
  std::vector<ExemptionCode> codes;
  bool recurs = false;  // the page has the same code again and again
};

// Whether a word is nothing but (part of) the label: of "(b)(6)@bureau.example" the domain must not go.
bool is_all_label(const Word& word, const std::vector<ExemptionCode>& codes) {
  std::string rest = word.text;
  for (const ExemptionCode& code : codes) {
    if (code.raw.find(word.text) != std::string::npos) return true;
    for (const std::string& piece : split(code.raw, ' '))
      if (!piece.empty()) rest = replace_all(rest, piece, "");
  }
  return std::none_of(rest.begin(), rest.end(),
                      [](unsigned char c) { return c >= 0x80 || std::isalnum(c) != 0; });
}

bool belongs_to(const Label& label, const Word& word) {
  return label.box.contains(word.box.center_x(), word.box.center_y()) && is_all_label(word, label.codes);
}

std::vector<Label> labels_of(const std::vector<ExemptionCode>& codes, Points page_width) {
  const std::map<std::string, int> times = times_of(codes);
  std::vector<Label> labels;
  for (const ExemptionCode& code : codes) {
    if (code.role != CodeRole::kLabel || !code.box || !is_exemption(code)) continue;
    const auto known_times = times.find(code.code);
    const bool recurs = known_times != times.end() && known_times->second >= kOften;
    if (!code.certain && !recurs) continue;
    if (redaction::in_margin(*code.box, page_width)) continue;
    const auto known = std::find_if(labels.begin(), labels.end(), [&](const auto& label) {
      return level(label.box, *code.box) &&
             !intersection(grown(label.box, code.box->height()), *code.box).empty();
    });
    if (known == labels.end()) {
      labels.push_back({*code.box, {code}, recurs});
    } else {
      known->recurs |= recurs;
      known->box = bounding(known->box, *code.box);
      known->codes.push_back(code);
    }
  }
  return labels;
}

}  // namespace

void make_patches(PageReading* reading) {
  for (const Label& label : labels_of(reading->codes, reading->width)) {
    const Surroundings surroundings = around(label.box, reading->words);
    // Among words a code is a label only where the page repeats it: "Dear (b)(6), as (b)(6) told me".
    if (!surroundings.clear && !label.recurs) continue;
    Redaction patch;
    const double rim = label.codes.front().origin == CodeOrigin::kTextLayer ? 0 : kRim * label.box.height();
    patch.box = intersection(grown(label.box, rim), {0, 0, reading->width, reading->height});
    patch.kind = CoverKind::kPatch;
    patch.confidence = kConfidence;
    patch.area_share = patch.box.area() / (reading->width * reading->height);
    patch.amount = estimate_amount(surroundings.free, type_lines(reading->words, reading->width));
    patch.codes = label.codes;
    std::erase_if(reading->codes, [&](const ExemptionCode& code) {
      return std::find(label.codes.begin(), label.codes.end(), code) != label.codes.end();
    });
    std::erase_if(reading->words, [&](const Word& word) { return belongs_to(label, word); });
    reading->redactions.push_back(std::move(patch));
  }
}

}  // namespace vaughn::worker
