#!/usr/bin/env bash
# Builds the npm package `entretien` into pkg/: one WebAssembly file, and glue for browsers, bundlers and Node.
#
#   ./build.sh            build, print the sizes
#
# Ends with 3 when all is built but the module is above its budget (ENTRETIEN_WASM_BUDGET_KIB, gzip).
# Needs cargo, rustup and node with npm. Adds the Rust target and the `wasm-bindgen` program when missing.
set -euo pipefail
cd "$(dirname "$0")"

# 480 until plans had policies, counters, windows, placement, visits and costs, each with its reader, its checker and
# its texts. Measured in 645 KiB: reports 97, the checker 30, differences and findings 25. A module loaded on demand
# could take them, but it would read and plan everything a second time. Measured in 878 KiB, with registers and with
# renewals and audits in documents: unpacked, of 1 878 KiB of code, documents are 235, takeovers 231, plans 227, reports 93.
# What is computed of renewals and audits is in the module `care`.
budget_kib="${ENTRETIEN_WASM_BUDGET_KIB:-920}"
root=$(cd .. && pwd)
target="${CARGO_TARGET_DIR:-$root/target}"
version=$(sed -n 's/^wasm-bindgen = "=\(.*\)"$/\1/p' "$root/Cargo.toml")
[ -n "$version" ] || { echo "build.sh: no exact wasm-bindgen version in $root/Cargo.toml" >&2; exit 1; }

if ! rustup target list --installed | grep -qx wasm32-unknown-unknown; then
  rustup target add wasm32-unknown-unknown
fi
# The program and the library must have the very same version.
if [ "$(wasm-bindgen --version 2>/dev/null || true)" != "wasm-bindgen $version" ]; then
  tools="$target/tools/wasm-bindgen-$version"
  export PATH="$tools/bin:$PATH"
  if [ "$(wasm-bindgen --version 2>/dev/null || true)" != "wasm-bindgen $version" ]; then
    cargo install wasm-bindgen-cli --version "$version" --root "$tools"
  fi
fi
wasm-bindgen --version
if [ ! -x node_modules/.bin/wasm-opt ] || [ ! -x node_modules/.bin/tsc ]; then
  npm ci
fi

cargo build --manifest-path "$root/Cargo.toml" --package entretien-wasm --profile wasm --target wasm32-unknown-unknown
built="$target/wasm32-unknown-unknown/wasm/entretien_wasm.wasm"

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
for kind in bundler web experimental-nodejs-module; do
  wasm-bindgen --target "$kind" --out-name entretien --out-dir "$stage/$kind" "$built"
done
# All three speak to the same bytes, so that one file serves all.
cmp "$stage/bundler/entretien_bg.wasm" "$stage/web/entretien_bg.wasm"
cmp "$stage/bundler/entretien_bg.wasm" "$stage/experimental-nodejs-module/entretien_bg.wasm"

rm -rf pkg
mkdir -p pkg/glue
glue=pkg/glue
# The features are what rustc emits beyond the first version of WebAssembly; all browsers since 2022 have it.
# Measured: the second round, which knows the effects of calls, takes another 5 KiB off (gzip); functions in the order
# of their names, which brings those of one generic together, 8 KiB.
node_modules/.bin/wasm-opt -Oz --reorder-locals --generate-global-effects -Oz --converge --reorder-functions-by-name \
  --enable-bulk-memory --enable-bulk-memory-opt --enable-mutable-globals --enable-multivalue \
  --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext \
  --strip-producers --strip-target-features \
  "$stage/web/entretien_bg.wasm" -o "$glue/entretien_bg.wasm"
cp "$stage/bundler/"{entretien.js,entretien.d.ts,entretien_bg.js} "$glue/"
cp "$stage/web/entretien.js" "$glue/web.js"
cp "$stage/experimental-nodejs-module/entretien.js" "$glue/node.js"
sed -i 's|^/\* @ts-self-types=.*\*/$||' "$glue/entretien.js" "$glue/web.js" "$glue/node.js"
cp glue-web.d.ts "$glue/web.d.ts"
cp glue-node.d.ts "$glue/node.d.ts"
# Modules that are loaded on demand; 3: built, above the budget. The service module reads whole engagements, plan policies
# and facts included: it was 500 KiB before plans could say so much, and is measured in 675 KiB since documents hold the terms
# of renewals and audits. The care module, measured in 891 KiB, reads
# inventories and registers as the main one does. The indicators module, measured in 1 205 KiB since its trends are drawn as charts, reads them too, plans (due works, the
# effects of recommendations), and has the readers of logs, the mathematics of failures and the page of indicators.
# The review module, measured in 2 077 KiB, links that one without its statistics functions (39 KiB), and joins renewals,
# audit and contracts to it. Workbooks and comparisons of sourcing take 338 KiB together, the months of every language 80.
over=0
for module in "recurrence wasm-speed -O3 350" "service wasm -Oz 690" "care wasm -Oz 920" "indicators wasm -Oz 1250" \
  "review wasm -Oz 2150"; do
  # shellcheck disable=SC2086
  ./module.sh $module "$glue" || { [ $? = 3 ] || exit 1; over=3; }
done
node_modules/.bin/tsc -p tsconfig.json

cp README.md "$root/LICENSE-MIT" "$root/LICENSE-APACHE" pkg/
node -e '
  const { readFileSync, writeFileSync } = require("node:fs");
  const [, manifest, version] = process.argv;
  const json = JSON.parse(readFileSync(manifest, "utf8"));
  writeFileSync("pkg/package.json", JSON.stringify({ ...json, version }, null, 2) + "\n");
' package.publish.json "$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"$/\1/p' "$root/Cargo.toml")"

node -e '
  const { readFileSync } = require("node:fs");
  const { brotliCompressSync, gzipSync } = require("node:zlib");
  const bytes = readFileSync("pkg/glue/entretien_bg.wasm");
  const kib = (n) => (n / 1024).toFixed(1) + " KiB";
  const packed = gzipSync(bytes, { level: 9 }).length;
  const budget = Number(process.argv[1]) * 1024;
  const brotli = brotliCompressSync(bytes).length;
  console.log(`entretien_bg.wasm: ${kib(bytes.length)}, gzip ${kib(packed)} (budget ${kib(budget)}), brotli ${kib(brotli)}`);
  if (packed > budget) {
    console.error("build.sh: the module is above its budget");
    process.exitCode = 3;
  }
' "$budget_kib"
[ "$over" = 0 ] || exit "$over"
