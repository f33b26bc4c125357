// SPDX-License-Identifier: GPL-3.0-or-later
// What eval_ocr found out, as tables and as JSON.
#ifndef VAUGHN_EVAL_OCR_REPORT_H_
#define VAUGHN_EVAL_OCR_REPORT_H_

#include <string>
#include <vector>

#include "eval/covered_words.h"
#include "eval/degradation.h"
#include "eval/text_errors.h"

namespace vaughn::eval {

struct PageFigures {
  std::string file;  // and page number, "a.pdf:3"
  TextErrors text;
  BoxErrors boxes;
  double cpu_seconds = 0;
  bool unread = false;
};

// The pages of one way as one program read them.
struct Figures {
  Way way;
  std::string reader;
  std::vector<PageFigures> pages{};

  TextErrors text() const;
  BoxErrors boxes() const;
  double cpu_seconds_a_page() const;
  int unread() const;
};

// The first table comes way by way, so that a long run has something to show.
void print_heading();
void print_way(const std::vector<Figures>& readers_of_way);
// The boxes, and the totals; readers.front() is the one that the others are held against.
void print_summary(const std::vector<Figures>& all, const std::vector<std::string>& readers);
// Every figure, by page too.
std::string to_json(const std::vector<Figures>& all);

}  // namespace vaughn::eval

#endif  // VAUGHN_EVAL_OCR_REPORT_H_
