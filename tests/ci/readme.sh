#!/usr/bin/env bash
# The examples of the README run in Python and Node; the Rust one is a documentation test of the core.
set -euo pipefail
cd "$(dirname "$0")/../.."
block() { # language: the code between ```language and ```
  awk -v fence="\`\`\`$1" '$0 == fence {on = 1; next} $0 == "```" {on = 0} on' README.md
}
block python >target/readme.py
bindings-python/.venv/bin/python target/readme.py
mkdir -p target/readme/node_modules
rm -rf target/readme/node_modules/entretien
cp -r bindings-wasm/pkg target/readme/node_modules/entretien
block js >target/readme/readme.mjs
node target/readme/readme.mjs
test "$(grep -c '^```sh$' README.md)" -eq 2
