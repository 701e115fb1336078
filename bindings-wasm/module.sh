#!/usr/bin/env bash
# Builds a module that is loaded on demand, and its glue, into a folder:
#
#   module.sh NAME PROFILE LEVEL BUDGET_KIB FOLDER
#   module.sh recurrence wasm-speed -O3 350 pkg/glue
#
# Called by build.sh, which installs what is needed. Ends with 3 when all is built but the module is
# above its budget, gzip.
set -euo pipefail
name=$1 profile=$2 level=$3 budget_kib=$4
out=$(realpath "$5")
cd "$(dirname "$0")/$name"

root=$(cd ../.. && pwd)
target="${CARGO_TARGET_DIR:-$root/target}"
binaryen=../node_modules/.bin/wasm-opt
features=(--enable-bulk-memory --enable-bulk-memory-opt --enable-mutable-globals --enable-multivalue
  --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext)

# From the folder of the module, for its .cargo/config.toml: a profile may be there.
CARGO_TARGET_DIR="$target" cargo build --package "entretien-wasm-$name" --profile "$profile" --target wasm32-unknown-unknown
built="$target/wasm32-unknown-unknown/$profile/entretien_wasm_$name.wasm"

glue=$(mktemp -d)
trap 'rm -rf "$glue"' EXIT
for kind in bundler web experimental-nodejs-module; do
  wasm-bindgen --target "$kind" --out-name "$name" --out-dir "$glue/$kind" "$built"
done
# All three speak to the same bytes, so that one file serves all.
cmp "$glue/bundler/${name}_bg.wasm" "$glue/web/${name}_bg.wasm"
cmp "$glue/bundler/${name}_bg.wasm" "$glue/experimental-nodejs-module/${name}_bg.wasm"

# Functions in the order of their names, which brings those of one generic together.
"$binaryen" "$level" --reorder-functions-by-name "${features[@]}" --strip-producers --strip-target-features \
  "$glue/web/${name}_bg.wasm" -o "$out/${name}_bg.wasm"
cp "$glue/bundler/$name.js" "$glue/bundler/$name.d.ts" "$glue/bundler/${name}_bg.js" "$out/"
cp "$glue/web/$name.js" "$out/$name-web.js"
cp "$glue/experimental-nodejs-module/$name.js" "$out/$name-node.js"
sed -i 's|^/\* @ts-self-types=.*\*/$||' "$out/$name.js" "$out/$name-web.js" "$out/$name-node.js"
cp glue-web.d.ts "$out/$name-web.d.ts"
cp glue-node.d.ts "$out/$name-node.d.ts"

node -e '
  const { readFileSync } = require("node:fs");
  const { brotliCompressSync, gzipSync } = require("node:zlib");
  const bytes = readFileSync(process.argv[1]);
  const kib = (n) => (n / 1024).toFixed(1) + " KiB";
  const packed = gzipSync(bytes, { level: 9 }).length;
  const budget = Number(process.argv[2]) * 1024;
  const brotli = brotliCompressSync(bytes).length;
  console.log(`${process.argv[3]}_bg.wasm: ${kib(bytes.length)}, gzip ${kib(packed)} (budget ${kib(budget)}), brotli ${kib(brotli)}`);
  if (packed > budget) {
    console.error("module.sh: the module is above its budget");
    process.exitCode = 3;
  }
' "$out/${name}_bg.wasm" "$budget_kib" "$name"
