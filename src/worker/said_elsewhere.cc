// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/said_elsewhere.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
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

// The words of text that repeat what is withheld; none when chance explains them.
std::vector<std::string> repeated(const std::vector<std::string>& text,
                                  const std::vector<std::string>& withheld,
                                  const std::set<std::string>& seen) {
  std::vector<bool> hit(text.size());
  bool enough = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (std::size_t j = 0; j < withheld.size(); ++j) {
      if (text[i] != withheld[j]) continue;
      const bool said = seen.contains(text[i]);
      const bool long_word = count_code_points(text[i]) >= kLongWord && !said;
      const bool pair = i + 1 < text.size() && j + 1 < withheld.size() && text[i + 1] == withheld[j + 1] &&
                        !(said && seen.contains(text[i + 1])) &&
                        count_code_points(text[i]) + count_code_points(text[i + 1]) >= kLongWord;
      if (long_word) hit[i] = true;
      if (pair) hit[i] = hit[i + 1] = true;
      enough |= long_word || pair;
    }
  }
  std::vector<std::string> words;
  for (std::size_t i = 0; enough && i < text.size(); ++i)
    if (hit[i]) words.push_back(text[i]);
  return words;
}

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
  std::vector<std::pair<std::vector<std::string>, const HiddenText*>> texts;
  for (const HiddenText& hidden : withheld)
    if (hidden.finding.finding_class == FindingClass::kLeak)
      texts.emplace_back(tokens_of(hidden.text), &hidden);
  for (const FileText& said : page.document.texts()) {
    if (found.size() >= kMostFindings) break;
    const std::vector<std::string> tokens = tokens_of(said.text);
    bool repeats = false;
    for (const auto& [words, hidden] : texts) {
      const std::vector<std::string> same = repeated(tokens, words, seen);
      if (same.empty()) continue;
      found.push_back(
          {{type_of(said.kind), FindingClass::kLeak, hidden->finding.box, letters_in(same), said.where},
           joined(same),
           hidden->cover,
           false});
      repeats = true;
      break;
    }
    if (!repeats && said.kind == FileText::Kind::kOutline)
      if (auto heading = heading_under_cover(page, said, seen)) found.push_back(std::move(*heading));
  }
  return found;
}

}  // namespace vaughn::worker
