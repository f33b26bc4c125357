// SPDX-License-Identifier: GPL-3.0-or-later
// What a command sees of the world around it: where its data and its messages go, and the environment. A
// value, so that tests hand in their own.
#ifndef VAUGHN_CLI_STREAMS_H_
#define VAUGHN_CLI_STREAMS_H_

#include <cstddef>
#include <exception>
#include <functional>
#include <optional>
#include <ostream>
#include <string>

namespace vaughn::cli {

enum class Device { kTerminal, kOther };

struct Streams {
  std::ostream& out;  // data only
  std::ostream& err;  // messages and progress
  Device out_device = Device::kOther;
  Device err_device = Device::kOther;
  std::size_t width = 80;  // of the terminal
  std::function<std::optional<std::string>(const std::string&)>
      variable;  // environment; empty counts as unset
};

// Thrown by the stream of standard output when the reader has gone, as `vaughn search x | head` does.
class BrokenPipe : public std::exception {
 public:
  const char* what() const noexcept override { return "standard output was closed by its reader"; }
};

// Calls body with the process's own descriptors and environment. Output that cannot be written throws
// BrokenPipe or Error (kDiskFull, kSystem) out of the << that met it.
int with_system_streams(const std::function<int(Streams&)>& body);

// The columns of the terminal, from the system, else $COLUMNS, else 80.
std::size_t terminal_width(int fd, const std::optional<std::string>& columns);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_STREAMS_H_
