// SPDX-License-Identifier: GPL-3.0-or-later
// The agency's numbered pages: who is who in the fiction, the number stamped on each page, and one function
// for each kind of document in the production.
#ifndef VAUGHN_SAMPLES_PRODUCTION_H_
#define VAUGHN_SAMPLES_PRODUCTION_H_

#include <string>

#include "samples/book.h"
#include "samples/truth.h"

namespace vaughn::samples {

// Everyone and everything is invented; the mail domains are under .example, which can never be registered.
inline constexpr const char* kAgency = "Bureau of Border Records";
inline constexpr const char* kDepartment = "Department of Frontier Affairs";
inline constexpr const char* kRequestNumber = "2031-BBFO-00417";
// What every PDF says of its making, so that two runs give the same bytes.
inline constexpr const char* kReleaseDate = "2031-03-04T09:00:00+00:00";

// Hands out the numbers of one series over all files of the release.
class BatesSeries {
 public:
  std::string next();
  // Leaves numbers out, as when pages were lost between stamping and release.
  void skip(int count);
  const std::string& first() const { return first_; }
  const std::string& last() const { return last_; }
  const std::vector<std::string>& missing() const { return missing_; }

 private:
  int number_ = 101;
  std::string first_, last_;
  std::vector<std::string> missing_;
};

// Prints the number at the bottom right and notes it.
void stamp(Canvas& canvas, TruePage& page, const std::string& bates);

struct Production {
  Book& book;
  TrueSource& source;
  BatesSeries& series;
};

void add_emails(Production& production);
void add_purchase_order(Production& production);
void add_invoice(Production& production);
void add_memo(Production& production);
void add_slides(Production& production);
void add_privacy_threshold_analysis(Production& production);
void add_withheld_sheets(Production& production);
void add_referral_slip(Production& production);
void add_deleted_page_sheet(Production& production);
void add_blank_page(Production& production);
void add_talking_points(Production& production);  // a black box without a code
void add_broadcast(Production& production);       // a scan whose only text is the stamp
void add_draft_answers(Production& production);   // white patches
void add_county_email(Production& production);    // hatched bars
void add_declassified(Production& production);    // hairline boxes, codes beside, one over the page's edge
void add_marked_report(Production& production);   // marker strokes and a handwritten code
void add_non_responsive(Production& production);  // one box over most of the page
void add_account_list(Production& production);    // the redaction that hides nothing

}  // namespace vaughn::samples

#endif  // VAUGHN_SAMPLES_PRODUCTION_H_
