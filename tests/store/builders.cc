// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/builders.h"

#include <cstdlib>
#include <sstream>

#include "store/connection.h"

namespace vaughn::store {
namespace {

void dump_query(Connection& connection, const std::string& title, const std::string& sql, int columns,
                std::ostream& out) {
  out << "== " << title << "\n";
  Query rows = connection.query(sql);
  while (rows.step()) {
    for (int column = 0; column < columns; ++column)
      out << (rows.is_null(column) ? "NULL" : rows.text(column)) << "|";
    out << "\n";
  }
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string made = (std::filesystem::temp_directory_path() / "vaughn-store-XXXXXX").string();
  if (!::mkdtemp(made.data())) std::abort();
  path_ = made;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string digest(char letter) {
  return std::string(64, letter);
}

Source pdf(const std::string& path, char letter) {
  return {path, digest(letter), 1000, SourceFormat::kPdf};
}

PageReading reading(int page_number, const std::string& text) {
  PageReading page;
  page.page = PageNumber(page_number).index();
  page.width = 612;
  page.height = 792;
  page.dpi = 300;
  page.text_source = TextSource::kScan;
  page.reason = "no text layer";
  page.ocr_confidence = 0.9;
  page.text = text;
  std::istringstream words(text);
  std::size_t from = 0;
  for (std::string word; words >> word;) {
    const double left = 72 + 10.0 * static_cast<double>(page.words.size());
    from = text.find(word, from);
    page.words.push_back(
        {word, {left, 100.5, left + 8.5, 110.0}, 0.95, static_cast<int>(page.words.size() / 10), 0, from});
    from += word.size();
  }
  return page;
}

ExemptionCode code(const std::string& name) {
  return {name, name, true, CodeRole::kLabel, CodeOrigin::kBoxOcr, Box{100, 200, 130.25, 210.5}};
}

Redaction redaction(const Box& box, const std::vector<std::string>& codes) {
  Redaction made;
  made.box = box;
  made.kind = CoverKind::kOutlined;
  made.confidence = 0.97;
  made.area_share = 0.0125;
  made.text_share = 0.125;
  made.amount = {1, 3, 14, 9, 19, AmountBasis::kTypeAbout};
  made.words_before = "Contracting Officer:";
  made.words_after = "signed for";
  for (const std::string& name : codes) made.codes.push_back(code(name));
  return made;
}

Finding leak(const Box& box) {
  return {"TEXT_UNDER_RECTANGLE", FindingClass::kLeak, box, 11, {}};
}

BatesNumber bates(int page_number, const std::string& value) {
  return {PageNumber(page_number).index(), value, value, "AGENCY-", 7, BatesHow::kRead,
          Box{500, 760, 560, 772}};
}

PageReading full_reading(int page_number) {
  PageReading page = reading(page_number, "Contracting Officer: ⟦(b)(6) ~14⟧ signed for Nimbus Optics");
  page.rotation = 90;
  page.redactions = {redaction({100.25, 200.5, 180.75, 212}, {"(b)(6)", "(b)(7)(C)"}),
                     redaction({100, 400, 300, 500}, {})};
  page.text_withheld_share = 0.25;
  page.codes = {{"(b)(5)", "(bX5)", false, CodeRole::kMention, CodeOrigin::kPageOcr, std::nullopt}};
  page.findings = {
      leak({100, 200, 180, 212}),
      {"UNLABELLED_REDACTION", FindingClass::kUnlabelled, std::nullopt, 0, {}},
      {"TEXT_IN_HIDDEN_LAYER", FindingClass::kHiddenText, Box{1, 2, 3, 4}, 7, "layer that is switched off"}};
  page.problems = {{ProblemKind::kLimit, "a picture was read at a lower resolution", ""}};
  return page;
}

OneSource::OneSource(const std::filesystem::path& database, int page_count) : writer(Writer::open(database)) {
  run = writer->begin_run("0.1.0", "{}");
  release = writer->put_release({"Nimbus request", "Office of Samples", "2020-01", "2020-03-04"});
  source = writer->put_source(release, run, pdf("in/first.pdf", 'a')).id;
  writer->put_description(source, {page_count, {}});
}

std::vector<int> OneSource::to_do(const ReadOptions& options) const {
  std::vector<int> numbers;
  for (const PageIndex page : writer->pages_to_do(source, options)) numbers.push_back(page.number().value());
  return numbers;
}

std::string dump(const std::filesystem::path& database) {
  Connection connection(database, Access::kReadOnly);
  std::ostringstream out;
  Query tables = connection.query(
      "SELECT t.name, count(*), group_concat('\"' || c.name || '\"', ', ') FROM pragma_table_list t"
      " JOIN pragma_table_info(t.name) c WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE "
      "'sqlite_%'"
      " AND t.name <> 'run' AND c.name <> 'created' GROUP BY t.name ORDER BY t.name");
  while (tables.step())
    dump_query(connection, tables.text(0),
               "SELECT " + tables.text(2) + " FROM " + tables.text(0) + " ORDER BY 1", tables.number(1), out);
  connection.execute("CREATE VIRTUAL TABLE temp.token USING fts5vocab(main, page_fts, instance)");
  dump_query(connection, "index", "SELECT term, doc, \"offset\" FROM temp.token ORDER BY 1, 2, 3", 3, out);
  return out.str();
}

std::string value_of(const std::filesystem::path& database, const std::string& sql) {
  Connection connection(database, Access::kReadOnly);
  Query row = connection.query(sql);
  return row.step() ? row.text(0) : "(no row)";
}

}  // namespace vaughn::store
