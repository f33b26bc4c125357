// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of fake files, ingested into a database beside it.
#ifndef VAUGHN_TESTS_PIPELINE_INGEST_FIXTURE_H_
#define VAUGHN_TESTS_PIPELINE_INGEST_FIXTURE_H_

#include <gmock/gmock.h>

#include <memory>
#include <string>
#include <vector>

#include "pipeline/pools.h"
#include "support/database_dump.h"
#include "support/temporary_folder.h"
#include "vaughn/pipeline/ingest.h"

namespace vaughn::pipeline::testing {

class IngestFixture {
 public:
  IngestFixture() {
    request_.paths = {folder_.path() / "in"};
    request_.release.name = "Harbor request";
    request_.tool_version = "test";
    request_.options_json = "{}";
  }

  void put(const std::string& name, const std::string& contents) { folder_.put("in/" + name, contents); }

  IngestOutcome ingest(ipc::Pool& pool, const IngestHooks& hooks = {}) {
    const auto writer = store::Writer::open(database());
    return pipeline::ingest(request_, *writer, pool, hooks);
  }
  IngestOutcome ingest(PoolKind kind, const IngestHooks& hooks = {}) {
    const auto pool = make_pool(kind);
    return ingest(*pool, hooks);
  }

  std::filesystem::path database() const { return folder_.path() / "release.db"; }
  void forget() { std::filesystem::remove(database()); }
  std::string rows(const std::string& sql) const { return DatabaseView(database()).rows(sql); }
  std::vector<std::string> values(const std::string& sql) const {
    return DatabaseView(database()).values(sql);
  }
  std::string dump() const { return DatabaseView(database()).dump(); }

  IngestRequest request_;

 private:
  TemporaryFolder folder_;
};

class IngestOnBothPools : public ::testing::TestWithParam<PoolKind>, public IngestFixture {};

}  // namespace vaughn::pipeline::testing

#endif  // VAUGHN_TESTS_PIPELINE_INGEST_FIXTURE_H_
