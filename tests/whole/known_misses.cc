// SPDX-License-Identifier: GPL-3.0-or-later
#include "whole/known_misses.h"

namespace vaughn::whole {
namespace {

constexpr const char* kProduction = "02-production-1.pdf";
constexpr const char* kHatched = "hatching leaves too little black for a bar";
constexpr const char* kMarker = "a marker stroke has no straight edge";
constexpr const char* kSkewed = "the code in a bar on a skewed scan is not recognised";

}  // namespace

const std::vector<KnownMiss>& known_misses() {
  static const std::vector<KnownMiss> table{
      {Claim::kRedactionFound, kProduction, 7, {115.8, 611.8, 318.2, 648.2}, "region", "stepped outline"},
      {Claim::kRedactionFound, kProduction, 21, {170.9, 73.1, 232.6, 83.6}, "solid", kHatched},
      {Claim::kRedactionFound, kProduction, 21, {88.9, 98.6, 171.2, 109.1}, "solid", kHatched},
      {Claim::kRedactionFound, kProduction, 21, {180.2, 98.6, 252.2, 109.1}, "solid", kHatched},
      {Claim::kRedactionFound, kProduction, 21, {422.4, 182.3, 494.4, 192.8}, "solid", kHatched},
      {Claim::kRedactionFound, kProduction, 21, {72.0, 195.8, 133.7, 206.3}, "solid", kHatched},
      {Claim::kRedactionFound, kProduction, 22, {76.7, 151.4, 233.8, 168.9}, "blob", kMarker},
      {Claim::kRedactionFound, kProduction, 22, {187.8, 196.7, 319.8, 212.4}, "blob", kMarker},
      {Claim::kUnlabelled, kProduction, 21, {170.9, 73.1, 232.6, 83.6}, "UNLABELLED_REDACTION", kHatched},
      {Claim::kUnlabelled, kProduction, 21, {88.9, 98.6, 171.2, 109.1}, "UNLABELLED_REDACTION", kHatched},
      {Claim::kUnlabelled, kProduction, 21, {180.2, 98.6, 252.2, 109.1}, "UNLABELLED_REDACTION", kHatched},
      {Claim::kUnlabelled, kProduction, 21, {422.4, 182.3, 494.4, 192.8}, "UNLABELLED_REDACTION", kHatched},
      {Claim::kUnlabelled, kProduction, 21, {72.0, 195.8, 133.7, 206.3}, "UNLABELLED_REDACTION", kHatched},
      {Claim::kCodeRead, kProduction, 7, {470.0, 420.0, 612.0, 438.0}, "(b)(7)(E)-2", "stands below the box"},
      {Claim::kCodeRead, kProduction, 19, {106.0, 317.5, 364.6, 331.7}, "(b)(7)(E)", kSkewed},
      {Claim::kNoStrayLabel,
       kProduction,
       22,
       {525.2, 153.4, 560.5, 173.5},
       "(b)(7)(E)",
       "a handwritten b7C is taken for print"},
      {Claim::kNoStrayLabel,
       kProduction,
       22,
       {524.5, 199.1, 554.8, 216.4},
       "(b)(7)(E)",
       "a handwritten b7C is taken for print"},
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
