// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/base/problem.h"

#include <array>
#include <utility>

namespace vaughn {
namespace {

constexpr std::array<std::pair<ProblemKind, std::string_view>, 15> kNames = {{
    {ProblemKind::kUnreadable, "unreadable"},
    {ProblemKind::kEmptyFile, "empty-file"},
    {ProblemKind::kNotADocument, "not-a-document"},
    {ProblemKind::kDamaged, "damaged"},
    {ProblemKind::kTruncated, "truncated"},
    {ProblemKind::kPasswordNeeded, "password-needed"},
    {ProblemKind::kPageTooLarge, "page-too-large"},
    {ProblemKind::kCannotRender, "cannot-render"},
    {ProblemKind::kOcrFailed, "ocr-failed"},
    {ProblemKind::kOutOfMemory, "out-of-memory"},
    {ProblemKind::kCrashed, "crashed"},
    {ProblemKind::kTimedOut, "timed-out"},
    {ProblemKind::kGarbled, "garbled"},
    {ProblemKind::kParserWarning, "parser-warning"},
    {ProblemKind::kLimit, "limit"},
}};

}  // namespace

std::string_view to_string(ProblemKind kind) {
  for (const auto& [known, name] : kNames)
    if (known == kind) return name;
  return "damaged";
}

std::optional<ProblemKind> problem_kind_from_string(std::string_view name) {
  for (const auto& [kind, known] : kNames)
    if (known == name) return kind;
  return std::nullopt;
}

}  // namespace vaughn
