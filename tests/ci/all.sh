#!/usr/bin/env bash
# Runs every check in order, goes on after a failure, and ends with `N passed, M failed`.
set -u
cd "$(dirname "$0")/../.."
here=tests/ci
passed=0
failed=0
failures=()

step() { # name, command…
  local name=$1 started=$SECONDS
  shift
  printf '\n=== %s\n' "$name"
  if "$@"; then
    passed=$((passed + 1))
    printf -- '--- %s: ok, %d s\n' "$name" $((SECONDS - started))
  else
    failed=$((failed + 1))
    failures+=("$name")
    printf -- '--- %s: FAILED, %d s\n' "$name" $((SECONDS - started))
  fi
}

step "tools" bash $here/tools.sh
step "format" cargo fmt --all --check
step "spelling" bash $here/typos.sh
step "dependencies" cargo deny --log-level error check bans licenses sources
step "lint, host" cargo clippy --workspace --all-targets --quiet -- -D warnings
step "lint, browser" cargo clippy -p entretien -p entretien-wasm -p entretien-wasm-recurrence -p entretien-wasm-service -p entretien-wasm-care -p entretien-wasm-indicators -p entretien-wasm-review --target wasm32-unknown-unknown --quiet -- -D warnings
step "lint, oldest compiler that is promised" bash $here/msrv.sh
step "tests of the core" cargo test --workspace --exclude entretien-python --exclude entretien-wasm --exclude entretien-wasm-recurrence --exclude entretien-wasm-service --exclude entretien-wasm-care --exclude entretien-wasm-indicators --exclude entretien-wasm-review --quiet
step "agreed answers" bash $here/conformance.sh
step "documentation" env RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --quiet -p entretien
step "example: the year of the shipped company" bash $here/example.sh
step "benches, smoke" cargo bench -p entretien-benches --quiet -- --test
step "Python" bash bindings-python/check.sh
step "rules beside python-dateutil" bash $here/dateutil.sh
step "indicators beside scipy and polars" bash $here/kpi_peers.sh
step "budgets beside HiGHS" env BUDGETS=100 BUDGET_ESTATES=2 BUDGET_SECONDS=5 bash $here/budget.sh
step "calendar read back" bash $here/ics.sh
step "WebAssembly" bash bindings-wasm/check.sh
step "README in three languages" bash $here/readme.sh
step "fuzzing, a minute" bash $here/fuzz.sh
step "planner in Chromium" bash examples/planner/check.sh

printf '\n'
for name in ${failures[@]+"${failures[@]}"}; do
  printf 'failed: %s\n' "$name"
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
