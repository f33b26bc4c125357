// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "cli/command_list.h"
#include "cli/common_options.h"
#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"

namespace vaughn::cli {
namespace {

std::vector<Command> commands_with_help() {
  std::vector<Command> all = list_commands();
  for (Command& command : all) command.options.push_back(help_option());
  return all;
}

}  // namespace

std::string synopsis(const Command& command) {
  std::string line = "vaughn " + command.name + " [OPTION]...";
  for (const Argument& argument : command.arguments) {
    switch (argument.count) {
      case Count::kOne:
        line += " " + argument.name;
        break;
      case Count::kOptional:
        line += " [" + argument.name + "]";
        break;
      case Count::kAny:
        line += " [" + argument.name + "]...";
        break;
      case Count::kMany:
        line += " " + argument.name + "...";
        break;
    }
  }
  return line;
}

const std::vector<Command>& commands() {
  static const std::vector<Command> all = commands_with_help();
  return all;
}

const Command& command_named(const std::string& name) {
  std::vector<std::string> names;
  for (const Command& command : commands()) {
    if (command.name == name) return command;
    if (command.visibility == Visibility::kShown) names.push_back(command.name);
  }
  const auto near = did_you_mean(name, names);
  throw Error(ErrorCode::kUsage, "there is no command '" + name + "'",
              near ? "Did you mean '" + *near + "'? 'vaughn help' lists the commands."
                   : "'vaughn help' lists the commands.");
}

}  // namespace vaughn::cli
