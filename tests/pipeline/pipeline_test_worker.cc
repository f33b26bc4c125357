// SPDX-License-Identifier: GPL-3.0-or-later
// A worker process that follows fake files: pipeline_test_worker --fd N.
#include <cstdlib>
#include <string>

#include "pipeline/fake_files.h"
#include "vaughn/ipc/pool.h"

int main(int argc, char** argv) {
  using namespace vaughn::pipeline::testing;
  if (argc != 3 || std::string(argv[1]) != "--fd") return 2;
  return vaughn::ipc::serve(std::atoi(argv[2]), make_fake_handler(Crash::kDie));
}
