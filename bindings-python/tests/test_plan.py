import datetime as dt
import itertools
import json
import random

import icalendar
import pytest

import entretien
from conftest import YEAR, document, many, plan_of


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_dates_are_those_of_the_calendar(plan: entretien.Plan) -> None:
    # Counted by hand: Easter Sunday 5 April and Easter Monday are closed, 5 July is a Sunday.
    expected = [
        ("2026-01-05", "2026-01-05"),
        ("2026-04-05", "2026-04-07"),
        ("2026-07-05", "2026-07-06"),
        ("2026-10-05", "2026-10-05"),
    ]
    rows = [(occurrence.nominal, occurrence.date) for occurrence in plan.occurrences()]
    assert rows == [(day(nominal), day(date)) for nominal, date in expected]
    assert (plan.as_of, plan.start, plan.end) == (YEAR["as_of"], YEAR["start"], YEAR["end"])
    assert repr(plan) == (
        "<Plan: 4 occurrences from 2026-01-01 to 2027-01-01 (excluded), as of 2026-01-01>"
    )


def test_the_end_is_excluded() -> None:
    engagement = entretien.Engagement.from_dict(document())
    start, end = day("2026-01-05"), day("2026-10-05")
    assert len(entretien.plan(engagement, as_of=start, start=start, end=end)) == 3
    end += dt.timedelta(days=1)
    assert len(entretien.plan(engagement, as_of=start, start=start, end=end)) == 4


def test_an_occurrence_says_everything(plan: entretien.Plan) -> None:
    occurrence = plan[1]
    assert occurrence.id == "restore/srv-1/2026-04-05"
    assert (occurrence.task, occurrence.title(), occurrence.title("fr")) == (
        "restore",
        "Restore test",
        "Test de restauration",
    )
    assert (occurrence.asset, occurrence.asset_name, occurrence.category, occurrence.site) == (
        "srv-1",
        "srv-1",
        "server",
        "unknown",
    )
    assert (occurrence.duration_minutes, occurrence.mode, occurrence.skill) == (
        60,
        "remote",
        "backup",
    )
    assert occurrence.periodicity == "P3M"
    assert repr(occurrence) == "<Occurrence 'restore/srv-1/2026-04-05' on 2026-04-07>"


def test_an_occurrence_explains_its_date(plan: entretien.Plan) -> None:
    trace = plan[1].trace
    assert [step.rule for step in trace] == ["anchor.begin", "series", "roll.forward"]
    assert (trace[0].before, trace[0].after) == (None, day("2026-01-05"))
    assert (trace[1].after, trace[1].detail) == (day("2026-04-05"), "P3M*1")
    assert (trace[2].before, trace[2].after) == (day("2026-04-05"), day("2026-04-07"))
    english, french = plan[1].why(), plan[1].why("fr")
    assert len(english) == len(french) == len(trace)
    assert english[-1].startswith("closed day: moved later: 2026-04-05 → 2026-04-07")
    assert french[-1].startswith("jour fermé : reporté\N{NARROW NO-BREAK SPACE}: 2026-04-05")


def test_a_plan_is_a_sequence(plan: entretien.Plan) -> None:
    ids = [occurrence.id for occurrence in plan]
    assert len(plan) == len(ids) == 4
    assert ids == [occurrence.id for occurrence in plan.occurrences()]
    assert [plan[index].id for index in range(-4, 0)] == ids
    for index in (4, -5, 10**6):
        with pytest.raises(IndexError):
            plan[index]
    with pytest.raises((IndexError, OverflowError)):
        plan[10**30]


def test_rows_outlive_the_plan() -> None:
    occurrence = plan_of()[0]
    assert occurrence.date == day("2026-01-05")


def test_nothing_planned_is_a_plan() -> None:
    plan = plan_of(begin="2030-01-01")
    assert len(plan) == 0
    assert list(plan) == []
    assert plan.totals["occurrences"] == 0
    assert len(plan.to_ics()) == 1
    assert "<table>" in plan._repr_html_()


def test_the_order_of_the_document_changes_nothing() -> None:
    assets = many(30)
    expected = plan_of(assets=assets)
    random.Random(7).shuffle(assets)  # noqa: S311
    shuffled = plan_of(assets=assets)
    assert shuffled.digest() == expected.digest()
    assert shuffled.to_html("fr") == expected.to_html("fr")
    assert shuffled.to_csv() == expected.to_csv()


def test_forecast_and_generation_agree() -> None:
    engagement = entretien.Engagement.from_dict(document(assets=many(5)))
    year = [occurrence.id for occurrence in engagement.plan(**YEAR)]
    months = [dt.date(2026, month, 1) for month in range(1, 13)] + [dt.date(2027, 1, 1)]
    parts = [
        occurrence.id
        for start, end in itertools.pairwise(months)
        for occurrence in engagement.plan(as_of=YEAR["as_of"], start=start, end=end)
    ]
    assert sorted(parts) == sorted(year)


def test_totals_are_typed_and_add_up(company_plan: entretien.Plan) -> None:
    totals = company_plan.totals
    assert totals["occurrences"] == len(company_plan)
    assert totals["work_minutes"] == sum(row.duration_minutes for row in company_plan)
    for group in (
        totals["periodicities"],
        totals["skills"],
        totals["modes"],
        totals["sites"],
        totals["categories"],
        totals["tasks"],
    ):
        assert sum(row["occurrences"] for row in group) == totals["occurrences"]
        assert [row["key"] for row in group] == sorted(row["key"] for row in group)
    assert sum(month["occurrences"] for month in totals["months"]) == totals["occurrences"]
    assert sum(week["work_minutes"] for week in totals["weeks"]) == totals["work_minutes"]
    for week in totals["weeks"]:
        assert type(week["monday"]) is dt.date
        assert week["monday"].weekday() == 0
    assert any(week["capacity_minutes"] for week in totals["weeks"])


def test_totals_are_the_callers_own(plan: entretien.Plan) -> None:
    totals = plan.totals
    totals["months"].clear()
    assert len(plan.totals["months"]) == 12


def test_the_company_plan_is_checked(
    company: entretien.Engagement, company_plan: entretien.Plan
) -> None:
    assert company.check(company_plan) == []
    dates = [occurrence.date for occurrence in company_plan]
    assert dates == sorted(dates)
    assert len({occurrence.id for occurrence in company_plan}) == len(company_plan)


def test_json_is_canonical(plan: entretien.Plan) -> None:
    text = plan.to_json()
    value = json.loads(text)
    assert (value["format"], value["format_version"]) == ("entretien/plan", "1.0")
    assert [row["id"] for row in value["occurrences"]] == [row.id for row in plan]
    assert json.dumps(value, separators=(",", ":"), ensure_ascii=False) == text
    assert len(plan.digest()) == 64
    assert plan_of().digest() == plan.digest()
    assert plan_of(begin="2026-01-06").digest() != plan.digest()


def test_csv_speaks_both_languages(plan: entretien.Plan) -> None:
    english, french = plan.to_csv(), plan.to_csv(lang="fr")
    assert english.count("\n") == french.count("\n") == 5
    assert "Restore test" in english
    assert "Test de restauration" in french


def test_ics_is_read_by_another_library(company_plan: entretien.Plan) -> None:
    [text] = company_plan.to_ics("fr", calendar_name="Entretien 2026")
    calendar = icalendar.Calendar.from_ical(text)
    events = calendar.walk("VEVENT")
    contracts = [event for event in events if "X-ENTRETIEN-CONTRACT-EVENT" in event]
    assert len(contracts) == 10
    events = events[: -len(contracts)]
    assert len(events) == len(company_plan)
    for event, occurrence in zip(events, company_plan, strict=True):
        assert str(event["UID"]).startswith(occurrence.id)
        assert event.decoded("DTSTART") == occurrence.date
    assert str(calendar["X-WR-CALNAME"]) == "Entretien 2026"


def test_ics_is_split_by_bytes(company_plan: entretien.Plan) -> None:
    files = company_plan.to_ics(bytes_max=100_000)
    assert len(files) > 1
    assert all(len(file.encode()) < 100_000 for file in files)
    events = sum(len(icalendar.Calendar.from_ical(file).walk("VEVENT")) for file in files)
    assert events == len(company_plan) + 10  # events of contracts


def test_the_report_is_one_page_in_two_languages(company_plan: entretien.Plan) -> None:
    english, french = company_plan.to_html(), company_plan.to_html(lang="fr")
    assert 'lang="en"' in english[:300]
    assert 'lang="fr"' in french[:300]
    assert english == company_plan.to_html("en")


def test_notebook_tables_are_escaped_and_short() -> None:
    evil = "<img src=x onerror='alert(1)'>&\""
    assets = [{"id": f"pc-{n}", "name": evil, "category": "laptop"} for n in range(30)]
    plan = plan_of(assets=assets)
    html = plan._repr_html_()
    assert "<img" not in html
    assert "<script" not in html
    assert "&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;&quot;" in html
    assert html.count("<tr>") == 1 + 20 + 1
    assert "… and 100 more" in html
    engagement = entretien.Engagement.from_dict(document(assets=assets))
    html = engagement._repr_html_()
    assert "<img" not in html
    assert "… and 10 more" in html
