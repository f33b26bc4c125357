// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/wiring_pool.h"

#include <signal.h>

#include <algorithm>
#include <csignal>
#include <utility>

#include "cli/language_data.h"
#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"

namespace vaughn::cli {
namespace {

volatile std::sig_atomic_t stop_asked = 0;

void ask_to_stop(int signal) {
  if (stop_asked != 0) {
    // It is blocked while this runs and comes when it returns.
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  }
  stop_asked = 1;
}

}  // namespace

std::unique_ptr<ipc::Pool> start_pool(int jobs, std::chrono::milliseconds page_timeout, int nice) {
  ipc::PoolLimits limits;
  limits.page_timeout = page_timeout;
  limits.nice = nice;
  return ipc::make_process_pool({"/proc/self/exe", "worker"}, jobs, limits);
}

void require_languages(const ReadOptions& reading, const Streams& streams) {
  if (!reading.ocr) return;
  const std::vector<std::string> installed =
      find_language_data(streams.variable("TESSDATA_PREFIX")).languages;
  for (const std::string& language : split(reading.languages, '+'))
    if (std::find(installed.begin(), installed.end(), language) == installed.end())
      throw Error(
          ErrorCode::kUsage, "language data \"" + language + "\" for OCR is not installed",
          "Install it (apt install " + package_of_language(language) + "), or read without OCR (--no-ocr).");
}

StopOnSignal::StopOnSignal() {
  stop_asked = 0;
  struct sigaction action {};
  action.sa_handler = ask_to_stop;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

StopOnSignal::~StopOnSignal() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

bool StopOnSignal::asked() {
  return stop_asked != 0;
}

std::function<bool()> StopOnSignal::asked_and_say(std::function<void(std::string_view)> say) {
  return [say = std::move(say), said = false]() mutable {
    if (asked() && !std::exchange(said, true))
      say("Stopping after the pages in flight; press Ctrl-C again to stop at once.");
    return asked();
  };
}

}  // namespace vaughn::cli
