// SPDX-License-Identifier: GPL-3.0-or-later
// Where in a PDF an earlier state of it ends. An incremental update is written behind what was there, so that
// the file's beginning up to an earlier %%EOF is the document before the update.
#ifndef VAUGHN_PDF_REVISIONS_H_
#define VAUGHN_PDF_REVISIONS_H_

#include <cstddef>
#include <string_view>
#include <vector>

namespace vaughn::pdf {

// Lengths of the earlier states, oldest first; the file as a whole is none. The first part of a file made for
// fast viewing on the web ends in %%EOF too and is no state of it; nor is what only looks like an end.
std::vector<std::size_t> earlier_revisions(std::string_view file);

}  // namespace vaughn::pdf

#endif  // VAUGHN_PDF_REVISIONS_H_
