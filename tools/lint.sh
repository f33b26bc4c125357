#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Formatting, and a short list of clang-tidy checks (.clang-tidy), as errors. Needs the compile commands of the dev preset.
# usage: tools/lint.sh
set -eu
cd "$(dirname "$0")/.."

find src include tests tools -name '*.cc' -o -name '*.h' | sort | xargs clang-format --dry-run --Werror

files=$(find src -name '*.cc' | sort)
echo "$files" | xargs -P "$(nproc)" -n 8 clang-tidy --quiet -p build/dev --extra-arg=-Wno-unknown-warning-option 2>/dev/null
