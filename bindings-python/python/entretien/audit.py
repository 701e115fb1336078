"""What rules find on an estate, and what they could not decide.

`Engagement.audit` gives an `Audit`: findings, scores, what is undecided, what is waived. Its
answers are dictionaries, of the types of this module.
"""

from ._care_answers import (
    AuditComparison,
    AuditResult,
    Domain,
    Evidence,
    Finding,
    FindingGroup,
    FindingKind,
    Observed,
    Remedy,
    RemedyRow,
    RuleResult,
    Score,
    Scores,
    Severity,
    UndecidedRow,
    WaiverResult,
)
from ._native import Audit

__all__ = [
    "Audit",
    "AuditComparison",
    "AuditResult",
    "Domain",
    "Evidence",
    "Finding",
    "FindingGroup",
    "FindingKind",
    "Observed",
    "Remedy",
    "RemedyRow",
    "RuleResult",
    "Score",
    "Scores",
    "Severity",
    "UndecidedRow",
    "WaiverResult",
]
