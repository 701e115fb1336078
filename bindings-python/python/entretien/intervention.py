r"""Interventions and incidents: what failed, what was done, and what is still to follow up.

A `Log` is read from CSV of any shape, from an event log, or from the JSON of GLPI; a doubtful value
is a diagnostic and is left out, never guessed.

    >>> import datetime as dt
    >>> from entretien.intervention import Log
    >>> log = Log.from_incidents(
    ...     b"id,site,opened,resolved\n"
    ...     b"I-1,Lyon,2026-03-02T17:00:00+01:00,2026-03-02T18:00:00+01:00\n"
    ...     b"I-2,Lyon,2026-03-03T09:00:00+01:00,\n"
    ... )
    >>> log
    <Log: 2 incidents, 0 interventions, 0 refused, 0 diagnostics>
    >>> log.incidents[0]["resolved"].isoformat()
    '2026-03-02T18:00:00+01:00'
    >>> paris = dt.timezone(dt.timedelta(hours=1))
    >>> open_list = log.open_list(dt.datetime(2026, 3, 4, tzinfo=paris))
    >>> [row["incident"] for row in open_list["incidents"]]
    ['I-2']
"""

from ._kpi_answers import (
    Ageing,
    Cluster,
    Correction,
    Costs,
    DownSpan,
    FollowUp,
    FollowUpState,
    FollowUpSummary,
    IncidentRow,
    IncidentState,
    InterventionKind,
    InterventionPlace,
    InterventionRow,
    InterventionStatus,
    OpenIncident,
    OpenList,
    PeriodUnit,
    PreventiveBasis,
    Problem,
    ProblemEvidence,
    Problems,
    Reopening,
    Repeat,
    RepeatKey,
    Synthesis,
    SynthesisRow,
    Waiting,
    WaitingTime,
)
from ._native import Log

__all__ = [
    "Ageing",
    "Cluster",
    "Correction",
    "Costs",
    "DownSpan",
    "FollowUp",
    "FollowUpState",
    "FollowUpSummary",
    "IncidentRow",
    "IncidentState",
    "InterventionKind",
    "InterventionPlace",
    "InterventionRow",
    "InterventionStatus",
    "Log",
    "OpenIncident",
    "OpenList",
    "PeriodUnit",
    "PreventiveBasis",
    "Problem",
    "ProblemEvidence",
    "Problems",
    "Reopening",
    "Repeat",
    "RepeatKey",
    "Synthesis",
    "SynthesisRow",
    "Waiting",
    "WaitingTime",
]
