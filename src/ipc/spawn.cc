// SPDX-License-Identifier: GPL-3.0-or-later
// fork and exec by hand: posix_spawn can set neither resource limits nor the parent-death signal, and a limit
// the child sets itself comes after the dynamic loader and every static initialiser have run without it.
#include "ipc/spawn.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace vaughn::ipc {
namespace {

// Above the numbers the child's descriptors get, so that no dup2() there overwrites one still needed.
constexpr int kOutOfTheWay = 10;

UniqueFd moved_up(UniqueFd fd) {
  return fd.valid() ? UniqueFd(::fcntl(fd.get(), F_DUPFD_CLOEXEC, kOutOfTheWay)) : UniqueFd();
}

void set_nonblocking(int fd) {
  ::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) | O_NONBLOCK);
}

struct Descriptors {
  UniqueFd channel, child_channel;
  UniqueFd errors, child_errors;
  UniqueFd exec_error, child_exec_error;  // closes at exec, or says why that failed
  UniqueFd nothing;                       // /dev/null

  bool open() {
    int pair[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0) return false;
    channel.reset(pair[0]);
    child_channel = moved_up(UniqueFd(pair[1]));
    if (::pipe2(pair, O_CLOEXEC) != 0) return false;
    errors.reset(pair[0]);
    child_errors = moved_up(UniqueFd(pair[1]));
    if (::pipe2(pair, O_CLOEXEC) != 0) return false;
    exec_error.reset(pair[0]);
    child_exec_error = moved_up(UniqueFd(pair[1]));
    nothing = moved_up(UniqueFd(::open("/dev/null", O_RDWR | O_CLOEXEC)));
    set_nonblocking(channel.get());
    set_nonblocking(errors.get());
    return child_channel.valid() && child_errors.valid() && child_exec_error.valid() && nothing.valid();
  }
};

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

// Nested OpenMP inside one Tesseract per core makes everything slower by an order of magnitude.
std::vector<std::string> child_environment() {
  std::vector<std::string> variables;
  for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable)
    variables.emplace_back(*variable);
  if (std::getenv("OMP_THREAD_LIMIT") == nullptr) variables.emplace_back("OMP_THREAD_LIMIT=1");
  return variables;
}

// Everything the child needs, made before fork(): behind it only async-signal-safe calls are allowed.
struct Plan {
  char* const* argv;
  char* const* envp;
  int channel, errors, exec_error, nothing;
  rlim_t address_space, file_size;
  int niceness;
  pid_t parent;
};

void lower_limit(__rlimit_resource_t which, rlim_t value) {
  rlimit limit{};
  if (::getrlimit(which, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max = std::min(value, limit.rlim_max);
  ::setrlimit(which, &limit);
}

// exec resets handlers by itself, but a signal that comes before it would run the parent's handler here.
void reset_signals() {
  struct sigaction action {};
  for (int number = 1; number < NSIG; ++number) {
    if (::sigaction(number, nullptr, &action) != 0 || action.sa_handler == SIG_IGN) continue;
    action = {};
    action.sa_handler = SIG_DFL;
    ::sigaction(number, &action, nullptr);
  }
  action = {};
  action.sa_handler = SIG_IGN;
  // Ctrl-C and a kill of the whole group are the parent's to answer: it finishes the pages under way.
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

[[noreturn]] void become_worker(const Plan& plan) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != plan.parent) ::_exit(1);  // it died before it could be watched
  lower_limit(RLIMIT_CORE, 0);
  if (plan.address_space != 0) lower_limit(RLIMIT_AS, plan.address_space);
  lower_limit(RLIMIT_FSIZE, plan.file_size);
  ::setpriority(PRIO_PROCESS, 0, plan.niceness);
  reset_signals();
  const bool connected = ::dup2(plan.nothing, STDIN_FILENO) >= 0 &&
                         ::dup2(plan.nothing, STDOUT_FILENO) >= 0 &&
                         ::dup2(plan.errors, STDERR_FILENO) >= 0 && ::dup2(plan.channel, kChannelFd) >= 0;
  // Whatever else is open in the parent, such as a library's descriptor, is none of the child's business.
  ::close_range(kChannelFd + 1, ~0U, CLOSE_RANGE_CLOEXEC);
  if (connected) ::execve(plan.argv[0], plan.argv, plan.envp);
  const int error = errno;
  [[maybe_unused]] const ssize_t told = ::write(plan.exec_error, &error, sizeof error);
  ::_exit(1);
}

// 0 when the child is running its program.
int exec_error_from(int fd) {
  int error = 0;
  ssize_t got;
  do {
    got = ::read(fd, &error, sizeof error);
  } while (got < 0 && errno == EINTR);
  return got == static_cast<ssize_t>(sizeof error) ? error : 0;
}

void reap(pid_t pid) {
  while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
  }
}

pid_t fork_with_signals_held(const Plan& plan) {
  sigset_t all, before;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before);
  const pid_t pid = ::fork();
  if (pid == 0) become_worker(plan);
  const int error = errno;
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  errno = error;
  return pid;
}

}  // namespace

std::variant<Spawned, CannotSpawn> spawn(const std::vector<std::string>& command, const PoolLimits& limits) {
  Descriptors open;
  if (!open.open()) return CannotSpawn{std::string("no channel to a worker: ") + std::strerror(errno)};

  std::vector<std::string> arguments = command;
  arguments.insert(arguments.end(), {"--fd", std::to_string(kChannelFd)});
  std::vector<std::string> variables = child_environment();
  const std::vector<char*> argv = pointers_to(arguments);
  const std::vector<char*> envp = pointers_to(variables);
  const Plan plan{argv.data(),
                  envp.data(),
                  open.child_channel.get(),
                  open.child_errors.get(),
                  open.child_exec_error.get(),
                  open.nothing.get(),
                  limits.address_space_bytes,
                  limits.file_size_bytes,
                  std::min(19, ::getpriority(PRIO_PROCESS, 0) + limits.nice),
                  ::getpid()};

  const pid_t pid = fork_with_signals_held(plan);
  if (pid < 0) return CannotSpawn{std::string("no process for a worker: ") + std::strerror(errno)};
  open.child_exec_error.reset();
  if (const int error = exec_error_from(open.exec_error.get()); error != 0) {
    reap(pid);
    return CannotSpawn{command.front() + ": " + std::strerror(error)};
  }
  return Spawned{pid, std::move(open.channel), std::move(open.errors)};
}

}  // namespace vaughn::ipc
