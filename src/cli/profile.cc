// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/profile.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <numeric>
#include <ostream>
#include <string>
#include <variant>

#include "vaughn/report/table.h"

namespace vaughn::cli {
namespace {

struct Row {
  std::string name;
  double cpu_seconds = 0, wall_seconds = 0;
};

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

void Profile::add(const pipeline::RunEvent& event) {
  if (const auto* read = std::get_if<pipeline::PageReadEvent>(&event)) {
    ++pages_;
    vaughn::add(read->times, &workers_);
  } else if (const auto* opened = std::get_if<pipeline::SourceOpenedEvent>(&event)) {
    vaughn::add(opened->times, &workers_);
  }
}

void Profile::add(const ipc::WorkerEvent& event) {
  started_ += event.kind == ipc::WorkerEvent::Kind::kStarted ? 1 : 0;
  lost_ += event.kind == ipc::WorkerEvent::Kind::kLost ? 1 : 0;
  recycled_ += event.kind == ipc::WorkerEvent::Kind::kRecycled ? 1 : 0;
}

double Profile::cpu_seconds_of_children() {
  rusage children{};
  ::getrusage(RUSAGE_CHILDREN, &children);
  return seconds(children.ru_utime) + seconds(children.ru_stime);
}

void Profile::measure_processes(Whole* whole) const {
  rusage own{}, children{};
  ::getrusage(RUSAGE_SELF, &own);
  ::getrusage(RUSAGE_CHILDREN, &children);
  whole->children_cpu_seconds = cpu_seconds_of_children() - children_before_;
  whole->own_peak_kb = own.ru_maxrss;
  whole->child_peak_kb = children.ru_maxrss;
}

void Profile::print(const Whole& whole, const report::Terminal& terminal, std::ostream& out) const {
  std::vector<Row> rows;
  for (const StageTime& time : workers_)
    rows.push_back({std::string(to_string(time.stage)), time.cpu_seconds, time.wall_seconds});
  const double busy = std::accumulate(whole.pool.busy_seconds.begin(), whole.pool.busy_seconds.end(), 0.0);
  const StageTime staged = total(workers_);
  // What is left: loading the program, packing and sending answers, waiting for this process to take them,
  // and pages that failed.
  rows.push_back({"start, send, wait", std::max(0.0, whole.children_cpu_seconds - staged.cpu_seconds),
                  std::max(0.0, busy - staged.wall_seconds)});
  double cpu = 0;
  for (const Row& row : rows) cpu += row.cpu_seconds;
  cpu += total(whole.parent).cpu_seconds;

  using report::Align;
  report::Table table{.columns = {{.name = "Stage"},
                                  {.name = "CPU s", .align = Align::kRight},
                                  {.name = "Share", .align = Align::kRight},
                                  {.name = "Wall s", .align = Align::kRight},
                                  {.name = "CPU ms/page", .align = Align::kRight}},
                      .rows = {}};
  const auto put = [&](const Row& row) {
    table.rows.push_back(
        {row.name, fmt::format("{:.2f}", row.cpu_seconds),
         fmt::format("{:.1f} %", cpu > 0 ? 100 * row.cpu_seconds / cpu : 0.0),
         fmt::format("{:.2f}", row.wall_seconds),
         pages_ > 0 ? fmt::format("{:.1f}", 1000 * row.cpu_seconds / pages_) : std::string("-")});
  };
  for (const Row& row : rows) put(row);
  for (const StageTime& time : whole.parent)
    put({time.stage == Stage::kOther ? "parent: other, waiting"
                                     : "parent: " + std::string(to_string(time.stage)),
         time.cpu_seconds, time.wall_seconds});
  report::print_table(table, terminal, out);

  out << fmt::format("{} pages, {:.1f} s of the processors; jobs took {:.1f} s.\n", pages_, cpu,
                     whole.pool.seconds);
  out << fmt::format("Workers: {} started, {} lost, {} recycled. Idle while there were jobs:", started_,
                     lost_, recycled_);
  for (const double worker : whole.pool.busy_seconds)
    out << fmt::format(" {:.1f} %",
                       whole.pool.seconds > 0 ? 100 * std::max(0.0, 1 - worker / whole.pool.seconds) : 0.0);
  out << fmt::format(".\nMemory: {} MB here, {} MB in the largest worker, at most.\n",
                     whole.own_peak_kb / 1024, whole.child_peak_kb / 1024);
}

}  // namespace vaughn::cli
