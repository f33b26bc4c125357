// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/text_index.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "vaughn/model/page_text.h"

namespace vaughn::store {
namespace {

constexpr std::size_t kMostWordsHeld = 100'000;
constexpr std::size_t kPlaces = 1 << 17;  // for words known: a megabyte

}  // namespace

TextIndex::TextIndex(Connection& connection)
    : connection_(connection), tokenizer_(connection), known_(kPlaces) {
  connection_.set_triggers(false);
}

bool TextIndex::take_out(std::int64_t page) {
  if (waiting_.contains(page)) return false;
  if (connection_.integer("SELECT text IS NULL FROM page WHERE id = ?", page) != 0) return true;
  connection_.run(
      "INSERT INTO page_fts (page_fts, rowid, text, unbroken)"
      " SELECT 'delete', id, text, unbroken FROM page WHERE id = ?",
      page);
  return false;
}

void TextIndex::put_in(std::int64_t page, bool is_there_empty) {
  if (is_there_empty)
    connection_.run("INSERT INTO page_fts (page_fts, rowid, text, unbroken) VALUES ('delete', ?, NULL, NULL)",
                    page);
  std::optional<std::string> text, unbroken;
  {
    Query row = connection_.query("SELECT text, unbroken FROM page WHERE id = ?", page);
    if (!row.step()) return;
    if (!row.is_null(0)) text = row.text(0);
    if (!row.is_null(1)) unbroken = row.text(1);
  }
  connection_.run("INSERT INTO page_fts (rowid, text, unbroken) VALUES (?, ?, ?)", page, text, unbroken);
  ++put_in_;
  for (const auto& part : {text, unbroken})
    if (part) tokenizer_.each(*part, [this](std::string_view word, std::size_t, std::size_t) { note(word); });
}

// Most words of a page were met before.
void TextIndex::note(std::string_view word) {
  const std::size_t hash = std::hash<std::string_view>()(word);
  std::size_t& place = known_[hash % kPlaces];
  if (place == hash || word == kBarrier) return;
  place = hash;
  words_.emplace(word);
}

void TextIndex::learn_words() {
  std::vector<std::string> words(words_.begin(), words_.end());
  words_.clear();
  std::sort(words.begin(), words.end());
  for (const std::string& word : words)
    connection_.run("INSERT OR IGNORE INTO vocabulary (word) VALUES (?)", word);
}

void TextIndex::flush() {
  for (const auto& [page, is_there_empty] : waiting_) {
    put_in(page, is_there_empty);
    if (words_.size() > kMostWordsHeld) learn_words();
  }
  waiting_.clear();
  learn_words();
}

void TextIndex::forget() {
  waiting_.clear();
  words_.clear();
  std::fill(known_.begin(), known_.end(), 0);
}

void TextIndex::merge() {
  // Writing all of a large index anew for few pages would take longer than they did.
  constexpr std::int64_t kWorthIt = 20;  // pages in the index for each new one
  if (put_in_ == 0) return;
  if (connection_.integer("SELECT count(*) FROM page_fts_docsize") < kWorthIt * put_in_)
    connection_.run("INSERT INTO page_fts (page_fts) VALUES ('optimize')");
  put_in_ = 0;
}

}  // namespace vaughn::store
