// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "vaughn/base/sha256.h"
#include "vaughn/base/unique_fd.h"
#include "vaughn/base/utf8.h"
#include "vaughn/intake/intake.h"

namespace vaughn::intake {
namespace {

constexpr std::size_t kFirstBytes = 1100;

Problem unreadable(int error) {
  const bool absent = error == ENOENT;
  return {ProblemKind::kUnreadable, std::string("the file cannot be read: ") + std::strerror(error),
          absent ? "Check the path." : "Check the file's permissions and the medium it lies on."};
}

Problem not_a_document(std::string_view first_bytes) {
  const auto foreign = recognise_foreign(first_bytes);
  if (!foreign)
    return {ProblemKind::kNotADocument, "the content is none of PDF, TIFF, PNG, JPEG, JPEG 2000",
            "If it should be one of these, the file is damaged: ask for another copy."};
  const bool archive = foreign->find("archive") != std::string::npos;
  return {ProblemKind::kNotADocument,
          "the content is " + *foreign + ", none of PDF, TIFF, PNG, JPEG, JPEG 2000",
          archive ? "Unpack it and ingest the folder." : "Print or convert it to PDF and ingest that."};
}

}  // namespace

Examined examine(const std::filesystem::path& path) {
  Examined examined;
  examined.source.path = make_valid_utf8(path.string());
  // Non-blocking, so that a pipe nobody writes to does not hold up the run.
  UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status {};
  if (!fd.valid() || ::fstat(fd.get(), &status) != 0) {
    examined.problem = unreadable(errno);
    return examined;
  }
  if (!S_ISREG(status.st_mode)) {
    examined.problem =
        S_ISDIR(status.st_mode)
            ? Problem{ProblemKind::kUnreadable, "the folder cannot be listed", "Check its permissions."}
            : Problem{ProblemKind::kNotADocument, "not a regular file (a device, pipe or socket)",
                      "Leave it out."};
    return examined;
  }
  Sha256 hash;
  std::string first_bytes;
  std::array<char, 1 << 17> buffer;
  for (;;) {
    const ssize_t got = ::read(fd.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      examined.problem = unreadable(errno);
      return examined;
    }
    if (got == 0) break;
    const auto size = static_cast<std::size_t>(got);
    hash.update(buffer.data(), size);
    if (first_bytes.size() < kFirstBytes)
      first_bytes.append(buffer.data(), std::min(size, kFirstBytes - first_bytes.size()));
    examined.source.size_bytes += got;
  }
  examined.source.sha256 = hash.finish();
  examined.source.format = recognise_format(first_bytes);
  if (examined.source.size_bytes == 0) {
    examined.problem = Problem{ProblemKind::kEmptyFile, "the file is empty (0 bytes)",
                               "The transfer may have failed: ask for it again."};
  } else if (!examined.source.format) {
    examined.problem = not_a_document(first_bytes);
  }
  return examined;
}

}  // namespace vaughn::intake
