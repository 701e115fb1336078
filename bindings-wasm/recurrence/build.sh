#!/usr/bin/env bash
# Builds the module of `entretien/recurrence` and its glue into a folder: `build.sh ../pkg/glue`.
#
# Called by ../build.sh, which installs what is needed. Ends with 3 when all is built but the module is
# above its budget (ENTRETIEN_RECURRENCE_BUDGET_KIB, gzip).
set -euo pipefail
out=$(realpath "${1:?a folder}")
cd "$(dirname "$0")"

budget_kib="${ENTRETIEN_RECURRENCE_BUDGET_KIB:-350}"
root=$(cd ../.. && pwd)
target="${CARGO_TARGET_DIR:-$root/target}"
binaryen=../node_modules/.bin/wasm-opt
features=(--enable-bulk-memory --enable-bulk-memory-opt --enable-mutable-globals --enable-multivalue
  --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext)

# From this folder, for .cargo/config.toml: the profile is there.
CARGO_TARGET_DIR="$target" cargo build --package entretien-wasm-recurrence --profile wasm-speed --target wasm32-unknown-unknown
built="$target/wasm32-unknown-unknown/wasm-speed/entretien_wasm_recurrence.wasm"

glue=$(mktemp -d)
trap 'rm -rf "$glue"' EXIT
for kind in bundler web experimental-nodejs-module; do
  wasm-bindgen --target "$kind" --out-name recurrence --out-dir "$glue/$kind" "$built"
done
# All three speak to the same bytes, so that one file serves all.
cmp "$glue/bundler/recurrence_bg.wasm" "$glue/web/recurrence_bg.wasm"
cmp "$glue/bundler/recurrence_bg.wasm" "$glue/experimental-nodejs-module/recurrence_bg.wasm"

"$binaryen" -O3 "${features[@]}" --strip-producers --strip-target-features \
  "$glue/web/recurrence_bg.wasm" -o "$out/recurrence_bg.wasm"
cp "$glue/bundler/"{recurrence.js,recurrence.d.ts,recurrence_bg.js} "$out/"
cp "$glue/web/recurrence.js" "$out/recurrence-web.js"
cp "$glue/experimental-nodejs-module/recurrence.js" "$out/recurrence-node.js"
sed -i 's|^/\* @ts-self-types=.*\*/$||' "$out"/recurrence{,-web,-node}.js
cp glue-web.d.ts "$out/recurrence-web.d.ts"
cp glue-node.d.ts "$out/recurrence-node.d.ts"

node -e '
  const { readFileSync } = require("node:fs");
  const { brotliCompressSync, gzipSync } = require("node:zlib");
  const bytes = readFileSync(process.argv[1]);
  const kib = (n) => (n / 1024).toFixed(1) + " KiB";
  const packed = gzipSync(bytes, { level: 9 }).length;
  const budget = Number(process.argv[2]) * 1024;
  const brotli = brotliCompressSync(bytes).length;
  console.log(`recurrence_bg.wasm: ${kib(bytes.length)}, gzip ${kib(packed)} (budget ${kib(budget)}), brotli ${kib(brotli)}`);
  if (packed > budget) {
    console.error("recurrence/build.sh: the module is above its budget");
    process.exitCode = 3;
  }
' "$out/recurrence_bg.wasm" "$budget_kib"
