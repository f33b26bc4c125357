// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/cli/main.h"

int main(int argc, char** argv) {
  return vaughn::cli::run(argc, argv);
}
