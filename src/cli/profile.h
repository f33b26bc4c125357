// SPDX-License-Identifier: GPL-3.0-or-later
// Where the time of a run went: `--profile`. docs/performance.md.
#ifndef VAUGHN_CLI_PROFILE_H_
#define VAUGHN_CLI_PROFILE_H_

#include <iosfwd>

#include "vaughn/ipc/pool.h"
#include "vaughn/pipeline/run_event.h"
#include "vaughn/report/terminal.h"

namespace vaughn::cli {

class Profile {
 public:
  void add(const pipeline::RunEvent& event);
  void add(const ipc::WorkerEvent& event);

  struct Whole {
    StageTimes parent;  // of this process
    ipc::PoolStats pool;
    double children_cpu_seconds = 0;          // of all workers, which have ended
    long own_peak_kb = 0, child_peak_kb = 0;  // resident; of the largest child
  };
  void print(const Whole& whole, const report::Terminal& terminal, std::ostream& out) const;

  // The last two fields, from the system. Workers count once they have ended.
  void measure_processes(Whole* whole) const;

 private:
  static double cpu_seconds_of_children();

  // A shell that became this program leaves it the times of its own children.
  double children_before_ = cpu_seconds_of_children();
  StageTimes workers_;
  int pages_ = 0;
  int started_ = 0, lost_ = 0, recycled_ = 0;
};

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_PROFILE_H_
