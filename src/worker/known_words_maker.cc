// SPDX-License-Identifier: GPL-3.0-or-later
// Runs at build time: turns a list of words, one a line, into the C++ file that known_words.cc links with.
// usage: known_words_maker LIST OUTPUT
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "worker/known_words_filter.h"

namespace {

constexpr std::size_t kFewestWords = 20'000;  // fewer are no list of a language

bool is_plain(const std::string& word) {
  for (const char c : word)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) return false;
  return word.size() >= 3;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace vaughn::worker;
  if (argc != 3) {
    std::fprintf(stderr, "usage: known_words_maker LIST OUTPUT\n");
    return 2;
  }
  std::vector<std::uint64_t> chunks(kFilterChunks);
  std::ifstream list(argv[1]);
  std::size_t count = 0;
  for (std::string word; std::getline(list, word);) {
    if (!is_plain(word)) continue;
    for (char& c : word)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    visit_filter_bits(word, [&](std::size_t bit) { chunks[bit / 64] |= std::uint64_t{1} << (bit % 64); });
    ++count;
  }
  if (count < kFewestWords) {
    std::fprintf(stderr, "%s: only %zu words\n", argv[1], count);
    return 1;
  }
  std::ofstream out(argv[2]);
  out << "// Made by known_words_maker.cc.\n#include <array>\n#include <cstdint>\n\n"
         "#include \"worker/known_words_filter.h\"\n\nnamespace vaughn::worker {\n"
         "extern const std::array<std::uint64_t, kFilterChunks> kKnownWords;\n"
         "const std::array<std::uint64_t, kFilterChunks> kKnownWords = {";
  for (std::size_t i = 0; i < chunks.size(); ++i) out << (i % 8 == 0 ? "\n" : " ") << chunks[i] << "u,";
  out << "\n};\n}  // namespace vaughn::worker\n";
  return out.good() ? 0 : 1;
}
