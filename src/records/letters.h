// SPDX-License-Identifier: GPL-3.0-or-later
// Response letters: what the agency says it found, released, withheld and referred. docs/records.md.
#ifndef VAUGHN_RECORDS_LETTERS_H_
#define VAUGHN_RECORDS_LETTERS_H_

#include <optional>
#include <string_view>
#include <vector>

#include "records/rows.h"
#include "vaughn/model/record.h"

namespace vaughn::records {

// How many signs of a response letter a page has (foia-domain: a salutation, the request's number, the
// statute, the right to appeal, …). Three make one.
int letter_signals(const PageRows& page);
inline constexpr int kLetterSignals = 3;

// What the pages of one letter say. pages: in order, those of the letter only. Several counts of the same
// thing stay several: which of them is right is not for us to say.
std::vector<Statement> read_letter(const std::vector<const PageRows*>& pages);

// "forty-five", "five hundred-thirty", "1,115", "l2": a number as letters print it.
std::optional<int> read_count(std::string_view text);

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_LETTERS_H_
