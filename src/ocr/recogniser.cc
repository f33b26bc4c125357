// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/ocr/recogniser.h"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <clocale>
#include <cmath>
#include <map>
#include <utility>

#include "vaughn/base/strings.h"
#include "vaughn/base/utf8.h"

namespace vaughn::ocr {
namespace {

constexpr std::size_t kMostRemembered = 4096;  // readings of small bitmaps
constexpr std::size_t kMostPagesRemembered = 64;

const char* characters_of(Alphabet alphabet) {
  switch (alphabet) {
    case Alphabet::kCodes:
      return "bBjkJK()0123456789ABCDEFacdeNRWIFPUSTO.,;:/- ";
    case Alphabet::kSections:
      return "0123456789().,;:/-> abcdefghilsvX";
    case Alphabet::kAny:
      break;
  }
  return "";
}

void set_image(tesseract::TessBaseAPI& engine, const image::Bitmap& bitmap, double dpi) {
  // Tesseract keeps its own copy, so the bytes may go.
  const std::vector<std::uint8_t> bytes = bitmap.gray_bytes();
  engine.SetImage(bytes.data(), bitmap.width(), bitmap.height(), 1, bitmap.width());
  engine.SetSourceResolution(static_cast<int>(std::lround(std::clamp(dpi, 70.0, 2400.0))));
}

std::string taken(char* text) {
  const std::unique_ptr<char[]> owned(text);
  return text == nullptr ? std::string() : make_valid_utf8(text);
}

std::string without_white_space(std::string text) {
  std::erase_if(text, [](unsigned char c) { return c <= ' '; });
  return text;
}

std::vector<std::string> language_list(tesseract::TessBaseAPI& engine) {
  std::vector<std::string> names;
  engine.GetAvailableLanguagesAsVector(&names);
  std::sort(names.begin(), names.end());
  return names;
}

Problem missing_language(const std::string& languages) {
  const std::vector<std::string> installed = installed_languages();
  for (const std::string& name : split(languages, '+'))
    if (std::find(installed.begin(), installed.end(), name) == installed.end())
      return {ProblemKind::kOcrFailed, "language data \"" + name + "\" for OCR is not installed",
              "Install it: apt install tesseract-ocr-" + replace_all(to_lower_ascii(name), "_", "-")};
  return {ProblemKind::kOcrFailed, "the OCR engine would not start with \"" + languages + "\"",
          "Run \"vaughn doctor\" to see what is missing."};
}

}  // namespace

struct Recogniser::Impl {
  tesseract::TessBaseAPI engine;
  std::map<std::pair<std::string, Alphabet>, BoxText> remembered;  // by digest of the bitmap
  std::map<std::string, TextLayer> pages;                          // the same, boxes in pixels
};

Recogniser::Recogniser(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Recogniser::~Recogniser() = default;

Result<std::unique_ptr<Recogniser>> Recogniser::create(const std::string& languages) {
  auto impl = std::make_unique<Impl>();
  if (impl->engine.Init(nullptr, languages.c_str(), tesseract::OEM_LSTM_ONLY) != 0)
    return missing_language(languages);
  // Tesseract starts with what it finds of several languages, and says so on stderr only.
  std::vector<std::string> loaded;
  impl->engine.GetLoadedLanguagesAsVector(&loaded);
  for (const std::string& name : split(languages, '+'))
    if (std::find(loaded.begin(), loaded.end(), name) == loaded.end()) return missing_language(languages);
  impl->engine.SetVariable("debug_file", "/dev/null");
  return std::unique_ptr<Recogniser>(new Recogniser(std::move(impl)));
}

Result<TextLayer> Recogniser::read_page(const image::Bitmap& page, const image::Scale& scale, double dpi) {
  const std::string key = page.sha256() + " " + std::to_string(std::lround(dpi));
  auto known = impl_->pages.find(key);
  if (known == impl_->pages.end()) {
    if (impl_->pages.size() >= kMostPagesRemembered) impl_->pages.clear();
    auto words = recognise(page, dpi);
    if (!words) return words.problem();
    known = impl_->pages.emplace(key, std::move(words).value()).first;
  }
  TextLayer words = known->second;
  for (Word& word : words)
    word.box = {word.box.x0 / scale.x, word.box.y0 / scale.y, word.box.x1 / scale.x, word.box.y1 / scale.y};
  return words;
}

Result<TextLayer> Recogniser::recognise(const image::Bitmap& page, double dpi) {
  tesseract::TessBaseAPI& engine = impl_->engine;
  engine.SetPageSegMode(tesseract::PSM_AUTO);
  engine.SetVariable("tessedit_char_whitelist", "");
  set_image(engine, page, dpi);
  if (engine.Recognize(nullptr) != 0) {
    engine.Clear();
    return Problem{ProblemKind::kOcrFailed, "recognition of the page failed", ""};
  }
  TextLayer words;
  int line = -1, block = -1;
  const std::unique_ptr<tesseract::ResultIterator> it(engine.GetIterator());
  if (it == nullptr) return words;  // nothing on the page
  do {
    if (it->IsAtBeginningOf(tesseract::RIL_PARA)) ++block;
    if (it->IsAtBeginningOf(tesseract::RIL_TEXTLINE)) ++line;
    if (it->Empty(tesseract::RIL_WORD)) continue;
    image::PixelBox box;
    if (!it->BoundingBox(tesseract::RIL_WORD, &box.x0, &box.y0, &box.x1, &box.y1) || box.empty()) continue;
    Word word;
    word.text = without_white_space(taken(it->GetUTF8Text(tesseract::RIL_WORD)));
    if (word.text.empty()) continue;
    word.box = image::Scale{}.to_points(box);
    word.confidence = std::clamp(static_cast<double>(it->Confidence(tesseract::RIL_WORD)) / 100, 0.0, 1.0);
    word.line = std::max(line, 0);
    word.block = std::max(block, 0);
    words.push_back(std::move(word));
  } while (it->Next(tesseract::RIL_WORD));
  engine.Clear();
  return words;
}

BoxText Recogniser::read_box(const image::Bitmap& box, Alphabet alphabet) {
  // Told that a line is there, Tesseract finds one on plain paper too.
  constexpr double kPlain = 2;  // grey levels
  if (box.levels(box.bounds()).spread < kPlain) return {};
  const std::pair key(box.sha256(), alphabet);
  if (const auto known = impl_->remembered.find(key); known != impl_->remembered.end()) return known->second;
  tesseract::TessBaseAPI& engine = impl_->engine;
  engine.SetPageSegMode(alphabet == Alphabet::kAny ? tesseract::PSM_SINGLE_BLOCK
                                                   : tesseract::PSM_SINGLE_LINE);
  engine.SetVariable("tessedit_char_whitelist", characters_of(alphabet));
  set_image(engine, box, 300);
  BoxText read;
  read.text = std::string(trim(taken(engine.GetUTF8Text())));
  read.confidence = read.text.empty() ? 0 : std::clamp(engine.MeanTextConf() / 100.0, 0.0, 1.0);
  engine.Clear();
  if (impl_->remembered.size() >= kMostRemembered) impl_->remembered.clear();
  impl_->remembered.emplace(key, read);
  return read;
}

std::string tesseract_version() {
  return tesseract::TessBaseAPI::Version();
}

std::vector<std::string> installed_languages() {
  tesseract::TessBaseAPI engine;
  // Any language will do to make it look into its data folder; the list is filled even when it is missing.
  if (engine.Init(nullptr, "eng", tesseract::OEM_LSTM_ONLY) != 0 &&
      engine.Init(nullptr, "osd", tesseract::OEM_LSTM_ONLY) != 0)
    return {};
  return language_list(engine);
}

}  // namespace vaughn::ocr
