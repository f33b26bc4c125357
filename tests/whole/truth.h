// SPDX-License-Identifier: GPL-3.0-or-later
// What is really on the sample records: samples/truth.json, whose keys samples/README.md explains.
#ifndef VAUGHN_TESTS_WHOLE_TRUTH_H_
#define VAUGHN_TESTS_WHOLE_TRUTH_H_

#include <filesystem>
#include <string>
#include <vector>

#include "vaughn/model/geometry.h"

namespace vaughn::whole {

struct TrueRedaction {
  Box box;
  Box label_box;  // empty when no code is printed
  std::string kind, note;
  std::vector<std::string> codes;

  // Where a reader can see that something is withheld: a patch has no edge, its label is all there is.
  const Box& visible_box() const { return kind == "patch" ? label_box : box; }
  // Printed type is what vaughn reads; a code in handwriting need not be understood.
  bool handwritten() const { return note.find("handwritten") != std::string::npos; }
};

struct TrueFinding {
  std::string type;
  Box box;
  int characters = 0;
};

struct TruePage {
  std::string source;  // file name
  int page = 1;
  double width = 0, height = 0;
  std::string text_source;
  std::string bates, bates_how;  // empty when it has none
  std::vector<std::string> words, page_codes, mentions;
  std::vector<TrueRedaction> redactions;
  std::vector<TrueFinding> findings;
};

// In order of file and page.
std::vector<TruePage> load_truth(const std::filesystem::path& file);

}  // namespace vaughn::whole

#endif  // VAUGHN_TESTS_WHOLE_TRUTH_H_
