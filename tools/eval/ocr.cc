// SPDX-License-Identifier: GPL-3.0-or-later
// Measures how well scans are read (docs/measuring.md): turns pages whose text is known into pictures such as
// scanners, faxes, copiers and redactors leave, has vaughn and its peers read them, and compares.
#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <iostream>
#include <memory>

#include "eval/command.h"
#include "eval/degradation.h"
#include "eval/generated_pages.h"
#include "eval/ocr_report.h"
#include "eval/plain_words.h"
#include "eval/text_errors.h"
#include "eval/text_readers.h"
#include "eval/true_pages.h"
#include "vaughn/base/error.h"
#include "vaughn/base/files.h"
#include "vaughn/base/strings.h"

namespace vaughn::eval {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

struct Options {
  std::vector<std::string> paths;
  int pages_a_file = 0;
  int generated = 0;
  std::string ways;
  std::uint32_t seed = 1;
  std::string keep, cache, json;
  std::string program = VAUGHN_PROGRAM;
  std::string peers = "all";
  int jobs = 1;
  bool help = false;
};

Options parse(int argc, char** argv, po::options_description& visible) {
  Options options;
  visible.add_options()("pages", po::value(&options.pages_a_file)->value_name("N"),
                        "at most so many pages of each file, spread evenly (all)")(
      "generate", po::value(&options.generated)->value_name("N"),
      "add so many pages of invented letters, memos, e-mails, tables and forms")(
      "ways", po::value(&options.ways)->value_name("A,B,..."),
      "what is done to the pages (all of those below)")("seed", po::value(&options.seed)->value_name("N"),
                                                        "of all that is random (1)")(
      "keep", po::value(&options.keep)->value_name("DIR"), "leave the pictures there")(
      "vaughn", po::value(&options.program)->value_name("PATH"),
      "the program to measure; default: the one built beside this")(
      "ocr-only-peers", po::value(&options.peers)->value_name("none|tesseract|ocrmypdf|all"),
      "whom to measure it against (all that are installed)")(
      "cache", po::value(&options.cache)->value_name("DIR"),
      "keep the peers' readings there, and use those there are")(
      "jobs,j", po::value(&options.jobs)->value_name("N"), "pages read at once (1)")(
      "json", po::value(&options.json)->value_name("FILE"), "write every figure, by page too")(
      "help,h", po::bool_switch(&options.help), "this text");
  po::options_description all;
  all.add(visible).add_options()("path", po::value(&options.paths));
  po::positional_options_description positional;
  positional.add("path", -1);
  po::variables_map values;
  po::store(po::command_line_parser(argc, argv).options(all).positional(positional).run(), values);
  po::notify(values);
  if (options.jobs < 1) throw Error(ErrorCode::kUsage, "-j needs a number from 1");
  return options;
}

void print_help(const po::options_description& visible) {
  std::cout << "eval_ocr [OPTION]... [PDF|FOLDER]...\n" << visible << "\nWays:\n";
  for (const Way& way : all_ways()) std::cout << fmt::format("  {:<12} {}\n", way.name, way.description);
}

std::vector<PeerProgram> peers_wanted(const std::string& which) {
  if (which != "none" && which != "tesseract" && which != "ocrmypdf" && which != "all")
    throw Error(ErrorCode::kUsage,
                "--ocr-only-peers is none, tesseract, ocrmypdf or all, not '" + which + "'");
  std::vector<PeerProgram> programs;
  for (const auto& [peer, name] : {std::pair{Peer::kTesseract, "tesseract"}, {Peer::kOcrmypdf, "ocrmypdf"}}) {
    if (which != "all" && which != name) continue;
    if (is_installed(name))
      programs.push_back(peer_program(peer));
    else
      std::cerr << "eval_ocr: " << name << " is not installed, and is left out; 'tools/packages.sh measure' "
                << "installs it\n";
  }
  return programs;
}

ChosenPages pages_wanted(const Options& options, const fs::path& folder) {
  ChosenPages chosen = choose_pages(options.paths, options.pages_a_file);
  if (options.generated > 0) {
    const std::string file = (folder / "generated.pdf").string();
    generate_pages(file, options.generated, options.seed);
    ChosenPages own = choose_pages({file}, 0);
    for (TruePage& page : own.pages) chosen.pages.push_back(std::move(page));
    for (const auto& [why, count] : own.left_out) chosen.left_out[why] += count;
    chosen.files += own.files;
  }
  return chosen;
}

void say_what_is_measured(const ChosenPages& chosen, std::uint32_t seed) {
  for (const std::string& sentence : chosen.unreadable)
    std::cerr << "eval_ocr: left out: " << sentence << '\n';
  for (const auto& [why, count] : chosen.left_out)
    std::cerr << "eval_ocr: left out: " << count << (count == 1 ? " page: " : " pages: ") << why << '\n';
  std::size_t words = 0;
  for (const TruePage& page : chosen.pages) words += page.words.size();
  fmt::print("{} pages of {} files, {} words; seed {}\n\n", chosen.pages.size(), chosen.files, words, seed);
}

std::vector<std::string> plain_words_of(const TextLayer& layer) {
  std::vector<std::string> words;
  for (const Word& word : layer)
    for (std::string& part : plain_words(word.text)) words.push_back(std::move(part));
  return words;
}

Figures compare(const Way& way, const std::string& reader, const std::vector<TruePage>& pages,
                const std::vector<Raster>& rasters, const std::vector<Reading>& readings) {
  Figures figures{way, reader};
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Reading& reading = readings[i];
    const std::optional<CoveredPage>& covered = rasters[i].covered;
    PageFigures page;
    page.file = pages[i].file + ":" + std::to_string(pages[i].page.value() + 1);
    page.text = compare_words(plain_words_of(covered ? covered->left : pages[i].words), reading.words);
    if (covered) page.boxes = compare_boxes(*covered, reading.placed);
    page.cpu_seconds = reading.cpu_seconds;
    page.unread = !reading.problem.empty();
    if (page.unread)
      std::cerr << fmt::format("eval_ocr: {}: {} did not read {}: {}\n", way.name, reader, page.file,
                               trim(reading.problem));
    figures.pages.push_back(std::move(page));
  }
  return figures;
}

int run(int argc, char** argv) {
  po::options_description visible("Options");
  const Options options = parse(argc, argv, visible);
  if (options.help || (options.paths.empty() && options.generated <= 0)) {
    print_help(visible);
    return options.help ? 0 : 2;
  }
  const std::vector<Way> ways = options.ways.empty() ? all_ways() : ways_named(options.ways);
  const std::vector<PeerProgram> peers = peers_wanted(options.peers);
  const TemporaryFolder temporary;
  const fs::path folder = options.keep.empty() ? temporary.path() : fs::path(options.keep);
  fs::create_directories(folder);
  if (!options.cache.empty()) fs::create_directories(options.cache);
  const ChosenPages chosen = pages_wanted(options, folder);
  if (chosen.pages.empty()) throw Error(ErrorCode::kUsage, "no page that will do was found");
  say_what_is_measured(chosen, options.seed);

  std::vector<std::string> readers = {"vaughn"};
  for (const PeerProgram& peer : peers) readers.push_back(peer.name);
  std::vector<Figures> all;
  print_heading();
  for (const Way& way : ways) {
    std::vector<Raster> rasters;
    for (std::size_t i = 0; i < chosen.pages.size(); ++i)
      rasters.push_back(make_raster(chosen.pages[i], way, options.seed, folder, fmt::format("{:04}", i + 1)));
    std::vector<Figures> of_way = {compare(way, "vaughn", chosen.pages, rasters,
                                           read_with_vaughn(options.program, options.jobs, rasters))};
    for (const PeerProgram& peer : peers)
      of_way.push_back(compare(way, peer.name, chosen.pages, rasters,
                               read_with_peer(peer, options.jobs, options.cache, rasters)));
    print_way(of_way);
    all.insert(all.end(), of_way.begin(), of_way.end());
    if (options.keep.empty())
      for (const Raster& raster : rasters) fs::remove(raster.file);
  }
  print_summary(all, readers);
  if (!options.json.empty()) write_file(options.json, to_json(all));
  return 0;
}

}  // namespace
}  // namespace vaughn::eval

int main(int argc, char** argv) {
  try {
    return vaughn::eval::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "eval_ocr: " << error.what() << '\n';
    return 2;
  }
}
