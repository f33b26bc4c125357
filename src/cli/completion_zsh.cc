// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/completion.h"
#include "vaughn/base/strings.h"

namespace vaughn::cli {
namespace {

// In the specifications of _arguments and _describe these characters have a meaning.
std::string escaped(std::string text) {
  for (const char* special : {"\\", ":", "[", "]"})
    text = replace_all(text, special, std::string("\\") + special);
  return text;
}

std::string value_action(const std::vector<std::string>& values, char separator, Completes completes) {
  if (!values.empty() && separator != 0)
    return fmt::format("_values -s {} value {}", separator, join(values, " "));
  if (!values.empty()) return "(" + join(values, " ") + ")";
  return completes == Completes::kFile ? "_files" : " ";
}

std::string option_lines(const Option& option) {
  std::string rest = "[" + escaped(option.help) + "]";
  if (!option.argument.empty())
    rest += ":" + escaped(option.argument) + ":" +
            value_action(option.values, option.separator, option.completes);
  std::string lines = "        " + shell_quoted("*--" + option.name + rest) + " \\\n";
  if (option.letter != 0)
    lines += "        " + shell_quoted(std::string("*-") + option.letter + rest) + " \\\n";
  return lines;
}

std::string argument_line(const Argument& argument) {
  const std::string action = argument.completes == Completes::kCommand
                                 ? "_vaughn_commands"
                                 : value_action(argument.values, 0, argument.completes);
  const std::string start = argument.count == Count::kMany || argument.count == Count::kAny ? "*:"
                            : argument.count == Count::kOptional                            ? "::"
                                                                                            : ":";
  return "        " + shell_quoted(start + escaped(argument.name) + ":" + action) + " \\\n";
}

std::string command_case(const Command& command) {
  std::string text = fmt::format("    {})\n      _arguments -s \\\n", command.name);
  for (const Option& option : command.options) text += option_lines(option);
  for (const Argument& argument : command.arguments) text += argument_line(argument);
  return text + "        && return ;;\n";
}

}  // namespace

std::string shell_quoted(const std::string& text) {
  return "'" + replace_all(text, "'", "'\\''") + "'";
}

std::string zsh_completion(const std::vector<Command>& commands) {
  std::string descriptions, cases;
  for (const Command& command : commands) {
    if (command.visibility == Visibility::kHidden) continue;
    descriptions += "    " + shell_quoted(command.name + ":" + escaped(command.summary)) + "\n";
    cases += command_case(command);
  }
  return "#compdef vaughn\n"
         "# zsh completion for vaughn; made by 'vaughn completion zsh'\n"
         "_vaughn_commands() {\n"
         "  local -a names=(\n" +
         descriptions +
         "  )\n"
         "  _describe -t commands 'vaughn command' names\n"
         "}\n"
         "_vaughn() {\n"
         "  if (( CURRENT == 2 )); then\n"
         "    _vaughn_commands\n"
         "    return\n"
         "  fi\n"
         "  local command=$words[2]\n"
         "  shift words\n"
         "  (( CURRENT-- ))\n"
         "  case $command in\n" +
         cases +
         "  esac\n"
         "}\n"
         // Sourced, the file registers the function; autoloaded from fpath, it is the function's first call.
         "if [ \"$funcstack[1]\" = _vaughn ]; then _vaughn \"$@\"; else compdef _vaughn vaughn; fi\n";
}

}  // namespace vaughn::cli
