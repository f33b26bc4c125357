// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/base/iso_date.h"

#include <chrono>
#include <string>

namespace vaughn {
namespace {

bool has_form(std::string_view text) {
  constexpr std::string_view kForm = "dddd-dd-dd";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (kForm[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != kForm[i]) return false;
  return true;
}

}  // namespace

bool is_iso_date(std::string_view text) {
  if (!has_form(text)) return false;
  // The first day of a month or year stands for it.
  std::string day(text);
  day += std::string_view("0000-01-01").substr(text.size());
  using namespace std::chrono;
  return year_month_day(year(std::stoi(day.substr(0, 4))),
                        month(static_cast<unsigned>(std::stoi(day.substr(5, 2)))),
                        std::chrono::day(static_cast<unsigned>(std::stoi(day.substr(8, 2)))))
      .ok();
}

bool is_iso_day(std::string_view text) {
  return text.size() == 10 && is_iso_date(text);
}

}  // namespace vaughn
