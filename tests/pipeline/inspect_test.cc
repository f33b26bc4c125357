// SPDX-License-Identifier: GPL-3.0-or-later
// What inspect hands over, and in which order.
#include "vaughn/pipeline/inspect.h"

#include <gmock/gmock.h>

#include "pipeline/pools.h"
#include "support/temporary_folder.h"

namespace vaughn::pipeline::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "a.pdf 2: letter page 2", "a.pdf 2! crashed", "a.pdf! damaged".
std::string line_of(const InspectedPage& page) {
  std::string line = std::filesystem::path(page.source.path).filename().string();
  if (page.page) line += " " + std::to_string(page.page->number().value());
  if (const auto* problem = std::get_if<Problem>(&page.result))
    return line + "! " + std::string(to_string(problem->kind));
  return line + ": " + std::get<PageReading>(page.result).text.substr(0, 13);
}

class InspectFixture {
 public:
  InspectFixture() { request_.paths = {folder_.path()}; }

  void put(const std::string& name, const std::string& contents) { folder_.put(name, contents); }

  std::vector<InspectedPage> pages(ipc::Pool& pool) {
    std::vector<InspectedPage> seen;
    inspect(
        request_, pool, [&](const InspectedPage& page) { seen.push_back(page); }, [] { return false; });
    return seen;
  }
  std::vector<std::string> lines(ipc::Pool& pool) {
    std::vector<std::string> said;
    for (const InspectedPage& page : pages(pool)) said.push_back(line_of(page));
    return said;
  }

  InspectRequest request_;

 private:
  TemporaryFolder folder_;
};

class InspectOnBothPools : public ::testing::TestWithParam<PoolKind>, public InspectFixture {
 protected:
  std::vector<std::string> inspected() { return lines(*make_pool(GetParam())); }
};

TEST_P(InspectOnBothPools, GivesPagesInOrderThoughTheyFinishInAny) {
  put("a.pdf", FakeFile("letter", 3).page(1, "slow 60"));
  put("b.pdf", FakeFile("memo", 2).page(1, "slow 30"));
  EXPECT_THAT(inspected(),
              ElementsAre("a.pdf 1: letter page 1", "a.pdf 2: letter page 2", "a.pdf 3: letter page 3",
                          "b.pdf 1: memo page 1", "b.pdf 2: memo page 2"));
}

TEST_P(InspectOnBothPools, GivesALineForWhatCannotBeRead) {
  put("a.pdf", FakeFile("letter", 2).whole("broken"));
  put("b.pdf", FakeFile("memo", 2).page(1, "fail"));
  put("c.pdf", FakeFile("memo", 1).whole("crash"));
  put("d.txt", "no document");
  put("e.pdf", "");
  const std::string crash = GetParam() == PoolKind::kInline ? "out-of-memory" : "crashed";
  EXPECT_THAT(inspected(), ElementsAre("a.pdf! damaged", "b.pdf 1! cannot-render", "b.pdf 2: memo page 2",
                                       "c.pdf! " + crash, "d.txt! not-a-document", "e.pdf! empty-file"));
}

TEST_P(InspectOnBothPools, LosesNoMoreThanThePageAWorkerDiedOf) {
  put("a.pdf", FakeFile("letter", 3).page(2, "crash"));
  const std::string crash = GetParam() == PoolKind::kInline ? "out-of-memory" : "crashed";
  EXPECT_THAT(inspected(),
              ElementsAre("a.pdf 1: letter page 1", "a.pdf 2! " + crash, "a.pdf 3: letter page 3"));
}

TEST_P(InspectOnBothPools, ReadsThePagesChosen) {
  put("a.pdf", FakeFile("letter", 4));
  put("b.pdf", FakeFile("memo", 1));
  request_.pages = PageChoice::parse("2,4").value();
  EXPECT_THAT(inspected(), ElementsAre("a.pdf 2: letter page 2", "a.pdf 4: letter page 4"));
}

TEST_P(InspectOnBothPools, TriesThePasswords) {
  put("a.pdf", FakeFile("letter", 1).whole("locked secret"));
  EXPECT_THAT(inspected(), ElementsAre("a.pdf! password-needed"));
  request_.passwords = {"secret"};
  EXPECT_THAT(inspected(), ElementsAre("a.pdf 1: letter page 1"));
}

TEST_P(InspectOnBothPools, ReadsBothOfTwoFilesWithTheSameBytes) {
  put("a.pdf", FakeFile("letter", 1));
  put("b.pdf", FakeFile("letter", 1));
  EXPECT_THAT(inspected(), ElementsAre("a.pdf 1: letter page 1", "b.pdf 1: letter page 1"));
}

TEST_P(InspectOnBothPools, ReadsAFolderOfSinglePages) {
  std::vector<std::string> expected;
  for (int i = 10; i < 40; ++i) {
    const std::string name = std::to_string(i) + ".pdf";
    put(name, FakeFile("sheet" + std::to_string(i), 1));
    expected.push_back(name + " 1: sheet" + std::to_string(i) + " page 1");
    expected.back().resize(name.size() + 4 + 13);
  }
  EXPECT_EQ(inspected(), expected);
}

TEST_P(InspectOnBothPools, EndsEarlyWhenStopped) {
  put("a.pdf", FakeFile("letter", 500));
  const auto pool = make_pool(GetParam());
  int seen = 0;
  EXPECT_FALSE(inspect(
      request_, *pool, [&](const InspectedPage&) { ++seen; }, [&] { return seen >= 3; }));
  EXPECT_GE(seen, 3);
  EXPECT_LT(seen, 250);  // those that waited for the third are printed with it
}

TEST_P(InspectOnBothPools, IsThroughAtOnceWhenThereIsNothing) {
  const auto pool = make_pool(GetParam());
  EXPECT_TRUE(inspect(
      request_, *pool, [](const InspectedPage&) { FAIL(); }, [] { return false; }));
}

INSTANTIATE_TEST_SUITE_P(Kind, InspectOnBothPools, ::testing::Values(PoolKind::kInline, PoolKind::kProcesses),
                         [](const auto& kind) { return name_of(kind.param); });

class Inspect : public ::testing::Test, public InspectFixture {};

std::vector<std::string> warnings_of(const InspectedPage& page) {
  std::vector<std::string> causes;
  if (const auto* reading = std::get_if<PageReading>(&page.result))
    for (const Problem& problem : reading->problems) causes.push_back(problem.cause);
  return causes;
}

TEST_F(Inspect, ShowsTheParsersWarningsOnOpeningAtTheFirstPageReadAndNoOthers) {
  put("a.pdf", FakeFile("letter", 3)
                   .whole("warning odd table")
                   .page(1, "fail")
                   .page(2, "warning no such font")
                   .page(3, "warning odd picture"));
  const auto seen = pages(*make_pool(PoolKind::kInline));
  ASSERT_EQ(seen.size(), 3u);
  EXPECT_THAT(warnings_of(seen[1]), ElementsAre("odd table"));
  EXPECT_THAT(warnings_of(seen[2]), IsEmpty());
}

TEST_F(Inspect, GivesTheSameInWhateverOrderPagesFinish) {
  for (int i = 1; i <= 5; ++i) {
    FakeFile file("letter" + std::to_string(i), 3 * i);
    for (int page = 1; page <= 3 * i; ++page) file.page(page, "warning no such font");
    put(std::to_string(i) + ".pdf", i == 3 ? file.whole("broken") : file);
  }
  const std::vector<std::string> expected = lines(*make_pool(PoolKind::kInline));
  EXPECT_EQ(expected.size(), 3u + 6 + 1 + 12 + 15);
  for (const int workers : {1, 2, 40}) {
    BackwardPool pool(workers);
    EXPECT_EQ(lines(pool), expected) << workers;
  }
}

// The first page comes last, so every page read before it is held.
TEST_F(Inspect, ReadsNoMoreThanSomePagesOfAFileAheadOfTheOneToPrint) {
  put("a.pdf", FakeFile("letter", 500));
  BackwardPool pool(1000);
  EXPECT_EQ(lines(pool).size(), 500u);
  EXPECT_EQ(pool.most_jobs(), 64u);
}

}  // namespace
}  // namespace vaughn::pipeline::testing
