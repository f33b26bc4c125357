// SPDX-License-Identifier: GPL-3.0-or-later
// Holds text layers against fresh recognition (docs/reading.md): for each page that has both a layer and a
// scan, the signs by which a layer is judged, the judgement, and how far its words and those recognised
// agree. Recognition is no truth; but a layer that agrees with it is hardly poor, and one that does not is
// worth looking at.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>

#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"
#include "worker/page_look.h"
#include "worker/recognition.h"
#include "worker/resolution.h"

namespace vaughn::eval {
namespace {

namespace fs = std::filesystem;
using namespace worker;

constexpr double kMegapixels = 100;
constexpr double kAgree = 0.75;  // F1 of the words; below, the layer is counted as poor

std::map<std::string, int> bag_of(const TextLayer& words) {
  std::map<std::string, int> bag;
  for (const Word& word : words)
    if (word.text.size() >= 2) ++bag[word.text];
  return bag;
}

double agreement(const TextLayer& a, const TextLayer& b) {
  const auto bag_a = bag_of(a), bag_b = bag_of(b);
  double both = 0, all = 0;
  for (const auto& [word, count] : bag_a) {
    all += count;
    if (const auto found = bag_b.find(word); found != bag_b.end()) both += std::min(count, found->second);
  }
  for (const auto& [word, count] : bag_b) all += count;
  return all > 0 ? 2 * both / all : 1;
}

struct Counts {
  int poor = 0, found = 0, good = 0, false_alarms = 0;
};

void measure(const fs::path& path, ocr::Recogniser& recogniser, Counts* counts) {
  Source file;
  file.path = path.string();
  file.format = SourceFormat::kPdf;
  auto opened = open_source(file, {});
  if (!opened) return;
  const auto pages = (*opened)->page_count();
  for (int i = 0; pages && i < *pages; ++i) {
    const PageIndex index(i);
    auto page = look_at(**opened, index, {});
    if (!page || page->open.size() < 20 || picture_share(page->plan.size, page->plan.content.images) < .5)
      continue;
    if (refine(**opened, index, {}, &*page)) continue;
    const TextLayer nothing;
    const auto covers = covers_of(*page);
    const auto words = recognise_page({page->finest(), paper_dpi(page->plan.size, page->finest().dpi), covers,
                                       nothing, Recognise::kAll, print_of(*page)},
                                      recogniser);
    if (!words) continue;
    const LayerQuality quality = judge_layer(page->open);
    const double agree = agreement(page->open, *words);
    const bool poor = page->decision.source == TextSource::kOcrLayerPoor;
    fmt::print(
        "{:<34.34} {:>3} {:>5} {:>5.0f} {:>5.1f} {:>5.1f} {:>5.0f} {:>5.0f} {:>6.0f} {:>5} {:>6.0f}  {}\n",
        path.filename().string(), i + 1, page->open.size(),
        100.0 * page->open_hidden / static_cast<double>(page->open.size()), 100 * quality.odd_share,
        100 * quality.broken_share, 100 * quality.language.known_share, 100 * quality.language.little_share,
        100 * unread_share(page->marks.letters, page->open), words->size(), 100 * agree,
        to_string(page->decision.source));
    if (page->decision.source == TextSource::kBornDigital || page->decision.source == TextSource::kMixed)
      continue;
    if (agree < kAgree) {
      ++counts->poor;
      counts->found += poor ? 1 : 0;
    } else {
      ++counts->good;
      counts->false_alarms += poor ? 1 : 0;
    }
  }
}

int run(int argc, char** argv) {
  if (argc < 2 || std::string_view(argv[1]) == "--help") {
    std::cerr << "usage: eval_layers FILE.pdf...\n";
    return 2;
  }
  auto recogniser = ocr::Recogniser::create("eng");
  if (!recogniser) {
    std::cerr << recogniser.problem().cause << "\n";
    return 2;
  }
  fmt::print("{:<34} {:>3} {:>5} {:>5} {:>5} {:>5} {:>5} {:>5} {:>6} {:>5} {:>6}  {}\n", "file", "p.",
             "words", "hid %", "odd %", "brk %", "known", "litl%", "unread", "ocr", "agree", "decision");
  Counts counts;
  for (int i = 1; i < argc; ++i) measure(argv[i], **recogniser, &counts);
  fmt::print("\nlayers that disagree with recognition (under {:.0f} %): {}, of them judged poor: {}\n",
             100 * kAgree, counts.poor, counts.found);
  fmt::print("layers that agree: {}, of them judged poor: {}\n", counts.good, counts.false_alarms);
  return 0;
}

}  // namespace
}  // namespace vaughn::eval

int main(int argc, char** argv) {
  try {
    return vaughn::eval::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 2;
  }
}
