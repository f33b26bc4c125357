// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/report/readings.h"

#include <fmt/format.h>

#include "report/json.h"
#include "vaughn/base/strings.h"
#include "vaughn/report/table.h"

namespace vaughn::report {
namespace {

std::string place(const PageReadings& page) {
  return fmt::format("{}, page {} of {}", printable_line(page.source.path), page.page.value(),
                     page.source.page_count);
}

// "2031-03-01 10:00" of "2031-03-01T10:00:00Z".
std::string to_the_minute(const std::string& created) {
  if (created.size() < 16) return created.empty() ? "-" : created;
  return created.substr(0, 10) + " " + created.substr(11, 5);
}

std::string or_dash(const std::string& text) {
  return text.empty() ? "-" : text;
}

std::string result_of(const store::ReadingRow& reading) {
  if (reading.state == "failed") return "failed";
  return reading.text_source + (reading.state == "ocr-due" ? ", waits for OCR" : "");
}

std::string percent(const std::optional<double>& share) {
  return share ? fmt::format("{:.0f} %", *share * 100) : "-";
}

Json json_of_reading(const store::ReadingRow& reading) {
  return {{"number", reading.number},
          {"current", reading.current},
          {"created", null_if_empty(reading.created)},
          {"state", reading.state},
          {"engine", null_if_empty(reading.engine)},
          {"languages", null_if_empty(reading.languages)},
          {"options", null_if_empty(reading.options)},
          {"text_source", null_if_empty(reading.text_source)},
          {"reason", null_if_empty(reading.reason)},
          {"ocr_confidence", reading.ocr_confidence ? rounded(*reading.ocr_confidence, 4) : Json(nullptr)},
          {"words", reading.words ? Json(*reading.words) : Json(nullptr)},
          {"problem", reading.problem ? json_of(*reading.problem) : Json(nullptr)}};
}

}  // namespace

void print_readings(const PageReadings& page, const Terminal& terminal, std::ostream& out) {
  const std::size_t count = page.readings.size();
  out << terminal.painted(Paint::kSource, place(page)) << ": " << count
      << (count == 1 ? " reading" : " readings") << '\n';
  Table table{.columns = {{"No"},
                          {"When (UTC)"},
                          {"Engine", Align::kLeft, Shrink::kEnd},
                          {"Options", Align::kLeft, Shrink::kEnd},
                          {"Text source", Align::kLeft, Shrink::kEnd},
                          {"Conf.", Align::kRight},
                          {"Words", Align::kRight}},
              .rows = {}};
  for (const store::ReadingRow& reading : page.readings)
    table.rows.push_back({std::to_string(reading.number) + (reading.current ? "*" : ""),
                          to_the_minute(reading.created), or_dash(reading.engine), or_dash(reading.options),
                          result_of(reading), percent(reading.ocr_confidence),
                          reading.words ? with_thousands(*reading.words) : "-"});
  print_table(table, terminal, out);
  for (const store::ReadingRow& reading : page.readings)
    if (reading.problem)
      out << reading.number << ": " << printable_line(reading.problem->cause) << " ("
          << to_string(reading.problem->kind) << ")\n";
}

void print_readings_json(const PageReadings& page, std::ostream& out) {
  Json readings = Json::array();
  for (const store::ReadingRow& reading : page.readings) readings.push_back(json_of_reading(reading));
  out << one_line({{"schema", "vaughn.readings/1"},
                   {"source", page.source.path},
                   {"sha256", null_if_empty(page.source.sha256)},
                   {"page", page.page.value()},
                   {"readings", readings}})
      << '\n';
}

void print_reading_text(const PageReadings& page, const store::ReadingRow& reading, const std::string& text,
                        const Terminal& terminal, std::ostream& out) {
  std::string line = fmt::format("{}: reading {} of {}", place(page), reading.number, page.readings.size());
  if (!reading.created.empty()) line += ", " + to_the_minute(reading.created) + " UTC";
  if (!reading.engine.empty()) line += ", " + printable_line(reading.engine);
  line += reading.current ? ", the current one" : ", not the current one";
  out << terminal.painted(Paint::kSource, line) << "\n\n" << printable(text);
  if (!text.ends_with('\n')) out << '\n';
}

}  // namespace vaughn::report
