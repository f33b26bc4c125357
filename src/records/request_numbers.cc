// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/request_numbers.h"

#include <re2/re2.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace vaughn::records {
namespace {

struct Form {
  const char* body;
  const char* pattern;  // its first group is the number
};

// The first form that fits a place wins. The Department of State and the CIA number alike; which it is only
// the letterhead says.
constexpr Form kRequestForms[] = {
    {"DHS", "\\b((?:19|20)\\d{2}\\s?-\\s?[A-Z]{2,4}(?:FO|LI|AP|PA)\\s?-\\s?\\d{4,6})\\b"},
    {"ICE", "\\b((?:19|20)\\d{2}\\s?-?\\s?FOIA\\s?-?\\s?\\d{3,6}|\\d{2}-FOIA-\\d{3,6})\\b"},
    {"CBP", "\\b(CBP-(?:[A-Z]{2,3}-)?20\\d{2}-\\d{6})\\b"},
    {"USCIS", "\\b((?:COW|NRC|ESC|NBC|TSC|MSC|HQS)\\s?(?:19|20)\\d{2}\\s?\\d{6})\\b"},
    {"FBI", "\\b(?:FOI/?PA(?:\\s+Request)?(?:\\s+No\\.?|\\s*#)?:?\\s*)?(1\\d{6}-\\s?\\d{1,3})\\b"},
    {"State or CIA", "\\b((?:FL?|FA|P|M|EOM)-\\s?(?:19|20)\\d{2}-\\d{5})\\b"},
    {"DoD", "\\b(\\d{2}-[FL]-\\d{4})\\b"},
    {"DoD OIG", "\\b(DODOIG-20\\d{2}-\\d{6})\\b"},
    {"EPA", "\\b(EPA-(?:(?:HQ|R\\d{1,2}|OIG)-)?20\\d{2}-\\d{6})\\b"},
    {"DOJ", "\\b(DOJ-20\\d{2}-\\d{6}|(?:OIP|FOIA)-20\\d{2}-\\d{5})\\b"},
    {"EOUSA", "\\b(EOUSA-20\\d{2}-\\d{6})\\b"},
    {"EOIR", "\\bEOIR(?:\\s+FOIA)?(?:\\s+No\\.?)?:?\\s*(20\\d{2}-\\d{4,5})\\b"},
    {"FOIAonline", "\\b([A-Z]{2,6}-(?:[A-Z0-9]{2,4}-)?20\\d{2}-\\d{6})\\b"},
    {"NARA", "\\b(NGC\\d{2}-\\d{1,4}[A-Z]?)\\b"},
    {"NSA", "\\b(?:FOIA|MDR)\\s?(?:Case)?:?\\s?(\\d{5,6}[A-Z]?)\\b"}};

constexpr Form kCourtForms[] = {
    {"court", "\\b((?:\\d:)?\\d{2}-?(?:cv|civ|CV|Civ)-?\\d{3,5}(?:\\s?\\([A-Z]{2,4}\\))?)"}};

using Compiled = std::vector<std::pair<const char*, std::unique_ptr<RE2>>>;

template <std::size_t N>
Compiled compile(const Form (&forms)[N]) {
  Compiled compiled;
  for (const Form& form : forms) compiled.emplace_back(form.body, std::make_unique<RE2>(form.pattern));
  return compiled;
}

std::vector<NumberFound> find(std::string_view text, const Compiled& forms) {
  std::vector<NumberFound> found;
  const re2::StringPiece whole(text.data(), text.size());
  for (const auto& [body, pattern] : forms) {
    re2::StringPiece groups[2];
    std::size_t from = 0;
    while (pattern->Match(whole, from, whole.size(), RE2::UNANCHORED, groups, 2)) {
      NumberFound number{body, std::string(groups[1]),
                         static_cast<std::size_t>(groups[1].data() - text.data()), 0};
      number.end = number.begin + groups[1].size();
      from = number.end;
      std::erase(number.value, ' ');
      const bool known = std::any_of(found.begin(), found.end(), [&](const NumberFound& other) {
        return other.value.find(number.value) != std::string::npos ||
               (number.begin < other.end && other.begin < number.end);
      });
      if (!known) found.push_back(std::move(number));
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const NumberFound& a, const NumberFound& b) { return a.begin < b.begin; });
  return found;
}

}  // namespace

std::vector<NumberFound> find_request_numbers(std::string_view text) {
  static const Compiled forms = compile(kRequestForms);
  return find(text, forms);
}

std::vector<NumberFound> find_court_numbers(std::string_view text) {
  static const Compiled forms = compile(kCourtForms);
  return find(text, forms);
}

}  // namespace vaughn::records
