#!/usr/bin/env bash
# Random rules, answered by python-dateutil and by our own runner; more with DATEUTIL_RULES.
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo build --quiet --release -p entretien-tests --bin conformance
bindings-python/.venv/bin/python tests/recurrence_dateutil.py \
  "${CARGO_TARGET_DIR:-target}/release/conformance" "${DATEUTIL_RULES:-1000}"
