// SPDX-License-Identifier: GPL-3.0-or-later
#include <fnmatch.h>

#include <algorithm>
#include <set>
#include <system_error>

#include "vaughn/intake/intake.h"

namespace vaughn::intake {
namespace {

namespace fs = std::filesystem;

bool matches_any(const std::string& name, const std::vector<std::string>& patterns) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
    return ::fnmatch(pattern.c_str(), name.c_str(), FNM_CASEFOLD) == 0;
  });
}

class Finder {
 public:
  explicit Finder(const FindOptions& options) : options_(options) {}

  void take(const fs::path& path) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
      walk(path);
    } else {
      add(path);
    }
  }

  std::vector<fs::path> found() { return std::move(found_); }

 private:
  void walk(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
      entries.push_back(*it);
    if (error) add(folder);  // examine will say why it cannot be read
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.path().native() < b.path().native(); });
    for (const fs::directory_entry& entry : entries) {
      const std::string name = entry.path().filename().string();
      if (name.starts_with('.') || matches_any(name, options_.exclude)) continue;
      std::error_code ignored;
      if (entry.is_directory(ignored)) {
        if (!entry.is_symlink(ignored)) walk(entry.path());
      } else if (options_.include.empty() || matches_any(name, options_.include)) {
        add(entry.path());
      }
    }
  }

  void add(const fs::path& path) {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(path, error);
    if (seen_.insert(error ? path : real).second) found_.push_back(path);
  }

  const FindOptions& options_;
  std::set<fs::path> seen_;
  std::vector<fs::path> found_;
};

}  // namespace

std::vector<fs::path> find_files(const std::vector<fs::path>& paths, const FindOptions& options) {
  Finder finder(options);
  for (const fs::path& path : paths) finder.take(path);
  return finder.found();
}

}  // namespace vaughn::intake
