"""In house, by contract or order by order: what each costs, and where the answer turns.

`compare` answers a document of format `entretien/sourcing`, `Engagement.sourcing` the same for the
demand of a plan and a log. Amounts are minor units (cents); what is not known is `None`, and the
option says why.

    >>> from entretien.sourcing import compare, make_or_buy
    >>> orders = {"intervention_minor": 6000, "hour_minor": 7500, "visit_minor": 0, "overhead": "0"}
    >>> answer = compare({
    ...     "format": "entretien/sourcing", "format_version": "1.0",
    ...     "start": "2027-01-01", "years": 3, "discount": "4",
    ...     "demand": [{"key": "office", "perimeter": "office", "activity": "corrective",
    ...                 "interventions": 100, "minutes": 12000, "out_of_hours": "0"}],
    ...     "options": [{"id": "orders", "transition_minor": 0, "exit_minor": 0,
    ...                  "parts": [{"ad_hoc": orders}]}],
    ... })
    >>> answer.option("orders")["years"][0]["total_minor"]
    2100000
    >>> small = make_or_buy(
    ...     interventions_per_year=300, minutes_per_intervention=120, fte_cost_minor=6_000_000,
    ...     utilisation=(7, 10), tools_minor=300_000, out_fixed_minor=2_000_000,
    ...     out_unit_minor=9_000, out_included_units=200, management_overhead=(1, 10), years=3,
    ...     discount=(4, 100), index_out=(2, 100), index_wage=(2, 100),
    ... )
    >>> small["rows"][0]["inhouse_minor"], small["rows"][0]["outsourced_minor"]
    (6300000, 3190000)
    >>> small["cheaper"]
    'outsourced'
"""

from ._native import Sourcing, compare, make_or_buy
from ._sourcing_answers import (
    Activity,
    BreakEvenDate,
    Cheaper,
    CostPart,
    DemandLine,
    DemandYear,
    Direction,
    Gap,
    GapKind,
    IncidentForecast,
    MakeOrBuy,
    MakeOrBuyYear,
    Missing,
    Mode,
    NoTrend,
    OptionAnswer,
    OptionYear,
    Parameter,
    PartCost,
    Rank,
    Ranking,
    SourcingContent,
    SourcingDemand,
    TestMethod,
    Text,
    ThresholdRow,
    TornadoRow,
    TrendTest,
    Unknown,
    VolumeRange,
    Volumes,
    WayKind,
)

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
    "Sourcing",
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
    "compare",
    "make_or_buy",
]
