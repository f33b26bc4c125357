// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/picture_file.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "vaughn/base/error.h"
#include "vaughn/intake/intake.h"
#include "vaughn/report/terminal.h"

namespace vaughn::cli {
namespace {

namespace fs = std::filesystem;

bool is_there(const std::string& path) {
  std::error_code unknown;
  return fs::exists(fs::symlink_status(path, unknown));
}

bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code missing;
  return fs::equivalent(a, b, missing);
}

// Only regular files are opened: a pipe would wait for a writer.
bool is_png(const std::string& path) {
  std::error_code unknown;
  if (!fs::is_regular_file(path, unknown)) return false;
  std::array<char, 64> begin{};
  std::ifstream file(path, std::ios::binary);
  file.read(begin.data(), begin.size());
  const std::string_view read(begin.data(), static_cast<std::size_t>(file.gcount()));
  return intake::recognise_format(read) == SourceFormat::kPng;
}

}  // namespace

void require_may_be_drawn_over(const std::string& output, const std::vector<std::string>& kept) {
  if (!is_there(output)) return;
  const std::string shown = report::printable_line(output);
  for (const std::string& path : kept)
    if (is_same_file(output, path))
      throw Error(ErrorCode::kUsage,
                  "--image cannot be '" + shown + "': that is " + report::printable_line(path) +
                      ", which the picture would replace",
                  "Name a new file for the picture, as --image page.png.");
  if (!is_png(output))
    throw Error(ErrorCode::kUsage,
                "--image cannot be '" + shown + "': it is there already and is no PNG picture",
                "Name a new file for the picture, as --image page.png; only a PNG picture is written over.");
}

std::string unchanged_file_of(const store::SourceRow& source) {
  std::vector<std::string> paths = {source.path};
  paths.insert(paths.end(), source.other_paths.begin(), source.other_paths.end());
  const std::string shown = report::printable_line(source.path);
  std::string changed, unreadable;
  for (const std::string& path : paths) {
    if (!is_there(path)) continue;
    const intake::Examined file = intake::examine(path);
    if (file.source.sha256 == source.sha256) return path;
    if (!file.source.sha256.empty()) changed = path;
    if (file.problem && unreadable.empty()) unreadable = file.problem->cause;
  }
  if (!changed.empty())
    throw Error(ErrorCode::kSystem,
                report::printable_line(changed) +
                    " is not the file that was ingested: its SHA-256 is another, and the boxes would lie",
                "Put the file back that was ingested, or ingest this one.");
  if (!unreadable.empty())
    throw Error(ErrorCode::kSystem, shown + ": " + report::printable_line(unreadable), "");
  throw Error(ErrorCode::kSystem, shown + " is not where it was when ingested",
              "Run the command from the folder you ingested in, or ingest the file again.");
}

}  // namespace vaughn::cli
