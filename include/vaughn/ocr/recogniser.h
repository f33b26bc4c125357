// SPDX-License-Identifier: GPL-3.0-or-later
// Recognition of pixels: a bitmap in, words with boxes and confidences out. The only folder that knows
// Tesseract.
#ifndef VAUGHN_OCR_RECOGNISER_H_
#define VAUGHN_OCR_RECOGNISER_H_

#include <memory>
#include <string>
#include <vector>

#include "vaughn/base/result.h"
#include "vaughn/image/bitmap.h"
#include "vaughn/model/text.h"

namespace vaughn::ocr {

// Which characters the text of a redaction's box may be made of.
enum class Alphabet {
  kAny,
  kCodes,  // letters, digits and marks of exemption codes: raises boxed codes from 87-90 % to 97-100 % exact
  kSections,  // of numbered sections, "5.1.2i", "3.3(h)(2)", "7(1)(d)(v)": every small letter they have
};

struct BoxText {
  std::string text;       // one line or several, valid UTF-8, may be empty
  double confidence = 0;  // mean over its words, 0 to 1
};

// Holds one engine with its language data: make one a process and keep it (loading takes 0.1 s). Not for
// several threads. Start the process with OMP_THREAD_LIMIT=1: Tesseract's own threads cost five times the
// work.
class Recogniser {
 public:
  // languages as Tesseract's, joined by '+'. kOcrFailed when data for one is missing; the advice says how to
  // install it.
  static Result<std::unique_ptr<Recogniser>> create(const std::string& languages);
  ~Recogniser();

  // The words of a page in reading order, boxes in points of the page that scale belongs to. dpi is the
  // resolution Tesseract is told, by which it judges sizes. kOcrFailed on failure. Agencies send the same
  // page again and again: equal bitmaps are recognised once, while there is room.
  Result<TextLayer> read_page(const image::Bitmap& page, const image::Scale& scale, double dpi);

  // The text of a small bitmap that holds one line (or a few). Agencies stamp the same bitmap again and
  // again: each is recognised once, and remembered while there is room.
  BoxText read_box(const image::Bitmap& box, Alphabet alphabet);

 private:
  struct Impl;
  explicit Recogniser(std::unique_ptr<Impl> impl);
  // Boxes in pixels.
  Result<TextLayer> recognise(const image::Bitmap& page, double dpi);
  std::unique_ptr<Impl> impl_;
};

std::string tesseract_version();
// Names of the installed language data, sorted.
std::vector<std::string> installed_languages();

}  // namespace vaughn::ocr

#endif  // VAUGHN_OCR_RECOGNISER_H_
