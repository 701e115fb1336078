"""When equipment is renewed, what that costs, and how it is written off.

`Engagement.renewals` gives `Renewals`, and these a `Forecast`, the books and the budget. Amounts
are minor units (cents).

    >>> import datetime as dt
    >>> from entretien.renewal import Depreciation, economic_life, price_after
    >>> server = Depreciation.straight_line(1_000_000, 4, dt.date(2025, 8, 16))
    >>> [year["charge_minor"] for year in server.charges]
    [93750, 250000, 250000, 250000, 156250]
    >>> economic_life(1200, [0, 300, 600, 1100])
    {'cost_per_year': [1200.0, 750.0, 700.0, 800.0], 'years': 3}
    >>> price_after(100_000, 30_000, 2)
    106090
"""

from ._care_answers import (
    AgeRow,
    BookRow,
    Books,
    BookTotal,
    BudgetRow,
    BudgetTable,
    EconomicLife,
    ForecastCell,
    ForecastTotal,
    RenewalReason,
    RenewalRow,
    RenewalSubject,
    Retirement,
    UndatedCount,
    Unplanned,
    YearCharge,
)
from ._native import (
    Depreciation,
    Forecast,
    Renewals,
    economic_life,
    equivalent_annual_cost,
    price_after,
)

__all__ = [
    "AgeRow",
    "BookRow",
    "BookTotal",
    "Books",
    "BudgetRow",
    "BudgetTable",
    "Depreciation",
    "EconomicLife",
    "Forecast",
    "ForecastCell",
    "ForecastTotal",
    "RenewalReason",
    "RenewalRow",
    "RenewalSubject",
    "Renewals",
    "Retirement",
    "UndatedCount",
    "Unplanned",
    "YearCharge",
    "economic_life",
    "equivalent_annual_cost",
    "price_after",
]
