// SPDX-License-Identifier: GPL-3.0-or-later
#include "whole/known_misses.h"

namespace vaughn::whole {
namespace {

constexpr const char* kProduction = "02-production-1.pdf";
constexpr const char* kHandwritten = "a handwritten b7C is recognised as b7e, uncertain";

}  // namespace

const std::vector<KnownMiss>& known_misses() {
  static const std::vector<KnownMiss> table{
      {Claim::kNoOtherCode, kProduction, 22, {187.8, 196.7, 319.8, 212.4}, "(b)(7)(E)", kHandwritten},
      {Claim::kBates,
       "03-account-list.pdf",
       1,
       {},
       "BBR-000128 read",
       "one page is no series, and series do not reach across files"},
  };
  return table;
}

}  // namespace vaughn::whole
