// SPDX-License-Identifier: GPL-3.0-or-later
// Fails, with file and line, where an #include breaks the table in docs/architecture.md: a folder the table
// does not allow, a foreign header outside the folders that may know it, or any foreign header in include/.
//
//   layer_check PROJECT_ROOT
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct Rule {
  std::set<std::string> folders, foreign;
};
using Rules = std::map<std::string, Rule>;

std::set<std::string> words(const std::string& cell) {
  std::istringstream stream(cell);
  std::set<std::string> found;
  for (std::string word; stream >> word;)
    if (word != "–") found.insert(word);
  return found;
}

// Rows like "| `pdf` | sentence | base model image | poppler |".
Rules read_rules(const fs::path& document) {
  std::ifstream file(document);
  Rules rules;
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with("| `")) continue;
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, '|');) cells.push_back(cell);
    if (cells.size() < 5) continue;
    const std::size_t first = cells[1].find('`'), last = cells[1].rfind('`');
    const std::string folder = cells[1].substr(first + 1, last - first - 1);
    rules[folder] = {words(cells[3]), words(cells[4])};
    rules[folder].folders.insert(folder);
  }
  return rules;
}

// By the beginning of what stands between the brackets or quotes of an #include.
const std::map<std::string, std::string> kForeign = {{"leptonica/", "leptonica"},
                                                     {"poppler", "poppler"},
                                                     {"tesseract/", "tesseract"},
                                                     {"boost/program_options", "program_options"},
                                                     {"nlohmann/", "nlohmann"},
                                                     {"yaml-cpp/", "yaml-cpp"},
                                                     {"fmt/", "fmt"},
                                                     {"re2/", "re2"},
                                                     {"openssl/", "openssl"},
                                                     {"sqlite3", "sqlite3"},
                                                     {"archive", "libarchive"},
                                                     {"qpdf/", "qpdf"},
                                                     {"Gfx", "poppler"},
                                                     {"OutputDev", "poppler"},
                                                     {"PDFDoc", "poppler"},
                                                     {"Page.h", "poppler"},
                                                     {"Object.h", "poppler"},
                                                     {"Stream.h", "poppler"},
                                                     {"goo/", "poppler"},
                                                     {"splash/", "poppler"},
                                                     {"Annot.h", "poppler"},
                                                     {"Outline.h", "poppler"},
                                                     {"Catalog.h", "poppler"}};

std::optional<std::string> foreign_library(const std::string& header) {
  for (const auto& [beginning, library] : kForeign)
    if (header.starts_with(beginning)) return library;
  return std::nullopt;
}

std::optional<std::string> included_header(const std::string& line) {
  const std::size_t hash = line.find_first_not_of(" \t");
  if (hash == std::string::npos || line.compare(hash, 8, "#include") != 0) return std::nullopt;
  const std::size_t open = line.find_first_of("<\"", hash);
  if (open == std::string::npos) return std::nullopt;
  const std::size_t close = line.find_first_of(">\"", open + 1);
  return line.substr(open + 1, close - open - 1);
}

std::optional<std::string> complaint(const std::string& header, const std::string& folder, const Rules& rules,
                                     bool is_public) {
  const auto rule = rules.find(folder);
  if (rule == rules.end()) return "folder \"" + folder + "\" has no row in docs/architecture.md";
  if (const auto library = foreign_library(header)) {
    if (is_public) return "a public header must not include " + *library;
    if (rule->second.foreign.count(*library) == 0) return "\"" + folder + "\" must not know " + *library;
    return std::nullopt;
  }
  const bool offered = header.starts_with("vaughn/");
  const std::string path = offered ? header.substr(7) : header;
  const std::size_t slash = path.find('/');
  if (slash == std::string::npos) return std::nullopt;
  const std::string used = path.substr(0, slash);
  if (rules.count(used) == 0) return std::nullopt;  // the standard library, the system
  if (!offered && used != folder) return "private header of \"" + used + "\"";
  if (rule->second.folders.count(used) == 0) return "\"" + folder + "\" must not include \"" + used + "\"";
  return std::nullopt;
}

int check_tree(const fs::path& root, const fs::path& tree, const Rules& rules, bool is_public) {
  int complaints = 0;
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(tree))
    if (entry.path().extension() == ".h" || entry.path().extension() == ".cc") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const fs::path& path : files) {
    const std::string folder = fs::relative(path, tree).begin()->string();
    std::ifstream file(path);
    int number = 0;
    for (std::string line; std::getline(file, line);) {
      ++number;
      const auto header = included_header(line);
      const auto wrong = header ? complaint(*header, folder, rules, is_public) : std::nullopt;
      if (!wrong) continue;
      std::cerr << fs::relative(path, root).string() << ':' << number << ": " << *wrong << '\n';
      ++complaints;
    }
  }
  return complaints;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: layer_check PROJECT_ROOT\n";
    return 2;
  }
  const fs::path root = argv[1];
  const Rules rules = read_rules(root / "docs/architecture.md");
  if (rules.size() < 10) {
    std::cerr << "no table of folders found in docs/architecture.md\n";
    return 2;
  }
  const int complaints =
      check_tree(root, root / "src", rules, false) + check_tree(root, root / "include/vaughn", rules, true);
  return complaints == 0 ? 0 : 1;
}
