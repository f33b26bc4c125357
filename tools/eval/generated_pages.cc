// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/generated_pages.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "eval/generated_text.h"
#include "samples/book.h"
#include "vaughn/base/strings.h"

namespace vaughn::eval {
namespace {

using samples::Align;
using samples::Canvas;
using samples::Style;

constexpr double kLeft = 72, kWidth = 468, kTop = 72, kBottom = 730;

// The text of a page from the top down.
class Column {
 public:
  Column(Canvas& canvas, double left, double width, Style style)
      : canvas_(canvas), left_(left), width_(width), style_(std::move(style)) {}

  bool has_room() const { return y_ < kBottom - 7 * style_.size; }
  void room(double points) { y_ += points; }
  void text(const std::string& text) { put(text, style_); }
  void heading(const std::string& text) { put(text, style_.bold().sized(style_.size * 1.2)); }
  double y() const { return y_; }

 private:
  void put(const std::string& text, const Style& style) {
    y_ = canvas_.paragraph(left_, y_, width_, text, style).bottom + 0.6 * style_.size;
  }

  Canvas& canvas_;
  double left_, width_, y_ = kTop;
  Style style_;
};

std::string capitals(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

void letter(Canvas& canvas, GeneratedText& text, double size) {
  Column column(canvas, kLeft, kWidth, {.family = "Liberation Serif", .size = size, .line_spacing = 1.05});
  column.heading(text.office());
  column.text("400 Weir Street\n" + text.place());
  column.text(text.date());
  column.text(text.person() + "\n" + text.office() + "\n" + text.place());
  column.text("RE: Request Number " + text.number(4) + "-" + text.number(5));
  while (column.has_room()) column.text(text.paragraph(3));
  column.text("Sincerely,\n" + text.person());
}

void memo(Canvas& canvas, GeneratedText& text, double size) {
  Column column(canvas, kLeft, kWidth, {.family = "Liberation Mono", .size = size, .line_spacing = 1.15});
  column.text("MEMORANDUM");
  column.text("TO:      " + text.person() + "\nFROM:    " + text.person() + "\nDATE:    " + text.date() +
              "\nSUBJECT: " + capitals(text.office()));
  while (column.has_room()) column.text(text.paragraph(2));
}

void email(Canvas& canvas, GeneratedText& text, double size) {
  Column column(canvas, kLeft, kWidth, {.family = "Liberation Sans", .size = size});
  while (column.has_room()) {
    const std::string from = text.person(), to = text.person();
    const std::string mailbox = to_lower_ascii(replace_all(from, " ", "."));
    column.text("From: " + from + " <" + mailbox + "@calder.example>\nTo: " + to + "\nSent: " + text.date() +
                " 10:" + std::to_string(10 + text.below(50)) + " AM\nSubject: RE: " + text.office() + " / " +
                text.number(6));
    column.text(text.paragraph(2 + text.below(4)));
    canvas.rule(kLeft, column.y(), kLeft + kWidth, column.y(), 0.6);
    column.room(10);
  }
}

void table(Canvas& canvas, GeneratedText& text, double size) {
  const Style style = {.family = "DejaVu Sans", .size = size};
  constexpr std::array kColumns = {kLeft, kLeft + 95, kLeft + 150, kLeft + 290, kLeft + kWidth};
  canvas.line(kLeft, kTop, text.office() + ": payments", style.bold().sized(size + 3));
  const double pitch = 1.9 * size;
  double y = kTop + 2 * pitch;
  const auto row = [&](const std::array<std::string, 5>& cells, const Style& face) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      canvas.line(kColumns[i], y, cells[i], i + 1 == cells.size() ? face.aligned(Align::kRight) : face);
    canvas.rule(kLeft - 4, y + 0.55 * size, kLeft + kWidth + 4, y + 0.55 * size, 0.4, 0.3);
    y += pitch;
  };
  row({"Date", "Voucher", "Payee", "Place", "Amount"}, style.bold());
  while (y < kBottom) row({text.date(), text.number(5), text.person(), text.place(), text.amount()}, style);
}

void form(Canvas& canvas, GeneratedText& text, double size) {
  const Style label = {.family = "Liberation Sans Narrow", .size = 0.75 * size};
  const Style entry = {.family = "Liberation Mono", .size = size};
  canvas.line(kLeft + kWidth / 2, kTop, capitals("Report of " + text.office()),
              Style{.size = size + 3}.bold().aligned(Align::kCenter));
  const double height = 2.9 * size;
  const auto cell = [&](double x, double y, double width, const std::string& name, const std::string& value) {
    canvas.rule_box({x, y, x + width, y + height}, 0.6);
    canvas.line(x + 3, y + label.size + 1.5, name, label);
    canvas.line(x + 6, y + height - 4.5, value, entry);
  };
  double y = kTop + 20;
  for (int block = 1; y + 4 * height < kBottom - 60; ++block) {
    const std::string part = std::to_string(block) + ".";
    cell(kLeft, y, 270, part + "1 Name (first, last)", text.person());
    cell(kLeft + 270, y, kWidth - 270, part + "2 Date of report", text.date());
    cell(kLeft, y + height, 270, part + "3 Assigned to", text.office());
    cell(kLeft + 270, y + height, kWidth - 270, part + "4 Place", text.place());
    cell(kLeft, y + 2 * height, 150, part + "5 Case number", text.number(4) + "-" + text.number(5));
    cell(kLeft + 150, y + 2 * height, 150, part + "6 Amount claimed", text.amount());
    cell(kLeft + 300, y + 2 * height, kWidth - 300, part + "7 Badge", text.number(4));
    y = canvas.paragraph(kLeft + 4, y + 3 * height + 4, kWidth - 8, text.paragraph(2), entry.sized(size - 1))
            .bottom +
        10;
  }
}

void two_columns(Canvas& canvas, GeneratedText& text, double size) {
  const Style style = {
      .family = "DejaVu Serif", .size = size - 1.5, .align = Align::kJustify, .line_spacing = 1.05};
  for (const double left : {kLeft, kLeft + 246}) {
    Column column(canvas, left, 222, style);
    column.heading(text.office());
    while (column.has_room()) column.text(text.paragraph(2));
  }
}

void small_print(Canvas& canvas, GeneratedText& text, double size) {
  Column column(canvas, kLeft, kWidth,
                {.family = "Liberation Serif", .size = size - 3.5, .align = Align::kJustify});
  column.heading("Terms of service");
  for (int number = 1; column.has_room(); ++number)
    column.text(std::to_string(number) + ". " + text.paragraph(4));
}

void log_lines(Canvas& canvas, GeneratedText& text, double size) {
  Column column(canvas, kLeft, kWidth + 30, {.family = "DejaVu Sans Mono", .size = size - 3});
  while (column.has_room()) {
    std::string lines;
    for (int i = 0; i < 6; ++i)
      lines += (i > 0 ? "\n" : "") + std::string("2031-0") + std::to_string(1 + text.below(9)) + "-1" +
               text.number(1) + " " + text.number(2) + ":" + text.number(2) + " unit=" + text.number(3) +
               " place=" + text.place() + " by " + text.person();
    column.text(lines);
  }
}

}  // namespace

void generate_pages(const std::string& file, int count, std::uint32_t seed) {
  constexpr std::array kKinds = {letter, memo, email, table, form, two_columns, small_print, log_lines};
  GeneratedText text(seed);
  samples::TrueSource source;
  samples::Book book(file, "Generated pages", "2031-03-04T09:00:00Z", source);
  for (int i = 0; i < count; ++i) {
    const auto kind = kKinds.at(static_cast<std::size_t>(i) % kKinds.size());
    const double size = 9.5 + 0.5 * text.below(6);
    book.add_page({}, [&](Canvas& canvas, samples::TruePage&) { kind(canvas, text, size); });
  }
}

}  // namespace vaughn::eval
