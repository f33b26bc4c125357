// SPDX-License-Identifier: GPL-3.0-or-later
// Holds one page as the program printed it (docs/formats/inspect.md) against what is really there.
#ifndef VAUGHN_TESTS_WHOLE_PAGE_MATCH_H_
#define VAUGHN_TESTS_WHOLE_PAGE_MATCH_H_

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "vaughn/model/geometry.h"
#include "whole/truth.h"

namespace vaughn::whole {

Box box_of(const nlohmann::json& numbers);

// Lower case (of ASCII), white space folded to single spaces: how a search sees a text.
std::string folded(const std::string& text);

// Each true redaction to at most one of those found, the best fits first; a fit is an IoU of a half or more.
struct Fit {
  std::vector<const nlohmann::json*> of_true;  // as many as there are true ones; null where none fits
  std::vector<const nlohmann::json*> left;     // found, and fitting nothing
};
Fit fit_redactions(const std::vector<TrueRedaction>& truth, const nlohmann::json& found);

// The redactions of a printed page that are places on it. The whole page, which a sheet says is withheld, is
// none; page_codes has its codes, with those that stand at no redaction.
nlohmann::json boxes(const nlohmann::json& page);
nlohmann::json page_codes(const nlohmann::json& page);

// The codes of a list of them, canonical; of one role only unless it is empty.
std::vector<std::string> codes_of(const nlohmann::json& list, const std::string& role = {});

// As they were read: "'(bX6)' (b)(6)"; "no code" when there is none.
std::string raw_codes(const nlohmann::json& list);

// What is in a and not in b, counting repetitions once.
std::vector<std::string> without(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace vaughn::whole

#endif  // VAUGHN_TESTS_WHOLE_PAGE_MATCH_H_
