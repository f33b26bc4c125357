// SPDX-License-Identifier: GPL-3.0-or-later
// How a worker ended, in words a person can act on.
#ifndef VAUGHN_IPC_DEATH_H_
#define VAUGHN_IPC_DEATH_H_

#include <optional>
#include <string>
#include <string_view>

#include "vaughn/base/problem.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc {

// Statuses serve() returns. Above the usual 0, 1, 2, below the shells' 126 and up.
inline constexpr int kExitServed = 0;
inline constexpr int kExitNoChannel = 80;     // the descriptor is not a channel to a pool
inline constexpr int kExitOutOfMemory = 86;   // std::bad_alloc came up to serve()
inline constexpr int kExitHandlerThrew = 87;  // a handler threw anything else; its what() is on stderr

// "was killed by SIGSEGV", "ended with exit status 3". The status is as from waitpid(2); none when the worker
// closed its channel but did not end.
std::string how_it_ended(std::optional<int> wait_status);

// kCrashed or kOutOfMemory. Nobody asked this worker to end. What becomes an answer is the second failure of
// an item, on a worker that has done nothing else, so the last message is about that item.
Problem problem_of_death(std::optional<int> wait_status, std::string_view stderr_text,
                         const PoolLimits& limits);

Problem problem_of_timeout(const PoolLimits& limits, std::string_view stderr_text);
Problem problem_of_nonsense(std::string_view why);

// The cause, and what the worker last had to say.
std::string with_last_words(std::string cause, std::string_view stderr_text);

}  // namespace vaughn::ipc

#endif  // VAUGHN_IPC_DEATH_H_
