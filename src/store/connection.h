// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite behind two owning types: a connection, and a statement that is running on it. Every refusal of
// SQLite becomes an Error that names the file, so that nothing above this header sees a result code.
#ifndef VAUGHN_STORE_CONNECTION_H_
#define VAUGHN_STORE_CONNECTION_H_

#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "vaughn/model/geometry.h"

namespace vaughn::store {

struct StatementDeleter {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using StatementPtr = std::unique_ptr<sqlite3_stmt, StatementDeleter>;

struct Blob {
  std::string_view bytes;
};

// An object for a function of ours; the type is a literal that both sides name. It has to outlive the query.
struct Pointer {
  void* object;
  const char* type;
};

class Connection;

// One execution of a statement. While it lives it may hold a read snapshot, so keep it in a small scope; when
// it dies the prepared statement goes back to its connection for the next time.
class Query {
 public:
  Query(Connection& connection, StatementPtr statement)
      : connection_(&connection), statement_(std::move(statement)) {}
  Query(Query&&) noexcept = default;
  Query& operator=(Query&&) = delete;
  ~Query();

  // Each binds the next parameter; a box binds four. Numbers that are not finite become 0.
  void bind(int value) { bind(std::int64_t{value}); }
  void bind(std::int64_t value);
  void bind(double value);
  void bind(std::string_view value);
  void bind(const char* value) { bind(std::string_view(value)); }
  void bind(const std::string& value) { bind(std::string_view(value)); }
  void bind(std::nullopt_t);
  void bind(Blob value);
  void bind(Pointer value);
  void bind(const Box& value);
  void bind(const std::optional<Box>& value);
  template <class T>
  void bind(const std::optional<T>& value) {
    if (value)
      bind(*value);
    else
      bind(std::nullopt);
  }

  // True when there is a row to read. Throws Error.
  bool step();

  // Columns of the row, counted from 0. NULL reads as 0 or "".
  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  int number(int column) const { return static_cast<int>(integer(column)); }
  double real(int column) const { return sqlite3_column_double(statement_.get(), column); }
  bool is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
  std::string text(int column) const;
  std::string_view view(int column) const;  // until the next step
  std::optional<double> optional_real(int column) const;
  // Four columns from this one on; a box is there when its first column is.
  std::optional<Box> box(int column) const;

 private:
  void check_bound(int result);

  Connection* connection_;
  StatementPtr statement_;
  int bound_ = 0;
};

enum class Access { kReadOnly, kReadWrite, kCreate };

class Connection {
 public:
  Connection(const std::filesystem::path& path, Access access);
  // A copy of another in a file of its own, which goes with it.
  explicit Connection(Connection& other);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Runs statements that take no parameters and give no rows we want.
  void execute(const std::string& sql);

  template <class... Values>
  Query query(std::string_view sql, const Values&... values) {
    Query made(*this, take(sql));
    (made.bind(values), ...);
    return made;
  }
  template <class... Values>
  void run(std::string_view sql, const Values&... values) {
    Query made = query(sql, values...);
    while (made.step()) {
    }
  }
  // The first column of the first row; 0 when there is none.
  template <class... Values>
  std::int64_t integer(std::string_view sql, const Values&... values) {
    Query made = query(sql, values...);
    return made.step() ? made.integer(0) : 0;
  }

  // Makes a function of one text, NULL for NULL, known to the statements of this connection.
  void define(const char* name, std::string (*function)(std::string_view));

  // Whether the triggers of the database run. Every change has all statements prepared anew.
  void set_triggers(bool on);
  // They do while it lives.
  class WithTriggers {
   public:
    explicit WithTriggers(Connection& connection) : connection_(connection) { connection.set_triggers(true); }
    ~WithTriggers() { connection_.set_triggers(false); }
    WithTriggers(const WithTriggers&) = delete;
    WithTriggers& operator=(const WithTriggers&) = delete;

   private:
    Connection& connection_;
  };

  // From now on statements that run past this moment throw Error (kDatabase).
  void stop_at(std::chrono::steady_clock::time_point moment);

  // SQLite's full-text search, for its tokenizers; null when it has none.
  fts5_api* fts5() const;
  // Makes a function for queries of the index, unless it was made before: prepared statements hold on to it.
  // Throws Error when this SQLite has no full-text search.
  void define_for_index(const char* name, fts5_extension_function function);

  bool in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }
  std::int64_t last_id() const { return sqlite3_last_insert_rowid(handle_.get()); }
  int changes() const { return sqlite3_changes(handle_.get()); }
  void set_busy_timeout_ms(int milliseconds) { sqlite3_busy_timeout(handle_.get(), milliseconds); }
  const std::string& path() const { return path_; }

  // Turns what SQLite last said on this connection into an Error.
  [[noreturn]] void fail() const;

 private:
  friend class Query;
  struct Closer {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };

  StatementPtr take(std::string_view sql);
  void give_back(StatementPtr statement);

  std::string path_;
  std::chrono::steady_clock::time_point stop_at_ = std::chrono::steady_clock::time_point::max();
  std::unique_ptr<sqlite3, Closer> handle_;
  // Prepared statements at rest, by their SQL. One in use is not in here, so the same SQL may run nested.
  std::map<std::string, StatementPtr, std::less<>> idle_;
  std::set<std::string> index_functions_;
};

// Undoes everything since it was made, unless kept. What a put_* does happens inside one, so that a failure
// leaves the open transaction as it was.
class Savepoint {
 public:
  explicit Savepoint(Connection& connection);
  ~Savepoint();
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;
  void keep();

 private:
  Connection& connection_;
  bool kept_ = false;
};

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_CONNECTION_H_
