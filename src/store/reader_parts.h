// SPDX-License-Identifier: GPL-3.0-or-later
// What Reader is put together from, one question each. All take a connection that may be read-only.
#ifndef VAUGHN_STORE_READER_PARTS_H_
#define VAUGHN_STORE_READER_PARTS_H_

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "store/connection.h"
#include "vaughn/store/reader.h"

namespace vaughn::store {

// The same state of the database for several queries, whatever a writer commits meanwhile.
class Snapshot {
 public:
  explicit Snapshot(Connection& connection);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  Connection& connection_;
  bool ours_ = false;  // false inside another snapshot
};

std::vector<SourceRow> read_sources(Connection& connection);
std::optional<SourceRow> read_source(Connection& connection, SourceId source);
std::vector<SourceId> find_sources(Connection& connection, const std::string& name);

StatusSummary read_status(Connection& connection);
std::vector<TextSourceRow> read_pages_by_text_source(Connection& connection, GroupPagesBy by);
ChosenPages choose_pages(Connection& connection, const PageSelection& selection, const RunKey& key);
std::vector<PageProblemRow> read_problems(Connection& connection);
void visit_redactions(Connection& connection, const RedactionFilter& filter,
                      const std::function<void(const RedactionRow&)>& visit);
void visit_page_codes(Connection& connection, const std::function<void(const PageCodeRow&)>& visit);
std::vector<PageCountRow> read_page_counts(Connection& connection);
void visit_records(Connection& connection, const RecordFilter& filter,
                   const std::function<void(const RecordRow&)>& visit);
void visit_statements(Connection& connection, const std::function<void(const StatementRow&)>& visit);
void visit_sheets(Connection& connection, const std::function<void(const SheetRow&)>& visit);
void visit_messages(Connection& connection, const std::function<void(const MessageRow&)>& visit);
void visit_page_texts(Connection& connection,
                      const std::function<void(const PlaceRow&, const std::string& text)>& visit);
void visit_bates(Connection& connection, const std::function<void(const BatesRow&)>& visit);
std::vector<RequestItemRow> read_request_items(Connection& connection);
PlaceRow read_place_of(Connection& connection, PageId page);
std::vector<PageDispositions> read_dispositions(Connection& connection);
void visit_findings(Connection& connection, const std::function<void(const FindingRow&)>& visit);
std::vector<HitRow> find_hits(Connection& connection, const SearchRequest& request);
HitSummary summarise_hits(Connection& connection, const SearchRequest& request,
                          const std::vector<Facet>& facets);
void visit_vocabulary(Connection& connection, const std::string& from, const VisitWord& visit);
std::vector<std::string> find_words_with_stem_of(Connection& connection, const std::string& word);
int count_pages_with(Connection& connection, const std::string& word);
SqlExplanation explain_search(Connection& connection, const SearchRequest& request);

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_READER_PARTS_H_
