// SPDX-License-Identifier: GPL-3.0-or-later
// Born-digital pages of the kinds releases are made of, for those who have no files to measure with.
#ifndef VAUGHN_EVAL_GENERATED_PAGES_H_
#define VAUGHN_EVAL_GENERATED_PAGES_H_

#include <cstdint>
#include <string>

namespace vaughn::eval {

// Writes a PDF of `count` pages: letters, typed memos, e-mails, tables, forms, reports in two columns, small
// print and logs in turn, in varied faces and sizes. Needs the fonts Liberation and DejaVu. The same seed,
// fonts and libraries give the same pages. Throws std::runtime_error when the file cannot be written.
void generate_pages(const std::string& file, int count, std::uint32_t seed);

}  // namespace vaughn::eval

#endif  // VAUGHN_EVAL_GENERATED_PAGES_H_
