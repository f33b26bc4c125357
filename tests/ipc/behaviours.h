// SPDX-License-Identifier: GPL-3.0-or-later
// Workers to test pools with, by name. An honest one, and those under misbehaving/, one file each.
#ifndef VAUGHN_TESTS_IPC_BEHAVIOURS_H_
#define VAUGHN_TESTS_IPC_BEHAVIOURS_H_

#include <functional>
#include <map>
#include <string>

#include "vaughn/ipc/job.h"

namespace vaughn::ipc::testing {

// The page on which misbehaving workers misbehave; they do so on every description, too.
inline constexpr PageIndex kBadPage{1};
inline constexpr int kPagesOfEverySource = 4;

// What a worker is told on its command line behind the behaviour's name: a path to leave marks at, usually
// empty.
struct Surroundings {
  int fd = -1;
  std::string marks;
};

PageReading honest_reading(PageIndex page);
void honest(const Job& job, const Emit& emit);
// Honest but for the bad page and descriptions, in place of which it calls misbehave.
void honest_but(const Job& job, const Emit& emit, const std::function<void()>& misbehave);

// Handlers that either pool can run: what they do wrong is in their answers.
void answers_twice(const Job& job, const Emit& emit);
void answers_wrong_kind(const Job& job, const Emit& emit);
void answers_wrong_page(const Job& job, const Emit& emit);
void bad_utf8(const Job& job, const Emit& emit);
void ends_early(const Job& job, const Emit& emit);
void out_of_memory(const Job& job, const Emit& emit);
// Reads the bad page at a lower resolution only, and then says in its reason after what.
void too_fine_for_memory(const Job& job, const Emit& emit);

// For processes only: what a worker's main() does with the channel it is given.
using Behaviour = std::function<int(const Surroundings&)>;
int allocates_without_end(const Surroundings& where);
int answers_for_another_job(const Surroundings& where);
int chatters(const Surroundings& where);
int chatters_then_crashes(const Surroundings& where);
int crashes(const Surroundings& where);
int crashes_after_last_answer(const Surroundings& where);
int crashes_on_two_pages(const Surroundings& where);
int crashes_once(const Surroundings& where);
int dies_before_hello(const Surroundings& where);
int dies_between_jobs(const Surroundings& where);
int dies_in_mid_frame(const Surroundings& where);
int exits_silently(const Surroundings& where);
int fails_to_start_twice(const Surroundings& where);
int fails_without_memory_in_noexcept(const Surroundings& where);
int garbage_frame(const Surroundings& where);
int hangs(const Surroundings& where);
int hangs_in_mid_frame(const Surroundings& where);
int hangs_up(const Surroundings& where);
int huge_frame_length(const Surroundings& where);
int says_hello_again(const Surroundings& where);
int says_something_else_first(const Surroundings& where);
int slow(const Surroundings& where);
int starts_only_once(const Surroundings& where);
int talks_after_done(const Surroundings& where);
int throws(const Surroundings& where);
int too_fine_for_the_time(const Surroundings& where);
int warns_then_exits(const Surroundings& where);
int writes_a_huge_file(const Surroundings& where);

// Well-behaved ones with something to tell.
int counts_its_pages(const Surroundings& where);    // a byte in marks a page; answers of 1 MiB
int tells_its_pid(const Surroundings& where);       // in every reading's reason
int tells_surroundings(const Surroundings& where);  // limits, signals, environment, descriptors: in reason

[[noreturn]] void die_by(int signal);  // whatever a sanitizer made of the signal
void write_all(int fd, const std::string& bytes);
// Adds a byte to the file and returns how many it has.
long leave_mark(const std::string& path);

const std::map<std::string, Behaviour>& behaviours();

}  // namespace vaughn::ipc::testing

#endif  // VAUGHN_TESTS_IPC_BEHAVIOURS_H_
