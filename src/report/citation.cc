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
