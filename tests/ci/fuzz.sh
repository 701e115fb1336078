#!/usr/bin/env bash
# One minute of fuzzing the recurrence engine; longer with FUZZ_SECONDS. Needs `cargo install cargo-fuzz`.
set -euo pipefail
cd "$(dirname "$0")/../../fuzz"
mkdir -p "${FUZZ_CORPUS:=target/corpus}"
RUSTC_BOOTSTRAP=1 cargo fuzz run --fuzz-dir . recurrence "$FUZZ_CORPUS" corpus/recurrence -- \
    -max_total_time="${FUZZ_SECONDS:-60}" -max_len=400 -timeout=10
