// SPDX-License-Identifier: GPL-3.0-or-later
// Search hits as people and programs want them. docs/formats/search.md.
#ifndef VAUGHN_REPORT_HITS_H_
#define VAUGHN_REPORT_HITS_H_

#include <ostream>
#include <string>
#include <vector>

#include "vaughn/report/format.h"
#include "vaughn/report/terminal.h"
#include "vaughn/store/reader.h"

namespace vaughn::report {

// What surrounds a hit word in HitRow::snippet: characters no page text holds (make_valid_utf8 drops them),
// so that printers can tell them from what the page says.
inline constexpr const char* kSnippetOpen = "\x02";
inline constexpr const char* kSnippetClose = "\x03";

// What a word of the query became, and on how many pages each stands.
struct WordVariants {
  std::string asked{};
  std::vector<store::FacetCount> words{};
  bool more = false;  // there were others
};

struct HitList {
  std::string query{};  // as typed
  std::vector<store::HitRow> hits{};
  std::vector<WordVariants> variants{};
};

void print_hits(const HitList& list, Format format, const Terminal& terminal, std::ostream& out);

// One line a hit, as a person words it: "{citation}\t{snippet}". A backslash stands before t, n and itself.
class HitTemplate {
 public:
  // Throws Error (kUsage) that names the field there is none of, and those there are.
  explicit HitTemplate(const std::string& text);
  static HitTemplate tsv();  // a header line, and the fields of CSV

  std::string header() const { return header_; }  // empty: none
  // Tabs and line breaks within a value become spaces.
  std::string filled(const store::HitRow& hit) const;

 private:
  struct Piece {
    std::string literal;
    std::string field;  // behind it; empty at the end
  };
  std::string header_;
  std::vector<Piece> pieces_;
};

void print_hits(const HitList& list, const HitTemplate& as, std::ostream& out);

struct FacetTable {
  std::string name;
  std::vector<store::FacetCount> counts;
};

// How many pages there are in all, and of each value.
void print_facets(int pages, const std::vector<FacetTable>& tables, Format format, const Terminal& terminal,
                  std::ostream& out);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_HITS_H_
