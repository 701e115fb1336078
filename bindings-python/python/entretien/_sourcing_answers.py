"""What questions about sourcing are answered with.

Generated from the types of the core by `make update`.
"""

import datetime as dt
from typing import Literal, NotRequired, TypeAlias, TypedDict

__all__ = [
    "Activity",
    "BreakEvenDate",
    "Cheaper",
    "CostPart",
    "DemandLine",
    "DemandYear",
    "Direction",
    "Gap",
    "GapKind",
    "IncidentForecast",
    "MakeOrBuy",
    "MakeOrBuyYear",
    "Missing",
    "Mode",
    "NoTrend",
    "OptionAnswer",
    "OptionYear",
    "Parameter",
    "PartCost",
    "Rank",
    "Ranking",
    "SourcingContent",
    "SourcingDemand",
    "TestMethod",
    "Text",
    "ThresholdRow",
    "TornadoRow",
    "TrendTest",
    "Unknown",
    "VolumeRange",
    "Volumes",
    "WayKind",
]

Activity: TypeAlias = Literal[
    "preventive",
    "corrective",
]
"""Why work comes up.

- `preventive`: Planned upkeep.
- `corrective`: Repair of a failure.
"""

Cheaper: TypeAlias = Literal[
    "inhouse",
    "outsourced",
    "equal",
]
"""Which of two is cheaper.

- `inhouse`: One's own team.
- `outsourced`: The provider.
- `equal`: Neither: to the cent the same.
"""

CostPart: TypeAlias = Literal[
    "wages",
    "charges",
    "recruitment",
    "tooling",
    "travel",
    "on_call",
    "fees",
    "out_of_scope",
    "interventions",
    "management",
    "penalties",
    "transition",
    "exit",
]
"""A part of the cost of a year, in the order of rows.

- `wages`: Gross wages.
- `charges`: Charges on wages.
- `recruitment`: First hires, growth of the team and turnover.
- `tooling`: Tools of the team and of each of its members.
- `travel`: Travel to sites.
- `on_call`: Being on call, and the extra pay of hours outside opening hours.
- `fees`: Fees of contracts.
- `out_of_scope`: Hours, visits and interventions that fees do not include.
- `interventions`: Interventions ordered one by one.
- `management`: Managing the team or the provider.
- `penalties`: Credit for breaches of the service level; not above zero.
- `transition`: Going over to the option, once, in year 1.
- `exit`: Leaving the option, once, in the last year.
"""

Direction: TypeAlias = Literal[
    "up",
    "level",
    "down",
]
"""Which way a figure goes from the reference to the sample, or along a series; the sign only,
whether or not chance explains it.

- `up`: It rises.
- `level`: It stays.
- `down`: It falls.
"""

GapKind: TypeAlias = Literal[
    "skill",
    "hours",
    "absence",
]
"""What a provider or a team does not cover.

- `skill`: A skill that is needed and not offered.
- `hours`: Hours of the week that are needed and not offered.
- `absence`: Hours of the year in which everybody who has a skill is expected to be away.
"""

Mode: TypeAlias = Literal[
    "remote",
    "on_site",
]
"""Where a task is done.

- `remote`: At a distance (à distance).
- `on_site`: On site (sur place).
"""

NoTrend: TypeAlias = Literal[
    "no_failure",
    "too_few",
    "failure_at_start",
    "no_variation",
]
"""Why a trend has no figure.

- `no_failure`: No failure, or none beside the one that ended the observation.
- `too_few`: Too few failures for the approximation that the p-value rests on.
- `failure_at_start`: A failure at the very start of the observation, whose logarithm has no
  bound.
- `no_variation`: All values are equal.
"""

Parameter: TypeAlias = Literal[
    "volume",
    "minutes",
    "growth",
    "wage",
    "utilisation",
    "turnover",
    "wage_index",
    "fees",
    "out_of_scope",
    "ad_hoc",
    "price_index",
    "overhead",
    "one_offs",
    "discount",
]
"""What is varied to see how much the answer hangs on it. Values are multiplied by a factor.

- `volume`: Interventions, minutes and visits together.
- `minutes`: Minutes of each intervention.
- `growth`: Yearly growth of the work.
- `wage`: Wages.
- `utilisation`: Share of productive hours spent on interventions; at most 1.
- `turnover`: Turnover.
- `wage_index`: Yearly rise of wages.
- `fees`: Fees of contracts.
- `out_of_scope`: Prices of hours, visits and interventions that fees do not include.
- `ad_hoc`: Prices of interventions ordered one by one.
- `price_index`: Yearly rise of prices of providers, where it is assumed.
- `overhead`: Overhead of management.
- `one_offs`: Cost of transition and of exit.
- `discount`: Discount rate.
"""

TestMethod: TypeAlias = Literal[
    "exact",
    "normal",
    "chi_square",
]
"""How a p-value was found.

- `exact`: From the law of the statistic itself.
- `normal`: From the normal law that it approaches.
- `chi_square`: From the χ² law.
"""

Unknown: TypeAlias = Literal[
    "interventions",
    "minutes",
    "visits",
    "out_of_hours",
    "assets",
    "wage",
    "charges",
    "recruitment",
    "turnover",
    "tools",
    "travel",
    "on_call",
    "overhead",
    "hour_price",
    "visit_price",
    "intervention_price",
    "penalties",
    "transition",
    "exit",
    "downtime",
    "downtime_cost",
    "skills",
    "offered_hours",
    "needed_hours",
]
"""What is not known, so that a figure is not known either.

- `interventions`: How many interventions are asked for.
- `minutes`: How long they take.
- `visits`: How many visits they take.
- `out_of_hours`: Which share of the work is outside opening hours.
- `assets`: How many assets there are.
- `wage`: The wage.
- `charges`: The charges on wages.
- `recruitment`: What recruiting costs.
- `turnover`: The turnover.
- `tools`: What tools cost.
- `travel`: What a visit costs.
- `on_call`: What being on call costs.
- `overhead`: What management costs.
- `hour_price`: The price of an hour.
- `visit_price`: The price of a visit.
- `intervention_price`: The price of an intervention.
- `penalties`: Which share of the fees penalties give back.
- `transition`: What the transition costs.
- `exit`: What leaving costs.
- `downtime`: How long a failure lasts.
- `downtime_cost`: What an hour of downtime costs.
- `skills`: Which skills are offered.
- `offered_hours`: Which hours are offered.
- `needed_hours`: Which hours are needed.
"""

WayKind: TypeAlias = Literal[
    "in_house",
    "contract",
    "ad_hoc",
    "mixed",
]
"""How an option gets the work done.

- `in_house`: By one's own team.
- `contract`: By a provider under a contract.
- `ad_hoc`: By a provider, each intervention ordered by itself.
- `mixed`: Some of it one way, some another.
"""


class BreakEvenDate(TypedDict):
    """From a day on, an option has cost less than another that was ahead."""

    before: str
    """The option that had cost less until then."""
    after: str
    """The option that has cost less from then on."""
    months: int
    """Months since the first day."""
    day: dt.date
    """The day."""


class DemandLine(TypedDict):
    """A part of the work that is alike."""

    key: str
    """Names the line."""
    perimeter: str
    """Site or category, or whatever perimeters are told apart by."""
    activity: Activity
    """Why the work comes up."""
    skill: str | None
    """Skill that it needs; `None`: none in particular."""
    mode: Mode
    """On site or remote."""
    interventions: int | None
    """Interventions of year 1."""
    minutes: int | None
    """Minutes of all of them together."""
    visits: int | None
    """Visits of all of them together. Remote work has none."""
    out_of_hours_ppm: int | None
    """Share of the minutes outside opening hours, parts per million."""
    assets: int | None
    """Assets of year 1 that the work is about. Lines of one perimeter are about the same assets:
    the largest number counts.
    """
    growth_ppm: int
    """Growth of interventions and assets in a year, parts per million; may be negative."""


class DemandYear(TypedDict):
    """The work of a year."""

    year: int
    """From 1."""
    start: dt.date
    """First day."""
    end: dt.date
    """First day after it."""
    interventions: int | None
    """Interventions, each line rounded half up."""
    corrective: int | None
    """Those after a failure."""
    hours: float | None
    """Hours of work."""
    visits: float | None
    """Visits."""
    assets: int | None
    """Assets, each perimeter rounded half up."""


class Gap(TypedDict):
    """Something that is not covered."""

    part: int
    """Place of the part of the option."""
    kind: GapKind
    """What kind."""
    skill: str | None
    """The skill; `None` for the whole part."""
    interventions: int | None
    """Interventions of year 1 that need the skill; of kind `skill`."""
    hours: float | None
    """Hours a week that are not covered, or hours a year in which nobody is expected to be present.
    """
    people: int | None
    """How many people have the skill; of kind `absence`."""


class MakeOrBuyYear(TypedDict):
    """One year of both."""

    year: int
    """From 1."""
    volume: int
    """Interventions, rounded half up."""
    fte_needed: float
    """Full-time posts that the work fills."""
    fte_hired: int
    """Full-time posts that are paid: the next whole number."""
    inhouse_minor: int
    """The team with whole posts, minor units."""
    inhouse_fractional_minor: int
    """The team if posts could be divided, minor units."""
    outsourced_minor: int
    """The contract and its management, minor units."""


class MakeOrBuy(TypedDict):
    """The answer of `make_or_buy`."""

    rows: list[MakeOrBuyYear]
    """Each year, in order."""
    npv_inhouse_minor: int
    """Net present value of the team with whole posts."""
    npv_inhouse_fractional_minor: int
    """Net present value of the team if posts could be divided."""
    npv_outsourced_minor: int
    """Net present value of the contract."""
    cheaper: Cheaper
    """Which is cheaper by net present value, with whole posts."""
    cheaper_fractional: Cheaper
    """The same if posts could be divided. The two can disagree."""
    break_even_volume_fractional_above_included: float | None
    """Interventions a year at which both cost the same in year 1, if posts could be divided; `None`
    below the included ones, and where the costs of one more intervention are equal.
    """


class Missing(TypedDict):
    """Something that is not known."""

    part: int | None
    """Place of the part of the option; `None` for the option as a whole."""
    cost: CostPart | None
    """Part of the cost that is not known for it; `None` for risk and coverage."""
    reason: Unknown
    """What is not known."""


class PartCost(TypedDict):
    """A part of the cost of a year."""

    part: CostPart
    """Which."""
    minor: int | None
    """With whole posts."""
    fractional_minor: int | None
    """With fractional posts."""


class OptionYear(TypedDict):
    """What an option costs in a year."""

    year: int
    """From 1."""
    costs: list[PartCost]
    """The parts of the cost, in the order of `CostPart`; those that the option does not have are
    left out.
    """
    total_minor: int | None
    """Whole posts. The parts add up to it."""
    fractional_total_minor: int | None
    """Fractional posts. The parts add up to it."""
    cumulated_minor: int | None
    """Sum of the years so far, whole posts."""
    fractional_cumulated_minor: int | None
    """Sum of the years so far, fractional posts."""
    posts_needed: float | None
    """Posts that the work of one's own team fills; 0 without a team."""
    posts_paid: int | None
    """Posts that are paid."""
    per_asset_minor: int | None
    """Cost of the year over its assets, rounded half up."""
    per_intervention_minor: int | None
    """Cost of the year over its interventions, rounded half up."""
    downtime_hours: float | None
    """Expected hours of downtime."""
    downtime_minor: int | None
    """What they cost, rounded half up; in no total but the next."""
    with_risk_minor: int | None
    """Total with whole posts, and downtime."""


class Rank(TypedDict):
    """An option and how much dearer than the cheapest it is."""

    option: str
    """The option."""
    npv_minor: int
    """Its net present value."""
    more_minor: int
    """More than the cheapest."""


class Ranking(TypedDict):
    """The options by net present value. Those of which it is not known are in no list but
    `not_ranked`.
    """

    order: list[Rank]
    """By net present value with whole posts, then as given."""
    cheapest: list[str]
    """The cheapest with whole posts; several when they cost the same."""
    cheapest_fractional: list[str]
    """The cheapest with fractional posts."""
    cheapest_with_risk: list[str]
    """The cheapest with whole posts and expected downtime."""
    bases_disagree: bool
    """Whether whole and fractional posts disagree on the cheapest."""
    risk_disagrees: bool | None
    """Whether downtime changes the cheapest; `None` when it is not known of every ranked option."""
    not_ranked: list[str]
    """Options of which something is not known, as given."""


class Text(TypedDict):
    """One text in English and, where given, in French."""

    en: str
    fr: NotRequired[str]


class OptionAnswer(TypedDict):
    """What an option costs."""

    id: str
    """Its id."""
    title: Text
    """What people call it."""
    kind: WayKind
    """Its kind."""
    years: list[OptionYear]
    """Each year."""
    total_minor: int | None
    """Sum of the years, whole posts."""
    fractional_total_minor: int | None
    """Sum of the years, fractional posts."""
    npv_minor: int | None
    """Net present value, whole posts."""
    fractional_npv_minor: int | None
    """Net present value, fractional posts."""
    per_asset_minor: int | None
    """Total over the assets of all years: what an asset costs in a year, rounded half up."""
    per_intervention_minor: int | None
    """Total over the interventions of all years, rounded half up."""
    downtime_npv_minor: int | None
    """Net present value of the expected downtime; in no cost."""
    with_risk_npv_minor: int | None
    """Net present value with whole posts and expected downtime together."""
    gaps: list[Gap]
    """What it does not cover, by part, kind, skill."""
    unknown: list[Missing]
    """What is not known of it, by part and reason."""


class ThresholdRow(TypedDict):
    """How far a parameter must move for another option to be cheapest."""

    parameter: Parameter
    """The parameter."""
    range_ppm: list[int]
    """Factors that were searched, parts per million."""
    below_ppm: int | None
    """The highest factor below 1 at which the cheapest is another; `None` when there is none in the
    range.
    """
    cheapest_below: list[str]
    """The cheapest there."""
    above_ppm: int | None
    """The lowest factor above 1 at which the cheapest is another; `None` when there is none in the
    range.
    """
    cheapest_above: list[str]
    """The cheapest there."""


class TornadoRow(TypedDict):
    """How much the answer hangs on a parameter."""

    parameter: Parameter
    """The parameter."""
    ratio_ppm: int
    """By which share it goes down and up, parts per million."""
    low_minor: int | None
    """By how much the second best option is dearer than the best one when it is lower; below zero
    when it is cheaper; `None` where nothing can be told then, such as of a team without a
    productive hour.
    """
    high_minor: int | None
    """The same when it is higher."""
    swing_minor: int | None
    """Distance between the two."""


class TrendTest(TypedDict):
    """A test of a constant rate of failures against a trend."""

    failures: int
    """Failures that the statistic counts: those that ended an observation are left out."""
    statistic: float | None
    """The statistic."""
    degrees: int | None
    """Degrees of freedom of χ²."""
    p_value: float | None
    """Two-sided p-value of a constant rate."""
    direction: Direction | None
    """`up`: failures come more often with time, the item gets worse."""
    method: TestMethod | None
    """The law that the p-value comes from."""
    reason: NoTrend | None
    """Why a figure is missing."""


class IncidentForecast(TypedDict):
    """Incidents of a year of 365 days, at the mean rate of the time observed."""

    perimeter: str | None
    """The perimeter; `None` for all together."""
    observed_from: dt.date
    """First day observed."""
    observed_to: dt.date
    """First day no longer observed."""
    incidents: int
    """Incidents of that time."""
    per_year: float
    """Incidents of a year at the mean rate."""
    per_year_lower: float | None
    """Lower bound of that mean; `None` without an incident."""
    per_year_upper: float | None
    """Upper bound of that mean."""
    confidence: float
    """Confidence of the bounds."""
    trend: TrendTest
    """Whether incidents come at a constant rate."""
    is_trend_beyond_chance: bool | None
    """Whether there is a trend beyond chance at that confidence; `None` when the test cannot tell.
    Then the mean rate is not that of the year to come.
    """
    per_year_by_trend: float | None
    """Incidents of the year to come if the trend goes on as a power law; only with a trend beyond
    chance.
    """


class SourcingDemand(TypedDict):
    """What an engagement asks for in a year."""

    lines: list[DemandLine]
    """Preventive lines by perimeter, skill, mode, then corrective ones by perimeter."""
    forecast: list[IncidentForecast]
    """Incidents of a year: of all perimeters together, then by perimeter; empty without a log."""

VolumeRange = TypedDict(
    "VolumeRange",
    {
        # First number of interventions a year.
        "from": int,
        # Last one.
        "to": int,
        # The cheapest there of those whose cost is known; several when they cost the same.
        "cheapest": list[str],
        # Options whose cost is not known there, such as beyond included hours without the price of
        # an hour.
        "unknown": list[str],
        # The very volume from which on the first of them costs less than the first of the range
        # before; `None` for the first range, and with whole posts, where costs jump.
        "turns_at": float | None,
    },
)
"""Volumes at which the same options are cheapest."""


class Volumes(TypedDict):
    """Which option is cheapest at which volume of a running year."""

    asked: int
    """Interventions of year 1 as asked."""
    bound: int
    """Up to which volume was searched."""
    ranges: list[VolumeRange]
    """Ranges that follow each other, from 0 to the bound."""


class SourcingContent(TypedDict):
    """A comparison of options. Amounts are minor units; what is not known is `None`, and the option
    says why.

    Options are in the order given, years in order, rows in the order of their lists.
    """

    currency: str
    """Currency of every amount."""
    discount_ppm: int
    """Discount rate of a year, parts per million."""
    demand: list[DemandYear]
    """The work of each year."""
    options: list[OptionAnswer]
    """What each option costs."""
    ranking: Ranking
    """Which is cheaper."""
    volumes: Volumes | None
    """Which is cheapest at which volume, with whole posts."""
    volumes_fractional: Volumes | None
    """The same with fractional posts, and the very volumes at which the answer turns."""
    dates: list[BreakEvenDate]
    """From when on an option has cost less than another that was ahead, by pair of options, then by
    day.
    """
    tornado: list[TornadoRow]
    """How much the answer hangs on each parameter; empty when fewer than two options can be ranked.
    """
    thresholds: list[ThresholdRow]
    """How far each parameter must move for another option to be cheapest, in the order asked."""
