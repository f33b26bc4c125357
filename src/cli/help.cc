// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.h"

#include <algorithm>

#include "cli/wrap.h"
#include "vaughn/base/strings.h"
#include "vaughn/base/utf8.h"

namespace vaughn::cli {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kTextColumn = 28;

// A heading on the left, its text on the right; a long heading has its line alone.
std::string entry(const std::string& heading, const std::string& text,
                  std::size_t text_column = kTextColumn) {
  std::string block = "  " + heading;
  const std::vector<std::string> lines = wrap(text, kWidth - text_column);
  std::size_t used = display_width(block);
  for (const std::string& line : lines) {
    if (used + 2 > text_column || &line != &lines.front()) {
      block += '\n';
      used = 0;
    }
    block += std::string(text_column - used, ' ') + line;
    used = text_column;
  }
  return block + '\n';
}

std::string allowed_values(const std::vector<std::string>& values) {
  return values.empty() ? "" : " Possible: " + join(values, ", ") + ".";
}

std::string examples(const Command& command) {
  if (command.examples.empty()) return {};
  std::string text = "Examples\n";
  for (const Example& example : command.examples)
    text += "  " + example.command + '\n' + wrapped(example.shows, 6, kWidth);
  return text + '\n';
}

std::string arguments(const Command& command) {
  if (command.arguments.empty()) return {};
  std::string text = "Arguments\n";
  for (const Argument& argument : command.arguments)
    text += entry(argument.name, argument.help + allowed_values(argument.values));
  return text + '\n';
}

std::string option_groups(const Command& command) {
  std::vector<std::string> groups;
  for (const Option& option : command.options)
    if (std::find(groups.begin(), groups.end(), option.group) == groups.end()) groups.push_back(option.group);
  std::string text;
  for (const std::string& group : groups) {
    text += group + '\n';
    for (const Option& option : command.options)
      if (option.group == group)
        text += entry(option_heading(option), option.help + allowed_values(option.values));
    text += '\n';
  }
  return text;
}

}  // namespace

std::string option_heading(const Option& option) {
  std::string heading = option.letter != 0 ? std::string("-") + option.letter + ", " : "    ";
  heading += "--" + option.name;
  return option.argument.empty() ? heading : heading + " " + option.argument;
}

std::string command_help(const Command& command) {
  std::string text = wrapped("vaughn " + command.name + " - " + command.summary, 0, kWidth) + '\n';
  text += examples(command);
  text += "Usage\n  " + synopsis(command) + "\n\n";
  for (const std::string& paragraph : split(command.description, '\n'))
    text += paragraph.empty() ? "\n" : wrapped(paragraph, 0, kWidth);
  text += "\n" + arguments(command) + option_groups(command);
  text += "Exit status\n";
  for (const ExitStatus& status : command.exit_statuses)
    text += entry(std::to_string(status.code), status.meaning, 8);
  return text;
}

std::string overview() {
  std::string text =
      "vaughn - turn the records an agency released into a database you can question\n\n"
      "Examples\n"
      "  vaughn ingest release/ --db release.db\n"
      "      Read every document in a folder: text, OCR, what was withheld and why.\n"
      "  vaughn search 'purchase order' --db release.db\n"
      "      Pages where both words stand, best first.\n"
      "  vaughn redactions --by exemption --db release.db\n"
      "      How often each exemption was used.\n\n"
      "Usage\n  vaughn COMMAND [OPTION]... [ARGUMENT]...\n\n"
      "Commands\n";
  for (const Command& command : commands())
    if (command.visibility == Visibility::kShown) text += entry(command.name, command.summary, 15);
  return text +
         "\n'vaughn help COMMAND' explains one of them; 'vaughn --version' prints the\n"
         "version. The database is --db, else $VAUGHN_DB, else ./vaughn.db.\n";
}

}  // namespace vaughn::cli
