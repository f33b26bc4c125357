// SPDX-License-Identifier: GPL-3.0-or-later
// What is derived from a source's pages, as rows: the writing side. docs/schema.md.
#ifndef VAUGHN_STORE_RECORD_ROWS_H_
#define VAUGHN_STORE_RECORD_ROWS_H_

#include <functional>
#include <string>
#include <vector>

#include "store/connection.h"
#include "vaughn/model/record.h"
#include "vaughn/model/request.h"
#include "vaughn/store/ids.h"
#include "vaughn/store/writer.h"

namespace vaughn::store {

// Everything that was derived before is replaced. Corrections stay.
void write_records(Connection& connection, SourceId source, const SourceRecords& records);
void remove_records(Connection& connection, SourceId source);

void add_correction(Connection& connection, SourceId source, const Correction& correction,
                    const std::string& made);
std::vector<Correction> read_corrections(Connection& connection, SourceId source);

// Items known by their numbers are replaced, and keep what was said of their pages; others stay.
void write_request_items(Connection& connection, const std::vector<RequestItem>& items);
// How many of the pages are there. Precondition: the item is there.
int write_verdict(Connection& connection, const std::string& item, const std::vector<PageId>& pages,
                  ItemVerdict verdict, const std::string& made);

void visit_message_keys(Connection& connection, const std::function<void(const MessageKey&)>& visit);
void write_links(Connection& connection, const std::vector<MessageLink>& links);

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_RECORD_ROWS_H_
