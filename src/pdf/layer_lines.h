// SPDX-License-Identifier: GPL-3.0-or-later
// Gives the words of a text layer the lines and blocks that a reader sees: Poppler hands them out in reading
// order, column by column, but a label and its value in two columns of a form are one line to a reader.
#ifndef VAUGHN_PDF_LAYER_LINES_H_
#define VAUGHN_PDF_LAYER_LINES_H_

#include <vector>

#include "vaughn/pdf/document.h"

namespace vaughn::pdf {

void number_lines(std::vector<LayerWord>* words);

}  // namespace vaughn::pdf

#endif  // VAUGHN_PDF_LAYER_LINES_H_
