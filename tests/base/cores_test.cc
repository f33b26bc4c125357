// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/base/cores.h"

#include <gtest/gtest.h>
#include <sched.h>

#include "support/temporary_folder.h"

namespace vaughn {
namespace {

class CpuQuota : public testing::Test {
 protected:
  void group(const std::string& line) { folder_.put("self", line); }
  void file(const std::string& path, const std::string& contents) { folder_.put("root/" + path, contents); }
  std::optional<double> quota() const {
    return cpu_quota({folder_.path() / "self", folder_.path() / "root"});
  }

  TemporaryFolder folder_;
};

TEST_F(CpuQuota, IsNoneWhereTheSystemSaysNothing) {
  EXPECT_EQ(quota(), std::nullopt);
  group("0::/\n");
  EXPECT_EQ(quota(), std::nullopt);
}

TEST_F(CpuQuota, IsReadFromVersion2) {
  group("0::/job\n");
  file("job/cpu.max", "150000 100000\n");
  EXPECT_EQ(quota(), 1.5);
}

TEST_F(CpuQuota, OfMaxIsNone) {
  group("0::/job\n");
  file("job/cpu.max", "max 100000\n");
  EXPECT_EQ(quota(), std::nullopt);
}

TEST_F(CpuQuota, IsTheTightestOfTheGroupsAbove) {
  group("0::/batch/night/job7\n");
  file("batch/cpu.max", "200000 100000\n");
  file("batch/night/cpu.max", "max 100000\n");
  file("batch/night/job7/cpu.max", "400000 100000\n");
  EXPECT_EQ(quota(), 2);
}

TEST_F(CpuQuota, IsThatOfTheRootWhenTheGroupIsOneOfTheHost) {
  group("0::/../../system.slice/container.scope\n");
  file("cpu.max", "300000 100000\n");
  EXPECT_EQ(quota(), 3);
}

TEST_F(CpuQuota, IsReadFromVersion1) {
  group("5:memory:/x\n4:cpu,cpuacct:/docker/abc\n");
  file("cpu,cpuacct/docker/abc/cpu.cfs_quota_us", "50000\n");
  file("cpu,cpuacct/docker/abc/cpu.cfs_period_us", "100000\n");
  EXPECT_EQ(quota(), 0.5);
}

TEST_F(CpuQuota, OfMinusOneInVersion1IsNone) {
  group("4:cpu:/\n");
  file("cpu/cpu.cfs_quota_us", "-1\n");
  file("cpu/cpu.cfs_period_us", "100000\n");
  EXPECT_EQ(quota(), std::nullopt);
}

TEST_F(CpuQuota, OfNonsenseIsNone) {
  group("0::/\nnothing to split\n:\n");
  for (const char* contents : {"", "soon 100000", "100000 0", "-5 -5", "100000"}) {
    file("cpu.max", contents);
    EXPECT_EQ(quota(), std::nullopt) << contents;
  }
}

TEST(Cores, AreRoundedUpAndAtLeastOne) {
  EXPECT_EQ((Cores{8, std::nullopt}.usable()), 8);
  EXPECT_EQ((Cores{8, 1.5}.usable()), 2);
  EXPECT_EQ((Cores{8, 2.0}.usable()), 2);
  EXPECT_EQ((Cores{8, 0.1}.usable()), 1);
  EXPECT_EQ((Cores{2, 16.0}.usable()), 2);
}

TEST(Cores, AreThoseTheSchedulerAllows) {
  cpu_set_t before, one;
  ASSERT_EQ(sched_getaffinity(0, sizeof before, &before), 0);
  CPU_ZERO(&one);
  for (int i = 0; i < CPU_SETSIZE && CPU_COUNT(&one) == 0; ++i)
    if (CPU_ISSET(i, &before)) CPU_SET(i, &one);
  ASSERT_EQ(sched_setaffinity(0, sizeof one, &one), 0);
  const int allowed = find_cores().allowed;
  ASSERT_EQ(sched_setaffinity(0, sizeof before, &before), 0);

  EXPECT_EQ(allowed, 1);
  EXPECT_EQ(find_cores().allowed, CPU_COUNT(&before));
}

}  // namespace
}  // namespace vaughn
