// SPDX-License-Identifier: GPL-3.0-or-later
// Small PDFs made in the test that reads them.
#ifndef VAUGHN_TESTS_SUPPORT_PDF_BUILDER_H_
#define VAUGHN_TESTS_SUPPORT_PDF_BUILDER_H_

#include <string>
#include <vector>

namespace vaughn {

class PdfBuilder {
 public:
  // A letter page with these drawing instructions (origin bottom left, /F1 is Helvetica). extra goes into the
  // page object: "/Rotate 90 /CropBox [0 0 300 300]".
  PdfBuilder& page(const std::string& instructions, const std::string& extra = {}) {
    pages_.push_back({instructions, extra});
    return *this;
  }

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

  std::string build() const {
    std::vector<std::string> objects = {
        "<< /Type /Catalog /Pages 2 0 R >>", {}, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
    std::string kids;
    for (const Page& page : pages_) {
      const std::size_t number = objects.size() + 1;
      kids += std::to_string(number) + " 0 R ";
      objects.push_back(
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> " +
          page.extra + " /Contents " + std::to_string(number + 1) + " 0 R >>");
      objects.push_back("<< /Length " + std::to_string(page.instructions.size()) + " >>\nstream\n" +
                        page.instructions + "\nendstream");
    }
    objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages_.size()) + " >>";
    return with_table(objects);
  }

 private:
  struct Page {
    std::string instructions, extra;
  };

  static std::string with_table(const std::vector<std::string>& objects) {
    std::string file = "%PDF-1.4\n", table = "0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
      std::string offset = std::to_string(file.size());
      table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
      file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string count = std::to_string(objects.size() + 1);
    return file + "xref\n0 " + count + '\n' + table + "trailer\n<< /Size " + count +
           " /Root 1 0 R >>\nstartxref\n" + std::to_string(file.size()) + "\n%%EOF\n";
  }

  std::vector<Page> pages_;
};

}  // namespace vaughn

#endif  // VAUGHN_TESTS_SUPPORT_PDF_BUILDER_H_
