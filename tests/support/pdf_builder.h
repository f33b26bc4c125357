// SPDX-License-Identifier: GPL-3.0-or-later
// Small PDFs made in the test that reads them.
#ifndef VAUGHN_TESTS_SUPPORT_PDF_BUILDER_H_
#define VAUGHN_TESTS_SUPPORT_PDF_BUILDER_H_

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace vaughn {

class PdfBuilder {
 public:
  // A letter page with these drawing instructions (origin bottom left, /F1 is Helvetica). extra goes into the
  // page object: "/Rotate 90 /CropBox [0 0 300 300]"; resources into its resources: "/XObject << /X1 4 0 R
  // >>".
  PdfBuilder& page(const std::string& instructions, const std::string& extra = {},
                   const std::string& resources = {}) {
    pages_.push_back({instructions, extra, resources});
    return *this;
  }

  // An object beside the pages; the first is number 4, the next 5, and so on.
  PdfBuilder& object(const std::string& text) {
    extras_.push_back(text);
    return *this;
  }
  PdfBuilder& stream(const std::string& dictionary, const std::string& data) {
    return object(stream_object(dictionary, data));
  }
  // Into the document's catalogue: "/Outlines 4 0 R".
  PdfBuilder& catalog(const std::string& entries) {
    catalog_ += " " + entries;
    return *this;
  }
  // Into the trailer: "/Info 4 0 R".
  PdfBuilder& trailer(const std::string& entries) {
    trailer_ += " " + entries;
    return *this;
  }
  // The number of a page's object, counted from 0; what it draws is the next object. Known once all objects
  // beside the pages are there.
  int page_number(std::size_t index) const { return static_cast<int>(4 + extras_.size() + 2 * index); }

  // "BT /F1 12 Tf 72 700 Td (Hello) Tj ET"; before goes between BT and the font.
  static std::string text(double x, double y, const std::string& words, const std::string& before = {}) {
    return "BT " + before + " /F1 12 Tf " + std::to_string(x) + ' ' + std::to_string(y) + " Td (" + words +
           ") Tj ET\n";
  }
  // Filled; grey 0 is black.
  static std::string box(double x, double y, double width, double height, double grey = 0) {
    return std::to_string(grey) + " g " + std::to_string(x) + ' ' + std::to_string(y) + ' ' +
           std::to_string(width) + ' ' + std::to_string(height) + " re f 0 g\n";
  }
  // A white picture of 2 by 2 pixels painted over the place.
  static std::string picture(double x, double y, double width, double height) {
    return "q " + std::to_string(width) + " 0 0 " + std::to_string(height) + ' ' + std::to_string(x) + ' ' +
           std::to_string(y) + " cm BI /W 2 /H 2 /CS /G /BPC 8 ID \xff\xff\xff\xff EI Q\n";
  }
  static std::string stream_object(const std::string& dictionary, const std::string& data) {
    return "<< " + dictionary + " /Length " + std::to_string(data.size()) + " >>\nstream\n" + data +
           "\nendstream";
  }

  std::string build() const {
    std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R" + catalog_ + " >>",
                                        {},
                                        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
    objects.insert(objects.end(), extras_.begin(), extras_.end());
    std::string kids;
    for (const Page& page : pages_) {
      const std::size_t number = objects.size() + 1;
      kids += std::to_string(number) + " 0 R ";
      objects.push_back(
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> " +
          page.resources + " >> " + page.extra + " /Contents " + std::to_string(number + 1) + " 0 R >>");
      objects.push_back(stream_object("", page.instructions));
    }
    objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages_.size()) + " >>";
    return with_table(objects);
  }

  // The file with an incremental update behind it that replaces these objects.
  static std::string updated(std::string file, const std::vector<std::pair<int, std::string>>& objects) {
    const std::size_t mark = file.rfind("startxref\n") + 10;
    const std::string previous = file.substr(mark, file.find('\n', mark) - mark);
    std::string table;
    for (const auto& [number, text] : objects) {
      table += std::to_string(number) + " 1\n" + table_line(file.size());
      file += std::to_string(number) + " 0 obj\n" + text + "\nendobj\n";
    }
    const std::string size = file.substr(
        file.rfind("/Size ") + 6, file.find(" /Root", file.rfind("/Size ")) - file.rfind("/Size ") - 6);
    const std::size_t start = file.size();
    return file + "xref\n" + table + "trailer\n<< /Size " + size + " /Root 1 0 R /Prev " + previous +
           " >>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
  }

 private:
  struct Page {
    std::string instructions, extra, resources;
  };

  static std::string table_line(std::size_t at) {
    const std::string offset = std::to_string(at);
    return std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
  }

  std::string with_table(const std::vector<std::string>& objects) const {
    std::string file = "%PDF-1.4\n", table = "0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
      table += table_line(file.size());
      file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string count = std::to_string(objects.size() + 1);
    return file + "xref\n0 " + count + '\n' + table + "trailer\n<< /Size " + count + " /Root 1 0 R" +
           trailer_ + " >>\nstartxref\n" + std::to_string(file.size()) + "\n%%EOF\n";
  }

  std::vector<Page> pages_;
  std::vector<std::string> extras_;
  std::string catalog_, trailer_;
};

}  // namespace vaughn

#endif  // VAUGHN_TESTS_SUPPORT_PDF_BUILDER_H_
