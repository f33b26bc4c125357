// SPDX-License-Identifier: GPL-3.0-or-later
// Which files `vaughn show --image` may read and write: it is given paths by hand, beside evidence.
#ifndef VAUGHN_CLI_PICTURE_FILE_H_
#define VAUGHN_CLI_PICTURE_FILE_H_

#include <string>
#include <vector>

#include "vaughn/store/reader.h"

namespace vaughn::cli {

// Throws Error(kUsage) when a picture must not be written to output: it is one of kept, under any name, or
// something is there that is no PNG picture. A PNG picture, and nothing at all, may be written over.
void require_may_be_drawn_over(const std::string& output, const std::vector<std::string>& kept);

// Where the file of the source still is, unchanged: the first of its paths that will do. Throws
// Error(kSystem) when it is not where it was, or is another file by now, on which the boxes would lie.
std::string unchanged_file_of(const store::SourceRow& source);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_PICTURE_FILE_H_
