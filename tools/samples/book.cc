// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples/book.h"

#include <cairo-pdf.h>
#include <leptonica/allheaders.h>

#include <cmath>
#include <stdexcept>

namespace vaughn::samples {
namespace {

constexpr int kJpegQuality = 45;

void attach(cairo_surface_t* image, const char* mime, const std::vector<unsigned char>& bytes) {
  auto* copy = new std::vector<unsigned char>(bytes);
  const auto release = [](void* data) { delete static_cast<std::vector<unsigned char>*>(data); };
  if (cairo_surface_set_mime_data(image, mime, copy->data(), copy->size(), release, copy) !=
      CAIRO_STATUS_SUCCESS) {
    throw std::runtime_error("cannot attach picture data");
  }
}

std::vector<unsigned char> bytes_of(const std::string& text) {
  return {text.begin(), text.end()};
}

void attach_g4(cairo_surface_t* image, const Bitmap& bitmap) {
  const std::string parameters = "Columns=" + std::to_string(pixGetWidth(bitmap.get())) +
                                 " Rows=" + std::to_string(pixGetHeight(bitmap.get())) +
                                 " K=-1 BlackIs1=false";
  attach(image, CAIRO_MIME_TYPE_CCITT_FAX, encode_g4(bitmap));
  attach(image, CAIRO_MIME_TYPE_CCITT_FAX_PARAMS, bytes_of(parameters));
}

// A misread run is set smaller until it is as wide as what was printed, as engines do in their layers.
// (Scaling the canvas sideways does not help: Pango then spaces the glyphs out again.)
void lay_run(Canvas& canvas, const Run& run, const std::string& text) {
  const double printed = canvas.width_of(run.text, run.style), wide = canvas.width_of(text, run.style);
  const double shrink = wide > 0 ? printed / wide : 1;
  // White type on a dark cover is text like any other to an engine.
  canvas.line(run.x, run.baseline, text, run.style.sized(run.style.size * shrink).grey_level(0));
}

void lay_text(cairo_t* cr, const std::vector<Run>& runs, double degrees, PaperSize size,
              const std::function<std::string(const std::string&)>& misread) {
  cairo_save(cr);
  cairo_translate(cr, size.width / 2, size.height / 2);
  cairo_rotate(cr, degrees * M_PI / 180);
  cairo_translate(cr, -size.width / 2, -size.height / 2);
  Canvas canvas(cr);
  for (const Run& run : runs) lay_run(canvas, run, misread(run.text));
  cairo_restore(cr);
}

void clip_to_page(Box& box, const PaperSize& size) {
  box = intersection(box, {0, 0, size.width, size.height});
}

}  // namespace

void Book::Finish::operator()(cairo_surface_t* surface) const {
  cairo_surface_finish(surface);
  cairo_surface_destroy(surface);
}

Book::Book(const std::filesystem::path& path, const std::string& title, const std::string& date,
           TrueSource& truth)
    : truth_(truth),
      surface_(cairo_pdf_surface_create(path.c_str(), 612, 792)),
      cr_(nullptr, &cairo_destroy) {
  if (cairo_surface_status(surface_.get()) != CAIRO_STATUS_SUCCESS) {
    throw std::runtime_error("cannot write " + path.string());
  }
  // Without fixed dates no two runs would give the same bytes.
  cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, date.c_str());
  cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_MOD_DATE, date.c_str());
  cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
  cr_.reset(cairo_create(surface_.get()));
}

void Book::add_page(PaperSize size, const Draw& draw) {
  cairo_pdf_surface_set_size(surface_.get(), size.width, size.height);
  TruePage page;
  page.width = size.width;
  page.height = size.height;
  Canvas canvas(cr_.get());
  if (draw) draw(canvas, page);
  cairo_show_page(cr_.get());
  truth_.pages.push_back(std::move(page));
}

Bitmap make_scan(const Scan& scan, TruePage& page, ScannedRuns& runs) {
  const auto [width, height] = scan.size;
  page.width = width;
  page.height = height;
  Sheet paper(width, height, scan.look.dpi);
  if (scan.paper) scan.paper(paper.canvas(), page);
  runs.skewed = paper.canvas().runs();
  for (TrueRedaction& redaction : page.redactions) {
    redaction.box = skewed(redaction.box, scan.look.skew_degrees, width, height);
    if (redaction.label_box) {
      redaction.label_box = skewed(*redaction.label_box, scan.look.skew_degrees, width, height);
    }
  }
  for (TrueFinding& finding : page.findings) {
    finding.box = skewed(finding.box, scan.look.skew_degrees, width, height);
  }
  if (scan.coding == Coding::kGrey) return to_grey_scan(paper.grey(), scan.look);
  Bitmap bitmap = to_bilevel_scan(paper.grey(), scan.look);
  if (scan.burnt) {
    Sheet burnt = Sheet::transparent(width, height, scan.look.dpi);
    scan.burnt(burnt.canvas(), page);
    burnt.burn_into(bitmap.get());
    runs.straight = burnt.canvas().runs();
  }
  return bitmap;
}

void draw_picture(cairo_t* cr, const Box& place, const Bitmap& bitmap, Coding coding) {
  const int width = pixGetWidth(bitmap.get()), height = pixGetHeight(bitmap.get());
  cairo_surface_t* image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
  if (coding == Coding::kGrey) {
    attach(image, CAIRO_MIME_TYPE_JPEG, encode_jpeg(bitmap, kJpegQuality));
  } else {
    attach_g4(image, bitmap);
  }
  cairo_save(cr);
  cairo_translate(cr, place.x0, place.y0);
  cairo_scale(cr, place.width() / width, place.height() / height);
  cairo_set_source_surface(cr, image, 0, 0);
  cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_FAST);
  cairo_paint(cr);
  cairo_restore(cr);
  cairo_surface_destroy(image);
}

void Book::add_scan(const Scan& scan) {
  cairo_pdf_surface_set_size(surface_.get(), scan.size.width, scan.size.height);
  TruePage page;
  ScannedRuns runs;
  const Bitmap bitmap = make_scan(scan, page, runs);
  if (scan.misread) {
    lay_text(cr_.get(), runs.skewed, scan.look.skew_degrees, scan.size, scan.misread);
    lay_text(cr_.get(), runs.straight, 0, scan.size, scan.misread);
  }
  draw_picture(cr_.get(), {0, 0, scan.size.width, scan.size.height}, bitmap, scan.coding);
  if (scan.overlay) {
    Canvas canvas(cr_.get());
    scan.overlay(canvas, page);
  }
  for (TrueRedaction& redaction : page.redactions) clip_to_page(redaction.box, scan.size);
  for (TrueFinding& finding : page.findings) clip_to_page(finding.box, scan.size);
  cairo_show_page(cr_.get());
  truth_.pages.push_back(std::move(page));
}

}  // namespace vaughn::samples
