// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/orientation.h"

#include "vaughn/base/utf8.h"
#include "vaughn/image/cleanup.h"
#include "worker/stage_timer.h"

namespace vaughn::worker {
namespace {

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
                       const Print& print, ocr::Recogniser& recogniser) {
  if (!print.is_type() || print.letters < kFewestLetters) return 0;
  // The middle of the page tells as well as all of it.
  const int width = gray.width(), height = gray.height();
  const image::Bitmap middle = gray.crop({width / 5, height / 5, width - width / 5, height - height / 5});
  const auto letters_in = [&](int quarters) -> std::size_t {
    const image::Scale turned = quarters % 2 == 0 ? scale : image::Scale{scale.y, scale.x};
    const Prepared prepared = prepare(middle.rotated(quarters), turned, paper_dpi, print, Size::kFitting);
    const StageTimer timer(Stage::kRecognise);
    const auto words = recogniser.read_page(prepared.bitmap, prepared.scale, prepared.dpi);
    return words ? sure_letters(*words) : 0;
  };
  const std::size_t as_it_is = letters_in(0);
  for (const int quarters : {2, 1, 3}) {
    const std::size_t letters = letters_in(quarters);
    const bool many = letters > static_cast<std::size_t>(print.letters) / 8;
    if (many && letters > kClearlyMore * as_it_is) return quarters;
  }
  return 0;
}

}  // namespace vaughn::worker
