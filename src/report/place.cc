// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/place.h"

#include <fmt/format.h>

#include <string>

#include "report/citation.h"
#include "vaughn/base/strings.h"
#include "vaughn/base/utf8.h"
#include "vaughn/report/terminal.h"

namespace vaughn::report {

Json json_of_place(const store::PlaceRow& place) {
  return {{"source", place.source},
          {"sha256", null_if_empty(place.sha256)},
          {"page", place.page > 0 ? Json(place.page) : Json(nullptr)},
          {"bates", null_if_empty(place.bates)},
          {"bates_how", place.bates.empty() ? Json(nullptr) : Json(vaughn::to_string(place.bates_how))}};
}

std::string place_text(const store::PlaceRow& place) {
  std::string text = printable_line(place.source);
  if (place.page > 0) text += fmt::format(" p. {}", place.page);
  if (!place.bates.empty()) text += " (" + printable_line(bates_as_known(place.bates, place.bates_how)) + ")";
  return text;
}

namespace {

// Two production numbers of which the second is the next; or none on either page.
bool follows(const std::string& before, const std::string& now) {
  const auto number_at = [](const std::string& bates) {
    std::size_t at = bates.size();
    while (at > 0 && bates[at - 1] >= '0' && bates[at - 1] <= '9') --at;
    return at;
  };
  if (before.empty() || now.empty()) return before.empty() == now.empty();
  const std::size_t at = number_at(before);
  if (at != number_at(now) || before.compare(0, at, now, 0, at) != 0) return false;
  constexpr std::size_t kMostDigits = 17;
  const std::string first = before.substr(at), next = now.substr(at);
  if (first.empty() || next.empty() || first.size() > kMostDigits || next.size() > kMostDigits) return false;
  return std::stoll(first) + 1 == std::stoll(next);
}

}  // namespace

std::string places_text(const std::vector<store::PlaceRow>& places) {
  const auto goes_on = [&](std::size_t i) {
    const store::PlaceRow &before = places[i - 1], &now = places[i];
    return before.source == now.source && before.sha256 == now.sha256 && before.page > 0 &&
           now.page == before.page + 1 && follows(before.bates, now.bates);
  };
  std::string text;
  for (std::size_t i = 0; i < places.size();) {
    std::size_t end = i + 1;
    while (end < places.size() && goes_on(end)) ++end;
    const store::PlaceRow &first = places[i], &last = places[end - 1];
    const bool same_source = i > 0 && places[i - 1].source == first.source &&
                             places[i - 1].sha256 == first.sha256 && first.page > 0;
    text += i == 0 ? "" : same_source ? ", " : "; ";
    if (!same_source) text += printable_line(first.source) + (first.page > 0 ? " p. " : "");
    if (first.page > 0) text += std::to_string(first.page);
    if (end > i + 1) text += fmt::format("–{}", last.page);
    if (!first.bates.empty()) {
      text += " (" +
              printable_line(bates_range(bates_as_known(first.bates, first.bates_how),
                                         bates_as_known(last.bates, last.bates_how))) +
              ')';
    }
    i = end;
  }
  return text;
}

std::string wrapped(const std::string& text, std::size_t width, const std::string& first,
                    const std::string& rest) {
  std::string lines = first;
  std::size_t used = display_width(first);
  bool fresh = true;
  for (const std::string& word : split(text, ' ')) {
    const std::size_t wide = display_width(word);
    if (!fresh && used + 1 + wide > width) {
      lines += '\n' + rest;
      used = display_width(rest);
      fresh = true;
    }
    lines += (fresh ? "" : " ") + word;
    used += wide + (fresh ? 0 : 1);
    fresh = false;
  }
  return lines;
}

}  // namespace vaughn::report
