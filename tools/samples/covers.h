// SPDX-License-Identifier: GPL-3.0-or-later
// The ways agencies cover what they withhold and print the reason, each drawn and entered into the truth in
// one step.
#ifndef VAUGHN_SAMPLES_COVERS_H_
#define VAUGHN_SAMPLES_COVERS_H_

#include <string>
#include <vector>

#include "samples/canvas.h"
#include "samples/truth.h"

namespace vaughn::samples {

enum class LabelPlace { kInsideCentre, kInsideCorner, kBeside, kMargin, kNone };

struct Cover {
  std::string kind = "solid";
  double fill = 0;    // grey level of the inside, 0 black to 1 white
  double border = 0;  // thickness; 0: no border
  double border_grey = 0;
  LabelPlace place = LabelPlace::kInsideCentre;
  Style label = {.size = 7};
  double label_distance = 4;  // of a label beside the cover
  std::string separator = "; ";
};

Cover bordered_box();      // white, thin black border, code in the top-left corner
Cover black_box();         // black, white code in the middle
Cover grey_box();          // grey level about 100 of 255, black code in the middle
Cover bare_box();          // white, border of two scan pixels; codes stand in the margin
Cover pale_box();          // white, grey hairline border, code to the right of it
Cover white_patch();       // nothing but the code where text was
Cover unlabelled_black();  // black, no code
Cover dark_grey_box();     // grey level 75, as "black" comes out of some copiers, white code

// Draws the cover over `box`, prints its codes as the style says and notes both in `page`.
void cover(Canvas& canvas, TruePage& page, const Box& box, const std::vector<std::string>& codes,
           const Cover& how);
void cover(Canvas& canvas, TruePage& page, const std::vector<Gap>& gaps, const Cover& how);

// As printed by most: "(b)(6); (b)(7)(C)".
std::string printed(const std::vector<std::string>& codes, const std::string& separator);
// As printed in margins: "b7C -1".
std::string printed_bare(const std::string& code);

// One code under the other; x is the left edge, top that of the first line. Returns the box around them.
Box margin_stack(Canvas& canvas, double x, double top, const std::vector<std::string>& codes);

}  // namespace vaughn::samples

#endif  // VAUGHN_SAMPLES_COVERS_H_
