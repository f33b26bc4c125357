// SPDX-License-Identifier: GPL-3.0-or-later
// How fast FTS5 takes the texts of the invented pages when nothing else is stored: what storing can at best
// be.
#ifndef VAUGHN_TOOLS_BENCH_SEARCH_PLAIN_FTS_H_
#define VAUGHN_TOOLS_BENCH_SEARCH_PLAIN_FTS_H_

#include <filesystem>

namespace vaughn::bench {

// In a file that is made there and removed; prints the time.
void store_in_plain_fts(const std::filesystem::path& path, int pages);

}  // namespace vaughn::bench

#endif  // VAUGHN_TOOLS_BENCH_SEARCH_PLAIN_FTS_H_
