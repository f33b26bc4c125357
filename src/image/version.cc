// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/image/version.h"

#include <leptonica/allheaders.h>

#include <memory>

namespace vaughn::image {

std::string leptonica_version() {
  struct Free {
    void operator()(char* text) const { lept_free(text); }
  };
  const std::unique_ptr<char, Free> text(getLeptonicaVersion());
  const std::string version = text == nullptr ? "" : text.get();
  const std::size_t dash = version.find('-');  // "leptonica-1.82.0"
  return dash == std::string::npos ? version : version.substr(dash + 1);
}

}  // namespace vaughn::image
