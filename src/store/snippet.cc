// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/snippet.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>
#include <utility>

#include "vaughn/base/strings.h"
#include "vaughn/base/utf8.h"
#include "vaughn/model/page_text.h"

namespace vaughn::store {
namespace {

constexpr std::size_t kTokens = 24;
constexpr std::size_t kBefore = 5;  // words shown before the first hit
constexpr std::size_t kOpeningColumns = 160;
constexpr std::size_t kOpeningBytes = 400;

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (!space)
      line.push_back(c);
    else if (!line.empty() && line.back() != ' ')
      line.push_back(' ');
  }
  return std::string(trim(line));
}

// The opening may end inside a redaction marker: "⟦…⟧" says that something was withheld there, and no more.
std::string with_last_marker_closed(std::string opening) {
  const std::size_t open = opening.rfind(kMarkerOpen), close = opening.rfind(kMarkerClose);
  if (open != std::string::npos && (close == std::string::npos || close < open))
    opening.replace(open, std::string::npos, std::string(kMarkerOpen) + "…" + kMarkerClose);
  return opening;
}

// Half a marker reads like text of the page; so those at the ends are shown whole.
Span with_whole_markers(std::string_view text, Span window) {
  const std::string_view open = kMarkerOpen, close = kMarkerClose;
  const std::size_t before = text.substr(0, window.first).rfind(open);
  const bool from_within = before != std::string_view::npos && text.find(close, before) >= window.first;
  if (from_within) window.first = before;
  const std::size_t last = text.substr(0, window.second).rfind(open);
  const std::size_t end = last == std::string_view::npos ? last : text.find(close, last);
  if (end != std::string_view::npos && end + close.size() > window.second) window.second = end + close.size();
  return window;
}

// A place and which of the lists it is of.
struct Hit {
  Span span;
  std::size_t list = 0;
};

std::vector<Hit> in_order(const std::vector<std::vector<Span>>& places) {
  std::vector<Hit> hits;
  for (std::size_t i = 0; i < places.size(); ++i)
    for (const Span& span : places[i]) hits.push_back({span, i});
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.span < b.span; });
  return hits;
}

// The hit that the best window begins with.
std::size_t best_start(const std::vector<Hit>& hits, const std::vector<std::size_t>& token_of) {
  std::size_t best = 0;
  std::pair<std::size_t, std::size_t> most{0, 0};
  for (std::size_t i = 0; i < hits.size(); ++i) {
    std::set<std::size_t> lists;
    std::size_t count = 0;
    for (std::size_t j = i; j < hits.size() && token_of[j] < token_of[i] + kTokens - kBefore; ++j, ++count)
      lists.insert(hits[j].list);
    if (std::pair(lists.size(), count) > most) most = {lists.size(), count}, best = i;
  }
  return best;
}

std::string marked(std::string_view text, Span window, const std::vector<Hit>& hits,
                   const SnippetMarks& marks) {
  std::string line;
  std::size_t at = window.first;
  for (const Hit& hit : hits) {
    const std::size_t begin = std::max(hit.span.first, at), end = std::min(hit.span.second, window.second);
    if (begin >= end) continue;
    line += text.substr(at, begin - at);
    line += marks.open;
    line += text.substr(begin, end - begin);
    line += marks.close;
    at = end;
  }
  line += text.substr(at, window.second - at);
  return line;
}

}  // namespace

std::string make_snippet(std::string_view text, const std::vector<FtsToken>& tokens,
                         const std::vector<std::vector<Span>>& places, const SnippetMarks& marks) {
  const std::vector<Hit> hits = in_order(places);
  if (hits.empty()) return make_opening(text);
  std::vector<std::size_t> token_of;
  for (const Hit& hit : hits)
    token_of.push_back(static_cast<std::size_t>(
        std::lower_bound(tokens.begin(), tokens.end(), hit.span.first,
                         [](const FtsToken& token, std::size_t byte) { return token.begin < byte; }) -
        tokens.begin()));
  const std::size_t start = token_of[best_start(hits, token_of)];
  const std::size_t first = start - std::min(start, kBefore), last = std::min(first + kTokens, tokens.size());
  // To the very ends of a page that is shown whole, signs and all.
  const Span window = with_whole_markers(text, {first == 0 ? 0 : tokens[first].begin,
                                                last == tokens.size() ? text.size() : tokens[last - 1].end});
  const std::string shown = on_one_line(marked(text, window, hits, marks));
  return (window.first > 0 ? "…" : "") + shown + (window.second < text.size() ? "…" : "");
}

std::string make_context(std::string_view text, const std::vector<std::vector<Span>>& places,
                         std::size_t lines_around, const SnippetMarks& marks) {
  std::vector<Span> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.emplace_back(at, end);
    at = end + 1;
  }
  const std::vector<Hit> hits = in_order(places);
  std::set<std::size_t> shown;
  const auto line_of = [&](std::size_t byte) {
    const auto behind = std::upper_bound(lines.begin(), lines.end(), Span{byte, text.size()});
    return static_cast<std::size_t>(behind - lines.begin()) - 1;
  };
  for (const Hit& hit : hits) {
    const std::size_t first = line_of(hit.span.first);
    const std::size_t last = std::min(line_of(hit.span.second - 1) + lines_around, lines.size() - 1);
    for (std::size_t i = first - std::min(first, lines_around); i <= last; ++i) shown.insert(i);
  }
  std::string context;
  std::optional<std::size_t> before;
  for (const std::size_t line : shown) {
    if (before) context += *before + 1 == line ? "\n" : "\n…\n";
    context += marked(text, lines[line], hits, marks);
    before = line;
  }
  return context;
}

std::string make_opening(std::string_view text) {
  const std::string line = on_one_line(make_valid_utf8(text.substr(0, kOpeningBytes)));
  return with_last_marker_closed(fit_to_width(line, kOpeningColumns));
}

}  // namespace vaughn::store
