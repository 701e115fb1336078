"""Compares the engine with python-dateutil on seeded random rules, on demand.

    cargo build --release -p entretien-tests --bin conformance
    python tests/recurrence_dateutil.py target/release/conformance [RULES]

The rules are written with dateutil's answers as a file of agreed answers, which `conformance rrule` then
reads. Known disagreements (BYWEEKNO without BYDAY, the first partial week of WEEKLY with BYSETPOS, times in
a clock-change gap) are kept out: they are rows of `data/recurrence/divergences.toml`.
"""

import datetime
import itertools
import json
import random
import subprocess
import sys
import tempfile

from dateutil.rrule import rrulestr

WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
LISTED = 60


def values(rng: random.Random, most: int, low: int, high: int) -> str:
    chosen = [rng.choice([n for n in range(low, high + 1) if n]) for _ in range(rng.randint(1, most))]
    return ",".join(map(str, chosen))


def rule(rng: random.Random) -> str:
    freq = rng.choice(["YEARLY", "MONTHLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY"])
    parts = [f"FREQ={freq}", f"INTERVAL={rng.randint(1, 5)}", f"COUNT={rng.randint(1, LISTED - 1)}"]
    if rng.random() < 0.3:
        parts.append(f"WKST={rng.choice(WEEKDAYS)}")
    if rng.random() < 0.3:
        parts.append(f"BYMONTH={values(rng, 4, 1, 12)}")
    ordinal = freq in ("YEARLY", "MONTHLY")
    if rng.random() < 0.5:
        count = rng.randint(1, 3)
        days = [rng.choice(WEEKDAYS) for _ in range(count)]
        if ordinal and rng.random() < 0.6:
            days = [f"{rng.choice([-3, -2, -1, 1, 2, 3])}{day}" for day in days]
        parts.append(f"BYDAY={','.join(days)}")
        if ordinal and rng.random() < 0.4:
            parts.append(f"BYSETPOS={values(rng, 2, -3, 3)}")
    elif freq != "WEEKLY" and rng.random() < 0.6:
        parts.append(f"BYMONTHDAY={values(rng, 4, -28, 28)}")
    if freq in ("HOURLY", "MINUTELY") and rng.random() < 0.4:
        parts.append(f"BYHOUR={values(rng, 4, 1, 23)}")
    return ";".join(parts)


def main() -> int:
    runner, wanted = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 2_000
    rng = random.Random(20_260_101)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False) as file:
        for index in range(wanted):
            start = datetime.datetime(rng.randint(1970, 2060), rng.randint(1, 12), rng.randint(1, 28), rng.randint(5, 22))
            text = rule(rng)
            # Years are bounded so that a rule without instances does not keep dateutil for minutes.
            bound = start + datetime.timedelta(days=40 * 365)
            try:
                found = rrulestr(text, dtstart=start).xafter(start, inc=True)
            except ValueError:
                # It refuses some rules without instances; here they are empty.
                continue
            listed = [date for date in itertools.islice(found, LISTED) if date <= bound]
            case = {
                "id": f"dateutil-{index}",
                "dtstart": start.isoformat(),
                "tzid": None,
                "rrule": text,
                "window_end": bound.isoformat(),
                "expected": [date.isoformat() for date in listed],
                "agree": ["dateutil"],
            }
            file.write(json.dumps(case) + "\n")
    return subprocess.run([runner, "rrule", file.name], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
