#!/usr/bin/env bash
# Spelling of code and English prose.
set -euo pipefail
cd "$(dirname "$0")/../.."
venv=target/typos-venv
[ -x "$venv/bin/typos" ] || { python3 -m venv "$venv" && "$venv/bin/pip" install --quiet typos==1.52.0; }
"$venv/bin/typos"
