#!/usr/bin/env bash
# Installs, compiles and builds the planner, then uses it in Chromium.
#
#   ./check.sh [folder for screenshots]
#
# Needs node 20 with npm, and Chromium (CHROMIUM names another than /usr/bin/chromium). The package is built when missing.
set -euo pipefail
cd "$(dirname "$0")"

if [ ! -f ../../bindings-wasm/pkg/package.json ]; then
  # 3: built, but above the budget, which the package's own check reports.
  ../../bindings-wasm/build.sh || [ $? = 3 ]
fi
npm ci
npm run build
node e2e.mjs "$@"
