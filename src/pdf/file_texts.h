// SPDX-License-Identifier: GPL-3.0-or-later
// Collects what a file says outside its pages' content: outline, form values, metadata, attachments,
// annotations' comments, text alternatives. Uses Poppler's core headers
// (docs/decisions/0002-poppler-core-headers.md).
#ifndef VAUGHN_PDF_FILE_TEXTS_H_
#define VAUGHN_PDF_FILE_TEXTS_H_

#include <string>
#include <vector>

#include "vaughn/pdf/document.h"

class PDFDoc;

namespace vaughn::pdf {

// In a fixed order. Of a file with more objects or texts than a limit, the first.
std::vector<FileText> file_texts(PDFDoc& document);

}  // namespace vaughn::pdf

#endif  // VAUGHN_PDF_FILE_TEXTS_H_
