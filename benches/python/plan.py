#!/usr/bin/env python3
"""Dates of a plan by python-dateutil and `holidays`: the sample of `ratios -- plan`.

Reads the sample as JSON: the year, and of each task and asset its anchor, the months of its cycle
and whether its holidays are those of Alsace-Moselle. Each gets a rule from its anchor, whose dates
within the year move to the next day that is neither a weekend nor a holiday; the closed days are
listed beforehand. Day 29 to 31 is the last of the days 28 to that one which the month has.

Prints dates a second of CPU time, and last `dateutil=` with the seconds; with `--json`, an object.
The sample is what `ratios -- plan-sample` prints.
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

import holidays
from dateutil.rrule import MONTHLY, rrule

Strand = tuple[dt.datetime, int, frozenset[dt.datetime]]
DAY = dt.timedelta(days=1)
EPOCH = dt.datetime(1970, 1, 1)
SATURDAY = 5
EVERY_MONTH_HAS = 28


def closed_days(start: dt.datetime, end: dt.datetime, subdivision: str | None) -> set[dt.datetime]:
    """Weekends and holidays of the year and the month after it."""
    listed = holidays.country_holidays("FR", subdiv=subdivision, years=[start.year, end.year])
    days = (start + n * DAY for n in range((end - start).days + 31))
    return {day for day in days if day.weekday() >= SATURDAY or day.date() in listed}


def expand(strands: list[Strand], start: dt.datetime, end: dt.datetime) -> list[dt.datetime]:
    """The rolled dates of every strand, in order."""
    out = []
    for anchor, months, closed in strands:
        if anchor.day > EVERY_MONTH_HAS:
            days = range(EVERY_MONTH_HAS, anchor.day + 1)
            dates = rrule(MONTHLY, dtstart=anchor, interval=months, bymonthday=days, bysetpos=-1)
        else:
            dates = rrule(MONTHLY, dtstart=anchor, interval=months)
        for date in dates:
            if date >= end:
                break
            if date < start:
                continue
            day = date
            while day in closed:
                day += DAY
            out.append(day)
    return out


def checksum(days: list[dt.datetime]) -> int:
    """The sum times 31 plus the day since 1970-01-01, of every day in turn, modulo 2 to the 32."""
    total = 0
    for day in days:
        total = (total * 31 + (day - EPOCH).days) % 2**32
    return total


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    sample = json.load(sys.stdin)
    start, end = (dt.datetime.fromisoformat(sample[name]) for name in ("start", "end"))
    france, alsace = (frozenset(closed_days(start, end, name)) for name in (None, "Alsace-Moselle"))
    strands = [
        (dt.datetime.fromisoformat(anchor), months, alsace if in_alsace else france)
        for anchor, months, in_alsace in sample["strands"]
    ]
    times = []
    dates: list[dt.datetime] = []
    for _ in range(options.rounds):
        gc.collect()
        begin = time.thread_time()
        dates = expand(strands, start, end)
        times.append(time.thread_time() - begin)
    seconds = statistics.median(times)
    if options.json:
        found = {"seconds": seconds, "count": len(dates), "checksum": checksum(dates)}
        print(json.dumps(found))
        return
    print(f"{len(dates) / seconds:,.0f} dates/s, {len(dates)} of {len(strands)} rules")
    print(f"dateutil={seconds:.3f}")


if __name__ == "__main__":
    main()
