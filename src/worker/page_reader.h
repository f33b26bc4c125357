// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one page: the story of the project in one file. docs/architecture.md, "How a page goes".
#ifndef VAUGHN_WORKER_PAGE_READER_H_
#define VAUGHN_WORKER_PAGE_READER_H_

#include <memory>
#include <optional>
#include <string>

#include "vaughn/base/result.h"
#include "vaughn/model/page.h"
#include "vaughn/ocr/recogniser.h"
#include "worker/open_source.h"

namespace vaughn::worker {

struct Page;

// Keeps the OCR engine from page to page.
class PageReader {
 public:
  // first_try: what happened at full resolution, for a page that is now read at a lower one.
  Result<PageReading> read(OpenSource& source, PageIndex page, const ReadOptions& options,
                           const std::optional<Problem>& first_try = {});

 private:
  Result<PageReading> read_within(OpenSource& source, PageIndex page, const ReadOptions& options);
  // Loads the engine on first use. Null, with a problem noted, when it cannot be loaded.
  ocr::Recogniser* recogniser(const ReadOptions& options, PageReading* reading);
  void read_edges(const Page& page, const ReadOptions& options, PageReading* reading);
  void read_total(const Page& page, const ReadOptions& options, PageReading* reading);
  void read_check_boxes(const Page& page, const ReadOptions& options, PageReading* reading);

  double wanted_dpi_ = 0;  // of the page read last: the resolution it would have without a limit
  std::string languages_;
  std::unique_ptr<ocr::Recogniser> recogniser_;
};

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_PAGE_READER_H_
