#!/usr/bin/env bash
# The calendar of the shipped company, read back by two other libraries.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=target/example/company
[ -s "$out/plan.ics" ] || cargo run --quiet --release -p entretien-examples --bin annual_plan -- --out "$out" >/dev/null
bindings-python/.venv/bin/python tests/ics_read.py "$out/plan.json" "$out/plan.ics"
(cd tests && npm ci --silent --no-audit --no-fund)
node tests/ics_read.mjs "$out/plan.json" "$out/plan.ics"
