// SPDX-License-Identifier: GPL-3.0-or-later
// Which of Tesseract's language data is installed. Looks at the file system only.
#ifndef VAUGHN_CLI_LANGUAGE_DATA_H_
#define VAUGHN_CLI_LANGUAGE_DATA_H_

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vaughn::cli {

struct LanguageData {
  std::filesystem::path directory;     // empty when none was found
  std::vector<std::string> languages;  // "eng", "osd", ... in order
};

// In the directory that TESSDATA_PREFIX names when it is set (Tesseract 5 looks nowhere else then), otherwise
// in the first of the usual places that has any.
LanguageData find_language_data(const std::optional<std::string>& tessdata_prefix);

// Debian's and Ubuntu's package: "tesseract-ocr-chi-sim" for "chi_sim".
std::string package_of_language(const std::string& language);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_LANGUAGE_DATA_H_
