// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fts_tokens.h"
#include "store/reader_parts.h"

namespace vaughn::store {
namespace {

// FTS5's own list of the words it has. To be asked for one of them: it reads the pages of each it comes by.
constexpr const char* kIndexWordTable =
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.index_word USING fts5vocab(main, page_fts, row)";

}  // namespace

void visit_vocabulary(Connection& connection, const std::string& from, const VisitWord& visit) {
  // A few words farther on is nearer by steps than by a new search.
  constexpr int kSteps = 6;
  std::string wanted = from;
  for (bool more = true; more;) {
    Query rows = connection.query("SELECT word FROM vocabulary WHERE word >= ? ORDER BY word", wanted);
    more = false;
    int behind = 0;
    while (rows.step()) {
      const std::string_view word = rows.view(0);
      if (word < wanted) {
        more = ++behind == kSteps;
        if (more) break;
        continue;
      }
      behind = 0;
      auto next = visit(word);
      if (!next) return;
      wanted = *std::move(next);
    }
  }
}

std::vector<std::string> find_words_with_stem_of(Connection& connection, const std::string& word) {
  const FtsTokenizer stems(connection, FtsTokenizer::Words::kStems);
  const auto stem_of = [&](std::string_view of) {
    const std::vector<FtsToken> tokens = stems.tokens(of);
    return tokens.size() == 1 ? tokens.front().text : std::string();
  };
  std::vector<std::string> words;
  const std::string stem = stem_of(word);
  if (stem.empty()) return words;
  // A word begins as its stem does, whose last letter may differ: happy, happi.
  const std::string start = stem.substr(0, stem.size() - 1);
  visit_vocabulary(connection, start, [&](std::string_view other) -> std::optional<std::string> {
    if (!other.starts_with(start)) return std::nullopt;
    if (stem_of(other) == stem) words.emplace_back(other);
    return std::string(other) + '\x01';
  });
  return words;
}

int count_pages_with(Connection& connection, const std::string& word) {
  connection.run(kIndexWordTable);
  return static_cast<int>(connection.integer("SELECT doc FROM temp.index_word WHERE term = ?", word));
}

}  // namespace vaughn::store
