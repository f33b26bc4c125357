// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs, pools and a short way to say what came out of them.
#ifndef VAUGHN_TESTS_IPC_POOL_HELPERS_H_
#define VAUGHN_TESTS_IPC_POOL_HELPERS_H_

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "ipc/behaviours.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

using std::chrono::milliseconds;

// A sanitizer's shadow memory is larger than any sensible limit.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool kMemoryCanBeLimited = false;
#else
inline constexpr bool kMemoryCanBeLimited = true;
#endif

inline Job read_job(int id, const std::vector<int>& pages) {
  Job job;
  job.id = id;
  job.source = {"release/letter.pdf", std::string(64, 'a'), 1234, SourceFormat::kPdf};
  for (const int page : pages) job.pages.emplace_back(page);
  return job;
}

inline Job describe_job(int id) {
  Job job = read_job(id, {});
  job.kind = JobKind::kDescribe;
  return job;
}

// "read 0", "failed 1 crashed", "described 4", "source failed crashed", "done".
inline std::string summary(const Answer& answer) {
  struct Say {
    std::string operator()(const Described& a) {
      return "described " + std::to_string(a.description.page_count);
    }
    std::string operator()(const SourceFailed& a) {
      return "source failed " + std::string(to_string(a.problem.kind));
    }
    std::string operator()(const PageRead& a) { return "read " + std::to_string(a.reading.page.value()); }
    std::string operator()(const PageFailed& a) {
      return "failed " + std::to_string(a.page.value()) + " " + std::string(to_string(a.problem.kind));
    }
    std::string operator()(const JobDone&) { return "done"; }
  };
  return std::visit(Say{}, answer.body);
}

inline std::vector<Answer> all_answers(Pool& pool) {
  std::vector<Answer> answers;
  for (;;) {
    auto got = pool.next(std::chrono::minutes(2));
    if (std::holds_alternative<Idle>(got)) return answers;
    if (std::holds_alternative<Timeout>(got)) {
      ADD_FAILURE() << "the pool has work and no answer";
      return answers;
    }
    answers.push_back(std::get<Answer>(std::move(got)));
  }
}

inline std::vector<std::string> summaries(const std::vector<Answer>& answers, int job) {
  std::vector<std::string> said;
  for (const Answer& answer : answers)
    if (answer.job == job) said.push_back(summary(answer));
  return said;
}

inline std::vector<std::string> run(Pool& pool, const Job& job) {
  pool.submit(job);
  return summaries(all_answers(pool), job.id);
}

// The first failure's problem among the answers.
inline Problem problem_among(const std::vector<Answer>& answers) {
  for (const Answer& answer : answers) {
    if (const auto* page = std::get_if<PageFailed>(&answer.body)) return page->problem;
    if (const auto* source = std::get_if<SourceFailed>(&answer.body)) return source->problem;
  }
  ADD_FAILURE() << "nothing failed";
  return {};
}

inline PoolLimits roomy_limits() {
  PoolLimits limits;
  limits.address_space_bytes = 0;
  return limits;
}

// Checks after each test that its pool left neither a process nor a descriptor behind.
class ProcessPoolTest : public ::testing::Test {
 protected:
  void SetUp() override {
    marks_ = std::filesystem::path(::testing::TempDir()) / ("ipc-marks-" + std::to_string(::getpid()));
    std::filesystem::remove(marks_);
    descriptors_ = count_descriptors();
  }
  void TearDown() override {
    pool_.reset();
    EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1) << "a child is left";
    EXPECT_EQ(errno, ECHILD);
    EXPECT_EQ(count_descriptors(), descriptors_);
    std::filesystem::remove(marks_);
  }
  Pool& start(const std::string& behaviour, const PoolLimits& limits = roomy_limits(), int workers = 1) {
    pool_ = make_process_pool({IPC_TEST_WORKER, behaviour, marks_.string()}, workers, limits);
    return *pool_;
  }
  static long count_descriptors() {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"),
                         std::filesystem::directory_iterator());
  }

  std::unique_ptr<Pool> pool_;
  std::filesystem::path marks_;
  long descriptors_ = 0;
};

}  // namespace vaughn::ipc::testing

#endif  // VAUGHN_TESTS_IPC_POOL_HELPERS_H_
