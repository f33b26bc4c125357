// SPDX-License-Identifier: GPL-3.0-or-later
// Whole small files in and out.
#ifndef VAUGHN_BASE_FILES_H_
#define VAUGHN_BASE_FILES_H_

#include <filesystem>
#include <string>
#include <string_view>

#include "vaughn/base/result.h"

namespace vaughn {

// kUnreadable names the path and the system's reason. limit_bytes guards against a wrong path to something
// huge.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit_bytes = 64u << 20);

// Throws Error (kDiskFull, kSystem). The file appears whole or not at all (written beside it, then renamed).
void write_file(const std::filesystem::path& path, std::string_view contents);

}  // namespace vaughn

#endif  // VAUGHN_BASE_FILES_H_
