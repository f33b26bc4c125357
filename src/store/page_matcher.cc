// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/page_matcher.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>

#include "vaughn/base/strings.h"
#include "vaughn/model/page_text.h"

namespace vaughn::store {
namespace {

// The codes of a marker: "⟦(b)(6), (b)(7)(C)? ~14⟧".
bool has_code(std::string_view marker, const std::string& exemption) {
  const std::vector<std::string> start = parts_of(exemption);
  const std::vector<std::string> codes = split(std::string(marker.substr(0, marker.find('~'))), ',');
  return std::any_of(codes.begin(), codes.end(),
                     [&](const std::string& code) { return starts_with(parts_of(code), start); });
}

}  // namespace

std::vector<std::string> parts_of(std::string_view code) {
  std::vector<std::string> parts;
  char kind = 0;  // of the part under way: 'd'igits, 'l'etters, or none
  for (const char c : code) {
    const auto byte = static_cast<unsigned char>(c);
    const char now = std::isdigit(byte) ? 'd' : std::isalpha(byte) ? 'l' : '\0';
    if (now && now != kind) parts.emplace_back();
    if (now) parts.back().push_back(static_cast<char>(std::tolower(byte)));
    kind = now;
  }
  return parts;
}

bool starts_with(const std::vector<std::string>& parts, const std::vector<std::string>& start) {
  return !start.empty() && start.size() <= parts.size() &&
         std::equal(start.begin(), start.end(), parts.begin());
}

TextMatcher::TextMatcher(const FtsTokenizer& tokenizer, std::string_view text)
    : tokenizer_(tokenizer), text_(text), tokens_(tokenizer.tokens(text)), in_marker_(tokens_.size(), false) {
  const std::string_view open = kMarkerOpen, close = kMarkerClose;
  std::size_t token = 0;
  for (std::size_t at = text.find(open); at != std::string_view::npos; at = text.find(open, at + 1)) {
    std::size_t end = text.find(close, at);
    if (end == std::string_view::npos) end = text.size();
    while (token < tokens_.size() && tokens_[token].begin < at) ++token;
    Marker marker{token, token, text.substr(at + open.size(), end - std::min(end, at + open.size()))};
    for (; token < tokens_.size() && tokens_[token].begin < end; ++token) in_marker_[token] = true;
    marker.end = token;
    markers_.push_back(marker);
  }
}

std::vector<TextMatcher::Occurrence> TextMatcher::occurrences(const Term& term) const {
  const std::vector<FtsToken> wanted = tokenizer_.tokens(term.text);
  std::vector<Occurrence> found;
  if (wanted.empty()) return found;
  const auto is = [&](std::size_t token, std::size_t i) {
    if (in_marker_[token]) return false;
    return term.prefix && i + 1 == wanted.size() ? tokens_[token].text.starts_with(wanted[i].text)
                                                 : tokens_[token].text == wanted[i].text;
  };
  for (std::size_t at = 0; at + wanted.size() <= tokens_.size(); ++at) {
    std::size_t i = 0;
    while (i < wanted.size() && is(at + i, i)) ++i;
    if (i == wanted.size()) found.emplace_back(at, at + i);
  }
  return found;
}

std::vector<Span> TextMatcher::spans(const Term& term) const {
  std::vector<Span> spans;
  for (const Occurrence& place : occurrences(term)) spans.push_back(span(place));
  return spans;
}

std::vector<Span> TextMatcher::spans(const Beside& beside) const {
  std::vector<Span> spans;
  for (const Occurrence& place : occurrences(beside.term))
    if (is_beside(place, beside)) spans.push_back(span(place));
  return spans;
}

// As FTS5 counts: from the end of the first to the beginning of the last.
bool TextMatcher::holds(const Near& near) const {
  std::vector<std::vector<Occurrence>> lists;
  for (const Term& term : near.terms) lists.push_back(occurrences(term));
  for (const auto& list : lists) {
    for (const Occurrence& first : list) {
      std::size_t last = first.first;
      const bool all = std::all_of(lists.begin(), lists.end(), [&](const std::vector<Occurrence>& others) {
        const auto next = std::lower_bound(others.begin(), others.end(), first.first,
                                           [](const Occurrence& o, std::size_t at) { return o.first < at; });
        if (next == others.end()) return false;
        last = std::max(last, next->first);
        return true;
      });
      if (all && last <= first.second + static_cast<std::size_t>(near.distance)) return true;
    }
  }
  return false;
}

std::size_t TextMatcher::words_between(std::size_t from, std::size_t to) const {
  std::size_t count = 0;
  for (std::size_t token = from; token < to; ++token) count += in_marker_[token] ? 0 : 1;
  return count;
}

bool TextMatcher::is_beside(const Occurrence& place, const Beside& beside) const {
  const auto [first, last] = place;
  return std::any_of(markers_.begin(), markers_.end(), [&, first = first, last = last](const Marker& marker) {
    if (!beside.exemption.empty() && !has_code(marker.inside, beside.exemption)) return false;
    const bool behind = marker.token >= last;
    if (!behind && marker.end > first) return false;
    const std::size_t between = behind ? words_between(last, marker.token) : words_between(marker.end, first);
    return between <= static_cast<std::size_t>(beside.distance);
  });
}

bool TextMatcher::holds(const Pattern& pattern) const {
  RE2::Options options(RE2::Quiet);
  options.set_case_sensitive(false);
  const RE2 expression(pattern.expression, options);
  if (!expression.ok()) return false;
  // What stands between markers, each piece for itself.
  const std::string_view open = kMarkerOpen, close = kMarkerClose;
  for (std::size_t at = 0; at <= text_.size();) {
    const std::size_t end = std::min(text_.find(open, at), text_.size());
    if (RE2::PartialMatch(re2::StringPiece(text_.data() + at, end - at), expression)) return true;
    const std::size_t next = text_.find(close, end);
    if (next == std::string_view::npos) break;
    at = next + close.size();
  }
  return false;
}

}  // namespace vaughn::store
