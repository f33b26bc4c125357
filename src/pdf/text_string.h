// SPDX-License-Identifier: GPL-3.0-or-later
// Text strings of a PDF's dictionaries. Uses Poppler's core headers
// (docs/decisions/0002-poppler-core-headers.md).
#ifndef VAUGHN_PDF_TEXT_STRING_H_
#define VAUGHN_PDF_TEXT_STRING_H_

#include <string>

class GooString;

namespace vaughn::pdf {

// PDFDocEncoding, UTF-16 or UTF-8 as the string says, as valid UTF-8; no more than the first million bytes.
// Empty for a null pointer.
std::string text_of(const GooString* string);

}  // namespace vaughn::pdf

#endif  // VAUGHN_PDF_TEXT_STRING_H_
