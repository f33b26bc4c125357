// SPDX-License-Identifier: GPL-3.0-or-later
// Formats by their first bytes. Signatures from the formats' own specifications.
#include <array>

#include "vaughn/intake/intake.h"

namespace vaughn::intake {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes;
  SourceFormat format;
};

constexpr std::array<Signature, 8> kSignatures = {{
    {"II*\0"sv, SourceFormat::kTiff},
    {"MM\0*"sv, SourceFormat::kTiff},
    {"II+\0"sv, SourceFormat::kTiff},  // BigTIFF
    {"MM\0+"sv, SourceFormat::kTiff},
    {"\x89PNG\r\n\x1a\n"sv, SourceFormat::kPng},
    {"\xff\xd8\xff"sv, SourceFormat::kJpeg},
    {"\0\0\0\x0cjP  \r\n\x87\n"sv, SourceFormat::kJpeg2000},
    {"\xff\x4f\xff\x51"sv, SourceFormat::kJpeg2000},  // a bare code stream
}};

struct Foreign {
  std::string_view bytes;
  std::string_view name;
};

constexpr std::array<Foreign, 12> kForeign = {{
    {"PK\x03\x04"sv, "a ZIP archive or an Office document"},
    {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, "an old Office document or an Outlook message"},
    {"Rar!\x1a\x07"sv, "a RAR archive"},
    {"7z\xbc\xaf\x27\x1c"sv, "a 7z archive"},
    {"\x1f\x8b"sv, "a gzip archive"},
    {"{\\rtf"sv, "a Rich Text document"},
    {"<!DOCTYPE html"sv, "a web page"},
    {"<html"sv, "a web page"},
    {"GIF8"sv, "a GIF picture"},
    {"RIFF"sv, "a sound, video or WebP file"},
    {"ID3"sv, "a sound file"},
    {"SQLite format 3\0"sv, "an SQLite database"},
}};

}  // namespace

std::optional<SourceFormat> recognise_format(std::string_view first_bytes) {
  for (const Signature& signature : kSignatures)
    if (first_bytes.starts_with(signature.bytes)) return signature.format;
  // Readers accept a PDF header anywhere in the first 1,024 bytes (PDF 1.7, appendix H, note 13).
  if (first_bytes.substr(0, 1024 + 5).find("%PDF-") != std::string_view::npos) return SourceFormat::kPdf;
  return std::nullopt;
}

std::optional<std::string> recognise_foreign(std::string_view first_bytes) {
  for (const Foreign& foreign : kForeign)
    if (first_bytes.starts_with(foreign.bytes)) return std::string(foreign.name);
  return std::nullopt;
}

}  // namespace vaughn::intake
