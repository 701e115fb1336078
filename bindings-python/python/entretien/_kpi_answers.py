"""What questions about logs, indicators and failures are answered with.

Generated from the types of the core by `make update`.
"""

import datetime as dt
from typing import Literal, NotRequired, TypeAlias, TypedDict

__all__ = [
    "Advice",
    "AdviceEvidence",
    "AdviceRow",
    "Ageing",
    "BlockPeriods",
    "ChangeTest",
    "Cluster",
    "ControlPoint",
    "Correction",
    "CorrectiveMeasure",
    "Costs",
    "CumulativeStep",
    "DefinitionRow",
    "Dimension",
    "Direction",
    "DownSpan",
    "Downtime",
    "Estimate",
    "ExpectedEffect",
    "ExponentialFit",
    "FollowUp",
    "FollowUpState",
    "FollowUpSummary",
    "Goal",
    "GroupAvailability",
    "IncidentRow",
    "IncidentState",
    "Indicator",
    "IndicatorUnit",
    "IndividualsChart",
    "IntervalKind",
    "InterventionKind",
    "InterventionPlace",
    "InterventionRow",
    "InterventionStatus",
    "KpiAnswer",
    "KpiChange",
    "MannKendall",
    "MannWhitney",
    "Measure",
    "Misfit",
    "Money",
    "MtbfEstimate",
    "NoComparison",
    "NoEffect",
    "NoPowerLaw",
    "NoTrend",
    "NoValue",
    "NoWeibull",
    "NodeAvailability",
    "NodeImportance",
    "OpenIncident",
    "OpenList",
    "Pareto",
    "ParetoClass",
    "ParetoRow",
    "Percentile",
    "PeriodUnit",
    "PlanLoad",
    "PowerLaw",
    "PowerLawEstimate",
    "PreventiveBasis",
    "Problem",
    "ProblemEvidence",
    "Problems",
    "ProportionDifference",
    "ProportionInterval",
    "RateRatio",
    "RatioChart",
    "Reopening",
    "Repeat",
    "RepeatKey",
    "SurvivalCurve",
    "SurvivalFlaw",
    "SurvivalPoint",
    "SurvivalQuantile",
    "Synthesis",
    "SynthesisRow",
    "TestMethod",
    "Text",
    "Trend",
    "TrendTest",
    "Verdict",
    "Waiting",
    "WaitingTime",
    "WeibullEstimate",
    "WeibullFit",
    "WeibullProfile",
]

ChangeTest: TypeAlias = Literal[
    "fisher",
    "poisson",
    "mann_whitney",
    "none",
]
"""How a change was tested.

- `fisher`: Fisher's exact test of two shares.
- `poisson`: Exact conditional test of two counts for their operating time.
- `mann_whitney`: Mann–Whitney test of the times of tickets.
- `none`: None: the figure is a single sum, which has no spread of its own.
"""

Cluster: TypeAlias = Literal[
    "asset",
    "category",
    "subcategory",
    "site",
    "cause",
    "category_on_asset",
    "category_at_site",
]
"""By what incidents are grouped.

- `asset`: Each asset.
- `category`: Each category.
- `subcategory`: Each subcategory.
- `site`: Each site.
- `cause`: Each cause.
- `category_on_asset`: Each category on each asset.
- `category_at_site`: Each category at each site.
"""

Correction: TypeAlias = Literal[
    "holm",
    "benjamini_hochberg",
]
"""How the number of groups that were looked at is taken into account.

- `holm`: Holm: the chance of even one false suggestion stays below the threshold. The default.
- `benjamini_hochberg`: Benjamini and Hochberg: the share of false suggestions among all stays
  below the threshold.
"""

CorrectiveMeasure: TypeAlias = Literal[
    "raise_frequency",
    "lower_frequency",
    "replace",
    "train",
    "extend_monitoring",
    "renegotiate_level",
    "add_capacity",
    "review_stock",
    "collect_data",
]
"""What is to be done.

- `raise_frequency`: Preventive work more often.
- `lower_frequency`: Preventive work less often.
- `replace`: Replace equipment.
- `train`: Train people.
- `extend_monitoring`: Watch more closely.
- `renegotiate_level`: Renegotiate a service level or a contract.
- `add_capacity`: More hands, or fewer works.
- `review_stock`: Other spare parts in stock.
- `collect_data`: Write down what is not known.
"""

Dimension: TypeAlias = Literal[
    "site",
    "category",
    "subcategory",
    "priority",
    "group",
    "technician",
    "contract",
    "supplier",
    "cause",
    "asset_category",
    "asset",
]
"""What groups are made by.

- `site`: Site of the record, else of its asset.
- `category`: Category of tickets and works, in the words of the log.
- `subcategory`: Finer category of tickets.
- `priority`: Priority.
- `group`: Team in charge.
- `technician`: Who resolved or worked; of several the first by name.
- `contract`: Contract of the record, else of its asset.
- `supplier`: Supplier of the record, else of its asset.
- `cause`: Cause.
- `asset_category`: Class of the asset.
- `asset`: The asset.
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

FollowUpState: TypeAlias = Literal[
    "done",
    "planned",
    "late",
    "pending",
    "missed",
]
"""What became of the preventive work after a repair, the better first.

- `done`: Done within the window.
- `planned`: Planned within the window, which is not over.
- `late`: Due within the window, done after it.
- `pending`: Not planned; the window is not over.
- `missed`: The window is over and nothing was done.
"""

Goal: TypeAlias = Literal[
    "higher",
    "lower",
    "neutral",
]
"""In which direction an indicator is good.

- `higher`: More is better.
- `lower`: Less is better.
- `neutral`: It depends: a share of a mix.
"""

IncidentState: TypeAlias = Literal[
    "new",
    "active",
    "waiting",
    "resolved",
    "closed",
    "cancelled",
]
"""How an incident stands.

- `new`: Recorded, nobody works on it.
- `active`: In hand.
- `waiting`: Waiting for somebody or something.
- `resolved`: The cause is removed; the requester has not confirmed yet.
- `closed`: Over.
- `cancelled`: Withdrawn, without work.
"""

Indicator: TypeAlias = Literal[
    "mtbf",
    "mtbf_episodes",
    "mttr",
    "mttr_censored",
    "mean_repair_time",
    "mean_resolution",
    "mttf",
    "inherent_availability",
    "achieved_availability",
    "operational_availability",
    "failure_availability",
    "planned_availability",
    "preventive_down_share",
    "immediate_down_share",
    "operating_time_per_stop",
    "failure_rate",
    "annual_failure_rate",
    "preventive_compliance",
    "preventive_on_time",
    "schedule_compliance",
    "backlog_weeks",
    "wrench_time",
    "first_time_fix",
    "reassignment_free",
    "reopen_rate",
    "level_compliance",
    "reactive_share",
    "corrective_work_share",
    "immediate_work_share",
    "preventive_work_share",
    "condition_work_share",
    "predetermined_work_share",
    "overtime_share",
    "planned_work_share",
    "training_share",
    "trained_share",
    "personnel_share",
    "criticality_coverage",
    "cost_per_asset",
    "cost_per_ticket",
    "cost_over_replacement",
    "spares_over_replacement",
    "internal_share",
    "external_share",
    "contractor_share",
    "material_share",
    "stock_turnover",
    "corrective_cost_share",
    "preventive_cost_share",
    "condition_cost_share",
    "predetermined_cost_share",
    "improvement_cost_share",
    "training_per_head",
    "stock_service",
]
"""An indicator.

- `mtbf`: Mean operating time between failures.
- `mtbf_episodes`: The same, outages that overlap or touch counted once.
- `mttr`: Mean time to restoration.
- `mttr_censored`: The same, open failures taken in.
- `mean_repair_time`: Mean active repair time.
- `mean_resolution`: Mean time to resolution of tickets.
- `mttf`: Mean time to failure of what is not repaired.
- `inherent_availability`: MTBF over MTBF and MTTR.
- `achieved_availability`: Operating time over operating time and all maintenance downtime.
- `operational_availability`: Operating time over required time.
- `failure_availability`: Availability against failures only.
- `planned_availability`: Availability against planned stops only.
- `preventive_down_share`: Share of preventive work in maintenance downtime.
- `immediate_down_share`: Share of immediate corrective work in maintenance downtime.
- `operating_time_per_stop`: Operating time per work order that stops an asset.
- `failure_rate`: Failures per hour of operation.
- `annual_failure_rate`: Failures per year of operation.
- `preventive_compliance`: Preventive works done in tolerance.
- `preventive_on_time`: Preventive works done on or before the due day.
- `schedule_compliance`: Work orders done as scheduled.
- `backlog_weeks`: Weeks of work waiting.
- `wrench_time`: Share of observations with somebody at work.
- `first_time_fix`: Share of tickets fixed the first time.
- `reassignment_free`: Share of tickets that never changed hands.
- `reopen_rate`: Share of tickets reopened.
- `level_compliance`: Share of tickets within their service level.
- `reactive_share`: Corrective share of corrective and preventive hours.
- `corrective_work_share`: Corrective share of hours.
- `immediate_work_share`: Immediate corrective share of hours.
- `preventive_work_share`: Preventive share of hours.
- `condition_work_share`: Condition-based share of hours.
- `predetermined_work_share`: Predetermined share of hours.
- `overtime_share`: Overtime share of hours.
- `planned_work_share`: Planned and scheduled hours over available hours.
- `training_share`: Training over hours.
- `trained_share`: Trained people.
- `personnel_share`: Maintenance people over all.
- `criticality_coverage`: Assets whose criticality was judged.
- `cost_per_asset`: Cost per asset.
- `cost_per_ticket`: Cost per ticket.
- `cost_over_replacement`: Cost over replacement value.
- `spares_over_replacement`: Value of spares over replacement value.
- `internal_share`: Own staff's share of cost.
- `external_share`: Hired staff's share of cost.
- `contractor_share`: Contractors' share of cost.
- `material_share`: Materials' share of cost.
- `stock_turnover`: Materials over stock.
- `corrective_cost_share`: Corrective share of cost.
- `preventive_cost_share`: Preventive share of cost.
- `condition_cost_share`: Condition-based share of cost.
- `predetermined_cost_share`: Predetermined share of cost.
- `improvement_cost_share`: Improvement share of cost.
- `training_per_head`: Training per head.
- `stock_service`: Requests served from stock.
"""

IndicatorUnit: TypeAlias = Literal[
    "hours",
    "share",
    "ratio",
    "per_hour",
    "per_year",
    "weeks",
    "minor",
    "minor_per_head",
]
"""The unit of an indicator.

- `hours`: Hours.
- `share`: A share of one; people read percent.
- `ratio`: A quotient without unit.
- `per_hour`: Events an hour.
- `per_year`: Events a year of 8 766 hours (365.25 days).
- `weeks`: Weeks.
- `minor`: Minor units of the currency.
- `minor_per_head`: Minor units of the currency and head.
"""

IntervalKind: TypeAlias = Literal[
    "none",
    "mean_time",
    "rate",
    "wilson",
]
"""How the interval of an indicator is found.

- `none`: None is given.
- `mean_time`: χ² bounds of a mean time between failures.
- `rate`: χ² bounds of a rate: those of the mean time, inverted.
- `wilson`: Wilson bounds of a proportion.
"""

InterventionKind: TypeAlias = Literal[
    "preventive",
    "corrective",
    "update",
    "renewal",
    "improvement",
    "meeting",
]
"""What an intervention is for.

- `preventive`: Planned work that prevents failures.
- `corrective`: Repair after a failure.
- `update`: System and software updates.
- `renewal`: Replacement of equipment.
- `improvement`: Changes that make equipment more dependable without changing what it does.
- `meeting`: Kick-off, review or follow-up meeting.
"""

InterventionPlace: TypeAlias = Literal[
    "on_site",
    "remote",
]
"""Where the work is done.

- `on_site`: At the equipment.
- `remote`: From elsewhere.
"""

InterventionStatus: TypeAlias = Literal[
    "planned",
    "in_progress",
    "done",
    "cancelled",
    "not_done",
]
"""How an intervention stands.

- `planned`: To be done.
- `in_progress`: Begun.
- `done`: Done.
- `cancelled`: Given up by decision.
- `not_done`: Its time passed and it was not done.
"""

Measure: TypeAlias = Literal[
    "required_seconds",
    "operating_seconds",
    "failure_down_seconds",
    "planned_down_seconds",
    "preventive_down_seconds",
    "maintenance_down_seconds",
    "immediate_repair_seconds",
    "failures",
    "failure_episodes",
    "restored_failures",
    "open_failures",
    "restoration_seconds",
    "open_restoration_seconds",
    "repair_seconds",
    "repairs",
    "downtime_orders",
    "opened_tickets",
    "open_tickets",
    "resolved_tickets",
    "routed_tickets",
    "unreassigned_tickets",
    "reopen_known_tickets",
    "reopened_tickets",
    "first_time_judged_tickets",
    "first_time_fixed_tickets",
    "first_time_young_tickets",
    "resolution_seconds",
    "levels_met",
    "levels_breached",
    "levels_open",
    "levels_unknown",
    "preventive_due",
    "preventive_in_tolerance",
    "preventive_on_time",
    "orders_scheduled",
    "orders_as_scheduled",
    "backlog_minutes",
    "backlog_without_estimate",
    "crew_week_minutes",
    "hands_on_samples",
    "work_samples",
    "corrective_minutes",
    "immediate_minutes",
    "preventive_minutes",
    "condition_minutes",
    "predetermined_minutes",
    "work_minutes",
    "overtime_minutes",
    "scheduled_minutes",
    "available_minutes",
    "training_minutes",
    "internal_minor",
    "external_minor",
    "contractor_minor",
    "material_minor",
    "maintenance_minor",
    "corrective_minor",
    "preventive_minor",
    "condition_minor",
    "predetermined_minor",
    "improvement_minor",
    "training_minor",
    "replacement_minor",
    "spare_minor",
    "assets",
    "judged_assets",
    "personnel",
    "trained_personnel",
    "employees",
    "stock_requests",
    "stock_served",
]
"""A total. Those of time and tickets come from the log and the estate; those marked *given* only
from the caller, since no log has them.

- `required_seconds`: Windows of the assets in service, less planned windows: seconds.
- `operating_seconds`: Required time less unplanned downtime: seconds.
- `failure_down_seconds`: Unplanned downtime, united: seconds.
- `planned_down_seconds`: Planned windows, united: seconds.
- `preventive_down_seconds`: Planned windows of preventive work: seconds.
- `maintenance_down_seconds`: Downtime due to failures and planned windows: seconds.
- `immediate_repair_seconds`: Active time of corrective work that could not wait: seconds.
- `failures`: Outages that begin in the window.
- `failure_episodes`: Runs of outages that overlap or touch.
- `restored_failures`: Failures whose end is known.
- `open_failures`: Failures still open.
- `restoration_seconds`: From failure to restoration, of those that are restored: seconds.
- `open_restoration_seconds`: From failure to the end of the window, of those still open: seconds.
- `repair_seconds`: From begin to end of corrective work, waits left out: seconds.
- `repairs`: Corrective interventions with begin and end.
- `downtime_orders`: Interventions that stopped an asset.
- `opened_tickets`: Tickets opened.
- `open_tickets`: Tickets opened and not resolved.
- `resolved_tickets`: Tickets resolved, the instant being known.
- `routed_tickets`: Tickets resolved or closed whose changes of group are known.
- `unreassigned_tickets`: Of these, those that never changed hands.
- `reopen_known_tickets`: Tickets resolved or closed whose reopenings are known.
- `reopened_tickets`: Of these, those reopened at least once.
- `first_time_judged_tickets`: Tickets resolved whose visits are known and that are old enough to
  judge.
- `first_time_fixed_tickets`: Of these, those resolved with one visit and not reopened.
- `first_time_young_tickets`: Resolved too lately to be judged.
- `resolution_seconds`: From opening to resolution: seconds.
- `levels_met`: Tickets within their service level.
- `levels_breached`: Tickets beyond it, those still open included.
- `levels_open`: Tickets still open and not late.
- `levels_unknown`: Tickets without a service level.
- `preventive_due`: Preventive works due.
- `preventive_in_tolerance`: Of these, done within the tolerance.
- `preventive_on_time`: Of these, done on or before the due day.
- `orders_scheduled`: Work orders scheduled.
- `orders_as_scheduled`: Of these, done on the day scheduled.
- `backlog_minutes`: Estimated work of orders not done: minutes.
- `backlog_without_estimate`: Orders not done without an estimate.
- `crew_week_minutes`: Work of the crew in a week: minutes, given.
- `hands_on_samples`: Observations of somebody at work, given.
- `work_samples`: Observations in all, given.
- `corrective_minutes`: Work on corrective interventions: minutes.
- `immediate_minutes`: Of this, on what could not wait: minutes.
- `preventive_minutes`: Work on preventive interventions: minutes.
- `condition_minutes`: Of this, because of a measured condition: minutes, given.
- `predetermined_minutes`: Of this, at fixed intervals: minutes.
- `work_minutes`: Work of every kind: minutes.
- `overtime_minutes`: Overtime: minutes.
- `scheduled_minutes`: Planned and scheduled work: minutes.
- `available_minutes`: Work that could be had: minutes, given.
- `training_minutes`: Training: minutes, given.
- `internal_minor`: Cost of own staff.
- `external_minor`: Cost of hired staff.
- `contractor_minor`: Cost of contractors.
- `material_minor`: Cost of parts and materials.
- `maintenance_minor`: Cost of maintenance in all: the four above, travel included in that of who
  travels.
- `corrective_minor`: Of this, corrective.
- `preventive_minor`: Of this, preventive.
- `condition_minor`: Of this, because of a measured condition, given.
- `predetermined_minor`: Of this, at fixed intervals.
- `improvement_minor`: Of this, updates and renewals.
- `training_minor`: Cost of training, given.
- `replacement_minor`: What replacing the assets would cost.
- `spare_minor`: Value of spare parts in stock, given.
- `assets`: Assets.
- `judged_assets`: Of these, those whose criticality was judged.
- `personnel`: People in maintenance, given.
- `trained_personnel`: Of these, those trained, given.
- `employees`: People employed in all, given.
- `stock_requests`: Requests to the stock, given.
- `stock_served`: Of these, served from it, given.
"""

NoComparison: TypeAlias = Literal[
    "empty_sample",
    "no_event",
]
"""Why there is no comparison.

- `empty_sample`: A sample is empty: no trial, no exposure, no value.
- `no_event`: Neither sample has an event.
"""

NoEffect: TypeAlias = Literal[
    "not_planned",
    "not_of_assets",
    "no_task",
]
"""Why a recommendation has no simulated effect.

- `not_planned`: The measure changes no work of the plan.
- `not_of_assets`: The group is one of tickets, not of assets.
- `no_task`: No task with an interval applies to the group, or none would change.
"""

NoPowerLaw: TypeAlias = Literal[
    "no_failure",
    "unbounded",
    "failure_at_start",
    "no_maximum",
]
"""Why there is no power law.

- `no_failure`: No item failed.
- `unbounded`: Every failure is at the end of its observation, as a single failure that ended it
  is: any steeper trend fits better still.
- `failure_at_start`: A failure at age 0 fits no power law.
- `no_maximum`: The likelihood has no maximum between 0.001 and 1000, as when all failures come
  just after late starts.
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

NoValue: TypeAlias = Literal[
    "no_failure",
    "no_operating_time",
    "no_required_time",
    "no_closed_incident",
    "nothing_counted",
    "not_given",
    "not_estimable",
]
"""Why an indicator has no value.

- `no_failure`: No failure in the window: there is a lower bound, no mean.
- `no_operating_time`: The assets never operated in the window.
- `no_required_time`: The window holds no required time.
- `no_closed_incident`: No incident is closed yet.
- `nothing_counted`: There is nothing to divide by: nothing due, no hours, no cost.
- `not_given`: A measure that it needs is not known: `missing` says which.
- `not_estimable`: The data do not carry an estimate.
"""

NoWeibull: TypeAlias = Literal[
    "no_failure",
    "unbounded",
    "no_maximum",
]
"""Why there is no fitted law.

- `no_failure`: No item failed: only a lower bound of the mean life can be given.
- `unbounded`: One failure, or all at one age with none outliving it: any steep shape fits better
  still.
- `no_maximum`: Ages of entry leave the likelihood without a maximum inside the range of shapes.
"""

ParetoClass: TypeAlias = Literal[
    "A",
    "B",
    "C",
]
"""Class of a group in a Pareto analysis.

- `A`: The first groups, up to four fifths of the total.
- `B`: The next ones, up to nineteen twentieths.
- `C`: The rest.
"""

PeriodUnit: TypeAlias = Literal[
    "month",
    "quarter",
    "year",
]
"""Length of a period.

- `month`: A month of the calendar.
- `quarter`: January, April, July or October and the two months that follow.
- `year`: A year of the calendar.
"""

PreventiveBasis: TypeAlias = Literal[
    "predetermined",
    "condition",
    "predictive",
]
"""What decides when preventive work is done.

- `predetermined`: The calendar or a meter.
- `condition`: The state that was observed or measured.
- `predictive`: A forecast made from what was measured.
"""

ProblemEvidence: TypeAlias = Literal[
    "surge",
    "concentration",
]
"""What speaks for a problem.

- `surge`: More incidents lately than the time before makes expect.
- `concentration`: More incidents of a category at one place than the shares of both make expect.
"""

RepeatKey: TypeAlias = Literal[
    "asset",
    "asset_and_cause",
    "site_and_cause",
    "cause",
]
"""What two incidents have in common.

- `asset`: The asset.
- `asset_and_cause`: The asset and the cause.
- `site_and_cause`: The site and the cause.
- `cause`: The cause, wherever.
"""

SurvivalFlaw: TypeAlias = Literal[
    "no_failure",
    "emptied_early",
]
"""What keeps a survival curve from saying what it seems to say.

- `no_failure`: No item failed: survival is not known to fall at all.
- `emptied_early`: All items under observation failed at an age that others were known to pass
  later: survival is stuck at 0 for lack of items, not of survivors.
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

Verdict: TypeAlias = Literal[
    "better",
    "worse",
    "different",
    "chance",
    "untested",
]
"""What a change means.

- `better`: Better, beyond chance.
- `worse`: Worse, beyond chance.
- `different`: Different beyond chance, of an indicator that is neither good nor bad.
- `chance`: Chance explains it.
- `untested`: Not tested, or a value is missing.
"""

Waiting: TypeAlias = Literal[
    "customer",
    "access",
    "parts",
    "supplier",
    "third_party",
    "scheduled",
    "other",
]
"""What a ticket waits for while it is paused.

- `customer`: An answer or an action of the customer.
- `access`: Access to the site, to the machine or to a maintenance window.
- `parts`: A spare part.
- `supplier`: The manufacturer or publisher.
- `third_party`: Another company, such as a telecom operator.
- `scheduled`: A date agreed with the customer.
- `other`: Anything else.
"""


class Ageing(TypedDict):
    """How many are how old."""

    from_days: int
    """From so many days on; 0 for the first."""
    count: int
    """Open incidents of this age."""
    waiting_count: int
    """Those of them that wait."""
    below_days: NotRequired[int]
    """Below so many days; `None` for the last."""


class BlockPeriods(TypedDict):
    """The answer of `block_replacement_by_period`."""

    expected_failures: list[float]
    """Expected failures `H(T)` per item over `T` periods, for `T` from 0."""
    cost_rate: list[float]
    """Cost per item and period when the group is replaced every `T` periods, for `T` from 1."""
    optimum_periods: int
    """The `T` of least cost, the shortest of several; 1 to the number of periods."""


class ControlPoint(TypedDict):
    """A point of a chart of ratios."""

    ratio: float | None
    """The ratio of the point; `None` without trial, as the limits."""
    lower: float | None
    """Lower limit, not below 0."""
    upper: float | None
    """Upper limit; not above 1 for shares."""


class Costs(TypedDict):
    """What an intervention cost, in minor units of one currency; a part that is not known is
    `None`, one that cost nothing is 0.
    """

    currency: str
    """Currency of every part."""
    contractor_minor: NotRequired[int]
    """Other companies: their labour and what they charge for a visit."""
    labour_minor: NotRequired[int]
    """Own staff."""
    other_minor: NotRequired[int]
    """Anything else."""
    parts_minor: NotRequired[int]
    """Spare parts and material."""
    total_minor: NotRequired[int]
    """The whole, where the source says only that; it must not be less than the parts that are
    known.
    """
    travel_minor: NotRequired[int]
    """Travel of own staff."""


class CumulativeStep(TypedDict):
    """Mean number of failures per item up to an age."""

    age: float
    """The age."""
    at_risk: int
    """Items observed at that age."""
    failures: int
    """Failures at that age."""
    mean: float
    """Mean number of failures per item, from new to that age."""
    variance: float | None
    """Variance of that mean (Lawless and Nadeau 1995); `None` while no age had two items to
    compare.
    """


class DefinitionRow(TypedDict):
    """A definition as people and programs read it."""

    id: Indicator
    """Id of the indicator."""
    title: str
    """Its name."""
    unit: IndicatorUnit
    """Its unit."""
    goal: Goal
    """In which direction it is good."""
    source: str
    """Where the definition comes from."""
    formula: str
    """The formula in words."""
    edge: str
    """What happens at the edges."""
    interval: IntervalKind
    """How its interval is found."""
    measures: list[Measure]
    """The measures that it needs."""
    en15341: NotRequired[str]
    """Code in EN 15341:2007, an alias."""

DownSpan = TypedDict(
    "DownSpan",
    {
        # Since when.
        "from": dt.datetime,
        # Whether it was agreed beforehand.
        "is_planned": NotRequired[bool],
        # Until when; left out while it lasts.
        "to": NotRequired[dt.datetime],
    },
)
"""A time in which equipment is out of service for work."""


class Downtime(TypedDict):
    """The times and counts of a window: those of one asset, or sums over a fleet. Times have the
    unit of the instants given.
    """

    window_time: int
    """Length of the window."""
    planned_time: int
    """Planned windows, united."""
    required_time: int
    """Window less planned windows."""
    down_time: int
    """Outages, united, cut at the window, outside planned windows."""
    up_time: int
    """Required time less down time: the operating time."""
    failures: int
    """Outages that begin in the window."""
    episodes: int
    """Runs of overlapping or touching outages that begin in the window."""
    closed: int
    """Failures whose end is known."""
    restoration_time: int
    """Sum of their whole lengths."""
    open: int
    """Outages without an end that began before the window ends."""
    naive_down_time: int
    """Sum of the lengths of outages cut at the window, overlaps counted several times and planned
    windows not left out: the figure of tools that do not unite. For comparison only.
    """


class Estimate(TypedDict):
    """A figure with its interval."""

    value: float
    """The figure."""
    lower: float | None
    """Lower bound; `None` when the data give none."""
    upper: float | None
    """Upper bound; `None` when the data give none."""

FollowUp = TypedDict(
    "FollowUp",
    {
        # The asset that was repaired.
        "asset": str,
        # The local day of the repair.
        "repaired": dt.date,
        # First day of the window: the day after.
        "from": dt.date,
        # Last day of the window.
        "to": dt.date,
        # What became of it.
        "state": FollowUpState,
        # The preventive work that serves.
        "by": NotRequired[str],
        # The incident that was resolved.
        "incident": NotRequired[str],
        # The corrective work that was done, where it belongs to no incident of the log.
        "repair": NotRequired[str],
    },
)
"""A repair and the preventive work that must follow it."""


class FollowUpSummary(TypedDict):
    """How many repairs are followed up."""

    rows: list[FollowUp]
    """Repairs, by day, then asset, then id."""
    without_asset: int
    """Resolved incidents and repairs that name no asset: nothing can be said of them."""


class GroupAvailability(TypedDict):
    """Share of the time that a group works."""

    availability: float
    """Share of the time that enough items work."""
    unavailability: float
    """Share of the time that too few do; precise also where it is tiny."""


class IndividualsChart(TypedDict):
    """A chart of single values and their moving ranges (`XmR`)."""

    centre: float
    """Mean of the values."""
    moving_range: float
    """Mean distance of successive values."""
    lower: float
    """`centre − 3 moving_range / d₂`, `d₂ = 2/√π`; tables print the factor as 2.66."""
    upper: float
    """`centre + 3 moving_range / d₂`."""
    moving_range_upper: float
    """Largest usual distance of successive values; tables print its factor as 3.27."""
    outside: list[int]
    """Places of the values outside the limits."""
    runs: list[int]
    """Places of the values that end a run of `RUN_LENGTH` or more on one side of the centre."""
    jumps: list[int]
    """Places of the values too far from the one before."""


class KpiAnswer(TypedDict):
    """What an indicator says: a value, or why there is none; never a zero for what is not known."""

    indicator: Indicator
    """Id of the definition."""
    value: float | None
    """The value in the unit of the definition; a share is between 0 and 1."""
    open: int
    """Cases that are still open and not in the value: incidents without an end, levels not yet
    decided.
    """
    censored: int
    """Cases left out because they are too young to judge."""
    unknown: int
    """Records that should have counted and do not say enough."""
    confidence: NotRequired[float]
    """Confidence of the interval, where there is one."""
    denominator: NotRequired[int]
    """What it is divided by, in the unit of its measures."""
    lower: NotRequired[float]
    """Lower end of the interval at `confidence`; one-sided where there is no upper end."""
    missing: NotRequired[list[Measure]]
    """Measures that are not known and that it needs."""
    numerator: NotRequired[int]
    """What is divided, in the unit of its measures."""
    reason: NotRequired[NoValue]
    """Why there is no value."""
    upper: NotRequired[float]
    """Upper end of the interval."""


class AdviceEvidence(TypedDict):
    """What a recommendation rests on."""

    window: int
    """Number of the window."""
    answer: KpiAnswer
    """What the indicator says there."""
    threshold_thousandths: NotRequired[int]
    """The threshold, thousandths of its unit."""
    trend: NotRequired[Direction]
    """Which way the indicator goes over the windows."""
    trend_p_value: NotRequired[float]
    """How often chance alone gives such a trend."""


class KpiChange(TypedDict):
    """A change of an indicator."""

    indicator: Indicator
    """Which one."""
    before: KpiAnswer
    """Its answer in the earlier window."""
    after: KpiAnswer
    """Its answer in the later window."""
    difference: float | None
    """Later less earlier value."""
    test: ChangeTest
    """How it was tested."""
    p_value: float | None
    """How often chance alone gives a change at least as large."""
    verdict: Verdict
    """What it means at the confidence of the answers."""


class MannKendall(TypedDict):
    """A test of a series in order of time against a rise or a fall."""

    values: int
    """Number of values."""
    s: int
    """Pairs that rise less pairs that fall."""
    variance: float
    """Variance of `s` without trend, reduced for equal values."""
    tau: float | None
    """`s` over the number of pairs (Kendall's τₐ); `None` without a pair."""
    p_value: float | None
    """Two-sided p-value of no trend."""
    direction: Direction | None
    """Which way the series goes."""
    slope: float | None
    """Median slope of all pairs, per place of the series (Theil 1950, Sen 1968); `None` without a
    pair.
    """
    method: TestMethod | None
    """How the p-value was found."""
    reason: NoTrend | None
    """Why a figure is missing."""


class MannWhitney(TypedDict):
    """Two samples compared by their ranks."""

    u: float | None
    """Pairs in which the value of the sample is above that of the reference, equal ones counting
    half.
    """
    superiority: float | None
    """`u` over the number of pairs: how often a value of the sample is the larger one, ½ without
    difference.
    """
    p_value: float | None
    """Two-sided p-value of one law for both."""
    direction: Direction | None
    """Whether values of the sample are larger (`up`) or smaller than those of the reference."""
    method: TestMethod | None
    """How the p-value was found."""
    reason: NoComparison | None
    """Why there is no figure."""


class Misfit(TypedDict):
    """How badly a power law fits."""

    statistic: float
    """`1/(12m) + Σ ((t/T)^β − (2i−1)/(2m))²` over the sorted `t/T`, with β without bias."""
    failures: int
    """Failures that it counts: those that ended an observation are left out."""
    critical: list[float]
    """Critical values at `MISFIT_LEVELS`, for the greatest tabled number of failures that is not
    above.
    """
    rejected_at: float | None
    """The smallest level at which the power law is rejected; `None` when it is at none of them."""


class Money(TypedDict):
    """An amount of money: `1 250,00 €` is `price_minor` 125 000 of `EUR`."""

    minor: int
    currency: str
    """An ISO 4217 code."""


class MtbfEstimate(TypedDict):
    """A mean time between failures and how well it is known, for a constant hazard."""

    mtbf: float | None
    """Operating time over failures; `None` without failure."""
    lower: float | None
    """Lower end of the two-sided interval; `None` for an observation stopped at a failure without
    any.
    """
    upper: float | None
    """Upper end of the two-sided interval; `None` without failure."""
    lower_one_sided: float | None
    """Bound that the mean is above with the confidence asked for, the whole risk being on this
    side.
    """


class ExponentialFit(TypedDict):
    """A constant hazard fitted to observed lives."""

    lives: int
    """Number of lives."""
    failures: int
    """Number of failures."""
    exposure: float
    """Total time under observation (total time on test), `Σ (age − entry)`."""
    mean: MtbfEstimate | None
    """Mean life and its bounds; without failure a lower bound alone. `None` without a life."""
    rate: float | None
    """Failures per unit of time, `failures / exposure`; `None` without failure: zero is not what is
    known.
    """
    rate_lower: float | None
    """Lower bound of the rate; `None` without failure."""
    rate_upper: float | None
    """Upper bound of the rate; there is one without failure too."""
    loglik: float | None
    """Logarithm of the likelihood; `None` without failure."""


class NodeImportance(TypedDict):
    """How much a node weighs in the availability of another."""

    node: int
    """The node."""
    importance: float
    """Availability with the node always up, less that with it always down (Birnbaum 1969)."""
    improvement: float
    """Unavailability that goes away with a perfect node."""


class NodeAvailability(TypedDict):
    """The availability of a node with all that it depends on."""

    node: int
    """The node."""
    availability: float
    """Share of the time that it works."""
    unavailability: float
    """Share of the time that it does not; precise also where it is tiny."""
    importance: list[NodeImportance]
    """The nodes it depends on, itself included, the most important first, then by place."""
    decisions: int
    """Decisions of the diagram: what the answer cost."""


class OpenIncident(TypedDict):
    """An incident that is open."""

    incident: str
    """The incident; serialised as its id."""
    age_seconds: int
    """Seconds since it was reported; time in which it was resolved before it was opened again is
    included.
    """
    bucket: int
    """Place of its age among the ages of the list."""
    waiting: NotRequired[Waiting]
    """For what it waits, if it does."""


class OpenList(TypedDict):
    """What is open at an instant."""

    incidents: list[OpenIncident]
    """Open incidents, the oldest first, then by id."""
    ageing: list[Ageing]
    """How many are how old, the youngest first."""
    unknown_count: int
    """Incidents of which it is not known whether they are open: no date of opening, or over since
    nobody knows when.
    """

ParetoRow = TypedDict(
    "ParetoRow",
    {
        # Number of the group.
        "group": int,
        # Its texts.
        "key": list[str | None],
        # Its amount.
        "amount": int,
        # Its part of the total.
        "share": float,
        # Part of it and of the groups before it.
        "cumulated_share": float,
        # A when the groups before it make less than four fifths, B when less than nineteen
        # twentieths.
        "class": ParetoClass,
    },
)
"""A group and its part of a total."""


class Pareto(TypedDict):
    """Groups by their part of a total."""

    measure: Measure
    """What is added up."""
    total: int
    """The total."""
    rows: list[ParetoRow]
    """Largest amount first, then by the texts; groups with nothing or of which nothing is known are
    left out.
    """


class Percentile(TypedDict):
    """A percentile and what it was taken from."""

    share: float
    """The share asked for, 0 to 1."""
    value: float | None
    """The value; `None` without any."""
    count: int
    """Number of values."""


class PlanLoad(TypedDict):
    """The load of a plan."""

    occurrences: int
    """Occurrences."""
    work_minutes: int
    """Work, minutes."""
    visits: int
    """Visits on site."""


class ExpectedEffect(TypedDict):
    """What a recommendation would change in the plan."""

    tasks: list[list[str]]
    """Tasks whose interval changes, each with its old and new interval (ISO 8601)."""
    before: PlanLoad
    """The plan as it is."""
    after: PlanLoad
    """The plan with the change."""
    differences: int
    """Occurrences that differ."""

PowerLaw = TypedDict(
    "PowerLaw",
    {
        # Number of failures.
        "failures": int,
        # β by maximum likelihood: above 1 the items get worse, below 1 they get better.
        "beta": float,
        # λ by maximum likelihood.
        "lambda": float,
        # Standard error of β, from the observed information.
        "se_beta": float,
        # Logarithm of the likelihood.
        "loglik": float,
        # β without bias: `(m − 1) / Σ ln(T/t)` over the `m` failures beside those that ended an
        # observation; `None` with fewer than two of them, or when an item was not seen from new.
        "beta_unbiased": float | None,
        # λ with that β.
        "lambda_unbiased": float | None,
        # Confidence interval of β: exact by χ² with `2m` degrees of freedom when all items are seen
        # from new and some failure is left beside those that ended an observation; otherwise normal
        # on the logarithm.
        "beta_interval": list[float],
        # The greatest age under observation, which the figures below are for.
        "end": float,
        # Failures per unit of time and item at that age.
        "intensity_at_end": float,
        # Its confidence interval, normal on the logarithm.
        "intensity_interval": list[float],
        # Mean time between failures at that age, `1 / intensity`.
        "mtbf_at_end": float,
        # Its confidence interval.
        "mtbf_interval": list[float],
        # The same with β without bias.
        "mtbf_at_end_unbiased": float | None,
        # Time under observation over failures, which takes the rate to be constant.
        "cumulative_mtbf": float,
        # Cramér and von Mises' measure of misfit, with β without bias.
        "misfit": Misfit | None,
    },
)
"""A power-law trend of the failures of repaired items: `λ β t^(β−1)` failures per unit of time and
item, a Poisson process (Crow 1974).
"""


class PowerLawEstimate(TypedDict):
    """The answer of `power_law`."""

    trend: PowerLaw | None
    """The trend; `None` when the failures do not decide it."""
    reason: NoPowerLaw | None
    """Why there is no trend."""
    items: int
    """Number of items."""
    failures: int
    """Number of failures."""
    exposure: float
    """Time under observation of all items."""


class Problem(TypedDict):
    """A group that suggests a problem."""

    cluster: Cluster
    """By what it is grouped."""
    evidence: ProblemEvidence
    """What speaks for it."""
    first: str
    """The asset, category, subcategory, site or cause; of two, the category."""
    recent_count: int
    """Recent incidents of the group."""
    base_count: int
    """Incidents of the group in the time before."""
    expected: float
    """Recent incidents that were to be expected."""
    probability: float
    """How likely so many or more are by chance."""
    corrected: float
    """The same, corrected for the number of tests."""
    incidents: list[str]
    """The recent incidents, by id; serialised as their ids."""
    linked_count: int
    """Those of them that are linked to a problem already."""
    second: NotRequired[str]
    """The asset or the site of a category."""


class Problems(TypedDict):
    """What was found."""

    problems: list[Problem]
    """Groups that suggest a problem, the least likely by chance first, then by kind, evidence and
    texts.
    """
    tests: int
    """Number of tests made, all groups and both kinds of evidence."""
    recent_count: int
    """Recent incidents."""
    base_count: int
    """Incidents of the time before."""


class ProportionDifference(TypedDict):
    """Two shares compared."""

    difference: float | None
    """The share of the sample less that of the reference; `None` when one has no trial."""
    lower: float | None
    """Lower bound of the difference."""
    upper: float | None
    """Upper bound of the difference."""
    p_value: float | None
    """Fisher's exact test that both are the same share; 0 stands for less than 10⁻³⁰⁰."""
    direction: Direction | None
    """Which way it goes."""
    method: TestMethod | None
    """How the p-value was found: always exact."""
    reason: NoComparison | None
    """Why there is no figure."""


class ProportionInterval(TypedDict):
    """A share and how well it is known."""

    ratio: float | None
    """Successes over trials; `None` without a trial, as the bounds."""
    lower: float | None
    """Lower bound, from 0."""
    upper: float | None
    """Upper bound, to 1."""


class RateRatio(TypedDict):
    """Two rates compared."""

    ratio: float | None
    """Rate of the sample over that of the reference; `None` when the reference has no event."""
    lower: float | None
    """Lower bound of the ratio; `None` when no event was counted at all."""
    upper: float | None
    """Upper bound of the ratio; `None` when the reference has no event."""
    p_value: float | None
    """Exact two-sided p-value of equal rates; `None` when no event was counted at all."""
    direction: Direction | None
    """Which way it goes."""
    reason: NoComparison | None
    """Why there is no figure."""


class RatioChart(TypedDict):
    """A chart of shares (p) or rates (u), with limits for each point, since the denominators
    differ.
    """

    centre: float
    """The ratio of sums."""
    points: list[ControlPoint]
    """Each point, in the order given."""
    dispersion: float | None
    """Standard deviation of the points in units of the one that chance gives, from moving ranges
    (Laney 2002): about 1 when the counts vary by chance alone. Well above 1, as with thousands
    of tickets a month, nearly every point leaves these limits. `None` with fewer than two points
    or no variation.
    """
    outside: list[int]
    """Places of the points outside the limits."""
    runs: list[int]
    """Places of the points that end a run of `RUN_LENGTH` or more on one side of the centre."""


class Reopening(TypedDict):
    """A resolution that did not hold."""

    resolved: dt.datetime
    """When it was resolved."""
    reopened: dt.datetime
    """When it was opened again."""


class Repeat(TypedDict):
    """Two incidents of one asset or cause, one soon after the other."""

    earlier: str
    """The earlier incident; serialised as its id, like the later one."""
    later: str
    """The later one: the next of the same key."""
    gap_seconds: int
    """Seconds from the time at which the earlier one worked again, or was over, to the report of
    the later one; 0 where that was reported before.
    """
    cause: NotRequired[str]
    """The cause, where that is in common."""
    first: NotRequired[str]
    """The asset or the site, where that is in common."""


class SurvivalPoint(TypedDict):
    """Survival just after an age at which items failed."""

    age: float
    """The age."""
    at_risk: int
    """Items under observation just before that age."""
    failures: int
    """Items that failed at that age."""
    survival: float
    """Share of the items that work beyond that age."""
    variance: float | None
    """Variance of the share by Greenwood's formula; `None` once nothing survives."""
    lower: float | None
    """Lower end of the band, by way of `ln(−ln S)`; `None` once nothing survives."""
    upper: float | None
    """Upper end of the band."""


class SurvivalQuantile(TypedDict):
    """An age by which a share of the items fail."""

    age: float | None
    """The first age at which survival is not above the rest; `None` when it is never that low."""
    lower: float | None
    """The first age at which the lower end of the band is that low (Brookmeyer and Crowley 1982).
    """
    upper: float | None
    """The first age at which the upper end of the band is that low."""

SurvivalCurve = TypedDict(
    "SurvivalCurve",
    {
        # Number of lives.
        "lives": int,
        # Number of failures.
        "failures": int,
        # Earliest age at entry: survival is that of items that reach it. `None` without a life.
        "from": float | None,
        # Greatest age under observation: nothing is known beyond it. `None` without a life.
        "to": float | None,
        # Confidence of the band, at each age by itself.
        "confidence": float,
        # One point for each age with failures, sorted by age.
        "points": list[SurvivalPoint],
        # The median life.
        "median": SurvivalQuantile,
        # What is wrong with the curve.
        "flaw": SurvivalFlaw | None,
    },
)
"""The survival of observed lives."""


class SynthesisRow(TypedDict):
    """The interventions of one kind in one period."""

    period: dt.date
    """First day of the period."""
    kind: InterventionKind | None
    """Kind; `None` for those of which it is not known."""
    count: int
    """How many, of any status."""
    done: int
    """Those that were done."""
    given_up: int
    """Those that were cancelled or not done."""
    on_site: int
    """Those on site."""
    remote: int
    """Those from elsewhere; of the others the place is not known."""
    labour_minutes: int
    """Minutes of labour of those of which they are known."""
    labour_unknown: int
    """Those that were done and of which the labour is not known."""
    travel_minutes: int
    """Minutes of travel of those of which they are known."""
    costs: list[Money]
    """Cost of those of which it is known, by currency."""
    cost_unknown: int
    """Those that were done and of which the cost is not known."""


class Synthesis(TypedDict):
    """The interventions of a time, by period and kind."""

    rows: list[SynthesisRow]
    """Rows with at least one intervention, by period, then kind, unknown kinds first."""
    undated: int
    """Interventions without any date."""
    costs_left_out: int
    """Costs left out because the sum of their row passes the largest amount."""


class Text(TypedDict):
    """One text in English and, where given, in French."""

    en: str
    fr: NotRequired[str]


class Advice(TypedDict):
    """A recommendation."""

    rule: str
    """The rule that speaks."""
    title: Text
    """What it recommends."""
    measure: CorrectiveMeasure
    """What is to be done."""
    group: int
    """Number of the group."""
    key: list[str | None]
    """Its texts."""
    evidence: AdviceEvidence
    """What it rests on."""
    source: Text
    """Why, and whose practice that is."""
    interval_factor: NotRequired[list[int]]
    """By how much intervals of preventive work are multiplied."""


class AdviceRow(TypedDict):
    """A recommendation with its effect."""

    rule: str
    """The rule that speaks."""
    title: Text
    """What it recommends."""
    measure: CorrectiveMeasure
    """What is to be done."""
    group: int
    """Number of the group."""
    key: list[str | None]
    """Its texts."""
    evidence: AdviceEvidence
    """What it rests on."""
    source: Text
    """Why, and whose practice that is."""
    effect: NotRequired[ExpectedEffect]
    """What it would change in the plan."""
    interval_factor: NotRequired[list[int]]
    """By how much intervals of preventive work are multiplied."""
    no_effect: NotRequired[NoEffect]
    """Why there is no effect to show."""


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


class Trend(TypedDict):
    """An indicator over the windows."""

    indicator: Indicator
    """Which one."""
    values: list[float | None]
    """Its value in each window; `None` where it has none."""
    windows: list[int]
    """Windows that have a value, by number: places of `mann_kendall` and of the charts refer to
    this list.
    """
    mann_kendall: MannKendall
    """Whether the values rise or fall."""
    individuals: NotRequired[IndividualsChart]
    """Limits of a chart of single values, for indicators that are neither shares nor rates."""
    laplace: NotRequired[TrendTest]
    """For indicators of failures: whether failures come more often, by the centroid of their times.
    """
    mil_handbook: NotRequired[TrendTest]
    """The same by the logarithms of their times (MIL-HDBK-189)."""
    ratios: NotRequired[RatioChart]
    """Limits of a p-chart (shares) or u-chart (failures for their exposure)."""

WaitingTime = TypedDict(
    "WaitingTime",
    {
        # Since when.
        "from": dt.datetime,
        # For what.
        "reason": Waiting,
        # The same in the words of the source.
        "label": NotRequired[str],
        # Until when; left out while it lasts.
        "to": NotRequired[dt.datetime],
    },
)
"""A time in which nothing went on."""


class IncidentRow(TypedDict):
    """An incident: what is known of it."""

    id: str
    """Its number or key."""
    acknowledged: NotRequired[dt.datetime]
    """When work began."""
    assets: NotRequired[list[str]]
    """Assets concerned, each once, sorted."""
    cancelled: NotRequired[dt.datetime]
    """When it was withdrawn."""
    category: NotRequired[str]
    """Its category."""
    cause: NotRequired[str]
    """Why it happened."""
    closed: NotRequired[dt.datetime]
    """When it was closed."""
    contact: NotRequired[str]
    """How it was reported."""
    contract: NotRequired[str]
    """The contract under which it is handled."""
    events: NotRequired[int]
    """Events of the log that it was folded from."""
    group: NotRequired[str]
    """The team in charge."""
    impact: NotRequired[str]
    """How much it disturbs."""
    is_level_kept: NotRequired[bool]
    """Whether the service level was kept, as the source says."""
    opened: NotRequired[dt.datetime]
    """When it was reported."""
    priority: NotRequired[str]
    """Its priority."""
    problem: NotRequired[str]
    """The problem it belongs to."""
    reassignment_count: NotRequired[int]
    """How often it went to another team or person."""
    reopen_count: NotRequired[int]
    """How often it was opened again."""
    reopenings: NotRequired[list[Reopening]]
    """Resolutions that did not hold, in order."""
    resolved: NotRequired[dt.datetime]
    """When it was resolved for the last time."""
    restored: NotRequired[dt.datetime]
    """When the service worked again."""
    site: NotRequired[str]
    """Where it happened."""
    state: NotRequired[IncidentState]
    """How it stands."""
    subcategory: NotRequired[str]
    """Its finer category."""
    supplier: NotRequired[str]
    """The company in charge."""
    technician: NotRequired[str]
    """Who resolved it, or is in charge."""
    urgency: NotRequired[str]
    """How soon it must be solved."""
    visits: NotRequired[int]
    """Visits on site."""
    waiting_seconds: NotRequired[int]
    """Seconds of waiting, where the source says only their sum."""
    waits: NotRequired[list[WaitingTime]]
    """Times in which it waited, in order."""


class InterventionRow(TypedDict):
    """An intervention: what is known of it."""

    id: str
    """Its number or key."""
    action: NotRequired[str]
    """What was done."""
    assets: NotRequired[list[str]]
    """Assets worked on, each once, sorted."""
    basis: NotRequired[PreventiveBasis]
    """What decides when preventive work is done."""
    begun: NotRequired[dt.datetime]
    """When work began."""
    category: NotRequired[str]
    """Its category."""
    cause: NotRequired[str]
    """Why it was necessary."""
    contract: NotRequired[str]
    """The contract under which it is done."""
    costs: NotRequired[Costs]
    """What it cost."""
    downtime: NotRequired[DownSpan]
    """The time in which equipment was taken out of service."""
    due: NotRequired[dt.date]
    """The day on which it is due."""
    ended: NotRequired[dt.datetime]
    """When work ended."""
    estimated_minutes: NotRequired[int]
    """What was estimated."""
    external_minutes: NotRequired[int]
    """The part of it by other companies."""
    group: NotRequired[str]
    """The team in charge."""
    incident: NotRequired[str]
    """The incident that it answers."""
    interval_days: NotRequired[int]
    """The interval of the preventive work."""
    is_immediate: NotRequired[bool]
    """Whether it could not be put off."""
    kind: NotRequired[InterventionKind]
    """What it is for."""
    labour_minutes: NotRequired[int]
    """Labour, of all people together."""
    occurrence: NotRequired[str]
    """The occurrence of the plan that it fulfils."""
    overtime_minutes: NotRequired[int]
    """The part of it in overtime."""
    place: NotRequired[InterventionPlace]
    """Where it is done."""
    planned_from: NotRequired[dt.datetime]
    """Planned begin."""
    planned_to: NotRequired[dt.datetime]
    """Planned end."""
    priority: NotRequired[str]
    """Its priority."""
    reopen_count: NotRequired[int]
    """How often it had to be done again."""
    site: NotRequired[str]
    """Where."""
    status: NotRequired[InterventionStatus]
    """How it stands."""
    supplier: NotRequired[str]
    """The company that works."""
    technicians: NotRequired[list[str]]
    """Who works, each once, sorted."""
    travel_minutes: NotRequired[int]
    """Travel."""
    waits: NotRequired[list[WaitingTime]]
    """Times in which it waited, in order."""


class WeibullFit(TypedDict):
    """A fitted Weibull law, with its precision."""

    shape: float
    """Shape β."""
    scale: float
    """Scale η, in the unit of the ages."""
    loglik: float
    """Natural logarithm of the likelihood."""
    se_shape: float
    """Standard error of the shape, from the observed information."""
    se_scale: float
    """Standard error of the scale."""
    covariance: float
    """Covariance of scale and shape."""
    b10: float
    """The age by which a tenth of the items fail."""
    median: float
    """The age by which half of the items fail."""
    mean: float
    """Mean life."""


class WeibullEstimate(TypedDict):
    """The answer of `weibull_fit`."""

    fit: WeibullFit | None
    """The fit; `None` when the lives do not decide it."""
    reason: NoWeibull | None
    """Why there is no fit."""
    lives: int
    """Number of lives."""
    failures: int
    """Number of failures."""
    exposure: float
    """Total time under observation, `Σ (age − entry)`. Without failure the mean life is above
    `exposure / −ln(1 − c)` with confidence `c`, if the hazard is constant.
    """


class WeibullProfile(TypedDict):
    """A fit, and figures of it with their intervals by the profile likelihood."""

    estimate: WeibullEstimate
    """The fit."""
    figures: list[Estimate]
    """The figures asked for, in their order; empty without a fit."""
