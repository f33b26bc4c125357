// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/said_elsewhere.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "vaughn/base/utf8.h"
#include "worker/hidden_words.h"

namespace vaughn::worker {
namespace {

using pdf::FileText;

constexpr std::size_t kLongWord = 5;       // letters: shorter ones are said by chance
constexpr std::size_t kLongTitleWord = 3;  // of a heading that leads to the cover
constexpr std::size_t kFewestSeen = 10;    // tokens: a page that cannot be read lacks every word
constexpr Points kHeadingReach = 24;       // from where an outline entry leads to
constexpr std::size_t kMostFindings = 200;

const char* type_of(FileText::Kind kind) {
  switch (kind) {
    case FileText::Kind::kOutline:
      return "TOC_BOOKMARK_LEAK";
    case FileText::Kind::kFormValue:
      return "FORM_VALUE_LEAK";
    case FileText::Kind::kMetadata:
      return "METADATA_LEAK";
    case FileText::Kind::kAttachment:
      return "ATTACHMENT_LEAK";
    case FileText::Kind::kAnnotation:
      return "ANNOTATION_LEAK";
    case FileText::Kind::kAlternative:
      return "TEXT_ALTERNATIVE_LEAK";
    case FileText::Kind::kLink:
      return "LINK_LEAK";
  }
  return "METADATA_LEAK";
}

// What a heading says by its number alone.
bool is_generic(const std::string& token) {
  for (const char* said :
       {"exhibit", "page", "pages", "attachment", "appendix", "section", "document", "tab", "schedule",
        "enclosure", "part", "chapter", "annex", "figure", "table", "item", "blank"})
    if (token == said) return true;
  return std::all_of(token.begin(), token.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

int letters_in(const std::vector<std::string>& tokens) {
  std::size_t count = 0;
  for (const std::string& token : tokens) count += count_code_points(token);
  return static_cast<int>(count);
}

std::string joined(const std::vector<std::string>& tokens) {
  std::string text;
  for (const std::string& token : tokens) text += (text.empty() ? "" : " ") + token;
  return text;
}

// What a text must have in common with what is withheld to repeat it at its i-th token: nothing that chance
// explains. A pair of tokens is written with a space.
std::vector<std::string> telling_at(const std::vector<std::string>& text, std::size_t i,
                                    const std::set<std::string>& seen) {
  std::vector<std::string> telling;
  const bool said = seen.contains(text[i]);
  const std::size_t length = count_code_points(text[i]);
  if (length >= kLongWord && !said) telling.push_back(text[i]);
  if (i + 1 < text.size() && length + count_code_points(text[i + 1]) >= kLongWord &&
      !(said && seen.contains(text[i + 1])))
    telling.push_back(text[i] + ' ' + text[i + 1]);
  return telling;
}

// The leaks of a page, to be asked by their tokens and pairs of tokens.
class Withheld {
 public:
  void add(const HiddenText& hidden) {
    const std::vector<std::string> tokens = tokens_of(hidden.text);
    Leak leak{&hidden, {}};
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      leak.has.insert(tokens[i]);
      if (i + 1 < tokens.size()) leak.has.insert(tokens[i] + ' ' + tokens[i + 1]);
    }
    for (const std::string& token : leak.has) first_with_.emplace(token, leaks_.size());
    leaks_.push_back(std::move(leak));
  }
  bool empty() const { return leaks_.empty(); }

  struct Repeated {
    const HiddenText* hidden;
    std::vector<std::string> words;
  };
  // The first leak that the text repeats, and the words that do.
  std::optional<Repeated> repeated_by(const std::vector<std::string>& text,
                                      const std::set<std::string>& seen) const {
    std::size_t first = leaks_.size();
    for (std::size_t i = 0; i < text.size(); ++i)
      for (const std::string& telling : telling_at(text, i, seen))
        if (const auto found = first_with_.find(telling); found != first_with_.end())
          first = std::min(first, found->second);
    if (first == leaks_.size()) return std::nullopt;
    const Leak& leak = leaks_[first];
    std::vector<bool> hit(text.size());
    for (std::size_t i = 0; i < text.size(); ++i)
      for (const std::string& telling : telling_at(text, i, seen)) {
        if (!leak.has.contains(telling)) continue;
        hit[i] = true;
        if (telling.find(' ') != std::string::npos) hit[i + 1] = true;
      }
    Repeated repeated{leak.hidden, {}};
    for (std::size_t i = 0; i < text.size(); ++i)
      if (hit[i]) repeated.words.push_back(text[i]);
    return repeated;
  }

 private:
  struct Leak {
    const HiddenText* hidden;
    std::unordered_set<std::string> has;
  };
  std::vector<Leak> leaks_;
  std::unordered_map<std::string, std::size_t> first_with_;
};

// The cover that an outline entry leads to.
const redaction::Cover* cover_at(const PageFacts& page, const FileText& entry) {
  if (!entry.page || *entry.page != page.page || !entry.y) return nullptr;
  for (const redaction::Cover& cover : page.covers)
    if (*entry.y > cover.box.y0 - kHeadingReach && *entry.y < cover.box.y1 + kHeadingReach / 4) return &cover;
  return nullptr;
}

// A heading of which the page shows only a part, or nothing, leads to a cover.
std::optional<HiddenText> heading_under_cover(const PageFacts& page, const FileText& entry,
                                              const std::set<std::string>& seen) {
  const redaction::Cover* cover = cover_at(page, entry);
  if (cover == nullptr || seen.size() < kFewestSeen || entry.text.starts_with('_')) return std::nullopt;
  const std::vector<std::string> title = tokens_of(entry.text);
  std::vector<std::string> missing;
  for (const std::string& token : title)
    if (!seen.contains(token) && !is_generic(token) && count_code_points(token) >= kLongTitleWord)
      missing.push_back(token);
  const bool any_generic = std::any_of(title.begin(), title.end(), is_generic);
  if (missing.empty() || (any_generic && missing.size() == title.size())) return std::nullopt;
  return HiddenText{{"TOC_BOOKMARK_LEAK", FindingClass::kLeak, cover->box, letters_in(missing), entry.where},
                    joined(missing),
                    cover->box,
                    false};
}

}  // namespace

std::vector<HiddenText> find_said_elsewhere(const PageFacts& page, const std::vector<HiddenText>& withheld) {
  std::vector<HiddenText> found;
  if (withheld.empty() && page.covers.empty()) return found;
  const std::set<std::string> seen = seen_tokens(page.seen);
  Withheld leaks;
  for (const HiddenText& hidden : withheld)
    if (hidden.finding.finding_class == FindingClass::kLeak) leaks.add(hidden);
  for (const FileText& said : page.document.texts()) {
    if (found.size() >= kMostFindings) break;
    if (const auto same = leaks.empty() ? std::nullopt : leaks.repeated_by(tokens_of(said.text), seen)) {
      const HiddenText& hidden = *same->hidden;
      found.push_back(
          {{type_of(said.kind), FindingClass::kLeak, hidden.finding.box, letters_in(same->words), said.where},
           joined(same->words),
           hidden.cover,
           false});
    } else if (said.kind == FileText::Kind::kOutline) {
      if (auto heading = heading_under_cover(page, said, seen)) found.push_back(std::move(*heading));
    }
  }
  return found;
}

}  // namespace vaughn::worker
