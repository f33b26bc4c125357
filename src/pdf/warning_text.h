// SPDX-License-Identifier: GPL-3.0-or-later
// Poppler's complaints made fit to keep.
#ifndef VAUGHN_PDF_WARNING_TEXT_H_
#define VAUGHN_PDF_WARNING_TEXT_H_

#include <string>
#include <string_view>

namespace vaughn::pdf {

// The message without its offset, and with "N" for numbers, "<…>" for bytes and "'…'" for what it quotes:
// complaints of one kind have one text, wherever in the file they arose. What is quoted may come from a
// broken page's content, and words that lie under a cover must not leave the file this way.
std::string warning_text(std::string_view message);

}  // namespace vaughn::pdf

#endif  // VAUGHN_PDF_WARNING_TEXT_H_
