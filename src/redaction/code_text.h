// SPDX-License-Identifier: GPL-3.0-or-later
// Text as the code readers want it (plain spaces, hyphens and brackets) that still knows where each byte came
// from.
#ifndef VAUGHN_REDACTION_CODE_TEXT_H_
#define VAUGHN_REDACTION_CODE_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vaughn::redaction {

// Bytes [begin, end) of some text.
struct Span {
  std::size_t begin = 0, end = 0;

  bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
  bool operator==(const Span&) const = default;
};

// Refers to the original, which must live as long.
class CodeText {
 public:
  explicit CodeText(std::string_view original);

  // Normalised: full-width brackets, the many spaces, dashes and quotes are ASCII; soft hyphens and
  // zero-width characters are gone. Everything else is as it was.
  std::string_view text() const { return text_; }
  std::string_view original() const { return original_; }

  // Where the normalised bytes [begin, end) stand in the original, whole characters only.
  Span in_original(Span normalised) const;

 private:
  void append(std::string_view characters, std::size_t from);

  std::string_view original_;
  std::string text_;
  std::vector<std::size_t> from_;  // of each normalised byte: where its character begins in the original
};

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_CODE_TEXT_H_
