// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <set>

#include "report/records.h"
#include "report/redaction_printers.h"

namespace vaughn::report {
namespace {

using store::RedactionRow;

// The codes of one redaction, each once, and whether any reading of it was certain.
std::map<std::string, bool> codes_of(const Redaction& redaction) {
  std::map<std::string, bool> certain;
  for (const ExemptionCode& code : redaction.codes) certain[code.code] |= code.certain;
  return certain;
}

struct Place {
  std::string source, sha256;
  int page = 0;
  bool same_source(const Place& other) const { return source == other.source && sha256 == other.sha256; }
  bool operator==(const Place&) const = default;
};

Place place_of(const RedactionRow& row) {
  return {row.source, row.sha256, row.page};
}

// Rows come in order, so that a new page or source shows by differing from the last.
struct Tally {
  int redactions = 0, unlabelled = 0, uncertain = 0, leaks = 0, pages = 0, sources = 0;
  long long characters = 0;
  double area_share = 0;
  std::set<std::string> codes;
  Place last;

  void count(const RedactionRow& row) {
    const Place here = place_of(row);
    if (redactions + uncertain == 0 || !last.same_source(here)) ++sources;
    if (redactions + uncertain == 0 || !(last == here)) ++pages;
    last = here;
    characters += row.redaction.estimated_characters;
    area_share += row.redaction.area_share;
    leaks += row.leak ? 1 : 0;
  }
};

// A row a code; redactions whose code was only guessed at are counted apart.
class CountByExemption : public RedactionPrinter {
 public:
  CountByExemption(Format format, const Terminal& terminal, std::ostream& out)
      : format_(format), terminal_(terminal), out_(out) {}

  void add(const RedactionRow& row) override {
    const std::map<std::string, bool> codes = codes_of(row.redaction);
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
                               {"uncertain", "Uncertain", Align::kRight},
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
    return code.empty() && format_ == Format::kTerminal ? Json("no code printed") : null_if_empty(code);
  }

  Format format_;
  Terminal terminal_;
  std::ostream& out_;
  std::map<std::string, Tally> tallies_;
};

// A row a page or a source.
class CountByPlace : public RedactionPrinter {
 public:
  CountByPlace(RedactionView view, Format format, const Terminal& terminal, std::ostream& out)
      : by_page_(view == RedactionView::kByPage), format_(format), terminal_(terminal), out_(out) {
    records_.schema = by_page_ ? "vaughn.redactions-by-page/1" : "vaughn.redactions-by-source/1";
    records_.fields = {{"source", "Source", Align::kLeft, Shrink::kStart}};
    if (by_page_) {
      records_.fields.push_back({"page", "Page", Align::kRight});
      records_.fields.push_back({"bates", "Bates"});
    } else {
      records_.fields.push_back({"pages", "Pages", Align::kRight});
    }
    for (const Field& field : std::vector<Field>{{"redactions", "Redactions", Align::kRight},
                                                 {"unlabelled", "No code", Align::kRight},
                                                 {"uncertain", "Uncertain", Align::kRight},
                                                 {"leaks", "Leaks", Align::kRight},
                                                 {"estimated_characters", "Characters", Align::kRight},
                                                 {"codes", "Codes", Align::kLeft, Shrink::kEnd},
                                                 {"sha256", ""},
                                                 {"release", ""}})
      records_.fields.push_back(field);
    if (by_page_) records_.fields.push_back({"area_share", ""});
  }

  void add(const RedactionRow& row) override {
    const Place here = place_of(row);
    const bool same = by_page_ ? tally_.last == here : tally_.last.same_source(here);
    if (tally_.redactions > 0 && !same) close();
    tally_.count(row);
    ++tally_.redactions;
    head_ = row;
    const std::map<std::string, bool> codes = codes_of(row.redaction);
    const bool certain =
        std::any_of(codes.begin(), codes.end(), [](const auto& code) { return code.second; });
    if (codes.empty()) ++tally_.unlabelled;
    if (!codes.empty() && !certain) ++tally_.uncertain;
    for (const auto& [code, _] : codes) tally_.codes.insert(code);
  }

  void finish() override {
    if (tally_.redactions > 0) close();
    print_records(records_, format_, terminal_, out_);
  }

 private:
  void close() {
    Json row = {{"source", head_.source}};
    if (by_page_) {
      row["page"] = head_.page;
      row["bates"] = null_if_empty(head_.bates);
    } else {
      row["pages"] = tally_.pages;
    }
    row.update({{"redactions", tally_.redactions},
                {"unlabelled", tally_.unlabelled},
                {"uncertain", tally_.uncertain},
                {"leaks", tally_.leaks},
                {"estimated_characters", tally_.characters},
                {"codes", tally_.codes},
                {"sha256", null_if_empty(head_.sha256)},
                {"release", head_.release}});
    if (by_page_) row["area_share"] = rounded(std::min(tally_.area_share, 1.0), 4);
    records_.rows.push_back(std::move(row));
    tally_ = {};
  }

  bool by_page_;
  Format format_;
  Terminal terminal_;
  std::ostream& out_;
  Records records_;
  Tally tally_;
  RedactionRow head_;
};

}  // namespace

std::unique_ptr<RedactionPrinter> make_redaction_counts(RedactionView view, Format format,
                                                        const Terminal& terminal, std::ostream& out) {
  if (view == RedactionView::kByExemption) return std::make_unique<CountByExemption>(format, terminal, out);
  return std::make_unique<CountByPlace>(view, format, terminal, out);
}

}  // namespace vaughn::report
