// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "vaughn/base/error.h"
#include "vaughn/base/unique_fd.h"

namespace vaughn {
namespace {

[[noreturn]] void throw_write_error(const std::filesystem::path& path, int error) {
  const auto code = error == ENOSPC || error == EDQUOT ? ErrorCode::kDiskFull : ErrorCode::kSystem;
  throw Error(code, "cannot write " + path.string() + ": " + std::strerror(error),
              code == ErrorCode::kDiskFull ? "Free some space and run the command again." : "");
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit_bytes) {
  UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd.valid())
    return Problem{ProblemKind::kUnreadable, path.string() + ": " + std::strerror(errno),
                   "Check the path and the file's permissions."};
  std::string contents;
  char buffer[1 << 16];
  for (;;) {
    const ssize_t got = ::read(fd.get(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0)
      return Problem{ProblemKind::kUnreadable, path.string() + ": " + std::strerror(errno),
                     "Check that it is a readable file."};
    if (got == 0) return contents;
    if (contents.size() + static_cast<std::size_t>(got) > limit_bytes)
      return Problem{ProblemKind::kLimit,
                     path.string() + " is larger than " + std::to_string(limit_bytes) + " bytes",
                     "Check that it is the file you meant."};
    contents.append(buffer, static_cast<std::size_t>(got));
  }
}

void write_file(const std::filesystem::path& path, std::string_view contents) {
  std::string beside = path.string() + ".XXXXXX";
  UniqueFd fd(::mkostemp(beside.data(), O_CLOEXEC));
  if (!fd.valid()) throw_write_error(path, errno);
  const auto give_up = [&](int error) {
    ::unlink(beside.c_str());
    throw_write_error(path, error);
  };
  while (!contents.empty()) {
    const ssize_t put = ::write(fd.get(), contents.data(), contents.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) give_up(errno);
    contents.remove_prefix(static_cast<std::size_t>(put));
  }
  const mode_t mask = ::umask(0);
  ::umask(mask);
  ::fchmod(fd.get(), 0666 & ~mask);
  if (::rename(beside.c_str(), path.c_str()) != 0) give_up(errno);
}

}  // namespace vaughn
