"""Reads calendar files with the Python package `icalendar` and compares them with plan.json.

    python ics_read.py plan.json plan-1.ics [plan-2.ics …] [--csv plan.csv]

Compared: number of events, UID, first day, last day, and the title of each event. Exits with 1 and says what
differs when anything does. The asset name, which plan.json leaves out, is read from plan.csv when given.

Events of contracts, which plan.json leaves out, are held against themselves: the day and the kind that their UID
names, their categories, and the alarm of a notice deadline that is still to come.
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
        o["id"]: (
            datetime.date.fromisoformat(o["date"]),
            set(titles[o["task"]].values()),
            names.get(o["id"]),
        )
        for o in plan["occurrences"]
    }


KINDS = {
    "begin": ("begin", "début"),
    "suspension_end": ("end of suspension", "fin de suspension"),
    "renewal": ("renewal", "reconduction"),
    "amendment": ("amendment", "avenant"),
    "price_revision": ("price revision", "révision du prix"),
    "suspension_begin": ("suspension", "suspension"),
    "notice_deadline": ("notice deadline", "date limite de préavis"),
    "term_end": ("end of contract", "fin de contrat"),
    "termination": ("early termination", "résiliation anticipée"),
}


def of_contract(event, horizon):
    """What is wrong with an event of a contract."""
    uid, kind = str(event["UID"]), str(event["X-ENTRETIEN-CONTRACT-EVENT"])
    identity, _, domain = uid.rpartition("@")
    mark, contract, named, day, *number = identity.split("/")
    if mark != "contract" or not contract or named != kind or len(number) > 1 or not domain.endswith(".entretien"):
        yield f"{uid}: not the UID of a {kind}"
    start, end = event.decoded("DTSTART"), event.decoded("DTEND")
    if start.isoformat() != day or end != start + datetime.timedelta(days=1):
        yield f"{uid}: {start} – {end}"
    if not horizon["start"] <= day < horizon["end"]:
        yield f"{uid}: outside {horizon}"
    words = [str(word) for word in event["CATEGORIES"].cats]
    if words not in [list(pair) for pair in zip(("contract", "contrat"), KINDS.get(kind, ()))]:
        yield f"{uid}: categories {words}"
    if not str(event["SUMMARY"]) or str(event["TRANSP"]) != "TRANSPARENT":
        yield f"{uid}: no title, or it blocks time"
    known = event.decoded("DTSTAMP").date()
    alarms = [alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")]
    if alarms != [datetime.timedelta(days=-14)] * (kind == "notice_deadline" and start >= known):
        yield f"{uid}: alarms {alarms}"


def main(arguments):
    csv_path = None
    if "--csv" in arguments:
        place = arguments.index("--csv")
        csv_path = arguments[place + 1]
        arguments = arguments[:place] + arguments[place + 2 :]
    plan_path, *files = arguments
    wanted = expected(plan_path, csv_path)
    with open(plan_path, encoding="utf-8") as file:
        horizon = json.load(file)["horizon"]
    contract_uids = set()
    differences = []
    seen = 0
    for path in files:
        with open(path, "rb") as file:
            calendar = icalendar.Calendar.from_ical(file.read())
        for event in calendar.walk("VEVENT"):
            seen += 1
            uid = str(event["UID"])
            if "X-ENTRETIEN-CONTRACT-EVENT" in event:
                differences.extend(of_contract(event, horizon))
                if uid in contract_uids:
                    differences.append(f"{path}: {uid} twice")
                contract_uids.add(uid)
                continue
            identity, _, domain = uid.rpartition("@")
            found = wanted.pop(identity, None) if domain.endswith(".entretien") else None
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
    print(f"icalendar {icalendar.__version__}: {seen} events in {len(files)} files, {len(contract_uids)} of contracts, {len(differences)} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    sys.exit(main(sys.argv[1:]))
