// SPDX-License-Identifier: GPL-3.0-or-later
// The only door to RE2: patterns that are compiled once, and matches as views and positions.
#ifndef VAUGHN_REDACTION_CODE_PATTERN_H_
#define VAUGHN_REDACTION_CODE_PATTERN_H_

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "redaction/code_text.h"

namespace re2 {
class RE2;
}

namespace vaughn::redaction {

// Group 0 is the whole match. A group that took no part is empty, with data() == nullptr.
struct Match {
  static constexpr int kGroups = 10;
  std::array<std::string_view, kGroups> group;
  Span span;  // of the whole match, in the text searched

  bool has(std::size_t i) const { return group[i].data() != nullptr; }
};

// Threads may share it.
class Pattern {
 public:
  // Precondition: a valid RE2 expression with fewer than Match::kGroups groups.
  explicit Pattern(const char* expression);
  ~Pattern();
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;

  static bool is_valid(const char* expression);

  // The first match that begins at from or later. \b and ^ see what stands before from.
  std::optional<Match> find(std::string_view text, std::size_t from = 0) const;
  // The match that begins exactly at from.
  std::optional<Match> match_at(std::string_view text, std::size_t from) const;
  bool found_in(std::string_view text) const { return find(text).has_value(); }

  // text with every match replaced.
  std::string replace_all(std::string_view text, std::string_view by) const;

 private:
  enum class Anchor { kNone, kStart };
  std::optional<Match> search(std::string_view text, std::size_t from, Anchor anchor) const;

  std::unique_ptr<re2::RE2> expression_;
};

// Bytes of a group within the text it was found in. Precondition: the group took part.
inline Span span_of(std::string_view group, std::string_view text) {
  const auto begin = static_cast<std::size_t>(group.data() - text.data());
  return {begin, begin + group.size()};
}

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_CODE_PATTERN_H_
