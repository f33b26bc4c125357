// SPDX-License-Identifier: GPL-3.0-or-later
#include "whole/page_match.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>

namespace vaughn::whole {
namespace {

using nlohmann::json;

struct Pair {
  double fit;
  std::size_t truth, found;
};

std::vector<Pair> fitting_pairs(const std::vector<TrueRedaction>& truth, const json& found) {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < truth.size(); ++i) {
    for (std::size_t j = 0; j < found.size(); ++j) {
      const double fit = iou(truth[i].visible_box(), box_of(found[j].at("box")));
      if (fit >= 0.5) pairs.push_back({fit, i, j});
    }
  }
  std::ranges::stable_sort(pairs, std::ranges::greater(), &Pair::fit);
  return pairs;
}

}  // namespace

Box box_of(const json& numbers) {
  return {numbers.at(0), numbers.at(1), numbers.at(2), numbers.at(3)};
}

std::string folded(const std::string& text) {
  std::string result;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (space && (result.empty() || result.back() == ' ')) continue;
    result += space ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

Fit fit_redactions(const std::vector<TrueRedaction>& truth, const json& found) {
  Fit result{std::vector<const json*>(truth.size()), {}};
  std::set<std::size_t> used;
  for (const Pair& pair : fitting_pairs(truth, found)) {
    if (result.of_true[pair.truth] != nullptr || !used.insert(pair.found).second) continue;
    result.of_true[pair.truth] = &found[pair.found];
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!used.contains(i)) result.left.push_back(&found[i]);
  }
  return result;
}

json boxes(const json& page) {
  json found = json::array();
  for (const json& redaction : page.at("redactions"))
    if (redaction.at("kind") != "page") found.push_back(redaction);
  return found;
}

json page_codes(const json& page) {
  json found = page.at("codes");
  for (const json& redaction : page.at("redactions"))
    if (redaction.at("kind") == "page")
      for (const json& code : redaction.at("codes")) found.push_back(code);
  return found;
}

std::vector<std::string> codes_of(const json& list, const std::string& role) {
  std::vector<std::string> codes;
  for (const json& code : list) {
    if (role.empty() || code.at("role") == role) codes.push_back(code.at("code"));
  }
  return codes;
}

std::string raw_codes(const json& list) {
  std::string result;
  for (const json& code : list) {
    if (!result.empty()) result += ", ";
    result += "'" + code.at("raw").get<std::string>() + "' " + code.at("code").get<std::string>();
  }
  return result.empty() ? "no code" : result;
}

std::vector<std::string> without(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const std::set<std::string> from(a.begin(), a.end()), taken(b.begin(), b.end());
  std::vector<std::string> result;
  std::ranges::set_difference(from, taken, std::back_inserter(result));
  return result;
}

}  // namespace vaughn::whole
