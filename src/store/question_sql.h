// SPDX-License-Identifier: GPL-3.0-or-later
// A question as SQL and FTS5 say it. What is selected are all pages that meet it and, where the index cannot
// know (page_matcher.h), perhaps some that do not.
#ifndef VAUGHN_STORE_QUESTION_SQL_H_
#define VAUGHN_STORE_QUESTION_SQL_H_

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "store/fts_tokens.h"
#include "store/phrase_lists.h"
#include "vaughn/store/question.h"

namespace vaughn::store {

struct Condition {
  std::string sql;  // about a row p of page
  std::vector<std::variant<std::string, double>> values;
};

// What of the pages has to be held against their text.
enum class Verify {
  kNothing,
  kRedacted,  // those with redactions: the others have no markers
  kBroken,    // those, and those that have words over line ends: the index holds their lines apart
  kAll,
};

struct QuestionSql {
  std::string match;               // FTS5; empty where the text alone chooses no pages
  std::optional<Joined> joined{};  // how its phrases are joined, where that is all that is asked
  Condition condition;             // what else must be so; empty SQL for nothing
  Verify verify = Verify::kNothing;
};

class QuestionCompiler {
 public:
  // Codes are those that the database has.
  QuestionCompiler(const FtsTokenizer& tokenizer, std::vector<std::string> codes);

  // What else is asked of pages that the text chooses is asked of each, or where the text chooses very many
  // looked up in a list made once.
  enum class Conditions { kOfEach, kAsLists };
  QuestionSql compile(const Question& question, Conditions conditions = Conditions::kOfEach) const;
  // Whether a page p meets a test that is not about its text.
  Condition condition(const PageTest& test) const;

 private:
  struct Writer;

  bool may_stand_in_marker(const Term& term) const;
  bool is_exact(const Question& question) const;
  std::string match_of(const Question& question) const;
  std::string match_of_all(const Question& question) const;
  Verify verify(const Question& question) const;

  const FtsTokenizer& tokenizer_;
  std::vector<std::string> codes_;
  std::set<std::string> marker_tokens_;
};

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_QUESTION_SQL_H_
