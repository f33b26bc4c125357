// SPDX-License-Identifier: GPL-3.0-or-later
// A file descriptor that closes itself.
#ifndef VAUGHN_BASE_UNIQUE_FD_H_
#define VAUGHN_BASE_UNIQUE_FD_H_

#include <utility>

namespace vaughn {

class UniqueFd {
 public:
  UniqueFd() = default;
  explicit UniqueFd(int fd) : fd_(fd) {}
  UniqueFd(UniqueFd&& other) noexcept : fd_(other.release()) {}
  UniqueFd& operator=(UniqueFd&& other) noexcept {
    reset(other.release());
    return *this;
  }
  ~UniqueFd() { reset(); }

  int get() const { return fd_; }
  bool valid() const { return fd_ >= 0; }
  int release() { return std::exchange(fd_, -1); }
  void reset(int fd = -1);

 private:
  int fd_ = -1;
};

}  // namespace vaughn

#endif  // VAUGHN_BASE_UNIQUE_FD_H_
