#!/usr/bin/env bash
# Agreed answers of other libraries, through the runner that anyone can use.
set -euo pipefail
cd "$(dirname "$0")/../.."
vectors=${ENTRETIEN_SHARED:-../shared}/vectors
if [ ! -s "$vectors/rrule.jsonl" ] || [ ! -s "$vectors/oracles.json" ]; then
  echo "agreed answers: NOT RUN, the shared data are absent ($vectors)"
  exit 0
fi
conformance() {
  cargo run --quiet --release -p entretien-tests --bin conformance -- "$@"
}
conformance rrule "$vectors/rrule.jsonl"
conformance business-time "$vectors/oracles.json"
