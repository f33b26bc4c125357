// SPDX-License-Identifier: GPL-3.0-or-later
// The child's work: takes one job, calls the crash-prone folders, answers. Knows nothing of database or
// command line.
#ifndef VAUGHN_WORKER_HANDLER_H_
#define VAUGHN_WORKER_HANDLER_H_

#include "vaughn/ipc/job.h"

namespace vaughn::worker {

// A handler that keeps the source it read last open and its OCR engine loaded from job to job. Not for
// several threads; in a child process or, for tests, inline.
ipc::Handler make_handler();

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_HANDLER_H_
