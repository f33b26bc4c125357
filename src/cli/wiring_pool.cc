// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/wiring_pool.h"

#include <signal.h>

#include <algorithm>
#include <csignal>

#include "cli/language_data.h"
#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"

namespace vaughn::cli {
namespace {

volatile std::sig_atomic_t stop_asked = 0;

void ask_to_stop(int) {
  stop_asked = 1;
}

}  // namespace

std::unique_ptr<ipc::Pool> start_pool(int jobs, std::chrono::milliseconds page_timeout) {
  ipc::PoolLimits limits;
  limits.page_timeout = page_timeout;
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
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // the second signal does what signals do
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

}  // namespace vaughn::cli
