// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/stamp_reading.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>
#include <vector>

#include "records/bates_candidate.h"
#include "vaughn/base/strings.h"

namespace vaughn::records {
namespace {

constexpr double kMostMisfit = 0.3;     // of the prefix's characters
constexpr std::size_t kMostSpecks = 2;  // characters behind the number that are none

// Characters that recognition takes for one another become one.
char folded(char c) {
  switch (c) {
    case 'O':
    case 'Q':
    case 'D':
      return '0';
    case 'L':
    case 'I':
    case '|':
    case '!':
    case ']':
    case '[':
      return '1';
    case 'Z':
      return '2';
    case 'S':
    case '$':
      return '5';
    case 'G':
      return '6';
    case 'T':
    case '/':
      return '7';
    case 'B':
      return '8';
    case '}':
      return ')';
    case '{':
      return '(';
    default:
      return c;
  }
}

// Capitals without separators, and the same with look-alikes folded.
struct Levelled {
  std::string plain, folds;
};

Levelled level(std::string_view text) {
  Levelled levelled{series_key(text), {}};
  for (const char c : levelled.plain) levelled.folds += folded(c);
  return levelled;
}

// The least edit distance between the pattern and an end piece of the text.
std::size_t distance_to_end(std::string_view pattern, std::string_view text) {
  std::vector<std::size_t> row(text.size() + 1, 0);  // a piece may begin anywhere
  for (std::size_t i = 1; i <= pattern.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= text.size(); ++j) {
      const std::size_t replaced = diagonal + (pattern[i - 1] == text[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The text, and pieces of a few words at its end: what stands before or behind may belong to something else
// on that line.
std::vector<EdgeText> pieces_of(const EdgeText& text) {
  const std::vector<std::string> words = split(text.text, ' ');
  constexpr std::size_t kMostWords = 6, kMostBehind = 2;
  std::vector<EdgeText> pieces;
  for (std::size_t behind = 0; behind <= kMostBehind && behind < words.size(); ++behind)
    for (std::size_t count = std::min(words.size() - behind, kMostWords); count > 0; --count) {
      const std::size_t end = words.size() - behind, first = end - count;
      EdgeText piece{join({words.begin() + static_cast<std::ptrdiff_t>(first),
                           words.begin() + static_cast<std::ptrdiff_t>(end)},
                          " "),
                     text.box,
                     {},
                     text.printed};
      if (text.words.size() == words.size()) {
        piece.box = text.words[first];
        for (std::size_t i = first; i < end; ++i) piece.box = bounding(piece.box, text.words[i]);
      }
      pieces.push_back(std::move(piece));
    }
  return pieces;
}

std::optional<StampReading> read_exactly(const EdgeText& text, const BatesSeries& series) {
  for (const EdgeText& piece : pieces_of(text)) {
    auto candidate = read_candidate(piece);
    if (!candidate || candidate->series != series.key) continue;
    return StampReading{candidate->digits, candidate->number, candidate->suffix, true, 0, piece};
  }
  return std::nullopt;
}

std::optional<StampReading> read_loosely(const EdgeText& text, const BatesSeries& series) {
  const Levelled prefix = level(series.prefix), stamp = level(text.text);
  const auto length = static_cast<double>(prefix.folds.size());
  const double allowed = length >= 3 ? std::max(1.0, kMostMisfit * length) : 0;
  const std::size_t narrowest = *series.widths.begin(), widest = *series.widths.rbegin();
  std::optional<StampReading> best;
  for (std::size_t specks = 0; specks <= kMostSpecks; ++specks)
    for (std::size_t width = narrowest; width <= widest; ++width) {
      if (stamp.folds.size() < width + specks) continue;
      const std::size_t start = stamp.folds.size() - specks - width;
      const std::string digits = stamp.folds.substr(start, width);
      if (!all_digits(digits)) continue;
      const std::string_view head = std::string_view(stamp.folds).substr(0, start);
      if (prefix.folds.empty() && !head.empty()) continue;
      const double prefix_misfit = static_cast<double>(distance_to_end(prefix.folds, head));
      if (prefix_misfit > allowed) continue;
      double misfit = prefix_misfit + 0.5 * static_cast<double>(specks);
      for (std::size_t i = 0; i < width; ++i)
        if (stamp.plain[start + i] != digits[i]) misfit += 0.3;
      if (!best || misfit < best->misfit)
        best = StampReading{digits, std::stoll(digits), series.suffix, false, std::max(misfit, 0.1), text};
    }
  return best;
}

}  // namespace

std::optional<StampReading> read_stamp(const EdgeText& text, const BatesSeries& series) {
  if (auto exact = read_exactly(text, series)) return exact;
  return read_loosely(text, series);
}

}  // namespace vaughn::records
