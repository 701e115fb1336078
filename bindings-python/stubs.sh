#!/usr/bin/env bash
# Generates python/entretien/_native.pyi from the Rust sources. With --check, only says whether it is up to date.
set -euo pipefail
cd "$(dirname "$0")"
stub=python/entretien/_native.pyi
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
maturin=.venv/bin/maturin
[ -x "$maturin" ] || maturin=maturin
"$maturin" generate-stubs --quiet --profile release --out "$out"
generated="$out/entretien/_native.pyi"
if [ "${1:-}" = --check ]; then
    diff -u "$stub" "$generated" || { echo "$stub is out of date: run bindings-python/stubs.sh" >&2; exit 1; }
else
    cp "$generated" "$stub"
fi
