#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# How much memory a command and its children take at most:
#
#   tools/bench/memory.sh build/release/vaughn ingest FOLDER --db x.db -j 2
#
# Looks into /proc every 50 ms (VmHWM, so peaks between two looks count; one in a process's last 50 ms may not) and
# prints the peak of the command, that of its largest child, and its exit status, with which it ends, too.
set -u
if [ $# -eq 0 ]; then
  echo "usage: memory.sh COMMAND [ARGUMENT]..." >&2
  exit 2
fi

# Sets kb to the most that process $1 has had resident, 0 when it is gone.
high_water() {
  kb=0
  { while read -r key value _; do
      if [ "$key" = VmHWM: ]; then kb=$value; fi
    done < "/proc/$1/status"; } 2>/dev/null
}

"$@" &
parent=$!
trap 'kill -INT $parent' INT
trap 'kill -TERM $parent' TERM
parent_peak=0
child_peak=0
seen=' '
count=0
# A process that ended and was not waited for has no VmHWM any more.
while high_water "$parent"; [ "$kb" -gt 0 ]; do
  if [ "$kb" -gt "$parent_peak" ]; then parent_peak=$kb; fi
  children=
  { read -r children < "/proc/$parent/task/$parent/children"; } 2>/dev/null
  for child in $children; do
    high_water "$child"
    if [ "$kb" -gt "$child_peak" ]; then child_peak=$kb; fi
    case $seen in
      *" $child "*) ;;
      *) seen="$seen$child " count=$((count + 1)) ;;
    esac
  done
  sleep 0.05
done
# A signal that we pass on ends the wait, not the command.
while wait "$parent"; status=$?; [ "$status" -gt 128 ] && kill -0 "$parent" 2>/dev/null; do :; done

echo "parent: $((parent_peak / 1024)) MB"
echo "largest of $count children: $((child_peak / 1024)) MB"
echo "exit status: $status"
exit "$status"
