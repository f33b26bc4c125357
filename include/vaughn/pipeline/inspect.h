// SPDX-License-Identifier: GPL-3.0-or-later
// The chain on files, without a database.
#ifndef VAUGHN_PIPELINE_INSPECT_H_
#define VAUGHN_PIPELINE_INSPECT_H_

#include <filesystem>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "vaughn/ipc/pool.h"
#include "vaughn/model/page.h"
#include "vaughn/model/source.h"

namespace vaughn::pipeline {

struct InspectRequest {
  std::vector<std::filesystem::path> paths;
  ReadOptions reading;
  PageChoice pages;
  std::vector<std::string> passwords;
};

// What came out for one page, or for a source as a whole (no page) that could not be opened.
struct InspectedPage {
  Source source;
  std::optional<PageIndex> page;
  std::variant<PageReading, Problem> result;
};

// Calls visit in order of path and page, each page as soon as those before it are done; memory does not grow
// with the number of pages. Ends early when stop answers true; returns false then.
bool inspect(const InspectRequest& request, ipc::Pool& pool,
             const std::function<void(const InspectedPage&)>& visit, const std::function<bool()>& stop);

}  // namespace vaughn::pipeline

#endif  // VAUGHN_PIPELINE_INSPECT_H_
