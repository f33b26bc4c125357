// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/text_decision.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace vaughn::worker {
namespace {

// Measured on 38 pages of real releases: 1.5 % odd symbols finds 16 of 17 poor layers with 2 false alarms, 40
// % of the marks under no word finds 5 more kinds of loss with none.
constexpr double kPoorOddShare = 0.015;
constexpr double kPoorBrokenShare = 0.15;
constexpr double kPoorUnmappedShare = 0.05;
// Little words say that it is English, and then so many of its words must be in the list.
constexpr double kEnglishLittleShare = 0.05;
constexpr double kPoorKnownShare = 0.65;
constexpr double kPoorUnreadShare = 0.40;
constexpr int kFewestWordsToJudge = 20;
constexpr int kFewestMarks = 12;      // fewer are specks, punch holes, a scanner's dirt
constexpr double kStampShare = 0.70;  // a layer that leaves this much unread is a stamp, whatever it says
constexpr int kMostStampWords = 40;
constexpr double kPagePicture = 0.50;  // of the page: the picture is the page

std::string percent(double share) {
  return fmt::format("{} %", std::lround(100 * share));
}

bool is_broken_english(const LayerQuality& quality) {
  return quality.language.little_share >= kEnglishLittleShare &&
         quality.language.known_share < kPoorKnownShare;
}

bool is_poor(const PageFeatures& f) {
  if (f.layer_words < kFewestWordsToJudge) return false;
  return f.quality.odd_share >= kPoorOddShare || f.quality.broken_share >= kPoorBrokenShare ||
         f.quality.unmapped_share >= kPoorUnmappedShare || is_broken_english(f.quality) ||
         f.unread_share >= kPoorUnreadShare;
}

std::string why_poor(const PageFeatures& f) {
  if (f.quality.unmapped_share >= kPoorUnmappedShare)
    return fmt::format("{} of its characters have no meaning", percent(f.quality.unmapped_share));
  if (f.quality.odd_share >= kPoorOddShare)
    return fmt::format("{:.1f} % of its characters are odd symbols", 100 * f.quality.odd_share);
  if (f.quality.broken_share >= kPoorBrokenShare)
    return fmt::format("{} of its words have digits or quotes among their letters",
                       percent(f.quality.broken_share));
  if (is_broken_english(f.quality))
    return fmt::format("only {} of its letters stand in words that are known",
                       percent(f.quality.language.known_share));
  return fmt::format("{} of the text-like marks lie under none of its words", percent(f.unread_share));
}

TextDecision without_layer(const PageFeatures& f) {
  if (f.text_only)
    return {TextSource::kBlank, Recognise::kNothing, "Nothing is drawn on the page but rules."};
  if (f.marks < kFewestMarks)
    return {TextSource::kBlank, Recognise::kNothing,
            fmt::format("No text layer, and only {} marks on the page that could be letters.", f.marks)};
  return {TextSource::kScan, Recognise::kAll,
          fmt::format("No text layer, but {} text-like marks on the page.", f.marks)};
}

// The page is a picture with text behind, over or beside it.
TextDecision with_page_picture(const PageFeatures& f) {
  const bool layer_is_hidden = 2 * f.hidden_words > f.layer_words;
  if (f.unread_share >= kStampShare && f.layer_words <= kMostStampWords)
    return {TextSource::kScanWithStamp, Recognise::kAll,
            fmt::format(
                "The text layer holds {} words only; {} of the {} text-like marks lie under none of them.",
                f.layer_words, percent(f.unread_share), f.marks)};
  if (is_poor(f) && (layer_is_hidden || f.unread_share < kPoorUnreadShare))
    return {TextSource::kOcrLayerPoor, Recognise::kAll,
            fmt::format("A text layer of {} words lies over a scan, but {}.", f.layer_words, why_poor(f))};
  if (layer_is_hidden)
    return {TextSource::kOcrLayer, Recognise::kNothing,
            fmt::format("A text layer of {} words lies over a scan and covers {} of the text-like marks.",
                        f.layer_words, percent(1 - f.unread_share))};
  if (f.unread_share >= kPoorUnreadShare)
    return {TextSource::kMixed, Recognise::kAround,
            fmt::format("{} words are drawn as text, but {} of the text-like marks belong to pictures.",
                        f.layer_words, percent(f.unread_share))};
  return {TextSource::kBornDigital, Recognise::kNothing,
          fmt::format("{} words are drawn as text over a picture and account for {} of the text-like marks.",
                      f.layer_words, percent(1 - f.unread_share))};
}

}  // namespace

TextDecision decide_text(const PageFeatures& f) {
  if (f.layer_words == 0) return without_layer(f);
  if (f.picture_share >= kPagePicture && f.marks >= kFewestMarks) return with_page_picture(f);
  if (f.quality.unmapped_share >= kPoorUnmappedShare && f.layer_words >= kFewestWordsToJudge)
    return {TextSource::kOcrLayerPoor, Recognise::kAll,
            fmt::format("The text is drawn, but {}.", why_poor(f))};
  if (f.text_only)
    return {TextSource::kBornDigital, Recognise::kNothing,
            fmt::format("{} words are drawn as text, and nothing else but rules.", f.layer_words)};
  if (f.unread_share >= kPoorUnreadShare && f.marks >= 4 * kFewestMarks)
    return {
        TextSource::kMixed, Recognise::kAround,
        fmt::format("{} words are drawn as text, but {} of the {} text-like marks lie under none of them.",
                    f.layer_words, percent(f.unread_share), f.marks)};
  return {TextSource::kBornDigital, Recognise::kNothing,
          fmt::format("{} words are drawn as text and account for {} of the text-like marks.", f.layer_words,
                      percent(1 - f.unread_share))};
}

}  // namespace vaughn::worker
