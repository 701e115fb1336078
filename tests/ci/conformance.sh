#!/usr/bin/env bash
# Agreed answers of other libraries, through the runner that anyone can use.
set -euo pipefail
cd "$(dirname "$0")/../.."
shared=${ENTRETIEN_SHARED:-../shared}
run() {
  if [ ! -s "$2" ]; then
    echo "agreed answers: NOT RUN, the shared data are absent ($2)"
    return
  fi
  cargo run --quiet --release -p entretien-tests --bin conformance -- "$1" "$2"
}
run rrule "$shared/vectors/rrule.jsonl"
run holidays "$shared/data/holidays/holidays_2020_2034.csv.gz"
run business-time "$shared/vectors/oracles.json"
run reliability "$shared/vectors/oracles.json"
run kpi "$shared/vectors/oracles.json"
