#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# From a fresh Debian machine to the first answers: installs packages when they are missing, builds, ingests the
# fictional release in samples/release/, searches it and counts its redactions. Leaves the database in build/samples.db.
set -eu
cd "$(dirname "$0")/.."

tools/packages.sh build
cmake --preset release >/dev/null
cmake --build --preset release
vaughn=build/release/vaughn
db=build/samples.db
rm -f "$db"

show() {
  printf '\n$ vaughn'
  for word in "$@"; do
    case $word in *[!A-Za-z0-9_./:=-]*) printf " '%s'" "$word" ;; *) printf ' %s' "$word" ;; esac
  done
  printf '\n'
  "$vaughn" "$@"
}

show ingest samples/release --db "$db" --release "Samples" --agency "Bureau of Border Records"
show search '"trial account"' --db "$db"
show redactions --by exemption --db "$db"
show status --db "$db"
printf '\nThe program is %s. Next: %s help\n' "$vaughn" "$vaughn"
