// SPDX-License-Identifier: GPL-3.0-or-later
// What the parser complained of, kept at the source and not at a page. A parser complains of a font or
// another shared object when a process first meets it, so the page that happens to carry the warning depends
// on how the pages were dealt; which warnings a source gives does not. docs/schema.md, "problem".
#ifndef VAUGHN_STORE_WARNING_ROWS_H_
#define VAUGHN_STORE_WARNING_ROWS_H_

#include <vector>

#include "store/connection.h"
#include "vaughn/base/problem.h"
#include "vaughn/store/ids.h"

namespace vaughn::store {

// Adds those among the problems that are parser warnings, each text once. Their ids follow from their texts'
// alphabetical order, so they are the same in whatever order the warnings came.
void add_source_warnings(Connection& connection, SourceId source, const std::vector<Problem>& problems);

std::vector<Problem> without_warnings(std::vector<Problem> problems);

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_WARNING_ROWS_H_
