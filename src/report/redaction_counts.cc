// SPDX-License-Identifier: GPL-3.0-or-later
// Redactions counted by exemption.
#include <algorithm>
#include <map>

#include "report/records.h"
#include "report/redaction_printers.h"

namespace vaughn::report {
namespace {

using store::RedactionRow;

// Rows come in order, so that a new page or source shows by differing from the last.
struct Tally {
  int redactions = 0, uncertain = 0, pages = 0, sources = 0;
  long long characters = 0;
  std::string source, sha256;
  int page = 0;

  void count(const RedactionRow& row) {
    const bool same_source = redactions + uncertain > 0 && source == row.source && sha256 == row.sha256;
    if (!same_source) ++sources;
    if (!same_source || page != row.page) ++pages;
    source = row.source;
    sha256 = row.sha256;
    page = row.page;
    characters += row.redaction.amount.characters;
  }
};

// A row a code; redactions whose code was only guessed at are counted apart.
class CountByExemption : public RedactionPrinter {
 public:
  CountByExemption(Format format, const Terminal& terminal, std::ostream& out)
      : format_(format), terminal_(terminal), out_(out) {}

  void add(const RedactionRow& row) override {
    const std::map<std::string, bool> codes = certainty_of_codes(row.redaction);
    if (codes.empty()) count("", true, row);
    for (const auto& [code, certain] : codes) count(code, certain, row);
  }

  void finish() override {
    std::vector<std::pair<std::string, Tally>> sorted(tallies_.begin(), tallies_.end());
    const auto total = [](const Tally& tally) { return tally.redactions + tally.uncertain; };
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const auto& a, const auto& b) { return total(a.second) > total(b.second); });
    Records records{.schema = "vaughn.redactions-by-exemption/1",
                    .fields = {{"code", "Exemption"},
                               {"redactions", "Redactions", Align::kRight},
                               {"uncertain", "Unsure", Align::kRight},
                               {"pages", "Pages", Align::kRight},
                               {"sources", "Sources", Align::kRight},
                               {"estimated_characters", "Characters", Align::kRight}},
                    .rows = {}};
    for (const auto& [code, tally] : sorted)
      records.rows.push_back({{"code", code_cell(code)},
                              {"redactions", tally.redactions},
                              {"uncertain", tally.uncertain},
                              {"pages", tally.pages},
                              {"sources", tally.sources},
                              {"estimated_characters", tally.characters}});
    print_records(records, format_, terminal_, out_);
  }

 private:
  void count(const std::string& code, bool certain, const RedactionRow& row) {
    Tally& tally = tallies_[code];
    tally.count(row);
    ++(certain ? tally.redactions : tally.uncertain);
  }

  Json code_cell(const std::string& code) const {
    return code.empty() && format_ == Format::kTerminal ? Json("no code read") : null_if_empty(code);
  }

  Format format_;
  Terminal terminal_;
  std::ostream& out_;
  std::map<std::string, Tally> tallies_;
};

}  // namespace

std::map<std::string, bool> certainty_of_codes(const Redaction& redaction) {
  std::map<std::string, bool> certain;
  for (const ExemptionCode& code : redaction.codes) certain[code.code] |= code.certain;
  return certain;
}

std::unique_ptr<RedactionPrinter> make_exemption_counts(Format format, const Terminal& terminal,
                                                        std::ostream& out) {
  return std::make_unique<CountByExemption>(format, terminal, out);
}

}  // namespace vaughn::report
