#!/usr/bin/env bash
# Failure statistics and indicators, recomputed with numpy, scipy and polars. Installs them into an environment of its own, unless
# KPI_PYTHON names a Python that has them. The real data are those of ENTRETIEN_SHARED, or ../shared.
set -euo pipefail
cd "$(dirname "$0")/../.."
target="${CARGO_TARGET_DIR:-target}"
cargo build --quiet --release -p entretien-tests --bin reliability_figures --bin kpi_figures
python=${KPI_PYTHON:-}
if [ -z "$python" ]; then
  venv="$target/kpi-venv"
  python="$venv/bin/python"
  [ -x "$python" ] || python3 -m venv --without-pip "$venv"
  python3 -m pip --python "$python" install --quiet --disable-pip-version-check numpy==2.4.6 scipy==1.17.1 polars==2.1.0
fi
"$python" tests/reliability_exact.py "$target/release/reliability_figures" "${ENTRETIEN_SHARED:-../shared}"
"$python" tests/kpi_exact.py "$target/release/kpi_figures" "${ENTRETIEN_SHARED:-../shared}"
