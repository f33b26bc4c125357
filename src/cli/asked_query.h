// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody typed, as a question that a database answers.
#ifndef VAUGHN_CLI_ASKED_QUERY_H_
#define VAUGHN_CLI_ASKED_QUERY_H_

#include <optional>
#include <string>
#include <vector>

#include "cli/parsed_options.h"
#include "vaughn/search/expansion.h"
#include "vaughn/search/query.h"
#include "vaughn/store/reader.h"

namespace vaughn::cli {

struct AskedQuery {
  std::string typed{};
  std::optional<store::Question> as_read{};  // none: nothing was asked for
  std::vector<std::string> notes{};          // sentences: how it was read, what its words became
  std::vector<search::Variants> variants{};  // what its words became
  store::SearchRequest request{};            // of what as_read became
};

// By --strict, --fuzzy, --stem, --sort, --offset, --since-run and --context. Throws Error: with --strict
// where the query would be read otherwise than typed.
AskedQuery ask(const std::string& typed, const store::Reader& reader, const ParsedOptions& options);

// For a query that found so few pages: words like its own that may have been meant, or that recognition may
// have made of them, as sentences.
std::vector<std::string> offers(const AskedQuery& asked, int found, const store::Reader& reader);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_ASKED_QUERY_H_
