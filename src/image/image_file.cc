// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/image/image_file.h"

#include <fmt/format.h>

#include <cassert>
#include <cmath>
#include <cstdio>
#include <optional>

#include "image/captured_stderr.h"
#include "image/exif.h"
#include "image/pixels.h"
#include "vaughn/base/files.h"

namespace vaughn::image {
namespace {

namespace fs = std::filesystem;

constexpr double kLowestDpi = 50, kHighestDpi = 2400;
constexpr double kGuessedLongSideInches = 11;
constexpr int kJpegMayBeDamaged = 0;

struct Header {
  int width = 0, height = 0;
};

struct FileCloser {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

std::optional<Problem> unreadable(const fs::path& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error) return Problem{ProblemKind::kUnreadable, error.message(), {}};
  if (size == 0) return Problem{ProblemKind::kEmptyFile, "the file has no bytes", {}};
  const std::unique_ptr<std::FILE, FileCloser> file(std::fopen(path.c_str(), "rb"));
  if (file == nullptr) return Problem{ProblemKind::kUnreadable, "the file cannot be opened for reading", {}};
  return std::nullopt;
}

bool mentions_early_end(std::string_view message) {
  for (const char* word :
       {"premature", "Premature", "truncated", "end of file", "Not enough data", "past end", "EOF"}) {
    if (message.find(word) != std::string_view::npos) return true;
  }
  return false;
}

Problem damaged(const CapturedStderr& said) {
  const std::string line = said.first_line();
  const ProblemKind kind = mentions_early_end(line) ? ProblemKind::kTruncated : ProblemKind::kDamaged;
  return {
      kind, line.empty() ? "the image could not be decoded" : "the image could not be decoded: " + line, {}};
}

std::optional<Header> read_header(const fs::path& path, SourceFormat format, int frame) {
  Header header;
  l_int32 a = 0, b = 0, c = 0, d = 0, e = 0;
  int failed = 1;
  switch (format) {
    case SourceFormat::kTiff:
      failed = readHeaderTiff(path.c_str(), frame, &header.width, &header.height, &a, &b, &c, &d, &e);
      break;
    case SourceFormat::kPng:
      failed = readHeaderPng(path.c_str(), &header.width, &header.height, &a, &b, &c);
      break;
    case SourceFormat::kJpeg:
      failed = readHeaderJpeg(path.c_str(), &header.width, &header.height, &a, &b, &c);
      break;
    case SourceFormat::kJpeg2000:
      failed = readHeaderJp2k(path.c_str(), &header.width, &header.height, &a, &b, &c);
      break;
    case SourceFormat::kPdf:
      break;
  }
  if (failed != 0 || header.width <= 0 || header.height <= 0) return std::nullopt;
  return header;
}

PixPtr decode(const fs::path& path, SourceFormat format, int frame) {
  switch (format) {
    case SourceFormat::kTiff:
      return PixPtr(pixReadTiff(path.c_str(), frame));
    case SourceFormat::kJpeg:
      return PixPtr(pixReadJpeg(path.c_str(), 0, 1, nullptr, kJpegMayBeDamaged));
    case SourceFormat::kJpeg2000:
      return PixPtr(pixReadJp2k(path.c_str(), 1, nullptr, 0, 0));
    case SourceFormat::kPng: {
      const std::unique_ptr<std::FILE, FileCloser> file(std::fopen(path.c_str(), "rb"));
      return PixPtr(file == nullptr ? nullptr : pixReadStreamPng(file.get()));
    }
    case SourceFormat::kPdf:
      break;
  }
  return nullptr;
}

PixPtr turn_upright(PixPtr pix, int orientation) {
  // Mirrored orientations are the upright ones flipped left to right first.
  static constexpr int kQuarterTurns[] = {0, 0, 0, 2, 2, 3, 1, 1, 3};
  const bool mirrored = orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7;
  if (mirrored) pixFlipLR(pix.get(), pix.get());
  const int turns = kQuarterTurns[orientation];
  return turns == 0 ? std::move(pix) : PixPtr(pixRotateOrth(pix.get(), turns));
}

// To depth 1, 8 or 32 without colormap and alpha.
PixPtr normalised(PixPtr pix) {
  if (PIXCMAP* colours = pixGetColormap(pix.get()); colours != nullptr) {
    l_int32 opaque = 1;
    pixcmapIsOpaque(colours, &opaque);
    pix.reset(pixRemoveColormap(pix.get(), opaque != 0 ? REMOVE_CMAP_BASED_ON_SRC : REMOVE_CMAP_WITH_ALPHA));
    if (pix == nullptr) return pix;
  }
  const int depth = pixGetDepth(pix.get());
  if (depth == 32 && pixGetSpp(pix.get()) == 4) return PixPtr(pixAlphaBlendUniform(pix.get(), 0xffffff00));
  if (depth == 16) return PixPtr(pixConvert16To8(pix.get(), L_MS_BYTE));
  if (depth == 2 || depth == 4) return PixPtr(pixConvertTo8(pix.get(), 0));
  if (depth == 24) return PixPtr(pixConvert24To32(pix.get()));
  return pix;
}

bool plausible(double dpi) {
  return dpi >= kLowestDpi && dpi <= kHighestDpi;
}

struct Resolution {
  double x = 0, y = 0;
  bool guessed = false;
};

Resolution resolution_of(PIX* pix) {
  const double x = pixGetXRes(pix), y = pixGetYRes(pix);
  if (plausible(x) && plausible(y) && x / y < 4.1 && y / x < 4.1) return {x, y, false};
  const double guess = std::max(pixGetWidth(pix), pixGetHeight(pix)) / kGuessedLongSideInches;
  return {guess, guess, true};
}

Problem too_large(const Header& header, double max_megapixels) {
  return {ProblemKind::kPageTooLarge,
          fmt::format("the image is {} x {} pixels, more than {:g} megapixels", header.width, header.height,
                      max_megapixels),
          {}};
}

double megapixels(double width, double height) {
  return width * height / 1e6;
}

}  // namespace

Result<int> count_frames(const fs::path& path, SourceFormat format) {
  assert(format != SourceFormat::kPdf);
  quiet_leptonica();
  if (auto problem = unreadable(path)) return *problem;
  const CapturedStderr said;
  if (format != SourceFormat::kTiff) {
    if (!read_header(path, format, 0)) return damaged(said);
    return 1;
  }
  const std::unique_ptr<std::FILE, FileCloser> file(std::fopen(path.c_str(), "rb"));
  l_int32 count = 0;
  if (file == nullptr || tiffGetCount(file.get(), &count) != 0 || count < 1) return damaged(said);
  return static_cast<int>(count);
}

Result<Frame> load_frame(const fs::path& path, SourceFormat format, PageIndex page, double max_megapixels) {
  assert(format != SourceFormat::kPdf);
  quiet_leptonica();
  if (auto problem = unreadable(path)) return *problem;
  const CapturedStderr said;
  const auto header = read_header(path, format, page.value());
  if (!header) return damaged(said);
  if (megapixels(header->width, header->height) > max_megapixels) return too_large(*header, max_megapixels);

  PixPtr pix = decode(path, format, page.value());
  // libjpeg fills up what is missing with grey and only says so.
  if (pix == nullptr || mentions_early_end(said.first_line())) return damaged(said);
  const Resolution resolution = resolution_of(pix.get());
  pix = normalised(std::move(pix));
  if (pix == nullptr)
    return Problem{ProblemKind::kDamaged, "the image has a kind of pixels that cannot be read", {}};
  if (format == SourceFormat::kJpeg) {
    if (auto bytes = read_file(path, std::size_t{1} << 30))
      pix = turn_upright(std::move(pix), exif_orientation(*bytes));
  }

  Frame frame{adopt(pix.release()), resolution.x, resolution.guessed};
  const double stretch = resolution.x / resolution.y;
  if (std::abs(stretch - 1) > 0.02) {
    const Header square{header->width, static_cast<int>(std::lround(header->height * stretch))};
    if (megapixels(square.width, square.height) > max_megapixels) return too_large(square, max_megapixels);
    frame.bitmap = frame.bitmap.scaled(1, stretch);
  }
  return frame;
}

}  // namespace vaughn::image
