#!/usr/bin/env bash
# Builds the package and checks it: types against the snapshot, strict compilation, packaging, tests on Node.
#
#   ./check.sh            fails on any difference
#   ./check.sh --update   writes the snapshot of the types in types/
set -euo pipefail
cd "$(dirname "$0")"

npm ci
# Above the budget the rest is still checked; the end says so.
over=0
./build.sh || { over=$?; [ "$over" = 3 ] || exit "$over"; }

# The public types, as users read them: a change shows in review.
snapshot=$(mktemp -d)
trap 'rm -rf "$snapshot"' EXIT
node snapshot.mjs pkg "$snapshot"
if [ "${1:-}" = "--update" ]; then
  rm -rf types
  cp -r "$snapshot" types
fi
diff -ru types "$snapshot" || {
  echo "check.sh: the types of the package changed: review, then ./check.sh --update" >&2
  exit 1
}

# Tests import the package by its name, through its `exports`.
ln -sfn ../pkg node_modules/entretien
node_modules/.bin/tsc -p tests/tsconfig.json
node_modules/.bin/publint --strict pkg
node --test --test-reporter=spec tests/
exit "$over"
