#!/usr/bin/env bash
# Builds the package into .venv and runs every check of it. Needs Python 3.11 with pip, cargo, and PyPI for the first run.
set -euo pipefail
cd "$(dirname "$0")"
python=${PYTHON:-python3}
venv=$PWD/.venv
if [ ! -x "$venv/bin/python" ]; then
    # Debian's Python comes without ensurepip: pip installs into the environment from outside.
    "$python" -m venv --without-pip "$venv"
fi
stamp="$venv/requirements-dev.txt"
if ! cmp -s requirements-dev.txt "$stamp"; then
    "$python" -m pip --python "$venv/bin/python" install --quiet --disable-pip-version-check -r requirements-dev.txt
    cp requirements-dev.txt "$stamp"
fi
export VIRTUAL_ENV=$venv PATH="$venv/bin:$PATH"

step() { printf '== %s\n' "$*"; "$@"; }
step maturin develop --release --quiet
step ./stubs.sh --check
step ruff check --config pyproject.toml python tests ../benches/python ../examples/notebooks
step ruff format --check --config pyproject.toml python tests ../benches/python ../examples/notebooks
step mypy
step mypy --strict tests ../benches/python
step python -m mypy.stubtest --allowlist stubtest.txt entretien
step python -m pytest -q
