#!/usr/bin/env python3
"""Business time from Python beside numpy: the pairs of `ratios -- business-time`.

Open seconds between 100,000 pairs of instants, Monday to Friday 09:00-18:00 in Europe/Paris, public
holidays of mainland France. `entretien` is given UTC epoch seconds; numpy, which knows no zones, is
given local days and seconds of the day that were made beforehand, and counts by `busday_count` and
`clip`. Every answer is compared. Rates are pairs a second of CPU time of one thread, medians of
interleaved rounds.

Prints the two rates and last `python=` with their ratio; with `--json`, an object.
Needs the packages of bindings-python/requirements-dev.txt: `bindings-python/check.sh` makes such an
environment.
"""

import argparse
import datetime as dt
import gc
import json
import statistics
import sys
import time
from collections.abc import Callable
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

from entretien.calendar import BusinessTime

Column = npt.NDArray[np.int64]
PAIRS = 100_000
FIRST, YEARS = 1_704_067_200, 2_192 * 86_400
SHORTEST, LONGEST = 60, 60 * 86_400
PARIS = ZoneInfo("Europe/Paris")
OPENING, CLOSING = 9 * 3_600, 18 * 3_600


def mix() -> tuple[Column, Column]:
    """The pairs of the native run, by the same generator."""
    state = 42
    begins, ends = [], []

    def draw(below: int) -> int:
        nonlocal state
        state = (state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % 2**64
        return (state >> 33) % below

    for _ in range(PAIRS):
        begin = FIRST + draw(YEARS)
        begins.append(begin)
        ends.append(begin + SHORTEST + draw(LONGEST - SHORTEST + 1))
    return np.array(begins, dtype=np.int64), np.array(ends, dtype=np.int64)


def easter(year: int) -> dt.date:
    """Easter Sunday (Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    rest = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + rest - 7 * ((a + 11 * h + 22 * rest) // 451) + 114, 31)
    return dt.date(year, month, day + 1)


def holidays() -> list[dt.date]:
    """Public holidays of mainland France."""
    fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)]
    days = []
    for year in range(2023, 2033):
        days += [dt.date(year, month, day) for month, day in fixed]
        days += [easter(year) + dt.timedelta(days=offset) for offset in (1, 39, 50)]
    return days


def local(instants: Column) -> tuple[npt.NDArray[np.datetime64], Column]:
    """Civil days, and seconds of the day, in Paris."""
    offsets = [
        dt.datetime.fromtimestamp(int(at), PARIS).utcoffset() or dt.timedelta() for at in instants
    ]
    wall = instants + np.array([int(offset.total_seconds()) for offset in offsets])
    return (wall // 86_400).astype("datetime64[D]"), wall % 86_400


def counted(
    begins: tuple[npt.NDArray[np.datetime64], Column],
    ends: tuple[npt.NDArray[np.datetime64], Column],
    calendar: np.busdaycalendar,
) -> Column:
    """Open seconds by numpy."""

    def passed(days: npt.NDArray[np.datetime64], seconds: Column) -> Column:
        inside = np.clip(seconds, OPENING, CLOSING) - OPENING
        return np.where(np.is_busday(days, busdaycal=calendar), inside, 0)

    whole = np.busday_count(begins[0], ends[0], busdaycal=calendar)
    return whole * (CLOSING - OPENING) + passed(*ends) - passed(*begins)


def timed(work: Callable[[], Column]) -> tuple[float, Column]:
    """CPU seconds of this thread, and the result."""
    gc.collect()
    begin = time.thread_time()
    result = work()
    return time.thread_time() - begin, result


def checksum(values: Column) -> int:
    """The sum times 31 plus the value, of every value in turn, modulo 2 to the 32."""
    powers = np.full(len(values), 31, dtype=np.uint32)
    powers[:1] = 1
    powers = np.cumprod(powers, dtype=np.uint32)[::-1]
    return int((values.astype(np.uint32) * powers).sum(dtype=np.uint32))


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    begins, ends = mix()
    week = {
        day: [{"from": "09:00", "to": "18:00"}]
        for day in ("monday", "tuesday", "wednesday", "thursday", "friday")
    }
    business = BusinessTime({"id": "office", "opening": week, "holidays": "FR"})
    peer = np.busdaycalendar(holidays=[np.datetime64(day) for day in holidays()])
    local_begins, local_ends = local(begins), local(ends)
    ours: list[float] = []
    theirs: list[float] = []
    answers = np.zeros(0, dtype=np.int64)
    for _ in range(options.rounds):
        seconds, expected = timed(lambda: counted(local_begins, local_ends, peer))
        theirs.append(PAIRS / seconds)
        seconds, found = timed(lambda: np.asarray(business.between(begins, ends)))
        ours.append(PAIRS / seconds)
        if not np.array_equal(expected, found):
            sys.exit("numpy gives other answers")
        answers = found
    rate, numpy_rate = statistics.median(ours), statistics.median(theirs)
    ratio = rate / numpy_rate
    if options.json:
        print(json.dumps({"ratio": ratio, "rate": rate, "checksum": checksum(answers)}))
        return
    print(f"{'numpy':<12}{numpy_rate:>16,.0f} pairs/s")
    print(f"{'entretien':<12}{rate:>16,.0f} pairs/s")
    print(f"python={ratio:.2f}")


if __name__ == "__main__":
    main()
