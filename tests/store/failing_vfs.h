// SPDX-License-Identifier: GPL-3.0-or-later
// A layer under SQLite that lets the n-th write or sync fail, the way SQLite's own tests do it. While one
// lives it is the default for every database this process opens.
#ifndef VAUGHN_TESTS_STORE_FAILING_VFS_H_
#define VAUGHN_TESTS_STORE_FAILING_VFS_H_

#include <sqlite3.h>

#include <limits>

namespace vaughn::store {

class FailingVfs {
 public:
  // After successes more writes and syncs every further one fails with the result code (SQLITE_FULL,
  // SQLITE_IOERR): a disk that is full stays full.
  FailingVfs(int successes, int result);
  // One that never fails, only faster than the real one.
  FailingVfs() : FailingVfs(std::numeric_limits<int>::max(), SQLITE_OK) {}
  ~FailingVfs();
  FailingVfs(const FailingVfs&) = delete;
  FailingVfs& operator=(const FailingVfs&) = delete;

  bool has_failed() const { return failures_ > 0; }
  // Counts one write or sync and says how it goes.
  int next_result();

 private:
  sqlite3_vfs vfs_;
  int successes_;
  int result_;
  int failures_ = 0;
};

}  // namespace vaughn::store

#endif  // VAUGHN_TESTS_STORE_FAILING_VFS_H_
