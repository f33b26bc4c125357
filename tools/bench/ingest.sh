#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Time and memory of vaughn ingest beside other ways to the same end (docs/performance-against-others.md):
#
#   tools/bench/ingest.sh [OPTION]... FOLDER            against OCRmyPDF, pdftotext and sqlite-utils (peer_chain.sh)
#   tools/bench/ingest.sh --two-workers FOLDER          -j 2 against -j 1
#   tools/bench/ingest.sh --born-digital FOLDER         against pdftotext and pdftoppm -r 200; FOLDER holds PDFs with text
#
#   -j N           pages read at once (2)
#   --rounds N     how often everything is run, in turn; medians are printed (1)
#   --mode M       of OCRmyPDF: redo-ocr, force-ocr or skip-text (redo-ocr)
#   --vaughn PATH  the program to measure (build/release/vaughn)
#   --run PATH     bench_run, which measures (build/dev/tools/bench/bench_run)
#   --words FILE   list of words by which pages are judged (/usr/share/dict/american-english)
#   --keep DIR     leave databases and notes there
set -u
here=$(cd "$(dirname "$0")" && pwd)
jobs=2 rounds=1 mode=redo-ocr what=peers folder='' keep=''
vaughn=$here/../../build/release/vaughn run=$here/../../build/dev/tools/bench/bench_run
words=/usr/share/dict/american-english

usage() { sed -n '3,16s/^# \{0,1\}//p' "$0" >&2; exit 2; }
fail() { echo "ingest.sh: $1" >&2; exit 2; }
while [ $# -gt 0 ]; do
  case $1 in
    -j | --rounds | --mode | --vaughn | --run | --words | --keep) [ $# -ge 2 ] || usage ;;
  esac
  case $1 in
    -j) jobs=$2; shift ;;
    --rounds) rounds=$2; shift ;;
    --mode) mode=$2; shift ;;
    --vaughn) vaughn=$2; shift ;;
    --run) run=$2; shift ;;
    --words) words=$2; shift ;;
    --keep) keep=$2; shift ;;
    --two-workers) what=workers ;;
    --born-digital) what=born ;;
    -*) usage ;;
    *) [ -z "$folder" ] || usage; folder=$1 ;;
  esac
  shift
done
[ -n "$folder" ] || usage
[ -d "$folder" ] || fail "$folder: there is no such folder"
case $jobs$rounds in *[!0-9]* | '') fail "-j and --rounds take numbers" ;; esac
case $mode in redo-ocr | force-ocr | skip-text) ;; *) fail "--mode is redo-ocr, force-ocr or skip-text, not $mode" ;; esac
for program in "$vaughn" "$run"; do
  [ -x "$program" ] || fail "$program is missing; build it, or say where it is (--vaughn, --run)"
done
command -v sqlite3 >/dev/null || fail "sqlite3 is missing; 'tools/packages.sh test' installs it"

out=$keep
if [ -z "$out" ]; then
  out=$(mktemp -d)
  trap 'rm -rf "$out"' EXIT
  trap 'exit 130' INT TERM
fi
mkdir -p "$out"
rm -f "$out"/*.figures

# Other work on the machine makes wall times say little.
warn_when_busy() {
  read -r load _ </proc/loadavg
  awk -v load="$load" -v processors="$(nproc)" 'BEGIN { exit !(load > processors / 2) }' &&
    echo "ingest.sh: the machine has other work (load $load, $(nproc) processors): CPU seconds say more than wall time" >&2
}

# missing PROGRAM...: what of it is not there
missing() {
  for program in "$@"; do
    command -v "$program" >/dev/null || printf ' %s' "$program"
  done
}

# measured NAME COMMAND...: a line in OUT/NAME.figures. Output of the command goes to OUT/NAME.log.
measured() {
  name=$1
  shift
  echo "ingest.sh: $name" >&2
  "$run" "$out/$name.figures" "$@" >"$out/$name.log" 2>&1
}

# 0 done, 3 done with problems on record
ingest() {  # NAME JOBS
  rm -f "$out/$1.db"*
  measured "$1" "$vaughn" ingest "$folder" --db "$out/$1.db" -j "$2"
  case $? in 0 | 3) ;; *) tail -5 "$out/$1.log" >&2; fail "vaughn ingest failed" ;; esac
}

# median NAME COLUMN: 1 wall, 2 CPU, 3 memory together, 4 memory of the largest process
median() {
  if [ ! -e "$out/$1.figures" ]; then echo -; return; fi
  cut -f "$2" "$out/$1.figures" | sort -g | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'
}
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { if (b > 0) printf "%.2f", a / b; else printf "-" }'; }

# Pages with 20 words of three letters or more that are in the list, and at least 70 % of such words in it. Input: a page a line.
read_well() {
  if [ ! -r "$words" ]; then cat >/dev/null; echo -; return; fi
  LC_ALL=C awk -v list="$words" '
    BEGIN { while ((getline word < list) > 0) known[tolower(word)] = 1 }
    { gsub(/[^A-Za-z]+/, " "); count = found = 0
      for (i = 1; i <= NF; i++) if (length($i) >= 3) { count++; if (tolower($i) in known) found++ }
      if (found >= 20 && found >= 0.7 * count) well++ }
    END { print well + 0 }'
}
# texts DATABASE TABLE
texts() { sqlite3 "$1" "SELECT replace(replace(text, char(10), ' '), char(13), ' ') FROM $2"; }
count() { sqlite3 "$1" "$2"; }

# row LABEL VALUE VALUE RATIO
row() { printf '%-38s %12s %12s %8s\n' "$@"; }
compare() {  # LABEL NAME NAME COLUMN
  a=$(median "$2" "$4") b=$(median "$3" "$4")
  row "$1" "$a" "$b" "$(ratio "$a" "$b")"
}
compare_all() {  # NAME NAME
  compare "wall, s" "$1" "$2" 1
  compare "CPU, s" "$1" "$2" 2
  compare "memory together, MiB" "$1" "$2" 3
  compare "memory of the largest process, MiB" "$1" "$2" 4
}

against_peers() {
  lacking=$(missing ocrmypdf pdftotext sqlite-utils)
  [ -z "$lacking" ] || echo "ingest.sh: without the other programs, because of what is missing:$lacking ('tools/packages.sh measure' installs it)" >&2
  round=0
  while [ $((round += 1)) -le "$rounds" ]; do
    ingest vaughn "$jobs"
    [ -n "$lacking" ] && continue
    rm -rf "$out/chain"
    measured chain "$here/peer_chain.sh" "$folder" "$out/chain" "$mode" "$jobs" || { tail -5 "$out/chain.log" >&2; fail "the other chain failed"; }
  done
  row "-j $jobs, $mode, median of $rounds" vaughn "$([ -z "$lacking" ] && echo others || echo 'not run')" ratio
  compare_all vaughn chain
  pages=$(count "$out/vaughn.db" "SELECT count(*) FROM page WHERE state = 'read'")
  well=$(texts "$out/vaughn.db" page | read_well)
  refused=$(count "$out/vaughn.db" "SELECT count(*) FROM source WHERE state = 'failed'")
  if [ -n "$lacking" ]; then
    row "pages" "$pages" - ''
    row "pages read well" "$well" - ''
    row "files not taken in" "$refused" - ''
    return
  fi
  others=$(texts "$out/chain/pages.db" pages | read_well)
  row "pages" "$pages" "$(count "$out/chain/pages.db" 'SELECT count(*) FROM pages')" ''
  row "pages read well" "$well" "$others" "$(ratio "$well" "$others")"
  row "files not taken in" "$refused" "$(awk 'END { print NR }' "$out/chain/failures")" ''
  sed "s|^$folder/||" "$out/chain/failures" | cut -c 1-200 |
    awk -F '\t' '{ printf "  others: %s: exit status %s: %s\n", $1, $2, $3 }'
}

two_workers() {
  round=0
  while [ $((round += 1)) -le "$rounds" ]; do
    ingest one 1
    ingest two 2
  done
  row "median of $rounds" "-j 1" "-j 2" ratio
  compare_all one two
}

born_digital() {
  lacking=$(missing pdftotext pdftoppm)
  [ -z "$lacking" ] || fail "missing:$lacking ('tools/packages.sh measure' installs it)"
  round=0
  while [ $((round += 1)) -le "$rounds" ]; do
    ingest vaughn "$jobs"
    # Every file once for its text and once for its pictures, so many files at once.
    measured poppler sh -c 'find "$1" -type f -name "*.pdf" -print0 | xargs -0 -n 1 -P "$2" sh -c "pdftotext \"\$0\" - >/dev/null; pdftoppm -r 200 \"\$0\" >/dev/null"' sh "$folder" "$jobs"
  done
  row "-j $jobs, median of $rounds" vaughn "text+render" ratio
  compare_all vaughn poppler
  pages=$(count "$out/vaughn.db" "SELECT count(*) FROM page WHERE state = 'read'")
  row pages "$pages" '' ''
  row "pages of their own text" "$(count "$out/vaughn.db" "SELECT count(*) FROM page WHERE text_source = 'born-digital'")" '' ''
  row "pages a second" "$(ratio "$pages" "$(median vaughn 1)")" "$(ratio "$pages" "$(median poppler 1)")" ''
  row "pages a CPU second" "$(ratio "$pages" "$(median vaughn 2)")" "$(ratio "$pages" "$(median poppler 2)")" ''
}

warn_when_busy
case $what in
  peers) against_peers ;;
  workers) two_workers ;;
  born) born_digital ;;
esac
