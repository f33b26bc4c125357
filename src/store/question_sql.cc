// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/question_sql.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <span>
#include <utility>

#include "store/page_matcher.h"
#include "vaughn/base/strings.h"

namespace vaughn::store {
namespace {

using Kind = Question::Kind;

// No word a person typed is syntax to FTS5.
std::string quoted(const Term& term) {
  return "\"" + replace_all(term.text, "\"", "\"\"") + "\"" + (term.prefix ? "*" : "");
}

std::string quoted(const Near& near) {
  std::vector<std::string> terms;
  for (const Term& term : near.terms) terms.push_back(quoted(term));
  return fmt::format("NEAR({}, {})", join(terms, " "), near.distance);
}

std::string in_parentheses(const std::vector<std::string>& parts, std::string_view with) {
  return parts.size() == 1 ? parts.front() : "(" + join(parts, with) + ")";
}

std::string_view column_of(NumberOf of) {
  switch (of) {
    case NumberOf::kPage:
      return "p.number";
    case NumberOf::kConfidence:
      return "p.ocr_confidence";
    case NumberOf::kWithheld:
      break;
  }
  return "p.text_withheld_share";
}

struct BatesParts {
  std::string prefix;
  double number = 0;
};

// "ICE-000120" is 120 with the prefix "ice-".
BatesParts bates_parts(const std::string& value) {
  std::size_t digits = value.size();
  while (digits > 0 && std::isdigit(static_cast<unsigned char>(value[digits - 1])) != 0) --digits;
  BatesParts parts{to_lower_ascii(value.substr(0, digits)), 0};
  std::from_chars(value.data() + digits, value.data() + value.size(), parts.number);
  return parts;
}

std::optional<Joined> joined_by(const Question& question) {
  const auto is_term = [](const Question& part) {
    return part.kind == Kind::kTest && std::holds_alternative<Term>(part.test);
  };
  if (is_term(question)) return Joined::kAll;
  if (question.kind == Kind::kNot || question.kind == Kind::kTest) return std::nullopt;
  if (!std::all_of(question.parts.begin(), question.parts.end(), is_term)) return std::nullopt;
  return question.kind == Kind::kAll ? Joined::kAll : Joined::kAny;
}

bool is_about_text(const PageTest& test) {
  return std::holds_alternative<Term>(test) || std::holds_alternative<Near>(test) ||
         std::holds_alternative<Beside>(test) || std::holds_alternative<Pattern>(test);
}

}  // namespace

// Writes conditions. Beside a choice by text they ask for each page in turn; alone they make lists of pages.
struct QuestionCompiler::Writer {
  const QuestionCompiler& compiler;
  bool beside_text = false;
  std::string_view listed_id = "p.id";  // with a plus SQLite does not begin with the list
  Condition out{};

  void related(std::string_view table, std::string_view which) {
    out.sql += beside_text
                   ? fmt::format("EXISTS (SELECT 1 FROM {} x WHERE x.page = p.id AND {})", table, which)
                   : fmt::format("{} IN (SELECT x.page FROM {} x WHERE {})", listed_id, table, which);
  }

  void operator()(const HasExemption& test) {
    const std::vector<std::string> start = parts_of(test.code);
    std::vector<std::string> meant;
    for (const std::string& code : compiler.codes_)
      if (starts_with(parts_of(code), start)) meant.push_back(code);
    related("exemption_code",
            std::string("x.role <> 'mention' AND x.code IN (SELECT value FROM json_each(?))") +
                (test.uncertain_too ? "" : " AND x.certain = 1"));
    out.values.emplace_back(json_quote(meant));
  }
  void operator()(const NumberIs& test) {
    const std::string_view column = column_of(test.of);
    std::vector<std::string> limits;
    if (test.range.low) {
      limits.push_back(fmt::format("{} {} ?", column, test.range.without_low ? ">" : ">="));
      out.values.emplace_back(*test.range.low);
    }
    if (test.range.high) {
      limits.push_back(fmt::format("{} {} ?", column, test.range.without_high ? "<" : "<="));
      out.values.emplace_back(*test.range.high);
    }
    out.sql += "coalesce(" + join(limits, " AND ") + ", 0)";
  }
  void operator()(const NameHas& test) {
    constexpr std::string_view kInRelease =
        "p.source IN (SELECT s.id FROM source s JOIN release l ON l.id = s.release WHERE instr(lower({}), "
        "?))";
    switch (test.of) {
      case NameOf::kSource:
        out.sql += "p.source IN (SELECT source FROM source_path WHERE instr(lower(path), ?))";
        break;
      case NameOf::kRelease:
        out.sql += fmt::format(kInRelease, "l.name");
        break;
      case NameOf::kAgency:
        out.sql += fmt::format(kInRelease, "l.agency");
        break;
      case NameOf::kRequest:
        out.sql += fmt::format(kInRelease, "l.request_number");
        break;
    }
    out.values.emplace_back(to_lower_ascii(test.part));
  }
  void operator()(const TextSourceIs& test) {
    out.sql += "p.text_source = ?";
    out.values.emplace_back(test.name);
  }
  void operator()(const BatesIs& test) {
    const BatesParts first = bates_parts(test.first);
    BatesParts last = bates_parts(test.last);
    if (last.prefix.empty()) last.prefix = first.prefix;
    // A bare number is one of any series.
    related("bates", first.prefix.empty() ? "x.number BETWEEN ? AND ?"
                                          : "x.number BETWEEN ? AND ? AND lower(x.prefix) = ?");
    out.values.emplace_back(first.number);
    out.values.emplace_back(last.prefix == first.prefix ? last.number : -1.0);
    if (!first.prefix.empty()) out.values.emplace_back(first.prefix);
  }
  void operator()(const HasFact& test) {
    switch (test.fact) {
      case Fact::kRedacted:
        return related("redaction", "1");
      case Fact::kWithheldInFull:
        return related("redaction", "x.kind = 'page'");
      case Fact::kUnlabelled:
        return related("finding", "x.class = 'unlabelled'");
      case Fact::kLeak:
        return related("finding", "x.class = 'leak'");
    }
  }
  void operator()(const RecordHas& test) {
    using enum RecordHas::Of;
    // The pages a message stands on, from its header to the end of its text.
    constexpr std::string_view kMessages =
        "(SELECT q.id AS page, m.* FROM message m JOIN page q ON q.id BETWEEN m.page"
        " AND m.page / 1000000 * 1000000 + m.last_page)";
    constexpr std::string_view kParties =
        "(SELECT q.id AS page, a.field, lower(coalesce(a.name, '')) AS name, coalesce(a.address, '') AS "
        "address,"
        " coalesce(a.domain, '') AS domain FROM address a JOIN message m ON m.id = a.message JOIN page q"
        " ON q.id BETWEEN m.page AND m.page / 1000000 * 1000000 + m.last_page)";
    const std::string part = to_lower_ascii(test.part);
    switch (test.of) {
      case kType:
        related("(SELECT rp.page, r.type FROM record_page rp JOIN record r ON r.id = rp.record)",
                "x.type = ?");
        break;
      case kSubject:
        related(kMessages, "instr(lower(x.subject), ?)");
        break;
      case kContract:
        related("statement", "x.kind = 'contract-number' AND instr(lower(x.value), ?)");
        break;
      case kDomain:
        related(kParties, "(x.domain = ? OR substr(x.domain, -length(?)) = ?)");
        out.values.emplace_back(part);
        out.values.emplace_back("." + part);
        out.values.emplace_back("." + part);
        return;
      case kFrom:
      case kTo:
      case kCc: {
        const char* field = test.of == kFrom ? "from" : test.of == kTo ? "to" : "cc";
        // A name that is withheld is stored as its marker, which has words of its own.
        related(kParties, fmt::format("x.field = '{}' AND (instr(x.address, ?) OR instr(x.domain, ?) OR"
                                      " (x.name NOT LIKE '⟦%' AND instr(x.name, ?)))",
                                      field));
        out.values.emplace_back(part);
        out.values.emplace_back(part);
        break;
      }
    }
    out.values.emplace_back(part);
  }
  void operator()(const RecordDate& test) {
    std::vector<std::string> limits;
    if (!test.low.empty()) limits.emplace_back("x.date >= ?");
    // "2030-10-18" lies in "2030" and in "2030-10".
    if (!test.high.empty()) limits.emplace_back("substr(x.date, 1, length(?)) <= ?");
    related("(SELECT rp.page, r.date FROM record_page rp JOIN record r ON r.id = rp.record)",
            join(limits, " AND "));
    if (!test.low.empty()) out.values.emplace_back(test.low);
    if (!test.high.empty()) {
      out.values.emplace_back(test.high);
      out.values.emplace_back(test.high);
    }
  }
  void operator()(const AmountIs& test) {
    std::vector<std::string> limits{"x.kind = 'amount'"};
    if (test.range.low) {
      limits.push_back(test.range.without_low ? "x.number > ?" : "x.number >= ?");
      out.values.emplace_back(*test.range.low);
    }
    if (test.range.high) {
      limits.push_back(test.range.without_high ? "x.number < ?" : "x.number <= ?");
      out.values.emplace_back(*test.range.high);
    }
    related("statement", join(limits, " AND "));
  }
  template <class OfText>
  void operator()(const OfText&) {}

  // More pages than meet the question where generous, fewer where not, exactly those where it can be told.
  void question(const Question& asked, bool generous) {
    if (const std::string match = compiler.match_of(asked); !match.empty() || asked.kind == Kind::kTest) {
      if (match.empty() && !is_about_text(asked.test)) return std::visit(*this, asked.test);
      const Verify verify = compiler.verify(asked);
      if (match.empty() || (!generous && verify == Verify::kAll)) {
        out.sql += generous ? "1" : "0";
        return;
      }
      constexpr std::string_view kFound = "+p.id IN (SELECT rowid FROM page_fts WHERE page_fts MATCH ?)";
      std::string sure;  // of what is found
      if (!generous && verify >= Verify::kRedacted)
        sure += " AND NOT EXISTS (SELECT 1 FROM redaction x WHERE x.page = p.id)";
      if (!generous && verify == Verify::kBroken)
        sure += " AND NOT EXISTS (SELECT 1 FROM page u WHERE u.id = p.id AND u.unbroken <> '')";
      out.sql += sure.empty() ? std::string(kFound) : fmt::format("({}{})", kFound, sure);
      out.values.emplace_back(match);
      return;
    }
    if (asked.kind == Kind::kNot) {
      out.sql += "NOT (";
      question(asked.parts.front(), !generous);
      out.sql += ")";
      return;
    }
    list(with_one_not(asked), asked.kind == Kind::kAny ? " OR " : " AND ", generous);
  }

  // In halves: SQLite nests a chain, and gives up at a depth of 1,000.
  void list(std::span<const Question> parts, std::string_view with, bool generous) {
    if (parts.size() == 1) return question(parts.front(), generous);
    out.sql += "(";
    list(parts.first(parts.size() / 2), with, generous);
    out.sql += with;
    list(parts.subspan(parts.size() / 2), with, generous);
    out.sql += ")";
  }

  // Without any of many words is one look into the index.
  std::vector<Question> with_one_not(const Question& asked) const {
    if (asked.kind != Kind::kAll) return asked.parts;
    std::vector<Question> parts, excluded;
    for (const Question& part : asked.parts) {
      const bool joins = part.kind == Kind::kNot && !compiler.match_of(part.parts.front()).empty() &&
                         compiler.is_exact(part.parts.front());
      joins ? excluded.push_back(part.parts.front()) : parts.push_back(part);
    }
    if (excluded.empty()) return parts;
    const bool one = excluded.size() == 1;
    parts.push_back({Kind::kNot, {}, {one ? excluded.front() : Question{Kind::kAny, {}, excluded}}});
    return parts;
  }
};

QuestionCompiler::QuestionCompiler(const FtsTokenizer& tokenizer, std::vector<std::string> codes)
    : tokenizer_(tokenizer), codes_(std::move(codes)) {
  for (const std::string& code : codes_)
    for (FtsToken& token : tokenizer_.tokens(code)) marker_tokens_.insert(std::move(token.text));
}

// Of its words any could be one of a marker: a part of a code, or an amount.
bool QuestionCompiler::may_stand_in_marker(const Term& term) const {
  const std::vector<FtsToken> tokens = tokenizer_.tokens(term.text);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string& text = tokens[i].text;
    const bool number = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (number || text.size() == 1 || marker_tokens_.contains(text)) return true;
    if (!term.prefix || i + 1 < tokens.size()) continue;
    const auto next = marker_tokens_.lower_bound(text);
    if (next != marker_tokens_.end() && next->starts_with(text)) return true;
  }
  return false;
}

Verify QuestionCompiler::verify(const Question& question) const {
  Verify most = Verify::kNothing;
  for (const Question& part : question.parts) most = std::max(most, verify(part));
  if (question.kind != Kind::kTest) return most;
  if (std::holds_alternative<Pattern>(question.test)) return Verify::kAll;
  if (std::holds_alternative<Beside>(question.test)) return Verify::kAll;
  if (std::holds_alternative<Near>(question.test)) return Verify::kBroken;
  const auto* const term = std::get_if<Term>(&question.test);
  return term != nullptr && may_stand_in_marker(*term) ? Verify::kRedacted : Verify::kNothing;
}

bool QuestionCompiler::is_exact(const Question& question) const {
  return verify(question) == Verify::kNothing;
}

// The question as a MATCH expression that finds at least its pages; empty where there is none.
std::string QuestionCompiler::match_of(const Question& question) const {
  switch (question.kind) {
    case Kind::kTest:
      if (const auto* term = std::get_if<Term>(&question.test)) return quoted(*term);
      if (const auto* near = std::get_if<Near>(&question.test)) return quoted(*near);
      if (const auto* beside = std::get_if<Beside>(&question.test)) return quoted(beside->term);
      return {};
    case Kind::kNot:
      return {};
    case Kind::kAll:
      return match_of_all(question);
    case Kind::kAny:
      break;
  }
  std::vector<std::string> parts;
  for (const Question& part : question.parts) {
    parts.push_back(match_of(part));
    if (parts.back().empty()) return {};
  }
  return in_parentheses(parts, " OR ");
}

std::string QuestionCompiler::match_of_all(const Question& question) const {
  std::vector<std::string> wanted, excluded;
  for (const Question& part : question.parts) {
    const bool negative = part.kind == Kind::kNot;
    const Question& inner = negative ? part.parts.front() : part;
    std::string match = match_of(inner);
    if (match.empty()) return {};
    // What FTS5 finds too often would exclude too much.
    if (negative && !is_exact(inner)) return {};
    (negative ? excluded : wanted).push_back(std::move(match));
  }
  if (wanted.empty()) return {};
  const std::string all = in_parentheses(wanted, " AND ");
  // One NOT for all of them: FTS5 nests a chain of NOTs and gives up at a depth of 256.
  return excluded.empty() ? all : "(" + all + " NOT " + in_parentheses(excluded, " OR ") + ")";
}

Condition QuestionCompiler::condition(const PageTest& test) const {
  Writer writer{*this, true};
  std::visit(writer, test);
  return std::move(writer.out);
}

QuestionSql QuestionCompiler::compile(const Question& question, Conditions conditions) const {
  QuestionSql sql;
  sql.verify = verify(question);

  // What can be said to FTS5 goes there, the rest is asked of what it finds.
  const std::vector<Question> parts =
      question.kind == Kind::kAll ? question.parts : std::vector<Question>{question};
  std::vector<Question> of_text, others;
  for (const Question& part : parts) {
    const Question& inner = part.kind == Kind::kNot ? part.parts.front() : part;
    const bool usable = !match_of(inner).empty() && (part.kind != Kind::kNot || is_exact(inner));
    (usable ? of_text : others).push_back(part);
  }
  Question text{Kind::kAll, {}, of_text};
  sql.match = of_text.size() == 1 ? match_of(of_text.front()) : of_text.empty() ? "" : match_of_all(text);
  if (sql.match.empty()) others = parts;
  if (others.empty()) sql.joined = joined_by(question);
  Writer writer{*this, !sql.match.empty() && conditions == Conditions::kOfEach};
  if (!sql.match.empty()) writer.listed_id = "+p.id";
  if (others.size() == 1) writer.question(others.front(), /*generous=*/true);
  if (others.size() > 1) writer.question({Kind::kAll, {}, others}, /*generous=*/true);
  sql.condition = std::move(writer.out);
  return sql;
}

}  // namespace vaughn::store
