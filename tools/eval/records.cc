// SPDX-License-Identifier: GPL-3.0-or-later
// Measures what is derived from pages (production numbers, records, e-mails, sheets, letters) against what
// people wrote down about them, field by field:
//
//   eval_records DATABASE TRUTH...
//
// A truth is a JSON document in the form of samples/truth.json; keys that a source does not have are not
// measured for it. A text may be given as "sha256:" and the first 16 digits of the SHA-256 of its levelled
// form (see level() below), so that labels need not repeat what records say of people.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "vaughn/base/sha256.h"
#include "vaughn/base/strings.h"
#include "vaughn/store/reader.h"

namespace vaughn::eval {
namespace {

using nlohmann::json;

struct Score {
  int right = 0, missed = 0, wrong = 0;  // wrong: said and not so, or said otherwise

  double precision() const { return right + wrong == 0 ? 1 : static_cast<double>(right) / (right + wrong); }
  double recall() const { return right + missed == 0 ? 1 : static_cast<double>(right) / (right + missed); }
  double f1() const {
    const double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }
};

// Small letters and digits only; redactions, spaces and marks do not count.
std::string level(const std::string& text) {
  std::string levelled;
  bool in_marker = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 3, "⟦") == 0) in_marker = true;
    if (!in_marker && std::isalnum(static_cast<unsigned char>(text[i])) != 0)
      levelled += static_cast<char>(std::tolower(static_cast<unsigned char>(text[i])));
    if (text.compare(i, 3, "⟧") == 0) in_marker = false;
  }
  return levelled;
}

bool is_same(const std::string& truth, const std::string& found) {
  constexpr std::string_view kDigest = "sha256:";
  if (truth.starts_with(kDigest))
    return sha256_hex(level(found)).substr(0, 16) == truth.substr(kDigest.size());
  return level(truth) == level(found);
}

std::string file_name(const std::string& path) {
  return path.substr(path.find_last_of('/') + 1);
}

// What a database holds of one file.
struct Found {
  std::map<int, std::vector<BatesNumber>> bates;  // by page
  std::vector<store::RecordRow> records;
  std::vector<store::MessageRow> messages;
  std::vector<store::SheetRow> sheets;
  std::vector<store::StatementRow> statements;
};

std::map<std::string, Found> read_database(const std::string& path) {
  const auto reader = store::Reader::open(path);
  std::map<std::string, Found> found;
  for (const store::SourceRow& source : reader->status().sources) found[file_name(source.path)];
  reader->records({}, [&](const auto& row) { found[file_name(row.source)].records.push_back(row); });
  reader->messages([&](const auto& row) { found[file_name(row.place.source)].messages.push_back(row); });
  reader->sheets([&](const auto& row) { found[file_name(row.place.source)].sheets.push_back(row); });
  reader->statements([&](const auto& row) { found[file_name(row.place.source)].statements.push_back(row); });
  reader->bates([&](const store::BatesRow& row) {
    BatesNumber number;
    number.value = row.place.bates;
    number.how = row.place.bates_how;
    found[file_name(row.place.source)].bates[row.place.page].push_back(number);  // the first is the one cited
  });
  return found;
}

class Measurement {
 public:
  explicit Measurement(bool verbose) : verbose_(verbose) {}

  void measure(const json& truth, const Found& found) {
    file_ = truth.at("file");
    if (truth.contains("pages")) measure_bates(truth.at("pages"), found);
    if (truth.contains("records")) measure_records(truth.at("records"), found);
    if (truth.contains("emails")) measure_emails(truth.at("emails"), found);
    if (truth.contains("statements")) measure_statements(truth.at("statements"), found);
    if (truth.contains("deleted_page_sheets")) measure_sheets(truth.at("deleted_page_sheets"), found);
  }

  void print() const {
    fmt::print("{:<24}{:>7}{:>8}{:>7}{:>11}{:>8}{:>7}\n", "field", "right", "missed", "wrong", "precision",
               "recall", "F1");
    for (const auto& [field, score] : scores_)
      fmt::print("{:<24}{:>7}{:>8}{:>7}{:>11.3f}{:>8.3f}{:>7.3f}\n", field, score.right, score.missed,
                 score.wrong, score.precision(), score.recall(), score.f1());
    fmt::print("Bates numbers that are wrong and not marked as repaired or inferred: {}\n", wrong_unmarked_);
  }

 private:
  void tell(const std::string& text) const {
    if (verbose_) std::cerr << file_ << ": " << text << '\n';
  }

  void compare(const std::string& field, const std::string& truth, const std::string& found, int page) {
    Score& score = scores_[field];
    if (truth.empty() && found.empty()) return;
    if (truth.empty()) {
      ++score.wrong;
    } else if (is_same(truth, found)) {
      ++score.right;
      return;
    } else {
      ++score.missed;
      if (!found.empty()) ++score.wrong;
    }
    tell(fmt::format("page {}: {} is '{}', found '{}'", page, field, truth, found));
  }

  void measure_bates(const json& pages, const Found& found) {
    for (const json& page : pages) {
      const int number = page.at("page");
      std::string truth;
      if (page.contains("bates")) {
        // What only the name of the file says is on no page.
        if (page.at("bates").value("how", "") == "file-name") continue;
        truth = page.at("bates").at("value");
      }
      const auto known = found.bates.find(number);
      const std::string value = known == found.bates.end() ? "" : known->second.front().value;
      compare("bates", truth, value, number);
      if (!value.empty() && !is_same(truth, value) && known->second.front().how == BatesHow::kRead)
        ++wrong_unmarked_;
    }
  }

  // The first record of a file begins on its first page whatever anybody says, so that it does not count.
  void measure_records(const json& records, const Found& found) {
    std::set<int> starts;
    std::map<int, const json*> by_start;
    for (const json& record : records) {
      starts.insert(record.at("first_page").get<int>());
      by_start[record.at("first_page")] = &record;
    }
    const bool whole = !starts.empty();
    for (const store::RecordRow& row : found.records) {
      const int first = row.record.first.number().value();
      // Sheets and blank pages stand between the records that the truth lists.
      const bool between = row.record.type.ends_with("-sheet") || row.record.type == "blank";
      if (whole && first > 1 && !between && !covered_by(records, first)) continue;
      if (first > 1 && !between) {
        if (starts.contains(first)) {
          ++scores_["record boundary"].right;
        } else {
          ++scores_["record boundary"].wrong;
          tell(fmt::format("page {}: no record begins here ({})", first, join(row.record.reasons, "; ")));
        }
      }
      const auto known = by_start.find(first);
      if (known == by_start.end()) continue;
      if (known->second->contains("kind"))
        compare("record type", known->second->at("kind"), row.record.type, first);
      if (known->second->contains("title") && row.record.type != "photograph")
        compare("record title", known->second->at("title"), row.record.title, first);
    }
    for (const int start : starts)
      if (start > 1 &&
          std::none_of(found.records.begin(), found.records.end(), [&](const store::RecordRow& row) {
            return row.record.first.number().value() == start;
          })) {
        ++scores_["record boundary"].missed;
        tell(fmt::format("page {}: a record begins here", start));
      }
  }

  static bool covered_by(const json& records, int page) {
    return std::any_of(records.begin(), records.end(), [&](const json& record) {
      return record.at("first_page").get<int>() <= page && record.at("last_page").get<int>() >= page;
    });
  }

  void measure_emails(const json& emails, const Found& found) {
    std::vector<bool> used(found.messages.size());
    for (const json& email : emails) {
      const int page = email.at("first_page");
      const std::string sent = email.at("sent");
      std::optional<std::size_t> best;
      for (std::size_t i = 0; i < found.messages.size() && !best; ++i)
        if (!used[i] && found.messages[i].place.page == page && found.messages[i].message.sent == sent)
          best = i;
      // One whose time was misread is still that message.
      for (std::size_t i = 0; i < found.messages.size() && !best; ++i)
        if (!used[i] && found.messages[i].place.page == page &&
            is_same(email.value("subject", ""), found.messages[i].message.subject))
          best = i;
      const json headers = email.value("headers", json::object());
      if (!best) {
        ++scores_["message"].missed;
        tell(fmt::format("page {}: the message of {} was not found", page, sent));
        compare("sent", sent, "", page);
        continue;
      }
      used[*best] = true;
      ++scores_["message"].right;
      const Message& message = found.messages[*best].message;
      compare("sent", sent, message.sent, page);
      if (email.contains("subject")) compare("subject", email.at("subject"), message.subject, page);
      for (const auto& [name, text] : {std::pair<const char*, const std::string&>{"from", message.from},
                                       {"to", message.to},
                                       {"cc", message.cc}}) {
        if (!headers.contains(name)) {
          if (email.contains("headers")) compare(name, "", level(text), page);
          continue;
        }
        const json& header = headers.at(name);
        // A field of which nothing can be read is right when something withheld was found there.
        const std::string visible = header.at("visible");
        if (level(visible).empty() && !visible.starts_with("sha256:"))
          compare(name, "withheld", text.find("⟦") != std::string::npos ? "withheld" + level(text) : "",
                  page);
        else
          compare(name, visible, text, page);
        measure_domains(name, header, message, page);
      }
    }
    for (std::size_t i = 0; i < used.size(); ++i)
      if (!used[i]) {
        ++scores_["message"].wrong;
        tell(fmt::format("page {}: there is no message of {}", found.messages[i].place.page,
                         found.messages[i].message.sent));
      }
  }

  void measure_domains(const std::string& field, const json& header, const Message& message, int page) {
    if (!header.contains("domains")) return;
    std::set<std::string> truth = header.at("domains").get<std::set<std::string>>(), found;
    for (const Party& party : message.parties)
      if (party.field == field && !party.domain.empty()) found.insert(party.domain);
    for (const std::string& domain : truth)
      compare("domain", domain, found.contains(domain) ? domain : "", page);
    for (const std::string& domain : found)
      if (!truth.contains(domain)) compare("domain", "", domain, page);
  }

  void measure_sheets(const json& sheets, const Found& found) {
    for (const json& sheet : sheets) {
      const int page = sheet.at("page");
      const auto known =
          std::find_if(found.sheets.begin(), found.sheets.end(), [&](const store::SheetRow& row) {
            return row.place.page == page && row.sheet.kind == "deleted-pages";
          });
      const std::vector<AbsentPage> rows =
          known == found.sheets.end() ? std::vector<AbsentPage>{} : known->sheet.pages;
      if (sheet.contains("stated_total"))
        compare("stated total", std::to_string(sheet.at("stated_total").get<int>()),
                known != found.sheets.end() && known->sheet.stated_total
                    ? std::to_string(*known->sheet.stated_total)
                    : "",
                page);
      const json& listed = sheet.at("rows");
      for (std::size_t i = 0; i < std::max(listed.size(), rows.size()); ++i)
        compare("deleted page", i < listed.size() ? line_of(listed[i]) : "",
                i < rows.size() ? line_of(rows[i]) : "", page);
    }
  }

  // What response letters say. The labels of a source are complete: a statement that is not among them is
  // wrong. Statements of contracts are not measured.
  void measure_statements(const json& truth, const Found& found) {
    std::map<std::string, std::multiset<std::string>> said;
    for (const store::StatementRow& row : found.statements) {
      const Statement& statement = row.statement;
      if (statement.kind == "contract-number" || statement.kind == "invoice-number" ||
          statement.kind == "amount" || statement.kind == "vendor" || statement.kind == "form" ||
          statement.kind == "effective-date")
        continue;
      said[statement.kind].insert(statement_line(
          statement.value, statement.kind.starts_with("count") ? statement.number : std::nullopt));
    }
    for (const json& label : truth) {
      const std::string kind = label.at("kind");
      const std::string line = statement_line(
          label.at("value"),
          label.contains("number") ? std::optional<double>(label.at("number").get<double>()) : std::nullopt);
      const auto known = said[kind].find(line);
      compare("letter: " + kind, line, known == said[kind].end() ? "" : line, 0);
      if (known != said[kind].end()) said[kind].erase(known);
    }
    for (const auto& [kind, lines] : said)
      for (const std::string& line : lines) compare("letter: " + kind, "", line, 0);
  }

  static std::string statement_line(const std::string& value, std::optional<double> number) {
    return number ? fmt::format("{} {}", value, *number) : value;
  }

  static std::string line_of(const json& row) {
    return fmt::format("{} {}", row.at("page").get<int>(),
                       row.contains("reason") ? row.at("reason").get<std::string>()
                                              : join(row.at("codes").get<std::vector<std::string>>(), " "));
  }

  static std::string line_of(const AbsentPage& row) {
    return row.number + ' ' + (row.reason.empty() ? join(row.codes, " ") : row.reason);
  }

  bool verbose_;
  std::string file_;
  std::map<std::string, Score> scores_;
  int wrong_unmarked_ = 0;
};

int run(const std::vector<std::string>& arguments) {
  const bool verbose = !arguments.empty() && arguments.front() == "--verbose";
  const std::vector<std::string> files(arguments.begin() + (verbose ? 1 : 0), arguments.end());
  if (files.size() < 2) {
    std::cerr << "usage: eval_records [--verbose] DATABASE TRUTH...\n";
    return 2;
  }
  const std::map<std::string, Found> found = read_database(files.front());
  Measurement measurement(verbose);
  int sources = 0;
  for (std::size_t i = 1; i < files.size(); ++i) {
    std::ifstream in(files[i]);
    const json truth = json::parse(in);
    for (const json& source : truth.at("sources")) {
      const auto known = found.find(source.at("file").get<std::string>());
      if (known == found.end()) continue;
      ++sources;
      measurement.measure(source, known->second);
    }
  }
  fmt::print("{} sources of {} truths\n", sources, files.size() - 1);
  measurement.print();
  return sources > 0 ? 0 : 1;
}

}  // namespace
}  // namespace vaughn::eval

int main(int argc, char** argv) {
  try {
    return vaughn::eval::run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << "eval_records: " << error.what() << '\n';
    return 2;
  }
}
