// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/option_values.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "vaughn/base/cores.h"
#include "vaughn/base/error.h"
#include "vaughn/base/files.h"
#include "vaughn/base/iso_date.h"
#include "vaughn/base/strings.h"

namespace vaughn::cli {
namespace {

constexpr int kMostJobs = 256;

[[noreturn]] void refuse(const std::string& name, const std::string& value, const std::string& wants) {
  throw Error(ErrorCode::kUsage, "--" + name + " cannot be '" + value + "'", "It wants " + wants + ".");
}

template <class Number>
bool read_whole(std::string_view text, Number* number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *number);
  return error == std::errc() && end == text.data() + text.size();
}

bool is_language_list(std::string_view text) {
  for (const std::string& language : split(text, '+')) {
    const auto allowed = [](unsigned char c) {
      return std::isalnum(c) != 0 || c == '_' || c == '-' || c == '/';
    };
    if (language.empty() || !std::all_of(language.begin(), language.end(), allowed)) return false;
  }
  return true;
}

}  // namespace

int whole_number(const ParsedOptions& options, const std::string& name, int least, int most, int otherwise) {
  const auto value = options.value(name);
  if (!value) return otherwise;
  int number = 0;
  if (!read_whole(*value, &number) || number < least || number > most)
    refuse(name, *value, "a whole number from " + std::to_string(least) + " to " + with_thousands(most));
  return number;
}

double number_above_zero(const ParsedOptions& options, const std::string& name, double otherwise) {
  const auto value = options.value(name);
  if (!value) return otherwise;
  double number = 0;
  if (!read_whole(*value, &number) || !std::isfinite(number) || number <= 0)
    refuse(name, *value, "a number above 0");
  return number;
}

PageChoice pages(const ParsedOptions& options) {
  const auto value = options.value("pages");
  if (!value) return {};
  Result<PageChoice> choice = PageChoice::parse(*value);
  if (!choice) throw Error(ErrorCode::kUsage, "--pages: " + choice.problem().cause, choice.problem().advice);
  return *std::move(choice);
}

int jobs(const ParsedOptions& options) {
  return whole_number(options, "jobs", 1, kMostJobs, std::min(find_cores().usable(), kMostJobs));
}

int niceness(const ParsedOptions& options) {
  return whole_number(options, "nice", 0, 19, 0);
}

ReadOptions read_options(const ParsedOptions& options) {
  ReadOptions reading;
  reading.languages = options.value("language").value_or(reading.languages);
  if (!is_language_list(reading.languages))
    refuse("language", reading.languages, "Tesseract's names of languages, joined by +, as in eng+spa");
  reading.ocr = !options.has("no-ocr");
  reading.max_megapixels = number_above_zero(options, "max-megapixels", reading.max_megapixels);
  return reading;
}

std::chrono::milliseconds page_timeout(const ParsedOptions& options) {
  // A day is as good as for ever, and keeps the arithmetic of deadlines from overflowing.
  const double seconds = std::min(number_above_zero(options, "page-timeout", 120), 86400.0);
  return std::chrono::milliseconds(std::max(1LL, std::llround(seconds * 1000)));
}

std::vector<std::string> passwords(const ParsedOptions& options) {
  std::vector<std::string> all;
  for (const std::string& path : options.values("password-file")) {
    const Result<std::string> contents = read_file(path, 1u << 20);
    if (!contents)
      throw Error(ErrorCode::kUsage, "--password-file: " + contents.problem().cause,
                  contents.problem().advice);
    for (std::string line : split(*contents, '\n')) {
      // Spaces may belong to a password; the carriage return of a file written on Windows does not.
      if (line.ends_with('\r')) line.pop_back();
      if (!line.empty()) all.push_back(std::move(line));
    }
  }
  return all;
}

std::string iso_date(const ParsedOptions& options, const std::string& name) {
  const std::string value = options.value(name).value_or("");
  if (!value.empty() && !is_iso_day(value)) refuse(name, value, "a date like 2026-03-04");
  return value;
}

}  // namespace vaughn::cli
