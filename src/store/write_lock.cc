// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include "vaughn/base/error.h"

namespace vaughn::store {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& database, int system_error) {
  if (system_error == EWOULDBLOCK)
    throw Error(ErrorCode::kDatabase, database.string() + " is being written by another vaughn",
                "Wait until it has finished, or stop it, then run the command again.");
  const bool full = system_error == ENOSPC || system_error == EDQUOT;
  throw Error(full ? ErrorCode::kDiskFull : ErrorCode::kDatabase,
              database.string() + " cannot be written: " + std::strerror(system_error),
              full ? "Free some space and run the command again."
                   : "Check the path and the permissions of its folder.");
}

// The last holder removes the file while it holds the lock, so a lock got on a file without its name is none.
bool still_named(int fd, const std::string& path) {
  struct stat held {};
  struct stat named {};
  return ::fstat(fd, &held) == 0 && ::stat(path.c_str(), &named) == 0 && held.st_ino == named.st_ino &&
         held.st_dev == named.st_dev;
}

// False, with errno, when somebody else has the lock. A worker that a killed run had just forked holds it
// with the descriptors it inherited until it starts its program or dies, which takes long on a busy machine:
// so not having it at once means nothing.
bool locks_soon(int fd) {
  constexpr int kTries = 50;
  for (int tries = 0; ::flock(fd, LOCK_EX | LOCK_NB) != 0; ++tries) {
    if ((errno != EWOULDBLOCK && errno != EINTR) || tries == kTries) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return true;
}

}  // namespace

WriteLock::WriteLock(const std::filesystem::path& database) : path_(database.string() + "-lock") {
  for (;;) {
    fd_.reset(::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
    if (!fd_.valid()) refuse(database, errno);
    if (!locks_soon(fd_.get())) refuse(database, errno);
    if (still_named(fd_.get(), path_)) return;
  }
}

WriteLock::~WriteLock() {
  ::unlink(path_.c_str());
}

}  // namespace vaughn::store
