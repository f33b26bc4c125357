// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/completion.h"
#include "vaughn/base/strings.h"

namespace vaughn::cli {
namespace {

// fish knows \\ and \' inside single quotes, and no other way.
std::string quoted(const std::string& text) {
  return "'" + replace_all(replace_all(text, "\\", "\\\\"), "'", "\\'") + "'";
}

std::string option_line(const Command& command, const Option& option) {
  std::string line =
      fmt::format("complete -c vaughn -n '__fish_seen_subcommand_from {}' -l {}", command.name, option.name);
  if (option.letter != 0) line += fmt::format(" -s {}", option.letter);
  if (!option.argument.empty()) {
    line += option.completes == Completes::kFile ? " -r -F" : " -x";
    if (!option.values.empty()) line += " -a " + quoted(join(option.values, " "));
  }
  return line + " -d " + quoted(option.help) + "\n";
}

std::string argument_line(const Command& command, const Argument& argument, const std::string& names) {
  const std::string where =
      fmt::format("complete -c vaughn -n '__fish_seen_subcommand_from {}'", command.name);
  if (!argument.values.empty()) return where + " -a " + quoted(join(argument.values, " ")) + "\n";
  if (argument.completes == Completes::kCommand) return where + " -a " + quoted(names) + "\n";
  return argument.completes == Completes::kFile ? where + " -F\n" : "";
}

}  // namespace

std::string fish_completion(const std::vector<Command>& commands) {
  std::vector<std::string> names;
  for (const Command& command : commands)
    if (command.visibility == Visibility::kShown) names.push_back(command.name);
  std::string text =
      "# fish completion for vaughn; made by 'vaughn completion fish'\n"
      "complete -c vaughn -f\n"
      "complete -c vaughn -n __fish_use_subcommand -l version -s V -d 'Print the version'\n"
      "complete -c vaughn -n __fish_use_subcommand -l help -s h -d 'List the commands'\n";
  for (const Command& command : commands) {
    if (command.visibility == Visibility::kHidden) continue;
    text += fmt::format("complete -c vaughn -n __fish_use_subcommand -a {} -d {}\n", command.name,
                        quoted(command.summary));
    for (const Option& option : command.options) text += option_line(command, option);
    for (const Argument& argument : command.arguments)
      text += argument_line(command, argument, join(names, " "));
  }
  return text;
}

}  // namespace vaughn::cli
