// SPDX-License-Identifier: GPL-3.0-or-later
// What comes with the production: the response letter, which states how many pages there are of which kind, a
// fax and a photograph that are no PDFs.
#ifndef VAUGHN_SAMPLES_LETTER_H_
#define VAUGHN_SAMPLES_LETTER_H_

#include <filesystem>

#include "samples/production.h"

namespace vaughn::samples {

// Written last: it counts what was produced.
void write_letter(const std::filesystem::path& path, TrueSource& source, const PageCounts& counts,
                  const BatesSeries& series);
// Two frames of a fax machine, coarser downwards than across.
void write_fax(const std::filesystem::path& path, TrueSource& source, BatesSeries& series);
// A picture without a letter in it.
void write_photograph(const std::filesystem::path& path, TrueSource& source, BatesSeries& series);

}  // namespace vaughn::samples

#endif  // VAUGHN_SAMPLES_LETTER_H_
