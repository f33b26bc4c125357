// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/stamps.h"

#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "records/request_numbers.h"
#include "vaughn/base/strings.h"

namespace vaughn::records {
namespace {

int number_in(const std::string& text) {
  return text.size() > 6 ? 0 : std::stoi(text);
}

std::optional<Stamp> court_header(const EdgeText& text) {
  static const RE2 header(
      "(?i)\\bcase\\s*:?\\s*(\\d{1,2}:\\d{2}-[a-z]{2}-\\d{3,5}(?:-[A-Z]{1,4})*).{0,40}?(?:doc|filed)");
  Stamp stamp;
  if (!RE2::PartialMatch(text.text, header, &stamp.value)) return std::nullopt;
  stamp.kind = StampKind::kCourtHeader;
  return stamp;
}

std::optional<Stamp> document_number(const EdgeText& text) {
  static const RE2 state("\\b([CO][0O]\\d{7})\\b"),
      crest("\\b(CIA-RDP\\d{2}[A-Z0-9]\\d{5}[A-Z]\\d{12}-\\d)\\b"),
      nara("(?i)\\b(NW\\s?\\d{3,6}\\s+DocId:?\\s?\\d{6,9})"),
      oip("(?i)\\bdocument id:?\\s*(\\d+(?:\\.\\d+){2,4})"), docid("(?i)\\bdocid:?\\s*(\\d{6,9})");
  for (const RE2* pattern : {&state, &crest, &nara, &oip, &docid}) {
    Stamp stamp;
    if (!RE2::PartialMatch(text.text, *pattern, &stamp.value)) continue;
    stamp.kind = StampKind::kDocumentNumber;
    if (pattern == &state) stamp.value[1] = '0';
    return stamp;
  }
  return std::nullopt;
}

std::optional<Stamp> page_number(const EdgeText& text) {
  static const RE2 of("(?i)^\\W*(?:page|pg\\.?|p\\.)?\\s*(\\d{1,4})\\s*(?:of|/)\\s*(\\d{1,4})\\W*$");
  static const RE2 page("(?i)(?:^|\\s)(?:page|pg\\.?)\\s*(\\d{1,4})(?:\\s+of\\s+(\\d{1,4}))?\\W*$");
  static const RE2 bare("^[\\s\\-–—_.~]*(\\d{1,3})[\\s\\-–—_.~]*$");
  Stamp stamp;
  std::string number, total;
  if (!RE2::FullMatch(text.text, of, &number, &total) &&
      !RE2::PartialMatch(text.text, page, &number, &total) && !RE2::FullMatch(text.text, bare, &number))
    return std::nullopt;
  stamp.kind = StampKind::kPageNumber;
  stamp.number = number_in(number);
  if (!total.empty()) stamp.total = number_in(total);
  if (stamp.total && *stamp.number > *stamp.total) return std::nullopt;
  stamp.value = total.empty() ? number : number + " of " + total;
  return stamp;
}

std::optional<Stamp> request_number(const EdgeText& text) {
  const auto numbers = find_request_numbers(text.text);
  if (numbers.empty()) return std::nullopt;
  Stamp stamp;
  stamp.kind = StampKind::kRequestNumber;
  stamp.value = numbers.front().value;
  return stamp;
}

bool is_production_number(const EdgeText& text, PageIndex page, const std::vector<BatesNumber>& bates) {
  return std::any_of(bates.begin(), bates.end(), [&](const BatesNumber& number) {
    return number.page == page && number.box && covered_share(*number.box, text.box) > 0.8;
  });
}

}  // namespace

std::vector<Stamp> read_stamps(const std::vector<PageEdges>& pages, const std::vector<BatesNumber>& bates) {
  std::vector<Stamp> stamps;
  for (const PageEdges& page : pages) {
    const std::size_t first = stamps.size();
    for (const EdgeText& text : page.texts) {
      if (is_production_number(text, page.page, bates)) continue;
      for (const auto& read : {court_header, document_number, page_number, request_number}) {
        auto stamp = read(text);
        if (!stamp) continue;
        stamp->evidence = {page.page, text.box, text.text};
        const bool known = std::any_of(
            stamps.begin() + static_cast<std::ptrdiff_t>(first), stamps.end(),
            [&](const Stamp& other) { return other.kind == stamp->kind && other.value == stamp->value; });
        if (!known) stamps.push_back(*std::move(stamp));
        break;
      }
    }
  }
  return stamps;
}

}  // namespace vaughn::records
