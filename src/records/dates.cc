// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/dates.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <array>
#include <cctype>
#include <chrono>
#include <memory>
#include <vector>

#include "vaughn/base/strings.h"

namespace vaughn::records {
namespace {

// Which part of a date each group of a pattern is.
enum class Part { kYear, kMonth, kDay, kHour, kMinute, kSecond, kHalf, kZone };

struct Pattern {
  std::unique_ptr<RE2> expression;
  std::vector<Part> parts;
};

constexpr const char* kMonths = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?";
constexpr const char* kTime =
    "(?:,?\\s*(?:at|@)?\\s*(\\d{1,2})\\s?[:.]\\s?(\\d{2})(?:[:.](\\d{2}))?\\s*([AaPp]\\.?\\s?[Mm]\\.?)?"
    "\\s*([A-Z]{1,3}T\\b|UTC|GMT|[+-]\\d{4}\\b)?)?";

const std::vector<Pattern>& patterns() {
  static const std::vector<Pattern>* all = [] {
    using enum Part;
    const std::vector<Part> time = {kHour, kMinute, kSecond, kHalf, kZone};
    auto* list = new std::vector<Pattern>;
    const auto add = [&](const std::string& date, std::vector<Part> parts, bool with_time) {
      if (with_time) parts.insert(parts.end(), time.begin(), time.end());
      RE2::Options options;
      options.set_case_sensitive(false);
      list->push_back({std::make_unique<RE2>("(" + date + (with_time ? kTime : "") + ")", options), parts});
    };
    const std::string month = kMonths;
    add("\\b" + month + "\\s*(\\d{1,2})(?:st|nd|rd|th)?\\s?[,.]?\\s*(\\d{4})\\b", {kMonth, kDay, kYear},
        true);
    add("\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+" + month + ",?\\s+(\\d{4})\\b", {kDay, kMonth, kYear}, true);
    add("\\b(\\d{4})-(\\d{2})-(\\d{2})(?:T|\\b)", {kYear, kMonth, kDay}, true);
    add("\\b(\\d{1,2})\\s?/\\s?(\\d{1,2})\\s?/\\s?(\\d{4}|\\d{2})\\b", {kMonth, kDay, kYear}, true);
    add("\\b(\\d{1,2})-" + month + "-(\\d{4}|\\d{2})\\b", {kDay, kMonth, kYear}, true);
    add("\\b(\\d{4})(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(\\d{2})\\b", {kYear, kMonth, kDay},
        false);
    add("\\b(\\d{2})(\\d{2})(\\d{2})Z?\\s?(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\\s?(\\d{2})\\b",
        {kDay, kHour, kMinute, kMonth, kYear}, false);
    return list;
  }();
  return *all;
}

// Letters among digits as the digits they are taken for; every character stays where it is.
std::string with_digits(std::string_view text) {
  std::string repaired(text);
  const auto digit = [&](std::size_t i) {
    return i < repaired.size() && std::isdigit(static_cast<unsigned char>(repaired[i])) != 0;
  };
  for (std::size_t i = 0; i < repaired.size(); ++i) {
    const char c = repaired[i];
    const bool looks_like_one = c == 'l' || c == 'I' || c == '|', looks_like_zero = c == 'O' || c == 'o';
    if (!looks_like_one && !looks_like_zero) continue;
    const bool in_number =
        digit(i + 1) && (i == 0 || std::isalpha(static_cast<unsigned char>(repaired[i - 1])) == 0);
    const bool between =
        i > 0 && digit(i - 1) &&
        (i + 1 == repaired.size() || std::isalpha(static_cast<unsigned char>(repaired[i + 1])) == 0);
    if (in_number || between) repaired[i] = looks_like_one ? '1' : '0';
  }
  return repaired;
}

int month_of(const std::string& text) {
  constexpr std::array<std::string_view, 12> kNames = {"jan", "feb", "mar", "apr", "may", "jun",
                                                       "jul", "aug", "sep", "oct", "nov", "dec"};
  const std::string lower = to_lower_ascii(text);
  for (std::size_t i = 0; i < kNames.size(); ++i)
    if (lower.starts_with(kNames[i])) return static_cast<int>(i) + 1;
  return text.size() <= 2 && !text.empty() ? std::stoi(text) : 0;
}

struct Fields {
  int year = 0, month = 0, day = 0, hour = -1, minute = 0, second = 0;
  std::string half, zone;
};

void set(Fields* fields, Part part, const std::string& value) {
  if (value.empty()) return;
  switch (part) {
    case Part::kYear:
      fields->year = std::stoi(value);
      // Records of agencies begin in the last century, and few are dated ahead.
      if (value.size() == 2) fields->year += fields->year < 36 ? 2000 : 1900;
      break;
    case Part::kMonth:
      fields->month = month_of(value);
      break;
    case Part::kDay:
      fields->day = std::stoi(value);
      break;
    case Part::kHour:
      fields->hour = std::stoi(value);
      break;
    case Part::kMinute:
      fields->minute = std::stoi(value);
      break;
    case Part::kSecond:
      fields->second = std::stoi(value);
      break;
    case Part::kHalf:
      fields->half = to_lower_ascii(value);
      break;
    case Part::kZone:
      fields->zone = value;
      break;
  }
}

std::optional<ReadDate> date_of(Fields fields) {
  using namespace std::chrono;
  const year_month_day day{year(fields.year), month(static_cast<unsigned>(fields.month)),
                           std::chrono::day(static_cast<unsigned>(fields.day))};
  if (!day.ok() || fields.year < 1800 || fields.year > 2199) return std::nullopt;
  ReadDate date;
  date.iso = fmt::format("{:04}-{:02}-{:02}", fields.year, fields.month, fields.day);
  if (fields.hour < 0) return date;
  if (!fields.half.empty() && fields.hour <= 12)
    fields.hour = fields.hour % 12 + (fields.half.front() == 'p' ? 12 : 0);
  if (fields.hour > 23 || fields.minute > 59 || fields.second > 59) return date;
  date.iso += fmt::format("T{:02}:{:02}:{:02}", fields.hour, fields.minute, fields.second);
  date.has_time = true;
  date.zone = fields.zone;
  return date;
}

}  // namespace

std::optional<ReadDate> read_date(std::string_view text) {
  const std::string repaired = with_digits(text);
  std::optional<ReadDate> first;
  for (const Pattern& pattern : patterns()) {
    const auto groups = static_cast<std::size_t>(pattern.expression->NumberOfCapturingGroups());
    std::vector<re2::StringPiece> found(groups + 1);
    if (!pattern.expression->Match(repaired, 0, repaired.size(), RE2::UNANCHORED, found.data(),
                                   static_cast<int>(found.size())))
      continue;
    Fields fields;
    for (std::size_t i = 0; i < pattern.parts.size(); ++i)
      set(&fields, pattern.parts[i], std::string(found[i + 2]));
    auto date = date_of(fields);
    if (!date) continue;
    date->begin = static_cast<std::size_t>(found[0].data() - repaired.data());
    date->end = date->begin + found[0].size();
    if (!first || date->begin < first->begin) first = std::move(date);
  }
  return first;
}

std::string days_later(const std::string& date, int days) {
  using namespace std::chrono;
  const year_month_day day{year(std::stoi(date.substr(0, 4))),
                           month(static_cast<unsigned>(std::stoi(date.substr(5, 2)))),
                           std::chrono::day(static_cast<unsigned>(std::stoi(date.substr(8, 2))))};
  const year_month_day later{sys_days(day) + std::chrono::days(days)};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(later.year()),
                     static_cast<unsigned>(later.month()), static_cast<unsigned>(later.day()));
}

}  // namespace vaughn::records
