// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/language_data.h"

#include <algorithm>

#include "vaughn/base/strings.h"

namespace vaughn::cli {
namespace {

namespace fs = std::filesystem;

LanguageData in_directory(const fs::path& directory) {
  LanguageData data{.directory = directory, .languages = {}};
  std::error_code ignored;  // a place that cannot be read has none
  for (const fs::directory_entry& entry : fs::directory_iterator(directory, ignored))
    if (entry.path().extension() == ".traineddata") data.languages.push_back(entry.path().stem());
  std::sort(data.languages.begin(), data.languages.end());
  return data;
}

}  // namespace

LanguageData find_language_data(const std::optional<std::string>& tessdata_prefix) {
  std::vector<fs::path> places{"/usr/share/tesseract-ocr/5/tessdata",
                               "/usr/share/tesseract-ocr/4.00/tessdata", "/usr/share/tessdata",
                               "/usr/local/share/tessdata"};
  if (tessdata_prefix) places = {*tessdata_prefix, fs::path(*tessdata_prefix) / "tessdata"};
  for (const fs::path& place : places)
    if (LanguageData data = in_directory(place); !data.languages.empty()) return data;
  return {};
}

std::string package_of_language(const std::string& language) {
  return "tesseract-ocr-" + replace_all(to_lower_ascii(language), "_", "-");
}

}  // namespace vaughn::cli
