// SPDX-License-Identifier: GPL-3.0-or-later
// What is derived from pages, as rows that are read: records and what is said in them. docs/schema.md.
#ifndef VAUGHN_STORE_RECORDS_H_
#define VAUGHN_STORE_RECORDS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "vaughn/model/record.h"
#include "vaughn/model/request.h"
#include "vaughn/store/ids.h"

namespace vaughn::store {

// Where something stands, as people cite it.
struct PlaceRow {
  std::string release, source, sha256;
  int page = 0;  // from 1
  std::string bates;
  BatesHow bates_how = BatesHow::kRead;
};

struct RecordRow {
  std::int64_t id = 0;
  std::string release, request_number, source, sha256;
  Record record;
  std::string first_bates, last_bates;
  std::string from, to, cc;  // of the message it begins with, redactions as their markers
  int redactions = 0, unlabelled = 0, uncertain = 0;
  int pages_withheld = 0;                // for which a sheet stands
  std::vector<std::string> codes{};      // of its redactions, each once, in the order of their first use
  std::optional<double> withheld_share;  // of the text area of its pages, mean

  int pages() const { return record.last.value() - record.first.value() + 1; }
};

struct RecordFilter {
  std::string source_like{};  // in one of the source's paths, ASCII case aside
  std::string release{};
  std::string type{};
};

struct StatementRow {
  PlaceRow place;
  std::int64_t record = 0;
  Statement statement;
};

struct SheetRow {
  PlaceRow place;  // its first page
  Sheet sheet;     // with its pages
};

struct MessageRow {
  std::int64_t id = 0, record = 0, thread = 0;
  std::optional<std::int64_t> twin{};
  PlaceRow place;
  Message message;  // with parties and attachments
};

struct BatesRow {
  PlaceRow place;
  std::string prefix;
  long long number = 0;
};

// An item of the request and what people said of pages that may answer it.
struct RequestItemRow {
  RequestItem item;
  std::vector<std::pair<PageId, ItemVerdict>> verdicts{};  // in the order of sources and pages
};

// How many pages of a release are what; each page counts once.
struct PageDispositions {
  std::string release;
  int sources = 0, sources_failed = 0;
  int pages = 0, unread = 0;
  int letters = 0;  // pages of response letters
  int sheets = 0;   // pages of sheets of any kind
  int blank = 0;
  int full = 0, part = 0;  // released: without, with redactions
};

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_RECORDS_H_
