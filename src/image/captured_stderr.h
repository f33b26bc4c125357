// SPDX-License-Identifier: GPL-3.0-or-later
// Catches what C decoders print: libpng, libjpeg and libtiff know no other way to say what they met.
#ifndef VAUGHN_IMAGE_CAPTURED_STDERR_H_
#define VAUGHN_IMAGE_CAPTURED_STDERR_H_

#include <string>

#include "vaughn/base/unique_fd.h"

namespace vaughn::image {

// Turns descriptor 2 aside while it lives; process-wide. When that is not possible it does nothing.
class CapturedStderr {
 public:
  CapturedStderr();
  ~CapturedStderr();
  CapturedStderr(const CapturedStderr&) = delete;
  CapturedStderr& operator=(const CapturedStderr&) = delete;

  // The first line printed so far, valid UTF-8, at most 200 bytes; empty when nothing was.
  std::string first_line() const;

 private:
  UniqueFd before_;
  UniqueFd memory_;
};

}  // namespace vaughn::image

#endif  // VAUGHN_IMAGE_CAPTURED_STDERR_H_
