// SPDX-License-Identifier: GPL-3.0-or-later
// A page as people point at it: SOURCE:PAGE.
#ifndef VAUGHN_CLI_PAGE_ADDRESS_H_
#define VAUGHN_CLI_PAGE_ADDRESS_H_

#include <string>

#include "vaughn/model/page_number.h"
#include "vaughn/store/reader.h"

namespace vaughn::cli {

struct PageAddress {
  std::string source;  // a path, the end of one, or the start of a SHA-256
  PageNumber page;
};

// Split at the last colon, since a path may hold others. Throws Error(kUsage).
PageAddress page_address(const std::string& text);

struct SourceAddress {
  std::string source;
  PageChoice pages;  // empty: all
};

// SOURCE or SOURCE:PAGES. What stands behind the last colon belongs to the name unless it is made of digits,
// commas and dashes. Throws Error(kUsage) when that says no pages.
SourceAddress source_address(const std::string& text);

// The page that carries this production number; nothing when none does. Throws Error(kUsage) when several do.
std::optional<PageAddress> page_numbered(const store::Reader& reader, const std::string& bates);

// Whether the text says SOURCE:PAGE, rather than a production number.
bool is_page_address(const std::string& text);

// Throws Error(kUsage) when several sources are meant; nothing when there is none.
std::optional<store::SourceRow> the_source_named(const store::Reader& reader, const std::string& name);

// Why a page that was asked for is not there, in a sentence.
std::string why_missing(const store::Reader& reader, const store::SourceRow& source, PageNumber page);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_PAGE_ADDRESS_H_
