import calendar
import datetime as dt
import typing
from collections.abc import Callable

import pytest

import entretien
from entretien.recurrence import MonthRule, Series

YEAR = dt.date(2026, 1, 1), dt.date(2027, 1, 1)


def refused(call: Callable[[], object]) -> list[str]:
    with pytest.raises(entretien.Error) as refusal:
        call()
    return [fault.code for fault in refusal.value.faults]


def test_the_day_after_patch_tuesday_is_not_the_second_wednesday() -> None:
    after = MonthRule.nth_weekday(YEAR[0], 2, "TU", offset_days=1)
    wednesdays = MonthRule.nth_weekday(YEAR[0], 2, "WE")
    days = after.expand(*YEAR)
    differing = [day.month for day in days if not wednesdays.contains(day)]
    assert differing == [4, 7]
    for day in days:
        tuesday = day - dt.timedelta(days=1)
        assert tuesday.weekday() == 1
        assert 8 <= tuesday.day <= 14
    assert after.count_between(*YEAR) == 12
    assert after.next_after(days[0]) == days[1]
    assert after.previous_before(days[1]) == days[0]
    assert after.previous_before(days[0]) is None


def test_weekdays_are_those_of_the_calendar() -> None:
    for index, name in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU")):
        last = MonthRule.nth_weekday(YEAR[0], -1, typing.cast(typing.Any, name))
        for day in last.expand(*YEAR):
            assert day.weekday() == index
            assert day.day > calendar.monthrange(day.year, day.month)[1] - 7


def test_working_days_follow_the_holidays() -> None:
    may = dt.date(2026, 5, 1)
    third = MonthRule.working_day(may, 3, holidays="FR")
    assert third.next_after(may) == dt.date(2026, 5, 6)
    assert MonthRule.working_day(may, 3).next_after(may) == dt.date(2026, 5, 5)
    # 26 December 2025, a Friday, is a holiday in Alsace-Moselle only.
    december = dt.date(2025, 12, 1)
    alsace = MonthRule.working_day(december, -4, holidays="FR-57", every_months=12)
    france = MonthRule.working_day(december, -4, holidays="FR", every_months=12)
    assert alsace.next_after(december) == dt.date(2025, 12, 24)
    assert france.next_after(december) == dt.date(2025, 12, 26)


def test_bad_month_rules_are_refused_with_every_fault() -> None:
    def bad() -> object:
        return MonthRule.nth_weekday(YEAR[0], 6, "MO", offset_days=400, every_months=0)

    assert refused(bad) == ["REC-006", "REC-006", "REC-001"]
    assert refused(lambda: MonthRule.working_day(YEAR[0], 0, every_months=1_201)) == [
        "REC-006",
        "REC-002",
    ]
    assert refused(lambda: MonthRule.working_day(dt.date(1500, 1, 1), 1)) == ["REC-020"]
    with pytest.raises(ValueError, match="weekday must be 'MO' or 'TU'"):
        MonthRule.nth_weekday(YEAR[0], 1, "monday")  # type: ignore[arg-type]
    assert refused(lambda: MonthRule.working_day(YEAR[0], 1, holidays="DE-BAY")) == ["DOC-008"]
    with pytest.raises(TypeError, match="expected a date"):
        MonthRule.working_day(dt.datetime(2026, 1, 1), 1)
    with pytest.raises(ValueError, match="end is before start"):
        MonthRule.working_day(YEAR[0], 1).expand(YEAR[1], YEAR[0])


@pytest.mark.parametrize(
    ("month_end", "expected"),
    [
        ("omit", ["2015-01-31", None, "2015-03-31", None]),
        ("backward", ["2015-01-31", "2015-02-28", "2015-03-31", "2015-04-30"]),
        ("forward", ["2015-01-31", "2015-03-01", "2015-03-31", "2015-05-01"]),
        ("stick_to_end", ["2015-01-31", "2015-02-28", "2015-03-31", "2015-04-30"]),
    ],
)
def test_month_ends_follow_their_policy(
    month_end: typing.Literal["omit", "backward", "forward", "stick_to_end"],
    expected: list[str | None],
) -> None:
    series = Series(dt.date(2015, 1, 31), 1, "month", month_end=month_end)
    assert series.month_end == month_end
    dates = [series.nth(n) for n in range(4)]
    assert [date and date.isoformat() for date in dates] == expected
    kept = [date for date in dates if date]
    assert series.expand(dt.date(2015, 1, 1), dt.date(2015, 5, 2)) == kept
    assert [series.number_of(date) for date in kept] == [n for n in range(4) if dates[n]]
    assert all(series.contains(date) for date in kept)
    assert not series.contains(dt.date(2015, 1, 30))


def test_a_series_says_what_it_is() -> None:
    series = Series(dt.date(2026, 1, 5), 2, "week")
    assert (series.anchor, series.every, series.month_end) == (
        dt.date(2026, 1, 5),
        "P2W",
        "backward",
    )
    assert repr(series) == "<Series P2W from 2026-01-05, backward>"
    assert series == Series(dt.date(2026, 1, 5), 2, "week")
    assert series != Series(dt.date(2026, 1, 5), 14, "day")
    assert series.expand(dt.date(2026, 1, 5), dt.date(2026, 1, 5)) == []


def test_bad_intervals_are_refused_by_code() -> None:
    assert refused(lambda: Series(YEAR[0], 0, "day")) == ["REC-001"]
    assert refused(lambda: Series(YEAR[0], 1_201, "month")) == ["REC-002"]
    with pytest.raises(ValueError, match="unit must be 'day' or 'week' or 'month'"):
        Series(YEAR[0], 1, "year")  # type: ignore[arg-type]
