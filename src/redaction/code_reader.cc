// SPDX-License-Identifier: GPL-3.0-or-later
// The readers find candidates, one notation each; the surroundings decide which are codes and what role they
// have.
#include "vaughn/redaction/code_reader.h"

#include <algorithm>
#include <optional>
#include <set>

#include "redaction/code_candidate.h"
#include "redaction/code_surroundings.h"

namespace vaughn::redaction {
namespace {

// Every byte belongs to one candidate at most; the reader asked first wins.
class Gathered {
 public:
  explicit Gathered(std::size_t size) : taken_(size, false) {}

  void add(Candidates candidates) {
    for (CodeCandidate& candidate : candidates) {
      const auto begin = taken_.begin() + static_cast<std::ptrdiff_t>(candidate.span.begin);
      const auto end = taken_.begin() + static_cast<std::ptrdiff_t>(candidate.span.end);
      if (std::find(begin, end, true) != end) continue;
      std::fill(begin, end, true);
      all_.push_back(std::move(candidate));
    }
  }

  Candidates in_order() && {
    std::sort(all_.begin(), all_.end(),
              [](const CodeCandidate& a, const CodeCandidate& b) { return a.span.begin < b.span.begin; });
    return std::move(all_);
  }

 private:
  std::vector<bool> taken_;
  Candidates all_;
};

Candidates gather(std::string_view text, const CodeContext& context) {
  Gathered gathered(text.size());
  gathered.add(read_orders(text, context));
  gathered.add(read_presidential(text));
  gathered.add(read_merged(text));
  // Before the codes in brackets: "708(b)(6)" holds one.
  gathered.add(read_schemes(text));
  gathered.add(read_parenthesised(text, context));
  gathered.add(read_exemption_words(text));
  gathered.add(read_bare(text, context));
  gathered.add(read_stamps(text));
  return std::move(gathered).in_order();
}

// What becomes of a candidate; nothing when it is no code.
using Decisions = std::vector<std::optional<CodeRole>>;

Decisions decide_placed(std::string_view text, const Candidates& candidates, const CodeContext& context) {
  Decisions decisions(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i)
    if (!is_part_of_number(text, candidates[i].span.begin, context)) decisions[i] = CodeRole::kLabel;
  return decisions;
}

// Codes printed together, [first, last), are of one role: that of the words before the first and behind the
// last. What continues a citation ("§ 552(b)(6), (b)(7)(C)") is a mention.
void decide_run(std::string_view text, const Candidates& candidates, std::size_t first, std::size_t last,
                const CodeContext& context, Decisions* decisions) {
  const bool cited = is_cited(text, candidates[first].span.begin, context);
  const Span run{candidates[first].span.begin, candidates[last - 1].span.end};
  const CodeRole role = cited || is_in_prose(text, run) ? CodeRole::kMention : CodeRole::kLabel;
  for (std::size_t i = first; i < last; ++i) {
    const bool part_of_citation = (cited && i == first) || has_sub_item(text, candidates[i].span.end);
    if (!part_of_citation) (*decisions)[i] = role;
  }
}

void decide_runs(std::string_view text, const Candidates& candidates, const CodeContext& context,
                 Decisions* decisions) {
  for (std::size_t first = 0; first < candidates.size();) {
    std::size_t last = first + 1;
    if (candidates[first].reach == Reach::kRunningText) {
      while (last < candidates.size() && candidates[last].reach == Reach::kRunningText &&
             are_together(text, candidates[last - 1], candidates[last]))
        ++last;
      decide_run(text, candidates, first, last, context, decisions);
    }
    first = last;
  }
}

// "(b)(1) 1.4(c)" in running text: the code that needs a line of its own is vouched for by its neighbour.
void accept_neighbours(std::string_view text, const Candidates& candidates, Decisions* decisions) {
  const auto vouches = [&](std::size_t from, std::size_t to) {
    return (*decisions)[from] == CodeRole::kLabel && !(*decisions)[to] &&
           candidates[to].reach == Reach::kOwnLine &&
           are_together(text, candidates[std::min(from, to)], candidates[std::max(from, to)]);
  };
  for (std::size_t i = 1; i < candidates.size(); ++i)
    if (vouches(i - 1, i)) (*decisions)[i] = CodeRole::kLabel;
  for (std::size_t i = candidates.size(); i-- > 1;)
    if (vouches(i, i - 1)) (*decisions)[i - 1] = CodeRole::kLabel;
}

Decisions decide_in_body(std::string_view text, const Candidates& candidates, const CodeContext& context) {
  Decisions decisions(candidates.size());
  const std::vector<bool> alone = stand_alone(text, candidates);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Reach reach = candidates[i].reach;
    const bool waived = is_sheet(context.page) && (reach == Reach::kOwnLine || reach == Reach::kOwnSentence);
    if (reach != Reach::kRunningText && (alone[i] || waived)) decisions[i] = candidates[i].role;
  }
  decide_runs(text, candidates, context, &decisions);
  accept_neighbours(text, candidates, &decisions);
  return decisions;
}

// A form that lists the exemptions to be ticked says nothing by listing them.
bool lists_all_exemptions(const Candidates& candidates) {
  constexpr std::size_t kMostOnOnePage = 8;
  std::set<std::string_view> codes;
  for (const CodeCandidate& candidate : candidates) codes.insert(candidate.code);
  return codes.size() > kMostOnOnePage;
}

// What kind of page it is outweighs the words around a code.
void apply_page_kind(std::string_view text, const Candidates& candidates, PageKind kind,
                     Decisions* decisions) {
  std::optional<CodeRole> role;
  if (kind == PageKind::kLetter || kind == PageKind::kExplanationSheet) role = CodeRole::kMention;
  if (is_sheet(kind)) role = CodeRole::kPage;
  if (kind == PageKind::kWithheldSheet && lists_all_exemptions(candidates)) role = CodeRole::kMention;
  for (std::optional<CodeRole>& decision : *decisions)
    if (decision && role) decision = role;
  if (role) return;
  std::size_t i = 0;
  for (const Span& clause : withheld_clauses(text, candidates)) {
    while (i < candidates.size() && candidates[i].span.end <= clause.begin) ++i;
    for (; i < candidates.size() && candidates[i].span.begin < clause.end; ++i)
      if (candidates[i].reach == Reach::kRunningText) (*decisions)[i] = CodeRole::kPage;
  }
}

// Small c and e look alike to recognition: "b7e" is (b)(7)(C) as often as (b)(7)(E) where an agency prints
// small letters.
bool is_c_or_e(const CodeCandidate& candidate, std::string_view raw, const CodeContext& context) {
  return context.origin == TextOrigin::kRecognised && candidate.code.starts_with("(b)(7)(E)") &&
         raw.find('E') == std::string_view::npos && raw.find('e') != std::string_view::npos;
}

}  // namespace

std::vector<CodeHit> read_codes(std::string_view text, const CodeContext& context) {
  const CodeText normalised(text);
  const Candidates candidates = gather(normalised.text(), context);
  const bool in_body = context.place == CodePlace::kBody;
  Decisions decisions = in_body ? decide_in_body(normalised.text(), candidates, context)
                                : decide_placed(normalised.text(), candidates, context);
  if (in_body) apply_page_kind(normalised.text(), candidates, context.page, &decisions);
  std::vector<CodeHit> hits;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (!decisions[i]) continue;
    const Span span = normalised.in_original(candidates[i].span);
    const std::string_view raw = text.substr(span.begin, span.end - span.begin);
    const bool certain = candidates[i].certain && !is_c_or_e(candidates[i], raw, context);
    hits.push_back({candidates[i].code, std::string(raw), certain, *decisions[i], span.begin, span.end});
  }
  return hits;
}

}  // namespace vaughn::redaction
