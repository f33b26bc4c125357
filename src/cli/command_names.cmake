# The sub-commands, in the order of `vaughn help`. A name here means: src/cli/command_<name>.cc defines
# `Command <name>_command()`, and docs/commands/<name>.md is its man page.
set(VAUGHN_COMMANDS ingest search show redactions report records audit request check status reprocess rebuild inspect doctor completion help worker)
# Commands that only vaughn itself calls: no man page, no completion.
set(VAUGHN_HIDDEN_COMMANDS worker)
