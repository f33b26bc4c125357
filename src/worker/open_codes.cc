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
  // Around the words that share characters with the range, on the line it begins on: the box around two lines
  // would hold words that have nothing to do with it.
  Box box_of(std::size_t begin, std::size_t end) const {
    Box box;
    const Word* first = nullptr;
    for (const auto& [start, word] : starts) {
      if (start >= end || start + word->text.size() <= begin) continue;
      if (first == nullptr) first = word;
      if (word->line == first->line && word->block == first->block) box = bounding(box, word->box);
    }
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

// The lines of a block, so that a sentence that runs over lines stays one; what stands in a margin is apart.
struct Passages {
  std::vector<Passage> body;
  std::vector<Passage> margin;
};

Passages passages_of(const TextLayer& words, Points page_width) {
  Passages passages;
  const Word* last = nullptr;
  bool last_in_margin = false;
  int block = -1;  // of the last passage of the body
  for (const Word& word : words) {
    const bool in_margin = redaction::in_margin(word.box, page_width);
    const bool same_line = last != nullptr && last->line == word.line && last->block == word.block;
    const bool goes_on = same_line && in_margin == last_in_margin;
    std::vector<Passage>& list = in_margin ? passages.margin : passages.body;
    const bool same_block = !in_margin && !list.empty() && block == word.block;
    if (!goes_on && !same_block) list.emplace_back();
    list.back().add(word, goes_on ? gap_between(*last, word) : "\n");
    if (!in_margin) block = word.block;
    last = &word;
    last_in_margin = in_margin;
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

bool is_about_codes(redaction::PageKind kind) {
  return kind == redaction::PageKind::kLetter || kind == redaction::PageKind::kExplanationSheet;
}

// In a margin of an agency's letter or explanation the codes are its table; only what the FBI stamps there,
// without brackets, may explain a redaction of a letter that is itself a record.
CodeRole role_in_margin(const redaction::CodeHit& hit, redaction::PageKind kind) {
  const bool stamped = kind == redaction::PageKind::kLetter && hit.raw.starts_with('b') &&
                       hit.raw.find('(') == std::string::npos;
  return is_about_codes(kind) && !stamped ? CodeRole::kMention : hit.role;
}

}  // namespace

std::vector<ExemptionCode> codes_among(const TextLayer& words, Points page_width,
                                       redaction::CodeContext context) {
  Passages passages;
  // A sheet's sentence runs over blocks too: "Withheld pursuant to exemption / (b)(5)".
  if (redaction::is_sheet(context.page)) {
    passages.body.push_back(whole_page(words));
  } else {
    passages = passages_of(words, page_width);
  }
  const CodeOrigin origin =
      context.origin == redaction::TextOrigin::kBornDigital ? CodeOrigin::kTextLayer : CodeOrigin::kPageOcr;
  std::vector<ExemptionCode> codes;
  const auto read = [&](const Passage& passage, redaction::CodePlace place) {
    context.place = place;
    for (const redaction::CodeHit& hit : redaction::read_codes(passage.text, context)) {
      CodeRole role = place == redaction::CodePlace::kMargin ? role_in_margin(hit, context.page) : hit.role;
      // What a list of deleted pages says is about pages that are not there.
      if (context.page == redaction::PageKind::kDeletedPageSheet) role = CodeRole::kMention;
      codes.push_back({hit.code, hit.raw, hit.certain, role, origin, passage.box_of(hit.begin, hit.end)});
    }
  };
  for (const Passage& passage : passages.body) read(passage, redaction::CodePlace::kBody);
  for (const Passage& passage : passages.margin) read(passage, redaction::CodePlace::kMargin);
  // Codes of other countries' laws look like section numbers: they count in a box only.
  std::erase_if(codes, [](const ExemptionCode& code) { return !is_american(code.code); });
  return codes;
}

}  // namespace vaughn::worker
