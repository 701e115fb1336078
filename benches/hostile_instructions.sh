#!/usr/bin/env bash
# Instructions that each hostile rule costs, by valgrind: the same on every machine of one architecture.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --release -q -p entretien-benches --bin ratios
ratios="${CARGO_TARGET_DIR:-target}/release/ratios"

count() {
    valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null "$ratios" recurrence-hostile "$1" 2>&1 |
        sed -n 's/.*I *refs: *//p' | tr -d ','
}

nothing=$(count 999)
for index in $(seq 0 99); do
    name=$("$ratios" recurrence-hostile "$index")
    [ -n "$name" ] || break
    printf '%-30s %12d\n' "$name" "$(($(count "$index") - nothing))"
done
