#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what vaughn needs to be built, run and tested on Debian and Ubuntu; does nothing when all is there.
# usage: tools/packages.sh [build|test|measure]   (measure: the peers that tools/eval and tools/bench compare with)
set -eu

build="g++ cmake ninja-build ccache pkg-config libpoppler-cpp-dev libpoppler-private-dev libtesseract-dev libleptonica-dev
  libboost-program-options-dev libsqlite3-dev libssl-dev libre2-dev libfmt-dev nlohmann-json3-dev libyaml-cpp-dev lowdown
  tesseract-ocr-eng wamerican"
test="libgtest-dev libgmock-dev libbenchmark-dev libcairo2-dev libpango1.0-dev fonts-liberation fonts-dejavu-core
  clang-format clang-tidy sqlite3 time"
measure="libxapian-dev ripgrep ocrmypdf sqlite-utils poppler-utils tesseract-ocr"

wanted=$build
[ "${1:-build}" = test ] && wanted="$build $test"
[ "${1:-build}" = measure ] && wanted="$build $test $measure"

missing=""
for package in $wanted; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -z "$missing" ] && exit 0

as_root=""
[ "$(id -u)" = 0 ] || as_root=sudo
echo "Installing:$missing" >&2
$as_root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
