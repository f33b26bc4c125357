// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/page_address.h"

#include <charconv>

#include "vaughn/base/error.h"
#include "vaughn/report/terminal.h"

namespace vaughn::cli {

PageAddress page_address(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  const std::string number = colon == std::string::npos ? "" : text.substr(colon + 1);
  int page = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), page);
  if (colon == 0 || error != std::errc() || end != number.data() + number.size() || page < 1)
    throw Error(ErrorCode::kUsage, "'" + text + "' does not say which page of which source",
                "It wants SOURCE:PAGE, as in letter.pdf:3; pages count from 1.");
  return {text.substr(0, colon), PageNumber(page)};
}

bool is_page_address(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  return colon != std::string::npos && colon > 0 && colon + 1 < text.size() &&
         text.find_first_not_of("0123456789", colon + 1) == std::string::npos;
}

std::optional<PageAddress> page_numbered(const store::Reader& reader, const std::string& bates) {
  const std::vector<store::PageRow> pages = reader.pages_numbered(bates);
  if (pages.empty()) return std::nullopt;
  const auto name = [](const store::PageRow& page) {
    return page.source.path + ":" + std::to_string(page.reading.page.number().value());
  };
  if (pages.size() > 1) {
    std::string advice = "Say which:";
    for (const store::PageRow& page : pages)
      advice += "\n  vaughn show '" + report::printable_line(name(page)) + "'";
    throw Error(ErrorCode::kUsage, std::to_string(pages.size()) + " pages are numbered '" + bates + "'",
                advice);
  }
  const store::PageRow& page = pages.front();
  return PageAddress{page.source.sha256, page.reading.page.number()};
}

SourceAddress source_address(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0 || colon + 1 == text.size() ||
      text.find_first_not_of("0123456789,-", colon + 1) != std::string::npos)
    return {text, {}};
  Result<PageChoice> pages = PageChoice::parse(text.substr(colon + 1));
  if (!pages)
    throw Error(ErrorCode::kUsage, "'" + text + "': " + pages.problem().cause, pages.problem().advice);
  return {text.substr(0, colon), *std::move(pages)};
}

std::optional<store::SourceRow> the_source_named(const store::Reader& reader, const std::string& name) {
  std::vector<store::SourceRow> sources = reader.sources_named(name);
  if (sources.empty()) return std::nullopt;
  if (sources.size() == 1) return sources.front();
  std::string advice = "It may mean:";
  for (const store::SourceRow& source : sources)
    advice += "\n  " + report::printable_line(source.path) + "  (" + source.sha256.substr(0, 12) + ")";
  throw Error(ErrorCode::kUsage, "'" + name + "' names " + std::to_string(sources.size()) + " sources",
              advice + "\nGive more of the path, or the start of the SHA-256.");
}

std::string why_missing(const store::Reader& reader, const store::SourceRow& source, PageNumber page) {
  const std::string path = report::printable_line(source.path);
  if (source.page_count == 0 && source.problem) return path + " could not be read: " + source.problem->cause;
  if (page.value() > source.page_count)
    return path + " has " + std::to_string(source.page_count) + (source.page_count == 1 ? " page" : " pages");
  const std::string which = "page " + std::to_string(page.value()) + " of " + path;
  for (const store::PageProblemRow& row : reader.problems())
    if (row.path == source.path && row.page == page.value())
      return which + " could not be read: " + row.problem.cause;
  return which + " has not been read yet; 'vaughn ingest' on the same files goes on";
}

}  // namespace vaughn::cli
