// SPDX-License-Identifier: GPL-3.0-or-later
// The check boxes of the tables of grounds that some agencies' letters carry: all grounds are printed, and
// those that are marked apply. Recognition of text does not see the boxes.
#ifndef VAUGHN_WORKER_CHECK_BOXES_H_
#define VAUGHN_WORKER_CHECK_BOXES_H_

#include <vector>

#include "vaughn/image/bitmap.h"
#include "vaughn/model/text.h"
#include "vaughn/ocr/recogniser.h"

namespace vaughn::worker {

struct CheckBox {
  Box box;  // points
  bool marked = false;
};

// Whether the words are those of a page with such a table.
bool has_table_of_grounds(const TextLayer& words);

// Outlines of squares, about as high as a letter, that stand by themselves; marked when something is drawn in
// them. In points of the page that scale belongs to.
std::vector<CheckBox> find_check_boxes(const image::Bitmap& page, const image::Scale& scale);

// What stands right of the marked boxes whose ground is not among the words, each strip recognised alone.
void read_marked_grounds(const std::vector<CheckBox>& boxes, const image::Bitmap& page,
                         const image::Scale& scale, ocr::Recogniser& recogniser, TextLayer* words);

// As words "☒" and "☐" in front of what stands right of them, in place of what recognition made of them. An
// empty box that has nothing to its right is left out; a marked one is a line by itself.
void put_check_boxes(const std::vector<CheckBox>& boxes, TextLayer* words);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_CHECK_BOXES_H_
