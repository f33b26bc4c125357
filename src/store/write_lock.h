// SPDX-License-Identifier: GPL-3.0-or-later
// One writer a database, for as long as it lives. SQLite itself only keeps two writers apart inside a
// transaction, and two ingests taking turns would each undo what the other believes about its pages.
//
// The lock is on a file beside the database, not on the database: closing a second descriptor of a file drops
// the locks SQLite holds on it in this process (sqlite.org/howtocorrupt.html, 2.2). It goes away with a clean
// end; one left by a killed process is no lock.
#ifndef VAUGHN_STORE_WRITE_LOCK_H_
#define VAUGHN_STORE_WRITE_LOCK_H_

#include <filesystem>
#include <string>

#include "vaughn/base/unique_fd.h"

namespace vaughn::store {

class WriteLock {
 public:
  // Throws Error(kDatabase) when another process, or another Writer of this one, has it.
  explicit WriteLock(const std::filesystem::path& database);
  ~WriteLock();
  WriteLock(const WriteLock&) = delete;
  WriteLock& operator=(const WriteLock&) = delete;

 private:
  std::string path_;
  UniqueFd fd_;
};

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_WRITE_LOCK_H_
