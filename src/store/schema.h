// SPDX-License-Identifier: GPL-3.0-or-later
// What a release database is made of, and how an older one becomes a newer one. docs/schema.md explains every
// table and is checked against this by a test.
#ifndef VAUGHN_STORE_SCHEMA_H_
#define VAUGHN_STORE_SCHEMA_H_

#include <string>
#include <vector>

#include "store/connection.h"

namespace vaughn::store {

// "VAUG", in the file's header, so that we never write into a database of another program.
inline constexpr std::int64_t kApplicationId = 0x56415547;

// Brings a database of version from to version from + 1.
struct MigrationStep {
  int from = 0;
  std::string sql;
};

struct Schema {
  int version = 0;
  std::string sql;                   // makes an empty file a database of this version
  std::vector<MigrationStep> steps;  // one for each older version that can still be brought up
};

const Schema& current_schema();

// For a writer: makes the tables in an empty file, brings an older database up to date in one transaction,
// refuses one that is newer (kDatabaseTooNew) or not ours (kDatabase) without touching it.
void bring_up_to_date(Connection& connection, const Schema& schema);

// A database of ours that bring_up_to_date would change.
bool is_older(Connection& connection, const Schema& schema);

// For a reader: refuses everything but the schema's own version.
void require_version(Connection& connection, const Schema& schema);

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_SCHEMA_H_
