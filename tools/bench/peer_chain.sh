#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What a careful user does today to make a folder of released files searchable, without vaughn:
#
#   tools/bench/peer_chain.sh FOLDER OUT MODE JOBS
#
# OCRmyPDF makes searchable PDFs (MODE: redo-ocr, force-ocr, skip-text), pdftotext takes the text of each page, sqlite-utils
# puts it into OUT/pages.db, table "pages" (file, page, text), with a full-text index. A file that OCRmyPDF refuses is noted in
# OUT/failures (file, exit status, its last words; parted by tabs), and pdftotext is tried on the file as it came.
set -u
if [ $# -ne 4 ]; then
  echo "usage: peer_chain.sh FOLDER OUT MODE JOBS" >&2
  exit 2
fi
folder=$1 out=$2 mode=$3 jobs=$4
mkdir -p "$out/pdf"
: >"$out/failures"
: >"$out/rows"

# Its exit status; what it said is in OUT/said.
searchable() {  # FILE RESULT
  case $(head -c 4 "$1" | od -An -c | tr -d ' ') in
    %PDF) set -- "--$mode" "$1" "$2" ;;
    *) set -- --force-ocr "$1" "$2" ;;
  esac
  ocrmypdf --quiet --jobs "$jobs" "$@" >"$out/said" 2>&1
  status=$?
  # Pictures without a resolution: 300 dpi is what they say in its manual.
  if [ $status -ne 0 ] && grep -q 'image-dpi' "$out/said"; then
    ocrmypdf --quiet --jobs "$jobs" --image-dpi 300 "$@" >"$out/said" 2>&1
    status=$?
  fi
  return $status
}

number=0
find "$folder" -type f | sort >"$out/files"
while IFS= read -r file; do
  case $(head -c 8 "$file" | od -An -tx1 | tr -d ' ') in
    25504446* | 49492a00* | 4d4d002a* | 89504e47* | ffd8ff* | 0000000c6a502020*) ;;
    '') ;;  # empty: for OCRmyPDF to refuse
    *) case $file in *.pdf | *.PDF) ;; *) continue ;; esac ;;  # no document
  esac
  number=$((number + 1))
  result=$out/pdf/$number.pdf
  if ! searchable "$file" "$result" </dev/null; then
    printf '%s\t%s\t%s\n' "$file" "$status" "$(tr '\t\n' '  ' <"$out/said" | tail -c 200)" >>"$out/failures"
    result=$file
  fi
  # Pages end with a form feed. Text becomes JSON here: backslash, quote and control characters are escaped.
  pdftotext -enc UTF-8 "$result" - 2>/dev/null </dev/null | file=$file awk '
    function escaped(s) { gsub(/\\/, "\\\\&", s); gsub(/"/, "\\\"", s); gsub(/\t/, "\\t", s)
                          gsub(/[\001-\010\013-\037]/, " ", s); return s }
    function end_page() { page++
      printf "{\"file\":\"%s\",\"page\":%d,\"text\":\"%s\"}\n", escaped(ENVIRON["file"]), page, text; text = "" }
    { line = $0
      while ((at = index(line, "\f")) > 0) { text = text escaped(substr(line, 1, at - 1)); end_page(); line = substr(line, at + 1) }
      text = text escaped(line) "\\n" }' >>"$out/rows"
done <"$out/files"

rm -f "$out/pages.db"
sqlite-utils insert "$out/pages.db" pages "$out/rows" --nl || exit 1
sqlite-utils enable-fts "$out/pages.db" pages text || exit 1
