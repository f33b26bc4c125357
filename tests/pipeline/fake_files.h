// SPDX-License-Identifier: GPL-3.0-or-later
// Files that say what is to happen to each of their pages, and the handler that does it: what a worker
// answers, without anything to parse.
#ifndef VAUGHN_TESTS_PIPELINE_FAKE_FILES_H_
#define VAUGHN_TESTS_PIPELINE_FAKE_FILES_H_

#include <string>

#include "vaughn/ipc/job.h"

namespace vaughn::pipeline::testing {

// The contents of a file that intake takes for a PDF.
class FakeFile {
 public:
  // Two files of one title and equal pages are the same bytes.
  FakeFile(const std::string& title, int pages)
      : lines_("%PDF-1.4\ntitle " + title + "\npages " + std::to_string(pages) + "\n") {}

  // About a page, from 1:
  //   "crash"          the worker dies of it
  //   "fail"           it cannot be read
  //   "slow MS"        it takes its time
  //   "scan"           its text needs OCR
  //   "surer LANGUAGES" a scan that is recognised better in these languages, and worse in others
  //   "fail-in LANGUAGES" it cannot be read in these languages
  //   "say WORDS"      stands on it, besides the title and the page's number
  //   "bates NUMBER"   is stamped in its corner
  //   "cover CODE"     a redaction
  //   "leak"           a finding
  //   "warning TEXT"   the parser says so of an object it has, the first time a process meets that object
  FakeFile& page(int number, const std::string& what) {
    lines_ += "page " + std::to_string(number) + " " + what + "\n";
    return *this;
  }
  // About the file: "broken", "crash", "locked PASSWORD", "warning TEXT".
  FakeFile& whole(const std::string& what) { return page(0, what); }

  operator std::string() const { return lines_; }

 private:
  std::string lines_;
};

// What a worker with these files at its hands does, for as long as it lives. Without a process of its own a
// crash is memory running out, the one way to die that both pools know.
enum class Crash { kDie, kRunOutOfMemory };
ipc::Handler make_fake_handler(Crash crash);

}  // namespace vaughn::pipeline::testing

#endif  // VAUGHN_TESTS_PIPELINE_FAKE_FILES_H_
