#!/usr/bin/env bash
# Runs kpi.py with its peers, in an environment of its own under target/ unless ENTRETIEN_PYTHON names a Python that
# has them. The package is the one that bindings-python/check.sh built.
set -euo pipefail
cd "$(dirname "$0")/../.."
python=${ENTRETIEN_PYTHON:-}
if [ -z "$python" ]; then
    venv="${CARGO_TARGET_DIR:-target}/kpi-bench-venv"
    python="$venv/bin/python"
    [ -x "$python" ] || python3 -m venv --without-pip "$venv"
    python3 -m pip --python "$python" install --quiet --disable-pip-version-check -r benches/python/requirements-kpi.txt
fi
PYTHONPATH="bindings-python/python${PYTHONPATH:+:$PYTHONPATH}" exec "$python" benches/python/kpi.py "$@"
