// SPDX-License-Identifier: GPL-3.0-or-later
// The form of the word list inside the program: a Bloom filter, 16 KB for every 10,000 words or so. Shared by
// the program that makes it at build time and the code that asks it.
#ifndef VAUGHN_WORKER_KNOWN_WORDS_FILTER_H_
#define VAUGHN_WORKER_KNOWN_WORDS_FILTER_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vaughn::worker {

inline constexpr std::size_t kFilterBits = std::size_t{1}
                                           << 20;  // 100,000 words: 1 of 1,000 others is taken for one
inline constexpr int kFilterHashes = 7;
inline constexpr std::size_t kFilterChunks = kFilterBits / 64;

inline std::uint64_t filter_hash(std::string_view word) {  // FNV-1a
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

// The bits of a word, one for each hash: calls visit with every bit's number.
template <class Visit>
void visit_filter_bits(std::string_view word, const Visit& visit) {
  const std::uint64_t hash = filter_hash(word);
  const std::uint64_t step = (hash >> 33) | 1;
  for (int i = 0; i < kFilterHashes; ++i)
    visit(static_cast<std::size_t>((hash + static_cast<std::uint64_t>(i) * step) % kFilterBits));
}

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_KNOWN_WORDS_FILTER_H_
