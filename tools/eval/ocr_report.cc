// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/ocr_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>

namespace vaughn::eval {
namespace {

using nlohmann::json;

double percent(double share) {
  return 100 * share;
}

double share(long long part, long long whole) {
  return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

double false_words_a_hundred(const BoxErrors& boxes) {
  return 100 * share(boxes.false_words(), boxes.boxes);
}

void print_boxes(const std::vector<Figures>& all) {
  bool headed = false;
  for (const Figures& one : all) {
    const BoxErrors boxes = one.boxes();
    if (boxes.boxes == 0) continue;
    if (!headed)
      fmt::print("\n{:<12} {:<10} {:>6} {:>24} {:>6} {:>7} {:>11}\n", "way", "reader", "boxes",
                 "false words, 100 boxes: in", "beside", "both", "neighbours %");
    headed = true;
    fmt::print("{:<12} {:<10} {:>6} {:>26.1f} {:>6.1f} {:>7.1f} {:>11.1f}\n", one.way.name, one.reader,
               boxes.boxes, 100 * share(boxes.false_in_boxes, boxes.boxes),
               100 * share(boxes.false_beside, boxes.boxes), false_words_a_hundred(boxes),
               percent(share(boxes.neighbours_read, boxes.neighbours)));
  }
}

struct Total {
  const char* name;
  std::function<bool(const Way&)> counts;
  std::function<double(const TextErrors&, const BoxErrors&)> measure;
  double target;  // largest value relative to a peer's that meets what the project wants; 0: no target
};

double word_error_rate(const TextErrors& text, const BoxErrors&) {
  return percent(text.word_error_rate());
}

double order_free(const TextErrors& text, const BoxErrors&) {
  return percent(share(text.errors_any_order, text.true_words));
}

double false_words(const TextErrors&, const BoxErrors& boxes) {
  return false_words_a_hundred(boxes);
}

std::optional<double> value_of(const Total& total, const std::vector<Figures>& all,
                               const std::string& reader) {
  TextErrors text;
  BoxErrors boxes;
  bool any = false;
  for (const Figures& one : all) {
    if (one.reader != reader || !total.counts(one.way)) continue;
    text += one.text();
    boxes += one.boxes();
    any = true;
  }
  if (!any) return std::nullopt;
  return total.measure(text, boxes);
}

void print_total(const Total& total, const std::vector<Figures>& all,
                 const std::vector<std::string>& readers) {
  const auto own = value_of(total, all, readers.front());
  if (!own) return;
  fmt::print("{:<44} {:>8.2f}", total.name, *own);
  for (std::size_t i = 1; i < readers.size(); ++i) {
    const auto other = value_of(total, all, readers[i]);
    if (!other) continue;
    const std::string change =
        *other > 0 ? fmt::format("{:+.1f} %", percent(*own / *other - 1)) : std::string("-");
    const char* met = total.target <= 0 ? "" : *own <= total.target * *other ? "met" : "missed";
    fmt::print(" {:>9.2f} {:>9} {:<6}", *other, change, met);
  }
  fmt::print("\n");
}

void print_totals(const std::vector<Figures>& all, const std::vector<std::string>& readers) {
  const auto clean300 = [](const Way& way) { return std::string(way.name) == "clean300"; };
  const auto degraded = [](const Way& way) { return way.group == WayGroup::kDegraded; };
  const auto worse = [](const Way& way) {
    return way.group == WayGroup::kDegraded || way.group == WayGroup::kTurned;
  };
  const auto boxes = [](const Way& way) { return way.group == WayGroup::kBoxes; };
  const std::vector<Total> totals = {
      {"clean300: WER % (no worse)", clean300, word_error_rate, 1},
      {"clean300: order-free % (no worse)", clean300, order_free, 1},
      {"degraded, upright: WER % (20 % fewer)", degraded, word_error_rate, 0.8},
      {"degraded, upright: order-free % (20 % fewer)", degraded, order_free, 0.8},
      {"degraded and turned: WER % (20 % fewer)", worse, word_error_rate, 0.8},
      {"degraded and turned: order-free % (20 % fewer)", worse, order_free, 0.8},
      {"boxes: false words a 100 boxes (half)", boxes, false_words, 0.5},
      {"boxes: WER %", boxes, word_error_rate, 0},
  };
  fmt::print("\n{:<44} {:>8}", "together (target)", readers.front());
  for (std::size_t i = 1; i < readers.size(); ++i)
    fmt::print(" {:>9} {:>9} {:<6}", readers[i], "against", "");
  fmt::print("\n");
  for (const Total& total : totals) print_total(total, all, readers);
}

json json_of(const TextErrors& text, const BoxErrors& boxes) {
  return {{"true_words", text.true_words},
          {"read_words", text.read_words},
          {"word_edits", text.word_edits},
          {"words_found", text.words_found},
          {"word_errors_any_order", text.errors_any_order},
          {"true_characters", text.true_characters},
          {"character_edits", text.character_edits},
          {"boxes", boxes.boxes},
          {"false_words_in_boxes", boxes.false_in_boxes},
          {"false_words_beside_boxes", boxes.false_beside},
          {"neighbours", boxes.neighbours},
          {"neighbours_read", boxes.neighbours_read}};
}

}  // namespace

TextErrors Figures::text() const {
  TextErrors sum;
  for (const PageFigures& page : pages) sum += page.text;
  return sum;
}

BoxErrors Figures::boxes() const {
  BoxErrors sum;
  for (const PageFigures& page : pages) sum += page.boxes;
  return sum;
}

double Figures::cpu_seconds_a_page() const {
  double sum = 0;
  for (const PageFigures& page : pages) sum += page.cpu_seconds;
  return pages.empty() ? 0 : sum / static_cast<double>(pages.size());
}

int Figures::unread() const {
  return static_cast<int>(
      std::count_if(pages.begin(), pages.end(), [](const PageFigures& page) { return page.unread; }));
}

void print_heading() {
  fmt::print("{:<12} {:<10} {:>5} {:>6} {:>7} {:>7} {:>7} {:>7} {:>9} {:>7} {:>6}\n", "way", "reader",
             "pages", "words", "CER %", "WER %", "order-", "recall", "precision", "CPU s", "unread");
  fmt::print("{:<12} {:<10} {:>5} {:>6} {:>7} {:>7} {:>7} {:>7} {:>9} {:>7}\n", "", "", "", "", "", "",
             "free %", "%", "%", "a page");
}

void print_way(const std::vector<Figures>& readers_of_way) {
  for (const Figures& one : readers_of_way) {
    const TextErrors text = one.text();
    fmt::print("{:<12} {:<10} {:>5} {:>6} {:>7.2f} {:>7.2f} {:>7.2f} {:>7.2f} {:>9.2f} {:>7.2f} {:>6}\n",
               &one == &readers_of_way.front() ? one.way.name : "", one.reader, one.pages.size(),
               text.true_words, percent(text.character_error_rate()), percent(text.word_error_rate()),
               percent(share(text.errors_any_order, text.true_words)), percent(text.recall()),
               percent(text.precision()), one.cpu_seconds_a_page(), one.unread());
  }
  std::fflush(stdout);
}

void print_summary(const std::vector<Figures>& all, const std::vector<std::string>& readers) {
  print_boxes(all);
  print_totals(all, readers);
}

std::string to_json(const std::vector<Figures>& all) {
  json list = json::array();
  for (const Figures& one : all) {
    json figures = json_of(one.text(), one.boxes());
    figures["way"] = one.way.name;
    figures["reader"] = one.reader;
    figures["cpu_seconds_a_page"] = one.cpu_seconds_a_page();
    figures["unread_pages"] = one.unread();
    figures["pages"] = json::array();
    for (const PageFigures& page : one.pages) {
      json row = json_of(page.text, page.boxes);
      row["page"] = page.file;
      row["cpu_seconds"] = page.cpu_seconds;
      row["unread"] = page.unread;
      figures["pages"].push_back(std::move(row));
    }
    list.push_back(std::move(figures));
  }
  return json{{"schema", "vaughn.eval_ocr/1"}, {"figures", list}}.dump(1) + "\n";
}

}  // namespace vaughn::eval
