// SPDX-License-Identifier: GPL-3.0-or-later
#include <leptonica/allheaders.h>

#include <stdexcept>
#include <string>

#include "samples/covers.h"
#include "samples/letter.h"
#include "samples/markup.h"

namespace vaughn::samples {
namespace {

// Fine mode: 1728 pixels over the sheet's width, 204 an inch across, 196 down.
constexpr Resolution kFax = {204, 196};
constexpr PaperSize kSheet = {1728.0 / 204 * 72, 2156.0 / 196 * 72};
const Style kText = {.size = 12, .line_spacing = 1.2};

Cover fax_cover() {
  Cover black = black_box();
  black.label.size = 10;
  return black;
}

void transmission_line(Canvas& canvas, int number) {
  canvas.line(24, 20,
              "NOV-12-2030  14:07    NORTHLIGHT VISION    TO BBR MISSION SUPPORT    P.0" +
                  std::to_string(number) + "/02",
              Style{.family = "Liberation Mono", .size = 9});
}

void draw_transmittal(Canvas& canvas, TruePage& page) {
  transmission_line(canvas, 1);
  canvas.line(72, 92, "FACSIMILE TRANSMITTAL", kText.bold().sized(22));
  canvas.rule(72, 104, 540, 104, 2);
  double y = 132;
  const auto field = [&](const std::string& name, const std::string& value) {
    canvas.line(72, y, name, kText.bold());
    canvas.line(160, y, value, kText);
    y += 26;
  };
  field("To:", "Mission Support, Calder");
  field("From:", "");
  cover(canvas, page, Box{160, 144, 350, 162}, canonical_codes("b6"), fax_cover());
  field("Fax:", "");
  cover(canvas, page, Box{160, 170, 290, 188}, canonical_codes("b6"), fax_cover());
  field("Pages:", "2, including this one");
  field("Subject:", "Signed acceptance of purchase order 70BBRM31P00000417");
  canvas.paragraph(
      72, y + 14, 460,
      "Please find the signed acceptance. As agreed, the trial accounts of your field offices will be "
      "turned off at the end of the week and their search history will be sent to you on paper. Let us know "
      "whether you want the uploaded photographs to be deleted.",
      kText);
}

void draw_acceptance(Canvas& canvas, TruePage& page) {
  transmission_line(canvas, 2);
  canvas.line(306, 96, "ACCEPTANCE OF ORDER", kText.bold().sized(18).aligned(Align::kCenter));
  canvas.paragraph(
      72, 126, 460,
      "Northlight Vision, Inc. accepts the purchase order named above and agrees that the search logs "
      "belong to the Bureau of Border Records. The license is for named users. Facial recognition results "
      "carry no warranty of any kind.",
      kText);
  canvas.line(72, 268, "Signature", kText);
  cover(canvas, page, Box{150, 244, 372, 278}, canonical_codes("b6"), fax_cover());
  canvas.rule(150, 280, 420, 280, 0.8);
  canvas.line(72, 310, "Date", kText);
  canvas.line(150, 310, "November 12, 2030", kText);
}

}  // namespace

void write_fax(const std::filesystem::path& path, TrueSource& source, BatesSeries& series) {
  const auto add = [&](const Draw& draw, std::uint32_t seed, const char* mode) {
    const std::string bates = series.next();
    const Scan scan = {.size = kSheet,
                       .look = {.dpi = kFax, .specks = 140, .edge_noise = 70, .seed = seed},
                       .paper = draw,
                       .burnt = [&](Canvas& canvas, TruePage& page) { stamp(canvas, page, bates); }};
    TruePage page;
    ScannedRuns runs;
    const Bitmap frame = make_scan(scan, page, runs);
    pixSetResolution(frame.get(), static_cast<int>(kFax.x), static_cast<int>(kFax.y));
    if (pixWriteTiff(path.c_str(), frame.get(), IFF_TIFF_G4, mode) != 0) {
      throw std::runtime_error("cannot write " + path.string());
    }
    source.pages.push_back(std::move(page));
  };
  add(
      [](Canvas& canvas, TruePage& page) {
        expect(page, "scan", "part", {"facsimile transmittal", "trial accounts", "search history"});
        draw_transmittal(canvas, page);
      },
      12, "w");
  add(
      [](Canvas& canvas, TruePage& page) {
        expect(page, "scan", "part", {"acceptance of order", "purchase order", "named users"});
        draw_acceptance(canvas, page);
      },
      13, "a");
  source.records.push_back({1, 2, "fax", "Signed acceptance of purchase order 70BBRM31P00000417"});
}

}  // namespace vaughn::samples
