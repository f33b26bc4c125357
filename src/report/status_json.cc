// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/json.h"
#include "vaughn/report/status.h"

namespace vaughn::report {
namespace {

Json counts(const std::map<std::string, int>& by_name) {
  Json object = Json::object();
  for (const auto& [name, count] : by_name) object[name] = count;
  return object;
}

Json json_of_source(const store::SourceRow& source) {
  return {{"path", source.path},
          {"sha256", null_if_empty(source.sha256)},
          {"pages", source.page_count},
          {"state", source.state},
          {"cause", source.problem ? Json(source.problem->cause) : Json(nullptr)},
          {"advice", source.problem ? null_if_empty(source.problem->advice) : Json(nullptr)},
          {"other_paths", source.other_paths},
          {"release", source.release},
          {"format", null_if_empty(source.format)},
          {"size_bytes", source.size_bytes},
          {"pages_read", source.pages_read},
          {"pages_failed", source.pages_failed},
          {"pages_pending", source.pages_pending},
          {"pages_ocr_due", source.pages_ocr_due}};
}

Json json_of_problem(const store::PageProblemRow& row) {
  Json json = {{"source", row.path}, {"page", row.page > 0 ? Json(row.page) : Json(nullptr)}};
  json.update(json_of(row.problem));
  return json;
}

}  // namespace

void print_status_json(const Status& status, std::ostream& out) {
  const store::StatusSummary& summary = status.summary;
  Json sources = Json::array(), problems = Json::array();
  for (const store::SourceRow& source : summary.sources) sources.push_back(json_of_source(source));
  for (const store::PageProblemRow& row : status.problems) problems.push_back(json_of_problem(row));
  const Json document = {
      {"schema", "vaughn.status/1"},
      {"sources", sources},
      {"pages",
       {{"total", summary.pages_total},
        {"by_text_source", counts(summary.pages_by_text_source)},
        {"read", summary.pages_read},
        {"failed", summary.pages_failed},
        {"pending", summary.pages_pending},
        {"ocr_due", summary.pages_ocr_due}}},
      {"redactions",
       {{"total", summary.redactions_total},
        {"labelled", summary.redactions_labelled},
        {"unlabelled", summary.redactions_unlabelled},
        {"codes_uncertain", summary.codes_uncertain},
        {"uncertain", summary.redactions_uncertain},
        {"by_code", counts(summary.redactions_by_code)},
        {"withheld_share", summary.withheld_share ? rounded(*summary.withheld_share, 4) : Json(nullptr)},
        {"pages_in_full", summary.pages_withheld_in_full}}},
      {"findings", counts(summary.findings_by_type)},
      {"problems", problems}};
  out << indented(document) << '\n';
}

}  // namespace vaughn::report
