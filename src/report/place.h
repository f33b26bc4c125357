// SPDX-License-Identifier: GPL-3.0-or-later
// Places as reports print them, and lines broken to a width.
#ifndef VAUGHN_REPORT_PLACE_H_
#define VAUGHN_REPORT_PLACE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "report/json.h"
#include "vaughn/store/records.h"

namespace vaughn::report {

// "release/letter.pdf p. 3 (ICE-0001203)"
std::string place_text(const store::PlaceRow& place);
// Neighbouring pages as one: "a.pdf p. 1–3, 7; b.pdf p. 2".
std::string places_text(const std::vector<store::PlaceRow>& places);
Json json_of_place(const store::PlaceRow& place);

// Broken between words, the first line behind one indent, the others behind another.
std::string wrapped(const std::string& text, std::size_t width, const std::string& first,
                    const std::string& rest);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_PLACE_H_
