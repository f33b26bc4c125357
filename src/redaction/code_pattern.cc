// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/code_pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <cassert>

namespace vaughn::redaction {
namespace {

RE2::Options quiet_options() {
  RE2::Options options;
  options.set_log_errors(false);  // nothing may reach stderr from here
  return options;
}

}  // namespace

bool Pattern::is_valid(const char* expression) {
  const RE2 compiled(expression, quiet_options());
  return compiled.ok() && compiled.NumberOfCapturingGroups() < Match::kGroups;
}

Pattern::Pattern(const char* expression) : expression_(std::make_unique<RE2>(expression, quiet_options())) {
  assert(expression_->ok() && expression_->NumberOfCapturingGroups() < Match::kGroups);
}

Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

std::optional<Match> Pattern::find(std::string_view text, std::size_t from) const {
  return search(text, from, Anchor::kNone);
}

std::optional<Match> Pattern::match_at(std::string_view text, std::size_t from) const {
  return search(text, from, Anchor::kStart);
}

std::optional<Match> Pattern::search(std::string_view text, std::size_t from, Anchor anchor) const {
  if (from > text.size()) return std::nullopt;
  std::array<re2::StringPiece, Match::kGroups> pieces;
  const int groups = expression_->NumberOfCapturingGroups() + 1;
  const RE2::Anchor how = anchor == Anchor::kStart ? RE2::ANCHOR_START : RE2::UNANCHORED;
  if (!expression_->Match(text, from, text.size(), how, pieces.data(), groups)) return std::nullopt;
  Match match;
  for (std::size_t i = 0; i < static_cast<std::size_t>(groups); ++i)
    match.group[i] = std::string_view(pieces[i].data(), pieces[i].size());
  match.span = span_of(match.group[0], text);
  return match;
}

std::string Pattern::replace_all(std::string_view text, std::string_view by) const {
  std::string result(text);
  RE2::GlobalReplace(&result, *expression_, by);
  return result;
}

}  // namespace vaughn::redaction
