// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include <cerrno>
#include <cmath>
#include <cstring>
#include <utility>

#include "vaughn/base/error.h"

namespace vaughn::store {
namespace {

bool means_no_space(int system_error) {
  return system_error == ENOSPC || system_error == EDQUOT;
}

int open_flags(Access access) {
  // Neither Writer nor Reader is for several threads, so SQLite need not lock for us.
  switch (access) {
    case Access::kReadOnly:
      return SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;
    case Access::kReadWrite:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    case Access::kCreate:
      break;
  }
  return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
}

[[noreturn]] void throw_for(sqlite3* handle, const std::string& path) {
  const int extended = handle ? sqlite3_extended_errcode(handle) : SQLITE_NOMEM;
  const int system_error = handle ? sqlite3_system_errno(handle) : 0;
  const std::string said = handle ? sqlite3_errmsg(handle) : "out of memory";
  const int result = extended & 0xff;
  if (result == SQLITE_FULL || (result == SQLITE_IOERR && means_no_space(system_error)))
    throw Error(ErrorCode::kDiskFull, "no space is left to write " + path,
                "Free some space and run the command again; it goes on where it stopped.");
  switch (result) {
    case SQLITE_NOTADB:
      throw Error(ErrorCode::kDatabase, path + " is not a database", "Give another path with --db.");
    case SQLITE_CORRUPT:
      throw Error(ErrorCode::kDatabase, path + " is damaged (" + said + ")",
                  "Move it away and ingest again, or restore a copy.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Error(ErrorCode::kDatabase, path + " is being written by another program",
                  "Wait until it has finished, then run the command again.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
      throw Error(ErrorCode::kDatabase, path + " cannot be written (" + said + ")",
                  "Check the permissions of the file and of its folder.");
    case SQLITE_CANTOPEN:
      throw Error(
          ErrorCode::kDatabase,
          path + " cannot be opened" + (system_error ? std::string(": ") + std::strerror(system_error) : ""),
          "Check the path and its permissions.");
    case SQLITE_INTERRUPT:
      throw Error(ErrorCode::kDatabase, "the answer took longer than the time it was given",
                  "Ask for rarer words, longer beginnings or fewer alternatives, or give it more time.");
    case SQLITE_IOERR:
      throw Error(ErrorCode::kDatabase,
                  path + " cannot be read or written" +
                      (system_error ? std::string(": ") + std::strerror(system_error) : " (" + said + ")"),
                  "Check the disk and run the command again.");
    default:
      throw Error(ErrorCode::kDatabase, path + ": " + said);
  }
}

}  // namespace

Query::~Query() {
  if (statement_) connection_->give_back(std::move(statement_));
}

void Query::check_bound(int result) {
  if (result != SQLITE_OK) connection_->fail();
}

void Query::bind(std::int64_t value) {
  check_bound(sqlite3_bind_int64(statement_.get(), ++bound_, value));
}

void Query::bind(double value) {
  check_bound(sqlite3_bind_double(statement_.get(), ++bound_, std::isfinite(value) ? value : 0));
}

void Query::bind(std::string_view value) {
  check_bound(sqlite3_bind_text64(statement_.get(), ++bound_, value.data() ? value.data() : "", value.size(),
                                  SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Query::bind(std::nullopt_t) {
  check_bound(sqlite3_bind_null(statement_.get(), ++bound_));
}

void Query::bind(Pointer value) {
  check_bound(sqlite3_bind_pointer(statement_.get(), ++bound_, value.object, value.type, nullptr));
}

void Query::bind(Blob value) {
  check_bound(sqlite3_bind_blob64(statement_.get(), ++bound_, value.bytes.data() ? value.bytes.data() : "",
                                  value.bytes.size(), SQLITE_TRANSIENT));
}

void Query::bind(const Box& value) {
  // Two decimals are a 7,000th of an inch; adding zero turns -0 into 0, which a dump would show.
  for (const Points edge : {value.x0, value.y0, value.x1, value.y1}) bind(std::round(edge * 100) / 100 + 0.0);
}

void Query::bind(const std::optional<Box>& value) {
  if (value)
    bind(*value);
  else
    for (int edge = 0; edge < 4; ++edge) bind(std::nullopt);
}

bool Query::step() {
  const int result = sqlite3_step(statement_.get());
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) connection_->fail();
  return false;
}

std::string Query::text(int column) const {
  return std::string(view(column));
}

std::string_view Query::view(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);  // text as it is stored, BLOBs too
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return bytes ? std::string_view(static_cast<const char*>(bytes), size) : std::string_view();
}

std::optional<double> Query::optional_real(int column) const {
  return is_null(column) ? std::nullopt : std::optional(real(column));
}

std::optional<Box> Query::box(int column) const {
  if (is_null(column)) return std::nullopt;
  return Box{real(column), real(column + 1), real(column + 2), real(column + 3)};
}

Connection::Connection(const std::filesystem::path& path, Access access) : path_(path.string()) {
  // An absolute path is never taken for ":memory:" or a "file:" URI.
  sqlite3* handle = nullptr;
  const int result =
      sqlite3_open_v2(std::filesystem::absolute(path).c_str(), &handle, open_flags(access), nullptr);
  handle_.reset(handle);
  if (result != SQLITE_OK) fail();
  sqlite3_extended_result_codes(handle, 1);
  set_busy_timeout_ms(5000);
}

Connection::Connection(Connection& other) : path_(other.path_) {
  sqlite3* handle = nullptr;
  const int result = sqlite3_open_v2("", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  handle_.reset(handle);
  if (result != SQLITE_OK) fail();
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_backup* copying = sqlite3_backup_init(handle, "main", other.handle_.get(), "main");
  if (copying == nullptr) fail();
  sqlite3_backup_step(copying, -1);
  if (sqlite3_backup_finish(copying) != SQLITE_OK) fail();
}

void Connection::execute(const std::string& sql) {
  if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

void Connection::fail() const {
  throw_for(handle_.get(), path_);
}

void Connection::define_for_index(const char* name, fts5_extension_function function) {
  if (!index_functions_.insert(name).second) return;
  fts5_api* api = fts5();
  if (api == nullptr || api->xCreateFunction(api, name, nullptr, function, nullptr) != SQLITE_OK)
    throw Error(ErrorCode::kDatabase, "this SQLite has no full-text search",
                "Install a SQLite with FTS5; 'vaughn doctor' says which one is in use.");
}

void Connection::set_triggers(bool on) {
  sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_ENABLE_TRIGGER, on ? 1 : 0, nullptr);
}

void Connection::define(const char* name, std::string (*function)(std::string_view)) {
  using Function = std::string (*)(std::string_view);
  const auto call = [](sqlite3_context* context, int, sqlite3_value** values) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    if (text == nullptr) return sqlite3_result_null(context);
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[0]));
    const auto called = reinterpret_cast<Function>(sqlite3_user_data(context));
    const std::string result = called(std::string_view(text, size));
    sqlite3_result_text64(context, result.data(), result.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  };
  if (sqlite3_create_function_v2(handle_.get(), name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                 reinterpret_cast<void*>(function), call, nullptr, nullptr,
                                 nullptr) != SQLITE_OK)
    fail();
}

void Connection::stop_at(std::chrono::steady_clock::time_point moment) {
  constexpr int kStepsBetween = 2'000;
  stop_at_ = moment;
  const auto is_over = [](void* connection) {
    return std::chrono::steady_clock::now() > static_cast<Connection*>(connection)->stop_at_ ? 1 : 0;
  };
  sqlite3_progress_handler(handle_.get(), kStepsBetween, is_over, this);
}

fts5_api* Connection::fts5() const {
  fts5_api* api = nullptr;
  sqlite3_stmt* made = nullptr;
  if (sqlite3_prepare_v2(handle_.get(), "SELECT fts5(?1)", -1, &made, nullptr) != SQLITE_OK) return nullptr;
  const StatementPtr statement(made);
  sqlite3_bind_pointer(made, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
  sqlite3_step(made);
  return api;
}

StatementPtr Connection::take(std::string_view sql) {
  if (const auto found = idle_.find(sql); found != idle_.end() && found->second)
    return std::exchange(found->second, nullptr);
  sqlite3_stmt* made = nullptr;
  if (sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                         &made, nullptr) != SQLITE_OK)
    fail();
  return StatementPtr(made);
}

void Connection::give_back(StatementPtr statement) {
  sqlite3_reset(statement.get());
  sqlite3_clear_bindings(statement.get());
  idle_[sqlite3_sql(statement.get())] = std::move(statement);
}

Savepoint::Savepoint(Connection& connection) : connection_(connection) {
  connection_.run("SAVEPOINT put");
}

Savepoint::~Savepoint() {
  // After a full disk SQLite may have rolled the whole transaction back by itself; then there is nothing to
  // undo.
  if (kept_ || !connection_.in_transaction()) return;
  try {
    connection_.run("ROLLBACK TO put");
    connection_.run("RELEASE put");
  } catch (const Error&) {
    try {
      connection_.run("ROLLBACK");
    } catch (const Error&) {
      // The connection is beyond use; the next statement on it says so.
    }
  }
}

void Savepoint::keep() {
  connection_.run("RELEASE put");
  kept_ = true;
}

}  // namespace vaughn::store
