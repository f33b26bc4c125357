// SPDX-License-Identifier: GPL-3.0-or-later
// A page with a sentence of which a part may be covered, read as the worker reads it, without OCR.
#ifndef VAUGHN_TESTS_WORKER_LEAK_PAGE_H_
#define VAUGHN_TESTS_WORKER_LEAK_PAGE_H_

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/pdf_builder.h"
#include "support/temporary_folder.h"
#include "vaughn/intake/intake.h"
#include "vaughn/worker/handler.h"

namespace vaughn::worker {

class LeakPage : public testing::Test {
 protected:
  // "Wilhelmina Sample" stands between x 152 and 272, y 697 and 711.
  static constexpr const char* kSentence = "The source was Wilhelmina Sample of Springfield";
  static std::string sentence(const std::string& before = {}) {
    return PdfBuilder::text(72, 700, kSentence, before);
  }
  static std::string bar(double grey = 0) { return PdfBuilder::box(152, 697, 110, 14, grey); }
  // Other words, for a page that can be read.
  static std::string prose() {
    return PdfBuilder::text(72, 660, "who asked the inspector not to be named in any report of the bureau") +
           PdfBuilder::text(72, 640, "because the orchard and the boathouse belong to the family") +
           PdfBuilder::text(72, 620, "and were searched on the evening before the letter arrived");
  }

  PageReading read(const std::string& bytes, int page = 0, bool reveal = false) {
    ipc::Job job;
    job.source = intake::examine(folder_.put("source.pdf", bytes)).source;
    job.options.ocr = false;
    job.options.reveal_hidden_text = reveal;
    job.pages = {PageIndex(page)};
    PageReading reading;
    make_handler()(job, [&](decltype(ipc::Answer::body) body) {
      if (auto* read = std::get_if<ipc::PageRead>(&body)) reading = std::move(read->reading);
    });
    return reading;
  }
  PageReading read(const PdfBuilder& builder, int page = 0) { return read(builder.build(), page); }
  PageReading read_page(const std::string& instructions, const std::string& extra = {},
                        const std::string& resources = {}) {
    return read(PdfBuilder().page(instructions + prose(), extra, resources));
  }

  static std::vector<std::string> types(const PageReading& reading, FindingClass finding_class) {
    std::vector<std::string> found;
    for (const Finding& finding : reading.findings)
      if (finding.finding_class == finding_class) found.push_back(finding.type);
    return found;
  }
  static std::vector<std::string> leaks(const PageReading& reading) {
    return types(reading, FindingClass::kLeak);
  }

  TemporaryFolder folder_;
};

}  // namespace vaughn::worker

#endif  // VAUGHN_TESTS_WORKER_LEAK_PAGE_H_
