// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/orientation.h"

#include "vaughn/base/utf8.h"
#include "vaughn/image/cleanup.h"
#include "worker/stage_timer.h"

namespace vaughn::worker {
namespace {

constexpr int kInkLevel = 150;
constexpr int kFewestLetters = 100;  // on a page worth trying again
constexpr double kSure = 0.8;
constexpr std::size_t kClearlyMore = 3;  // times the sure letters

std::size_t sure_letters(const TextLayer& words) {
  std::size_t letters = 0;
  for (const Word& word : words)
    if (word.confidence.value_or(0) >= kSure && count_code_points(word.text) >= 3)
      letters += count_code_points(word.text);
  return letters;
}

}  // namespace

std::optional<int> upright_by_shape(const image::Bitmap& gray) {
  const StageTimer timer(Stage::kPrepare);
  const bool flat = !image::measure_paper(gray).needs_flattening();
  return image::turns_to_upright(flat ? gray.binarised(kInkLevel)
                                      : image::flattened(gray).binarised(kInkLevel));
}

int upright_by_reading(const image::Bitmap& gray, const image::Scale& scale, double paper_dpi,
                       const Print& print, const TextLayer& as_it_is, ocr::Recogniser& recogniser) {
  if (!print.is_type() || print.letters < kFewestLetters) return 0;
  for (const int quarters : {2, 1, 3}) {
    const image::Scale turned = quarters % 2 == 0 ? scale : image::Scale{scale.y, scale.x};
    const Prepared prepared = prepare(gray.rotated(quarters), turned, paper_dpi, print, Size::kFitting);
    const auto words = timed(Stage::kRecognise, [&] {
      return recogniser.read_page(prepared.bitmap, prepared.scale, prepared.dpi);
    });
    if (!words) return 0;
    const std::size_t letters = sure_letters(*words);
    const bool most_of_them = letters > static_cast<std::size_t>(print.letters) / 4;
    if (most_of_them && letters > kClearlyMore * sure_letters(as_it_is)) return quarters;
  }
  return 0;
}

}  // namespace vaughn::worker
