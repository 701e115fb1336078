#!/usr/bin/env bash
# The core must not use what the promised compiler (`rust-version`) does not have.
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo clippy -p entretien --quiet -- -D clippy::incompatible_msrv
