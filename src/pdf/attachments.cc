// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/attachments.h"

#include <Catalog.h>
#include <FileSpec.h>
#include <PDFDoc.h>
#include <Stream.h>

#include <algorithm>
#include <cstddef>
#include <new>
#include <optional>
#include <string_view>
#include <utility>

#include "vaughn/base/utf8.h"

namespace vaughn::pdf {
namespace {

constexpr int kMostLookedAt = 1'000;
constexpr std::size_t kMostPdfs = 6;
constexpr std::size_t kHead = 4096;  // bytes that tell what a file is
constexpr std::size_t kMostOfPdf = 64 << 20;
constexpr std::size_t kMostOfPdfs = 128 << 20;
constexpr std::size_t kMostOfText = 4'000'000;
constexpr std::size_t kMostOfTexts = 32'000'000;

// Reads on until there are as many bytes, or no more.
void read_to(std::size_t size, Stream* stream, std::string* bytes) {
  unsigned char chunk[kHead];
  while (bytes->size() < size) {
    const std::size_t wanted = std::min(sizeof chunk, size - bytes->size());
    const int count = stream->doGetChars(static_cast<int>(wanted), chunk);
    if (count <= 0) return;
    bytes->append(reinterpret_cast<const char*>(chunk), static_cast<std::size_t>(count));
  }
}

bool is_pdf(std::string_view head) {
  return head.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

// A character may be cut in two at the end.
bool is_text(std::string_view head) {
  if (head.find('\0') != std::string_view::npos) return false;
  for (std::size_t cut = 0; cut < 4 && cut <= head.size(); ++cut)
    if (is_valid_utf8(head.substr(0, head.size() - cut))) return true;
  return false;
}

class Reader {
 public:
  // Nothing when it is of no use, or too large.
  std::optional<Attachment> read(int number, Stream* stream) {
    std::string bytes;
    read_to(kHead, stream, &bytes);
    if (bytes.empty()) return std::nullopt;
    if (is_pdf(bytes)) {
      const std::size_t most = std::min(kMostOfPdf, kMostOfPdfs - pdf_bytes_);
      if (pdfs_++ >= kMostPdfs) return std::nullopt;
      read_to(most + 1, stream, &bytes);
      if (bytes.size() > most) return std::nullopt;
      pdf_bytes_ += bytes.size();
      return attachment(number, Attachment::Kind::kPdf, std::move(bytes));
    }
    const std::size_t most = std::min(kMostOfText, kMostOfTexts - text_bytes_);
    if (most == 0 || !is_text(bytes)) return std::nullopt;
    read_to(most, stream, &bytes);
    bytes.resize(std::min(bytes.size(), most));
    text_bytes_ += bytes.size();
    return attachment(number, Attachment::Kind::kText, std::move(bytes));
  }

 private:
  static Attachment attachment(int number, Attachment::Kind kind, std::string bytes) {
    return {number, kind, std::make_shared<const std::string>(std::move(bytes))};
  }

  std::size_t pdfs_ = 0, pdf_bytes_ = 0, text_bytes_ = 0;
};

}  // namespace

std::vector<Attachment> attachments(PDFDoc& document) {
  std::vector<Attachment> found;
  Catalog* catalog = document.getCatalog();
  if (catalog == nullptr) return found;
  Reader reader;
  for (int i = 0; i < std::min(catalog->numEmbeddedFiles(), kMostLookedAt); ++i) {
    const std::unique_ptr<FileSpec> file = catalog->embeddedFile(i);
    EmbFile* embedded = file != nullptr && file->isOk() ? file->getEmbeddedFile() : nullptr;
    Stream* stream = embedded != nullptr ? embedded->stream() : nullptr;
    if (stream == nullptr) continue;
    stream->reset();
    try {
      if (auto attachment = reader.read(i + 1, stream)) found.push_back(std::move(*attachment));
    } catch (const std::bad_alloc&) {
      // What cannot be held is not looked into; the page can be read without it.
    }
    stream->close();
  }
  return found;
}

}  // namespace vaughn::pdf
