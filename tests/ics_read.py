"""Reads calendar files with the Python package `icalendar` and compares them with plan.json.

    python ics_read.py plan.json plan-1.ics [plan-2.ics …] [--csv plan.csv]

Compared: number of events, UID, first day, last day, and the title of each event. Exits with 1 and says what
differs when anything does. The asset name, which plan.json leaves out, is read from plan.csv when given.
"""

import csv
import datetime
import json
import sys

import icalendar


def expected(plan_path, csv_path):
    """UID → (date, title in each language, asset name or None)."""
    with open(plan_path, encoding="utf-8") as file:
        plan = json.load(file)
    names = {}
    if csv_path:
        with open(csv_path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                names[row["id"]] = row["asset_name"]
    titles = {task["id"]: task["title"] for task in plan["tasks"]}
    return {
        f"{o['id']}@entretien": (
            datetime.date.fromisoformat(o["date"]),
            set(titles[o["task"]].values()),
            names.get(o["id"]),
        )
        for o in plan["occurrences"]
    }


def main(arguments):
    csv_path = None
    if "--csv" in arguments:
        place = arguments.index("--csv")
        csv_path = arguments[place + 1]
        arguments = arguments[:place] + arguments[place + 2 :]
    plan_path, *files = arguments
    wanted = expected(plan_path, csv_path)
    differences = []
    seen = 0
    for path in files:
        with open(path, "rb") as file:
            calendar = icalendar.Calendar.from_ical(file.read())
        for event in calendar.walk("VEVENT"):
            seen += 1
            uid = str(event["UID"])
            found = wanted.pop(uid, None)
            if found is None:
                differences.append(f"{path}: {uid} is not in the plan, or twice")
                continue
            date, titles, name = found
            start, end = event.decoded("DTSTART"), event.decoded("DTEND")
            if start != date or end != date + datetime.timedelta(days=1):
                differences.append(f"{uid}: {start} – {end}, planned {date}")
            summary = str(event["SUMMARY"])
            fits = any(
                summary == f"{title} — {name}" if name is not None else summary.startswith(f"{title} — ")
                for title in titles
            )
            if not fits:
                differences.append(f"{uid}: title {summary!r}")
    differences.extend(f"{uid} is missing" for uid in wanted)
    for difference in differences[:20]:
        print(difference, file=sys.stderr)
    print(f"icalendar {icalendar.__version__}: {seen} events in {len(files)} files, {len(differences)} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    sys.exit(main(sys.argv[1:]))
