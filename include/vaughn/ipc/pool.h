// SPDX-License-Identifier: GPL-3.0-or-later
// Workers that take jobs and answer, whatever happens to them. docs/architecture.md, "Processes".
#ifndef VAUGHN_IPC_POOL_H_
#define VAUGHN_IPC_POOL_H_

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "vaughn/ipc/job.h"

namespace vaughn::ipc {

struct PoolLimits {
  std::chrono::milliseconds page_timeout{120'000};  // from a page's start (or a describe's) to its answer
  std::size_t address_space_bytes = std::size_t{4} << 30;  // per worker (RLIMIT_AS); 0 leaves it alone
  std::size_t file_size_bytes = std::size_t{64}
                                << 20;               // a worker has no business writing files (RLIMIT_FSIZE)
  std::size_t frame_bytes = std::size_t{256} << 20;  // a longer answer is garbled
  int pages_per_worker = 500;                        // then it is replaced before it grows
  // A worker that has this much resident when a job is done is replaced; 0 leaves it.
  std::size_t resident_bytes = std::size_t{768} << 20;
  int nice = 0;  // added to the niceness of each worker, 0 to 19
};

// What became of a worker.
struct WorkerEvent {
  enum class Kind {
    kStarted,
    kLost,      // it died, hung or answered nonsense; cause says how
    kRecycled,  // replaced before it grows; cause says why
  };
  Kind kind = Kind::kStarted;
  int process = 0;    // its number
  std::string cause;  // empty for kStarted
};

struct PoolStats {
  // From the first job's beginning to the last one's end, or to now when one is under way.
  double seconds = 0;
  // Of those, for each place at the work bench, how many it had a job. An answer that waits for the submitter
  // to fetch it counts as such.
  std::vector<double> busy_seconds;
};

struct Timeout {};  // nothing came in the time given
struct Idle {};     // nothing is queued or under way

// Not for several threads. Destroying a pool kills its workers.
class Pool {
 public:
  virtual ~Pool() = default;

  // Takes a job. Jobs are begun in the order submitted, except that one about the source a worker has open
  // may go first to that worker, past no more than a few others.
  virtual void submit(Job job) = 0;

  // The next answer of any job. Throws Error(kCannotStartWorker) when no worker can be started at all.
  virtual std::variant<Answer, Timeout, Idle> next(std::chrono::milliseconds wait) = 0;

  // Forgets jobs not begun; those under way stop after the page they are at. Answers of that page still come,
  // then JobDone.
  virtual void cancel() = 0;

  // How many jobs can be under way at once; keep a little more than that submitted.
  virtual int workers() const = 0;

  // What happened to workers since the last call, in the order of each; a submitter that never asks loses the
  // oldest. Nothing, and no seconds, where there are no processes.
  virtual std::vector<WorkerEvent> take_worker_events() { return {}; }
  virtual PoolStats stats() const { return {}; }
};

// Child processes: one binary started again with worker_command (argv; argv[0] is the executable) plus "--fd
// 3". The channel is descriptor 3, stdin and stdout are /dev/null, stderr is captured and ends up in the
// cause of a failure (its last lines) only. Children die with the parent, ignore SIGINT and SIGTERM, have no
// core file and OMP_THREAD_LIMIT=1 unless the user set it. A worker that dies, hangs or answers nonsense
// costs one page: the page is tried once more on a fresh worker, then answered with PageFailed (kCrashed,
// kTimedOut, kGarbled, kOutOfMemory); the rest of the job goes on.
std::unique_ptr<Pool> make_process_pool(std::vector<std::string> worker_command, int workers,
                                        PoolLimits limits);

// The same interface without processes: next() runs the handler on the calling thread. For tests and
// debugging.
std::unique_ptr<Pool> make_inline_pool(Handler handler);

// The child's side: serves jobs from the descriptor until it closes. Returns the process's exit status.
int serve(int fd, const Handler& handler);

}  // namespace vaughn::ipc

#endif  // VAUGHN_IPC_POOL_H_
