import datetime as dt
import inspect
import json
import os
import pickle
import typing
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import entretien
from conftest import ROOT
from entretien import recurrence
from entretien.recurrence import Rule, RuleSet

PARIS = ZoneInfo("Europe/Paris")
UTC = dt.UTC
SHARED = Path(os.environ.get("ENTRETIEN_SHARED", ROOT.parent / "shared"))
MONDAYS = "DTSTART;TZID=Europe/Paris:20260105T090000\nRRULE:FREQ=WEEKLY;BYDAY=MO"


def paris(*fields: int, fold: int = 0) -> dt.datetime:
    return dt.datetime(*fields, tzinfo=PARIS, fold=fold)  # type: ignore[misc, arg-type]


def refused(call: Any, *arguments: Any, **keywords: Any) -> entretien.Error:
    with pytest.raises(entretien.Error) as refusal:
        call(*arguments, **keywords)
    return refusal.value


def test_a_rule_has_one_text() -> None:
    rule = Rule.parse("RRULE:byday=2tu;interval=1;FREQ=monthly")
    assert str(rule) == "FREQ=MONTHLY;BYDAY=2TU"
    assert rule == Rule.parse(str(rule))
    assert hash(rule) == hash(Rule.parse(str(rule)))
    assert rule != Rule.parse("FREQ=MONTHLY;BYDAY=3TU")
    assert eval(repr(rule), {"Rule": Rule}) == rule  # noqa: S307
    assert pickle.loads(pickle.dumps(rule)) == rule  # noqa: S301


def test_rules_speak_two_languages() -> None:
    rule = Rule.parse("FREQ=MONTHLY;BYDAY=2TU")
    assert rule.describe() == rule.describe("en") == "the second Tuesday of every month"
    assert rule.describe("fr") == "le deuxième mardi de chaque mois"
    assert RuleSet.parse(MONDAYS).describe("fr").endswith("à 9 h")
    with pytest.raises(ValueError, match="lang must be 'en' or 'fr'"):
        rule.describe("de")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "code", "pointer"),
    [
        ("FREQ=DAILY;INTERVAL=0", "REC-001", "line 1 column 21"),
        ("FREQ", "REC-003", "line 1 column 1"),
        ("FREQ=DAILY;COLOUR=RED", "REC-004", "line 1 column 12"),
        ("FREQ=DAILY;FREQ=DAILY", "REC-005", "line 1 column 12"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,32", "REC-006", "line 1 column 27"),
        ("INTERVAL=2", "REC-007", "line 1 column 1"),
        ("FREQ=DAILY;COUNT=2;UNTIL=20260101", "REC-008", None),
        ("FREQ=WEEKLY;BYMONTHDAY=3", "REC-009", None),
        ("FREQ=DAILY;RSCALE=CHINESE", "REC-010", None),
    ],
)
def test_a_bad_rule_has_its_code_and_place(text: str, code: str, pointer: str | None) -> None:
    error = refused(Rule.parse, text)
    assert error.code == code
    if pointer is not None:
        assert error.faults[0].pointer == pointer


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("RRULE:FREQ=DAILY", "REC-018"),
        ("DTSTART:20260230T090000", "REC-020"),
        ("DTSTART;TZID=Mars/Base:20260105T090000", "CAL-005"),
        ("DTSTART:20260105T090000\nEXRULE:FREQ=DAILY", "REC-013"),
        ("DTSTART:20260105T090000\nSUMMARY:x", "REC-019"),
        ("DTSTART:20260105T090000\nRRULE:FREQ=DAILY;UNTIL=20260201", "REC-011"),
        ("DTSTART;VALUE=DATE:20260105\nRRULE:FREQ=HOURLY", "REC-012"),
        ("DTSTART:20260105T090000\nRRULE:FREQ=DAILY;BYMONTHDAY=" + "1," * 70_000, "REC-014"),
    ],
)
def test_a_bad_set_has_its_code(text: str, code: str) -> None:
    assert refused(RuleSet.parse, text).code == code


def test_a_set_answers_in_the_kind_of_its_start() -> None:
    rule = "\nRRULE:FREQ=DAILY;COUNT=2"
    dates = RuleSet.parse("DTSTART;VALUE=DATE:20260105" + rule)
    assert dates.start == dates.first() == dt.date(2026, 1, 5)
    assert type(dates.first()) is dt.date
    assert dates.last() == dt.date(2026, 1, 6)
    floating = RuleSet.parse("DTSTART:20260105T090000" + rule)
    assert floating.first() == dt.datetime(2026, 1, 5, 9)
    utc = RuleSet.parse("DTSTART:20260105T090000Z" + rule)
    first = utc.first()
    assert isinstance(first, dt.datetime)
    assert first == dt.datetime(2026, 1, 5, 9, tzinfo=UTC)
    assert first.tzinfo is UTC
    zoned = RuleSet.parse("DTSTART;TZID=Europe/Paris:20260105T090000" + rule).first()
    assert isinstance(zoned, dt.datetime)
    assert zoned.tzinfo is PARIS
    assert zoned == paris(2026, 1, 5, 9)


def test_a_set_of_one_in_the_future_never_ends() -> None:
    mondays = RuleSet.parse(MONDAYS)
    assert mondays.is_endless()
    assert mondays.last() is None
    assert mondays.next_after(paris(2026, 1, 5, 9)) == paris(2026, 1, 12, 9)
    assert mondays.next_after(paris(2026, 1, 5, 8, 59, 59, 500_000)) == paris(2026, 1, 5, 9)
    assert mondays.next_after(paris(2026, 1, 5, 9, 0, 0, 1)) == paris(2026, 1, 12, 9)
    assert mondays.previous_before(paris(2026, 1, 12, 9)) == paris(2026, 1, 5, 9)
    assert mondays.previous_before(paris(2026, 1, 12, 9, 0, 0, 1)) == paris(2026, 1, 12, 9)
    assert mondays.previous_before(paris(2026, 1, 5, 9)) is None
    assert mondays.next_after(dt.date(2126, 1, 1)) == paris(2126, 1, 7, 9)
    assert mondays.contains(paris(2026, 1, 12, 9))
    assert mondays.contains(dt.datetime(2026, 1, 12, 8, tzinfo=UTC))
    assert not mondays.contains(paris(2026, 1, 12, 9, 0, 0, 1))
    assert not mondays.contains(paris(2026, 1, 13, 9))
    assert mondays.count_between(dt.date(2026, 1, 1), dt.date(2027, 1, 1)) == 52
    assert mondays.count_between(paris(2026, 1, 5, 9), paris(2026, 1, 12, 9)) == 1
    assert mondays.expand(paris(2026, 1, 5, 9, 0, 0, 1), paris(2026, 1, 12, 9, 0, 0, 1)) == [
        paris(2026, 1, 12, 9)
    ]
    assert mondays.expand(dt.date(2026, 1, 5), dt.date(2026, 1, 5)) == []


def test_offsets_of_other_zones_are_instants() -> None:
    mondays = RuleSet.parse(MONDAYS)
    east = dt.timezone(dt.timedelta(hours=9, minutes=30))
    assert mondays.contains(dt.datetime(2026, 1, 5, 17, 30, tzinfo=east))
    odd = dt.timezone(dt.timedelta(hours=1, microseconds=1))
    assert not mondays.contains(dt.datetime(2026, 1, 5, 9, tzinfo=odd))
    assert mondays.contains(dt.datetime(2026, 1, 5, 9, 0, 0, 1, tzinfo=odd))


def test_a_subclass_of_datetime_is_read_by_its_fields() -> None:
    pandas = pytest.importorskip("pandas")
    mondays = RuleSet.parse(MONDAYS)
    stamp = pandas.Timestamp("2026-07-06 09:00", tz=PARIS)
    assert mondays.contains(stamp)
    assert RuleSet.build(stamp, ["FREQ=DAILY;COUNT=1"]).first() == paris(2026, 7, 6, 9)


@pytest.mark.parametrize(
    ("start", "wrong"),
    [
        (";VALUE=DATE:20260105", dt.datetime(2026, 1, 5)),
        (":20260105T090000", dt.datetime(2026, 1, 5, tzinfo=UTC)),
        (":20260105T090000Z", dt.datetime(2026, 1, 5)),
        (";TZID=Europe/Paris:20260105T090000", dt.datetime(2026, 1, 5)),
    ],
)
def test_moments_of_another_kind_are_refused(start: str, wrong: dt.datetime) -> None:
    rules = RuleSet.parse(f"DTSTART{start}\nRRULE:FREQ=DAILY")
    for ask in (rules.next_after, rules.previous_before, rules.contains):
        with pytest.raises(TypeError, match="give a"):
            ask(wrong)
    with pytest.raises(TypeError, match="give a"):
        rules.expand(wrong, dt.date(2027, 1, 1))
    with pytest.raises(TypeError):
        rules.next_after("2026-01-05")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="end is before start"):
        rules.count_between(dt.date(2026, 1, 2), dt.date(2026, 1, 1))


def test_contains_asks_for_the_very_kind() -> None:
    with pytest.raises(TypeError, match="aware datetime"):
        RuleSet.parse(MONDAYS).contains(dt.date(2026, 1, 5))


def test_a_set_is_built_from_its_parts() -> None:
    built = RuleSet.build(
        paris(2026, 1, 5, 9),
        ["FREQ=WEEKLY;BYDAY=MO;COUNT=3", Rule.parse("FREQ=MONTHLY;BYMONTHDAY=15;COUNT=1")],
        [paris(2026, 2, 1, 12), dt.datetime(2026, 2, 1, 11, tzinfo=UTC)],
        [paris(2026, 1, 12, 9)],
    )
    assert built.expand(dt.date(2026, 1, 1), dt.date(2027, 1, 1)) == [
        paris(2026, 1, 5, 9),
        paris(2026, 1, 15, 9),
        paris(2026, 1, 19, 9),
        paris(2026, 2, 1, 12),
    ]
    assert [str(rule) for rule in built.rules] == [
        "FREQ=WEEKLY;COUNT=3;BYDAY=MO",
        "FREQ=MONTHLY;COUNT=1;BYMONTHDAY=15",
    ]
    assert built.start == paris(2026, 1, 5, 9)
    assert built.exdates == [paris(2026, 1, 12, 9)]
    assert len(built.rdates) == 2
    assert RuleSet.parse(str(built)) == built
    assert hash(RuleSet.parse(str(built))) == hash(built)
    assert eval(repr(built), {"RuleSet": RuleSet}) == built  # noqa: S307
    assert not built.is_endless()
    assert built.last() == paris(2026, 2, 1, 12)


def test_a_set_can_be_of_any_iterable() -> None:
    texts = (f"FREQ=DAILY;COUNT={n}" for n in (1, 2))
    assert len(RuleSet.build(dt.date(2026, 1, 5), texts).rules) == 2
    with pytest.raises(TypeError, match="not a text"):
        RuleSet.build(dt.date(2026, 1, 5), "FREQ=DAILY")
    with pytest.raises(TypeError, match="expected a Rule"):
        RuleSet.build(dt.date(2026, 1, 5), [1])  # type: ignore[list-item]


def test_what_cannot_anchor_a_set_is_refused_by_code() -> None:
    def build(start: dt.date, **more: Any) -> entretien.Error:
        return refused(RuleSet.build, start, ["FREQ=DAILY"], **more)

    assert build(dt.date(1500, 1, 1)).code == "REC-020"
    assert build(dt.datetime(1500, 1, 1)).code == "REC-020"
    assert build(dt.datetime(2026, 1, 1, 0, 0, 0, 1)).code == "REC-020"
    offset = dt.timezone(dt.timedelta(hours=1))
    assert build(dt.datetime(2026, 1, 1, tzinfo=offset)).code == "CAL-005"
    assert build(dt.date(2026, 1, 1), rdates=[dt.datetime(2026, 1, 1)]).code == "REC-012"
    error = refused(RuleSet.build, dt.date(2026, 1, 5), ["FREQ=HOURLY"] * 2)
    assert {(fault.code, fault.pointer) for fault in error.faults} == {
        ("REC-012", "/rrule/0"),
        ("REC-012", "/rrule/1"),
    }


def test_a_gap_follows_its_policy() -> None:
    text = "DTSTART;TZID=Europe/Paris:20260328T023000\nRRULE:FREQ=DAILY;COUNT=2"
    second = {
        "forward": paris(2026, 3, 29, 3, 30),
        "skip": paris(2026, 3, 30, 2, 30),
        "before": paris(2026, 3, 29, 1, 30),
    }
    for gap in typing.get_args(recurrence.Gap):
        rules = RuleSet.parse(text, gap=gap)
        assert rules.gap == gap
        assert rules.last() == second[gap], gap
        assert RuleSet.build(rules.start, rules.rules, gap=gap) == rules


def test_an_overlap_follows_its_policy() -> None:
    text = "DTSTART;TZID=Europe/Paris:20261025T023000\nRRULE:FREQ=DAILY;COUNT=1"
    for fold, overlap in enumerate(typing.get_args(recurrence.Overlap)):
        rules = RuleSet.parse(text, overlap=overlap)
        assert rules.overlap == overlap
        first = rules.first()
        assert isinstance(first, dt.datetime)
        assert (first.replace(tzinfo=None), first.fold) == (dt.datetime(2026, 10, 25, 2, 30), fold)
        assert rules.contains(first)
        assert rules.contains(first.astimezone(UTC))
        assert not rules.contains(paris(2026, 10, 25, 2, 30, fold=1 - fold))


def test_the_horizon_follows_its_policy() -> None:
    july = paris(2101, 7, 1), paris(2101, 7, 8)
    assert RuleSet.parse(MONDAYS).expand(*july) == [paris(2101, 7, 4, 9)]
    refusing = RuleSet.parse(MONDAYS, horizon="refuse")
    assert refusing.horizon == "refuse"
    assert refused(refusing.expand, *july).code == "REC-016"
    assert refusing.count_between(dt.date(2026, 1, 1), dt.date(2027, 1, 1)) == 52


def test_an_unmatched_start_follows_its_policy() -> None:
    text = "DTSTART:20260101T090000\nRRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=2"
    omitted, counted = (
        RuleSet.parse(text, unmatched=policy) for policy in typing.get_args(recurrence.Unmatched)
    )
    year = dt.date(2026, 1, 1), dt.date(2027, 1, 1)
    days = [dt.datetime(2026, 1, day, 9) for day in (1, 5, 12)]
    assert omitted.expand(*year) == days[1:]
    assert counted.expand(*year) == days[:2]
    for rules, policy in ((omitted, "omit"), (counted, "count")):
        [warning] = rules.warnings
        assert (warning.code, warning.policy, rules.unmatched) == (
            "start_unmatched",
            policy,
            policy,
        )
        assert repr(warning) == f"<RuleWarning start_unmatched, {policy}>"
    assert RuleSet.parse(MONDAYS).warnings == []
    [ignored] = RuleSet.parse("DTSTART:20260101\nRRULE:FREQ=DAILY;BYHOUR=9").warnings
    assert (ignored.code, ignored.policy) == ("times_ignored", None)


@pytest.mark.parametrize("policy", ["gap", "overlap", "horizon", "unmatched"])
def test_policies_are_closed_lists(policy: str) -> None:
    names = typing.get_args(getattr(recurrence, policy.capitalize()))
    listed = " or ".join(f"'{name}'" for name in names)
    with pytest.raises(ValueError, match=f'{policy} must be {listed}, not "odd"'):
        RuleSet.parse(MONDAYS, **typing.cast(Any, {policy: "odd"}))
    assert set(inspect.signature(recurrence.expand).parameters) >= {policy}


def test_hostile_rules_are_answered_or_refused() -> None:
    never = RuleSet.parse("DTSTART:20260105T090000\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")
    assert never.first() is None
    assert not never.is_endless()
    many = RuleSet.parse("DTSTART:20260105T090000\nRRULE:FREQ=SECONDLY")
    assert refused(many.expand, dt.date(2026, 1, 1), dt.date(2030, 1, 1)).code == "REC-015"
    assert many.count_between(dt.date(2027, 1, 1), dt.date(2028, 1, 1)) == 365 * 86_400


def test_the_edges_of_the_calendar() -> None:
    new_york = ZoneInfo("America/New_York")
    text = "DTSTART;TZID=America/New_York:99991231T235959\nRRULE:FREQ=DAILY"
    edge = RuleSet.parse(text)
    assert edge.start == dt.datetime(9999, 12, 31, 23, 59, 59, tzinfo=new_york)
    first = edge.first()
    assert isinstance(first, dt.datetime)
    assert first.replace(tzinfo=None) == dt.datetime(9999, 12, 31, 23, 59, 59)
    all_time = RuleSet.parse("DTSTART:20260105\nRRULE:FREQ=YEARLY")
    assert len(all_time.expand(dt.date.min, dt.date.max)) == 7_974
    assert all_time.next_after(dt.date.max) is None
    assert all_time.previous_before(dt.date.min) is None


def test_dst_midnight_begins_the_day() -> None:
    """In São Paulo the clocks once went from 00:00 to 01:00: the day began at 01:00."""
    zone = "America/Sao_Paulo"
    rules = RuleSet.parse(f"DTSTART;TZID={zone}:20181102T010000\nRRULE:FREQ=DAILY;COUNT=4")
    day = rules.expand(dt.date(2018, 11, 4), dt.date(2018, 11, 5))
    assert day == [dt.datetime(2018, 11, 4, 1, tzinfo=ZoneInfo(zone))]


VECTORS = SHARED / "vectors" / "rrule.jsonl"


@pytest.mark.skipif(not VECTORS.exists(), reason="no shared vectors beside the repository")
def test_the_agreed_answers() -> None:
    cases = [json.loads(line) for line in VECTORS.read_text("utf-8").splitlines()]
    assert len(cases) >= 400
    failed = [case["id"] for case in cases if not holds(case)]
    assert failed == []


def holds(case: dict[str, Any]) -> bool:
    zone = ZoneInfo(case["tzid"]) if case["tzid"] else None
    start = dt.datetime.fromisoformat(case["dtstart"]).replace(tzinfo=zone)
    rules = RuleSet.build(start, [case["rrule"]])
    expected = case["expected"]
    if case["window_end"] is not None:
        last = dt.datetime.fromisoformat(case["window_end"])
    elif len(expected) == 60:
        last = dt.datetime.fromisoformat(expected[-1])
    else:
        last = dt.datetime(2099, 12, 1)
    found: list[dt.date | dt.datetime] = []
    moment = rules.first()
    while moment is not None and len(found) < 60:
        assert isinstance(moment, dt.datetime)
        if moment.replace(tzinfo=None) > last:
            break
        found.append(moment)
        moment = rules.next_after(moment)
    texts = [value.replace(tzinfo=None).isoformat() for value in found]  # type: ignore[call-arg]
    if not found:
        return not expected
    end = found[-1] + dt.timedelta(seconds=1)
    again = rules.expand(start, end)
    return texts == expected and again == found and rules.count_between(start, end) == len(found)
