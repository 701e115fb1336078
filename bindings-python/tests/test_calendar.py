import datetime as dt
import functools
import tomllib
from array import array
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import polars as pl
import pyarrow as pa
import pytest

import entretien
from conftest import ROOT
from entretien import calendar
from entretien.calendar import BusinessTime, Values, WorkCalendar, holiday_sets, holidays

PARIS = ZoneInfo("Europe/Paris")
OFFICE = WorkCalendar.from_opening_hours("Mo-Fr 08:00-18:00; PH off", id="office")
TIME = BusinessTime(OFFICE)
MONDAY = dt.datetime(2026, 3, 2, 17, tzinfo=PARIS)
CASES = tomllib.loads((ROOT / "tests/data/calendar/business_time.toml").read_text("utf-8"))
HOUR = dt.timedelta(hours=1)


def epoch(time: dt.datetime) -> int:
    return int(time.timestamp())


def calendars() -> dict[str, WorkCalendar]:
    """Each calendar of the cases, read with those before it for what it may combine."""
    documents = [{"id": name, **fields} for name, fields in sorted(CASES["calendars"].items())]
    return {
        str(document["id"]): WorkCalendar(documents[: place + 1])
        for place, document in enumerate(documents)
    }


class Case:
    """One question of the cases, asked through this package."""

    def __init__(self, fields: dict[str, Any], time: BusinessTime) -> None:
        self.fields = fields
        self.time = time
        self.zone = ZoneInfo(time.calendar.time_zone)

    def instant(self, text: str) -> dt.datetime:
        time = dt.datetime.fromisoformat(text)
        return time.replace(tzinfo=self.zone) if time.tzinfo is None else time

    def pairs(self, name: str) -> list[tuple[dt.datetime, dt.datetime]]:
        return [(self.instant(a), self.instant(b)) for a, b in self.fields.get(name, [])]

    def moved(self, name: str) -> tuple[dt.datetime, dt.timedelta]:
        at, seconds = self.fields[name]
        return self.instant(at), dt.timedelta(seconds=seconds)

    def window(self, name: str) -> tuple[dt.datetime, dt.datetime]:
        start, end = self.fields[name]
        return self.instant(start), self.instant(end)

    def counted(self, name: str) -> dt.datetime:
        at, count = self.fields[name]
        answer: dt.datetime = getattr(self.time, name)(self.instant(at), count)
        return answer

    def days(self, name: str) -> list[Any]:
        return [dt.date.fromisoformat(d) if isinstance(d, str) else d for d in self.fields[name]]

    def answer(self) -> Any:
        time, pauses = self.time, self.pairs("pauses")
        questions: dict[str, Callable[[str], Any]] = {
            "between": lambda name: time.between(*self.window(name), pauses=pauses),
            "add": lambda name: time.add(*self.moved(name), pauses=pauses),
            "subtract": lambda name: time.subtract(*self.moved(name)),
            "spans": lambda name: time.spans(*self.window(name)),
            "working_days_after": self.counted,
            "end_of_working_day": self.counted,
            "months_after": self.counted,
            "add_working_days": lambda name: time.add_working_days(*self.days(name)),
            "working_days_between": lambda name: time.working_days_between(*self.days(name)),
            "nth_working_day": lambda name: time.nth_working_day_of_month(*self.days(name)),
        }
        for name in ("next_open", "next_close", "previous_close", "is_open"):
            questions[name] = lambda name: getattr(time, name)(self.instant(self.fields[name]))
        (asked,) = self.fields.keys() & questions.keys()
        return questions[asked](asked)

    def expected(self) -> Any:
        fields = self.fields
        if "seconds" in fields:
            return dt.timedelta(seconds=fields["seconds"])
        for name in ("days", "open"):
            if name in fields:
                return fields[name]
        if "list" in fields:
            return self.pairs("list")
        text = fields["is"]
        if text == "none":
            return None
        return dt.date.fromisoformat(text) if len(text) == len("2026-01-01") else self.instant(text)


def plain(answer: Any) -> Any:
    """Times as seconds: those of a repeated hour are equal to no time of another zone."""
    if isinstance(answer, list):
        return [(epoch(start), epoch(end)) for start, end in answer]
    return epoch(answer) if isinstance(answer, dt.datetime) else answer


def refusal(call: Callable[[], Any]) -> tuple[str, str]:
    with pytest.raises(entretien.Error) as caught:
        call()
    return caught.value.code, caught.value.faults[0].pointer


def test_every_case_of_the_core_holds() -> None:
    times = {name: BusinessTime(found) for name, found in calendars().items()}
    reasons = {"never_open": "CAL-011", "out_of_range": "CAL-010"}
    asked = 0
    for fields in CASES["case"]:
        case = Case(fields, times[fields["calendar"]])
        code = fields.get("code") or reasons.get(fields.get("reason", ""))
        if code is None:
            assert plain(case.answer()) == plain(case.expected()), fields["name"]
        else:
            assert refusal(case.answer)[0] == code, fields["name"]
        asked += 1
    assert asked > 60


def test_answers_are_in_the_zone_of_the_calendar() -> None:
    due = TIME.add(MONDAY.astimezone(dt.UTC), 4 * HOUR)
    assert due == dt.datetime(2026, 3, 3, 11, tzinfo=PARIS)
    assert due.tzinfo is PARIS
    assert TIME.between(MONDAY, due) == 4 * HOUR
    summer = TIME.working_days_after(dt.datetime(2026, 3, 27, 10, tzinfo=PARIS), 2)
    assert summer.isoformat() == "2026-03-31T10:00:00+02:00"
    assert TIME.between(MONDAY, MONDAY + dt.timedelta(microseconds=999_999)) == dt.timedelta()
    assert TIME.paused_between(MONDAY, due, [(MONDAY, MONDAY + HOUR)]) == HOUR
    assert TIME.is_working_day(dt.date(2026, 3, 2))


def test_columns_are_the_single_answers() -> None:
    begins = [MONDAY + n * 7 * HOUR for n in range(500)]
    ends = [begin + (n % 90) * 11 * HOUR for n, begin in enumerate(begins)]
    needs = [dt.timedelta(minutes=37 * n) for n in range(500)]
    starts, stops = ([epoch(time) for time in times] for times in (begins, ends))
    seconds = [int(need.total_seconds()) for need in needs]
    open_time = [int(TIME.between(a, b).total_seconds()) for a, b in zip(begins, ends, strict=True)]
    due = [epoch(TIME.add(a, need)) for a, need in zip(begins, needs, strict=True)]
    makes: tuple[Callable[[list[int]], Any], ...] = (
        lambda values: np.array(values, dtype=np.int64),
        lambda values: np.array([values, values], dtype=np.int64).T[:, 0],
        lambda values: array("q", values),
        lambda values: memoryview(array("q", values)),
        pa.array,
        lambda values: pa.chunked_array([values[:7], values[7:]], type=pa.int64()),
        pl.Series,
    )
    for make in makes:
        found = TIME.between(make(starts), make(stops))
        assert isinstance(found, Values)
        assert np.asarray(found).tolist() == open_time
        assert list(TIME.add(make(starts), make(seconds))) == due
    again = TIME.add(np.array(starts), 4 * HOUR)
    assert list(again) == [epoch(TIME.add(begin, 4 * HOUR)) for begin in begins]
    assert list(TIME.between(np.array(starts), again)) == [4 * 3_600] * 500
    assert pa.array(found).type == pa.int64()
    assert len(TIME.between(np.array([], np.int64), np.array([], np.int64))) == 0


def test_columns_that_are_no_columns() -> None:
    column = np.array([epoch(MONDAY)] * 3)
    assert refusal(lambda: TIME.between(column, column[:2]))[0] == "CAL-013"
    assert refusal(lambda: TIME.between(column, column - np.array([0, 0, 1]))) == ("CAL-002", "/2")
    assert refusal(lambda: TIME.add(column * 1_000, HOUR)) == ("CAL-010", "/0")
    closed = BusinessTime({"id": "c", "closures": [{"start": "2026-01-01", "end": "9999-12-31"}]})
    assert refusal(lambda: closed.add(column, HOUR)) == ("CAL-011", "/0")
    wrong: Any
    for wrong in (column.astype(np.int32), column.astype(float), [1, 2], "text", pa.array([1.5])):
        with pytest.raises(TypeError, match="64-bit integers"):
            TIME.between(wrong, wrong)
    with pytest.raises(ValueError, match="nulls"):
        TIME.between(pa.array([1, None]), pa.array([1, 2]))
    with pytest.raises(ValueError, match="one dimension"):
        TIME.between(np.zeros((2, 2), np.int64), np.zeros((2, 2), np.int64))
    calls: list[Callable[[], object]] = [
        lambda: TIME.between(column, MONDAY),  # type: ignore[call-overload]
        lambda: TIME.add(MONDAY, column),  # type: ignore[call-overload]
        lambda: TIME.add(column, HOUR, pauses=[(MONDAY, MONDAY)]),  # type: ignore[call-overload]
    ]
    for call in calls:
        with pytest.raises(TypeError, match="columns without pauses"):
            call()


def test_times_without_a_zone_are_refused() -> None:
    naive = dt.datetime(2026, 3, 2, 17)
    for call in (
        lambda: TIME.next_open(naive),
        lambda: TIME.between(naive, naive),
        lambda: TIME.add(naive, HOUR),
        lambda: TIME.spans(naive, MONDAY),
    ):
        with pytest.raises(TypeError, match="aware datetime"):
            call()
    with pytest.raises(TypeError):
        TIME.next_open(dt.date(2026, 3, 2))  # type: ignore[arg-type]


def test_a_deadline_that_never_comes_is_an_error() -> None:
    never = OFFICE - OFFICE
    assert refusal(lambda: BusinessTime(never).add(MONDAY, HOUR))[0] == "CAL-011"
    assert refusal(lambda: TIME.add(MONDAY, dt.timedelta(days=999_999_999)))[0] == "CAL-010"
    assert TIME.nth_working_day_of_month(2026, 5, 25) is None
    backwards = [(MONDAY + HOUR, MONDAY)]
    assert refusal(lambda: TIME.add(MONDAY, HOUR, pauses=backwards)) == ("CAL-002", "/0")


def test_a_calendar_explains_itself() -> None:
    ascension, sunday = dt.date(2026, 5, 14), dt.date(2026, 5, 17)
    assert OFFICE.closed(ascension) == {"code": "holiday", "text": "Ascension Day"}
    assert OFFICE.closed(sunday, "fr") == {"code": "weekday", "text": "dimanche"}
    assert OFFICE.closed(dt.date(2026, 5, 15)) is None
    assert OFFICE.is_open(dt.date(2026, 5, 15))
    rolls = {
        "none": sunday,
        "previous": dt.date(2026, 5, 15),
        "next": dt.date(2026, 5, 18),
        "nearest": dt.date(2026, 5, 18),
        "skip": None,
    }
    for policy, target in rolls.items():
        assert OFFICE.roll(sunday, policy) == target  # type: ignore[arg-type]
    assert OFFICE.roll(dt.date(2026, 5, 31), "modified_next") == dt.date(2026, 5, 29)
    assert OFFICE.roll(dt.date(2026, 5, 1), "modified_previous") == dt.date(2026, 5, 4)
    with pytest.raises(ValueError, match="policy must be"):
        OFFICE.roll(sunday, "sideways")  # type: ignore[arg-type]
    never = OFFICE - OFFICE
    assert refusal(lambda: never.roll(sunday, "next"))[0] == "CAL-006"
    assert never.closed(dt.date(2026, 5, 15)) == {"code": "combined", "text": "no hours left"}
    winter = {"start": "12-24", "end": "01-03", "reason": {"en": "winter", "fr": "hiver"}}
    closure = WorkCalendar({"id": "c", "yearly_closures": [winter]})
    assert closure.closed(dt.date(2026, 12, 28), "fr") == {"code": "closure", "text": "hiver"}


def test_calendars_combine() -> None:
    always = WorkCalendar('{"id": "always", "always_open": true}')
    sunday = dt.date(2026, 5, 17)
    assert (always & OFFICE).is_open(sunday) is False
    assert (always | OFFICE).is_open(sunday) is True
    assert always.minus(OFFICE, id="on-call").id == "on-call"
    assert always.union(OFFICE) == always | OFFICE
    assert always.intersection(OFFICE) == always & OFFICE != always - OFFICE
    tokyo = WorkCalendar({"id": "tokyo", "holidays": "none"}, time_zone="Asia/Tokyo")
    assert tokyo.time_zone == "Asia/Tokyo"
    assert refusal(lambda: tokyo | OFFICE)[0] == "CAL-012"
    with pytest.raises(TypeError):
        OFFICE.union(1)  # type: ignore[arg-type]
    documents: list[dict[str, Any]] = [
        {"id": "office", "opening_hours": "Mo-Fr 08:00-18:00; PH off"},
        {"id": "always", "always_open": True},
        {"id": "on-call", "combine": {"how": "minus", "calendars": ["always", "office"]}},
    ]
    on_call = WorkCalendar(documents)
    assert (on_call.id, repr(on_call)) == ("on-call", "<WorkCalendar 'on-call', Europe/Paris>")
    monday = dt.date(2026, 3, 2)
    window = (dt.datetime(2026, 3, day, tzinfo=PARIS) for day in (2, 3))
    hours = [(a.hour, b.hour) for a, b in BusinessTime(on_call).spans(*window)]
    assert (on_call.is_open(monday), hours) == (True, [(0, 8), (18, 0)])
    assert repr(BusinessTime(on_call)) == "<BusinessTime 'on-call', Europe/Paris>"


NINE = {"from": "9", "to": "10:00"}
NOTHING = {"how": "union", "calendars": ["a", "b"]}


@pytest.mark.parametrize(
    ("document", "code", "pointer"),
    [
        ("{", "DOC-001", ""),
        ("[]", "DOC-009", ""),
        ({}, "DOC-005", "/id"),
        ({"id": "c", "opening": {"monday": [NINE]}}, "CAL-001", "/opening/monday/0/from"),
        ({"id": "c", "holidays": "FR-067"}, "DOC-008", "/holidays"),
        ({"id": "c", "time_zone": "Mars/Olympus"}, "CAL-005", "/time_zone"),
        ({"id": "c", "opening_hours": "Mo sunrise-sunset"}, "CAL-015", "/opening_hours"),
        ({"id": "c", "combine": NOTHING}, "DOC-013", "/combine/calendars/0"),
        ([{"id": "c"}, {"id": "c"}], "DOC-012", "/1/id"),
    ],
)
def test_documents_are_read_strictly(document: Any, code: str, pointer: str) -> None:
    assert refusal(lambda: WorkCalendar(document)) == (code, pointer)
    assert refusal(lambda: BusinessTime(document)) == (code, pointer)


def test_arguments_are_refused_with_a_code() -> None:
    assert refusal(lambda: WorkCalendar.from_opening_hours("Mo-Fr dawn"))[0] == "CAL-015"
    assert refusal(lambda: holidays("FR-067", 2026))[0] == "DOC-008"
    hours = "Mo-Fr 08:00-18:00"
    bad: list[tuple[dict[str, str], str]] = [
        ({"holidays": "XX"}, "DOC-008"),
        ({"time_zone": "Paris"}, "CAL-005"),
        ({"id": ""}, "DOC-011"),
    ]
    for arguments, code in bad:
        call = functools.partial(WorkCalendar.from_opening_hours, hours, **arguments)
        assert refusal(call)[0] == code
    assert refusal(lambda: OFFICE.is_open(dt.date(1500, 1, 1)))[0] == "DOC-007"
    assert refusal(lambda: WorkCalendar({"id": "c"}, time_zone="x"))[0] == "CAL-005"
    with pytest.raises(TypeError, match="not a datetime"):
        OFFICE.is_open(MONDAY)
    with pytest.raises(TypeError, match="no place in a document"):
        WorkCalendar({"id": object()})


def test_holidays_by_set() -> None:
    sets = holiday_sets()
    assert (sets[:2], len(sets) > 300, len(set(sets)) == len(sets)) == (["none", "FR"], True, True)
    assert calendar.HOLIDAY_RULES_VERSION == "2026.2"
    assert holidays("FR-57", 2026, "fr")[2] == {
        "date": dt.date(2026, 4, 6),
        "code": "easter_monday",
        "name": "Lundi de Pâques",
        "observed": False,
        "estimated": False,
    }
    july = [day for day in holidays("US", 2026) if day["date"].month == 7]
    assert [(day["date"].day, day["observed"]) for day in july] == [(3, True), (4, False)]
    assert holidays("none", 2026) == []
    assert len(holidays("FR", 2026)) == 11
