// SPDX-License-Identifier: GPL-3.0-or-later
// How a redaction is cited: so that somebody else finds the same place in the same file. docs/citing.md.
#ifndef VAUGHN_REPORT_CITATION_H_
#define VAUGHN_REPORT_CITATION_H_

#include <string>

#include "vaughn/store/reader.h"

namespace vaughn::report {

// "Redaction 3, (b)(6), (b)(7)(C)?, at p. 2 of letter.pdf, ICE-0001203, sha256 3fa9c1d2e4b5". A Bates number
// that was inferred stands in brackets. The view `redactions` makes the same in SQL.
std::string citation_of(const store::RedactionRow& row);

// "2020-ICLI-00054 at ICE-0001203 (p. 17 of prod-2.pdf, sha256 3fa9c1d2e4b5)"; the release's name where it
// has no request number, and without "at" where the page has no Bates number.
std::string citation_of(const store::HitRow& row);

// A Bates number that was inferred from the pages about it, and is not printed on the page, in brackets.
std::string bates_as_known(const std::string& value, BatesHow how);

// "BBR-000101–000103"; both in full where their prefixes differ.
std::string bates_range(const std::string& first, const std::string& last);

// The codes with "?" behind those that are not certain; "no code read" when there are none.
std::string codes_as_read(const Redaction& redaction);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_CITATION_H_
