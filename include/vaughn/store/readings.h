// SPDX-License-Identifier: GPL-3.0-or-later
// The readings a page has, and the choice of pages to be read again. docs/schema.md, "page_reading".
#ifndef VAUGHN_STORE_READINGS_H_
#define VAUGHN_STORE_READINGS_H_

#include <optional>
#include <string>
#include <vector>

#include "vaughn/base/problem.h"
#include "vaughn/model/page_number.h"
#include "vaughn/store/ids.h"

namespace vaughn::store {

// One reading of a page: the current one, an earlier one, or an attempt that failed. Text not known is empty.
struct ReadingRow {
  int number = 0;       // from 1, in the order the page was read
  std::string created;  // UTC
  std::string state;    // "read", "ocr-due", "failed"
  bool current = false;
  std::string engine;     // what its words come from: "text layer", "tesseract 5.3.0", "text layer + ..."
  std::string languages;  // it was recognised in
  std::string options;
  std::string text_source, reason;
  std::optional<double> ocr_confidence;  // mean, 0 to 1
  std::optional<int> words;
  std::optional<Problem> problem;  // why it failed
};

struct SourcePages {
  SourceId source;
  PageChoice pages;
};

// Which pages: those that meet every condition given, of which a list is met by any of its entries.
struct PageSelection {
  std::vector<SourcePages> sources{};
  bool failed = false;                       // they could not be read, or their source not be opened
  std::vector<std::string> text_sources{};   // to_string(TextSource)
  std::optional<double> confidence_below{};  // their mean OCR confidence; pages without one do not meet it
};

// A source of which pages were chosen.
struct ChosenSource {
  SourceId id;
  ReleaseId release;
  std::vector<std::string> paths;  // the first it was found under, then the others
  std::string sha256;              // empty when the file could not be read
  std::string format;
  int page_count = 0;
  bool to_open = false;             // it was not opened yet, so that its pages are not known
  std::vector<PageIndex> pages;     // chosen, in order; none while it is to be opened
  std::vector<PageChoice> choices;  // what to take of it then; empty means all
};

// What makes two runs the same, so that one can go on where the other was interrupted.
struct RunKey {
  std::string command;
  std::string tool_version;
  std::string options_json;
};

struct ChosenPages {
  std::vector<ChosenSource> sources;  // in the order of their ids; each has pages, or is to be opened
  int done_before = 0;                // pages that the interrupted run had done: they are not among these
};

// Pages by the account their text was taken from, of one release or source or of all.
struct TextSourceRow {
  std::string group;  // name of the release, path of the source; empty for all
  std::string text_source;
  int pages = 0;
  std::optional<double> mean_ocr_confidence;  // over its pages that have one
  std::optional<double> mean_words;           // a page
};

enum class GroupPagesBy { kNothing, kRelease, kSource };

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_READINGS_H_
