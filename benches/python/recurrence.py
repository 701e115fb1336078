#!/usr/bin/env python3
"""Recurrence from Python beside python-dateutil: the six shapes of `ratios -- recurrence`.

10,000 anchors in Europe/Paris, expanded by `entretien.recurrence.expand` in one call, and a sample
of them by python-dateutil, from DTSTART to before 2035; both give UTC epoch seconds in a column.
Every value of the sample is compared. Rates are values a second of CPU time of one thread, medians
of interleaved rounds. Each round lets its column go before the next, which gets the same memory;
the first call of a process also pays for the pages that the system gives it.

Prints a shape a row and last `python=` with the worst ratio; with `--json`, a list of objects.
Needs the packages of bindings-python/requirements-dev.txt: `bindings-python/check.sh` makes such an
environment.
"""

import argparse
import array
import dataclasses
import datetime as dt
import gc
import json
import statistics
import sys
import time
from collections.abc import Callable
from typing import TypeVar
from zoneinfo import ZoneInfo

import numpy as np
from dateutil.rrule import rrulestr

from entretien.recurrence import Columns, RuleSet, expand

SHAPES = [
    ("weekly MO", "FREQ=WEEKLY;BYDAY=MO"),
    ("monthly day 15", "FREQ=MONTHLY;BYMONTHDAY=15"),
    ("2nd Tuesday", "FREQ=MONTHLY;BYDAY=2TU"),
    ("quarter end", "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
    ("yearly Jan, Jul 1st Monday", "FREQ=YEARLY;BYMONTH=1,7;BYDAY=1MO"),
    ("last business day", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
]
Result = TypeVar("Result")
PARIS = ZoneInfo("Europe/Paris")
START = dt.datetime(1970, 1, 1, 1, tzinfo=PARIS)
END = dt.datetime(2035, 1, 1, tzinfo=PARIS)


@dataclasses.dataclass(frozen=True)
class Shape:
    """What one shape gave."""

    name: str
    dateutil_rate: float
    rate: float
    ratio: float
    count: int
    checksum: int


def anchors(rule: str, count: int) -> list[dt.datetime]:
    """Days of 2024 that match the rule, at different seconds from 08:00:00 on."""
    rules = RuleSet.build(dt.datetime(2024, 1, 1), [rule])
    days = rules.expand(dt.date(2024, 1, 1), dt.date(2025, 1, 1))
    return [
        dt.datetime(day.year, day.month, day.day, tzinfo=PARIS)
        + dt.timedelta(hours=8, seconds=index)
        for index in range(count)
        for day in [days[index % len(days)]]
    ]


def dateutil(rule: str, starts: list[dt.datetime]) -> "array.array[int]":
    """The peer: reads the rule for each anchor, as it must, and walks."""
    out = array.array("q")
    for start in starts:
        for moment in rrulestr(rule, dtstart=start):
            if moment >= END:
                break
            out.append(int(moment.timestamp()))
    return out


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """CPU seconds of this thread, and the result."""
    gc.collect()
    begin = time.thread_time()
    result = work()
    return time.thread_time() - begin, result


def checksum(values: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> int:
    """The sum times 31 plus the value, of every value in turn, modulo 2 to the 32."""
    powers = np.full(len(values), 31, dtype=np.uint32)
    powers[:1] = 1
    powers = np.cumprod(powers, dtype=np.uint32)[::-1]
    return int((values.astype(np.uint32) * powers).sum(dtype=np.uint32))


def measure(name: str, rule: str, assets: int, sample: int, rounds: int) -> Shape:
    """Rates of one shape; stops when an answer differs."""
    starts = anchors(rule, assets)
    pairs = [(rule, start) for start in starts]
    step = max(1, assets // sample)
    chosen = starts[::step]
    theirs: list[float] = []
    ours: list[float] = []
    found = (0, 0)
    for _ in range(rounds):
        seconds, expected = timed(lambda: dateutil(rule, chosen))
        theirs.append(len(expected) / seconds)
        seconds, columns = timed(lambda: expand(pairs, START, END))
        ours.append(len(columns.values) / seconds)
        if expected != sampled(columns, step):
            sys.exit(f"{name}: python-dateutil gives other values")
        found = len(columns.values), checksum(np.asarray(columns.values))
        del columns
    dateutil_rate, rate = statistics.median(theirs), statistics.median(ours)
    return Shape(name, dateutil_rate, rate, rate / dateutil_rate, *found)


def sampled(columns: Columns, step: int) -> "array.array[int]":
    """The values of every `step`-th row."""
    out = array.array("q")
    for row in range(0, len(columns), step):
        out.frombytes(columns[row].buffer.cast("B"))
    return out


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--assets", type=int, default=10_000)
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    shapes = [
        measure(name, rule, options.assets, options.sample, options.rounds) for name, rule in SHAPES
    ]
    if options.json:
        print(json.dumps([dataclasses.asdict(shape) for shape in shapes]))
        return
    print(f"{'':<28}{'dateutil /s':>16}{'entretien /s':>16}{'ratio':>10}")
    for shape in shapes:
        print(
            f"{shape.name:<28}{shape.dateutil_rate:>16,.0f}{shape.rate:>16,.0f}{shape.ratio:>10,.0f}"
        )
    print(f"python={min(shape.ratio for shape in shapes):.0f}")


if __name__ == "__main__":
    main()
