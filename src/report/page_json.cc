// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/json.h"
#include "vaughn/report/page.h"

namespace vaughn::report {

std::string page_json_line(const std::string& path, const std::string& sha256, const PageReading& reading,
                           const std::vector<BatesNumber>& bates, IncludeWords words) {
  Json line = {
      {"schema", "vaughn.page/1"},
      {"source", path},
      {"sha256", null_if_empty(sha256)},
      {"page", reading.page.number().value()},
      {"width", rounded(reading.width, 2)},
      {"height", rounded(reading.height, 2)},
      {"rotation", reading.rotation},
      {"dpi", reading.dpi ? rounded(*reading.dpi, 2) : Json(nullptr)},
      {"text_source", to_string(reading.text_source)},
      {"reason", reading.reason},
      {"text", reading.text},
      {"ocr_confidence", reading.ocr_confidence ? rounded(*reading.ocr_confidence, 3) : Json(nullptr)}};
  if (words == IncludeWords::kYes) line["words"] = json_list(reading.words);
  line["bates"] = json_list(bates);
  line["text_withheld_share"] =
      reading.text_withheld_share ? rounded(*reading.text_withheld_share, 4) : Json(nullptr);
  line["redactions"] = json_list(reading.redactions);
  line["codes"] = json_list(reading.codes);
  line["findings"] = json_list(reading.findings);
  line["problems"] = json_list(reading.problems);
  return one_line(line);
}

std::string failed_page_json_line(const std::string& path, const std::string& sha256,
                                  std::optional<PageIndex> page, const Problem& problem) {
  const Json none = Json::array();
  return one_line({{"schema", "vaughn.page/1"},
                   {"source", path},
                   {"sha256", null_if_empty(sha256)},
                   {"page", page ? Json(page->number().value()) : Json(nullptr)},
                   {"width", nullptr},
                   {"height", nullptr},
                   {"rotation", nullptr},
                   {"dpi", nullptr},
                   {"text_source", nullptr},
                   {"reason", nullptr},
                   {"text", ""},
                   {"ocr_confidence", nullptr},
                   {"bates", none},
                   {"text_withheld_share", nullptr},
                   {"redactions", none},
                   {"codes", none},
                   {"findings", none},
                   {"problems", Json::array({json_of(problem)})}});
}

}  // namespace vaughn::report
