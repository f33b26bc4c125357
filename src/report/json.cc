// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/json.h"

#include <cmath>

namespace vaughn::report {

Json rounded(double value, int decimals) {
  const double scale = std::pow(10, decimals);
  // Adding 0 turns -0 into 0.
  return std::round(value * scale) / scale + 0.0;
}

Json json_of(const Box& box) {
  return Json::array({rounded(box.x0, 2), rounded(box.y0, 2), rounded(box.x1, 2), rounded(box.y1, 2)});
}

Json json_of(const std::optional<Box>& box) {
  return box ? json_of(*box) : Json(nullptr);
}

Json json_of(const ExemptionCode& code) {
  return {{"code", code.code},
          {"raw", code.raw},
          {"certain", code.certain},
          {"role", to_string(code.role)},
          {"origin", to_string(code.origin)},
          {"box", json_of(code.box)}};
}

Json json_of(const Redaction& redaction) {
  const Amount& amount = redaction.amount;
  const auto known = [&](int value) {
    return amount.basis == AmountBasis::kUnknown || value == 0 ? Json(nullptr) : Json(value);
  };
  return {{"box", json_of(redaction.box)},
          {"kind", to_string(redaction.kind)},
          {"confidence", rounded(redaction.confidence, 3)},
          {"area_share", rounded(redaction.area_share, 4)},
          {"text_share", rounded(redaction.text_share, 4)},
          {"estimated_lines", known(amount.lines)},
          {"estimated_words", known(amount.words)},
          {"estimated_characters", known(amount.characters)},
          {"characters_low", known(amount.characters_low)},
          {"characters_high", known(amount.characters_high)},
          {"estimate_basis", to_string(amount.basis)},
          {"words_before", redaction.words_before},
          {"words_after", redaction.words_after},
          {"codes", json_list(redaction.codes)}};
}

Json json_of(const Finding& finding) {
  return {{"type", finding.type},
          {"class", to_string(finding.finding_class)},
          {"box", json_of(finding.box)},
          {"characters", finding.characters},
          {"found_in", null_if_empty(finding.found_in)}};
}

Json json_of(const BatesNumber& bates) {
  return {{"value", bates.value},
          {"raw", null_if_empty(bates.raw)},
          {"how", to_string(bates.how)},
          {"box", json_of(bates.box)}};
}

Json json_of(const Problem& problem) {
  return {
      {"kind", to_string(problem.kind)}, {"cause", problem.cause}, {"advice", null_if_empty(problem.advice)}};
}

Json json_of(const Word& word) {
  return {{"text", word.text},
          {"box", json_of(word.box)},
          {"confidence", word.confidence ? rounded(*word.confidence, 3) : Json(nullptr)}};
}

Json null_if_empty(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

std::string one_line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string indented(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace vaughn::report
