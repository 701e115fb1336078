#!/usr/bin/env bash
# The programs of the README, and what they must write; then bad calls.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=target/example
rm -rf "$out"
mkdir -p target
run() { cargo run --quiet --release -p entretien-examples --bin annual_plan -- "$@"; }

run --out "$out/company" | tee "$out.txt"
for file in plan.json plan.csv plan.ics report.html; do
  test -s "$out/company/$file"
done
digest=$(sed -n 's/^digest *//p' "$out.txt")
grep -q "\"plan\": \"$digest\"" tests/golden/company/digests.json

run --inventory examples/data/company/inventory --from 2026-01-05 --lang fr --out "$out/rules" --ics-bytes-max 200000 >"$out.txt"
test "$(ls "$out"/rules/*.ics | wc -l)" -gt 1

if [ -d "${ENTRETIEN_SHARED:-../shared}/data/inventory/glpi-json" ]; then
  shared=${ENTRETIEN_SHARED:-../shared}/data/inventory
  run --inventory "$shared/glpi-json" "$shared/glpi-json-tests" --from 2026-01-05 --out "$out/real" >"$out.txt" 2>"$out.err"
  grep -E '^(assets|refused)' "$out.txt"
else
  echo "real inventories: NOT RUN, the shared data are absent"
fi

refused() { # words, arguments…
  local words=$1
  shift
  if run --out "$out/bad" "$@" >"$out.txt" 2>&1; then
    echo "accepted: $*"
    return 1
  fi
  grep -q -- "$words" "$out.txt" || { cat "$out.txt"; return 1; }
}
refused "no such file" --inventory /nowhere
refused "PLAN-001" --from 2026-02-01 --to 2026-01-01
refused "not a date" --from 2026-02-30
refused "TAK-057" --inventory Cargo.toml
printf '{"format":"entretien/engagement","format_version":"1.0"}' >"$out.json"
refused "DOC-005" --engagement "$out.json"

# Indicators of the shipped log: what the program prints and writes.
indicators() { cargo run --quiet --release -p entretien-examples --bin indicators -- "$@"; }
indicators --out "$out/indicators" | tee "$out.txt"
for file in indicators.html indicators.csv open.csv advice.csv; do
  test -s "$out/indicators/$file"
done
digest=$(sed -n 's/^digest *//p' "$out.txt")
grep -q "\"overall\": \"$digest\"" tests/data/kpi/report_digests.json
indicators --lang fr --out "$out/indicateurs" >"$out.txt"
grep -q 'lang="fr"' "$out/indicateurs/indicators.html"
if indicators --from 2026-02-01 --to 2026-01-01 --out "$out/bad" >"$out.txt" 2>&1; then exit 1; fi
grep -q "PLAN-001" "$out.txt"

# The documents that people decide on: every form of each, the digest that all languages give.
review() { cargo run --quiet --release -p entretien-examples --bin review -- "$@"; }
review --offer 2026-01-05 --out "$out/review" | tee "$out.txt"
for name in review proposal kick-off; do
  for form in html md xlsx ics json; do
    test -s "$out/review/$name.$form"
  done
  test -s "$out/review/$name-csv/figures.csv"
done
review --lang fr --out "$out/revue" >"$out.txt"
grep -q 'lang="fr"' "$out/revue/review.html"
printf '{"format":"entretien/review","format_version":"1.0","start":"2026-01-01"}' >"$out.json"
if review --question "$out.json" --out "$out/bad" >"$out.txt" 2>&1; then exit 1; fi
grep -q "DOC-005" "$out.txt"
sourcing() { cargo run --quiet --release -p entretien-examples --bin sourcing -- "$@"; }
sourcing --out "$out/sourcing" | tee "$out.txt"
grep -q "^contract .* +0 EUR" "$out.txt"
test -s "$out/sourcing/sourcing.xlsx"
sed 's/"contract": {"of": "maintenance-2026"/"contract": {"of": "nobody"/' examples/data/company/sourcing.json >"$out.json"
if sourcing --options "$out.json" --out "$out/bad" >"$out.txt" 2>&1; then exit 1; fi
grep -q "SRC-013" "$out.txt"

# A host with a database of its own verifies itself; the file and the memory give the same plan.
embedding() { cargo run --quiet --release -p entretien-examples --bin embedding -- "$@"; }
embedding --out "$out/embedding" | tee "$out.txt"
test -s "$out/embedding/host.sqlite"
embedding --memory | cmp - "$out.txt"
printf "UPDATE asset SET bought = 'in May' WHERE id = 'SW-01';" >"$out.sql"
if embedding --memory --rows "$out.sql" >"$out.txt" 2>&1; then exit 1; fi
grep -q "DOC-007 asset SW-01" "$out.txt"

# The year of the company: the digest of each chapter is the known one, in any language, with any number of threads.
story() { cargo run --quiet --release -p entretien-examples --bin story -- "$@"; }
story --out "$out/story" --check tests/golden/story.json | tail -n 3
test "$(ls "$out/story" | wc -l)" -eq "$(grep -c '": "[0-9a-f]\{64\}"' tests/golden/story.json)"
RAYON_NUM_THREADS=1 story --lang fr --out "$out/histoire" --check tests/golden/story.json >"$out.txt"
if story --seed 1 --out "$out/other" --check tests/golden/story.json >"$out.txt" 2>&1; then exit 1; fi
grep -q "another result of .*interventions" "$out.txt"
