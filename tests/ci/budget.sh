#!/usr/bin/env bash
# Random budgets, answered by HiGHS and by our solver; more with BUDGETS, longer with BUDGET_SECONDS.
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo build --quiet --release -p entretien-tests --bin budgets
python=${BUDGET_PYTHON:-bindings-python/.venv/bin/python}
program="${CARGO_TARGET_DIR:-target}/release/budgets"
"$python" tests/budget_exact.py "$program" tiny 1 "${BUDGETS:-300}"
for shape in estate uneven equal mandatory bundles smooth; do
  "$python" tests/budget_exact.py "$program" "$shape" 1 "${BUDGET_ESTATES:-5}" "${BUDGET_SECONDS:-10}"
done
