"""What plans answer with: sums, findings, costs, differences."""

import datetime as dt
from typing import NotRequired, TypedDict

from ._answers import Figure, Money, Period, Text


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
    cost_minor: NotRequired[int]
    """Known cost, minor units, travel included; left out when nothing has a price."""


class CostTotal(TypedDict):
    """Known cost of the works of a plan."""

    currency: str
    """An ISO 4217 code."""
    cost_minor: int
    """Labour, parts and travel, minor units."""
    unpriced_occurrences: int
    """Occurrences whose hour of work has no price: not in the sum."""
    unpriced_visits: int
    """Visits whose travel has no price: not in the sum."""


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
    """Nominal dates left out by the roll `skip`."""
    left_out: int
    """Occurrences that a decision skips or cancels; they are in no other sum."""
    visits: int
    """Works on site on one site and day are one."""
    cost: CostTotal | None
    """`None` when nothing has a price."""
    assets: int
    assets_without_task: int
    months: list[MonthTotal]
    periodicities: list[LoadTotal]
    skills: list[LoadTotal]
    modes: list[LoadTotal]
    sites: list[LoadTotal]
    categories: list[LoadTotal]
    tasks: list[LoadTotal]
    contracts: list[LoadTotal]
    """By the contract that covers the work."""
    uncovered_occurrences: int
    """Occurrences that no contract covers."""
    weeks: list[WeekTotal]


class OccurrenceCost(TypedDict):
    """What one occurrence costs; all but the parts are 0 when a decision leaves it out."""

    labour: Money | None
    """`None` when the hour of its skill has no price."""
    travel: Money | None
    """Its share of the travel of its visit, 0 without travel; `None` when that has no price."""
    parts: Money | None
    """`None` when none are stated."""
    total: Money | None
    """`None` when labour or travel is."""


class PlanFinding(TypedDict):
    """What a plan says of itself; ordered by code, subject, task, day."""

    code: str
    """Stable code, `PLAN-020` to `PLAN-027`; the register of codes has its meaning and cure."""
    subject: NotRequired[str]
    """The id of the asset or contract that it speaks of."""
    task: NotRequired[str]
    day: dt.date
    """The first day concerned: of a gap, event, or week; the due day of work without a day."""
    occurrence: NotRequired[str]
    request: NotRequired[str]
    event: NotRequired[str]
    skill: NotRequired[str]
    reason: NotRequired[str]
    """Why work has no date: `no_meter`, `no_reading`, `one_reading`, `no_use` or
    `beyond_calendar`.
    """
    rules: NotRequired[list[str]]
    """`calendar`, `hours`, `maintenance`, `blackout:<window>`, `freeze:<window>`,
    `apart:<asset>`, `order:<task>`.
    """
    figures: list[Figure]
    """Figures, in a fixed order for each code."""
    text: Text
    """One sentence without a final stop, in both languages."""


class BothDays(TypedDict):
    """A day of each of two plans."""

    before: dt.date
    after: dt.date


class BothPeriods(TypedDict):
    """A period of each of two plans."""

    before: Period
    after: Period


class DiffTotals(TypedDict):
    """Sums of two plans, and numbers of their differences by kind."""

    occurrences_before: int
    occurrences_after: int
    work_minutes_before: int
    work_minutes_after: int
    visits_before: int
    visits_after: int
    currency: NotRequired[str]
    """Left out when nothing has a price, or when the plans have different currencies."""
    cost_minor_before: NotRequired[int]
    """Known cost, travel included, minor units."""
    cost_minor_after: NotRequired[int]
    added: int
    removed: int
    moved: int
    """On another planned day."""
    changed: int
    """On the same day, with something else that differs."""


class Seen(TypedDict):
    """What a plan shows of an occurrence: what a maintenance tool stores of its work order."""

    nominal: dt.date
    due: dt.date
    window: list[dt.date]
    """First and last day."""
    date: dt.date
    call: dt.date
    status: str
    done_on: NotRequired[dt.date]
    contract: NotRequired[str]
    site: NotRequired[str]
    visit: NotRequired[str]
    duration_minutes: int
    mode: str
    skill: str
    cost_minor: NotRequired[int]
    """Labour and parts, minor units, without travel; left out when the hour has no price."""
    marks: NotRequired[list[str]]


class Reason(TypedDict):
    """One changed part of an engagement."""

    kind: str
    """`task`, `asset`, `site`, `calendar`, `contract`, `relation`, `event`, `request`, `meter`,
    `window`, `house_rules`, `visits`, `rates`, `tolerance`, `begin`, `horizon`, `as_of`,
    `neighbour`, `rows`.
    """
    id: NotRequired[str]
    """Its id, where it has one."""
