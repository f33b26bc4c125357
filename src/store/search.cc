// SPDX-License-Identifier: GPL-3.0-or-later
// Answers questions about pages. SQL and FTS5 choose and rank (question_sql.h); what they cannot know is
// decided on the text of the pages that are shown (page_matcher.h).
#include <fmt/format.h>

#include <algorithm>

#include "store/fts_tokens.h"
#include "store/page_matcher.h"
#include "store/page_rows.h"
#include "store/question_sql.h"
#include "store/reader_parts.h"
#include "store/snippet.h"
#include "store/top_ranked.h"
#include "store/words_codec.h"
#include "vaughn/base/strings.h"

namespace vaughn::store {
namespace {

// FTS5's own list of the words it has.
constexpr const char* kIndexWordTable =
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.index_word USING fts5vocab(main, page_fts, row)";

std::vector<std::string> known_codes(Connection& connection) {
  std::vector<std::string> codes;
  // Steps from one code to the next in the index; there are a few dozen codes and perhaps millions of rows.
  Query rows = connection.query(
      "WITH RECURSIVE known(code) AS (SELECT min(code) FROM exemption_code UNION ALL"
      " SELECT (SELECT min(c.code) FROM exemption_code c WHERE c.code > known.code) FROM known WHERE code IS "
      "NOT NULL)"
      " SELECT code FROM known WHERE code IS NOT NULL");
  while (rows.step()) codes.push_back(rows.text(0));
  return codes;
}

void bind(const Condition& condition, Query* rows) {
  for (const auto& value : condition.values) std::visit([&](const auto& one) { rows->bind(one); }, value);
}

// What of a page a question is held against.
struct PageTexts {
  std::string text, unbroken;  // lines that end within a word, with the word whole
};

PageTexts read_texts(Connection& connection, std::int64_t page) {
  Query row = connection.query("SELECT text, unbroken FROM page WHERE id = ?", page);
  return row.step() ? PageTexts{row.text(0), row.text(1)} : PageTexts{};
}

// Where in the text what is looked for stands, a list for each of the things looked for; those to be absent
// left out.
void collect_places(const Question& question, const TextMatcher& text,
                    std::vector<std::vector<Span>>* places) {
  if (question.kind == Question::Kind::kNot) return;
  for (const Question& part : question.parts) collect_places(part, text, places);
  if (question.kind != Question::Kind::kTest) return;
  if (const auto* term = std::get_if<Term>(&question.test)) places->push_back(text.spans(*term));
  if (const auto* beside = std::get_if<Beside>(&question.test)) places->push_back(text.spans(*beside));
  if (const auto* near = std::get_if<Near>(&question.test))
    for (const Term& term : near->terms) places->push_back(text.spans(term));
}

class Searcher {
 public:
  Searcher(Connection& connection, const SearchRequest& request)
      : connection_(connection),
        request_(request),
        tokenizer_(connection),
        compiler_(tokenizer_, known_codes(connection)),
        sql_(compiler_.compile(request.question)),
        top_(connection) {}

  // Calls visit with the id and score of each page, in order, until it says that it is enough. Most is how
  // many it may want; 0: all.
  template <class Visit>
  void each(std::size_t most, Visit visit) {
    if (!by_rank()) {
      Query rows = candidates();
      while (rows.step())
        if (const std::int64_t page = rows.integer(0); meets(page) && !visit(page, 0)) return;
      return;
    }
    // The best are tried; where too many of them do not meet the question, more are asked for.
    for (std::size_t tried = 0;; most *= 16) {
      const auto ranked = best_ranked(most);
      for (; tried < ranked.size(); ++tried) {
        const auto& [score, page] = ranked[tried];
        if (meets(page) && !visit(page, score)) return;
      }
      if (most == 0 || ranked.size() < most) return;
    }
  }
  // Of each page, in no order that matters.
  template <class Visit>
  void each_id(Visit visit) {
    Query rows = candidates();
    while (rows.step())
      if (const std::int64_t page = rows.integer(0); meets(page)) visit(page);
  }
  bool needs_verifying() const { return sql_.verify != Verify::kNothing; }
  void insert_into(const std::string& table);

  HitRow hit(std::int64_t page, double score);
  SqlExplanation explain();

 private:
  bool by_rank() const { return !sql_.match.empty() && request_.sort == SortHits::kRank; }
  std::vector<std::pair<double, std::int64_t>> best_ranked(std::size_t most);
  std::pair<std::string, bool> conditions_sql() const;
  std::string candidates_sql() const;
  std::string ranked_sql() const;
  Query candidates();
  void bind_all(Query* rows) const;
  bool meets(std::int64_t page);
  bool holds(const Question& question, std::int64_t page, const std::vector<TextMatcher>& texts);
  bool holds(const PageTest& test, std::int64_t page);
  std::string snippet(const PageTexts& texts);
  std::vector<Box> boxes(std::int64_t page, const std::string& text);

  Connection& connection_;
  const SearchRequest& request_;
  FtsTokenizer tokenizer_;
  QuestionCompiler compiler_;
  QuestionSql sql_;
  TopRanked top_;
};

// The conditions, and whether they ask for more of the page than its id: its row is long, and looking it up
// for each page that the text chose takes longer than anything else.
std::pair<std::string, bool> Searcher::conditions_sql() const {
  std::string sql = (sql_.condition.sql.empty() ? "" : " AND " + sql_.condition.sql) +
                    std::string(request_.since_run ? " AND p.run >= ?" : "");
  const bool asks_page = replace_all(sql, "p.id", "").find("p.") != std::string::npos;
  return {!sql_.match.empty() && !asks_page ? replace_all(sql, "p.id", "f.rowid") : sql, asks_page};
}

// Ids, and with sort by rank nothing else: that is best_ranked's. Text is fetched for what is shown.
std::string Searcher::candidates_sql() const {
  const bool by_text = !sql_.match.empty(), by_bates = request_.sort == SortHits::kBates;
  const auto [where, asks_page] = conditions_sql();
  std::string sql = by_text ? "SELECT f.rowid FROM page_fts f" : "SELECT p.id FROM page p";
  const std::string id = by_text ? "f.rowid" : "p.id";
  if (by_text && asks_page) sql += " JOIN page p ON p.id = f.rowid";
  if (by_bates) sql += " LEFT JOIN bates b ON b.id = " + id + " * 10000 + 1";
  sql += by_text ? " WHERE f.page_fts MATCH ?" : " WHERE p.state IN ('read', 'ocr-due')";
  sql += where;
  return sql + " ORDER BY " + (by_bates ? "b.prefix IS NULL, b.prefix, b.number, " : "") + id;
}

std::string Searcher::ranked_sql() const {
  const auto [where, asks_page] = conditions_sql();
  return std::string("SELECT f.rowid, top_rank(f.page_fts) FROM page_fts f") +
         (asks_page ? " JOIN page p ON p.id = f.rowid" : "") + " WHERE f.page_fts MATCH ?" + where;
}

// Best first, of equals the first page. At least so many, if there are; 0: all.
std::vector<std::pair<double, std::int64_t>> Searcher::best_ranked(std::size_t most) {
  top_.begin(most);
  Query rows = connection_.query(ranked_sql());
  bind_all(&rows);
  std::vector<std::pair<double, std::int64_t>> ranked;
  while (rows.step())
    if (!rows.is_null(1)) ranked.emplace_back(rows.real(1), rows.integer(0));
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (most > 0 && ranked.size() > most) ranked.resize(most);
  return ranked;
}

void Searcher::insert_into(const std::string& table) {
  Query rows = connection_.query("INSERT INTO " + table + " " + candidates_sql());
  bind_all(&rows);
  while (rows.step()) {
  }
}

Query Searcher::candidates() {
  Query rows = connection_.query(candidates_sql());
  bind_all(&rows);
  return rows;
}

void Searcher::bind_all(Query* rows) const {
  if (!sql_.match.empty()) rows->bind(sql_.match);
  bind(sql_.condition, rows);
  if (request_.since_run) rows->bind(request_.since_run->value);
}

SqlExplanation Searcher::explain() {
  SqlExplanation explanation{by_rank() ? ranked_sql() : candidates_sql(), {}, {}, {}};
  if (!sql_.match.empty()) explanation.values.push_back(sql_.match);
  for (const auto& value : sql_.condition.values)
    explanation.values.push_back(std::visit([](const auto& one) { return fmt::format("{}", one); }, value));
  if (request_.since_run) explanation.values.push_back(std::to_string(request_.since_run->value));
  Query rows = connection_.query("EXPLAIN QUERY PLAN " + explanation.sql);
  bind_all(&rows);
  while (rows.step()) explanation.plan.push_back(rows.text(3));
  explanation.verified = sql_.verify == Verify::kAll        ? "every page found"
                         : sql_.verify == Verify::kRedacted ? "the pages found that have redactions"
                                                            : "";
  return explanation;
}

bool Searcher::meets(std::int64_t page) {
  if (sql_.verify == Verify::kNothing) return true;
  // Only redactions leave markers.
  if (sql_.verify == Verify::kRedacted &&
      !connection_.integer("SELECT EXISTS (SELECT 1 FROM redaction WHERE page = ?)", page))
    return true;
  const PageTexts texts = read_texts(connection_, page);
  std::vector<TextMatcher> matchers;
  matchers.emplace_back(tokenizer_, texts.text);
  if (!texts.unbroken.empty()) matchers.emplace_back(tokenizer_, texts.unbroken);
  return holds(request_.question, page, matchers);
}

bool Searcher::holds(const Question& question, std::int64_t page, const std::vector<TextMatcher>& texts) {
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

bool Searcher::holds(const PageTest& test, std::int64_t page) {
  const Condition condition = compiler_.condition(test);
  Query row = connection_.query("SELECT " + condition.sql + " FROM page p WHERE p.id = ?");
  bind(condition, &row);
  row.bind(page);
  return row.step() && row.integer(0) != 0;
}

std::string Searcher::snippet(const PageTexts& texts) {
  for (const std::string& text : {texts.text, texts.unbroken}) {
    const TextMatcher matcher(tokenizer_, text);
    std::vector<std::vector<Span>> places;
    collect_places(request_.question, matcher, &places);
    if (std::any_of(places.begin(), places.end(), [](const auto& list) { return !list.empty(); }))
      return make_snippet(text, matcher.tokens(), places, {request_.snippet_open, request_.snippet_close});
  }
  return make_opening(texts.text);
}

// Of the words that were looked for, where they stand on the page.
std::vector<Box> Searcher::boxes(std::int64_t page, const std::string& text) {
  std::vector<Box> boxes;
  Query row = connection_.query("SELECT words FROM page_words WHERE page = ?", page);
  if (!row.step()) return boxes;
  const auto words = decode_words(row.text(0), text);
  if (!words) return boxes;
  std::vector<std::vector<Span>> places;
  collect_places(request_.question, TextMatcher(tokenizer_, text), &places);
  std::vector<bool> hit(words->size(), false);
  for (const std::vector<Span>& list : places)
    for (const auto& [begin, end] : list)
      for (std::size_t i = 0; i < words->size(); ++i) {
        const auto& offset = (*words)[i].offset;
        if (offset && *offset<end&& * offset + (*words)[i].text.size()> begin) hit[i] = true;
      }
  // A word over the end of its line.
  for (std::size_t i = 0; i + 1 < words->size(); ++i) {
    const std::string& first = (*words)[i].text;
    if (!first.ends_with('-') || (*words)[i].line == (*words)[i + 1].line) continue;
    std::vector<std::vector<Span>> whole;
    collect_places(request_.question,
                   TextMatcher(tokenizer_, first.substr(0, first.size() - 1) + (*words)[i + 1].text), &whole);
    if (std::any_of(whole.begin(), whole.end(), [](const auto& list) { return !list.empty(); }))
      hit[i] = hit[i + 1] = true;
  }
  for (std::size_t i = 0; i < words->size(); ++i)
    if (hit[i]) boxes.push_back((*words)[i].box);
  return boxes;
}

HitRow Searcher::hit(std::int64_t page, double score) {
  HitRow hit;
  hit.id = {page};
  hit.score = score;
  const PageTexts texts = read_texts(connection_, page);
  hit.snippet = snippet(texts);
  if (request_.with_boxes) hit.boxes = boxes(page, texts.text);
  Query row = connection_.query(
      "SELECT l.name, s.path, coalesce(s.sha256, ''), p.text_source, coalesce(b.value, ''), p.number,"
      " p.ocr_confidence, coalesce(b.how, ''), coalesce(l.request_number, ''), coalesce(l.received, ''),"
      " p.text_withheld_share"
      " FROM page p JOIN source s ON s.id = p.source JOIN release l ON l.id = s.release"
      " LEFT JOIN bates b ON b.id = p.id * 10000 + 1 WHERE p.id = ?",
      page);
  if (!row.step()) return hit;
  hit.release = row.text(0);
  hit.source = row.text(1);
  hit.sha256 = row.text(2);
  hit.text_source = row.text(3);
  hit.bates = row.text(4);
  hit.page = row.number(5);
  hit.ocr_confidence = row.optional_real(6);
  hit.bates_how = bates_how_from(row.text(7));
  hit.request_number = row.text(8);
  hit.received = row.text(9);
  hit.withheld_share = row.optional_real(10);
  return hit;
}

// SQL of the values a page counts under.
std::string values_of(Facet facet) {
  switch (facet) {
    case Facet::kExemption:
      return "SELECT DISTINCT h.page, c.code AS value FROM temp.hit h JOIN exemption_code c ON c.page = "
             "h.page"
             " WHERE c.role <> 'mention'";
    case Facet::kAgency:
      return "SELECT h.page, coalesce(nullif(l.agency, ''), '(none)') AS value FROM temp.hit h"
             " JOIN page p ON p.id = h.page JOIN source s ON s.id = p.source JOIN release l ON l.id = "
             "s.release";
    case Facet::kRelease:
      return "SELECT h.page, l.name AS value FROM temp.hit h"
             " JOIN page p ON p.id = h.page JOIN source s ON s.id = p.source JOIN release l ON l.id = "
             "s.release";
    case Facet::kSource:
      return "SELECT h.page, s.path AS value FROM temp.hit h"
             " JOIN page p ON p.id = h.page JOIN source s ON s.id = p.source";
    case Facet::kTextSource:
      break;
  }
  return "SELECT h.page, p.text_source AS value FROM temp.hit h JOIN page p ON p.id = h.page";
}

}  // namespace

std::vector<std::string> codes_meant(Connection& connection, const std::string& typed) {
  const std::vector<std::string> start = parts_of(typed);
  std::vector<std::string> codes = known_codes(connection);
  std::erase_if(codes, [&](const std::string& code) { return !starts_with(parts_of(code), start); });
  return codes;
}

std::vector<HitRow> find_hits(Connection& connection, const SearchRequest& request) {
  std::vector<HitRow> hits;
  Searcher searcher(connection, request);
  int to_skip = request.offset;
  const int most = request.limit <= 0 ? 0 : request.limit + request.offset;
  searcher.each(static_cast<std::size_t>(most), [&](std::int64_t page, double score) {
    if (to_skip-- > 0) return true;
    hits.push_back(searcher.hit(page, score));
    return request.limit <= 0 || static_cast<int>(hits.size()) < request.limit;
  });
  return hits;
}

HitSummary summarise_hits(Connection& connection, const SearchRequest& request,
                          const std::vector<Facet>& facets) {
  HitSummary summary;
  SearchRequest in_order = request;
  in_order.sort = SortHits::kSource;
  Searcher searcher(connection, in_order);
  connection.run("CREATE TEMP TABLE IF NOT EXISTS hit (page INTEGER PRIMARY KEY)");
  connection.run("DELETE FROM temp.hit");
  if (searcher.needs_verifying())
    searcher.each_id([&](std::int64_t page) { connection.run("INSERT INTO temp.hit VALUES (?)", page); });
  else
    searcher.insert_into("temp.hit");
  summary.pages = static_cast<int>(connection.integer("SELECT count(*) FROM temp.hit"));
  for (const Facet facet : facets) {
    Query rows = connection.query("SELECT value, count(*) FROM (" + values_of(facet) +
                                  ") GROUP BY value ORDER BY count(*) DESC, value");
    std::vector<FacetCount>& counts = summary.facets.emplace_back();
    while (rows.step()) counts.push_back({rows.text(0), rows.number(1)});
  }
  return summary;
}

void visit_vocabulary(Connection& connection, const std::string& from, const VisitWord& visit) {
  // A few words farther on is nearer by steps than by a new search.
  constexpr int kSteps = 6;
  std::string wanted = from;
  for (bool more = true; more;) {
    Query rows = connection.query("SELECT word FROM vocabulary WHERE word >= ? ORDER BY word", wanted);
    more = false;
    int behind = 0;
    while (rows.step()) {
      const std::string_view word = rows.view(0);
      if (word < wanted) {
        more = ++behind == kSteps;
        if (more) break;
        continue;
      }
      behind = 0;
      auto next = visit(word);
      if (!next) return;
      wanted = *std::move(next);
    }
  }
}

int count_pages_with(Connection& connection, const std::string& word) {
  connection.run(kIndexWordTable);
  return static_cast<int>(connection.integer("SELECT doc FROM temp.index_word WHERE term = ?", word));
}

SqlExplanation explain_search(Connection& connection, const SearchRequest& request) {
  return Searcher(connection, request).explain();
}

}  // namespace vaughn::store
