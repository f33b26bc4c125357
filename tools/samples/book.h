// SPDX-License-Identifier: GPL-3.0-or-later
// A PDF of the release, page by page: born digital, or a scan with or without a text layer behind it.
#ifndef VAUGHN_SAMPLES_BOOK_H_
#define VAUGHN_SAMPLES_BOOK_H_

#include <cairo.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "samples/canvas.h"
#include "samples/degrade.h"
#include "samples/truth.h"

namespace vaughn::samples {

struct PaperSize {
  double width = 612, height = 792;  // US letter
};

// Draws on the canvas and notes in the page what a reader must find there.
using Draw = std::function<void(Canvas&, TruePage&)>;

enum class Coding {
  kBilevel,  // CCITT G4
  kGrey,     // JPEG
};

struct Scan {
  PaperSize size = {};
  ScanLook look = {};
  Coding coding = Coding::kBilevel;
  Draw paper = {};    // on the paper that went through the scanner, so skewed and noisy
  Draw burnt = {};    // put into the scan afterwards: crisp and straight; bilevel only
  Draw overlay = {};  // vector drawing and live text over the picture of the page
  // Given, it puts a text layer behind the picture: all text of `paper` and `burnt`, each run as this
  // misreads it.
  std::function<std::string(const std::string&)> misread = {};
};

class Book {
 public:
  // Pages are appended to `truth`, which must outlive the book. The file is complete when the book is
  // destroyed.
  Book(const std::filesystem::path& path, const std::string& title, const std::string& date,
       TrueSource& truth);

  void add_page(PaperSize size, const Draw& draw);
  void add_scan(const Scan& scan);
  // Number of the page added last, from 1.
  int last_page() const { return static_cast<int>(truth_.pages.size()); }

 private:
  struct Finish {
    void operator()(cairo_surface_t* surface) const;
  };

  TrueSource& truth_;
  std::unique_ptr<cairo_surface_t, Finish> surface_;
  std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cr_;
};

// Paints `bitmap` over `place`, coded as said.
void draw_picture(cairo_t* cr, const Box& place, const Bitmap& bitmap, Coding coding);

// Draws what is on the paper and burnt into a scan of it; `page` takes the truth, with its boxes skewed, and
// `runs` all text drawn.
struct ScannedRuns {
  std::vector<Run> skewed;    // on the paper, where it stood before it was skewed
  std::vector<Run> straight;  // burnt in
};
Bitmap make_scan(const Scan& scan, TruePage& page, ScannedRuns& runs);

}  // namespace vaughn::samples

#endif  // VAUGHN_SAMPLES_BOOK_H_
