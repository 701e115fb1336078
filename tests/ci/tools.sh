#!/usr/bin/env bash
# Installs what the checks need and this machine lacks, through the ordinary clients.
set -euo pipefail
cd "$(dirname "$0")/../.."

WASM_BINDGEN=0.2.130

have() { command -v "$1" >/dev/null 2>&1; }

apt_packages=()
have python3 || apt_packages+=(python3)
python3 -c 'import venv, ensurepip' 2>/dev/null || apt_packages+=(python3-venv)
have node || apt_packages+=(nodejs npm)
have chromium || apt_packages+=(chromium)
[ -d /usr/share/fonts/truetype/dejavu ] || apt_packages+=(fonts-dejavu-core)
if [ ${#apt_packages[@]} -gt 0 ]; then
  echo "apt: ${apt_packages[*]}"
  if [ "$(id -u)" -eq 0 ]; then sudo=""; else sudo="sudo"; fi
  $sudo apt-get update -qq
  $sudo apt-get install -y -qq --no-install-recommends "${apt_packages[@]}" >/dev/null
fi

if ! rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null | xargs -r test -d; then
  rustup target add wasm32-unknown-unknown
fi
for component in rustfmt clippy; do
  cargo "${component/rustfmt/fmt}" --version >/dev/null 2>&1 || rustup component add "$component"
done
cargo deny --version >/dev/null 2>&1 || cargo install cargo-deny --locked --quiet
if [ "$(wasm-bindgen --version 2>/dev/null)" != "wasm-bindgen $WASM_BINDGEN" ]; then
  # Without --locked: a prerelease that its lock file names cannot be had everywhere.
  cargo install wasm-bindgen-cli --version "$WASM_BINDGEN" --quiet
fi
