// SPDX-License-Identifier: GPL-3.0-or-later
// Labelled pages: JSON Lines of {"image": path, "width": W, "height": H, "kind": …, "redactions":
// [[x0,y0,x1,y1], …]}, image paths relative to the file, boxes in pixels of the image.
#ifndef VAUGHN_EVAL_LABELLED_SET_H_
#define VAUGHN_EVAL_LABELLED_SET_H_

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vaughn::eval {

using LabelBox = std::array<double, 4>;  // x0, y0, x1, y1

struct LabelledPage {
  std::filesystem::path image_path;
  std::string image;  // as the file names it
  int width = 0, height = 0;
  std::string dataset, kind;
  std::vector<LabelBox> boxes;
};

// path is the file or its folder. Throws vaughn::Error when it cannot be read.
std::vector<LabelledPage> read_labelled_set(const std::filesystem::path& path);

// The boxes around a page's boxes after it was turned clockwise about its middle.
std::vector<LabelBox> turned_boxes(const LabelledPage& page, double degrees);

// The same form, with boxes of another hand. Throws vaughn::Error.
void write_predictions(const std::filesystem::path& path, const std::vector<LabelledPage>& pages,
                       const std::vector<std::vector<LabelBox>>& boxes);

}  // namespace vaughn::eval

#endif  // VAUGHN_EVAL_LABELLED_SET_H_
