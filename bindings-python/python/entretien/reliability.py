"""Laws of lifetimes, and what they say of replacement.

Ages and times have any unit, costs any currency unit.

    >>> from entretien.reliability import Lifetime, age_replacement
    >>> answer = age_replacement(Lifetime.uniform(0, 1), cost_preventive=1, cost_corrective=5)
    >>> optimum = answer["optimum"]
    >>> f"{optimum['age']:.6f} {optimum['cost_rate']:.6f} {answer['run_to_failure_cost_rate']:.6f}"
    '0.500000 8.000000 10.000000'
"""

from ._care_answers import (
    AgeReplacement,
    Availability,
    BlockReplacement,
    FleetRenewals,
    MinimalRepair,
    MtbfEstimate,
    ReplacementOptimum,
    SurvivalStep,
    WeibullEstimate,
    WeibullFit,
)
from ._native import (
    Lifetime,
    age_replacement,
    availability,
    block_replacement,
    expected_renewals,
    kaplan_meier,
    minimal_repair,
    mtbf_interval,
    renewal_function,
    weibull_fit,
)

__all__ = [
    "AgeReplacement",
    "Availability",
    "BlockReplacement",
    "FleetRenewals",
    "Lifetime",
    "MinimalRepair",
    "MtbfEstimate",
    "ReplacementOptimum",
    "SurvivalStep",
    "WeibullEstimate",
    "WeibullFit",
    "age_replacement",
    "availability",
    "block_replacement",
    "expected_renewals",
    "kaplan_meier",
    "minimal_repair",
    "mtbf_interval",
    "renewal_function",
    "weibull_fit",
]
