// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn completion`. docs/commands/completion.md.
#include "cli/completion.h"

namespace vaughn::cli {
namespace {

int run(const ParsedOptions& parsed, Streams& streams) {
  const std::string& shell = parsed.arguments().front();
  if (shell == "bash") streams.out << bash_completion(commands());
  if (shell == "zsh") streams.out << zsh_completion(commands());
  if (shell == "fish") streams.out << fish_completion(commands());
  return 0;
}

}  // namespace

Command completion_command() {
  return {
      .name = "completion",
      .summary = "print the script that lets a shell complete vaughn's words",
      .description = "An installed vaughn has these scripts in their places already.",
      .examples = {{"source <(vaughn completion bash)", "For this shell, in bash."},
                   {"vaughn completion fish > ~/.config/fish/completions/vaughn.fish", "For good, in fish."},
                   {"vaughn completion zsh > ~/.zfunc/_vaughn", "For good, in zsh, with ~/.zfunc in fpath."}},
      .arguments = {{.name = "SHELL", .help = "The shell.", .values = {"bash", "zsh", "fish"}}},
      .exit_statuses = {{0, "Done."}, {2, "The command line was not understood."}},
      .run = run};
}

}  // namespace vaughn::cli
