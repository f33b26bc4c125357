// SPDX-License-Identifier: GPL-3.0-or-later
// A worker that behaves as its command line says: ipc_test_worker BEHAVIOUR [MARKS] --fd N.
// With "parent" for a behaviour it is itself a parent, which waits for a hanging worker until it is killed.
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "ipc/behaviours.h"
#include "vaughn/ipc/pool.h"

namespace {

using namespace vaughn::ipc;

int wait_for_hanging_worker(const std::string& marks) {
  PoolLimits limits;
  limits.address_space_bytes = 0;
  const auto pool = make_process_pool({"/proc/self/exe", "hangs", marks}, 1, limits);
  Job job;
  job.pages = {testing::kBadPage};
  pool->submit(job);
  pool->next(std::chrono::hours(1));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 2) return 2;
  if (arguments[0] == "parent") return wait_for_hanging_worker(arguments[1]);
  const auto known = testing::behaviours().find(arguments[0]);
  if (known == testing::behaviours().end()) return 2;
  const std::string& before_last = arguments[arguments.size() - 2];
  if (before_last != "--fd") return 2;
  return known->second({std::atoi(arguments.back().c_str()), arguments.size() > 3 ? arguments[1] : ""});
}
