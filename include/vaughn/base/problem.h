// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong with something a stranger sent: a value, in the end a row, never an exception.
#ifndef VAUGHN_BASE_PROBLEM_H_
#define VAUGHN_BASE_PROBLEM_H_

#include <optional>
#include <string>
#include <string_view>

namespace vaughn {

// Stable names: they are stored in the database and printed in JSON (see to_string).
enum class ProblemKind {
  kUnreadable,      // the operating system would not let us read it
  kEmptyFile,       // zero bytes
  kNotADocument,    // no format we know, whatever its name says
  kDamaged,         // the right format, but broken beyond reading
  kTruncated,       // ends before it should
  kPasswordNeeded,  // encrypted, and no password we were given opens it
  kPageTooLarge,    // beyond --max-megapixels even at the lowest resolution
  kCannotRender,    // the page would not turn into a bitmap
  kOcrFailed,       // recognition failed on this page
  kOutOfMemory,     // the worker's memory limit was met
  kCrashed,         // the worker died on it, twice
  kTimedOut,        // the worker did not answer in time, twice
  kGarbled,         // the worker's answer could not be understood, twice
  kParserWarning,   // readable, but the parser complained
  kLimit,           // part of it was left out because of a limit, which the cause names
};

struct Problem {
  ProblemKind kind = ProblemKind::kDamaged;
  std::string cause;   // one sentence for a person; names what was met, not our functions
  std::string advice;  // what the person can do about it; may be empty

  bool operator==(const Problem&) const = default;
};

// "password-needed" and so on.
std::string_view to_string(ProblemKind kind);
std::optional<ProblemKind> problem_kind_from_string(std::string_view name);

}  // namespace vaughn

#endif  // VAUGHN_BASE_PROBLEM_H_
