// SPDX-License-Identifier: GPL-3.0-or-later
// A sub-command as data: what parsing, help, completion and the test of its man page (docs/commands/) are
// made from. CONTRIBUTING.md, "Add a command": one name in command_names.cmake and one file
// command_<name>.cc.
#ifndef VAUGHN_CLI_COMMAND_H_
#define VAUGHN_CLI_COMMAND_H_

#include <string>
#include <vector>

#include "cli/parsed_options.h"
#include "cli/streams.h"

namespace vaughn::cli {

// What a shell offers for an option's or an argument's value.
enum class Completes { kNothing, kFile, kCommand };

struct Option {
  std::string name{};                 // long name, without the dashes
  char letter = 0;                    // short name; 0: none
  std::string argument{};             // "N"; empty: a switch
  std::string help{};                 // one or two sentences
  std::string group{};                // heading in the help
  std::vector<std::string> values{};  // the only ones allowed; empty: any
  char separator = 0;                 // several of values may be given, joined by this
  Completes completes = Completes::kNothing;
};

enum class Count { kOne, kOptional, kMany, kAny };

struct Argument {
  std::string name{};  // "PATH"
  Count count = Count::kOne;
  std::string help{};
  std::vector<std::string> values{};  // the only ones allowed; empty: any
  Completes completes = Completes::kNothing;
};

struct Example {
  std::string command{};
  std::string shows{};  // one sentence
};

struct ExitStatus {
  int code = 0;
  std::string meaning{};
};

enum class Visibility { kShown, kHidden };

struct Command {
  std::string name{};
  std::string summary{};      // lower case, no full stop: it stands behind "vaughn name -"
  std::string description{};  // paragraphs separated by an empty line
  std::vector<Example> examples{};
  std::vector<Argument> arguments{};
  std::vector<Option> options{};
  std::vector<ExitStatus> exit_statuses{};
  Visibility visibility = Visibility::kShown;
  int (*run)(const ParsedOptions&, Streams&) = nullptr;  // returns the exit status; may throw Error
};

// "vaughn search [OPTION]... QUERY...".
std::string synopsis(const Command& command);

// Every command in the order of the overview, each with --help added to its options.
const std::vector<Command>& commands();

// Throws Error(kUsage) that names the nearest command.
const Command& command_named(const std::string& name);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_COMMAND_H_
