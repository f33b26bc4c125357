// SPDX-License-Identifier: GPL-3.0-or-later
// The text of one box: read as any text first, then held against the labels boxes are known to carry.
#include <algorithm>
#include <cctype>

#include "redaction/code_lexicon.h"
#include "redaction/code_text.h"
#include "vaughn/base/strings.h"
#include "vaughn/redaction/code_reader.h"

namespace vaughn::redaction {
namespace {

// The longest stretch between hits, without white space and separators at its ends.
Span longest_rest(std::string_view text, const std::vector<CodeHit>& hits) {
  constexpr std::string_view kSeparators = " \t\r\n,;:/|&";
  Span longest;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= hits.size(); ++i) {
    const std::size_t end = i < hits.size() ? hits[i].begin : text.size();
    const std::string_view piece = text.substr(begin, end - begin);
    const std::size_t first = piece.find_first_not_of(kSeparators);
    if (first != std::string_view::npos) {
      const Span rest{begin + first, begin + piece.find_last_not_of(kSeparators) + 1};
      if (rest.end - rest.begin > longest.end - longest.begin) longest = rest;
    }
    if (i < hits.size()) begin = hits[i].end;
  }
  return longest;
}

bool names(const std::vector<std::string>& codes, const CodeHit& hit) {
  return std::find(codes.begin(), codes.end(), hit.code) != codes.end();
}

bool are_doubtful(const std::vector<CodeHit>& hits) {
  return !hits.empty() &&
         std::none_of(hits.begin(), hits.end(), [](const CodeHit& hit) { return hit.certain; });
}

bool has_page(const std::vector<PrintedLabel>& on_page, const CodeHit& hit) {
  return std::any_of(on_page.begin(), on_page.end(),
                     [&](const PrintedLabel& label) { return names(label.codes, hit); });
}

bool is_label_of(const std::vector<PrintedLabel>& on_page, const std::vector<std::string>& codes) {
  return std::any_of(on_page.begin(), on_page.end(),
                     [&](const PrintedLabel& label) { return label.codes == codes; });
}

std::vector<CodeHit> doubtful_hits(const std::vector<std::string>& codes, std::string_view raw, Span span) {
  std::vector<CodeHit> hits;
  for (const std::string& code : codes)
    hits.push_back({code, std::string(raw), false, CodeRole::kLabel, span.begin, span.end});
  return hits;
}

// The page has none of what was read with repairs, and a label of its own that is as near: "5.1.2a" read for
// "5.1.2e".
std::vector<CodeHit> outvoted(std::vector<CodeHit> hits, std::string_view text,
                              const std::vector<PrintedLabel>& on_page) {
  if (!are_doubtful(hits) ||
      std::any_of(hits.begin(), hits.end(), [&](const CodeHit& hit) { return has_page(on_page, hit); }))
    return hits;
  const std::vector<std::string> codes = nearest_label(text, on_page);
  if (!is_label_of(on_page, codes)) return hits;
  const Span span{hits.front().begin, hits.back().end};
  return doubtful_hits(codes, text.substr(span.begin, span.end - span.begin), span);
}

}  // namespace

std::vector<CodeHit> read_box_codes(std::string_view text, const CodeContext& context,
                                    const std::vector<PrintedLabel>& on_page) {
  std::vector<CodeHit> hits = outvoted(read_codes(text, context), text, on_page);
  const Span rest = longest_rest(text, hits);
  const std::string_view raw = text.substr(rest.begin, rest.end - rest.begin);
  const bool has_rest =
      std::any_of(raw.begin(), raw.end(), [](char c) { return std::isdigit(static_cast<unsigned char>(c)); });
  if (!hits.empty() && !has_rest) return hits;
  // "(b)(6), ()(7)(C)": the label as a whole explains what was read and names what was not.
  const std::vector<std::string> codes = nearest_label(text, on_page);
  if (!std::all_of(hits.begin(), hits.end(), [&](const CodeHit& hit) { return names(codes, hit); }))
    return hits;
  const std::vector<CodeHit> read = hits;
  for (const CodeHit& hit : doubtful_hits(codes, raw, rest))
    if (std::none_of(read.begin(), read.end(), [&](const CodeHit& known) { return known.code == hit.code; }))
      hits.push_back(hit);
  std::stable_sort(hits.begin(), hits.end(),
                   [](const CodeHit& a, const CodeHit& b) { return a.begin < b.begin; });
  return hits;
}

}  // namespace vaughn::redaction
