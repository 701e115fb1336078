"""What questions about contracts are answered with.

Generated from the types of the core by `make update`.
"""

import datetime as dt
from typing import Literal, NotRequired, TypeAlias, TypedDict

__all__ = [
    "Balance",
    "Bound",
    "Breach",
    "BreachCap",
    "ClockRow",
    "ClockState",
    "Cost",
    "Coverage",
    "CoverageAt",
    "CoverageFinding",
    "Deadline",
    "EscalationRow",
    "EscalationState",
    "Event",
    "EventKind",
    "Figure",
    "IndexValue",
    "Invoice",
    "LevelRule",
    "LevelStep",
    "Line",
    "LineKind",
    "Measure",
    "Money",
    "MonthCost",
    "NoDeadline",
    "NoticeDeadline",
    "NoticeState",
    "Outcome",
    "Period",
    "PriceInForce",
    "Renewal",
    "Revision",
    "Rounding",
    "Service",
    "TargetAt",
    "TargetKind",
    "TermAt",
    "TermPhase",
    "Text",
    "TicketDeadlines",
    "Verdict",
]

Bound: TypeAlias = Literal[
    "cap",
    "floor",
]
"""Which bound an amount ran into.

- `cap`: The upper one.
- `floor`: The lower one.
"""

ClockState: TypeAlias = Literal[
    "not_started",
    "running",
    "paused",
    "met",
    "breached",
    "cancelled",
    "not_counted",
]
"""How a target stands.

- `not_started`: The ticket is opened later than `as_of`.
- `running`: The clock runs and the deadline is not passed.
- `paused`: The ticket waits, and the deadline moves with it.
- `met`: Done by the deadline, the very instant included.
- `breached`: The deadline is passed, done since or not.
- `cancelled`: Cancelled by the deadline.
- `not_counted`: There is nothing to count: no level, no such target, or a calendar that never
  opens.
"""

EscalationState: TypeAlias = Literal[
    "due",
    "passed",
    "dropped",
]
"""How an escalation step stands.

- `due`: Still to come, or waiting for the end of a pause.
- `passed`: Its moment came while the target was not yet done.
- `dropped`: The target was done, or the ticket cancelled, before its moment.
"""

EventKind: TypeAlias = Literal[
    "begin",
    "suspension_end",
    "renewal",
    "price_revision",
    "amendment",
    "suspension_begin",
    "notice_deadline",
    "term_end",
    "termination",
]
"""What happens to a contract on a day. Events of one day come in this order.

- `begin`: Its first covered day.
- `suspension_end`: First day covered again after a suspension.
- `renewal`: First day of a renewal.
- `price_revision`: Anniversary on which prices are revised by an index.
- `amendment`: First day on which amendments hold.
- `suspension_begin`: First day of a suspension.
- `notice_deadline`: Last day on which notice is in time.
- `term_end`: Last covered day of a contract that nothing renews.
- `termination`: Last covered day before an early termination.
"""

LevelRule: TypeAlias = Literal[
    "opened",
    "target",
    "first_counted",
    "closed_day",
    "nominal",
    "pause",
    "deadline",
    "none",
]
"""The rule behind one step of a deadline.

- `opened`: The ticket is opened: the count begins.
- `target`: What is promised.
- `first_counted`: The first moment that counts.
- `closed_day`: A day without opening is passed over.
- `nominal`: The deadline without any pause.
- `pause`: A pause, overlapping ones united; its open seconds do not count.
- `deadline`: The deadline.
- `none`: There is none.
"""

LineKind: TypeAlias = Literal[
    "fixed",
    "assets",
    "hours",
    "visits",
    "minimum",
    "penalty",
]
"""What a line of an invoice is for, in the order of lines. Also what an indexation applies to.

- `fixed`: The fixed fee.
- `assets`: Assets of a class.
- `hours`: Hours out of scope.
- `visits`: Visits out of scope.
- `minimum`: What lacks to the minimum.
- `penalty`: Credit for a breach.
"""

Measure: TypeAlias = Literal[
    "visits",
    "minutes",
    "assets",
]
"""What an entitlement counts.

- `visits`: Visits.
- `minutes`: Minutes of work.
- `assets`: Different assets worked on.
"""

NoDeadline: TypeAlias = Literal[
    "no_level",
    "no_target",
    "no_opening",
    "out_of_range",
    "paused",
    "not_opened",
]
"""Why there is no deadline.

- `no_level`: No service level applies to the service and priority of the ticket.
- `no_target`: The level does not promise this.
- `no_opening`: The calendar never opens again.
- `out_of_range`: It would lie beyond the year 9999.
- `paused`: The ticket waits: the deadline moves until the wait ends.
- `not_opened`: The ticket was opened later than `as_of`.
"""

Outcome: TypeAlias = Literal[
    "covered",
    "lower_priority",
    "not_begun",
    "ended",
    "terminated",
    "suspended",
    "no_service",
    "excluded",
    "not_joined",
    "away",
    "left",
    "other_age",
    "unknown_age",
    "not_selected",
    "beyond_cap",
]
"""What one contract says of an asset, a service and a day; the first that applies.

- `covered`: It covers, and no other comes before it.
- `lower_priority`: It covers too, but another contract comes before it.
- `not_begun`: The day is before its begin.
- `ended`: The day is at or after its end.
- `terminated`: The day is at or after its early termination.
- `suspended`: The day lies in a suspension.
- `no_service`: The version of the day does not have the service.
- `excluded`: An exclusion selects the asset.
- `not_joined`: The asset joins the perimeter later.
- `away`: The day lies between two stays of the asset.
- `left`: The asset has left the perimeter.
- `other_age`: An inclusion would select the asset at another age.
- `unknown_age`: An inclusion would judge the asset by its age, but its day of purchase is
  unknown.
- `not_selected`: No inclusion selects the asset.
- `beyond_cap`: An inclusion selects the asset, but its number, or that of the perimeter, is
  reached.
"""

Renewal: TypeAlias = Literal[
    "none",
    "express",
    "tacit",
]
"""What happens at the end of a term.

- `none`: The contract ends. The default.
- `express`: The contract ends, unless both parties renew it in writing (which a later `end`
  records).
- `tacit`: The contract goes on for a further period, unless a party gives notice.
"""

Rounding: TypeAlias = Literal[
    "half_up",
    "half_even",
    "down",
]
"""How a division that does not come out even becomes a whole number.

``` use entretien::quantity::Rounding; assert_eq!(Rounding::HalfUp.divide(5, 2), Some(3)); // 2.5
→ 3 assert_eq!(Rounding::HalfUp.divide(-5, 2), Some(-3)); // a credit rounds as the charge does
assert_eq!(Rounding::HalfEven.divide(5, 2), Some(2)); assert_eq!(Rounding::Down.divide(29, 10),
Some(2)); assert_eq!(Rounding::Down.divide(1, 0), None); ```

- `half_up`: To the nearest; a half goes away from zero.
- `half_even`: To the nearest; a half goes to the even neighbour.
- `down`: Towards zero.
"""

Service: TypeAlias = Literal[
    "preventive",
    "corrective",
    "updates",
    "monitoring",
    "remote_support",
    "on_site",
]
"""What a contract can cover.

- `preventive`: Planned work that prevents failures.
- `corrective`: Repair after a failure.
- `updates`: System and software updates.
- `monitoring`: Continuous watching.
- `remote_support`: Help at a distance.
- `on_site`: Work on site.
"""

TargetKind: TypeAlias = Literal[
    "response",
    "restoration",
    "resolution",
]
"""What is promised.

- `response`: Somebody takes the ticket in hand (GTI, délai de prise en compte).
- `restoration`: The service works again, if only by a workaround (GTR).
- `resolution`: The cause is removed and the ticket solved.
"""

TermPhase: TypeAlias = Literal[
    "not_begun",
    "running",
    "ended",
    "terminated",
]
"""Where a day stands to the term of a contract.

- `not_begun`: Before its first day.
- `running`: In its term.
- `ended`: At or after its end.
- `terminated`: At or after its early termination.
"""


class Balance(TypedDict):
    """One entitlement in one of its periods."""

    service: Service
    """The service."""
    measure: Measure
    """What is counted."""
    start: dt.date
    """First day of the period."""
    end: dt.date | None
    """First day after it; `None` when it has no end."""
    granted: int
    """What the period grants."""
    carried_in: int
    """What the period before left to it."""
    consumed: int
    """What was consumed in it, up to `as_of`."""
    remaining: int
    """What is left; never below 0."""
    overdraft: int
    """What was consumed beyond what there was."""
    exhausted_on: dt.date | None
    """First day on which nothing was left; `None` while something is."""


class BreachCap(TypedDict):
    """The most that breaches of one kind cost in a period."""

    kind: str
    """The kind: breaches with the same text share the cap."""
    percent: str
    """Percent of the fee of the period, such as `5`."""


class Breach(TypedDict):
    """A breach of the service level, as the caller found it."""

    label: str
    """Shown on the line of credit."""
    day: dt.date
    """Day of the breach."""
    cap: NotRequired[BreachCap]
    """A cap of its own kind, beside that of the price."""
    percent: NotRequired[str]
    """Percent of the fee of the period, such as `2.5`; left out: that of the price."""


class ClockRow(TypedDict):
    """One target of one ticket at an instant; seconds are open seconds outside pauses."""

    ticket: str
    """The ticket."""
    target: TargetKind
    """Which target."""
    version: int
    """Number of the version of the contract whose levels apply."""
    level: int | None
    """Place of the level among those of the version; `None` when none applies."""
    state: ClockState
    """How it stands."""
    deadline: dt.datetime | None
    """By when."""
    reason: NoDeadline | None
    """Why there is no deadline."""
    stopped: dt.datetime | None
    """When it was done, or cancelled."""
    target_seconds: int | None
    """Length of the target."""
    elapsed_seconds: int | None
    """Counted since the opening."""
    paused_seconds: int | None
    """Taken out of the count by pauses."""
    remaining_seconds: int | None
    """Left; 0 when overrun."""
    overrun_seconds: int | None
    """Counted beyond the target."""


class Figure(TypedDict):
    """One figure of a finding."""

    name: str
    """What it is, with its unit last: `occurrences`, `planned_minutes`."""
    value: int
    """How much."""


class IndexValue(TypedDict):
    """An index value that a revision used."""

    month: str
    """The month asked for."""
    used: str
    """The month whose value was used: another one when a quarter or the last known value stands in.
    """
    value_millionths: int
    """The value, millionths."""


class Money(TypedDict):
    """An amount of money: `1 250,00 €` is `price_minor` 125 000 of `EUR`."""

    minor: int
    currency: str
    """An ISO 4217 code."""


class MonthCost(TypedDict):
    """Accrued cost of one month."""

    month: str
    """The month."""
    minor: int
    """Cost of its days within the horizon, minor units."""


class Cost(TypedDict):
    """Accrued cost of the days of a horizon."""

    currency: str
    """The currency of every amount."""
    months: list[MonthCost]
    """Every month that the horizon touches, in order."""
    total_minor: int
    """Sum of the months, minor units."""


class NoticeDeadline(TypedDict):
    """The last day on which notice is in time for one end."""

    deadline: dt.date
    """The last day, rolled when the contract asks for it."""
    end: dt.date
    """The end that notice by then brings about: first day not covered."""
    nominal: dt.date
    """`end` less the notice period, before any roll."""


class NoticeState(TypedDict):
    """Notice as it stands on a day."""

    current: NoticeDeadline
    """The deadline for the current end."""
    passed: bool
    """Whether the day asked is after it: notice now comes too late for that end."""
    next: NoticeDeadline | None
    """The deadline that can still be met: the current one, or that of a later renewal; `None` when
    the last one has passed.
    """


class Period(TypedDict):
    """Days from `start` to the day before `end`: half-open, never empty."""

    start: dt.date
    end: dt.date


class Revision(TypedDict):
    """How one amount was revised at an anniversary.

    `price = multiplied × ratio`, rounded, then held between the floor and the cap, themselves
    rounded.
    """

    day: dt.date
    """The anniversary."""
    anniversary: int
    """Number of the anniversary, from 1."""
    base_minor: int
    """The price that the contract (or an amendment) states, minor units."""
    before_minor: int | None
    """The price in force before, minor units; `None` when nothing depends on it and its index is
    not known.
    """
    multiplied_minor: int
    """The price that the ratio multiplies: one of the two above, minor units."""
    from_index: IndexValue
    """Index below the fraction line."""
    to_index: IndexValue
    """Index above the fraction line."""
    ratio: list[int]
    """Exact ratio of the two, in lowest terms: numerator, denominator."""
    rounding: Rounding
    """How it was rounded."""
    indexed_minor: int
    """What the index alone would give, minor units."""
    bound: Bound | None
    """The bound that holds the price."""
    price_minor: int
    """The price in force from this anniversary, minor units."""


class Line(TypedDict):
    """A line of an invoice. `amount = price × quantity × share`, rounded once, except for a
    minimum.
    """

    kind: LineKind
    """What it is for."""
    label: str
    """Class, work or breach; empty for the fee and the minimum."""
    days: list[Period]
    """The days that it is for, in order; the cost accrues evenly over them."""
    price_minor: int
    """Price of one unit over the whole billing period; of one hour or visit; for a penalty, the fee
    of the period; for a minimum, the minimum itself, the amount being what lacks to it.
    """
    quantity: int | None
    """Assets, minutes, visits; 1 for a fee. `None` when assets were counted day by day."""
    asset_days: int | None
    """Sum of the daily counts, when assets were counted day by day."""
    share: list[int]
    """Part of the whole that is billed: days of the part and of the period as the day count has
    them, 1 and 60 for minutes, parts per million for a penalty.
    """
    amount_minor: int
    """The amount, minor units; negative for a credit."""
    bound: Bound | None
    """The bound that the amount ran into."""
    revision: Revision | None
    """How the price came from the base price; `None` when nothing revised it."""


class Invoice(TypedDict):
    """An invoice of a schedule (échéancier de facturation)."""

    number: int
    """Its number since the contract began, from 0; stays the same whatever the horizon. A billing
    period without any line has no invoice, and its number is not used.
    """
    period: Period
    """Billed period, cut to the term of the contract."""
    issue: dt.date
    """Day of issue."""
    due: dt.date
    """Day by which it must be paid."""
    currency: str
    """The currency of every amount."""
    lines: list[Line]
    """By kind, class, then day."""
    total_minor: int
    """Sum of the lines, minor units."""


class PriceInForce(TypedDict):
    """An amount in force on a day."""

    kind: LineKind
    """What it is for."""
    label: str
    """The class of assets, else empty."""
    per_months: int | None
    """Months that it is quoted per; `None` for an hour or a visit."""
    price_minor: int
    """Minor units."""
    revision: Revision | None
    """How it came from the base price; `None` when nothing revised it."""


class TargetAt(TypedDict):
    """One promise that holds at an instant."""

    target: TargetKind
    """What is promised."""
    measure: str
    """How it is counted: `open_time`, `working_days`…"""
    count: int
    """Seconds, days or months."""
    calendar: str | None
    """The calendar that it is counted in; `None` is around the clock."""


class TermAt(TypedDict):
    """The term as it stands on a day."""

    begin: dt.date
    """First day of the current term: the begin, or the end of the term before."""
    end: dt.date | None
    """First day not covered; `None` without end (or with one after the year 9999)."""
    last_covered: dt.date | None
    """The day before `end`: the one to print."""
    renewal: int
    """0 in the initial term, k in renewal number k."""
    mode: Renewal
    """What happens at the end."""
    assumed: bool
    """Whether the term runs by tacit renewal: it is assumed that no notice was given in time."""
    phase: TermPhase
    """Where the day asked stands."""


class Text(TypedDict):
    """One text in English and, where given, in French."""

    en: str
    fr: NotRequired[str]


class CoverageFinding(TypedDict):
    """What contracts, estate and plan say of each other; ordered by code, then contract, then
    asset.
    """

    code: str
    """Stable code, `COV-001` to `COV-007`; the register of codes has its meaning and cure."""
    day: dt.date
    """The first day concerned."""
    figures: list[Figure]
    """Figures, in a fixed order for each code."""
    text: Text
    """One sentence without a final stop, in both languages."""
    asset: NotRequired[str]
    """The asset that it speaks of."""
    assets: NotRequired[list[str]]
    """The assets concerned, where there may be several."""
    contract: NotRequired[str]
    """The contract that it speaks of."""
    service: NotRequired[Service]
    """The service that it speaks of."""
    values: NotRequired[list[Money]]
    """Sums of known prices, one for each currency, by currency."""


class EscalationRow(TypedDict):
    """One escalation step of one ticket at an instant."""

    ticket: str
    """The ticket."""
    target: TargetKind
    """Of which target."""
    step: int
    """Place of the step among the escalations of the level."""
    instant: dt.datetime | None
    """When."""
    reason: NoDeadline | None
    """Why there is no instant."""
    state: EscalationState
    """How it stands."""
    notify: Text | None
    """Who is told, or what is done."""


class Event(TypedDict):
    """One event; ordered by day, then kind, then contract."""

    day: dt.date
    """When. The end of a contract is dated on its last covered day."""
    kind: EventKind
    """What."""
    contract: str
    """Of which contract."""
    assumed: bool
    """Whether it happens only if a tacit renewal after `as_of` takes place."""
    text: Text
    """One sentence without a final stop, in both languages."""


class LevelStep(TypedDict):
    """One step from the opening of a ticket to a deadline."""

    rule: LevelRule
    """The rule."""
    text: Text
    """The step for people, in one line."""
    at: NotRequired[dt.datetime]
    """When, or since when."""
    day: NotRequired[dt.date]
    """The day that is passed over."""
    detail: NotRequired[str]
    """The measure and its figure (`working_days*2`), the reason of a closed day or of a missing
    deadline, by its code.
    """
    open_seconds: NotRequired[int]
    """Open seconds: the length of the target, what a pause took."""
    until: NotRequired[dt.datetime]
    """Until when, for a pause that ended."""


class Deadline(TypedDict):
    """By when a target of a ticket is due, and why."""

    target: TargetKind
    """Which target."""
    instant: dt.datetime | None
    """When, in the zone of its calendar."""
    reason: NoDeadline | None
    """Why there is none."""
    trace: list[LevelStep]
    """From the opening to the result."""


class TicketDeadlines(TypedDict):
    """By when each target of a ticket is due."""

    ticket: str
    """The ticket."""
    version: int
    """Number of the version of the contract whose levels apply."""
    deadlines: list[Deadline]
    """Response, restoration, resolution."""


class Verdict(TypedDict):
    """What one contract says."""

    contract: str
    """The contract."""
    reference: str
    """Its reference, as printed."""
    outcome: Outcome
    """What it says."""
    version: int
    """Number of the version that holds on the day."""
    by_tacit_renewal: bool
    """Whether it covers only if it is tacitly renewed after `as_of`."""
    text: Text
    """The verdict for people, without the reference."""
    selection: NotRequired[int]
    """Number of the exclusion or inclusion that decided, from 0; `None` for any other reason, and
    for the cap of the whole perimeter.
    """


class Coverage(TypedDict):
    """Whether an asset is covered for a service on a day, as known on `as_of`."""

    asset: str
    """The asset."""
    service: Service
    """The service."""
    day: dt.date
    """The day asked."""
    as_of: dt.date
    """What later renewals are judged from."""
    verdicts: list[Verdict]
    """What every contract says: the winner, the losers from the next best, then those that do not
    cover, by id.
    """


class CoverageAt(TypedDict):
    """Whether an asset is covered at an instant, inside which hours, and with which service level.
    """

    instant: dt.datetime
    """The instant asked."""
    coverage: Coverage
    """By which contract, and why not by the others, on the civil day of the instant."""
    calendar: str
    """The calendar of the works on the asset."""
    open: bool
    """Whether that calendar is open."""
    next_open: dt.datetime | None
    """When it opens next: the instant itself when it is open; `None` when it never does."""
    targets: list[TargetAt]
    """What the winner promises for the service and the priority, by target; empty without a level.
    """
