#!/usr/bin/env bash
# Workbooks of deliverables opened in LibreOffice: what it shows is what the page shows, and it prints them.
# Needs `soffice` (`apt-get install libreoffice-calc`); not a part of `make test`.
set -euo pipefail
cd "$(dirname "$0")/../.."
command -v soffice >/dev/null || { echo "soffice is not installed" >&2; exit 1; }
out=target/deliverable
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
rm -rf "$out"
cargo test --quiet -p entretien-tests --test deliverable -- --exact --ignored office::writes
convert() { # format, file
  soffice "-env:UserInstallation=file://$profile" --headless --convert-to "$1" --outdir "$out" "$2" >/dev/null 2>&1
}
# Each sheet as CSV, cells as they are shown.
convert 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1' "$out/en.xlsx"
for lang in en fr; do
  convert pdf "$out/$lang.xlsx"
  [ "$(head -c 5 "$out/$lang.pdf")" = "%PDF-" ]
done
cargo test --quiet -p entretien-tests --test deliverable -- --exact --ignored office::shows_what_the_page_shows
