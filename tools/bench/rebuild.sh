#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# How long `vaughn rebuild` takes for at least 10,000 pages like those of a database: its sources are copied as often as
# that takes, as sources of other names and digests. Needs the sqlite3 command.
# usage: tools/bench/rebuild.sh VAUGHN DATABASE [PAGES]
set -eu
vaughn=$1
original=$2
wanted=${3:-10000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
copy="$folder/many.db"
cp "$original" "$copy"
pages=$(sqlite3 "$copy" "SELECT count(*) FROM page")
times=$(((wanted + pages - 1) / pages - 1))

# Ids are made of source, page and place: moving the source moves all of them (docs/schema.md).
{
  echo "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;"
  echo "CREATE TEMP TABLE s AS SELECT * FROM source;"
  for table in page page_words redaction exemption_code finding edge_line bates_artifact; do
    echo "CREATE TEMP TABLE t_$table AS SELECT * FROM $table;"
  done
  i=1
  while [ "$i" -le "$times" ]; do
    echo "UPDATE s SET id = id + 1000, path = path || '.$i', sha256 = '$i-' || sha256; INSERT INTO source SELECT * FROM s;"
    echo "UPDATE t_page SET id = id + 1000000000, source = source + 1000; INSERT INTO page SELECT * FROM t_page;"
    echo "UPDATE t_page_words SET page = page + 1000000000; INSERT INTO page_words SELECT * FROM t_page_words;"
    for table in redaction exemption_code finding edge_line bates_artifact; do
      set=
      [ "$table" = exemption_code ] || [ "$table" = finding ] && set=", redaction = redaction + 10000000000000"
      echo "UPDATE t_$table SET id = id + 10000000000000, page = page + 1000000000$set;"
      echo "INSERT INTO $table SELECT * FROM t_$table;"
    done
    i=$((i + 1))
  done
  echo "COMMIT;"
} | sqlite3 "$copy" >/dev/null

pages=$(sqlite3 "$copy" "SELECT count(*) FROM page")
start=$(date +%s.%N)
"$vaughn" rebuild --db "$copy" 2>/dev/null
end=$(date +%s.%N)
sqlite3 "$copy" "SELECT printf('%d pages of %d sources, %d records: %.1f s, %.2f ms a page', $pages,
  (SELECT count(*) FROM source), (SELECT count(*) FROM record), $end - $start, 1000 * ($end - $start) / $pages)"
