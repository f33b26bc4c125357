// SPDX-License-Identifier: GPL-3.0-or-later
#include "plain_fts.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>
#include <stdexcept>
#include <vector>

#include "invented.h"
#include "timing.h"

namespace vaughn::bench {
namespace {

class PlainIndex {
 public:
  explicit PlainIndex(const std::filesystem::path& path) {
    check(sqlite3_open(path.c_str(), &database_));
    run("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
        "CREATE VIRTUAL TABLE t USING fts5(text, tokenize=\"unicode61 remove_diacritics 2\")");
    check(sqlite3_prepare_v2(database_, "INSERT INTO t (text) VALUES (?)", -1, &insert_, nullptr));
  }
  ~PlainIndex() {
    sqlite3_finalize(insert_);
    sqlite3_close(database_);
  }
  PlainIndex(const PlainIndex&) = delete;
  PlainIndex& operator=(const PlainIndex&) = delete;

  void run(const char* sql) { check(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr)); }
  void add(const std::string& text) {
    sqlite3_bind_text(insert_, 1, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    if (sqlite3_step(insert_) != SQLITE_DONE) check(SQLITE_ERROR);
    sqlite3_reset(insert_);
  }

 private:
  void check(int result) {
    if (result != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(database_));
  }
  sqlite3* database_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
};

}  // namespace

void store_in_plain_fts(const std::filesystem::path& path, int pages) {
  double seconds = 0;
  std::vector<std::string> waiting;
  {
    PlainIndex index(path);
    const auto store_waiting = [&] {
      const auto start = Clock::now();
      index.run("BEGIN");
      for (const std::string& text : waiting) index.add(text);
      index.run("COMMIT");
      waiting.clear();
      seconds += seconds_since(start);
    };
    invent_pages(
        pages, [&](int) { store_waiting(); },
        [&](int, PageReading&& page) { waiting.push_back(std::move(page.text)); });
    store_waiting();
  }
  fmt::print("FTS5 alone, texts and nothing else: {:.1f} s: {:.0f} pages/s\n", seconds, pages / seconds);
  std::filesystem::remove(path);
}

}  // namespace vaughn::bench
