// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/covered_words.h"

#include <algorithm>

#include "vaughn/base/strings.h"
#include "vaughn/base/utf8.h"

namespace vaughn::worker {
namespace {

constexpr double kCoveredShare = 0.8;  // of a word's area: partly covered letters can still be read
constexpr double kVisibleSpread =
    14;  // grey levels; flat fills stay under 8 with JPEG noise, letters are over 30
constexpr int kFewestLetters = 2;  // one stray letter under a box edge, or a dash, is no leak

bool is_alphanumeric(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         (c >= 0xC0 && c < 0x2000) || (c >= 0x3040 && c < 0xE000);
}

int count_alphanumeric(const std::string& text) {
  int count = 0;
  for (std::size_t offset = 0; offset < text.size();)
    count += is_alphanumeric(next_code_point(text, &offset)) ? 1 : 0;
  return count;
}

// What those who redact write in place of what they took out: "REDACTED", "[Confidential]", "XXXX". Nothing
// is lost by it.
bool is_placeholder(const std::string& word) {
  std::string letters;
  for (const char c : to_lower_ascii(word))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) letters += c;
  if (letters.find_first_not_of(letters.substr(0, 1)) == std::string::npos)
    return true;  // one character repeated
  for (const char* said :
       {"redacted", "redaction", "confidential", "privilege", "privileged", "sealed", "withheld"})
    if (letters == said) return true;
  return false;
}

std::optional<std::size_t> cover_over(const Box& word, const std::vector<redaction::Cover>& covers) {
  std::optional<std::size_t> best;
  double most = kCoveredShare;
  for (std::size_t i = 0; i < covers.size(); ++i) {
    const double share = covered_share(word, covers[i].box);
    if (share >= most) {
      most = share;
      best = i;
    }
  }
  return best;
}

// Whether the pixels at the word differ from one another as letters do. The cover's own edge must not count.
bool shows_letters(const Box& word, const Box& cover, const image::Bitmap& page, const image::Scale& scale) {
  const double edge = std::min({2.0, cover.width() / 8, cover.height() / 8});
  const image::PixelBox pixels = scale.to_pixels(intersection(word, grown(cover, -edge)));
  return !pixels.empty() && page.levels(pixels).spread >= kVisibleSpread;
}

// The names of the x-ray project for what it proposed, in its spirit for the rest. docs/findings.md.
const char* leak_type(pdf::Visibility visibility) {
  switch (visibility) {
    case pdf::Visibility::kDrawn:
      return "TEXT_UNDER_RECTANGLE";
    case pdf::Visibility::kInvisible:
      return "OCR_TEXT_UNDER_REDACTION";
    case pdf::Visibility::kPaintedOver:
      return "TEXT_UNDER_IMAGE";
  }
  return "TEXT_UNDER_RECTANGLE";
}

void count_leak(const pdf::LayerWord& word, std::optional<Finding>* leak, int* letters) {
  if (!*leak) *leak = Finding{leak_type(word.visibility), FindingClass::kLeak, word.word.box, 0};
  (*leak)->box = bounding(*(*leak)->box, word.word.box);
  (*leak)->characters += static_cast<int>(count_code_points(word.word.text));
  if (!is_placeholder(word.word.text)) *letters += count_alphanumeric(word.word.text);
}

}  // namespace

CoveredWords hold_against_pixels(const std::vector<pdf::LayerWord>& layer,
                                 const std::vector<redaction::Cover>& covers, const image::Bitmap& page,
                                 const image::Scale& scale) {
  CoveredWords words;
  words.at_covers.resize(covers.size());
  std::vector<int> letters(covers.size(), 0);
  for (const pdf::LayerWord& word : layer) {
    const auto cover = cover_over(word.word.box, covers);
    if (!cover) {
      words.open.push_back(word.word);
      if (word.visibility != pdf::Visibility::kDrawn) ++words.open_hidden;
    } else if (shows_letters(word.word.box, covers[*cover].box, page, scale)) {
      words.at_covers[*cover].printed.push_back(word.word);
    } else {
      count_leak(word, &words.at_covers[*cover].leak, &letters[*cover]);
    }
  }
  for (std::size_t i = 0; i < covers.size(); ++i)
    if (letters[i] < kFewestLetters) words.at_covers[i].leak.reset();
  return words;
}

}  // namespace vaughn::worker
