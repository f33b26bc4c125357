// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/report/hits.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/citation.h"
#include "report/json.h"
#include "report/snippet.h"
#include "vaughn/report/table.h"

namespace vaughn::report {
namespace {

using store::HitRow;

Json json_of_hit(const HitRow& hit) {
  const Snippet snippet = read_snippet(hit.snippet);
  Json matches = Json::array();
  for (const auto& [from, to] : snippet.matches) matches.push_back(Json::array({from, to}));
  return {{"schema", "vaughn.hit/1"},
          {"source", hit.source},
          {"page", hit.page},
          {"snippet", snippet.text},
          {"score", rounded(hit.score, 4)},
          {"matches", matches},
          {"sha256", null_if_empty(hit.sha256)},
          {"release", hit.release},
          {"bates", null_if_empty(hit.bates)},
          {"bates_how", hit.bates.empty() ? Json(nullptr) : Json(to_string(hit.bates_how))},
          {"text_source", hit.text_source},
          {"ocr_confidence", hit.ocr_confidence ? rounded(*hit.ocr_confidence, 3) : Json(nullptr)},
          {"withheld_share", hit.withheld_share ? rounded(*hit.withheld_share, 4) : Json(nullptr)},
          {"record_type", null_if_empty(hit.record_type)},
          {"record_title", null_if_empty(hit.record_title)},
          {"record_date", null_if_empty(hit.record_date)},
          {"context", null_if_empty(without_marks(hit.context))},
          {"citation", citation_of(hit)},
          {"boxes", json_list(hit.boxes)}};
}

void print_json(const HitList& list, std::ostream& out) {
  Json hits = Json::array();
  for (const HitRow& hit : list.hits) hits.push_back(json_of_hit(hit));
  Json variants = Json::array();
  for (const WordVariants& word : list.variants) {
    Json words = Json::array();
    for (const store::FacetCount& one : word.words)
      words.push_back({{"word", one.value}, {"pages", one.pages}});
    variants.push_back({{"asked", word.asked}, {"words", words}, {"more", word.more}});
  }
  out << indented(
             {{"schema", "vaughn.search/1"}, {"query", list.query}, {"variants", variants}, {"hits", hits}})
      << '\n';
}

void print_csv(const HitList& list, std::ostream& out) {
  print_csv_record({"source", "page", "snippet", "score", "sha256", "release", "bates", "text_source",
                    "ocr_confidence", "citation"},
                   out);
  for (const HitRow& hit : list.hits)
    print_csv_record({hit.source, std::to_string(hit.page), read_snippet(hit.snippet).text,
                      fmt::format("{:.4f}", hit.score), hit.sha256, hit.release, hit.bates, hit.text_source,
                      hit.ocr_confidence ? fmt::format("{:.3f}", *hit.ocr_confidence) : "", citation_of(hit)},
                     out);
}

// The best hit of a source decides where the source stands.
std::vector<std::vector<const HitRow*>> grouped_by_source(const std::vector<HitRow>& hits) {
  std::vector<std::vector<const HitRow*>> groups;
  for (const HitRow& hit : hits) {
    const auto same = [&](const auto& group) {
      return group.front()->source == hit.source && group.front()->sha256 == hit.sha256;
    };
    const auto group = std::find_if(groups.begin(), groups.end(), same);
    if (group == groups.end())
      groups.push_back({&hit});
    else
      group->push_back(&hit);
  }
  return groups;
}

void print_for_person(const HitList& list, const Terminal& terminal, std::ostream& out) {
  bool first = true;
  for (const auto& group : grouped_by_source(list.hits)) {
    if (!first) out << '\n';
    first = false;
    out << terminal.painted(Paint::kSource, printable_line(group.front()->source)) << '\n';
    for (const HitRow* hit : group) {
      const std::string bates =
          hit->bates.empty() ? "" : "  " + printable_line(bates_as_known(hit->bates, hit->bates_how));
      out << "  " << terminal.painted(Paint::kPage, fmt::format("page {}", hit->page)) << bates << '\n'
          << (hit->context.empty() ? marked_snippet(hit->snippet, terminal, 4)
                                   : marked_lines(hit->context, terminal, 4))
          << '\n';
    }
  }
}

}  // namespace

void print_hits(const HitList& list, Format format, const Terminal& terminal, std::ostream& out) {
  switch (format) {
    case Format::kTerminal:
      return print_for_person(list, terminal, out);
    case Format::kJson:
      return print_json(list, out);
    case Format::kCsv:
      return print_csv(list, out);
    case Format::kJsonLines:
      for (const HitRow& hit : list.hits) out << one_line(json_of_hit(hit)) << '\n';
  }
}

}  // namespace vaughn::report
