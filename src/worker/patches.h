// SPDX-License-Identifier: GPL-3.0-or-later
// White patches: places where text was taken out and nothing but a code was left, without a border. No pixel
// shows them; a code that stands alone where text should be does.
#ifndef VAUGHN_WORKER_PATCHES_H_
#define VAUGHN_WORKER_PATCHES_H_

#include <vector>

#include "vaughn/model/page.h"

namespace vaughn::worker {

// Makes a patch of every label among reading->codes that stands outside the margins and by itself, no word
// within an em and a half on its line, or whose code the page has three times or more. The patch's box is a
// little more than the code's (what was taken out has no edge to be seen);
// its estimated characters are what fits between its neighbours on the line. The code moves to the patch, its
// words leave the page's words.
void make_patches(PageReading* reading);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_PATCHES_H_
