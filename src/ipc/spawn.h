// SPDX-License-Identifier: GPL-3.0-or-later
// Starts one worker process: its descriptors, its limits, its signals, its environment.
#ifndef VAUGHN_IPC_SPAWN_H_
#define VAUGHN_IPC_SPAWN_H_

#include <sys/types.h>

#include <string>
#include <variant>
#include <vector>

#include "vaughn/base/unique_fd.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc {

inline constexpr int kChannelFd = 3;  // in the child

struct Spawned {
  pid_t pid = -1;
  UniqueFd channel;  // our end of a socket pair, non-blocking
  UniqueFd errors;   // reading end of the child's stderr, non-blocking
};

struct CannotSpawn {
  std::string cause;
};

// Runs command plus "--fd 3". When the program cannot be executed this says so, and no process is left. The
// child is killed when the thread that called this ends, so call it from the thread that lives longest.
std::variant<Spawned, CannotSpawn> spawn(const std::vector<std::string>& command, const PoolLimits& limits);

}  // namespace vaughn::ipc

#endif  // VAUGHN_IPC_SPAWN_H_
