// SPDX-License-Identifier: GPL-3.0-or-later
// BM25 as FTS5 computes it.
#ifndef VAUGHN_STORE_BM25_H_
#define VAUGHN_STORE_BM25_H_

#include <cmath>
#include <cstdint>

namespace vaughn::store::bm25 {

inline constexpr double kSaturation = 1.2, kLengthShare = 0.75;
inline constexpr double kLeastWeight = 1e-6;

// How much a phrase says that stands on so many of the rows.
inline double weight(std::int64_t rows, std::int64_t hits) {
  const double weight =
      std::log((static_cast<double>(rows - hits) + 0.5) / (static_cast<double>(hits) + 0.5));
  return weight <= 0 ? kLeastWeight : weight;
}

inline double by_length(double length, double mean_length) {
  return kSaturation * (1 - kLengthShare + kLengthShare * length / mean_length);
}

// What a phrase that stands so often in a row adds to its score.
inline double part(double weight, double count, double by_length) {
  return weight * count * (kSaturation + 1) / (count + by_length);
}

}  // namespace vaughn::store::bm25

#endif  // VAUGHN_STORE_BM25_H_
