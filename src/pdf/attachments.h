// SPDX-License-Identifier: GPL-3.0-or-later
// The files attached to a PDF that something can be read in: PDFs and plain text. One of the files that use
// Poppler's core headers; why is written down in docs/decisions/0002-poppler-core-headers.md.
#ifndef VAUGHN_PDF_ATTACHMENTS_H_
#define VAUGHN_PDF_ATTACHMENTS_H_

#include <memory>
#include <string>
#include <vector>

class PDFDoc;

namespace vaughn::pdf {

struct Attachment {
  enum class Kind { kPdf, kText };
  int number = 0;  // from 1, in the file's order
  Kind kind = Kind::kText;
  std::shared_ptr<const std::string> bytes{};  // of a text: its beginning
};

// Whatever the file says of their sizes, no more is decompressed than is kept, and of any other file no more
// than tells that it is one. Left out are PDFs that are too large and what is more than can be held.
std::vector<Attachment> attachments(PDFDoc& document);

}  // namespace vaughn::pdf

#endif  // VAUGHN_PDF_ATTACHMENTS_H_
