// SPDX-License-Identifier: GPL-3.0-or-later
// Answers questions about pages. SQL and FTS5 choose and rank (question_sql.h); what they cannot know is decided on
// the text of the pages that are shown (page_matcher.h).
#include <fmt/format.h>

#include <algorithm>

#include "store/fts_tokens.h"
#include "store/page_matcher.h"
#include "store/page_rows.h"
#include "store/question_sql.h"
#include "store/reader_parts.h"
#include "store/snippet.h"
#include "store/words_codec.h"

namespace vaughn::store {
namespace {

// FTS5's own list of the words it has.
constexpr const char* kVocabularyTable =
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, page_fts, row)";

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
  for (const auto& value : condition.values)
    std::visit([&](const auto& one) { rows->bind(one); }, value);
}

// What of a page a question is held against.
struct PageTexts {
  std::string text, unbroken;  // lines that end within a word, with the word whole
};

PageTexts read_texts(Connection& connection, std::int64_t page) {
  Query row = connection.query("SELECT text, unbroken FROM page WHERE id = ?", page);
  return row.step() ? PageTexts{row.text(0), row.text(1)} : PageTexts{};
}

// Every term that is looked for, wherever it stands in the question, those to be absent left out.
void collect_terms(const Question& question, std::vector<const Term*>* terms) {
  if (question.kind == Question::Kind::kNot) return;
  for (const Question& part : question.parts) collect_terms(part, terms);
  if (question.kind != Question::Kind::kTest) return;
  if (const auto* term = std::get_if<Term>(&question.test)) terms->push_back(term);
  if (const auto* beside = std::get_if<Beside>(&question.test)) terms->push_back(&beside->term);
  if (const auto* near = std::get_if<Near>(&question.test))
    for (const Term& term : near->terms) terms->push_back(&term);
}

class Searcher {
 public:
  Searcher(Connection& connection, const SearchRequest& request)
      : connection_(connection),
        request_(request),
        tokenizer_(connection),
        compiler_(tokenizer_, known_codes(connection)),
        sql_(compiler_.compile(request.question)) {}

  // Calls visit with the id and score of each page, in order, until it says that it is enough.
  template <class Visit>
  void each(Visit visit) {
    Query rows = candidates();
    while (rows.step()) {
      const std::int64_t page = rows.integer(0);
      // FTS5 ranks below zero, best lowest.
      if (meets(page) && !visit(page, sql_.match.empty() ? 0.0 : -rows.real(1))) return;
    }
  }

  HitRow hit(std::int64_t page, double score);
  SqlExplanation explain();

 private:
  std::string candidates_sql() const;
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
};

// Only ids and ranks are sorted; text is fetched for what is shown.
std::string Searcher::candidates_sql() const {
  const bool by_text = !sql_.match.empty();
  const bool by_rank = by_text && request_.sort == SortHits::kRank;
  std::string where, order = "p.id";
  if (!sql_.condition.sql.empty()) where += " AND " + sql_.condition.sql;
  if (request_.since_run) where += " AND p.run >= ?";
  if (request_.sort == SortHits::kBates)
    order = "b.prefix IS NULL, b.prefix, b.number, p.id";
  std::string sql;
  if (by_text) {
    const bool joined = !where.empty() || request_.sort == SortHits::kBates;
    sql = fmt::format("SELECT f.rowid, f.rank FROM page_fts f{} WHERE f.page_fts MATCH ?",
                      joined ? " JOIN page p ON p.id = f.rowid" : "");
    if (by_rank) order = "f.rank, f.rowid";
    if (!joined && !by_rank) order = "f.rowid";
  } else {
    sql = "SELECT p.id, 0 FROM page p WHERE p.state IN ('read', 'ocr-due')";
  }
  if (request_.sort == SortHits::kBates)
    sql.insert(sql.find(" WHERE "), " LEFT JOIN bates b ON b.id = p.id * 10000 + 1");
  return sql + where + " ORDER BY " + order;
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
  SqlExplanation explanation{candidates_sql(), {}, {}, {}};
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
  std::vector<const Term*> terms;
  collect_terms(request_.question, &terms);
  for (const std::string& text : {texts.text, texts.unbroken}) {
    const TextMatcher matcher(tokenizer_, text);
    std::vector<std::vector<Span>> places;
    for (const Term* term : terms) places.push_back(matcher.spans(*term));
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
  std::vector<const Term*> terms;
  collect_terms(request_.question, &terms);
  const TextMatcher matcher(tokenizer_, text);
  std::vector<bool> hit(words->size(), false);
  for (const Term* term : terms) {
    for (const auto& [begin, end] : matcher.spans(*term))
      for (std::size_t i = 0; i < words->size(); ++i) {
        const auto& offset = (*words)[i].offset;
        if (offset && *offset < end && *offset + (*words)[i].text.size() > begin) hit[i] = true;
      }
    // A word over the end of its line.
    for (std::size_t i = 0; i + 1 < words->size(); ++i) {
      const std::string& first = (*words)[i].text;
      if (!first.ends_with('-') || (*words)[i].line == (*words)[i + 1].line) continue;
      const std::string whole = first.substr(0, first.size() - 1) + (*words)[i + 1].text;
      if (TextMatcher(tokenizer_, whole).holds(*term)) hit[i] = hit[i + 1] = true;
    }
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
      return "SELECT DISTINCT h.page, c.code AS value FROM temp.hit h JOIN exemption_code c ON c.page = h.page"
             " WHERE c.role <> 'mention'";
    case Facet::kAgency:
      return "SELECT h.page, coalesce(nullif(l.agency, ''), '(none)') AS value FROM temp.hit h"
             " JOIN page p ON p.id = h.page JOIN source s ON s.id = p.source JOIN release l ON l.id = s.release";
    case Facet::kRelease:
      return "SELECT h.page, l.name AS value FROM temp.hit h"
             " JOIN page p ON p.id = h.page JOIN source s ON s.id = p.source JOIN release l ON l.id = s.release";
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
  searcher.each([&](std::int64_t page, double score) {
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
  searcher.each([&](std::int64_t page, double) {
    ++summary.pages;
    if (!facets.empty()) connection.run("INSERT INTO temp.hit VALUES (?)", page);
    return true;
  });
  for (const Facet facet : facets) {
    Query rows = connection.query("SELECT value, count(*) FROM (" + values_of(facet) +
                                  ") GROUP BY value ORDER BY count(*) DESC, value");
    std::vector<FacetCount>& counts = summary.facets.emplace_back();
    while (rows.step()) counts.push_back({rows.text(0), rows.number(1)});
  }
  return summary;
}

void visit_vocabulary(Connection& connection,
                      const std::function<void(const std::string& word, int pages)>& visit) {
  connection.run(kVocabularyTable);
  Query rows = connection.query("SELECT term, doc FROM temp.vocabulary");
  while (rows.step()) visit(rows.text(0), rows.number(1));
}

int count_pages_with(Connection& connection, const std::string& word) {
  connection.run(kVocabularyTable);
  return static_cast<int>(connection.integer("SELECT doc FROM temp.vocabulary WHERE term = ?", word));
}

SqlExplanation explain_search(Connection& connection, const SearchRequest& request) {
  return Searcher(connection, request).explain();
}

}  // namespace vaughn::store
