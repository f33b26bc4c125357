// SPDX-License-Identifier: GPL-3.0-or-later
#include "whole/truth.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "whole/page_match.h"

namespace vaughn::whole {
namespace {

using nlohmann::json;

TrueRedaction redaction(const json& from) {
  return {.box = box_of(from.at("box")),
          .label_box = from.contains("label_box") ? box_of(from["label_box"]) : Box{},
          .kind = from.at("kind"),
          .note = from.value("note", ""),
          .codes = from.at("codes")};
}

TrueFinding finding(const json& from) {
  return {.type = from.at("type"), .box = box_of(from.at("box")), .characters = from.value("characters", 0)};
}

TruePage page(const std::string& source, const json& from) {
  TruePage result{.source = source,
                  .page = from.at("page"),
                  .width = from.at("width"),
                  .height = from.at("height"),
                  .text_source = from.at("text_source"),
                  .bates = {},
                  .bates_how = {},
                  .words = from.at("words"),
                  .page_codes = from.at("page_codes"),
                  .mentions = from.at("mentions"),
                  .redactions = {},
                  .findings = {}};
  if (from.contains("bates")) {
    result.bates = from["bates"].at("value");
    result.bates_how = from["bates"].at("how");
  }
  for (const json& one : from.at("redactions")) result.redactions.push_back(redaction(one));
  for (const json& one : from.at("findings")) result.findings.push_back(finding(one));
  return result;
}

}  // namespace

std::vector<TruePage> load_truth(const std::filesystem::path& file) {
  std::ifstream stream(file);
  const json truth = json::parse(stream);
  std::vector<TruePage> pages;
  for (const json& source : truth.at("sources")) {
    for (const json& one : source.at("pages")) pages.push_back(page(source.at("file"), one));
  }
  return pages;
}

}  // namespace vaughn::whole
