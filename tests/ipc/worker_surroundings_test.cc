// SPDX-License-Identifier: GPL-3.0-or-later
// What a worker process finds around it: limits, signals, environment, descriptors, and a parent it dies
// with.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "ipc/pool_helpers.h"
#include "vaughn/base/unique_fd.h"

namespace vaughn::ipc::testing {
namespace {

using ::testing::HasSubstr;

class WorkerSurroundings : public ProcessPoolTest {
 protected:
  std::string told(const PoolLimits& limits = roomy_limits()) {
    Pool& pool = start("tells_surroundings", limits);
    pool.submit(read_job(1, {0}));
    return std::get<PageRead>(all_answers(pool).front().body).reading.reason;
  }
};

TEST_F(WorkerSurroundings, LimitWhatItCanDo) {
  PoolLimits limits = roomy_limits();
  limits.file_size_bytes = 12345;
  if (kMemoryCanBeLimited) limits.address_space_bytes = std::size_t{512} << 20;
  const std::string surroundings = told(limits);

  EXPECT_THAT(surroundings, HasSubstr("core=0\n"));
  EXPECT_THAT(surroundings, HasSubstr("file=12345\n"));
  if (kMemoryCanBeLimited) {
    EXPECT_THAT(surroundings, HasSubstr("memory=536870912\n"));
  }
}

TEST_F(WorkerSurroundings, LeaveMemoryAloneWhenTold) {
  rlimit ours{};
  ::getrlimit(RLIMIT_AS, &ours);
  EXPECT_THAT(told(), HasSubstr("memory=" + std::to_string(ours.rlim_cur) + "\n"));
}

TEST_F(WorkerSurroundings, IgnoreTheInterruptThatIsMeantForTheParent) {
  EXPECT_THAT(told(), HasSubstr("interrupt=ignored\n"));
}

TEST_F(WorkerSurroundings, LowerThePriorityByAsMuchAsAsked) {
  PoolLimits limits = roomy_limits();
  const int ours = ::getpriority(PRIO_PROCESS, 0);
  if (ours > 16) GTEST_SKIP() << "the tests themselves run at niceness " << ours;
  EXPECT_THAT(told(limits), HasSubstr("nice=" + std::to_string(ours) + "\n"));
  limits.nice = 3;
  EXPECT_THAT(told(limits), HasSubstr("nice=" + std::to_string(ours + 3) + "\n"));
}

TEST_F(WorkerSurroundings, AllowOneThread) {
  ::unsetenv("OMP_THREAD_LIMIT");
  EXPECT_THAT(told(), HasSubstr("threads=1\n"));
}

TEST_F(WorkerSurroundings, LeaveThreadsToTheUserWhoSetThem) {
  ::setenv("OMP_THREAD_LIMIT", "3", 1);
  const std::string surroundings = told();
  ::unsetenv("OMP_THREAD_LIMIT");
  EXPECT_THAT(surroundings, HasSubstr("threads=3\n"));
}

TEST_F(WorkerSurroundings, HoldNothingButTheChannelAndStderr) {
  const UniqueFd inheritable(::open("/dev/null", O_RDONLY));  // as a careless library leaves one
  const std::string surroundings = told();
  EXPECT_THAT(surroundings, HasSubstr("stdin=/dev/null\nstdout=/dev/null\n"));
  EXPECT_THAT(surroundings, HasSubstr("open=0 1 2 3 \n"));
}

TEST_F(WorkerSurroundings, AreTheSameWhenTheParentHasItsStandardDescriptorsClosed) {
  const UniqueFd saved(::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 20));
  ::close(STDIN_FILENO);
  const std::string surroundings = told();
  pool_.reset();  // it may have been given the free number
  ::dup2(saved.get(), STDIN_FILENO);
  EXPECT_THAT(surroundings, HasSubstr("open=0 1 2 3 \n"));
}

// The worker's number, once it is at its page.
pid_t worker_at(const std::filesystem::path& marks) {
  for (int i = 0; i < 6000; ++i) {
    std::string line;
    if (std::ifstream file(marks); std::getline(file, line) && !file.eof()) return std::atoi(line.c_str());
    std::this_thread::sleep_for(milliseconds(10));
  }
  return -1;
}

// 0, and an end to it, when it goes on living.
int status_when_ended(pid_t worker) {
  int status = 0;
  for (int i = 0; i < 1000; ++i) {
    if (::waitpid(worker, &status, WNOHANG) == worker) return status;
    std::this_thread::sleep_for(milliseconds(10));
  }
  ::kill(worker, SIGKILL);
  ::waitpid(worker, nullptr, 0);
  return 0;
}

TEST_F(WorkerSurroundings, EndWithTheParent) {
  ::prctl(PR_SET_CHILD_SUBREAPER, 1);  // the orphan becomes ours, so that its end can be seen
  const pid_t parent = ::fork();
  if (parent == 0) {
    ::execl(IPC_TEST_WORKER, IPC_TEST_WORKER, "parent", marks_.c_str(), nullptr);
    ::_exit(1);
  }
  const pid_t worker = worker_at(marks_);
  ASSERT_GT(worker, 0);
  ::kill(parent, SIGKILL);
  ::waitpid(parent, nullptr, 0);
  const int status = status_when_ended(worker);
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
  ::prctl(PR_SET_CHILD_SUBREAPER, 0);
}

}  // namespace
}  // namespace vaughn::ipc::testing
