// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/true_pages.h"

#include <algorithm>
#include <filesystem>
#include <variant>

#include "vaughn/base/error.h"
#include "vaughn/pdf/document.h"

namespace vaughn::eval {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFewestWords = 60;
constexpr double kPicturePage = 0.5;      // of the page's area: its text may be part of the picture
constexpr Points kLongestSide = 17 * 72;  // a plan as large as a table makes rasters as large
constexpr double kWithoutMeaning = 0.02;  // most glyphs a font may leave unexplained, of all

std::vector<std::string> pdf_files(const std::vector<std::string>& paths) {
  std::vector<std::string> all;
  for (const std::string& path : paths) {
    if (!fs::exists(path)) throw Error(ErrorCode::kUsage, path + ": there is no such file or folder");
    if (!fs::is_directory(path)) {
      all.push_back(path);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(path))
      if (entry.is_regular_file() && entry.path().extension() == ".pdf") all.push_back(entry.path().string());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

bool out_of_sight(const pdf::Glyph& glyph) {
  constexpr int kNearlyWhite = 225;
  const bool covered = glyph.over && glyph.over->opaque && glyph.over->painter != pdf::Painter::kHighlight;
  return glyph.invisible || glyph.clips || glyph.hatched || covered || glyph.level > kNearlyWhite;
}

// A page, or why it will not do.
using Chosen = std::variant<TruePage, std::string>;

Chosen look_at(const pdf::Document& document, const std::string& file, PageIndex page) {
  const auto size = document.size(page);
  const auto content = document.content(page);
  if (!size || !content) return "cannot be read";
  if (std::max(size->width, size->height) > kLongestSide) return "larger than 11 x 17 inches";
  for (const pdf::PlacedImage& image : content->images)
    if (intersection(image.box, {0, 0, size->width, size->height}).area() >
        kPicturePage * size->width * size->height)
      return "mostly a picture";
  TruePage chosen{file, page, size->width, size->height};
  for (const pdf::LayerWord& word : content->words) {
    if (word.visibility != pdf::Visibility::kDrawn) return "has words nobody sees";
    chosen.words.push_back(word.word);
  }
  if (chosen.words.size() < kFewestWords) return "fewer than 60 words";
  std::size_t mapped = 0;
  for (const pdf::Glyph& glyph : content->glyphs) {
    // White type on a dark ground is in sight, but told from white on white by nothing cheap.
    if (out_of_sight(glyph)) return "has words nobody sees";
    mapped += glyph.text.empty() ? 0 : 1;
  }
  if (static_cast<double>(mapped) < (1 - kWithoutMeaning) * static_cast<double>(content->glyphs.size()))
    return "has type without a meaning in the file";
  return chosen;
}

void take_evenly(std::vector<TruePage> candidates, int most, ChosenPages& chosen) {
  const std::size_t count = candidates.size();
  const std::size_t wanted = most > 0 ? std::min<std::size_t>(count, static_cast<std::size_t>(most)) : count;
  // The middle of each of `wanted` equal stretches.
  for (std::size_t i = 0; i < wanted; ++i)
    chosen.pages.push_back(std::move(candidates[(2 * i + 1) * count / (2 * wanted)]));
  chosen.files += wanted > 0 ? 1 : 0;
}

}  // namespace

ChosenPages choose_pages(const std::vector<std::string>& paths, int pages_a_file) {
  ChosenPages chosen;
  for (const std::string& file : pdf_files(paths)) {
    const auto document = pdf::Document::open(file, {});
    if (!document) {
      chosen.unreadable.push_back(file + ": " + document.problem().cause);
      continue;
    }
    std::vector<TruePage> candidates;
    for (int page = 0; page < document->page_count(); ++page) {
      Chosen one = look_at(*document, file, PageIndex(page));
      if (auto* candidate = std::get_if<TruePage>(&one))
        candidates.push_back(std::move(*candidate));
      else
        ++chosen.left_out[std::get<std::string>(one)];
    }
    take_evenly(std::move(candidates), pages_a_file, chosen);
  }
  return chosen;
}

}  // namespace vaughn::eval
