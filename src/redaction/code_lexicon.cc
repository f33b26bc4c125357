// SPDX-License-Identifier: GPL-3.0-or-later
// Weighted edit distance (Wagner and Fischer) to about forty labels. Only a reading that is near one and not
// nearly as near another is taken: a wrong code is worse than none.
#include "redaction/code_lexicon.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <limits>

#include "redaction/code_text.h"
#include "vaughn/redaction/code_reader.h"

namespace vaughn::redaction {
namespace {

std::vector<PrintedLabel> make_labels() {
  std::vector<PrintedLabel> labels;
  for (const char digit : std::string_view("1234569")) {
    const std::string code = std::string("(b)(") + digit + ")";
    labels.push_back({code, {code}});
    labels.push_back({std::string("b") + digit, {code}});
  }
  for (const char letter : std::string_view("ACDEF")) {
    const std::string code = std::string("(b)(7)(") + letter + ")";
    labels.push_back({code, {code}});
    labels.push_back({std::string("b7") + letter, {code}});
  }
  labels.push_back({"(b)(6);(b)(7)(C)", {"(b)(6)", "(b)(7)(C)"}});
  labels.push_back({"b6b7C", {"(b)(6)", "(b)(7)(C)"}});
  labels.push_back({"(b)(7)(E);(b)(6)", {"(b)(7)(E)", "(b)(6)"}});
  labels.push_back({"(b)(6);(b)(7)(C);(b)(7)(E)", {"(b)(6)", "(b)(7)(C)", "(b)(7)(E)"}});
  labels.push_back({"(b)(5)DPP", {"(b)(5)-DPP"}});
  labels.push_back({"NonResponsive", {"NR"}});
  labels.push_back({"NR", {"NR"}});
  return labels;
}

const std::vector<PrintedLabel>& labels() {
  static const std::vector<PrintedLabel> kLabels = make_labels();
  return kLabels;
}

// Pairs that recognition takes for each other, counted on synthetic labels of four typefaces.
constexpr std::array<std::string_view, 76> kConfused = {
    "b6", "bh",  "bo", "b0", "b8", "bB", "6G", "6S", "6b",  "6e", "68", "65", "5S", "5s", "5$", "Cc",
    "C0", "Co",  "CO", "CG", "Ce", "C(", "EB", "EF", "ee",  "Ee", "D0", "DO", "Do", "A4", "1l", "1I",
    "1i", "1t",  "1!", "7T", "7?", "7I", "7/", "4A", "38",  "3B", "2Z", "cC", "kK", "({", "([", ")}",
    ")]", "(l",  "(I", "(1", "(t", "(f", ")|", ")l", ")J",  ")y", ")Y", ")H", ")X", ")x", ")K", ")M",
    ")N", ")\\", "(X", "(x", "(H", "(K", "(M", "(N", "(\\", "(Y", "(V", ")V"};
constexpr std::array<std::string_view, 8> kConfusedToo = {";,", ";:", ";.", "b&", "b>", "bD", "bU", "bu"};

using Costs = std::array<std::array<float, 128>, 128>;

const Costs& replacing() {
  static const Costs kCosts = [] {
    Costs costs;
    for (auto& row : costs) row.fill(1);
    for (std::size_t i = 0; i < costs.size(); ++i) costs[i][i] = 0;
    const auto discount = [&](std::string_view pair) {
      const auto a = static_cast<unsigned char>(pair[0]), b = static_cast<unsigned char>(pair[1]);
      if (a != b) costs[a][b] = costs[b][a] = 0.35F;
    };
    for (const std::string_view pair : kConfused) discount(pair);
    for (const std::string_view pair : kConfusedToo) discount(pair);
    return costs;
  }();
  return kCosts;
}

double replace_cost(char a, char b) {
  const auto i = static_cast<unsigned char>(a), j = static_cast<unsigned char>(b);
  if (i >= 128 || j >= 128) return a == b ? 0 : 1;
  return replacing()[i][j];
}

double insert_cost(char c) {
  return std::string_view("()[]{}|;,. \\_").find(c) == std::string_view::npos ? 1 : 0.6;
}

// Without white space and without the strokes that a box's frame is read as.
std::string stripped(std::string_view read) {
  constexpr std::string_view kFrame = " \t\r\n|_-=.";
  const std::size_t first = read.find_first_not_of(kFrame);
  if (first == std::string_view::npos) return {};
  read = read.substr(first, read.find_last_not_of(kFrame) - first + 1);
  std::string kept;
  for (const char c : read)
    if (!std::isspace(static_cast<unsigned char>(c))) kept += c;
  return kept;
}

bool has_digit_or_bracket(std::string_view text) {
  return text.find_first_of("0123456789()[]{}") != std::string_view::npos;
}

struct Nearest {
  const PrintedLabel* label = nullptr;
  double distance = std::numeric_limits<double>::infinity();
};

bool are_all_known(const std::vector<std::string>& codes, const std::vector<PrintedLabel>& on_page) {
  return std::all_of(codes.begin(), codes.end(), [&](const std::string& code) {
    return std::any_of(on_page.begin(), on_page.end(), [&](const PrintedLabel& label) {
      return std::find(label.codes.begin(), label.codes.end(), code) != label.codes.end();
    });
  });
}

// The labels that boxes carry anywhere, and those of this page as it prints them.
std::vector<PrintedLabel> candidates_for(const std::vector<PrintedLabel>& on_page) {
  std::vector<PrintedLabel> all = labels();
  for (const PrintedLabel& label : on_page)
    if (!label.form.empty()) all.push_back({stripped(label.form), label.codes});
  return all;
}

}  // namespace

double label_distance(std::string_view read, std::string_view label) {
  std::vector<double> above(label.size() + 1, 0);
  for (std::size_t j = 1; j <= label.size(); ++j) above[j] = above[j - 1] + insert_cost(label[j - 1]);
  std::vector<double> row(above.size());
  for (const char c : read) {
    row[0] = above[0] + insert_cost(c);
    for (std::size_t j = 1; j <= label.size(); ++j) {
      const char l = label[j - 1];
      row[j] = std::min(
          {above[j] + insert_cost(c), row[j - 1] + insert_cost(l), above[j - 1] + replace_cost(c, l)});
    }
    std::swap(above, row);
  }
  return above.back();
}

std::vector<std::string> nearest_label(std::string_view read, const std::vector<PrintedLabel>& on_page) {
  constexpr double kFarthest = 0.30, kClear = 0.5, kFavour = 0.2;
  constexpr std::size_t kLongest = 64;  // no label is half as long
  const std::string text = stripped(CodeText(read.substr(0, 4 * kLongest)).text());
  const auto is_alnum = [](char c) { return std::isalnum(static_cast<unsigned char>(c)); };
  if (text.size() > kLongest || std::none_of(text.begin(), text.end(), is_alnum)) return {};
  // "Be" in a box is as likely a word as a B6: letters alone are held against labels of letters alone.
  const bool only_letters = !has_digit_or_bracket(text);
  const std::vector<PrintedLabel> candidates = candidates_for(on_page);
  Nearest best, second;
  for (const PrintedLabel& label : candidates) {
    if (only_letters && has_digit_or_bracket(label.form)) continue;
    const Nearest here{
        &label, label_distance(text, label.form) - (are_all_known(label.codes, on_page) ? kFavour : 0)};
    if (here.distance < best.distance) {
      // Two forms of the same codes do not compete.
      if (best.label && best.label->codes != label.codes) second = best;
      best = here;
    } else if (here.distance < second.distance && best.label->codes != label.codes) {
      second = here;
    }
  }
  const double allowed = kFarthest * static_cast<double>(std::max<std::size_t>(best.label->form.size(), 3));
  if (best.distance > allowed || second.distance - best.distance < kClear) return {};
  return best.label->codes;
}

}  // namespace vaughn::redaction
