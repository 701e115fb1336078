r"""Recurrence: rules of RFC 5545 and RFC 7529, queried by seeking, expanded as columns.

A `Rule` is one recurrence rule; a `RuleSet` anchors rules at a DTSTART, adds dates and leaves
others out. Beside rules there are days counted within months, `MonthRule`, and civil intervals,
`Series`.

    >>> import datetime as dt
    >>> from zoneinfo import ZoneInfo
    >>> from entretien.recurrence import MonthRule, RuleSet, Series, expand
    >>> patch = RuleSet.parse(
    ...     "DTSTART;TZID=Europe/Paris:20260113T090000\nRRULE:FREQ=MONTHLY;BYDAY=2TU"
    ... )
    >>> patch.describe()
    'the second Tuesday of every month, at 09:00'
    >>> str(patch.next_after(dt.datetime(2126, 1, 1, tzinfo=ZoneInfo("Europe/Paris"))))
    '2126-01-08 09:00:00+01:00'
    >>> patch.count_between(dt.date(2026, 1, 1), dt.date(2036, 1, 1))
    120

What RFC 5545 leaves open is a policy, given by name when a set is made: a time that the clocks
jump over (`gap`), one that comes twice (`overlap`), what follows 2099 (`horizon`), a DTSTART that
no rule produces (`unmatched`).

    >>> night = "DTSTART;TZID=Europe/Paris:20260328T023000\nRRULE:FREQ=DAILY;COUNT=3"
    >>> march = dt.date(2026, 3, 1), dt.date(2026, 4, 1)
    >>> [str(time) for time in RuleSet.parse(night).expand(*march)]
    ['2026-03-28 02:30:00+01:00', '2026-03-29 03:30:00+02:00', '2026-03-30 02:30:00+02:00']
    >>> [str(time) for time in RuleSet.parse(night, gap="skip").expand(*march)]
    ['2026-03-28 02:30:00+01:00', '2026-03-30 02:30:00+02:00', '2026-03-31 02:30:00+02:00']

`expand` gives integers in one piece of memory, which NumPy and Arrow share:

    >>> fleet = [("FREQ=MONTHLY;BYDAY=2TU", dt.date(2026, 1, day)) for day in (1, 14)]
    >>> columns = expand(fleet, dt.date(2026, 1, 1), dt.date(2026, 4, 1), unit="days")
    >>> list(columns.values), list(columns.offsets)
    ([20466, 20494, 20522, 20494, 20522], [0, 3, 5])

Days that no rule of RFC 5545 says:

    >>> the_day_after = MonthRule.nth_weekday(dt.date(2026, 4, 1), 2, "TU", offset_days=1)
    >>> str(the_day_after.next_after(dt.date(2026, 4, 1)))
    '2026-04-15'
    >>> third = MonthRule.working_day(dt.date(2026, 5, 1), 3, holidays="FR")
    >>> str(third.next_after(dt.date(2026, 5, 1)))
    '2026-05-06'
    >>> quarterly = Series(dt.date(2025, 11, 30), 3, "month", month_end="stick_to_end")
    >>> [str(quarterly.nth(n)) for n in range(3)]
    ['2025-11-30', '2026-02-28', '2026-05-31']
"""

import datetime as dt
from collections.abc import Iterable
from typing import Literal, TypeAlias, overload

from . import _native
from ._native import Columns, MonthRule, Rule, RuleSet, RuleWarning, Series, Values

__all__ = [
    "Columns",
    "MonthRule",
    "Rule",
    "RuleSet",
    "RuleWarning",
    "Series",
    "Values",
    "expand",
]

Moment: TypeAlias = dt.date | dt.datetime
Unit: TypeAlias = Literal["seconds", "days"]
Gap: TypeAlias = Literal["forward", "skip", "before"]
Overlap: TypeAlias = Literal["first", "second"]
Horizon: TypeAlias = Literal["continue", "refuse"]
Unmatched: TypeAlias = Literal["omit", "count"]


@overload
def expand(
    rules: str | RuleSet,
    start: Moment,
    end: Moment,
    *,
    unit: Unit = "seconds",
    gap: Gap = "forward",
    overlap: Overlap = "first",
    horizon: Horizon = "continue",
    unmatched: Unmatched = "omit",
) -> Values: ...
@overload
def expand(
    rules: Iterable[tuple[str | Rule, Moment]],
    start: Moment,
    end: Moment,
    *,
    unit: Unit = "seconds",
    gap: Gap = "forward",
    overlap: Overlap = "first",
    horizon: Horizon = "continue",
    unmatched: Unmatched = "omit",
) -> Columns: ...
def expand(  # noqa: PLR0913 - four of them are named policies
    rules: str | RuleSet | Iterable[tuple[str | Rule, Moment]],
    start: Moment,
    end: Moment,
    *,
    unit: Unit = "seconds",
    gap: Gap = "forward",
    overlap: Overlap = "first",
    horizon: Horizon = "continue",
    unmatched: Unmatched = "omit",
) -> Values | Columns:
    """The instances from `start` to before `end` as columns of integers.

    Of a set, or the text of one: `Values`. Of pairs `(rule, anchor)`, one for each asset:
    `Columns`, with the rows in the order given. The policies hold for texts and pairs; a `RuleSet`
    has its own.

    With unit `seconds` the values are 64-bit: UTC epoch seconds in UTC or in a zone, wall seconds
    since 1970-01-01T00:00:00 for floating times and dates. With unit `days` they are 32-bit: the
    civil day of each instance, as days since 1970-01-01; `start` and `end` are dates.

    A list is read fastest when its pairs share the rule object, and its anchors their `tzinfo`.

    Raises:
        Error: As for `RuleSet.parse`, `RuleSet.build` and `RuleSet.expand`; the pointer names the
            pair (`/rows/3`).
    """
    return _native.expand(
        rules,
        start,
        end,
        unit=unit,
        gap=gap,
        overlap=overlap,
        horizon=horizon,
        unmatched=unmatched,
    )
