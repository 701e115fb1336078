"""Contracts: what is covered, until when, by when work must be done, what it costs.

An `Engagement` answers for its contracts: `term_at`, `notice_deadline`, `contract_events`,
`covered`, `covered_at`, `entitlement_balance`, `invoices`, `cost`, `prices_on`,
`coverage_findings`, `service_level_findings`; `service_levels` gives the `ServiceLevels` of a
contract, which answer for tickets. Answers are dictionaries, of the types of this module: a day
is a `date`, an instant an aware `datetime`, what is not known `None`, amounts are minor units
(cents).

    >>> import datetime as dt
    >>> import entretien
    >>> engagement = entretien.Engagement.from_dict({
    ...     "format": "entretien/engagement", "format_version": "1.0",
    ...     "provider": {"name": "Atelier"}, "customer": {"name": "Usine"},
    ...     "time_zone": "Europe/Paris", "begin": dt.date(2026, 1, 5),
    ...     "calendars": [{"id": "office", "holidays": "FR"}],
    ...     "assets": [{"id": "srv-1", "category": "server"}],
    ...     "contracts": [{
    ...         "id": "ma-1", "begin": dt.date(2022, 8, 28), "initial_months": 36,
    ...         "renewal": "tacit", "period_months": 12, "notice_months": 2,
    ...         "perimeter": {"include": [{"categories": ["server"]}]}, "services": ["corrective"],
    ...         "service_levels": [{
    ...             "service": "corrective", "calendar": "office",
    ...             "resolution": {"open_minutes": 240},
    ...         }],
    ...     }],
    ...     "tasks": [],
    ... })
    >>> term = engagement.term_at("ma-1", dt.date(2026, 2, 11))
    >>> str(term["last_covered"]), term["renewal"]
    ('2026-08-27', 1)
    >>> tickets = {
    ...     "format": "entretien/tickets", "format_version": "1.0",
    ...     "tickets": [{
    ...         "id": "INC-7", "service": "corrective", "opened": "2026-03-02T17:00:00+01:00",
    ...     }],
    ... }
    >>> [answer] = engagement.service_levels("ma-1").deadlines(tickets)
    >>> resolution = answer["deadlines"][2]
    >>> str(resolution["instant"])
    '2026-03-03 11:00:00+01:00'
    >>> resolution["trace"][1]["text"]["en"]
    'target: 4 h 00 min, office'
"""

from ._answers import (
    Balance,
    Bound,
    Breach,
    BreachCap,
    ClockRow,
    ClockState,
    Cost,
    Coverage,
    CoverageAt,
    CoverageFinding,
    Deadline,
    EscalationRow,
    EscalationState,
    Event,
    EventKind,
    Figure,
    IndexValue,
    Invoice,
    LevelRule,
    LevelStep,
    Line,
    LineKind,
    Measure,
    Money,
    MonthCost,
    NoDeadline,
    NoticeDeadline,
    NoticeState,
    Outcome,
    Period,
    PriceInForce,
    Renewal,
    Revision,
    Rounding,
    Service,
    TargetAt,
    TargetKind,
    TermAt,
    TermPhase,
    Text,
    TicketDeadlines,
    Verdict,
)
from ._native import ServiceLevels

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
    "ServiceLevels",
    "TargetAt",
    "TargetKind",
    "TermAt",
    "TermPhase",
    "Text",
    "TicketDeadlines",
    "Verdict",
]
