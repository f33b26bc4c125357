// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/parse.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <limits>

#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"

namespace vaughn::cli {
namespace {

namespace po = boost::program_options;
using Syntax = po::invalid_command_line_syntax;

[[noreturn]] void refuse(const Command& command, const std::string& cause, const std::string& advice = {}) {
  throw Error(
      ErrorCode::kUsage, cause,
      (advice.empty() ? "" : advice + " ") + "'vaughn help " + command.name + "' explains the command.");
}

std::string suggestion(const std::string& word, const std::vector<std::string>& candidates,
                       const std::string& prefix) {
  const auto near = did_you_mean(word, candidates);
  return near ? "Did you mean '" + prefix + *near + "'?" : "";
}

po::options_description description_of(const Command& command) {
  po::options_description description;
  for (const Option& option : command.options) {
    std::string names = option.name;
    if (option.letter != 0) names += std::string(",") + option.letter;
    if (option.argument.empty())
      description.add_options()(names.c_str(), "");
    else
      description.add_options()(names.c_str(), po::value<std::string>(), "");
  }
  return description;
}

[[noreturn]] void refuse_unknown(const Command& command, const std::string& given) {
  std::string word = given.substr(std::min(given.find_first_not_of('-'), given.size()));
  word = word.substr(0, word.find('='));
  std::vector<std::string> names;
  for (const Option& option : command.options) names.push_back(option.name);
  // One letter is near to everything.
  refuse(command, "'vaughn " + command.name + "' has no option '" + given + "'",
         word.size() < 2 ? "" : suggestion(word, names, "--"));
}

[[noreturn]] void refuse_syntax(const Command& command, const Syntax& error) {
  const std::string option = error.get_option_name();
  switch (error.kind()) {
    case Syntax::missing_parameter:
    case Syntax::empty_adjacent_parameter:
      refuse(command, "the option '" + option + "' needs a value");
    case Syntax::extra_parameter:
      refuse(command, "the option '" + option + "' takes no value");
    default:
      refuse(command, "the command line could not be understood at '" + option + "'");
  }
}

po::parsed_options split_words(const Command& command, const std::vector<std::string>& words) {
  // The parser returned refers to the description by pointer.
  const po::options_description description = description_of(command);
  const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  try {
    po::parsed_options parsed = po::command_line_parser(words).options(description).style(style).run();
    parsed.description = nullptr;
    return parsed;
  } catch (const po::unknown_option& error) {
    refuse_unknown(command, error.get_option_name());
  } catch (const Syntax& error) {
    refuse_syntax(command, error);
  } catch (const po::error& error) {
    refuse(command, error.what());
  }
}

void check_value(const Command& command, const std::string& what, const std::vector<std::string>& allowed,
                 const std::string& value) {
  if (allowed.empty() || std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return;
  const std::string near = suggestion(value, allowed, "");
  refuse(command, what + " cannot be '" + value + "'",
         (near.empty() ? "" : near + " ") + "Possible: " + join(allowed, ", ") + ".");
}

// Boost takes the next word for the value whatever it is; a forgotten value would swallow an option.
void check_not_an_option(const Command& command, const std::string& name, const std::string& value) {
  for (const Option& option : command.options)
    if (value == "--" + option.name)
      refuse(command, "the option '--" + name + "' needs a value before '" + value + "'");
}

void check_option_values(const Command& command, const ParsedOptions& parsed) {
  for (const Option& option : command.options) {
    for (const std::string& value : parsed.values(option.name)) {
      check_not_an_option(command, option.name, value);
      for (const std::string& part :
           option.separator != 0 ? split(value, option.separator) : std::vector{value})
        check_value(command, "--" + option.name, option.values, part);
    }
  }
}

void check_arguments(const Command& command, const std::vector<std::string>& given) {
  std::size_t least = 0, most = 0;
  for (const Argument& argument : command.arguments) {
    const bool can_miss = argument.count == Count::kOptional || argument.count == Count::kAny;
    if (!can_miss && given.size() < ++least)
      refuse(command, "'vaughn " + command.name + "' needs a " + argument.name);
    const bool endless = argument.count == Count::kMany || argument.count == Count::kAny;
    most = endless ? std::numeric_limits<std::size_t>::max() : most + 1;
  }
  if (given.size() > most)
    refuse(command, "'vaughn " + command.name + "' has no use for '" + given[most] + "'");
  for (std::size_t i = 0; i < given.size(); ++i) {
    const Argument& argument = command.arguments[std::min(i, command.arguments.size() - 1)];
    check_value(command, argument.name, argument.values, given[i]);
  }
}

}  // namespace

ParsedOptions parse(const Command& command, const std::vector<std::string>& words) {
  ParsedOptions parsed;
  for (const po::option& option : split_words(command, words).options) {
    if (option.string_key.empty())
      for (const std::string& argument : option.value) parsed.add_argument(argument);
    else
      parsed.add_option(option.string_key, option.value);
  }
  check_option_values(command, parsed);
  if (!parsed.has("help")) check_arguments(command, parsed.arguments());
  return parsed;
}

}  // namespace vaughn::cli
