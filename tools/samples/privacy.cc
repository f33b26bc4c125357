// SPDX-License-Identifier: GPL-3.0-or-later
// A privacy threshold analysis that the agency scanned and recognised after redacting it: the text lies
// behind the picture, misread here and there, and holds nothing of what was withheld.
#include <utility>
#include <vector>

#include "samples/covers.h"
#include "samples/markup.h"
#include "samples/production.h"

namespace vaughn::samples {
namespace {

const Style kSerif = {.family = "Liberation Serif", .size = 11, .line_spacing = 1.08};

std::string misread_as(const std::vector<std::pair<std::string, std::string>>& errors, std::string text) {
  for (const auto& [right, wrong] : errors) {
    const std::size_t at = text.find(right);
    if (at != std::string::npos) text.replace(at, right.size(), wrong);
  }
  return text;
}

// What a fair engine does to a fair scan: an error every few lines.
std::string misread(const std::string& text) {
  return misread_as({{"Bureau of", "Burcau of"},
                     {"modern", "modem"},
                     {"collected", "col1ected"},
                     {"enrolled", "enroIled"},
                     {"administrator", "adrninistrator"},
                     {"15 October", "l5 October"}},
                    text);
}

struct Question {
  const char* number;
  const char* question;
  const char* answer;  // markup
};

class Questionnaire {
 public:
  Questionnaire(Canvas& canvas, TruePage& page, double top) : canvas_(canvas), page_(page), y_(top) {}

  void ask(const Question& item) {
    canvas_.paragraph(54, y_, 24, item.number, kSerif.bold());
    y_ = canvas_.paragraph(78, y_, 474, item.question, kSerif.bold()).bottom + 3;
    const Placed answer = canvas_.paragraph(78, y_, 474, item.answer, kSerif);
    cover(canvas_, page_, answer.gaps, grey_box());
    y_ = answer.bottom + 11;
  }

  void withhold_block(double height, const std::string& codes) {
    cover(canvas_, page_, Box{78, y_ - 6, 552, y_ - 6 + height}, canonical_codes(codes), grey_box());
    y_ += height + 6;
  }

 private:
  Canvas& canvas_;
  TruePage& page_;
  double y_;
};

void head(Canvas& canvas, const std::string& page_of) {
  canvas.rule(54, 84, 558, 84, 1.2);
  canvas.line(54, 56, "Bureau of Border Records", kSerif.bold().sized(12));
  canvas.line(54, 72, "Privacy Office", kSerif);
  canvas.line(558, 56, "Privacy Threshold Analysis", kSerif.aligned(Align::kRight));
  canvas.line(558, 72, page_of, kSerif.aligned(Align::kRight));
}

void draw_first(Canvas& canvas, TruePage& page) {
  head(canvas, "Page 1 of 2");
  canvas.line(306, 116, "PRIVACY THRESHOLD ANALYSIS (PTA)", kSerif.bold().sized(15).aligned(Align::kCenter));
  canvas.paragraph(
      54, 132, 498,
      "This form is used to determine whether a privacy impact assessment is required. Please complete it "
      "before any purchase is made and send it to the Privacy Office of the Bureau of Border Records.",
      kSerif);
  Questionnaire form(canvas, page, 182);
  form.ask({"1.", "Name of the project or program",
            "Northlight Lens, commercial facial recognition search (pilot)"});
  form.ask({"2.", "Program manager", "[[b6,b7C|26]], Field Technology Division, 15 October 2030"});
  form.ask(
      {"3.", "Describe the project in plain language",
       "Named users upload a probe photograph of an unknown person. The vendor compares it with pictures "
       "collected from public web pages and returns candidates. The program will be used to develop "
       "investigative leads in cases of [[b7E|30]] and document fraud. It does not replace any modern "
       "system of the Bureau."});
  form.ask(
      {"4.", "Whose information is collected?",
       "Any person whose picture was ever published on the web, including citizens, residents, visitors and "
       "children. Nobody is told that they are enrolled."});
  form.ask({"5.", "With which holdings are results compared?", "[[b7E|72]]"});
  form.ask({"6.", "How long are uploaded photographs kept?",
            "By the vendor: until the administrator deletes them. By the Bureau: not decided."});
  form.ask({"7.", "Recommendation of the program office", ""});
  form.withhold_block(64, "b5-DPP");
}

void draw_second(Canvas& canvas, TruePage&) {
  head(canvas, "Page 2 of 2");
  canvas.line(54, 116, "PRIVACY THRESHOLD ADJUDICATION", kSerif.bold().sized(13));
  canvas.line(54, 140, "(To be completed by the Privacy Office)", kSerif.italic());
  const std::vector<std::pair<const char*, const char*>> rows = {
      {"Date reviewed", "November 26, 2030"},
      {"Reviewed by", ""},
      {"Expires", "November 26, 2031"},
      {"Designation", "Privacy sensitive system"},
      {"PIA", "A new privacy impact assessment is required"},
      {"SORN", "Existing notice does not cover this use"}};
  double y = 158;
  for (const auto& [name, value] : rows) {
    canvas.rule_box({54, y, 174, y + 24}, 0.6);
    canvas.rule_box({174, y, 558, y + 24}, 0.6);
    canvas.line(60, y + 16, name, kSerif.bold());
    if (*value) canvas.line(180, y + 16, value, kSerif);
    y += 24;
  }
  canvas.line(54, y + 30, "Comments of the Privacy Office", kSerif.bold());
  canvas.paragraph(
      54, y + 40, 504,
      "The analysis was received after the first trial accounts had been opened. Facial recognition of "
      "people who are not suspected of anything is a new collection. Until the assessment has been "
      "published, use is limited to the pilot described in the purchase order, and field offices are to "
      "stop using accounts of their own.",
      kSerif);
  canvas.paragraph(
      54, y + 216, 504,
      "The program office will report the number of searches, the number of confirmed matches and the "
      "number of wrong matches every month.",
      kSerif);
  canvas.line(54, y + 286, "Places of the pilot:", kSerif);
  canvas.line(54, y + 326, "Tobias Renner-Achebe", kSerif);
  canvas.line(54, y + 341, "Chief Privacy Officer", kSerif);
}

// Grey cannot be in a bilevel scan: it was laid over the finished page.
void cover_second(Canvas& canvas, TruePage& page) {
  cover(canvas, page, Box{178, 185, 330, 203}, canonical_codes("b6"), grey_box());
  cover(canvas, page, Box{54, 420, 558, 508}, canonical_codes("b5"), grey_box());
  cover(canvas, page, Box{148, 578, 376, 592}, canonical_codes("b7E"), grey_box());
}

}  // namespace

void add_privacy_threshold_analysis(Production& production) {
  const int first = production.book.last_page() + 1;
  const std::string bates_one = production.series.next(), bates_two = production.series.next();
  production.book.add_scan(
      {.look = {.dpi = {150, 150}, .skew_degrees = 0.3, .specks = 60, .edge_noise = 5, .seed = 26},
       .coding = Coding::kGrey,
       .paper =
           [&](Canvas& canvas, TruePage& page) {
             expect(
                 page, "ocr-layer", "part",
                 {"privacy threshold analysis", "facial recognition", "document fraud", "probe photograph"});
             draw_first(canvas, page);
             stamp(canvas, page, bates_one);
           },
       .misread = misread});
  production.book.add_scan(
      {.look = {.skew_degrees = -0.2, .specks = 150, .seed = 27},
       .paper =
           [&](Canvas& canvas, TruePage& page) {
             expect(page, "ocr-layer", "part",
                    {"privacy impact assessment", "stop using", "purchase order", "wrong matches"});
             draw_second(canvas, page);
           },
       .burnt = [&](Canvas& canvas, TruePage& page) { stamp(canvas, page, bates_two); },
       .overlay = cover_second,
       .misread = misread});
  production.source.records.push_back(
      {first, production.book.last_page(), "privacy-threshold-analysis", "Northlight Lens"});
}

}  // namespace vaughn::samples
