"""Indicators: what they are, and what a log says of them.

`Engagement.kpis` gives `Kpis`. Every value is a quotient of whole sums; where there is no value the
answer says why. Downtime is united before it is summed: an hour that three tickets lament is down
once.

    >>> from entretien.kpi import downtime
    >>> week = downtime((0, 10_080), [(100, 400), (200, 300), (350, 500)])
    >>> week["down_time"], week["failures"], week["episodes"]
    (400, 3, 1)
    >>> import array
    >>> from entretien.kpi import fleet_downtime
    >>> assets = array.array("I", [1, 1, 0])
    >>> begins, ends = array.array("q", [100, 50, 900]), array.array("q", [200, 150, 950])
    >>> found = fleet_downtime(assets, begins, ends, window=(0, 1_000), asset_count=3)
    >>> found[1]["down_time"], found.fleet["required_time"], found.availability
    (150, 3000, 0.9333333333333333)
"""

from ._kpi_answers import (
    Advice,
    AdviceEvidence,
    AdviceRow,
    ChangeTest,
    CorrectiveMeasure,
    DefinitionRow,
    Dimension,
    Downtime,
    ExpectedEffect,
    Goal,
    Indicator,
    IndicatorUnit,
    IntervalKind,
    KpiAnswer,
    KpiChange,
    Measure,
    NoEffect,
    NoValue,
    Pareto,
    ParetoClass,
    ParetoRow,
    Percentile,
    PlanLoad,
    Trend,
    Verdict,
)
from ._native import (
    FleetDowntime,
    KpiAccumulator,
    KpiReport,
    Kpis,
    KpiTable,
    definitions,
    downtime,
    fleet_downtime,
)
from ._types import KpiRow

__all__ = [
    "Advice",
    "AdviceEvidence",
    "AdviceRow",
    "ChangeTest",
    "CorrectiveMeasure",
    "DefinitionRow",
    "Dimension",
    "Downtime",
    "ExpectedEffect",
    "FleetDowntime",
    "Goal",
    "Indicator",
    "IndicatorUnit",
    "IntervalKind",
    "KpiAccumulator",
    "KpiAnswer",
    "KpiChange",
    "KpiReport",
    "KpiRow",
    "KpiTable",
    "Kpis",
    "Measure",
    "NoEffect",
    "NoValue",
    "Pareto",
    "ParetoClass",
    "ParetoRow",
    "Percentile",
    "PlanLoad",
    "Trend",
    "Verdict",
    "definitions",
    "downtime",
    "fleet_downtime",
]
