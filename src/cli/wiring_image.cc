// SPDX-License-Identifier: GPL-3.0-or-later
// show --image: the page as displayed with its redactions marked. Drawing opens a stranger's file, so it
// happens in a child process that may die.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "cli/page_drawing.h"
#include "cli/picture_file.h"
#include "cli/wiring.h"
#include "vaughn/base/error.h"
#include "vaughn/worker/page_picture.h"

namespace vaughn::cli {
namespace {

constexpr int kLongSidePixels = 2000;

// In the child. Prints what is wrong and answers with the exit status.
int draw_page(const ShowImageOptions& options, const std::string& path, std::ostream& err) {
  Source source;
  source.path = path;
  source.sha256 = options.page.source.sha256;
  source.format = source_format_from_string(options.page.source.format);
  auto page = worker::page_picture(source, options.passwords, options.page.reading.page, kLongSidePixels);
  if (!page) {
    err << "vaughn: " << source.path << " page " << options.page.reading.page.number().value() << ": "
        << page.problem().cause << '\n';
    if (!page.problem().advice.empty()) err << page.problem().advice << '\n';
    return 2;
  }
  marked_page(options.page, options.hits, *page).write_png(options.output);
  return 0;
}

// The child's exit status; nothing when it died or ran out of time.
std::optional<int> wait_for(pid_t child, std::chrono::milliseconds limit) {
  const auto end = std::chrono::steady_clock::now() + limit;
  int status = 0;
  for (;;) {
    const pid_t reaped = ::waitpid(child, &status, WNOHANG);
    if (reaped == child) return WIFEXITED(status) ? std::optional<int>(WEXITSTATUS(status)) : std::nullopt;
    if (reaped < 0 && errno != EINTR) return std::nullopt;
    if (std::chrono::steady_clock::now() > end) {
      ::kill(child, SIGKILL);
      ::waitpid(child, &status, 0);
      return std::nullopt;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

}  // namespace

int run_show_image(const ShowImageOptions& options, Streams& streams) {
  require_may_be_drawn_over(options.output, options.kept);
  const std::string path = unchanged_file_of(options.page.source);
  streams.out.flush();
  streams.err.flush();
  const pid_t child = ::fork();
  if (child < 0) throw Error(ErrorCode::kSystem, "cannot start a process to draw the page");
  if (child == 0) {
    int status = 2;
    try {
      status = draw_page(options, path, streams.err);
    } catch (const Error& error) {
      streams.err << "vaughn: " << error.what() << '\n' << error.advice() << '\n';
    }
    streams.err.flush();
    ::_exit(status);
  }
  const auto status = wait_for(child, options.page_timeout);
  if (status) return *status;
  throw Error(ErrorCode::kSystem,
              options.page.source.path + " page " +
                  std::to_string(options.page.reading.page.number().value()) +
                  ": the page could not be drawn (the process that tried died or took too long)",
              "Its text and redactions are in the database; the file may be damaged.");
}

}  // namespace vaughn::cli
