// SPDX-License-Identifier: GPL-3.0-or-later
// What is printed inside a cover: the code that explains it, or ordinary text, which means that it covers
// nothing.
#ifndef VAUGHN_WORKER_BOX_LABELS_H_
#define VAUGHN_WORKER_BOX_LABELS_H_

#include <string>
#include <vector>

#include "vaughn/image/bitmap.h"
#include "vaughn/model/exemption.h"
#include "vaughn/model/geometry.h"
#include "vaughn/model/text.h"
#include "vaughn/ocr/recogniser.h"
#include "vaughn/redaction/code_reader.h"
#include "vaughn/redaction/cover_detector.h"

namespace vaughn::worker {

struct BoxLabel {
  std::vector<ExemptionCode> codes;
  bool ordinary_text = false;  // words stand in it that are no code: a heading on a dark bar, a form's cell
  std::string unsure;          // what was recognised, when it is no code or had to be repaired to be one
  bool inked = false;          // characters are printed in it, whether or not they could be read
  Box place;                   // of what was recognised
};

// From the words of the text layer that a reader sees inside the cover.
BoxLabel label_from_words(const TextLayer& printed, const redaction::CodeContext& context);

// By recognition of the box alone: cropped inside its border, negated when dark, enlarged. page is the bitmap
// that scale belongs to.
BoxLabel label_from_pixels(const redaction::Cover& cover, const image::Bitmap& page,
                           const image::Scale& scale, const redaction::CodeContext& context,
                           ocr::Recogniser& recogniser);

// What one page prints in many boxes is one label: readings in doubt are held against those of the page that
// were exact. They stay doubtful.
void settle_by_page(std::vector<BoxLabel*> labels, const redaction::CodeContext& context);

// Whether text reads as words of a language rather than as a code or as the noise that recognition makes of a
// texture.
bool is_ordinary_text(const std::string& text);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_BOX_LABELS_H_
