#!/usr/bin/env python3
"""Indicators from Python beside polars, pandas and lifelines: what `ratios -- kpi` runs.

- Grouped: availability, MTBF and MTTR of 20,000 assets from 1,000,000 incidents, one in a hundred
  without end. Overlaps are united, outages cut at the window, open ones kept; every count is
  compared. All begin with Arrow columns and end with a table of one row an asset.
- Weibull: maximum likelihood on 100,000 lives, 54 % of them censored, beside lifelines.
- Events: the event log of UCI 498 from bytes in memory to one record an incident, beside the CSV
  reader of polars and its last row of each incident, whose values stay text.

Times are CPU seconds of the process, medians of rounds taken in turn; polars has one thread.
Prints a table and last the ratios; with `--json`, an object. `kpi.sh` makes the environment.
"""

import argparse
import gc
import gzip
import json
import os
import statistics
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ["POLARS_MAX_THREADS"] = "1"

import lifelines
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa

from entretien.intervention import Log
from entretien.kpi import fleet_downtime
from entretien.reliability import weibull_fit

ROOT = Path(__file__).resolve().parents[2]
INCIDENTS, ASSETS = 1_000_000, 20_000
OPEN = 0.01
DAY = 86_400
START, END = 1_700_000_000, 1_700_000_000 + 365 * DAY
SPAN = END - START
LIVES, CENSORED = 100_000, 0.54
EXACT = ["down_time", "failures", "episodes", "closed", "restoration_time", "open"]
FLOATS = ["availability", "mtbf", "mttr"]
CLOSE = 1e-12
FIT_CLOSE = 1e-3


def incidents() -> pa.Table:
    """Outages of minutes to days over the year and ten days around it, in no order."""
    draw = np.random.default_rng(498)
    begins = draw.integers(START - 10 * DAY, END + 10 * DAY, INCIDENTS)
    lengths = draw.lognormal(9.0, 1.5, INCIDENTS).astype(np.int64)
    is_open = draw.random(INCIDENTS) < OPEN
    return pa.table(
        {
            "asset": draw.integers(0, ASSETS, INCIDENTS, dtype=np.uint32),
            "begin": begins,
            "end": pa.array(begins + lengths, mask=is_open),
        }
    )


def by_entretien(table: pa.Table) -> pl.DataFrame:
    """The kernel on the columns as they are."""
    found = fleet_downtime(
        table["asset"], table["begin"], table["end"], window=(START, END), asset_count=ASSETS
    )
    return pl.DataFrame(found)


def by_polars(table: pl.DataFrame) -> pl.DataFrame:
    """One sort by asset and begin.

    Assets follow each other on one long axis, so that the running maximum of ends needs no window
    function.
    """
    asset = pl.col("asset").cast(pl.Int64)
    lies = pl.col("begin") >= START
    counts = (
        table.lazy()
        .filter((pl.col("begin") < END) & (pl.col("end").is_null() | (pl.col("end") >= START)))
        .with_columns(key=asset * 2 * SPAN + (pl.col("begin") - START + 10 * DAY))
        .sort("key")
        .with_columns(
            low=asset * SPAN + pl.col("begin").clip(lower_bound=START) - START,
            high=asset * SPAN + pl.col("end").fill_null(END).clip(upper_bound=END) - START,
        )
        .with_columns(reach=pl.col("high").cum_max().shift(1, fill_value=-1))
        .with_columns(
            down=(pl.col("high") - pl.max_horizontal("low", "reach")).clip(lower_bound=0),
            first=lies
            & (
                (pl.col("low") > pl.col("reach"))
                | (pl.col("asset") != pl.col("asset").shift(1)).fill_null(value=True)
            ),
            failed=lies,
            ended=lies & pl.col("end").is_not_null(),
        )
        .group_by("asset")
        .agg(
            down_time=pl.col("down").sum(),
            failures=pl.col("failed").sum(),
            episodes=pl.col("first").sum(),
            closed=pl.col("ended").sum(),
            restoration_time=(pl.col("end") - pl.col("begin")).filter(pl.col("ended")).sum(),
            open=pl.col("end").null_count(),
        )
    )
    up = SPAN - pl.col("down_time")

    def over(above: pl.Expr, below: str) -> pl.Expr:
        return pl.when(pl.col(below) > 0).then(above / pl.col(below))

    every = pl.LazyFrame({"asset": pl.Series(range(ASSETS), dtype=pl.UInt32)})
    return (
        every.join(counts, on="asset", how="left", maintain_order="left")
        .with_columns(pl.col(EXACT).fill_null(0))
        .with_columns(
            availability=up / SPAN,
            mtbf=over(up, "failures"),
            mttr=over(pl.col("restoration_time"), "closed"),
        )
        .collect()
    )


def by_pandas(table: pd.DataFrame) -> pd.DataFrame:
    """The same steps."""
    is_open = table["end"].isna().to_numpy()
    end = table["end"].fillna(np.iinfo(np.int64).max).to_numpy("int64")
    whole = pd.DataFrame(
        {"asset": table["asset"], "begin": table["begin"], "end": end, "open": is_open}
    )
    rows = whole[(whole["begin"] < END) & (whole["end"] >= START)]
    asset = rows["asset"].astype("int64")
    key = asset * 2 * SPAN + (rows["begin"] - START + 10 * DAY)
    rows = rows.iloc[np.argsort(key.to_numpy())]
    asset = rows["asset"].astype("int64")
    low = asset * SPAN + rows["begin"].clip(lower=START) - START
    high = asset * SPAN + rows["end"].clip(upper=END) - START
    reach = high.cummax().shift(1, fill_value=-1)
    lies = rows["begin"] >= START
    ended = lies & ~rows["open"]
    new = (low > reach) | (rows["asset"] != rows["asset"].shift(1))
    columns = pd.DataFrame(
        {
            "asset": rows["asset"],
            "down_time": (high - np.maximum(low, reach)).clip(lower=0),
            "failures": lies.astype("int64"),
            "episodes": (lies & new).astype("int64"),
            "closed": ended.astype("int64"),
            "restoration_time": (rows["end"] - rows["begin"]).where(ended, 0),
            "open": rows["open"].astype("int64"),
        }
    )
    counts = columns.groupby("asset").sum().reindex(range(ASSETS), fill_value=0)
    up = SPAN - counts["down_time"]
    counts["availability"] = up / SPAN
    counts["mtbf"] = (up / counts["failures"]).where(counts["failures"] > 0)
    counts["mttr"] = (counts["restoration_time"] / counts["closed"]).where(counts["closed"] > 0)
    return counts


def same(ours: pl.DataFrame, theirs: pl.DataFrame | pd.DataFrame, peer: str) -> None:
    """Stops where a count or a figure differs."""
    for name in EXACT + FLOATS:
        a = ours[name].to_numpy().astype("float64")
        b = theirs[name].to_numpy().astype("float64")
        wrong = np.nonzero(~np.isclose(a, b, rtol=CLOSE, atol=0.0, equal_nan=True))[0]
        if wrong.size:
            row = wrong[0]
            sys.exit(f"{name} of asset {row}: {a[row]}, {peer} has {b[row]}")


def timed(rounds: int, *asks: Callable[[], Any]) -> list[float]:
    """Median CPU seconds of each, taken in turn."""
    times: list[list[float]] = [[] for _ in asks]
    for _ in range(rounds):
        for ask, mine in zip(asks, times, strict=True):
            gc.collect()
            begin = time.process_time()
            ask()
            mine.append(time.process_time() - begin)
    return [statistics.median(mine) for mine in times]


def grouped(rounds: int) -> dict[str, float]:
    """Times of the grouped figures."""
    table = incidents()
    frame = pl.DataFrame(table)
    plain = table.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get)
    plain["begin"] = plain["begin"].astype("int64")
    ours = by_entretien(table)
    same(ours, by_polars(frame), "polars")
    same(ours, by_pandas(plain), "pandas")
    own, polars, pandas = timed(
        rounds, lambda: by_entretien(table), lambda: by_polars(frame), lambda: by_pandas(plain)
    )
    return {"grouped": own, "polars": polars, "pandas": pandas}


def weibull(rounds: int) -> dict[str, float]:
    """Times of the fit."""
    draw = np.random.default_rng(54)
    ages = 1_000.0 * draw.weibull(1.7, LIVES)
    ends = np.quantile(ages, 1 - CENSORED) * 2 * draw.random(LIVES) + 1.0
    for _ in range(40):  # the share that is censored, by halving
        share = (ends < ages).mean()
        ends *= share / CENSORED
    times, failed = np.minimum(ages, ends), ages <= ends
    column, flags = pa.array(times), pa.array(failed)

    def peer() -> Any:  # noqa: ANN401
        return lifelines.WeibullFitter().fit(times, failed)

    fit = weibull_fit(times=column, failed=flags)["fit"]
    theirs = peer()
    if fit is None:
        sys.exit("no fit")
    for name, a, b in [
        ("shape", fit["shape"], theirs.rho_),
        ("scale", fit["scale"], theirs.lambda_),
    ]:
        if abs(a / b - 1) > FIT_CLOSE:
            sys.exit(f"{name} {a}, lifelines has {b}")
    own, other = timed(rounds, lambda: weibull_fit(times=column, failed=flags), peer)
    return {"weibull": own, "lifelines": other, "censored": float(1 - failed.mean())}


def events(rounds: int, shared: Path) -> dict[str, float]:
    """Times of reading the event log."""
    data = gzip.decompress((shared / "data/incidents/uci498_events.csv.gz").read_bytes())

    def peer() -> pl.DataFrame:
        rows = pl.read_csv(data, infer_schema=False)
        last = pl.all().exclude("number").last()
        return rows.group_by("number", maintain_order=True).agg(last, events=pl.len())

    log, rows = Log.from_events(data, "UTC"), peer()
    if log.incident_count != rows.height:
        sys.exit(f"{log.incident_count} incidents, polars has {rows.height}")
    own, other = timed(rounds, lambda: Log.from_events(data, "UTC"), peer)
    return {"events": own, "polars_events": other}


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    shared = Path(os.environ.get("ENTRETIEN_SHARED", ROOT.parent / "shared"))
    parser.add_argument("--shared", type=Path, default=shared)
    options = parser.parse_args()
    warnings.filterwarnings("ignore")
    found = grouped(options.rounds) | weibull(options.rounds)
    found |= events(options.rounds, options.shared)
    if options.json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"{name:<16}{value:10.4f}")
    print(
        f"vs_polars={found['polars'] / found['grouped']:.2f} "
        f"vs_pandas={found['pandas'] / found['grouped']:.2f} "
        f"vs_lifelines={found['lifelines'] / found['weibull']:.1f} "
        f"events_vs_polars={found['polars_events'] / found['events']:.2f} "
        f"grouped_ms={1e3 * found['grouped']:.1f} weibull_ms={1e3 * found['weibull']:.1f}"
    )


if __name__ == "__main__":
    main()
