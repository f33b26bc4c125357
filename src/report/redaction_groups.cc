// SPDX-License-Identifier: GPL-3.0-or-later
// Redactions counted by where they are or what they are, with the share of the text they withhold.
#include <algorithm>
#include <map>
#include <set>

#include "report/records.h"
#include "report/redaction_printers.h"

namespace vaughn::report {
namespace {

using store::PageCountRow;
using store::RedactionRow;

// Shares are added up page by page: covers may overlap, and no page is withheld more than once.
class ShareSum {
 public:
  void add(const std::string& page, double share) {
    if (page != page_) close();
    page_ = page;
    of_page_ += share;
  }
  void close() {
    sum_ += std::min(of_page_, 1.0);
    of_page_ = 0;
  }
  double sum() const { return sum_ + std::min(of_page_, 1.0); }

 private:
  std::string page_;
  double of_page_ = 0, sum_ = 0;
};

std::string source_key(const RedactionRow& row) {
  return row.source + '\n' + row.sha256;
}

std::string page_key(const RedactionRow& row) {
  return source_key(row) + '\n' + std::to_string(row.page);
}

struct Group {
  RedactionRow first;
  int redactions = 0, in_full = 0, unlabelled = 0, uncertain = 0, leaks = 0, pages = 0, sources = 0;
  long long characters = 0;
  double area = 0;
  ShareSum share;
  std::set<std::string> codes;
  std::string last_page, last_source;  // rows come in order
};

void count(const RedactionRow& row, Group* group) {
  if (group->redactions++ == 0) group->first = row;
  if (group->last_page != page_key(row)) ++group->pages;
  if (group->last_source != source_key(row)) ++group->sources;
  group->last_page = page_key(row);
  group->last_source = source_key(row);
  group->in_full += row.redaction.kind == CoverKind::kPage ? 1 : 0;
  group->leaks += row.leak ? 1 : 0;
  group->characters += row.redaction.amount.characters;
  group->area += row.redaction.area_share;
  group->share.add(page_key(row), row.redaction.text_share);
  const std::map<std::string, bool> codes = certainty_of_codes(row.redaction);
  const bool certain = std::any_of(codes.begin(), codes.end(), [](const auto& code) { return code.second; });
  group->unlabelled += codes.empty() ? 1 : 0;
  group->uncertain += !codes.empty() && !certain ? 1 : 0;
  for (const auto& [code, _] : codes) group->codes.insert(code);
}

// What distinguishes one grouping from another: its name, what the rows of a group share, how it is headed.
struct Grouping {
  std::string schema;
  std::vector<Field> head;
  std::string (*key)(const RedactionRow&);
  Json (*head_of)(const Group&);
};

Json sources_and_pages(Json head, const Group& group) {
  head["sources"] = group.sources;
  head["pages"] = group.pages;
  return head;
}

Grouping grouping_of(RedactionView view) {
  const Field source{"source", "Source", Align::kLeft, Shrink::kStart};
  const Field sources{"sources", "Sources", Align::kRight}, pages{"pages", "Pages", Align::kRight};
  switch (view) {
    case RedactionView::kByPage:
      return {"vaughn.redactions-by-page/1",
              {{"source", ""}, {"page", "Page", Align::kRight}, {"bates", "Bates"}},
              page_key,
              [](const Group& group) {
                return Json{{"source", group.first.source},
                            {"page", group.first.page},
                            {"bates", null_if_empty(group.first.bates)}};
              }};
    case RedactionView::kByRelease:
      return {"vaughn.redactions-by-release/1",
              {{"release", "Release", Align::kLeft, Shrink::kEnd}, sources, pages},
              [](const RedactionRow& row) { return row.release; },
              [](const Group& group) {
                return sources_and_pages({{"release", group.first.release}}, group);
              }};
    case RedactionView::kByKind:
      return {"vaughn.redactions-by-kind/1",
              {{"kind", "Kind"}, sources, pages},
              [](const RedactionRow& row) { return std::string(to_string(row.redaction.kind)); },
              [](const Group& group) {
                return sources_and_pages({{"kind", to_string(group.first.redaction.kind)}}, group);
              }};
    case RedactionView::kByMonth:
      return {"vaughn.redactions-by-month/1",
              {{"month", "Month"}, sources, pages},
              [](const RedactionRow& row) { return month_of(row.received); },
              [](const Group& group) {
                return sources_and_pages({{"month", null_if_empty(month_of(group.first.received))}}, group);
              }};
    default:
      return {"vaughn.redactions-by-source/1", {source, pages}, source_key, [](const Group& group) {
                return Json{{"source", group.first.source}, {"pages", group.pages}};
              }};
  }
}

class CountByGroup : public RedactionPrinter {
 public:
  CountByGroup(RedactionView view, Format format, const std::vector<PageCountRow>& counts,
               const Terminal& terminal, std::ostream& out)
      : view_(view),
        grouping_(grouping_of(view)),
        format_(format),
        counts_(counts),
        terminal_(terminal),
        out_(out) {}

  void add(const RedactionRow& row) override {
    const std::string key = grouping_.key(row);
    const auto [known, is_new] = places_.emplace(key, groups_.size());
    if (is_new) groups_.emplace_back();
    count(row, &groups_[known->second]);
  }

  void finish() override {
    Records records{.schema = grouping_.schema, .fields = fields(), .rows = {}};
    for (const std::size_t at : order()) records.rows.push_back(row_of(groups_[at]));
    if (view_ == RedactionView::kByPage && format_ == Format::kTerminal)
      print_by_source(records);
    else
      print_records(records, format_, terminal_, out_);
  }

 private:
  std::vector<Field> fields() const {
    std::vector<Field> fields = grouping_.head;
    for (const Field& field :
         std::vector<Field>{{"redactions", "Count", Align::kRight},
                            {"unlabelled", "No code", Align::kRight, Shrink::kNever, Shown::kUnlessZero},
                            {"uncertain", "Unsure", Align::kRight, Shrink::kNever, Shown::kUnlessZero},
                            {"leaks", "Leaks", Align::kRight, Shrink::kNever, Shown::kUnlessZero},
                            {"estimated_characters", "Chars", Align::kRight}})
      fields.push_back(field);
    if (has_share())
      fields.push_back({"text_share", "Withheld", Align::kRight, Shrink::kNever, Shown::kPercent});
    if (view_ == RedactionView::kBySource || view_ == RedactionView::kByRelease)
      fields.push_back({"pages_in_full", ""});
    // Beside a path or a release's name there is no room for codes; 'report exemptions --by source' and
    // '--by release' show them.
    const bool named = view_ == RedactionView::kBySource || view_ == RedactionView::kByRelease;
    fields.push_back({"codes", named ? "" : "Codes", Align::kLeft, Shrink::kItems});
    if (view_ == RedactionView::kByPage || view_ == RedactionView::kBySource) {
      fields.push_back({"sha256", ""});
      fields.push_back({"release", ""});
    }
    if (view_ == RedactionView::kByPage) fields.push_back({"area_share", ""});
    return fields;
  }

  // A month or a kind is no whole that something could be a share of.
  bool has_share() const {
    return view_ == RedactionView::kByPage || view_ == RedactionView::kBySource ||
           view_ == RedactionView::kByRelease;
  }

  // As they came, which is the order of sources; months by date, those without one last.
  std::vector<std::size_t> order() const {
    std::vector<std::size_t> order;
    if (view_ != RedactionView::kByMonth) {
      for (std::size_t i = 0; i < groups_.size(); ++i) order.push_back(i);
      return order;
    }
    for (const auto& [month, at] : places_)
      if (!month.empty()) order.push_back(at);
    if (const auto none = places_.find(""); none != places_.end()) order.push_back(none->second);
    return order;
  }

  // How many pages with a known share the group's source or release has.
  int pages_of(const Group& group) const {
    int pages = 0;
    for (const PageCountRow& row : counts_)
      if (view_ == RedactionView::kByRelease
              ? row.release == group.first.release
              : row.source == group.first.source && row.sha256 == group.first.sha256)
        pages += row.pages;
    return pages;
  }

  Json share_of(const Group& group) const {
    if (view_ == RedactionView::kByPage) return rounded(group.share.sum(), 4);
    const int pages = pages_of(group);
    return pages > 0 ? rounded(group.share.sum() / pages, 4) : Json(nullptr);
  }

  Json row_of(const Group& group) const {
    Json row = grouping_.head_of(group);
    if (view_ == RedactionView::kByMonth && format_ == Format::kTerminal && row["month"].is_null())
      row["month"] = "no date";
    row.update({{"redactions", group.redactions},
                {"unlabelled", group.unlabelled},
                {"uncertain", group.uncertain},
                {"leaks", group.leaks},
                {"estimated_characters", group.characters}});
    if (has_share()) row["text_share"] = share_of(group);
    if (view_ == RedactionView::kBySource || view_ == RedactionView::kByRelease)
      row["pages_in_full"] = group.in_full;
    row["codes"] = group.codes;
    if (view_ == RedactionView::kByPage || view_ == RedactionView::kBySource) {
      row["sha256"] = null_if_empty(group.first.sha256);
      row["release"] = group.first.release;
    }
    if (view_ == RedactionView::kByPage) row["area_share"] = rounded(std::min(group.area, 1.0), 4);
    return row;
  }

  // The path, which may be long, once above its pages.
  void print_by_source(const Records& all) {
    for (auto begin = all.rows.begin(); begin != all.rows.end();) {
      const auto end = std::find_if(begin, all.rows.end(), [&](const Json& row) {
        return row["source"] != (*begin)["source"] || row["sha256"] != (*begin)["sha256"];
      });
      if (begin != all.rows.begin()) out_ << '\n';
      out_ << terminal_.painted(Paint::kSource, printable_line((*begin)["source"].get<std::string>()))
           << '\n';
      print_records_table({all.schema, all.fields, {begin, end}}, terminal_, out_, 2);
      begin = end;
    }
  }

  RedactionView view_;
  Grouping grouping_;
  Format format_;
  std::vector<PageCountRow> counts_;
  Terminal terminal_;
  std::ostream& out_;
  std::map<std::string, std::size_t> places_;  // by key
  std::vector<Group> groups_;
};

}  // namespace

std::unique_ptr<RedactionPrinter> make_group_counts(RedactionView view, Format format,
                                                    const std::vector<PageCountRow>& counts,
                                                    const Terminal& terminal, std::ostream& out) {
  return std::make_unique<CountByGroup>(view, format, counts, terminal, out);
}

}  // namespace vaughn::report
