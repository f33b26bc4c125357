// SPDX-License-Identifier: GPL-3.0-or-later
// A command line taken apart: options by their long names, values still text.
#ifndef VAUGHN_CLI_PARSED_OPTIONS_H_
#define VAUGHN_CLI_PARSED_OPTIONS_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vaughn::cli {

class ParsedOptions {
 public:
  void add_option(const std::string& name, std::vector<std::string> values) {
    std::vector<std::string>& all = options_[name];
    all.insert(all.end(), values.begin(), values.end());
  }
  void add_argument(std::string argument) { arguments_.push_back(std::move(argument)); }

  bool has(const std::string& name) const { return options_.contains(name); }

  // Given twice, an option's last value counts: so that an alias can be overruled.
  std::optional<std::string> value(const std::string& name) const {
    const auto found = options_.find(name);
    if (found == options_.end() || found->second.empty()) return std::nullopt;
    return found->second.back();
  }

  // For options that add up, as --include does.
  std::vector<std::string> values(const std::string& name) const {
    const auto found = options_.find(name);
    return found == options_.end() ? std::vector<std::string>() : found->second;
  }

  // What is no option, in order.
  const std::vector<std::string>& arguments() const { return arguments_; }

 private:
  std::map<std::string, std::vector<std::string>> options_;
  std::vector<std::string> arguments_;
};

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_PARSED_OPTIONS_H_
