"""Types that the compiled part returns."""

import datetime as dt
from typing import TypeAlias, TypedDict

Date: TypeAlias = dt.date
"""A name for dates that no property hides."""


class LoadTotal(TypedDict):
    """Occurrences and work of one group."""

    key: str
    occurrences: int
    work_minutes: int


class MonthTotal(TypedDict):
    """Occurrences and work of one calendar month, `YYYY-MM`."""

    month: str
    occurrences: int
    work_minutes: int


class WeekTotal(TypedDict):
    """Work of one week and skill, against what the skill offers; `None` when nobody said."""

    monday: dt.date
    skill: str
    work_minutes: int
    capacity_minutes: int | None


class Totals(TypedDict):
    """Sums over a plan; every list is sorted by its key."""

    occurrences: int
    work_minutes: int
    skipped: int
    assets: int
    assets_without_task: int
    months: list[MonthTotal]
    periodicities: list[LoadTotal]
    skills: list[LoadTotal]
    modes: list[LoadTotal]
    sites: list[LoadTotal]
    categories: list[LoadTotal]
    tasks: list[LoadTotal]
    weeks: list[WeekTotal]
