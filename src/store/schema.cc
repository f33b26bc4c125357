// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

#include "store/schema_sql.h"
#include "vaughn/base/error.h"
#include "vaughn/model/page_text.h"

namespace vaughn::store {
namespace {

enum class Standing { kEmpty, kOurs, kForeign };

Standing standing_of(Connection& connection) {
  if (connection.integer("PRAGMA application_id") == kApplicationId) return Standing::kOurs;
  const bool blank = connection.integer("PRAGMA application_id") == 0 &&
                     connection.integer("PRAGMA user_version") == 0 &&
                     connection.integer("SELECT count(*) FROM sqlite_schema") == 0;
  return blank ? Standing::kEmpty : Standing::kForeign;
}

[[noreturn]] void refuse_foreign(const Connection& connection) {
  throw Error(ErrorCode::kDatabase, connection.path() + " is a database of another program",
              "Give another path with --db.");
}

[[noreturn]] void refuse_newer(const Connection& connection, std::int64_t version, int known) {
  throw Error(ErrorCode::kDatabaseTooNew,
              connection.path() + " was written by a newer vaughn (schema " + std::to_string(version) +
                  "; this one knows " + std::to_string(known) + ")",
              "Use that version, or ingest again into a new database.");
}

[[noreturn]] void refuse_older(const Connection& connection, std::int64_t version) {
  throw Error(ErrorCode::kDatabase,
              connection.path() + " was written by an older vaughn (schema " + std::to_string(version) + ")",
              "Run vaughn ingest on it once to bring it up to date.");
}

// The statements of all steps and the new version become visible together or not at all.
void apply(Connection& connection, const std::string& sql, int version) {
  connection.run("BEGIN IMMEDIATE");
  try {
    connection.execute(sql);
    connection.execute("PRAGMA application_id = " + std::to_string(kApplicationId));
    connection.execute("PRAGMA user_version = " + std::to_string(version));
    connection.run("COMMIT");
  } catch (const Error&) {
    if (connection.in_transaction()) connection.run("ROLLBACK");
    throw;
  }
}

std::string steps_from(const Connection& connection, const Schema& schema, std::int64_t version) {
  std::string sql;
  for (std::int64_t at = version; at < schema.version; ++at) {
    const MigrationStep* next = nullptr;
    for (const MigrationStep& step : schema.steps)
      if (step.from == at) next = &step;
    if (!next)
      throw Error(
          ErrorCode::kDatabase,
          connection.path() + " has schema " + std::to_string(version) + ", which this vaughn cannot update",
          "Ingest again into a new database.");
    sql += next->sql + "\n";
  }
  return sql;
}

}  // namespace

const Schema& current_schema() {
  static const Schema schema{
      kSchemaVersion,
      std::string(kSchemaSql) + kTextIndex + kTextIndexUpdate + kWithheldViews + kReadingTable + kVocabulary +
          kNarrowIndexes + kRecordTables + kBatesArtifacts,
      {{1, kAddFoundIn},
       {2, std::string(kAddAmounts) + kWithheldViews},
       {3, std::string(kReadingTable) + kAddFirstReadings + kAddUnbroken + kTextIndex + kTextIndexUpdate +
               kFillTextIndex},
       {4, std::string(kVocabulary) + kAddVocabulary + kTextIndexUpdate + kNarrowIndexes},
       {5, kRecordTables},
       {6, kBatesArtifacts}}};
  return schema;
}

void bring_up_to_date(Connection& connection, const Schema& schema) {
  const Standing standing = standing_of(connection);
  if (standing == Standing::kForeign) refuse_foreign(connection);
  if (standing == Standing::kEmpty) return apply(connection, schema.sql, schema.version);
  const std::int64_t version = connection.integer("PRAGMA user_version");
  if (version > schema.version) refuse_newer(connection, version, schema.version);
  connection.define("unbroken_lines", [](std::string_view text) { return unbroken_lines(text); });
  if (version < schema.version) apply(connection, steps_from(connection, schema, version), schema.version);
}

bool is_older(Connection& connection, const Schema& schema) {
  return standing_of(connection) == Standing::kOurs &&
         connection.integer("PRAGMA user_version") < schema.version;
}

void require_version(Connection& connection, const Schema& schema) {
  const Standing standing = standing_of(connection);
  if (standing == Standing::kForeign) refuse_foreign(connection);
  if (standing == Standing::kEmpty)
    throw Error(ErrorCode::kDatabaseMissing, connection.path() + " is empty", "Run vaughn ingest first.");
  const std::int64_t version = connection.integer("PRAGMA user_version");
  if (version > schema.version) refuse_newer(connection, version, schema.version);
  if (version < schema.version) refuse_older(connection, version);
}

}  // namespace vaughn::store
