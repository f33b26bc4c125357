// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/segmentation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace vaughn::records {
namespace {

// Signs are taken for independent: each one leaves less doubt (a noisy or), and each sign against leaves less
// belief. The weights are the shares of pages with the sign on which a record began, on pages of real
// releases and of the samples.
class Weighing {
 public:
  void for_it(double weight, std::string reason) {
    doubt_ *= 1 - weight;
    reasons_.emplace_back(weight, std::move(reason));
  }
  void against_it(double weight) { belief_ *= 1 - weight; }

  Boundary result() {
    std::stable_sort(reasons_.begin(), reasons_.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    Boundary boundary{(1 - doubt_) * belief_, {}};
    for (auto& [weight, reason] : reasons_) boundary.reasons.push_back(std::move(reason));
    return boundary;
  }

 private:
  double doubt_ = 1, belief_ = 1;
  std::vector<std::pair<double, std::string>> reasons_;
};

bool same_size(const PageSigns& a, const PageSigns& b) {
  const auto near = [](Points x, Points y) { return std::abs(x - y) < 0.06 * std::max(x, y); };
  return near(a.width, b.width) && near(a.height, b.height);
}

bool is_turned(const PageSigns& a, const PageSigns& b) {
  return (a.width > a.height) != (b.width > b.height);
}

bool is_scan(TextSource source) {
  return source != TextSource::kBornDigital && source != TextSource::kMixed && source != TextSource::kBlank;
}

void weigh_page_numbers(const PageSigns& before, const PageSigns& page, Weighing* weighing) {
  if (!page.number) return;
  const bool same_total = !before.total || !page.total || *before.total == *page.total;
  if (*page.number == 1 && (!before.number || *before.number != 0))
    weighing->for_it(page.total ? 0.9 : 0.7, "page numbers begin again at 1");
  else if (before.number && same_total && *page.number == *before.number + 1)
    weighing->against_it(0.95);
  else if (*page.number > 1 && page.total)
    weighing->against_it(0.6);  // "Page 3 of 12", whatever number the page before lacks
  else if (*page.number > 1 && !before.number)
    weighing->against_it(0.4);
}

void weigh_stamps(const PageSigns& before, const PageSigns& page, Weighing* weighing) {
  if (!page.document_number.empty() && page.document_number == before.document_number)
    weighing->against_it(0.9);
  else if (!page.document_number.empty() && !before.document_number.empty())
    weighing->for_it(0.85, "another document number: " + page.document_number);
  if (!page.bates_prefix.empty() && !before.bates_prefix.empty() && page.bates_prefix != before.bates_prefix)
    weighing->for_it(0.75, "another series of production numbers");
}

// Every page of such a document may carry its title; letterheads and forms stand on first pages.
bool has_running_titles(const std::string& type) {
  constexpr std::string_view kTypes[] = {"slides",
                                         "policy",
                                         "agreement",
                                         "list",
                                         "privacy-threshold-analysis",
                                         "privacy-impact-assessment",
                                         "statement-of-work",
                                         "bulletin"};
  return std::find(std::begin(kTypes), std::end(kTypes), type) != std::end(kTypes);
}

void weigh_kind(const PageSigns& before, const PageSigns& page, Weighing* weighing) {
  if (page.kind.continues) return weighing->against_it(0.85);
  if (page.kind.begins) {
    const bool same_heading = page.kind.type == before.kind.type && !page.heading.empty() &&
                              page.heading == before.heading && !page.dated;
    if (same_heading && has_running_titles(page.kind.type))
      weighing->against_it(0.5);
    else
      weighing->for_it(page.kind.confidence * 0.9,
                       fmt::format("begins as a record of type {}: {}", page.kind.type, page.kind.cue));
  }
  if (page.dated && page.kind.type != "list") weighing->for_it(0.4, "a date at the top");
  const bool picture = page.kind.type == "photograph" || before.kind.type == "photograph";
  if (picture && page.kind.type != before.kind.type) weighing->for_it(0.55, "text beside a photograph");
  const auto is_slides = [](const PageSigns& signs) { return signs.kind.type == "slides"; };
  if (is_slides(page) && is_slides(before)) weighing->against_it(0.6);
}

void weigh_layout(const PageSigns& before, const PageSigns& page, Weighing* weighing) {
  if (is_turned(before, page))
    weighing->for_it(0.5, "another orientation");
  else if (!same_size(before, page))
    weighing->for_it(0.35, "another page size");
  if (is_scan(before.text_source) != is_scan(page.text_source) && page.text_source != TextSource::kBlank &&
      before.text_source != TextSource::kBlank)
    weighing->for_it(0.4,
                     is_scan(page.text_source) ? "a scan after printed text" : "printed text after a scan");
  if (before.text_source == TextSource::kBlank) weighing->for_it(0.3, "after a blank page");
}

}  // namespace

Boundary boundary_at(const PageSigns& before, const PageSigns& page) {
  if (page.sheet_goes_on) return {0.02, {}};
  if (page.is_sheet) return {0.98, {"a sheet that stands for other pages"}};
  Weighing weighing;
  if (before.is_sheet) weighing.for_it(0.85, "follows a sheet");
  if (page.email_begins) weighing.for_it(page.email_confidence, "an e-mail's header at the top");
  if (page.quoted_at_top) weighing.against_it(0.9);
  weigh_page_numbers(before, page, &weighing);
  weigh_stamps(before, page, &weighing);
  weigh_kind(before, page, &weighing);
  weigh_layout(before, page, &weighing);
  return weighing.result();
}

}  // namespace vaughn::records
