// SPDX-License-Identifier: GPL-3.0-or-later
// What a run tells its listener.
#include "vaughn/pipeline/run_event.h"

#include <gmock/gmock.h>

#include "pipeline/ingest_fixture.h"

namespace vaughn::pipeline::testing {
namespace {

using ::testing::UnorderedElementsAre;

std::string name_of(const Source& source) {
  return std::filesystem::path(source.path).filename().string();
}

struct Say {
  std::string operator()(const SourceFoundEvent& event) { return "found " + name_of(event.source); }
  std::string operator()(const SourceOpenedEvent& event) {
    return "opened " + name_of(event.source) + " " + std::to_string(event.page_count);
  }
  std::string operator()(const SourceKnownEvent& event) { return "known " + name_of(event.source); }
  std::string operator()(const SourceFailedEvent& event) {
    return "failed " + name_of(event.source) + " " + std::string(to_string(event.problem.kind));
  }
  std::string operator()(const PageReadEvent& event) {
    return "read " + name_of(event.source) + " " + std::to_string(event.reading.page.number().value());
  }
  std::string operator()(const PageFailedEvent& event) {
    return "page failed " + name_of(event.source) + " " + std::to_string(event.page.number().value());
  }
};

class RunEvents : public IngestOnBothPools {
 protected:
  std::vector<std::string> told() {
    std::vector<std::string> events;
    IngestHooks hooks;
    hooks.event = [&](const RunEvent& event) { events.push_back(std::visit(Say(), event)); };
    ingest(GetParam(), hooks);
    return events;
  }
};

TEST_P(RunEvents, NameEverySourceAndEveryPage) {
  put("a.pdf", FakeFile("letter", 3).page(2, "fail"));
  put("b.pdf", "no document");
  EXPECT_THAT(told(),
              UnorderedElementsAre("found a.pdf", "found b.pdf", "failed b.pdf not-a-document",
                                   "opened a.pdf 3", "read a.pdf 1", "page failed a.pdf 2", "read a.pdf 3"));
}

TEST_P(RunEvents, SayWhatIsKnownAlready) {
  put("a.pdf", FakeFile("letter", 1));
  told();
  EXPECT_THAT(told(), UnorderedElementsAre("found a.pdf", "known a.pdf"));
}

INSTANTIATE_TEST_SUITE_P(Kind, RunEvents, ::testing::Values(PoolKind::kInline, PoolKind::kProcesses),
                         [](const auto& kind) { return testing::name_of(kind.param); });

}  // namespace
}  // namespace vaughn::pipeline::testing
