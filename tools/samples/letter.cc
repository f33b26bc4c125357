// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples/letter.h"

#include <array>
#include <stdexcept>
#include <string>
#include <vector>

#include "samples/markup.h"

namespace vaughn::samples {
namespace {

const Style kText = {.family = "Liberation Serif", .size = 11.5, .line_spacing = 1.05};
constexpr double kLeft = 72, kWidth = 468;

// As such letters write a number: "twenty-eight (28)".
std::string counted(int number) {
  static const std::array<const char*, 20> kSmall = {
      "zero",     "one",     "two",     "three",     "four",     "five",    "six",
      "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  static const std::array<const char*, 4> kTens = {"twenty", "thirty", "forty", "fifty"};
  if (number < 0 || number >= 60) throw std::out_of_range("no word for " + std::to_string(number));
  std::string word = number < 20 ? kSmall.at(static_cast<std::size_t>(number))
                                 : kTens.at(static_cast<std::size_t>(number / 10 - 2));
  if (number >= 20 && number % 10 != 0)
    word += "-" + std::string(kSmall.at(static_cast<std::size_t>(number % 10)));
  return word + " (" + std::to_string(number) + ")";
}

std::string pages(int number) {
  return counted(number) + (number == 1 ? " page" : " pages");
}

class LetterPage {
 public:
  LetterPage(Canvas& canvas, double top) : canvas_(canvas), y_(top) {}
  void paragraph(const std::string& text) {
    y_ = canvas_.paragraph(kLeft, y_, kWidth, text, kText).bottom + 10;
  }
  void room(double points) { y_ += points; }
  double y() const { return y_; }

 private:
  Canvas& canvas_;
  double y_;
};

void letterhead(Canvas& canvas) {
  canvas.disc(108, 72, 30, 0.25);
  canvas.disc(108, 72, 26, 1);
  canvas.disc(108, 72, 23, 0.25);
  canvas.polygon({{92, 82}, {108, 54}, {124, 82}}, 1, 1);
  const Style head = kText.sized(10);
  canvas.line(540, 54, "Freedom of Information Act Office", head.aligned(Align::kRight));
  canvas.line(540, 68, kDepartment, head.bold().aligned(Align::kRight));
  canvas.line(540, 82, kAgency, head.bold().sized(13).aligned(Align::kRight));
  canvas.line(540, 96, "400 Weir Street, Calder", head.aligned(Align::kRight));
  canvas.rule(kLeft, 108, kLeft + kWidth, 108, 0.8);
}

void draw_first(Canvas& canvas, const PageCounts& counts, const BatesSeries& series) {
  letterhead(canvas);
  LetterPage letter(canvas, 128);
  letter.paragraph("March 4, 2031");
  letter.paragraph("Ms. In\u00E9s Barrag\u00E1n-Stone\nOpen Harbor Coalition\n17 Ropewalk\nCalder");
  letter.paragraph("RE: Freedom of Information Act Request Number " + std::string(kRequestNumber));
  letter.paragraph("Dear Ms. Barrag\u00E1n-Stone:");
  letter.paragraph(
      "This is the final response to your Freedom of Information Act (FOIA) request to the Bureau of Border "
      "Records (BBR), dated December 9, 2030. You asked for the contract of the Bureau with Northlight "
      "Vision, Inc., for all correspondence with the company, and for policies, presentations and privacy "
      "assessments on facial recognition bought from it. BBR has considered your request under the FOIA, 5 "
      "U.S.C. \u00A7 552.");
  letter.paragraph(
      "A search of the Field Technology Division, the Field Investigations Division and the Privacy Office "
      "for records responsive to your request produced a total of " +
      pages(counts.processed) + ". Of these, " + pages(counts.full) + " are released in full, " +
      pages(counts.part) + " are released in part, " + pages(counts.withheld) +
      " are withheld in full, and " + pages(counts.referred) +
      " was referred to the Office of Harbor Safety for direct response to you. The pages are numbered " +
      series.first() + " to " + series.last() + ".");
  letter.paragraph(
      "BBR has applied Exemptions (b)(4), (b)(5), (b)(6), (b)(7)(C) and (b)(7)(E) to portions of these "
      "pages as described below.");
  letter.paragraph(
      "Exemption (b)(4) protects trade secrets and commercial or financial information that a person "
      "submitted to the Government and that is privileged or confidential. It was applied to unit prices "
      "and to a bank account of the contractor.");
  letter.paragraph(
      "Exemption (b)(5) protects communications within and between agencies which a court would not order "
      "to be disclosed. It was applied to drafts and to advice given before a decision was made.");
}

void draw_second(Canvas& canvas) {
  LetterPage letter(canvas, 72);
  letter.paragraph("Page 2 of 2\n" + std::string(kRequestNumber));
  letter.paragraph(
      "Exemption (b)(6) exempts personnel and similar files whose disclosure would be a clearly unwarranted "
      "invasion of personal privacy. Exemption (b)(7)(C) protects the same interest in records compiled for "
      "law enforcement purposes. They were applied to the names, telephone numbers and addresses of "
      "employees below the rank of director and of private persons.");
  letter.paragraph(
      "Exemption (b)(7)(E) protects records compiled for law enforcement purposes which would disclose "
      "techniques and procedures, if that could reasonably be expected to risk circumvention of the law.");
  letter.paragraph(
      "Portions of an older file were reviewed for declassification by the agency that wrote it; its "
      "markings are explained in its own regulations. In addition, the National Inquiry Service removed six "
      "pages of its own before it returned our file. Its Deleted Page Information Sheet is part of the "
      "release.");
  letter.paragraph(
      "You have a right to appeal this determination. Should you wish to do so, send your appeal and a copy "
      "of this letter within 90 days of the date of this letter to: FOIA Appeals, Bureau of Border Records, "
      "400 Weir Street, Calder. Your envelope and letter should be marked \u201CFOIA Appeal\u201D.");
  letter.paragraph(
      "You may also contact our FOIA Public Liaison, or the Office of Government Information Services "
      "(OGIS), which mediates disputes between requesters and agencies, as an alternative to litigation.");
  letter.paragraph("There are no fees, because they are below the amount at which we charge.");
  letter.paragraph("Sincerely,");
  const double y = letter.y() + 26;
  canvas.stroke({{78, y},
                 {88, y - 18},
                 {92, y + 3},
                 {104, y - 12},
                 {110, y + 2},
                 {128, y - 6},
                 {150, y - 3},
                 {176, y - 11}},
                1.2, 0.2);
  letter.room(36);
  letter.paragraph("Marguerite Oyelaran-Voss\nFOIA Officer");
  letter.paragraph("Enclosures");
}

}  // namespace

void write_letter(const std::filesystem::path& path, TrueSource& source, const PageCounts& counts,
                  const BatesSeries& series) {
  Book book(path, "Response letter", kReleaseDate, source);
  book.add_page({}, [&](Canvas& canvas, TruePage& page) {
    expect(page, "born-digital", "letter",
           {kRequestNumber, "Northlight Vision", "facial recognition", "Barrag\u00E1n"});
    page.mentions = canonical_codes("b4,b5,b6,b7C,b7E");
    draw_first(canvas, counts, series);
  });
  book.add_page({}, [&](Canvas& canvas, TruePage& page) {
    expect(page, "born-digital", "letter",
           {kRequestNumber, "FOIA Appeal", "within 90 days", "Oyelaran-Voss"});
    page.mentions = canonical_codes("b6,b7C,b7E");
    draw_second(canvas);
  });
  source.records.push_back({1, 2, "letter", "Response to request 2031-BBFO-00417"});
}

}  // namespace vaughn::samples
