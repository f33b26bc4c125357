// SPDX-License-Identifier: GPL-3.0-or-later
// What came in: finds the files, recognises them by content, hashes and names them.
#ifndef VAUGHN_INTAKE_INTAKE_H_
#define VAUGHN_INTAKE_INTAKE_H_

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vaughn/base/problem.h"
#include "vaughn/model/source.h"

namespace vaughn::intake {

struct FindOptions {
  std::vector<std::string> include;  // shell patterns on the file name; empty takes every file
  std::vector<std::string> exclude;  // shell patterns on the file name or on a folder's; wins over include
};

// The files that paths mean, in a stable order: paths as given, folders walked recursively in byte order of
// their entries. Hidden files and folders (a leading dot) inside a folder are skipped, links to folders are
// not followed; a path given itself is always taken, even one that does not exist (examine says what is wrong
// with it). A file that two paths reach is listed once.
std::vector<std::filesystem::path> find_files(const std::vector<std::filesystem::path>& paths,
                                              const FindOptions& options);

struct Examined {
  Source source;                   // sha256 and size whenever the file could be read
  std::optional<Problem> problem;  // kUnreadable, kEmptyFile, kNotADocument: nothing to open
};

// Reads the whole file once, for its digest and its format. Never fails: what is wrong is in the answer.
Examined examine(const std::filesystem::path& path);

// By the first bytes of a file, whatever it is called. 1,100 bytes are enough (a PDF may start with some
// rubbish).
std::optional<SourceFormat> recognise_format(std::string_view first_bytes);

// What a file we do not read seems to be ("a ZIP archive"), or nothing.
std::optional<std::string> recognise_foreign(std::string_view first_bytes);

}  // namespace vaughn::intake

#endif  // VAUGHN_INTAKE_INTAKE_H_
