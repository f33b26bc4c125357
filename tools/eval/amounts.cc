// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the estimate of amounts (docs/amounts.md): covers runs of words of pages that have text with a
// box, as a redactor would, estimates from what is left, and compares. Prints, by size of the estimate, how
// the truth lies to it.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/program_options.hpp>
#include <cmath>
#include <filesystem>
#include <iostream>
#include <optional>
#include <random>

#include "vaughn/base/error.h"
#include "vaughn/base/utf8.h"
#include "vaughn/pdf/document.h"
#include "worker/amount.h"

namespace vaughn::eval {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

constexpr std::size_t kFewestWords = 60;  // of a page worth covering
constexpr Points kIndent = 40;            // lines of one text begin no farther apart

struct Options {
  std::vector<std::string> paths;
  int cases_a_page = 60;
  int part = -1;  // of the files, by their place in the list: 0 even, 1 odd
  bool without_text = false;
  bool help = false;
};

Options parse(int argc, char** argv, po::options_description& visible) {
  Options options;
  visible.add_options()("cases", po::value(&options.cases_a_page)->value_name("N"),
                        "boxes to try on a page (60)")(
      "part", po::value(&options.part)->value_name("0|1"),
      "every second file only, so that what is fitted on one half is measured on the other")(
      "without-text", po::bool_switch(&options.without_text), "estimate as if the page had no text left")(
      "help,h", po::bool_switch(&options.help), "this text");
  po::options_description all;
  all.add(visible).add_options()("path", po::value(&options.paths));
  po::positional_options_description positional;
  positional.add("path", -1);
  po::variables_map values;
  po::store(po::command_line_parser(argc, argv).options(all).positional(positional).run(), values);
  po::notify(values);
  return options;
}

// The standard library's distributions differ from one to the next; the engine does not.
class Chance {
 public:
  double between(double least, double most) {
    return least + (most - least) * (static_cast<double>(engine_()) / 4294967296.0);
  }
  // least to most, both included.
  int whole(int least, int most) { return static_cast<int>(std::floor(between(least, most + 1))); }

 private:
  std::mt19937 engine_{20260101};
};

enum class Shape { kPartOfLine, kLines, kParagraph };

struct Truth {
  int lines = 0, words = 0, characters = 0;
};

struct Case {
  Shape shape = Shape::kPartOfLine;
  bool recognised = false;  // the words are those of an OCR layer
  Truth truth;
  Amount estimate;
};

using Range = std::pair<std::size_t, std::size_t>;  // of words, half-open

std::vector<Range> lines_of(const TextLayer& words) {
  std::vector<Range> lines;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool goes_on = i > 0 && words[i].line == words[i - 1].line && words[i].block == words[i - 1].block;
    if (goes_on)
      lines.back().second = i + 1;
    else
      lines.push_back({i, i + 1});
  }
  return lines;
}

Box box_of(const TextLayer& words, Range range) {
  Box box;
  for (std::size_t i = range.first; i < range.second; ++i) box = bounding(box, words[i].box);
  return box;
}

// Lower down, or back at the left; a line that lies askew goes down a little with every word.
bool begins_line(const Word& word, const Word& before) {
  return word.box.x0 < before.box.x0 ||
         word.box.center_y() > before.box.center_y() + 0.7 * std::max(word.box.height(), before.box.height());
}

bool upright(const Word& word) {
  return count_code_points(word.text) < 3 || word.box.height() < word.box.width();
}

// Cells of a table stand in one line, and nobody draws one box over them.
Range without_wide_gaps(const TextLayer& words, Range range) {
  for (std::size_t i = range.first + 1; i < range.second; ++i)
    if (words[i].box.x0 - words[i - 1].box.x1 > 2 * words[i].box.height()) return {range.first, i};
  return range;
}

// The words to hide: some of one line, some lines, or a paragraph to its end.
std::optional<Range> choose(const TextLayer& words, Shape shape, Chance& chance) {
  const std::vector<Range> lines = lines_of(words);
  const auto at = static_cast<std::size_t>(chance.whole(0, static_cast<int>(lines.size()) - 1));
  if (shape == Shape::kPartOfLine) {
    const int count = static_cast<int>(lines[at].second - lines[at].first);
    const int taken = chance.whole(1, std::min(count, 9));
    const auto first = lines[at].first + static_cast<std::size_t>(chance.whole(0, count - taken));
    return without_wide_gaps(words, {first, first + static_cast<std::size_t>(taken)});
  }
  const int wanted = shape == Shape::kLines ? chance.whole(2, 5) : 40;
  std::size_t last = at;
  while (last + 1 < lines.size() && static_cast<int>(last + 1 - at) < wanted) {
    const Box above = box_of(words, lines[last]), below = box_of(words, lines[last + 1]);
    const double pitch = below.center_y() - above.center_y();
    const bool aligned = std::abs(below.x0 - above.x0) < kIndent;
    if (!aligned || pitch < 0.5 * above.height() || pitch > 2.4 * above.height()) break;
    // A short line ends the paragraph.
    if (shape == Shape::kParagraph && last > at && above.width() < 0.7 * box_of(words, lines[at]).width())
      break;
    ++last;
  }
  if (last == at) return std::nullopt;
  return Range{lines[at].first, lines[last].second};
}

// A third of all boxes are drawn by a program that knows where the words are, the others by hand.
Box padded(const Box& box, Points height, Chance& chance) {
  if (chance.between(0, 1) < 1.0 / 3) return box;
  const auto across = [&] { return height * chance.between(-0.05, 0.35); };
  const auto down = [&] { return height * chance.between(-0.10, 0.25); };
  return {box.x0 - across(), box.y0 - down(), box.x1 + across(), box.y1 + down()};
}

std::optional<Case> one_case(const TextLayer& words, Points page_width, const Options& options,
                             Chance& chance) {
  Case made;
  made.shape = static_cast<Shape>(std::array{0, 0, 0, 1, 2}[static_cast<std::size_t>(chance.whole(0, 4))]);
  const auto range = choose(words, made.shape, chance);
  if (!range) return std::nullopt;
  const Box box = padded(box_of(words, *range), words[range->first].box.height(), chance);
  TextLayer rest;
  const Word* last = nullptr;
  for (const Word& word : words) {
    if (!box.contains(word.box.center_x(), word.box.center_y())) {
      rest.push_back(word);
      continue;
    }
    if (last == nullptr || begins_line(word, *last)) ++made.truth.lines;
    if (last != nullptr) ++made.truth.characters;  // the space or the line's end
    made.truth.characters += static_cast<int>(count_code_points(word.text));
    ++made.truth.words;
    last = &word;
  }
  if (made.truth.words == 0) return std::nullopt;
  made.estimate =
      worker::estimate_amount(box, worker::type_lines(options.without_text ? TextLayer{} : rest, page_width));
  return made;
}

void add_cases(const std::string& path, const Options& options, Chance& chance, std::vector<Case>* cases) {
  const auto document = pdf::Document::open(path, {});
  if (!document) return;
  for (int page = 0; page < document->page_count(); ++page) {
    const auto content = document->content(PageIndex(page));
    const auto size = document->size(PageIndex(page));
    if (!content || !size) continue;
    TextLayer words;
    std::size_t hidden = 0;
    for (const pdf::LayerWord& word : content->words) {
      if (!upright(word.word)) continue;
      words.push_back(word.word);
      hidden += word.visibility != pdf::Visibility::kDrawn ? 1 : 0;
    }
    if (words.size() < kFewestWords) continue;
    for (int i = 0; i < options.cases_a_page; ++i) {
      auto made = one_case(words, size->width, options, chance);
      if (!made) continue;
      made->recognised = 2 * hidden > words.size();
      cases->push_back(*made);
    }
  }
}

double quantile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1,
                         static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

void print_row(const std::string& name, const std::vector<const Case*>& cases) {
  if (cases.empty()) return;
  std::vector<double> ratios, errors, word_errors;
  std::size_t lines_right = 0, in_range = 0;
  for (const Case* one : cases) {
    const double ratio = one->truth.characters / static_cast<double>(one->estimate.characters);
    ratios.push_back(ratio);
    errors.push_back(std::abs(one->estimate.characters - one->truth.characters) /
                     static_cast<double>(one->truth.characters));
    word_errors.push_back(std::abs(one->estimate.words - one->truth.words) /
                          static_cast<double>(one->truth.words));
    lines_right += one->estimate.lines == one->truth.lines ? 1 : 0;
    in_range += one->truth.characters >= one->estimate.characters_low &&
                        one->truth.characters <= one->estimate.characters_high
                    ? 1
                    : 0;
  }
  const auto percent = [&](std::size_t count) {
    return 100.0 * static_cast<double>(count) / static_cast<double>(cases.size());
  };
  fmt::print(
      "{:22} {:6}  {:4.0f} %   {:4.2f}   {:4.2f} - {:4.2f}   {:4.2f} - {:4.2f}   {:4.0f} %   {:4.0f} %   "
      "{:4.0f} %\n",
      name, cases.size(), 100 * quantile(errors, 0.5), quantile(ratios, 0.5), quantile(ratios, 0.1),
      quantile(ratios, 0.9), quantile(ratios, 0.05), quantile(ratios, 0.95), percent(in_range),
      percent(lines_right), 100 * quantile(word_errors, 0.5));
}

enum class Lines { kOne, kSeveral };

struct SizeClass {
  const char* name;
  Lines lines;
  int least, most;
};

constexpr int kAny = 1 << 30;
constexpr std::array<SizeClass, 8> kSizes = {{{"1 line, 1 to 4", Lines::kOne, 1, 4},
                                              {"1 line, 5 to 9", Lines::kOne, 5, 9},
                                              {"1 line, 10 to 19", Lines::kOne, 10, 19},
                                              {"1 line, 20 to 39", Lines::kOne, 20, 39},
                                              {"1 line, 40 and more", Lines::kOne, 40, kAny},
                                              {"several, 1 to 99", Lines::kSeveral, 1, 99},
                                              {"several, 100 to 399", Lines::kSeveral, 100, 399},
                                              {"several, 400 and more", Lines::kSeveral, 400, kAny}}};

template <class Choose>
void print_rows(const std::string& name, const std::vector<Case>& cases, Choose choose) {
  std::vector<const Case*> chosen;
  for (const Case& one : cases)
    if (choose(one)) chosen.push_back(&one);
  print_row(name, chosen);
}

void print(const std::vector<Case>& cases) {
  fmt::print("{:22} {:>6}  {:>6}   {:>4}   {:>11}   {:>11}   {:>6}   {:>6}   {:>6}\n", "estimated characters",
             "cases", "error", "bias", "8 of 10", "9 of 10", "in", "lines", "words");
  for (const SizeClass& size : kSizes)
    print_rows(size.name, cases, [&](const Case& one) {
      return (one.estimate.lines == 1) == (size.lines == Lines::kOne) &&
             one.estimate.characters >= size.least && one.estimate.characters <= size.most;
    });
  print_rows("part of a line", cases, [](const Case& one) { return one.shape == Shape::kPartOfLine; });
  print_rows("2 to 5 lines", cases, [](const Case& one) { return one.shape == Shape::kLines; });
  print_rows("a paragraph", cases, [](const Case& one) { return one.shape == Shape::kParagraph; });
  print_rows("drawn text", cases, [](const Case& one) { return !one.recognised; });
  print_rows("OCR layers", cases, [](const Case& one) { return one.recognised; });
  print_rows("all", cases, [](const Case&) { return true; });
}

std::vector<std::string> files(const Options& options) {
  std::vector<std::string> all;
  for (const std::string& path : options.paths) {
    if (!fs::is_directory(path)) {
      all.push_back(path);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(path))
      if (entry.path().extension() == ".pdf") all.push_back(entry.path().string());
  }
  std::sort(all.begin(), all.end());
  std::vector<std::string> chosen;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (options.part < 0 || static_cast<int>(i % 2) == options.part) chosen.push_back(all[i]);
  return chosen;
}

int run(int argc, char** argv) {
  po::options_description visible("eval_amounts [OPTION]... PDF|FOLDER...");
  const Options options = parse(argc, argv, visible);
  if (options.help || options.paths.empty()) {
    std::cout << visible;
    return options.help ? 0 : 2;
  }
  std::vector<Case> cases;
  Chance chance;
  for (const std::string& path : files(options)) add_cases(path, options, chance, &cases);
  print(cases);
  return cases.empty() ? 1 : 0;
}

}  // namespace
}  // namespace vaughn::eval

int main(int argc, char** argv) {
  try {
    return vaughn::eval::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "eval_amounts: " << error.what() << '\n';
    return 2;
  }
}
