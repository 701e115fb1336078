"""IT maintenance programmes: from an estate, its contracts and its rules to dated, explained works.

An `Engagement` is read from a document, with the assets of an `Inventory` if there is one, and
gives a `Plan`. Every answer depends on its arguments only: no clock, no network.

    >>> import datetime as dt
    >>> import entretien
    >>> engagement = entretien.Engagement.from_dict({
    ...     "format": "entretien/engagement", "format_version": "1.0",
    ...     "provider": {"name": "Atelier"}, "customer": {"name": "Usine"},
    ...     "time_zone": "Europe/Paris", "begin": dt.date(2026, 1, 5),
    ...     "assets": [{"id": "srv-1", "category": "server"}],
    ...     "tasks": [{"id": "restore", "title": {"en": "Restore test"}, "duration_minutes": 60,
    ...                "every": {"count": 3, "unit": "month"}}],
    ... })
    >>> plan = entretien.plan(
    ...     engagement,
    ...     as_of=dt.date(2026, 1, 1), start=dt.date(2026, 1, 1), end=dt.date(2027, 1, 1),
    ... )
    >>> [str(occurrence.date) for occurrence in plan]
    ['2026-01-05', '2026-04-07', '2026-07-06', '2026-10-05']
    >>> plan[1].why()[-1]
    'closed day: moved later: 2026-04-05 → 2026-04-07 (Sunday)'
"""

from . import (
    audit,
    calendar,
    contract,
    intervention,
    inventory,
    kpi,
    recurrence,
    reliability,
    renewal,
    review,
    support,
)
from ._error import Error
from ._native import (
    Antivirus,
    Asset,
    Audit,
    Battery,
    CareReport,
    Certificate,
    Database,
    Deliverable,
    Difference,
    Disk,
    Drive,
    Engagement,
    Fault,
    Forecast,
    Kpis,
    Log,
    Occurrence,
    Occurrences,
    Plan,
    PlanDiff,
    PlanTable,
    Renewals,
    Software,
    Step,
    SupportCatalogue,
    Task,
    WhatIf,
    __version__,
    catalogue,
    plan,
)
from ._plan_types import (
    BothDays,
    BothPeriods,
    CostTotal,
    DiffTotals,
    LoadTotal,
    MonthTotal,
    OccurrenceCost,
    PlanFinding,
    Reason,
    Seen,
    Totals,
    WeekTotal,
)
from .inventory import Inventory

__all__ = [
    "Antivirus",
    "Asset",
    "Audit",
    "Battery",
    "BothDays",
    "BothPeriods",
    "CareReport",
    "Certificate",
    "CostTotal",
    "Database",
    "Deliverable",
    "DiffTotals",
    "Difference",
    "Disk",
    "Drive",
    "Engagement",
    "Error",
    "Fault",
    "Forecast",
    "Inventory",
    "Kpis",
    "LoadTotal",
    "Log",
    "MonthTotal",
    "Occurrence",
    "OccurrenceCost",
    "Occurrences",
    "Plan",
    "PlanDiff",
    "PlanFinding",
    "PlanTable",
    "Reason",
    "Renewals",
    "Seen",
    "Software",
    "Step",
    "SupportCatalogue",
    "Task",
    "Totals",
    "WeekTotal",
    "WhatIf",
    "__version__",
    "audit",
    "calendar",
    "catalogue",
    "contract",
    "intervention",
    "inventory",
    "kpi",
    "plan",
    "recurrence",
    "reliability",
    "renewal",
    "review",
    "support",
]
