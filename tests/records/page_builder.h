// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of printed lines, for tests: each line 12 points below the one before, words as wide as their
// letters. "[]" is a redaction.
#ifndef VAUGHN_TESTS_RECORDS_PAGE_BUILDER_H_
#define VAUGHN_TESTS_RECORDS_PAGE_BUILDER_H_

#include <string>
#include <vector>

#include "records/rows.h"
#include "vaughn/base/strings.h"
#include "vaughn/model/page.h"
#include "vaughn/model/page_text.h"

namespace vaughn::records::testing {

class PageBuilder {
 public:
  explicit PageBuilder(int index = 0) {
    page_.page = PageIndex(index);
    page_.width = 612;
    page_.height = 792;
    page_.text_source = TextSource::kBornDigital;
  }

  // An empty line leaves a gap.
  PageBuilder& line(const std::string& text, Points x = 72) {
    y_ += 12;
    ++line_;
    Points at = x;
    for (const std::string& part : split(text, ' ')) {
      if (part.empty()) continue;
      const Box box{at, y_, at + 6.0 * static_cast<double>(part.size()), y_ + 10};
      at = box.x1 + 4;
      if (part == "[]") {
        Redaction redaction;
        redaction.box = {box.x0, box.y0, box.x0 + 60, box.y1};
        redaction.codes.push_back({.code = "(b)(6)", .raw = "(b)(6)", .box = {}});
        at = redaction.box.x1 + 4;
        page_.redactions.push_back(redaction);
      } else {
        page_.words.push_back({part, box, std::nullopt, line_, 0, std::nullopt});
      }
    }
    return *this;
  }
  PageBuilder& lines(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) line(text);
    return *this;
  }
  // Where the next line stands.
  PageBuilder& down_to(Points y) {
    y_ = y - 12;
    return *this;
  }
  PageBuilder& source(TextSource source) {
    page_.text_source = source;
    return *this;
  }
  PageBuilder& size(Points width, Points height) {
    page_.width = width;
    page_.height = height;
    return *this;
  }
  PageBuilder& code(const std::string& code, Points y, Points x = 200, bool certain = true) {
    page_.codes.push_back({.code = code,
                           .raw = code,
                           .certain = certain,
                           .role = CodeRole::kMention,
                           .box = Box{x, y, x + 20, y + 10}});
    return *this;
  }

  PageReading reading() const {
    PageReading page = page_;
    PageText text = compose_page_text(page.words, page.redactions);
    page.text = std::move(text.text);
    page.words = std::move(text.words);
    return page;
  }
  PageRows rows() const { return page_rows_of(reading()); }

 private:
  PageReading page_;
  Points y_ = 40;
  int line_ = 0;
};

}  // namespace vaughn::records::testing

#endif  // VAUGHN_TESTS_RECORDS_PAGE_BUILDER_H_
