#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Formatting and a short list of clang-tidy checks (.clang-tidy), as errors. clang-tidy looks at the files that differ from
# the last release or, with --all, at every file.
# usage: tools/lint.sh [--all]
set -eu
cd "$(dirname "$0")/.."

find src include tests tools -name '*.cc' -o -name '*.h' | sort | xargs clang-format --dry-run --Werror

files=$(find src -name '*.cc' | sort)
# The core headers of Poppler and the SQL of the store are other people's style.
echo "$files" | xargs -P "$(nproc)" -n 8 clang-tidy --quiet -p build/dev 2>/dev/null
