// SPDX-License-Identifier: GPL-3.0-or-later
// Measures redaction boxes against labelled pages: precision, recall and F1 overall and by kind, clean pages
// flagged, and the time a page takes. Pictures of truth (red) and answer (blue) on request.
#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <map>

#include "eval/labelled_set.h"
#include "eval/page_readers.h"
#include "eval/scoring.h"
#include "vaughn/base/error.h"
#include "vaughn/image/drawing.h"
#include "vaughn/image/image_file.h"

namespace vaughn::eval {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

struct Options {
  std::vector<std::string> sets;
  std::string predictions;     // file to write; empty for none
  std::string overlay_folder;  // empty for none
  std::string program = VAUGHN_PROGRAM;
  bool detector_alone = false;
  bool no_ocr = false;
  std::string only;  // pages whose image name contains it
  Ordeal ordeal;
  bool list_pages = false;
  bool help = false;
};

Options parse(int argc, char** argv, po::options_description& visible) {
  Options options;
  visible.add_options()("out", po::value(&options.predictions)->value_name("FILE"),
                        "write the boxes found, as JSON Lines")(
      "overlay", po::value(&options.overlay_folder)->value_name("DIR"),
      "draw every page that is not all right")("vaughn", po::value(&options.program)->value_name("PATH"),
                                               "the program to measure; default: the one built beside this")(
      "no-ocr", po::bool_switch(&options.no_ocr),
      "without recognition, which reads codes and drops what holds words")(
      "detector", po::bool_switch(&options.detector_alone), "the cover detector alone, each page timed")(
      "only", po::value(&options.only)->value_name("TEXT"), "only images whose name contains TEXT")(
      "turn", po::value(&options.ordeal.degrees)->value_name("DEGREES"),
      "turn pages and labels clockwise first; with --detector, as the next three")(
      "scale", po::value(&options.ordeal.scale)->value_name("FACTOR"), "make pages coarser first")(
      "bilevel", po::bool_switch(&options.ordeal.bilevel), "make pages black and white first")(
      "specks", po::value(&options.ordeal.specks)->value_name("N"), "strew black specks over pages first")(
      "pages", po::bool_switch(&options.list_pages), "a line for every page")(
      "help,h", po::bool_switch(&options.help), "this text");
  po::options_description all;
  all.add(visible).add_options()("set", po::value(&options.sets));
  po::positional_options_description positional;
  positional.add("set", -1);
  po::variables_map values;
  po::store(po::command_line_parser(argc, argv).options(all).positional(positional).run(), values);
  po::notify(values);
  return options;
}

image::PixelBox rounded(const LabelBox& box) {
  const auto pixel = [](double v) { return static_cast<int>(std::lround(v)); };
  return {pixel(box[0]), pixel(box[1]), pixel(box[2]), pixel(box[3])};
}

void draw_overlay(const fs::path& folder, const LabelledPage& page, const std::vector<LabelBox>& found) {
  constexpr double kMaxMegapixels = 200;
  constexpr double kWidth = 1200;
  const auto frame = image::load_frame(page.image_path, SourceFormat::kPng, PageIndex(0), kMaxMegapixels);
  if (!frame) return;
  image::Drawing drawing(frame->bitmap);
  const int line = std::max(2, frame->bitmap.width() / 500);
  for (const LabelBox& box : page.boxes) drawing.outline(grown(rounded(box), line), {220, 0, 0}, line);
  for (const LabelBox& box : found) drawing.outline(rounded(box), {0, 60, 255}, line);
  fs::create_directories(folder);
  const double factor = std::min(1.0, kWidth / frame->bitmap.width());
  drawing.picture().scaled(factor).write_png(folder /
                                             (page.kind + "-" + page.image_path.stem().string() + ".png"));
}

void print_row(const std::string& name, const Tally& t) {
  fmt::print("{:28} {:5} {:6} {:6} {:6}   {:.3f} {:.3f} {:.3f}\n", name, t.pages, t.truth, t.found, t.matched,
             t.precision(), t.recall(), t.f1());
}

void print_times(std::vector<double> seconds) {
  if (seconds.empty()) return;
  std::sort(seconds.begin(), seconds.end());
  double sum = 0;
  for (const double s : seconds) sum += s;
  fmt::print("CPU a page: mean {:.1f} ms, median {:.1f} ms, slowest {:.1f} ms\n",
             1e3 * sum / static_cast<double>(seconds.size()), 1e3 * seconds[seconds.size() / 2],
             1e3 * seconds.back());
}

int run(const Options& options) {
  std::vector<LabelledPage> pages;
  for (const std::string& set : options.sets) {
    for (LabelledPage& page : read_labelled_set(set)) {
      if (page.image.find(options.only) == std::string::npos) continue;
      if (options.ordeal.degrees != 0) page.boxes = turned_boxes(page, options.ordeal.degrees);
      pages.push_back(std::move(page));
    }
  }
  const PagesReader reader = options.detector_alone
                                 ? detector_reader(options.ordeal)
                                 : program_reader(options.program, options.no_ocr ? "--no-ocr" : "");
  Tally overall;
  std::map<std::string, Tally> groups;
  std::vector<std::vector<LabelBox>> found;
  std::vector<double> seconds;
  std::vector<PageResult> results = reader(pages);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const LabelledPage& page = pages[i];
    PageResult& result = results[i];
    overall.add(page.boxes, result.boxes);
    groups[page.dataset].add(page.boxes, result.boxes);
    groups[page.dataset + "/" + page.kind].add(page.boxes, result.boxes);
    seconds.push_back(result.cpu_seconds);
    const auto matched = match_boxes(page.boxes, result.boxes).size();
    const bool perfect = matched == page.boxes.size() && matched == result.boxes.size();
    if (options.list_pages) {
      fmt::print("{:10} truth {:3} found {:3} matched {:3} {:6.1f} ms  {}\n", page.kind, page.boxes.size(),
                 result.boxes.size(), matched, 1e3 * result.cpu_seconds, page.image);
    }
    if (!options.overlay_folder.empty() && !perfect) draw_overlay(options.overlay_folder, page, result.boxes);
    found.push_back(std::move(result.boxes));
  }
  if (!options.predictions.empty()) write_predictions(options.predictions, pages, found);
  fmt::print("{:28} {:>5} {:>6} {:>6} {:>6}   {:5} {:5} {:5}\n", "", "pages", "truth", "found", "match", "P",
             "R", "F1");
  print_row("overall", overall);
  for (const auto& [name, tally] : groups) print_row(name, tally);
  fmt::print("clean pages flagged: {} of {} ({} boxes)\n", overall.clean_flagged, overall.clean_pages,
             overall.boxes_on_clean);
  print_times(seconds);
  return 0;
}

}  // namespace
}  // namespace vaughn::eval

int main(int argc, char** argv) {
  boost::program_options::options_description visible("Options");
  try {
    const auto options = vaughn::eval::parse(argc, argv, visible);
    const bool changed = !(options.ordeal == vaughn::eval::Ordeal{});
    const bool impossible = changed && (!options.detector_alone || !options.overlay_folder.empty());
    if (options.help || options.sets.empty() || impossible) {
      std::cerr << "usage: eval_redactions [OPTION]… SET…   (a folder with truth.jsonl, or such a file)\n"
                << visible;
      return options.help ? 0 : 2;
    }
    return vaughn::eval::run(options);
  } catch (const std::exception& e) {
    std::cerr << "eval_redactions: " << e.what() << "\n";
    return 2;
  }
}
