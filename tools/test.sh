#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds with warnings as errors, runs every test; then builds and runs the unit tests once more
# under the address and undefined-behaviour sanitizers.
# usage: tools/test.sh [--no-sanitizers]
set -eu
cd "$(dirname "$0")/.."

tools/packages.sh test
jobs=$(nproc)

cmake --preset dev >/dev/null
cmake --build --preset dev -j "$jobs"
cmake --build --preset dev -j "$jobs" --target all_verify_interface_header_sets
tools/lint.sh
ctest --preset dev -j "$jobs"

[ "${1:-}" = --no-sanitizers ] && exit 0
cmake --preset asan >/dev/null
# Those of the whole program are not run below, so they are not built either.
targets=
for folder in tests/*/; do
  name=$(basename "$folder")
  case $name in
    support | whole | disruption | eval) ;;
    *) targets="$targets ${name}_tests" ;;
  esac
done
# shellcheck disable=SC2086  # a list of words
cmake --build --preset asan -j "$jobs" --target vaughn $targets
# Poppler, Tesseract, Leptonica and what they stand on keep some of what they allocate: tools/lsan.supp. The tests of the
# whole program under disturbance live by time and memory limits that sanitizers do not keep.
LSAN_OPTIONS=suppressions="$PWD/tools/lsan.supp":print_suppressions=0 UBSAN_OPTIONS=print_stacktrace=1 \
  ctest --preset asan -j "$jobs" -E '^(whole|disruption|eval)'
