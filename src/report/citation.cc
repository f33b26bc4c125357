// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/citation.h"

#include <fmt/format.h>

#include "vaughn/base/strings.h"

namespace vaughn::report {
namespace {

constexpr std::size_t kDigits = 12;  // of the SHA-256: enough to be the only one

std::string file_name(const std::string& path) {
  return path.substr(path.find_last_of('/') + 1);
}

}  // namespace

std::string codes_as_read(const Redaction& redaction) {
  std::vector<std::string> all;
  for (const ExemptionCode& code : redaction.codes) all.push_back(code.code + (code.certain ? "" : "?"));
  return all.empty() ? "no code read" : join(all, ", ");
}

std::string bates_as_known(const std::string& value, BatesHow how) {
  return how == BatesHow::kInferred && !value.empty() ? "[" + value + "]" : value;
}

std::string bates_range(const std::string& first, const std::string& last) {
  if (first == last) return first;
  const auto number_at = [](const std::string& value) {
    std::size_t at = value.size();
    while (at > 0 && value[at - 1] >= '0' && value[at - 1] <= '9') --at;
    return at;
  };
  const std::size_t at = number_at(first);
  const bool one_series = at < first.size() && number_at(last) == at && at < last.size() &&
                          first.substr(0, at) == last.substr(0, at);
  return one_series ? first + "–" + last.substr(at) : first + " – " + last;
}

std::string citation_of(const store::RedactionRow& row) {
  std::string citation = fmt::format("Redaction {}, {}, at p. {} of {}", row.place,
                                     codes_as_read(row.redaction), row.page, file_name(row.source));
  if (!row.bates.empty()) citation += ", " + bates_as_known(row.bates, row.bates_how);
  if (!row.sha256.empty()) citation += ", sha256 " + row.sha256.substr(0, kDigits);
  return citation;
}

std::string citation_of(const store::HitRow& row) {
  std::string citation = row.request_number.empty() ? row.release : row.request_number;
  if (!row.bates.empty()) citation += " at " + bates_as_known(row.bates, row.bates_how);
  citation += fmt::format(" (p. {} of {}", row.page, file_name(row.source));
  if (!row.sha256.empty()) citation += ", sha256 " + row.sha256.substr(0, kDigits);
  return citation + ")";
}

}  // namespace vaughn::report
