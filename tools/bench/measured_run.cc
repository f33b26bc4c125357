// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a command and says what it took, with all its descendants: bench_run FILE COMMAND [ARGUMENT]...
// adds a line to FILE: wall seconds, CPU seconds, peak memory of all processes together and of the largest
// (MiB), exit status; parted by tabs. Ends with the command's exit status, or 125 when it cannot be started.
#include <fcntl.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kBetweenLooks = std::chrono::milliseconds(250);

struct Peak {
  long together_kb = 0;  // proportional shares: what several processes have in common counts once
  long largest_kb = 0;   // high water of one process, peaks between two looks included
};

// Each thread of a process has a list of the children it started.
std::vector<pid_t> descendants_of(pid_t ancestor) {
  std::vector<pid_t> found;
  std::error_code gone;
  const std::string threads = "/proc/" + std::to_string(ancestor) + "/task";
  for (std::filesystem::directory_iterator thread(threads, gone), end; !gone && thread != end;
       thread.increment(gone)) {
    std::ifstream children(thread->path() / "children");
    for (pid_t child = 0; children >> child;) found.push_back(child);
  }
  for (std::size_t i = 0, own = found.size(); i < own; ++i)
    for (const pid_t process : descendants_of(found[i])) found.push_back(process);
  return found;
}

// Kilobytes behind `key` in a file of /proc; 0 when the process is gone or will not say.
long kilobytes(const std::string& path, const std::string& key) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);)
    if (line.compare(0, key.size(), key) == 0) return std::atol(line.c_str() + key.size());
  return 0;
}

void look(Peak& peak) {
  long together = 0;
  for (const pid_t process : descendants_of(getpid())) {
    const std::string folder = "/proc/" + std::to_string(process);
    together += kilobytes(folder + "/smaps_rollup", "Pss:");
    peak.largest_kb = std::max(peak.largest_kb, kilobytes(folder + "/status", "VmHWM:"));
  }
  peak.together_kb = std::max(peak.together_kb, together);
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

// Until the command has ended and nothing it started is left; the status of the command.
int wait_for_all(pid_t command) {
  int result = 0;
  for (;;) {
    int status = 0;
    const pid_t ended = wait(&status);
    if (ended < 0 && errno == EINTR) continue;
    if (ended < 0) return result;
    if (ended == command) result = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: bench_run FILE COMMAND [ARGUMENT]...\n";
    return 125;
  }
  // What outlives its parent becomes our child, so that its time counts as well.
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  const auto start = Clock::now();
  pid_t command = 0;
  if (const int refused = posix_spawnp(&command, argv[2], nullptr, nullptr, argv + 2, environ)) {
    std::cerr << "bench_run: cannot run " << argv[2] << ": " << std::strerror(refused) << '\n';
    return 125;
  }
  Peak peak;
  std::atomic<bool> done = false;
  std::thread looking([&] {
    while (!done) {
      look(peak);
      std::this_thread::sleep_for(kBetweenLooks);
    }
  });
  const int status = wait_for_all(command);
  const double wall = std::chrono::duration<double>(Clock::now() - start).count();
  done = true;
  looking.join();
  rusage usage{};
  getrusage(RUSAGE_CHILDREN, &usage);
  std::FILE* out = std::fopen(argv[1], "a");
  if (out == nullptr) {
    std::cerr << "bench_run: " << argv[1] << " cannot be written: " << std::strerror(errno) << '\n';
    return 125;
  }
  // The kernel's own high water catches a process that came and went between two looks.
  std::fprintf(out, "%.2f\t%.2f\t%.0f\t%.0f\t%d\n", wall, seconds(usage.ru_utime) + seconds(usage.ru_stime),
               static_cast<double>(peak.together_kb) / 1024,
               static_cast<double>(std::max(peak.largest_kb, usage.ru_maxrss)) / 1024, status);
  std::fclose(out);
  return status;
}
