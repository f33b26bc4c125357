// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples/truth.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

namespace vaughn::samples {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kIndent = 1;

// Tenths of a point are finer than any reader of these pages can be.
double tenths(double value) {
  return std::round(value * 10) / 10;
}

Json to_json(const Box& box) {
  return Json::array({tenths(box.x0), tenths(box.y0), tenths(box.x1), tenths(box.y1)});
}

Json to_json(const TrueRedaction& redaction) {
  Json json = {{"box", to_json(redaction.box)},
               {"kind", redaction.kind},
               {"codes", redaction.codes},
               {"label_place", redaction.label_place}};
  if (redaction.label_box) json["label_box"] = to_json(*redaction.label_box);
  if (!redaction.note.empty()) json["note"] = redaction.note;
  return json;
}

Json to_json(const TrueFinding& finding) {
  Json json = {{"type", finding.type}, {"box", to_json(finding.box)}};
  if (finding.characters > 0) json["characters"] = finding.characters;
  return json;
}

// Declared before list(), which could not find them by their arguments: those live one namespace further out.
Json to_json(const TrueRecord& record);
Json to_json(const TrueEmail& email);
Json to_json(const DeletedRow& row);
Json to_json(const DeletedSheet& sheet);
Json to_json(const TrueSource& source);

template <typename T>
Json list(const std::vector<T>& values) {
  Json array = Json::array();
  for (const T& value : values) array.push_back(to_json(value));
  return array;
}

Json to_json(const TruePage& page, int number) {
  Json json = {{"page", number},
               {"width", tenths(page.width)},
               {"height", tenths(page.height)},
               {"text_source", page.text_source},
               {"disposition", page.disposition}};
  if (!page.bates.empty()) json["bates"] = {{"value", page.bates}, {"how", page.bates_how}};
  json["words"] = page.words;
  json["redactions"] = list(page.redactions);
  json["page_codes"] = page.page_codes;
  json["mentions"] = page.mentions;
  json["findings"] = list(page.findings);
  return json;
}

Json to_json(const TrueRecord& record) {
  return {{"first_page", record.first_page},
          {"last_page", record.last_page},
          {"kind", record.kind},
          {"title", record.title}};
}

Json to_json(const TrueEmail& email) {
  Json headers = Json::object();
  for (const TrueHeader& header : email.headers) {
    headers[header.name] = {
        {"visible", header.visible}, {"codes", header.codes}, {"domains", header.domains}};
  }
  return {{"first_page", email.first_page},
          {"last_page", email.last_page},
          {"sent", email.sent},
          {"subject", email.subject},
          {"headers", headers}};
}

Json to_json(const DeletedRow& row) {
  Json json = {{"page", row.page}, {"codes", row.codes}};
  if (!row.reason.empty()) json["reason"] = row.reason;
  return json;
}

Json to_json(const DeletedSheet& sheet) {
  return {{"page", sheet.page}, {"stated_total", sheet.stated_total}, {"rows", list(sheet.rows)}};
}

Json to_json(const TrueSource& source) {
  Json pages = Json::array();
  for (const TruePage& page : source.pages)
    pages.push_back(to_json(page, static_cast<int>(pages.size()) + 1));
  return {{"file", source.file},
          {"kind", source.kind},
          {"pages", pages},
          {"records", list(source.records)},
          {"emails", list(source.emails)},
          {"deleted_page_sheets", list(source.deleted_sheets)}};
}

Json to_json(const PageCounts& counts) {
  return {{"processed", counts.processed},
          {"released_in_full", counts.full},
          {"released_in_part", counts.part},
          {"withheld_in_full", counts.withheld},
          {"referred", counts.referred}};
}

// Arrays of numbers and strings on one line each, so that a box or a list of codes can be read at a glance.
std::string with_flat_arrays(const std::string& json) {
  std::string result, array;
  bool in_string = false, in_array = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (c == '"' && json[i - 1] != '\\') in_string = !in_string;
    if (!in_string && (c == '[' || c == '{')) {
      result += array;  // what was open holds more than plain values
      array.clear();
      in_array = c == '[';
    }
    if (!in_array) {
      result += c;
    } else if (in_string || (c != '\n' && c != ' ')) {
      array += c;
      if (!in_string && c == ',') array += ' ';
      if (!in_string && c == ']') {
        result += array;
        array.clear();
        in_array = false;
      }
    }
  }
  return result;
}

}  // namespace

void expect(TruePage& page, std::string text_source, std::string disposition,
            std::vector<std::string> words) {
  page.text_source = std::move(text_source);
  page.disposition = std::move(disposition);
  page.words = std::move(words);
}

PageCounts count_pages(const std::vector<TrueSource>& sources) {
  PageCounts counts;
  for (const TrueSource& source : sources) {
    for (const TruePage& page : source.pages) {
      if (page.disposition == "letter") continue;
      ++counts.processed;
      counts.full += page.disposition == "full";
      counts.part += page.disposition == "part";
      counts.withheld += page.disposition == "withheld";
      counts.referred += page.disposition == "referred";
    }
  }
  return counts;
}

std::string to_json(const Truth& truth) {
  const Json json = {
      {"schema", "vaughn.samples/1"},
      {"letter_counts", to_json(count_pages(truth.sources))},
      {"bates", {{"first", truth.bates_first}, {"last", truth.bates_last}, {"missing", truth.bates_missing}}},
      {"sources", list(truth.sources)}};
  return with_flat_arrays(json.dump(kIndent)) + "\n";
}

}  // namespace vaughn::samples
