// SPDX-License-Identifier: GPL-3.0-or-later
// What a release database holds, as text, to compare two by. Link SQLite::SQLite3.
#ifndef VAUGHN_TESTS_SUPPORT_DATABASE_DUMP_H_
#define VAUGHN_TESTS_SUPPORT_DATABASE_DUMP_H_

#include <sqlite3.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace vaughn {

class DatabaseView {
 public:
  // Not read-only, so that the log of a killed run is taken into account.
  explicit DatabaseView(const std::filesystem::path& path) {
    if (sqlite3_open_v2(path.c_str(), &database_, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK) fail();
  }
  ~DatabaseView() { sqlite3_close(database_); }
  DatabaseView(const DatabaseView&) = delete;
  DatabaseView& operator=(const DatabaseView&) = delete;

  // Every row, a line each: "a|b|NULL|". Blobs in hexadecimal digits.
  std::string rows(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) fail();
    std::string text;
    int step = SQLITE_ROW;
    while ((step = sqlite3_step(statement)) == SQLITE_ROW) {
      for (int i = 0; i < sqlite3_column_count(statement); ++i) text += value(statement, i) + "|";
      text += "\n";
    }
    sqlite3_finalize(statement);
    if (step != SQLITE_DONE) fail();
    return text;
  }

  // The first column of every row.
  std::vector<std::string> values(const std::string& sql) {
    std::vector<std::string> found;
    const std::string lines = rows("SELECT CAST(value AS TEXT) FROM (" + sql + ")");
    for (std::size_t from = 0, end = 0; (end = lines.find("|\n", from)) != std::string::npos; from = end + 2)
      found.push_back(lines.substr(from, end - from));
    return found;
  }

  // Every table but run, every column but those that refer to it or hold a time, and every token of the
  // index: what must be the same however often a run was interrupted and whoever read which page.
  std::string dump() {
    std::string text;
    for (const std::string& table :
         values("SELECT name AS value FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                " AND name NOT LIKE 'sqlite_%' AND name <> 'run' ORDER BY name")) {
      std::string columns;
      for (const std::string& column : values("SELECT name AS value FROM pragma_table_info('" + table +
                                              "') WHERE name NOT IN ('run', 'created') ORDER BY cid"))
        columns += (columns.empty() ? "\"" : ", \"") + column + "\"";
      text += "== " + table + "\n" + rows("SELECT " + columns + " FROM \"" + table + "\" ORDER BY 1");
    }
    rows("CREATE VIRTUAL TABLE IF NOT EXISTS temp.token USING fts5vocab(main, page_fts, instance)");
    return text + "== index\n" + rows("SELECT term, doc, \"offset\" FROM temp.token ORDER BY 1, 2, 3");
  }

  // SQLite's own check, the references, and the index against the pages' text; empty when all is well.
  std::string damage() {
    std::string found = rows("PRAGMA foreign_key_check");
    if (const std::string check = rows("PRAGMA integrity_check"); check != "ok|\n") found += check;
    // A run may end before it made its tables.
    if (rows("SELECT 1 FROM sqlite_schema WHERE name = 'page_fts'").empty()) return found;
    try {
      rows("INSERT INTO page_fts (page_fts, rank) VALUES ('integrity-check', 1)");
    } catch (const std::runtime_error& error) {
      found += error.what();
    }
    return found;
  }

 private:
  static std::string value(sqlite3_stmt* statement, int column) {
    const int type = sqlite3_column_type(statement, column);
    if (type == SQLITE_NULL) return "NULL";
    const auto* bytes = static_cast<const unsigned char*>(
        type == SQLITE_BLOB ? sqlite3_column_blob(statement, column)
                            : static_cast<const void*>(sqlite3_column_text(statement, column)));
    const std::string text(bytes, bytes + sqlite3_column_bytes(statement, column));
    if (type != SQLITE_BLOB) return text;
    std::string digits;
    for (const char c : text) {
      digits += "0123456789abcdef"[static_cast<unsigned char>(c) / 16];
      digits += "0123456789abcdef"[static_cast<unsigned char>(c) % 16];
    }
    return digits;
  }

  [[noreturn]] void fail() { throw std::runtime_error(sqlite3_errmsg(database_)); }

  sqlite3* database_ = nullptr;
};

}  // namespace vaughn

#endif  // VAUGHN_TESTS_SUPPORT_DATABASE_DUMP_H_
