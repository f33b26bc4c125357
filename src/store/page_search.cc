// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/page_search.h"

#include <fmt/format.h>

#include <algorithm>

#include "store/exemption_codes.h"
#include "store/hit_rows.h"
#include "vaughn/base/strings.h"

namespace vaughn::store {
namespace {

void bind(const Condition& condition, Query* rows) {
  for (const auto& value : condition.values) std::visit([&](const auto& one) { rows->bind(one); }, value);
}

// Not the row itself, which is wide.
constexpr const char* kJoinPage = " JOIN page p INDEXED BY page_facts ON p.id = f.rowid";

}  // namespace

PageSearch::PageSearch(Connection& connection, const SearchRequest& request)
    : connection_(connection),
      request_(request),
      tokenizer_(connection),
      compiler_(tokenizer_, known_codes(connection)),
      sql_(compiler_.compile(request.question)),
      top_(connection),
      lists_(connection) {
  if (!sql_.match.empty() && !sql_.condition.sql.empty() && chooses_many(sql_.match))
    sql_ = compiler_.compile(request.question, QuestionCompiler::Conditions::kAsLists);
}

bool PageSearch::chooses_many(const std::string& match) const {
  constexpr int kMany = 5'000;  // counting them takes a fraction of a millisecond
  return connection_.integer("SELECT count(*) FROM (SELECT 1 FROM page_fts WHERE page_fts MATCH ? LIMIT ?)",
                             match, kMany) == kMany;
}

// The conditions, and whether they ask for more of the page than its id: its row is long, and looking it up
// for each page that the text chose takes longer than anything else.
std::pair<std::string, bool> PageSearch::conditions_sql() const {
  std::string sql = (sql_.condition.sql.empty() ? "" : " AND " + sql_.condition.sql) +
                    std::string(request_.since_run ? " AND p.run >= ?" : "");
  const bool asks_page = replace_all(sql, "p.id", "").find("p.") != std::string::npos;
  return {!sql_.match.empty() && !asks_page ? replace_all(sql, "p.id", "f.rowid") : sql, asks_page};
}

// Ids, and with sort by rank nothing else: that is best_ranked's. Text is fetched for what is shown.
std::string PageSearch::candidates_sql() const {
  const bool by_text = !sql_.match.empty(), by_bates = request_.sort == SortHits::kBates,
             by_date = request_.sort == SortHits::kDate;
  const auto [where, asks_page] = conditions_sql();
  std::string sql =
      by_text ? "SELECT f.rowid FROM page_fts f" : "SELECT p.id FROM page p INDEXED BY page_facts";
  const std::string id = by_text ? "f.rowid" : "p.id";
  if (by_text && asks_page) sql += kJoinPage;
  if (by_bates) sql += " LEFT JOIN bates b ON b.id = " + id + " * 10000 + 1";
  if (by_date)
    sql += " LEFT JOIN record_page rp ON rp.page = " + id + " LEFT JOIN record r ON r.id = rp.record";
  sql += by_text ? " WHERE f.page_fts MATCH ?" : " WHERE p.state IN ('read', 'ocr-due')";
  sql += where;
  if (by_date) return sql + " ORDER BY r.date IS NULL, r.date, " + id;
  return sql + " ORDER BY " + (by_bates ? "b.prefix IS NULL, b.prefix, b.number, " : "") + id;
}

std::string PageSearch::ranked_sql() const {
  const auto [where, asks_page] = conditions_sql();
  return std::string("SELECT f.rowid, top_rank(f.page_fts, ?) FROM page_fts f") +
         (asks_page ? kJoinPage : "") + " WHERE f.page_fts MATCH ?" + where;
}

std::vector<std::pair<double, std::int64_t>> PageSearch::ranked_by_sql(std::size_t most) {
  top_.begin(most);
  Query rows = connection_.query(ranked_sql(), top_.argument());
  bind_all(&rows);
  std::vector<std::pair<double, std::int64_t>> ranked;
  while (rows.step())
    if (!rows.is_null(1)) ranked.emplace_back(rows.real(1), rows.integer(0));
  return ranked;
}

// Best first, of equals the first page. At least so many, if there are; 0: all.
std::vector<std::pair<double, std::int64_t>> PageSearch::best_ranked(std::size_t most) {
  std::vector<std::pair<double, std::int64_t>> ranked;
  std::optional<PhraseLists::Ranked> of_lists;
  if (most > 0 && sql_.joined && !request_.since_run) of_lists = lists_.best(sql_.match, *sql_.joined, most);
  if (of_lists)
    ranked = *std::move(of_lists);
  else
    ranked = ranked_by_sql(most);
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (most > 0 && ranked.size() > most) ranked.resize(most);
  return ranked;
}

Query PageSearch::candidates() {
  Query rows = connection_.query(candidates_sql());
  bind_all(&rows);
  return rows;
}

void PageSearch::bind_all(Query* rows) const {
  if (!sql_.match.empty()) rows->bind(sql_.match);
  bind(sql_.condition, rows);
  if (request_.since_run) rows->bind(request_.since_run->value);
}

SqlExplanation PageSearch::explain() {
  const std::string sql = by_rank() ? ranked_sql() : candidates_sql();
  // The place to rank in is nothing to show.
  SqlExplanation explanation{replace_all(sql, "(f.page_fts, ?)", "(f.page_fts)"), {}, {}, {}};
  if (!sql_.match.empty()) explanation.values.push_back(sql_.match);
  for (const auto& value : sql_.condition.values)
    explanation.values.push_back(std::visit([](const auto& one) { return fmt::format("{}", one); }, value));
  if (request_.since_run) explanation.values.push_back(std::to_string(request_.since_run->value));
  Query rows = connection_.query("EXPLAIN QUERY PLAN " + sql);
  if (by_rank()) rows.bind(top_.argument());
  bind_all(&rows);
  while (rows.step()) explanation.plan.push_back(rows.text(3));
  explanation.verified = sql_.verify == Verify::kAll        ? "every page found"
                         : sql_.verify == Verify::kRedacted ? "the pages found that have redactions"
                         : sql_.verify == Verify::kBroken
                             ? "the pages found that have redactions, or words printed over line ends"
                             : "";
  return explanation;
}

bool PageSearch::meets(std::int64_t page) {
  if (sql_.verify == Verify::kNothing) return true;
  // Only redactions leave markers, and only lines out of their order may be near each other without being so.
  if (sql_.verify != Verify::kAll &&
      !connection_.integer("SELECT EXISTS (SELECT 1 FROM redaction WHERE page = ?)", page) &&
      (sql_.verify == Verify::kRedacted ||
       !connection_.integer("SELECT ifnull(unbroken, '') <> '' FROM page WHERE id = ?", page)))
    return true;
  const PageTexts texts = read_texts(connection_, page);
  std::vector<TextMatcher> matchers;
  for (const std::string_view text : texts.all()) matchers.emplace_back(tokenizer_, text);
  return holds(request_.question, page, matchers);
}

bool PageSearch::holds(const Question& question, std::int64_t page, const std::vector<TextMatcher>& texts) {
  const auto each_part = [&](const Question& part) { return holds(part, page, texts); };
  const std::vector<Question>& parts = question.parts;
  switch (question.kind) {
    case Question::Kind::kNot:
      return !each_part(parts.front());
    case Question::Kind::kAll:
      return std::all_of(parts.begin(), parts.end(), each_part);
    case Question::Kind::kAny:
      return std::any_of(parts.begin(), parts.end(), each_part);
    case Question::Kind::kTest:
      break;
  }
  const auto in_any = [&](const auto& test) {
    return std::any_of(texts.begin(), texts.end(), [&](const TextMatcher& text) { return text.holds(test); });
  };
  if (const auto* term = std::get_if<Term>(&question.test)) return in_any(*term);
  if (const auto* near = std::get_if<Near>(&question.test)) return in_any(*near);
  if (const auto* beside = std::get_if<Beside>(&question.test)) return in_any(*beside);
  if (const auto* pattern = std::get_if<Pattern>(&question.test)) return in_any(*pattern);
  return holds(question.test, page);
}

bool PageSearch::holds(const PageTest& test, std::int64_t page) {
  const Condition condition = compiler_.condition(test);
  Query row = connection_.query("SELECT " + condition.sql + " FROM page p WHERE p.id = ?");
  bind(condition, &row);
  row.bind(page);
  return row.step() && row.integer(0) != 0;
}

}  // namespace vaughn::store
