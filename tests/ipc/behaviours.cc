// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/behaviours.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

#include "vaughn/base/unique_fd.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {
namespace {

// A reading of every page that carries a text as its reason.
int serve_telling(int fd, const std::function<std::string()>& tell) {
  return serve(fd, [&](const Job& job, const Emit& emit) {
    for (const PageIndex page : job.pages) {
      PageReading reading = honest_reading(page);
      reading.reason = tell();
      emit(PageRead{reading});
    }
  });
}

std::string limit(__rlimit_resource_t which) {
  rlimit value{};
  ::getrlimit(which, &value);
  return std::to_string(value.rlim_cur);
}

std::string open_descriptors() {
  std::string numbers;
  DIR* const directory = ::opendir("/proc/self/fd");
  while (const dirent* entry = ::readdir(directory)) {
    const int number = std::atoi(entry->d_name);
    if (entry->d_name[0] != '.' && number != ::dirfd(directory)) numbers += entry->d_name + std::string(" ");
  }
  ::closedir(directory);
  return numbers;
}

std::string target_of(int fd) {
  char target[256] = {};
  const auto path = "/proc/self/fd/" + std::to_string(fd);
  [[maybe_unused]] const ssize_t size = ::readlink(path.c_str(), target, sizeof target - 1);
  return target;
}

std::string surroundings() {
  struct sigaction interrupt {};
  ::sigaction(SIGINT, nullptr, &interrupt);
  const char* threads = std::getenv("OMP_THREAD_LIMIT");
  return "core=" + limit(RLIMIT_CORE) + "\nfile=" + limit(RLIMIT_FSIZE) + "\nmemory=" + limit(RLIMIT_AS) +
         "\ninterrupt=" + (interrupt.sa_handler == SIG_IGN ? "ignored" : "not ignored") +
         "\nthreads=" + (threads == nullptr ? "none" : threads) + "\nstdin=" + target_of(0) +
         "\nstdout=" + target_of(1) + "\nnice=" + std::to_string(::getpriority(PRIO_PROCESS, 0)) +
         "\nopen=" + open_descriptors() + "\n";
}

Behaviour serving(Handler handler) {
  return [handler = std::move(handler)](const Surroundings& where) { return serve(where.fd, handler); };
}

}  // namespace

PageReading honest_reading(PageIndex page) {
  PageReading reading;
  reading.page = page;
  reading.width = 612;
  reading.height = 792;
  reading.text = "Page " + std::to_string(page.number().value());
  return reading;
}

void honest(const Job& job, const Emit& emit) {
  if (job.kind == JobKind::kDescribe) return emit(Described{{kPagesOfEverySource, {}}});
  for (const PageIndex page : job.pages) emit(PageRead{honest_reading(page)});
}

void honest_but(const Job& job, const Emit& emit, const std::function<void()>& misbehave) {
  if (job.kind == JobKind::kDescribe) return misbehave();
  for (const PageIndex page : job.pages)
    page == kBadPage ? misbehave() : emit(PageRead{honest_reading(page)});
}

void die_by(int signal) {
  ::signal(signal, SIG_DFL);
  ::raise(signal);
  std::abort();
}

void write_all(int fd, const std::string& bytes) {
  for (std::size_t written = 0; written < bytes.size();) {
    const ssize_t put = ::write(fd, bytes.data() + written, bytes.size() - written);
    if (put < 0) return;
    written += static_cast<std::size_t>(put);
  }
}

long leave_mark(const std::string& path) {
  const UniqueFd file(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
  write_all(file.get(), "x");
  struct stat now {};
  ::fstat(file.get(), &now);
  return now.st_size;
}

int counts_its_pages(const Surroundings& where) {
  return serve(where.fd, [&](const Job& job, const Emit& emit) {
    for (const PageIndex page : job.pages) {
      leave_mark(where.marks);
      PageReading reading = honest_reading(page);
      reading.text.assign(1 << 20, 'a');
      emit(PageRead{reading});
    }
  });
}

int tells_its_pid(const Surroundings& where) {
  return serve_telling(where.fd, [] { return std::to_string(::getpid()); });
}

int tells_surroundings(const Surroundings& where) {
  return serve_telling(where.fd, surroundings);
}

const std::map<std::string, Behaviour>& behaviours() {
  static const std::map<std::string, Behaviour> kAll = {
      {"allocates_without_end", allocates_without_end},
      {"answers_for_another_job", answers_for_another_job},
      {"answers_twice", serving(answers_twice)},
      {"answers_wrong_kind", serving(answers_wrong_kind)},
      {"answers_wrong_page", serving(answers_wrong_page)},
      {"bad_utf8", serving(bad_utf8)},
      {"chatters", chatters},
      {"chatters_then_crashes", chatters_then_crashes},
      {"counts_its_pages", counts_its_pages},
      {"crashes", crashes},
      {"crashes_after_last_answer", crashes_after_last_answer},
      {"crashes_on_two_pages", crashes_on_two_pages},
      {"crashes_once", crashes_once},
      {"dies_before_hello", dies_before_hello},
      {"dies_between_jobs", dies_between_jobs},
      {"dies_in_mid_frame", dies_in_mid_frame},
      {"ends_early", serving(ends_early)},
      {"exits_silently", exits_silently},
      {"fails_to_start_twice", fails_to_start_twice},
      {"fails_without_memory_in_noexcept", fails_without_memory_in_noexcept},
      {"garbage_frame", garbage_frame},
      {"hangs", hangs},
      {"hangs_in_mid_frame", hangs_in_mid_frame},
      {"hangs_up", hangs_up},
      {"honest", serving(honest)},
      {"huge_frame_length", huge_frame_length},
      {"out_of_memory", serving(out_of_memory)},
      {"says_hello_again", says_hello_again},
      {"says_something_else_first", says_something_else_first},
      {"slow", slow},
      {"starts_only_once", starts_only_once},
      {"talks_after_done", talks_after_done},
      {"tells_its_pid", tells_its_pid},
      {"tells_surroundings", tells_surroundings},
      {"throws", throws},
      {"too_fine_for_memory", serving(too_fine_for_memory)},
      {"too_fine_for_the_time", too_fine_for_the_time},
      {"warns_then_exits", warns_then_exits},
      {"writes_a_huge_file", writes_a_huge_file},
  };
  return kAll;
}

}  // namespace vaughn::ipc::testing
