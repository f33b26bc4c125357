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

// Below this long side nothing can be read; better to say so.
constexpr double kFewestLongSide = 600;
// What a decoder may fill before the picture is made smaller; a quarter of a worker's address space.
constexpr double kMostDecodedBytes = 1u << 30;

struct Header {
  int width = 0, height = 0;
  int bytes_per_pixel = 4;  // once decoded, at most
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
  l_int32 bits = 0, samples = 0, colours = 0, ignored = 0;
  int failed = 1;
  switch (format) {
    case SourceFormat::kTiff:
      failed = readHeaderTiff(path.c_str(), frame, &header.width, &header.height, &bits, &samples, &ignored,
                              &colours, &ignored);
      break;
    case SourceFormat::kPng:
      failed = readHeaderPng(path.c_str(), &header.width, &header.height, &bits, &samples, &colours);
      break;
    case SourceFormat::kJpeg:
      failed = readHeaderJpeg(path.c_str(), &header.width, &header.height, &samples, &ignored, &ignored);
      break;
    case SourceFormat::kJpeg2000:
      failed = readHeaderJp2k(path.c_str(), &header.width, &header.height, &bits, &samples, &ignored);
      break;
    case SourceFormat::kPdf:
      break;
  }
  if (failed != 0 || header.width <= 0 || header.height <= 0) return std::nullopt;
  if (samples == 1 && colours == 0) header.bytes_per_pixel = bits > 8 ? 2 : 1;
  return header;
}

// reduction: 1, 2, 4 or 8, and 1 for what is not JPEG.
PixPtr decode(const fs::path& path, SourceFormat format, int frame, int reduction) {
  switch (format) {
    case SourceFormat::kTiff:
      return PixPtr(pixReadTiff(path.c_str(), frame));
    case SourceFormat::kJpeg:
      return PixPtr(pixReadJpeg(path.c_str(), 0, reduction, nullptr, kJpegMayBeDamaged));
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

Resolution resolution_of(PIX* pix, const Header& header) {
  const double x = pixGetXRes(pix), y = pixGetYRes(pix);
  if (plausible(x) && plausible(y) && x / y < 4.1 && y / x < 4.1) return {x, y, false};
  const double guess = std::max(header.width, header.height) / kGuessedLongSideInches;
  return {guess, guess, true};
}

double megapixels(double width, double height) {
  return width * height / 1e6;
}

// JPEG can be decoded at a part of its size: the smallest that still has all the pixels allowed.
int reduction_for(SourceFormat format, const Header& header, double max_megapixels) {
  int reduction = 1;
  if (format != SourceFormat::kJpeg) return reduction;
  while (reduction < 8 &&
         megapixels(header.width / (2.0 * reduction), header.height / (2.0 * reduction)) >= max_megapixels)
    reduction *= 2;
  return reduction;
}

std::optional<Problem> too_large(const Header& header, int reduction, double max_megapixels) {
  const double full = megapixels(header.width, header.height);
  if (full * 1e6 * header.bytes_per_pixel / (reduction * reduction) > kMostDecodedBytes)
    return Problem{ProblemKind::kPageTooLarge,
                   fmt::format("the image is {} x {} pixels, more than can be decoded in memory",
                               header.width, header.height),
                   "Make a smaller copy of it and read that."};
  const double factor = std::min(1.0, std::sqrt(max_megapixels / full));
  const int longest = std::max(header.width, header.height);
  if (factor == 1 || factor * longest >= kFewestLongSide) return std::nullopt;
  return Problem{
      ProblemKind::kPageTooLarge,
      fmt::format("the image is {} x {} pixels; with --max-megapixels {:g} its long side would have {:.0f}, "
                  "too few to read",
                  header.width, header.height, max_megapixels, factor * longest),
      "Raise --max-megapixels if the memory is there."};
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
  const int reduction = reduction_for(format, *header, max_megapixels);
  if (auto problem = too_large(*header, reduction, max_megapixels)) return *problem;

  PixPtr pix = decode(path, format, page.value(), reduction);
  // libjpeg fills up what is missing with grey and only says so.
  if (pix == nullptr || mentions_early_end(said.first_line())) return damaged(said);
  const Resolution resolution = resolution_of(pix.get(), *header);
  pix = normalised(std::move(pix));
  if (pix == nullptr)
    return Problem{ProblemKind::kDamaged, "the image has a kind of pixels that cannot be read", {}};
  if (format == SourceFormat::kJpeg) {
    if (auto bytes = read_file(path, std::size_t{1} << 30))
      pix = turn_upright(std::move(pix), exif_orientation(*bytes));
  }

  Frame frame{adopt(pix.release()), resolution.x / reduction, resolution.x, resolution.guessed};
  double stretch = resolution.x / resolution.y;
  if (std::abs(stretch - 1) <= 0.02) stretch = 1;
  const double square = megapixels(frame.bitmap.width(), frame.bitmap.height() * stretch);
  const double factor = std::min(1.0, std::sqrt(max_megapixels / square));
  frame.stretched = stretch != 1;
  if (factor < 1 || stretch != 1) frame.bitmap = frame.bitmap.scaled(factor, factor * stretch);
  frame.dpi *= factor;
  return frame;
}

}  // namespace vaughn::image
