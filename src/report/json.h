// SPDX-License-Identifier: GPL-3.0-or-later
// The nouns of model as JSON, the same in every format vaughn prints. docs/formats/inspect.md.
#ifndef VAUGHN_REPORT_JSON_H_
#define VAUGHN_REPORT_JSON_H_

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "vaughn/base/problem.h"
#include "vaughn/model/bates.h"
#include "vaughn/model/exemption.h"
#include "vaughn/model/finding.h"
#include "vaughn/model/geometry.h"
#include "vaughn/model/redaction.h"
#include "vaughn/model/text.h"

namespace vaughn::report {

// Keys stay in the order they are set in: outputs can be compared by diff.
using Json = nlohmann::ordered_json;

Json rounded(double value, int decimals);
Json json_of(const Box& box);                 // [x0,y0,x1,y1], two decimals
Json json_of(const std::optional<Box>& box);  // or null
Json json_of(const ExemptionCode& code);
Json json_of(const Redaction& redaction);
Json json_of(const Finding& finding);
Json json_of(const BatesNumber& bates);
Json json_of(const Problem& problem);
Json json_of(const Word& word);
Json null_if_empty(const std::string& text);

template <class Values>
Json json_list(const Values& values) {
  Json list = Json::array();
  for (const auto& value : values) list.push_back(json_of(value));
  return list;
}

// On one line. A path need not be UTF-8: what is not becomes U+FFFD.
std::string one_line(const Json& json);
std::string indented(const Json& json);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_JSON_H_
