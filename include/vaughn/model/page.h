// SPDX-License-Identifier: GPL-3.0-or-later
// Everything one reading of a page yielded: the answer of a worker, the row of the database, the line of
// inspect.
#ifndef VAUGHN_MODEL_PAGE_H_
#define VAUGHN_MODEL_PAGE_H_

#include <optional>
#include <string>
#include <vector>

#include "vaughn/base/problem.h"
#include "vaughn/model/exemption.h"
#include "vaughn/model/finding.h"
#include "vaughn/model/geometry.h"
#include "vaughn/model/page_number.h"
#include "vaughn/model/redaction.h"
#include "vaughn/model/text.h"

namespace vaughn {

// What the user chose that changes what a page reads as. Two readings with equal options are interchangeable.
struct ReadOptions {
  std::string languages = "eng";  // Tesseract's, joined by '+'
  bool ocr = true;                // false: index what text there is, leave the rest due
  double max_megapixels = 100;    // per bitmap
  // Answer with the text that findings are about as well. `vaughn check --reveal` alone sets it; nothing that
  // stores or prints pages may.
  bool reveal_hidden_text = false;

  bool operator==(const ReadOptions&) const = default;
};

// What opening a source tells before any page is read.
struct SourceDescription {
  int page_count = 0;
  std::vector<Problem> problems;  // parser warnings

  bool operator==(const SourceDescription&) const = default;
};

// A line at the edge of a scan, where stamps stand, recognised by itself: recognition of the whole page loses
// many of them. Not part of the page's text.
struct EdgeLine {
  std::string text;       // valid UTF-8, never empty
  double confidence = 0;  // 0 to 1
  Box box;

  bool operator==(const EdgeLine&) const = default;
};

// What the file itself calls a production number: Acrobat marks those it stamps (a pagination artifact of
// subtype BatesN).
struct BatesArtifact {
  std::string declared;  // what the file says that it is; valid UTF-8, never empty
  std::string shown;     // the letters drawn for it, as far as the font tells them
  Box box;               // where they are drawn

  bool operator==(const BatesArtifact&) const = default;
};

struct PageReading {
  PageIndex page;
  Points width = 0, height = 0;  // as displayed
  int rotation = 0;              // degrees clockwise that the file says to turn the page (0, 90, 180, 270)
  std::optional<double> dpi;     // resolution of the bitmap that was read; none: it was not drawn
  TextSource text_source = TextSource::kBlank;
  std::string reason;    // one sentence: why this text source
  bool ocr_due = false;  // its text waits for OCR, which was switched off
  std::optional<double>
      ocr_confidence;  // mean over recognised words, 0 to 1; none when nothing was recognised
  std::string text;    // words and redaction markers in reading order (page_text.h)
  TextLayer words;     // what stands on the page; nothing that lies under a cover
  // Of the area that text and covers take. 1 for a sheet that stands for a page withheld in full; none for
  // sheets that stand for other pages (referred, duplicates, lists of deleted ones).
  std::optional<double> text_withheld_share;
  std::vector<Redaction> redactions;
  std::vector<ExemptionCode> codes;  // without a box of their own: page codes, mentions, stray labels
  std::vector<Finding> findings;
  std::vector<EdgeLine> edge_lines{};  // from the top of the page down
  std::vector<BatesArtifact> bates_artifacts{};
  std::vector<RevealedText> revealed;  // empty unless asked for
  std::vector<Problem> problems;

  bool operator==(const PageReading&) const = default;
};

}  // namespace vaughn

#endif  // VAUGHN_MODEL_PAGE_H_
