// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples/production.h"

#include <cstdio>

namespace vaughn::samples {
namespace {

std::string format_bates(int number) {
  char text[16];
  std::snprintf(text, sizeof text, "BBR-%06d", number);
  return text;
}

}  // namespace

std::string BatesSeries::next() {
  last_ = format_bates(number_++);
  if (first_.empty()) first_ = last_;
  return last_;
}

void BatesSeries::skip(int count) {
  for (int i = 0; i < count; ++i) missing_.push_back(format_bates(number_++));
}

void stamp(Canvas& canvas, TruePage& page, const std::string& bates) {
  canvas.line(page.width - 36, page.height - 24, bates, Style{.size = 10, .align = Align::kRight});
  page.bates = bates;
}

}  // namespace vaughn::samples
