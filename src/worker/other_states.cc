// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/other_states.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "vaughn/base/utf8.h"
#include "worker/hidden_words.h"
#include "worker/page_pixels.h"

namespace vaughn::worker {
namespace {

using Other = pdf::Document::Other;

constexpr double kAtCover = 0.7;  // of a word's area
constexpr Points kSamePlace = 3;
constexpr double kSamePage = 0.5;  // of the page's words that the other state has as well
constexpr std::size_t kFewestToMatch = 5;
constexpr int kFewestGone = 4;       // words that are gone without a cover
constexpr int kMostPages = 40;       // of an attachment that are compared
constexpr int kNearBy = 2;           // pages by which an update may have moved a page
constexpr double kMostOfPage = 0.4;  // that a cover paints over
constexpr double kFlat = 14;         // levels

bool same_place(const Box& a, const Box& b) {
  return std::abs(a.center_x() - b.center_x()) <= kSamePlace &&
         std::abs(a.center_y() - b.center_y()) <= kSamePlace;
}

bool has_word(const TextLayer& words, const Word& wanted) {
  return std::any_of(words.begin(), words.end(), [&](const Word& word) {
    return word.text == wanted.text && same_place(word.box, wanted.box);
  });
}

// Of the words that can be seen and stand under no cover.
double similarity(const TextLayer& now, const TextLayer& then) {
  if (now.empty()) return 0;
  std::multimap<std::string, const Word*> by_text;
  for (const Word& word : then) by_text.emplace(word.text, &word);
  std::size_t same = 0;
  for (const Word& word : now) {
    const auto [first, last] = by_text.equal_range(word.text);
    same +=
        std::any_of(first, last, [&](const auto& entry) { return same_place(entry.second->box, word.box); })
            ? 1
            : 0;
  }
  return static_cast<double>(same) / static_cast<double>(now.size());
}

const char* type_of(Other::Kind kind) {
  return kind == Other::Kind::kRevision ? "TEXT_IN_EARLIER_REVISION" : "TEXT_IN_ATTACHMENT";
}

// The same page in another state.
struct Counterpart {
  PageIndex page;
  TextLayer words;
};

std::vector<PageIndex> candidates(const PageFacts& page, const Other& other) {
  const int count = other.document->page_count(), here = page.page.value();
  std::vector<PageIndex> pages;
  if (other.kind == Other::Kind::kRevision) {
    if (here < count) pages.emplace_back(here);
    for (int step = 1; count != page.document.page_count() && step <= kNearBy; ++step)
      for (const int at : {here - step, here + step})
        if (at >= 0 && at < count) pages.emplace_back(at);
  } else {
    for (int at = 0; at < std::min(count, kMostPages); ++at) pages.emplace_back(at);
  }
  return pages;
}

std::optional<Counterpart> counterpart(const PageFacts& page, const Other& other) {
  const bool by_words = page.seen.size() >= kFewestToMatch;
  // A scan has no words to tell it by; its place in an earlier revision does.
  const bool by_place = !by_words && other.kind == Other::Kind::kRevision &&
                        other.document->page_count() == page.document.page_count();
  std::optional<Counterpart> best;
  double most = kSamePage;
  for (const PageIndex at : candidates(page, other)) {
    const auto size = other.document->size(at);
    if (!size.ok() || std::abs(size->width - page.plan.size.width) > 1 ||
        std::abs(size->height - page.plan.size.height) > 1)
      continue;
    TextLayer words = other.document->words(at);
    const double share = by_place ? 1 : !by_words ? 0 : similarity(page.seen, words);
    if (share >= most) {
      most = share + 1e-9;
      best = Counterpart{at, std::move(words)};
    }
  }
  return best;
}

// What is under the cover is reported already: by the page itself, or by another state.
bool is_among(const std::vector<HiddenText>& texts, const Box& cover) {
  return std::any_of(texts.begin(), texts.end(), [&](const HiddenText& hidden) {
    const bool leak = hidden.finding.finding_class == FindingClass::kLeak && hidden.finding.box;
    return leak && (covered_share(*hidden.finding.box, cover) > 0.5 ||
                    covered_share(cover, *hidden.finding.box) > 0.5);
  });
}

std::string joined(const TextLayer& words) {
  std::string text;
  for (const Word& word : words) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

HiddenText gathered(const TextLayer& words, const char* type, FindingClass finding_class,
                    const std::string& where) {
  Box box;
  int characters = 0;
  for (const Word& word : words) {
    box = bounding(box, word.box);
    characters += static_cast<int>(count_code_points(word.text));
  }
  return {{type, finding_class, box, characters, where}, joined(words), box, false};
}

// What the other state has where there is a cover now. Returns whether there is anything. A word that the
// file still has there is the label of the cover, or the page itself reports it.
bool add_under_covers(const PageFacts& page, const Other& other, const TextLayer& words, const TextLayer& now,
                      std::vector<HiddenText>* found) {
  bool any = false;
  for (const redaction::Cover& cover : page.covers) {
    if (is_among(page.hidden, cover.box) || is_among(*found, cover.box)) continue;
    TextLayer under;
    for (const Word& word : words)
      if (covered_share(word.box, cover.box) >= kAtCover && !has_word(page.seen, word) &&
          !has_word(now, word))
        under.push_back(word);
    if (worth_of(joined(under)) == Worth::kNothing) continue;
    found->push_back(gathered(under, type_of(other.kind), FindingClass::kLeak, other.where));
    any = true;
  }
  return any;
}

// A scan in which the cover was burnt in later: the earlier picture shows letters there.
void add_pictures_under_covers(const PageFacts& page, const Other& other, PageIndex at,
                               std::vector<HiddenText>* found) {
  if (page.covers.empty() || other.kind != Other::Kind::kRevision) return;
  auto drawn = other.document->render_parts(at, page.look.dpi, pdf::Parts::kAll);
  if (!drawn.ok()) return;
  const PagePixels then(*drawn, page.look.scale()), now(page.look.bitmap, page.look.scale());
  if (!then.same_size(now)) return;
  for (const redaction::Cover& cover : page.covers) {
    const Box inner = grown(cover.box, -std::min(2.0, cover.box.height() / 6));
    if (is_among(page.hidden, cover.box) || is_among(*found, cover.box) || now.ground(inner).spread >= kFlat)
      continue;
    if (then.ground(inner).spread < 2 * kFlat) continue;
    found->push_back({{"PICTURE_IN_EARLIER_REVISION", FindingClass::kLeak, cover.box, 0, other.where},
                      {},
                      cover.box,
                      false});
  }
}

// Something is painted there now that no detector takes for a cover: white on white paper.
bool is_painted_over(const PageFacts& page, const Box& place) {
  const double most = kMostOfPage * page.plan.size.width * page.plan.size.height;
  const auto& paintings = page.plan.content.paintings;
  return std::any_of(paintings.begin(), paintings.end(), [&](const pdf::Painting& painting) {
    return painting.opaque && painting.box.area() < most && covered_share(place, painting.box) >= kAtCover;
  });
}

// Words that are gone where nothing else stands now. What was merely moved or filled in is none.
void add_gone(const PageFacts& page, const Other& other, const TextLayer& words, const TextLayer& now,
              std::vector<HiddenText>* found) {
  if (other.kind != Other::Kind::kRevision || page.seen.size() < kFewestToMatch) return;
  const std::set<std::string> seen = seen_tokens(page.seen);
  TextLayer gone, painted_over;
  for (const Word& word : words) {
    const std::vector<std::string> tokens = tokens_of(word.text);
    const bool known = std::all_of(tokens.begin(), tokens.end(),
                                   [&](const std::string& token) { return seen.contains(token); });
    const bool replaced = std::any_of(page.seen.begin(), page.seen.end(), [&](const Word& standing) {
      return intersection(standing.box, word.box).area() > 0.2 * word.box.area();
    });
    if (!known && !replaced && !has_word(now, word))
      (is_painted_over(page, word.box) ? painted_over : gone).push_back(word);
  }
  if (worth_of(joined(painted_over)) == Worth::kWords)
    found->push_back(gathered(painted_over, type_of(other.kind), FindingClass::kLeak, other.where));
  if (count_like_words(joined(gone)) >= kFewestGone)
    found->push_back(gathered(gone, type_of(other.kind), FindingClass::kHiddenText, other.where));
}

}  // namespace

std::vector<HiddenText> find_in_other_states(const PageFacts& page) {
  std::vector<HiddenText> found;
  std::optional<TextLayer> now;  // with the labels of covers, which are not among the words that are seen
  const auto look_into = [&](const Other& other) {
    const auto then = counterpart(page, other);
    if (!then) return;
    if (!now) now = page.document.words(page.page);
    if (!add_under_covers(page, other, then->words, *now, &found))
      add_pictures_under_covers(page, other, then->page, &found);
    if (found.empty()) add_gone(page, other, then->words, *now, &found);
  };
  for (const Other& other : page.document.revisions()) look_into(other);
  // Told by its words, and of use for what stands under a cover only.
  if (!page.covers.empty() && page.seen.size() >= kFewestToMatch)
    for (const Other& other : page.document.attached()) look_into(other);
  return found;
}

}  // namespace vaughn::worker
