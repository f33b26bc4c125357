// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing and checking; ingest.cc does the reading.
#include "vaughn/pipeline/reprocess.h"

#include <utility>

namespace vaughn::pipeline {
namespace {

// A file that could not be read when it was ingested has no digest to compare with.
bool is_the_one_ingested(const Source& found, const store::ChosenSource& chosen) {
  if (chosen.sha256.empty()) return chosen.to_open;
  return found.sha256 == chosen.sha256;
}

Problem not_there() {
  return {ProblemKind::kUnreadable, "the file is not where it was when ingested",
          "Run the command from the folder you ingested in, put the file back, or ingest it as new."};
}

Problem changed() {
  return {ProblemKind::kUnreadable, "the file has changed since it was ingested: its SHA-256 is another",
          "Put the file back that was ingested, or ingest this one as new."};
}

PlannedSource look_at(store::ChosenSource chosen) {
  PlannedSource planned;
  planned.source.path = chosen.paths.front();
  planned.source.sha256 = chosen.sha256;
  planned.problem = not_there();
  for (const std::string& path : chosen.paths) {
    intake::Examined file = intake::examine(path);
    if (file.source.sha256.empty()) {
      std::error_code unknown;
      if (!std::filesystem::exists(path, unknown)) continue;
      planned.problem = file.problem;
      planned.problem_is_of_source = chosen.to_open && chosen.sha256.empty();
      continue;
    }
    if (!is_the_one_ingested(file.source, chosen)) {
      planned.problem = changed();
      planned.source.path = file.source.path;
      continue;
    }
    planned.source = std::move(file.source);
    planned.problem = std::move(file.problem);
    planned.problem_is_of_source = planned.problem.has_value();
    break;
  }
  planned.chosen = std::move(chosen);
  return planned;
}

}  // namespace

ReprocessPlan plan_reprocess(const ReprocessRequest& request, const store::Reader& reader,
                             const std::function<bool()>& stop) {
  ReprocessPlan plan;
  store::ChosenPages chosen =
      reader.choose(request.selection, {"reprocess", request.tool_version, request.options_json});
  plan.done_before = chosen.done_before;
  for (store::ChosenSource& source : chosen.sources) {
    if (stop()) break;
    plan.sources.push_back(look_at(std::move(source)));
  }
  return plan;
}

}  // namespace vaughn::pipeline
