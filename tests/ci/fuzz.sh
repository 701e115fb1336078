#!/usr/bin/env bash
# One minute of fuzzing the recurrence engine; longer with FUZZ_SECONDS.
#
# Builds libFuzzer's harness with the flags of `cargo fuzz`, so that no further tool has to be built.
set -euo pipefail
cd "$(dirname "$0")/../../fuzz"
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/../target}/fuzz"
host=$(rustc -vV | sed -n 's/^host: //p')
flags=(
  -Cpasses=sancov-module
  -Cllvm-args=-sanitizer-coverage-level=4
  -Cllvm-args=-sanitizer-coverage-inline-8bit-counters
  -Cllvm-args=-sanitizer-coverage-pc-table
  -Cllvm-args=-sanitizer-coverage-trace-compares
  -Ccodegen-units=1
  -Zsanitizer=address
  --cfg=fuzzing
)
# With a target named, build scripts and macros stay without these flags.
RUSTC_BOOTSTRAP=1 RUSTFLAGS="${flags[*]}" cargo build --quiet --release --target "$host" --bin recurrence
mkdir -p "${FUZZ_CORPUS:=$CARGO_TARGET_DIR/corpus}"
"$CARGO_TARGET_DIR/$host/release/recurrence" "$FUZZ_CORPUS" corpus/recurrence \
    -artifact_prefix="$CARGO_TARGET_DIR/" -max_total_time="${FUZZ_SECONDS:-60}" -max_len=400 -timeout=10 -print_final_stats=1 2>&1 |
  grep -vE '^#[0-9]+[[:space:]]+(NEW|REDUCE|pulse|RELOAD)|^NEW_FUNC|NEW_FUNC\[' 
