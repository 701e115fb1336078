#!/usr/bin/env bash
# Random budgets, answered by HiGHS and by our solver; more with BUDGETS, longer with BUDGET_SECONDS.
# Installs highspy into an environment of its own, unless BUDGET_PYTHON names a Python that has it.
set -euo pipefail
cd "$(dirname "$0")/../.."
target="${CARGO_TARGET_DIR:-target}"
cargo build --quiet --release -p entretien-tests --bin budgets
python=${BUDGET_PYTHON:-}
if [ -z "$python" ]; then
  venv="$target/budget-venv"
  python="$venv/bin/python"
  [ -x "$python" ] || python3 -m venv --without-pip "$venv"
  python3 -m pip --python "$python" install --quiet --disable-pip-version-check highspy==1.16.0
fi
program="$target/release/budgets"
"$python" tests/budget_exact.py "$program" tiny 1 "${BUDGETS:-300}"
for shape in estate uneven equal mandatory bundles smooth; do
  "$python" tests/budget_exact.py "$program" "$shape" 1 "${BUDGET_ESTATES:-5}" "${BUDGET_SECONDS:-10}"
done
