// SPDX-License-Identifier: GPL-3.0-or-later
// How far a run is, told on standard error: one line redrawn on a terminal, a line now and then elsewhere,
// JSON Lines for a program that watches (docs/commands/ingest.md), or nothing.
#ifndef VAUGHN_CLI_PROGRESS_H_
#define VAUGHN_CLI_PROGRESS_H_

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "cli/streams.h"

namespace vaughn::cli {

enum class ProgressMode { kAuto, kPlain, kJson, kNone };

// "auto", "plain", "json", "none". Precondition: one of these.
ProgressMode progress_mode(std::string_view name);

struct ProgressState {
  int pages_done = 0;   // in this run, failed ones too
  int pages_total = 0;  // of this run; may grow while sources are still being opened
  std::string file;     // being read
  int problems = 0;
};

// Not for several threads.
class Progress {
 public:
  virtual ~Progress() = default;
  // Call as often as anything changes; drawing is rationed here.
  virtual void update(const ProgressState& state) = 0;
  // A line for the user that stays, above the moving one.
  virtual void message(std::string_view line) = 0;
  // Takes the moving line away, or says how it ended. Call once; nothing may follow.
  virtual void finish() = 0;
};

// Seconds since any fixed moment.
using Clock = std::function<double()>;

// kAuto means a moving line when standard error is a terminal (and TERM is not "dumb"), else plain lines.
// Keeps a reference to streams.
std::unique_ptr<Progress> make_progress(ProgressMode mode, Streams& streams);
std::unique_ptr<Progress> make_progress(ProgressMode mode, Streams& streams, Clock clock);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_PROGRESS_H_
