r"""What runs on an estate, and until when it is supported.

>>> import datetime as dt
>>> import entretien
>>> catalogue = entretien.SupportCatalogue.read_csv("product,cycle,eol\ndebian,12,2026-07-11\n")
>>> status = catalogue.status("debian", "12", dt.date(2026, 11, 26))
>>> status["state"], str(status["since"])
('ended', '2026-07-11')
"""

from ._care_answers import (
    Access,
    AccessReport,
    Comparison,
    Cycle,
    Installed,
    LongTerm,
    SupportEnd,
    SupportProduct,
    SupportStatus,
    SupportSurvey,
    Unmatched,
)
from ._native import SupportCatalogue

__all__ = [
    "Access",
    "AccessReport",
    "Comparison",
    "Cycle",
    "Installed",
    "LongTerm",
    "SupportCatalogue",
    "SupportEnd",
    "SupportProduct",
    "SupportStatus",
    "SupportSurvey",
    "Unmatched",
]
