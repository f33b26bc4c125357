// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/words_codec.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace vaughn::store {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::uint8_t kNoConfidence = 255;
constexpr double kConfidenceSteps = 200;
constexpr double kStepsPerPoint = 10;
constexpr std::size_t kSmallestWord = 9;  // bytes; bounds what a damaged count can make us reserve

void put_unsigned(std::uint64_t value, std::string* out) {
  while (value >= 0x80) {
    out->push_back(static_cast<char>((value & 0x7f) | 0x80));
    value >>= 7;
  }
  out->push_back(static_cast<char>(value));
}

// Small numbers of either sign become small unsigned ones: 0, -1, 1, -2 are 0, 1, 2, 3.
void put_signed(std::int64_t value, std::string* out) {
  put_unsigned((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63), out);
}

std::int64_t tenths(Points value) {
  // No page is a million points wide; the clamp keeps nonsense from overflowing the deltas.
  if (!std::isfinite(value)) return 0;
  return std::llround(std::clamp(value, -1e9, 1e9) * kStepsPerPoint);
}

std::uint8_t confidence_byte(const std::optional<double>& confidence) {
  if (!confidence || !std::isfinite(*confidence)) return kNoConfidence;
  return static_cast<std::uint8_t>(std::lround(std::clamp(*confidence, 0.0, 1.0) * kConfidenceSteps));
}

// What each word is written relative to.
struct Previous {
  std::size_t end = 0;  // of the last word that stood in the text
  std::int64_t x1 = 0, y0 = 0, height = 0;
  int line = 0, block = 0;
};

class Input {
 public:
  explicit Input(std::string_view bytes) : rest_(bytes) {}

  bool good() const { return good_; }
  std::size_t left() const { return rest_.size(); }

  std::uint8_t byte() {
    if (rest_.empty()) good_ = false;
    if (!good_) return 0;
    const auto value = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return value;
  }
  std::uint64_t unsigned_number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const std::uint8_t part = byte();
      value |= static_cast<std::uint64_t>(part & 0x7f) << shift;
      if (part < 0x80) return value;
    }
    good_ = false;
    return 0;
  }
  std::int64_t signed_number() {
    const std::uint64_t value = unsigned_number();
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
  }
  // A delta between values we wrote is small; anything else would overflow what is added up.
  std::int64_t delta() {
    const std::int64_t value = signed_number();
    if (value < -kMostDelta || value > kMostDelta) good_ = false;
    return good_ ? value : 0;
  }
  std::string_view bytes(std::uint64_t count) {
    if (count > rest_.size()) good_ = false;
    if (!good_) return {};
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }

 private:
  static constexpr std::int64_t kMostDelta = std::int64_t{1} << 40;
  std::string_view rest_;
  bool good_ = true;
};

void put_text(const Word& word, std::string_view page_text, Previous* previous, std::string* out) {
  const bool placed = word.offset && *word.offset <= page_text.size() && !word.text.empty() &&
                      page_text.substr(*word.offset, word.text.size()) == word.text;
  if (!placed) {
    put_unsigned(0, out);
    put_unsigned(word.text.size(), out);
    out->append(word.text);
    return;
  }
  put_unsigned(word.text.size(), out);
  put_signed(static_cast<std::int64_t>(*word.offset) - static_cast<std::int64_t>(previous->end), out);
  previous->end = *word.offset + word.text.size();
}

bool take_text(std::string_view page_text, Input* in, Previous* previous, Word* word) {
  const std::uint64_t length = in->unsigned_number();
  if (length == 0) {
    word->text = in->bytes(in->unsigned_number());
    return in->good();
  }
  const std::int64_t offset = static_cast<std::int64_t>(previous->end) + in->delta();
  if (!in->good() || offset < 0 || static_cast<std::uint64_t>(offset) > page_text.size() ||
      length > page_text.size() - static_cast<std::uint64_t>(offset))
    return false;
  word->offset = static_cast<std::size_t>(offset);
  word->text = page_text.substr(*word->offset, length);
  previous->end = *word->offset + length;
  return true;
}

void put_box(const Box& box, Previous* previous, std::string* out) {
  const std::int64_t x0 = tenths(box.x0), y0 = tenths(box.y0), x1 = tenths(box.x1), y1 = tenths(box.y1);
  put_signed(x0 - previous->x1, out);
  put_signed(y0 - previous->y0, out);
  put_signed(x1 - x0, out);
  put_signed(y1 - y0 - previous->height, out);
  *previous = {previous->end, x1, y0, y1 - y0, previous->line, previous->block};
}

Box take_box(Input* in, Previous* previous) {
  const std::int64_t x0 = previous->x1 + in->delta();
  const std::int64_t y0 = previous->y0 + in->delta();
  const std::int64_t x1 = x0 + in->delta();
  const std::int64_t height = previous->height + in->delta();
  *previous = {previous->end, x1, y0, height, previous->line, previous->block};
  const auto points = [](std::int64_t value) { return static_cast<double>(value) / kStepsPerPoint; };
  return {points(x0), points(y0), points(x1), points(y0 + height)};
}

int take_number(int before, Input* in) {
  const std::int64_t value = before + in->delta();
  constexpr std::int64_t kMost = std::numeric_limits<int>::max();
  return static_cast<int>(std::clamp(value, -kMost, kMost));
}

}  // namespace

std::string encode_words(const TextLayer& words, std::string_view page_text) {
  std::string out;
  out.push_back(static_cast<char>(kVersion));
  put_unsigned(words.size(), &out);
  Previous previous;
  for (const Word& word : words) {
    put_text(word, page_text, &previous, &out);
    out.push_back(static_cast<char>(confidence_byte(word.confidence)));
    put_signed(std::int64_t{word.line} - previous.line, &out);
    put_signed(std::int64_t{word.block} - previous.block, &out);
    previous.line = word.line;
    previous.block = word.block;
    put_box(word.box, &previous, &out);
  }
  return out;
}

std::optional<TextLayer> decode_words(std::string_view bytes, std::string_view page_text) {
  Input in(bytes);
  if (in.byte() != kVersion) return std::nullopt;
  const std::uint64_t count = in.unsigned_number();
  if (!in.good() || count > in.left() / kSmallestWord) return std::nullopt;
  TextLayer words;
  words.reserve(count);
  Previous previous;
  for (std::uint64_t i = 0; i < count; ++i) {
    Word word;
    if (!take_text(page_text, &in, &previous, &word)) return std::nullopt;
    const std::uint8_t confidence = in.byte();
    if (confidence != kNoConfidence) word.confidence = std::min(confidence / kConfidenceSteps, 1.0);
    word.line = previous.line = take_number(previous.line, &in);
    word.block = previous.block = take_number(previous.block, &in);
    word.box = take_box(&in, &previous);
    if (!in.good()) return std::nullopt;
    words.push_back(std::move(word));
  }
  if (in.left() != 0) return std::nullopt;
  return words;
}

}  // namespace vaughn::store
