#!/usr/bin/env bash
# Agreed answers of other libraries, through the runner that anyone can use.
set -euo pipefail
cd "$(dirname "$0")/../.."
vectors=${ENTRETIEN_SHARED:-../shared}/vectors/rrule.jsonl
if [ ! -s "$vectors" ]; then
  echo "agreed answers: NOT RUN, the shared data are absent ($vectors)"
  exit 0
fi
cargo run --quiet --release -p entretien-tests --bin conformance -- rrule "$vectors"
