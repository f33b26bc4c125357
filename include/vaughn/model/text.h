// SPDX-License-Identifier: GPL-3.0-or-later
// What was read on a page: words with their boxes, and which account of the page they come from.
#ifndef VAUGHN_MODEL_TEXT_H_
#define VAUGHN_MODEL_TEXT_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vaughn/model/geometry.h"

namespace vaughn {

struct Word {
  std::string text;  // valid UTF-8, no white space, never empty
  Box box;
  std::optional<double> confidence;  // 0 to 1; only recognised words have one
  int line = 0;                      // words of one printed line share it; rises in reading order
  int block = 0;                     // lines of one column or paragraph share it
  // Byte offset of the word in the page's composed text (see page_text.h); none while not composed.
  std::optional<std::size_t> offset;

  bool operator==(const Word&) const = default;
};

// A word whose letters stand above each other: it runs up or down the page.
inline bool runs_sideways(const Word& word) {
  return word.text.size() >= 3 && word.box.height() > 1.8 * word.box.width();
}

// Words in reading order.
using TextLayer = std::vector<Word>;

// The account of the page that its text was taken from. Names as stored and printed (to_string).
enum class TextSource {
  kBornDigital,    // "born-digital": the file's own text, drawn as glyphs
  kOcrLayer,       // "ocr-layer": text an earlier OCR put behind or over the scan, found good
  kOcrLayerPoor,   // "ocr-layer-poor": such a layer, found poor
  kScan,           // "scan": pixels only; the text is our own recognition
  kScanWithStamp,  // "scan-with-stamp": pixels, and a text layer that holds a stamp only
  kMixed,          // "mixed": real text beside pictures of text
  kBlank,          // "blank": nothing on it
  kWithheldSheet,  // "withheld-sheet": stands for pages kept back
  kPhotograph,     // "photograph": a picture without readable text
};

std::string_view to_string(TextSource source);
std::optional<TextSource> text_source_from_string(std::string_view name);

}  // namespace vaughn

#endif  // VAUGHN_MODEL_TEXT_H_
