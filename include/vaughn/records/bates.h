// SPDX-License-Identifier: GPL-3.0-or-later
// Production numbers ("Bates numbers") from what stands at the edges of a source's pages. Nothing is known
// about the prefix beforehand: a series is what many pages share and what rises from page to page.
#ifndef VAUGHN_RECORDS_BATES_H_
#define VAUGHN_RECORDS_BATES_H_

#include <vector>

#include "vaughn/model/bates.h"
#include "vaughn/model/page.h"
#include "vaughn/model/record.h"
#include "vaughn/records/edges.h"

namespace vaughn::records {

// The production numbers of a source, in page order. A page that carries several series (an agency's and a
// court's) has several, that of the series with the most pages first. Readings that break a sequence which
// goes on behind them are repaired; a page without a reading gets a number when the nearest ones on both
// sides agree; no other number is made up. In a file without any series only what has a production number's
// form by itself counts: capitals and six digits padded with zeros, and what the file declares to be one.
std::vector<BatesNumber> infer_bates(const std::vector<PageEdges>& pages);

// Where the first number of each page does not follow the one before: BATES_GAP, BATES_DUPLICATE,
// BATES_STEP_BACK, BATES_PREFIX_CHANGE, BATES_WIDTH_CHANGE, each at the later page. Numbers in page order.
std::vector<NumberingFinding> numbering_findings(const std::vector<BatesNumber>& numbers);

// BATES_ARTIFACT_DIFFERS where the file declares another production number than it shows.
std::vector<NumberingFinding> artifact_findings(const PageReading& page);

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_BATES_H_
