// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn worker`: the child process that reads strangers' files. Started by vaughn itself only.
#include "cli/option_values.h"
#include "cli/wiring.h"
#include "vaughn/base/error.h"

namespace vaughn::cli {
namespace {

int run(const ParsedOptions& parsed, Streams&) {
  const int fd = whole_number(parsed, "fd", 0, 1 << 20, -1);
  if (fd < 0)
    throw Error(ErrorCode::kUsage, "'vaughn worker' is started by vaughn itself",
                "There is no use for it by hand.");
  return run_worker(fd);
}

}  // namespace

Command worker_command() {
  return {
      .name = "worker",
      .summary = "read pages for another vaughn process",
      .description = "Started by 'vaughn ingest' and 'vaughn inspect'; there is no use for it by hand.",
      .options = {{.name = "fd",
                   .argument = "N",
                   .help = "Descriptor of the channel to the parent.",
                   .group = "General"}},
      .exit_statuses = {{0, "The parent closed the channel."}, {2, "The command line was not understood."}},
      .visibility = Visibility::kHidden,
      .run = run};
}

}  // namespace vaughn::cli
