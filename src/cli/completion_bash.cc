// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/completion.h"
#include "vaughn/base/strings.h"

namespace vaughn::cli {
namespace {

std::string spellings(const Option& option, const std::string& separator) {
  std::string text = "--" + option.name;
  return option.letter != 0 ? std::string("-") + option.letter + separator + text : text;
}

// The line of the case statement that completes an option's value.
std::string value_case(const Option& option) {
  std::string action = "COMPREPLY=()";
  if (!option.values.empty())
    action = fmt::format("mapfile -t COMPREPLY < <(compgen -W '{}' -- \"$cur\")", join(option.values, " "));
  else if (option.completes == Completes::kFile)
    action = "mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")";
  return fmt::format("        {}) {}; return ;;\n", spellings(option, "|"), action);
}

std::string arguments_action(const Command& command, const std::string& names) {
  for (const Argument& argument : command.arguments) {
    if (!argument.values.empty()) return fmt::format("compgen -W '{}'", join(argument.values, " "));
    if (argument.completes == Completes::kCommand) return fmt::format("compgen -W '{}'", names);
    if (argument.completes == Completes::kFile) return "compgen -f";
  }
  return "compgen -W ''";
}

std::string command_case(const Command& command, const std::string& names) {
  std::string values, words;
  for (const Option& option : command.options) {
    if (!option.argument.empty()) values += value_case(option);
    words += (words.empty() ? "" : " ") + spellings(option, " ");
  }
  std::string text = fmt::format("    {})\n", command.name);
  if (!values.empty()) text += "      case $prev in\n" + values + "      esac\n";
  return text + fmt::format(
                    "      if [[ $cur == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '{}' -- \"$cur\")\n"
                    "      else mapfile -t COMPREPLY < <({} -- \"$cur\"); fi ;;\n",
                    words, arguments_action(command, names));
}

}  // namespace

std::string bash_completion(const std::vector<Command>& commands) {
  std::string names, cases;
  for (const Command& command : commands)
    if (command.visibility == Visibility::kShown) names += (names.empty() ? "" : " ") + command.name;
  for (const Command& command : commands)
    if (command.visibility == Visibility::kShown) cases += command_case(command, names);
  return fmt::format(
      "# bash completion for vaughn; made by 'vaughn completion bash'\n"
      "_vaughn() {{\n"
      "  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}}\n"
      "  if [[ $COMP_CWORD -eq 1 ]]; then\n"
      "    mapfile -t COMPREPLY < <(compgen -W '{} --help --version' -- \"$cur\")\n"
      "    return\n"
      "  fi\n"
      "  case ${{COMP_WORDS[1]}} in\n"
      "{}"
      "  esac\n"
      "}}\n"
      "complete -o filenames -F _vaughn vaughn\n",
      names, cases);
}

}  // namespace vaughn::cli
