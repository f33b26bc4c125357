// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/base/cores.h"

#include <sched.h>

#include <algorithm>
#include <cmath>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "vaughn/base/files.h"
#include "vaughn/base/strings.h"

namespace vaughn {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 1u << 16;  // of a file of the system

std::string contents(const fs::path& path) {
  const Result<std::string> read = read_file(path, kMostBytes);
  return read ? *read : std::string();
}

// "max 100000" or "150000 100000"
std::optional<double> quota_v2(const fs::path& group) {
  std::istringstream fields(contents(group / "cpu.max"));
  double quota = 0, period = 0;
  if (!(fields >> quota >> period) || quota <= 0 || period <= 0) return std::nullopt;
  return quota / period;
}

// -1 stands for no limit.
std::optional<double> quota_v1(const fs::path& group) {
  std::istringstream quota_text(contents(group / "cpu.cfs_quota_us"));
  std::istringstream period_text(contents(group / "cpu.cfs_period_us"));
  double quota = 0, period = 0;
  if (!(quota_text >> quota) || !(period_text >> period) || quota <= 0 || period <= 0) return std::nullopt;
  return quota / period;
}

void keep_least(std::optional<double>* least, const std::optional<double>& other) {
  if (other && (!*least || *other < **least)) *least = other;
}

// From the group up to the root of the hierarchy. In a container the path may be one of the host, which is
// not there; the root is.
template <class Quota>
void look_upwards(const fs::path& root, const std::string& group, Quota quota_of,
                  std::optional<double>* least) {
  fs::path below = fs::path(group).lexically_normal().relative_path();
  for (;;) {
    keep_least(least, quota_of(root / below));
    if (below.empty()) return;
    below = below.parent_path();
  }
}

int allowed_processors() {
  // A machine may have more processors than cpu_set_t has room for.
  for (int most = 1024; most <= (1 << 20); most *= 4) {
    cpu_set_t* const set = CPU_ALLOC(most);
    if (set == nullptr) break;
    const std::size_t size = CPU_ALLOC_SIZE(most);
    const bool known = ::sched_getaffinity(0, size, set) == 0;
    const int count = known ? CPU_COUNT_S(size, set) : 0;
    CPU_FREE(set);
    if (known && count > 0) return count;
  }
  return static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

}  // namespace

int Cores::usable() const {
  const double granted = quota ? std::ceil(*quota - 1e-9) : allowed;
  return std::max(1, static_cast<int>(std::min<double>(allowed, granted)));
}

std::optional<double> cpu_quota(const CoreSources& sources) {
  std::optional<double> least;
  for (const std::string& line : split(contents(sources.cgroup_of_process), '\n')) {
    // hierarchy:controllers:group
    const std::size_t first = line.find(':');
    const std::size_t second = first == std::string::npos ? first : line.find(':', first + 1);
    if (second == std::string::npos) continue;
    const std::string controllers = line.substr(first + 1, second - first - 1);
    const std::string group = line.substr(second + 1);
    if (controllers.empty()) {
      look_upwards(sources.cgroup_root, group, quota_v2, &least);
      look_upwards(sources.cgroup_root / "unified", group, quota_v2, &least);
      continue;
    }
    const std::vector<std::string> names = split(controllers, ',');
    if (std::find(names.begin(), names.end(), "cpu") == names.end()) continue;
    for (const std::string& folder : {controllers, std::string("cpu")})
      look_upwards(sources.cgroup_root / folder, group, quota_v1, &least);
  }
  return least;
}

Cores find_cores(const CoreSources& sources) {
  return {allowed_processors(), cpu_quota(sources)};
}

}  // namespace vaughn
