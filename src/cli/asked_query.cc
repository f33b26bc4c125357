// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/asked_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "cli/option_values.h"
#include "cli/search_options.h"
#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"
#include "vaughn/report/hits.h"

namespace vaughn::cli {
namespace {

std::string listed_words(const search::Variants& variants) {
  constexpr std::size_t kShown = 12;
  std::vector<std::string> words;
  for (const search::Spelling& spelling : variants.words) {
    if (words.size() == kShown) break;
    words.push_back(fmt::format("{} ({})", spelling.word, spelling.pages));
  }
  std::string list = join(words, ", ");
  if (variants.words.size() > kShown) list += fmt::format(" and {} more", variants.words.size() - kShown);
  return list;
}

std::string said_of(const search::Variants& variants) {
  if (variants.words.empty()) return variants.asked + " is like no word of the database.";
  return variants.asked + " found " + listed_words(variants) +
         (variants.more ? "; there are others, which were not used." : ".");
}

std::string offer_of(const search::Variants& variants) {
  return fmt::format("\"{}\" stands on no page. Like it: {}. --fuzzy always looks for those too.",
                     variants.asked, listed_words(variants));
}

store::SearchRequest request_of(const ParsedOptions& parsed) {
  store::SearchRequest request;
  request.sort = sort_of(parsed);
  request.offset = whole_number(parsed, "offset", 0, 1'000'000'000, 0);
  request.snippet_open = report::kSnippetOpen;
  request.snippet_close = report::kSnippetClose;
  if (parsed.has("context")) request.context_lines = whole_number(parsed, "context", 0, 10'000, 0);
  if (parsed.has("since-run"))
    request.since_run = store::RunId{whole_number(parsed, "since-run", 1, 1'000'000'000, 1)};
  return request;
}

bool asks_of_records(const store::Question& question) {
  if (question.kind == store::Question::Kind::kTest)
    return std::holds_alternative<store::RecordHas>(question.test) ||
           std::holds_alternative<store::RecordDate>(question.test) ||
           std::holds_alternative<store::AmountIs>(question.test);
  return std::any_of(question.parts.begin(), question.parts.end(), asks_of_records);
}

}  // namespace

AskedQuery ask(const std::string& typed, const store::Reader& reader, const ParsedOptions& options) {
  const search::ParsedQuery query = search::parse_query(typed);
  if (options.has("strict") && query.departs)
    throw Error(ErrorCode::kUsage, join(query.notes, " "),
                "Correct the query, or leave --strict out to have it read as far as it goes.");
  AskedQuery asked{typed, query.question, query.notes, {}, {}};
  asked.request = request_of(options);
  const bool by_records =
      asked.request.sort == store::SortHits::kDate || (query.question && asks_of_records(*query.question));
  if (by_records && !reader.has_records())
    asked.notes.emplace_back(
        "No records were derived in this database yet, so nothing is known of their kinds, dates and "
        "senders; "
        "'vaughn rebuild' derives them.");
  if (!query.question) return asked;
  const bool fuzzy = options.value("fuzzy") == "always";
  const search::Expansion expansion =
      search::expand(fuzzy ? search::with_fuzzy_words(*query.question) : *query.question, reader,
                     options.has("stem") ? search::Stems::kYes : search::Stems::kNo);
  for (const search::Variants& variants : expansion.variants) asked.notes.push_back(said_of(variants));
  if (expansion.left_out)
    asked.notes.emplace_back(
        "There are too many combinations of these words; some were not looked for. Ask for fewer words at a "
        "time.");
  asked.variants = expansion.variants;
  asked.request.question = expansion.question;
  return asked;
}

std::vector<std::string> offers(const AskedQuery& asked, int found, const store::Reader& reader) {
  constexpr int kFew = 10;
  std::vector<std::string> sentences;
  if (found >= kFew || !asked.as_read) return sentences;
  for (const search::Variants& variants : search::suggestions(*asked.as_read, reader))
    sentences.push_back(offer_of(variants));
  for (const search::Variants& variants : search::misreadings(*asked.as_read, reader))
    sentences.push_back(
        fmt::format("Recognition may have made this of \"{}\": {}. --fuzzy always looks for those too.",
                    variants.asked, listed_words(variants)));
  return sentences;
}

}  // namespace vaughn::cli
