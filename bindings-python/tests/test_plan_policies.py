"""What a plan says of each occurrence, what it finds, how it differs; figures counted by hand."""

import datetime as dt
import json
import typing
from typing import Any

import pyarrow as pa
import pytest

import entretien
from conftest import YEAR, check_type, document, plan_of


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def eur(minor: int) -> dict[str, object]:
    return {"minor": minor, "currency": "EUR"}


def task(**changes: Any) -> dict[str, Any]:
    """The task of `document()`, counted from 5 January."""
    known: dict[str, Any] = document()["tasks"][0]
    return known | {"anchor": "2026-01-05"} | changes


def plan_as_of(as_of: str, **changes: Any) -> entretien.Plan:
    return entretien.Engagement.from_dict(document(**changes)).plan(
        as_of=day(as_of), start=YEAR["start"], end=YEAR["end"]
    )


CONTRACT = {
    "id": "ma-1",
    "reference": "MA 2026/1",
    "begin": "2026-03-02",
    "perimeter": {"include": [{}]},
    "services": ["preventive"],
}
WINDOWED: dict[str, Any] = {
    "tasks": [task(tolerance={"early_days": 3, "late_days": 10}, call={"working_days": 5})],
    "contracts": [CONTRACT],
}


def test_an_occurrence_has_a_window_a_call_and_a_contract() -> None:
    first, second, third, fourth = plan_of(**WINDOWED)
    # Sunday 5 April is Easter, Monday closed: due on Tuesday. The working days before: 3, 2 and
    # 1 April, 31 and 30 March.
    assert (second.nominal, second.due, second.date) == (
        day("2026-04-05"),
        day("2026-04-07"),
        day("2026-04-07"),
    )
    assert (second.earliest, second.latest, second.call) == (
        day("2026-04-04"),
        day("2026-04-17"),
        day("2026-03-30"),
    )
    # Of the first: 2 January, 31, 30, 29 and 26 December; New Year and weekends do not count.
    assert first.call == day("2025-12-26")
    assert [row.contract for row in (first, second, third, fourth)] == [None, *["ma-1"] * 3]
    assert [row.status for row in (first, second, third, fourth)] == ["called", *["planned"] * 3]
    assert (second.subject, second.subject_name, second.key) == ("srv-1", "srv-1", "2026-04-05")
    assert (second.ordinal, second.done_on, second.visit) == (None, None, None)
    assert second.marks == []


def test_the_status_follows_the_day_and_the_decisions() -> None:
    events = [
        {"id": "e1", "day": "2026-04-09", "done": "restore/srv-1/2026-04-05"},
        {"id": "e2", "day": "2026-04-09", "skipped": "restore/srv-1/2026-07-05"},
        {"id": "e3", "day": "2026-04-09", "cancelled": "restore/srv-1/2026-10-05"},
    ]
    plan = plan_as_of("2026-05-01", events=events, **WINDOWED)
    assert [row.status for row in plan] == ["overdue", "done", "skipped", "cancelled"]
    assert [row.done_on for row in plan] == [None, day("2026-04-09"), None, None]
    assert [row.marks for row in plan] == [[], [], ["skipped"], ["cancelled"]]
    totals = plan.totals
    assert (totals["occurrences"], totals["left_out"], totals["work_minutes"]) == (2, 2, 120)
    assert totals["uncovered_occurrences"] == 1
    assert totals["contracts"] == [{"key": "ma-1", "occurrences": 1, "work_minutes": 60}]


def test_work_for_a_contract_has_no_asset() -> None:
    meeting = {
        "id": "review",
        "title": {"en": "Review"},
        "duration_minutes": 60,
        "kind": "meeting",
        "subject": "contract",
        "every": "half_yearly",
    }
    opening = meeting | {"id": "kick-off", "every": {"on": "contract_begin", "offset_days": 7}}
    plan = plan_of(tasks=[meeting, opening], contracts=[CONTRACT])
    review, kick_off, second = plan
    assert [row.id for row in plan] == [
        "review/ma-1/2026-03-02",
        "kick-off/ma-1/ma-1",
        "review/ma-1/2026-09-02",
    ]
    assert (kick_off.date, second.date) == (day("2026-03-09"), day("2026-09-02"))
    assert (kick_off.key, kick_off.ordinal) == ("ma-1", None)
    assert (review.subject, review.subject_name, review.contract) == ("ma-1", "MA 2026/1", "ma-1")
    assert review.asset is review.asset_name is review.category is review.site is None
    assert review.periodicity == "P6M"
    assert len(review.why()) == len(review.trace)
    table = pa.table(plan)
    assert table["asset"].to_pylist() == table["site"].to_pylist() == [None] * 3
    assert table["subject"].to_pylist() == ["ma-1"] * 3
    assert "MA 2026/1" in plan._repr_html_()


def test_the_table_tells_marks_and_status() -> None:
    events = [
        {"id": "e1", "day": "2026-01-02", "moved": "restore/srv-1/2026-04-05", "to": "2026-04-20"},
        {"id": "e2", "day": "2026-01-02", "skipped": "restore/srv-1/2026-07-05"},
    ]
    season = {"spans": [{"start": "02-01", "end": "12-01"}], "outside": "next"}
    plan = plan_as_of("2026-01-02", tasks=[task(season=season)], events=events)
    table = pa.table(plan)
    assert table["marks"].to_pylist() == [["season"], ["moved"], ["skipped"], []]
    assert table["status"].to_pylist() == ["planned", "planned", "skipped", "planned"]
    # 1 February is a Sunday.
    assert table["due"].to_pylist()[:2] == [day("2026-02-02"), day("2026-04-20")]
    assert table["key"].to_pylist()[0] == "2026-01-05"


VISITED: dict[str, Any] = {
    "sites": [{"id": "lyon", "name": "Lyon"}],
    "assets": [{"id": f"srv-{n}", "category": "server", "site": "lyon"} for n in (1, 2, 3)],
    "tasks": [task(duration_minutes=90, mode="on_site", parts=eur(12_900))],
    "rates": {
        "hourly": [{"skill": "backup", "price": eur(5_001)}],
        "travel": [{"site": "lyon", "price": eur(10_000)}],
    },
}


def test_costs_add_up_to_the_cent() -> None:
    plan = plan_of(**VISITED)
    # 90 minutes at 50.01 are 75.015, half-up 75.02; 100.00 of travel for three.
    for row, travel in zip(plan, [3_334, 3_333, 3_333] * 4, strict=True):
        cost = row.cost
        assert check_type(cost, entretien.OccurrenceCost, "cost")
        assert cost["labour"] == eur(7_502)
        assert cost["travel"] == eur(travel)
        assert cost["parts"] == eur(12_900)
        assert cost["total"] == eur(7_502 + travel + 12_900)
    totals = plan.totals
    visit = 3 * (7_502 + 12_900) + 10_000
    assert totals["cost"] == {
        "currency": "EUR",
        "cost_minor": 4 * visit,
        "unpriced_occurrences": 0,
        "unpriced_visits": 0,
    }
    assert totals["visits"] == 4
    assert [month.get("cost_minor") for month in totals["months"][:4]] == [visit, 0, 0, visit]
    assert check_type(totals, entretien.Totals, "totals") >= {"CostTotal", "MonthTotal"}


def test_what_has_no_price_costs_none(plan: entretien.Plan) -> None:
    assert plan[0].cost == {"labour": None, "travel": None, "parts": None, "total": None}
    assert plan.totals["cost"] is None
    assert "cost_minor" not in plan.totals["months"][0]
    assert check_type(plan.totals, entretien.Totals, "totals")


def test_works_of_one_site_become_a_visit() -> None:
    slack = {"early_days": 5, "late_days": 5}
    on_site = {"mode": "on_site", "tolerance": slack, "every": "yearly"}
    tasks = [
        task(id="dust", anchor="2026-01-12", **on_site),
        task(id="fans", anchor="2026-01-14", **on_site),
    ]
    alone = plan_of(tasks=tasks)
    assert [row.date for row in alone] == [day("2026-01-12"), day("2026-01-14")]
    assert [row.visit for row in alone] == [None, None]
    together = plan_of(tasks=tasks, visits={"within_days": 5})
    assert [row.date for row in together] == [day("2026-01-12")] * 2
    assert {row.visit for row in together} == {"unknown/2026-01-12"}
    fans = together.find("fans/srv-1/2026-01-14")
    assert fans is not None
    assert (fans.due, fans.marks) == (day("2026-01-14"), ["visit"])
    assert (alone.totals["visits"], together.totals["visits"]) == (2, 1)


def test_an_occurrence_is_found_by_its_id(plan: entretien.Plan) -> None:
    for row in plan:
        found = plan.find(row.id)
        assert found is not None
        assert (found.id, found.date) == (row.id, row.date)
    for unknown in ("restore/srv-1/2026-04-06", "restore/srv-2/2026-04-05", "restore", "", "///"):
        assert plan.find(unknown) is None


MOVING: dict[str, Any] = {
    "tasks": [task(id="filter", every={"count": 150, "unit": "day"}, counting="from_completion")]
}
DONE = {"event": {"id": "e1", "day": "2026-01-20", "done": "filter/srv-1/1"}}


def moving() -> entretien.Plan:
    return plan_as_of("2026-02-01", **MOVING)


def test_a_completion_moves_what_counts_from_it() -> None:
    plan = moving()
    # Not done on 1 February: 150 days later is 1 July, and again 28 November, a Saturday.
    assert [(row.key, row.ordinal) for row in plan] == [("1", 1), ("2", 2), ("3", 3)]
    assert [row.date for row in plan] == [day("2026-01-05"), day("2026-07-01"), day("2026-11-30")]
    assert plan[0].status == "overdue"
    other = plan.replan(DONE)
    # Done on 20 January: 19 June, and 16 November.
    assert [row.date for row in other] == [day("2026-01-05"), day("2026-06-19"), day("2026-11-16")]
    assert (other[0].status, other[0].done_on) == ("done", day("2026-01-20"))
    assert other.check() == []
    assert plan[0].status == "overdue", "the first plan stays"
    assert other.digest() == plan_as_of("2026-02-01", events=[DONE["event"]], **MOVING).digest()
    assert other.replan({"remove_event": "e1"}).digest() == plan.digest()
    assert other.to_html() != plan.to_html()


def test_changes_are_given_in_many_forms() -> None:
    plan = moving()
    expected = plan.replan(DONE).digest()
    whole = {"format": "entretien/changes", "format_version": "1.0", "changes": [DONE]}
    event = DONE["event"] | {"day": dt.date(2026, 1, 20)}
    for given in (
        [DONE],
        (DONE,),
        iter([DONE]),
        {"event": event},
        whole,
        json.dumps(whole),
        json.dumps(whole).encode(),
        bytearray(json.dumps(whole).encode()),
    ):
        assert plan.replan(given).digest() == expected
    assert plan.replan([]).digest() == plan.digest()


def test_changes_are_made_together() -> None:
    quick = task(id="look", every="yearly", anchor="2026-01-07")
    skip = {"event": {"id": "e9", "day": "2026-01-02", "skipped": "look/srv-1/2026-01-07"}}
    plan = moving().replan([skip, {"task": quick}])
    look = plan.find("look/srv-1/2026-01-07")
    assert look is not None
    assert look.status == "skipped"
    assert plan.check() == []


@pytest.mark.parametrize(
    ("changes", "code", "pointer"),
    [
        ([DONE, {"remove_event": "e7"}], "DOC-013", "/changes/1"),
        ({"remove_event": "e1"}, "DOC-013", "/changes/0"),
        ({"remove_event": "e1", "remove_window": "w"}, "CON-008", "/changes/0"),
        ({"event": DONE["event"] | {"done": "x"}}, "PLAN-011", "/changes/0/event/done"),
        ({"format": "entretien/records", "changes": []}, "DOC-003", "/format"),
        (["filter"], "DOC-006", "/changes/0"),
    ],
)
def test_changes_that_cannot_be_made_are_refused(changes: Any, code: str, pointer: str) -> None:
    plan = moving()
    engagement = entretien.Engagement.from_dict(document(**MOVING))
    for ask in (plan.replan, lambda changes: engagement.what_if(changes, **YEAR)):
        with pytest.raises(entretien.Error) as refusal:
            ask(changes)
        assert (refusal.value.code, refusal.value.faults[0].pointer) == (code, pointer)


def test_changes_are_values() -> None:
    with pytest.raises(TypeError):
        moving().replan(3)  # type: ignore[arg-type]


def test_plans_differ_where_something_changed() -> None:
    plan = moving()
    diff = plan.diff(plan.replan(DONE))
    assert repr(diff) == "<PlanDiff: 0 added, 0 removed, 2 moved, 1 changed>"
    assert [(own.id, own.kind, own.differs_in) for own in diff.differences] == [
        ("filter/srv-1/1", "changed", ["status"]),
        ("filter/srv-1/2", "moved", ["date", "nominal", "due", "window", "call"]),
        ("filter/srv-1/3", "moved", ["date", "nominal", "due", "window", "call"]),
    ]
    second = diff[-2]
    assert second.reasons == [{"kind": "event", "id": "e1"}]
    assert second.text() == "filter/srv-1/2: moved, 2026-07-01 → 2026-06-19 (event “e1”)"
    french = second.text("fr").replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert french == ("filter/srv-1/2 : déplacée, 2026-07-01 → 2026-06-19 (événement « e1 »)")
    assert diff.texts("fr")[1] == second.text("fr")
    assert second.before is not None
    assert second.after is not None
    assert (second.before["date"], second.after["date"]) == (day("2026-07-01"), day("2026-06-19"))
    assert diff.as_of == {"before": plan.as_of, "after": plan.as_of}
    assert diff.totals["moved"] == 2
    assert len(diff) == len(list(diff)) == 3
    assert "<td>filter/srv-1/2</td><td>moved</td>" in diff._repr_html_()
    with pytest.raises(IndexError):
        diff[3]
    assert not plan.diff(plan).differences
    value = json.loads(diff.to_json())
    assert value["format"] == "entretien/diff"
    assert [own["id"] for own in value["differences"]] == [own.id for own in diff]


def test_differences_are_of_their_types() -> None:
    plan = moving()
    longer = entretien.Engagement.from_dict(document(**MOVING)).plan(
        as_of=day("2026-02-01"), start=YEAR["start"], end=day("2028-01-01")
    )
    met: set[str] = set()
    for diff in (plan.diff(plan.replan(DONE)), plan.diff(longer), longer.diff(plan)):
        met |= check_type(diff.totals, entretien.DiffTotals, "totals")
        met |= check_type(diff.as_of, entretien.BothDays, "as_of")
        met |= check_type(diff.horizon, entretien.BothPeriods, "horizon")
        for own in diff:
            met |= check_type(own.before, entretien.Seen | None, "before")
            met |= check_type(own.after, entretien.Seen | None, "after")
            met |= check_type(own.reasons, list[entretien.Reason], "reasons")
            assert (own.before is None) == (own.kind == "added")
            assert (own.after is None) == (own.kind == "removed")
    assert {"DiffTotals", "BothDays", "BothPeriods", "Seen", "Reason"} <= met


BLACKOUT = {
    "window": {
        "id": "works",
        "kind": "blackout",
        "periods": [{"start": "2026-04-07", "end": "2026-04-09"}],
    }
}


def test_what_if_leaves_the_engagement_alone() -> None:
    engagement = entretien.Engagement.from_dict(document(**WINDOWED))
    plan = engagement.plan(**YEAR)
    found = engagement.what_if(BLACKOUT, **YEAR)
    # 4 to 6 April are closed, 7 and 8 barred.
    [difference] = found.diff
    assert difference.text() == (
        "restore/srv-1/2026-04-05: moved, 2026-04-07 → 2026-04-09 (window “works”)"
    )
    assert found.before.digest() == plan.digest() == engagement.plan(**YEAR).digest()
    assert found.after.digest() == plan.replan(BLACKOUT).digest()
    moved = found.after.find("restore/srv-1/2026-04-05")
    assert moved is not None
    assert (moved.due, moved.date, moved.marks) == (
        day("2026-04-07"),
        day("2026-04-09"),
        ["placed"],
    )
    assert repr(found) == "<WhatIf: 0 added, 0 removed, 1 moved, 0 changed>"
    assert found.after.check() == []
    assert engagement.check(found.before) == []


def test_a_plan_finds_work_without_a_day() -> None:
    april = {
        "id": "april",
        "kind": "blackout",
        "periods": [{"start": "2026-04-01", "end": "2026-05-01"}],
    }
    plan = plan_of(windows=[april], **WINDOWED)
    [finding] = plan.findings()
    assert (finding["code"], finding["occurrence"]) == ("PLAN-020", "restore/srv-1/2026-04-05")
    assert (finding["subject"], finding["task"]) == ("srv-1", "restore")
    assert (finding["day"], finding["rules"]) == (day("2026-04-07"), ["blackout:april"])
    # From 4 to 17 April.
    figures = {figure["name"]: figure["value"] for figure in finding["figures"]}
    assert figures == {"days": 14, "rules": 1, "smallest": 1, "beyond_days": 0}
    assert plan[1].marks == ["no_room"]


def test_a_plan_finds_assets_without_work_and_weeks_without_hours() -> None:
    assets = [{"id": "srv-1", "category": "server"}, {"id": "prn-1", "category": "printer"}]
    kit = {
        "id": "kit",
        "title": {"en": "Maintenance kit"},
        "applies_to": {"categories": ["server"]},
        "duration_minutes": 45,
        "every": {"counters": [{"cycles": [{"units": 5000, "meter": "pages"}]}]},
    }
    only = task(applies_to={"categories": ["server"]})
    capacity = [{"skill": "backup", "minutes_per_week": 45}]
    plan = plan_of(assets=assets, tasks=[only, kit], capacity=capacity)
    assert plan.assets_without_preventive() == ["prn-1"]
    findings = plan.findings()
    assert [finding["code"] for finding in findings] == [
        "PLAN-022",
        "PLAN-024",
        *["PLAN-027"] * 4,
    ]
    assert (findings[0]["subject"], findings[1]["reason"]) == ("prn-1", "no_meter")
    assert (findings[2]["skill"], findings[2]["day"]) == ("backup", day("2026-01-05"))
    assert check_type(findings, list[entretien.PlanFinding], "findings") == {
        "PlanFinding",
        "Figure",
        "Text",
    }


def test_a_meter_dates_the_work() -> None:
    kit = {
        "id": "kit",
        "title": {"en": "Maintenance kit"},
        "duration_minutes": 45,
        "every": {"counters": [{"cycles": [{"units": 5000, "meter": "pages"}]}]},
    }
    readings = [{"day": "2026-01-05", "value": 0}, {"day": "2026-02-04", "value": 3000}]
    meters = [{"asset": "srv-1", "counts": "pages", "readings": readings}]
    plan = plan_as_of("2026-02-04", tasks=[kit], meters=meters)
    # 100 pages a day since 5 January: every 50 days.
    assert [row.date for row in plan][:3] == [
        day("2026-02-24"),
        day("2026-04-15"),
        day("2026-06-04"),
    ]
    assert [row.ordinal for row in plan][:3] == [1, 2, 3]
    reading = {"reading": {"asset": "srv-1", "counts": "pages", "day": "2026-02-02", "value": 2900}}
    readings.append({"day": "2026-02-02", "value": 2900})
    afresh = plan_as_of("2026-02-04", tasks=[kit], meters=meters)
    assert plan.replan(reading).digest() == afresh.digest()


def test_every_type_of_plans_is_met() -> None:
    """The types that Python declares are those that the tests above check."""
    names = {name for name in entretien.__all__ if typing.is_typeddict(getattr(entretien, name))}
    assert names == {
        "BothDays",
        "BothPeriods",
        "CostTotal",
        "DiffTotals",
        "LoadTotal",
        "MonthTotal",
        "OccurrenceCost",
        "PlanFinding",
        "Reason",
        "Seen",
        "Totals",
        "WeekTotal",
    }
