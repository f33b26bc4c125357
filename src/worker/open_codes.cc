// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/open_codes.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "vaughn/redaction/code_placement.h"
#include "vaughn/redaction/regime_table.h"

namespace vaughn::worker {
namespace {

// Words as one string that knows where each of them went.
struct Passage {
  std::string text;
  std::vector<std::pair<std::size_t, const Word*>> starts;

  void add(const Word& word, std::string_view gap) {
    if (!text.empty()) text += gap;
    starts.emplace_back(text.size(), &word);
    text += word.text;
  }
  // Around the words that share characters with the range.
  Box box_of(std::size_t begin, std::size_t end) const {
    Box box;
    for (const auto& [start, word] : starts)
      if (start < end && start + word->text.size() > begin) box = bounding(box, word->box);
    return box;
  }
  const Word* last() const { return starts.empty() ? nullptr : starts.back().second; }
};

// A wide gap becomes several spaces: a code far behind the end of a line is a margin's, not the sentence's.
std::string gap_between(const Word& last, const Word& next) {
  const double em = std::max(4.0, std::max(last.box.height(), next.box.height()));
  const double wide = (next.box.x0 - last.box.x1) / (0.45 * em);
  return std::string(static_cast<std::size_t>(std::clamp(std::lround(wide), 1L, 12L)), ' ');
}

// Lines, broken where the margin begins.
std::vector<Passage> passages_of(const TextLayer& words, Points page_width) {
  std::vector<Passage> passages;
  for (const Word& word : words) {
    const Word* last = passages.empty() ? nullptr : passages.back().last();
    const bool new_passage =
        last == nullptr || last->line != word.line || last->block != word.block ||
        redaction::in_margin(last->box, page_width) != redaction::in_margin(word.box, page_width);
    if (new_passage) passages.emplace_back();
    passages.back().add(word, new_passage ? "" : gap_between(*last, word));
  }
  return passages;
}

Passage whole_page(const TextLayer& words) {
  Passage page;
  for (const Word& word : words)
    page.add(word, page.last() != nullptr && page.last()->line != word.line ? "\n" : " ");
  return page;
}

bool is_american(const std::string& code) {
  const auto meaning = redaction::meaning_of(code);
  return !meaning || meaning->regime < redaction::Regime::kNetherlands;
}

// Two or three letters that must be repaired to be a code ("Bs", "bic") are noise unless the page has that
// code in plain letters; and codes of other countries' laws, which look like section numbers, count in a box
// only.
void drop_doubtful(std::vector<ExemptionCode>* codes) {
  constexpr std::size_t kFewestCharacters = 4;
  const std::vector<ExemptionCode> all = *codes;
  std::erase_if(*codes, [&](const ExemptionCode& code) {
    if (!is_american(code.code)) return true;
    if (code.certain || code.raw.size() >= kFewestCharacters) return false;
    return std::none_of(all.begin(), all.end(),
                        [&](const ExemptionCode& other) { return other.certain && other.code == code.code; });
  });
}

}  // namespace

std::vector<ExemptionCode> codes_among(const TextLayer& words, Points page_width,
                                       redaction::CodeContext context) {
  const bool sheet = redaction::is_sheet(context.page);
  // A sheet's sentence runs over lines: "Withheld pursuant to exemption / (b)(5)".
  const std::vector<Passage> passages =
      sheet ? std::vector<Passage>{whole_page(words)} : passages_of(words, page_width);
  const CodeOrigin origin =
      context.origin == redaction::TextOrigin::kBornDigital ? CodeOrigin::kTextLayer : CodeOrigin::kPageOcr;
  std::vector<ExemptionCode> codes;
  for (const Passage& passage : passages) {
    if (passage.starts.empty()) continue;
    const bool margin = !sheet && redaction::in_margin(passage.starts.front().second->box, page_width);
    context.place = margin ? redaction::CodePlace::kMargin : redaction::CodePlace::kBody;
    for (const redaction::CodeHit& hit : redaction::read_codes(passage.text, context)) {
      // What a list of deleted pages says is about pages that are not there.
      const CodeRole role =
          context.page == redaction::PageKind::kDeletedPageSheet ? CodeRole::kMention : hit.role;
      codes.push_back({hit.code, hit.raw, hit.certain, role, origin, passage.box_of(hit.begin, hit.end)});
    }
  }
  drop_doubtful(&codes);
  return codes;
}

}  // namespace vaughn::worker
