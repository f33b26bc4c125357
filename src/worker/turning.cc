// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/turning.h"

#include <optional>
#include <utility>

namespace vaughn::worker {

Box turned(Box box, Points width, Points height, int quarters) {
  for (int i = (quarters % 4 + 4) % 4; i > 0; --i) {
    box = {height - box.y1, box.x0, height - box.y0, box.x1};
    std::swap(width, height);
  }
  return box;
}

void turn(PageReading* reading, int quarters) {
  const auto move = [&](Box* box) { *box = turned(*box, reading->width, reading->height, quarters); };
  const auto move_if_any = [&](std::optional<Box>* box) {
    if (*box) move(&**box);
  };
  for (Word& word : reading->words) move(&word.box);
  for (Redaction& redaction : reading->redactions) {
    move(&redaction.box);
    for (ExemptionCode& code : redaction.codes) move_if_any(&code.box);
  }
  for (ExemptionCode& code : reading->codes) move_if_any(&code.box);
  for (Finding& finding : reading->findings) move_if_any(&finding.box);
  for (EdgeLine& line : reading->edge_lines) move(&line.box);
  if (quarters % 2 != 0) std::swap(reading->width, reading->height);
}

}  // namespace vaughn::worker
