#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Whether memory depends on how many pages a source has:
#
#   tools/bench/many_pages.sh build/release/vaughn [PAGES...]
#
# Makes a PDF of each number of pages (default: 50 and 5000), small ones with a line of text and a black box, reads it
# without recognition by two workers and prints what memory.sh measures.
set -eu
if [ $# -eq 0 ]; then
  echo "usage: many_pages.sh VAUGHN [PAGES]..." >&2
  exit 2
fi
program=$1
shift
if [ $# -eq 0 ]; then set -- 50 5000; fi
here=$(dirname "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Offsets are counted in bytes: everything here is ASCII.
make_pdf() {
  awk -v pages="$1" '
    function put(text) { printf "%s", text; at += length(text) }
    function object(number, text) { offset[number] = at; put(number " 0 obj\n" text "\nendobj\n") }
    BEGIN {
      put("%PDF-1.4\n")
      object(1, "<< /Type /Catalog /Pages 2 0 R >>")
      object(3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
      offset[2] = at
      put("2 0 obj\n<< /Type /Pages /Count " pages " /Kids [\n")
      for (i = 0; i < pages; ++i) put((4 + 2 * i) " 0 R\n")
      put("] >>\nendobj\n")
      for (i = 0; i < pages; ++i) {
        object(4 + 2 * i, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 60] /Resources << /Font << /F1 3 0 R >> >> " \
               "/Contents " (5 + 2 * i) " 0 R >>")
        draw = "BT /F1 12 Tf 20 30 Td (Page " (i + 1) " of the record was signed by) Tj ET 0 g 230 27 90 14 re f"
        object(5 + 2 * i, "<< /Length " length(draw) " >>\nstream\n" draw "\nendstream")
      }
      start = at
      last = 3 + 2 * pages
      put("xref\n0 " (last + 1) "\n0000000000 65535 f \n")
      for (i = 1; i <= last; ++i) put(sprintf("%010d 00000 n \n", offset[i]))
      put("trailer\n<< /Size " (last + 1) " /Root 1 0 R >>\nstartxref\n" start "\n%%EOF\n")
    }' > "$2"
}

for pages; do
  make_pdf "$pages" "$folder/$pages.pdf"
  echo "$pages pages:"
  "$here/memory.sh" "$program" ingest "$folder/$pages.pdf" --db "$folder/$pages.db" --no-ocr -j 2 -q
done
