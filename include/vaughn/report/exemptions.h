// SPDX-License-Identifier: GPL-3.0-or-later
// How often each exemption was used, by redaction and once per request. docs/formats/exemptions.md.
#ifndef VAUGHN_REPORT_EXEMPTIONS_H_
#define VAUGHN_REPORT_EXEMPTIONS_H_

#include <functional>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "vaughn/report/format.h"
#include "vaughn/report/terminal.h"
#include "vaughn/store/reader.h"

namespace vaughn::report {

// What a code is, as the table of regimes knows it; handed in, since that table belongs to the reading side.
struct CodeInfo {
  std::string code{};     // that it counts under: (b)(7)(E) for (b)(7)(E)-1
  std::string label{};    // as annual reports call it: "Ex. 7(E)"
  std::string meaning{};  // a few words
  enum class Sort { kExemption, kDisposition } sort = Sort::kExemption;  // "NR" is no exemption
};

enum class ExemptionGrouping { kWhole, kSource, kRelease, kMonth };

// Fed with all redactions and page codes in their order, printed at the end. Holds a row a group and code.
class ExemptionReport {
 public:
  using Describe = std::function<CodeInfo(const std::string& code)>;

  ExemptionReport(ExemptionGrouping by, Describe describe) : by_(by), describe_(std::move(describe)) {}

  void add(const store::RedactionRow& row);
  // A page that is withheld but no redaction of this database: a row of a list of deleted pages.
  void add(const store::PageCodeRow& row);

  bool empty() const { return groups_.empty(); }
  void print(Format format, const Terminal& terminal, std::ostream& out) const;

 private:
  struct Count {
    CodeInfo info;
    int redactions = 0;  // with a certain reading
    int uncertain = 0;   // further ones, every reading of which was repaired
    int listed_codes = 0;
    long long characters = 0;
    std::set<std::string> requests, maybe_requests;  // certain; any
  };
  struct Group {
    std::string name, sha256;
    std::map<std::string, Count> counts;  // by code; "" without one
  };

  Group& group_for(const std::string& release, const std::string& source, const std::string& sha256,
                   const std::string& received);

  ExemptionGrouping by_;
  Describe describe_;
  std::vector<Group> groups_;
  std::map<std::string, std::size_t> places_;
};

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_EXEMPTIONS_H_
