// SPDX-License-Identifier: GPL-3.0-or-later
// A file that came in.
#ifndef VAUGHN_MODEL_SOURCE_H_
#define VAUGHN_MODEL_SOURCE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vaughn {

enum class SourceFormat { kPdf, kTiff, kPng, kJpeg, kJpeg2000 };

// One set of bytes, whatever it is called: two copies under other names are one source with two paths.
struct Source {
  std::string path;    // as found; the first one found when there are several
  std::string sha256;  // lower-case hex; empty when the file could not be read
  std::int64_t size_bytes = 0;
  std::optional<SourceFormat> format;  // none when it is not a document we read

  bool operator==(const Source&) const = default;
};

std::string_view to_string(SourceFormat format);  // "pdf", "tiff", "png", "jpeg", "jpeg2000"
std::optional<SourceFormat> source_format_from_string(std::string_view name);

}  // namespace vaughn

#endif  // VAUGHN_MODEL_SOURCE_H_
