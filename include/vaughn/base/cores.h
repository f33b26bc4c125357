// SPDX-License-Identifier: GPL-3.0-or-later
// How many processors this process may use, which in a container or a batch job are fewer than the machine
// has.
#ifndef VAUGHN_BASE_CORES_H_
#define VAUGHN_BASE_CORES_H_

#include <filesystem>
#include <optional>

namespace vaughn {

struct Cores {
  int allowed = 1;                // processors the scheduler may put us on (sched_getaffinity)
  std::optional<double> quota{};  // processors' worth of time that control groups grant; none without a limit

  // What to keep busy, at least 1. A part of a processor counts as one: half a worker cannot be started.
  int usable() const;
};

// Where the system says so; tests give folders of their own.
struct CoreSources {
  std::filesystem::path cgroup_of_process = "/proc/self/cgroup";
  std::filesystem::path cgroup_root = "/sys/fs/cgroup";
};

// The tightest cpu.max (control groups version 2) or cpu.cfs_quota_us (version 1) of the process's group and
// those above it. What cannot be read sets no limit.
std::optional<double> cpu_quota(const CoreSources& sources);

Cores find_cores(const CoreSources& sources = {});

}  // namespace vaughn

#endif  // VAUGHN_BASE_CORES_H_
