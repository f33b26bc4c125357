// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that follows from the pages of a source once they are read: production numbers, records,
// e-mails, letters, sheets. A pure function of the stored pages and of what people corrected, so that it can
// be done anew at any time without OCR. docs/records.md.
#ifndef VAUGHN_RECORDS_DERIVE_H_
#define VAUGHN_RECORDS_DERIVE_H_

#include <memory>
#include <vector>

#include "vaughn/model/page.h"
#include "vaughn/model/record.h"

namespace vaughn::records {

// Takes the pages of one source in their order, and keeps of each its lines only. Not for several threads.
class Derivation {
 public:
  Derivation();
  ~Derivation();

  void add(const PageReading& page);
  SourceRecords finish(const std::vector<Correction>& corrections = {});

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_DERIVE_H_
