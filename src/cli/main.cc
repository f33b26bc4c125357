// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/main.h"

#include "cli/command.h"
#include "cli/help.h"
#include "cli/parse.h"
#include "cli/version.h"
#include "vaughn/base/error.h"
#include "vaughn/cli/main.h"

namespace vaughn::cli {
namespace {

int run_command(const std::string& name, const std::vector<std::string>& words, Streams& streams) {
  const Command& command = command_named(name);
  const ParsedOptions options = parse(command, words);
  if (options.has("help")) {
    streams.out << command_help(command);
    return 0;
  }
  return command.run(options, streams);
}

int dispatch(const std::vector<std::string>& words, Streams& streams) {
  const std::string first = words.empty() ? "--help" : words.front();
  if (first == "--help" || first == "-h") {
    streams.out << overview();
  } else if (first == "--version" || first == "-V") {
    streams.out << "vaughn " << version() << '\n';
  } else if (first.starts_with('-')) {
    throw Error(
        ErrorCode::kUsage, "'" + first + "' stands where a command is expected",
        "Options come after the command: vaughn COMMAND [OPTION]... 'vaughn help' lists the commands.");
  } else {
    return run_command(first, {words.begin() + 1, words.end()}, streams);
  }
  return 0;
}

int complain(const Error& error, Streams& streams) {
  streams.err << "vaughn: " << error.what() << '\n';
  if (!error.advice().empty()) streams.err << error.advice() << '\n';
  return 2;
}

}  // namespace

int run(const std::vector<std::string>& words, Streams& streams) {
  try {
    int status = 2;
    try {
      status = dispatch(words, streams);
    } catch (const Error& error) {
      complain(error, streams);
    }
    streams.out.flush();  // what was found before the error is worth having
    return status;
  } catch (const BrokenPipe&) {
    return 0;  // whoever read the output had enough
  } catch (const Error& error) {
    return complain(error, streams);
  }
}

int run(int argc, char** argv) {
  return with_system_streams([&](Streams& streams) {
    return run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc), streams);
  });
}

}  // namespace vaughn::cli
