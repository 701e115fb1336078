"""What questions about support, renewals, audits and takeovers are answered with.

Generated from the types of the core by `make update`.
"""

import datetime as dt
from typing import Literal, NotRequired, TypeAlias, TypedDict

__all__ = [
    "Access",
    "AccessNeed",
    "AccessReport",
    "AgeReplacement",
    "AgeRow",
    "AssetQuality",
    "AuditComparison",
    "AuditResult",
    "Availability",
    "BlockPeriods",
    "BlockReplacement",
    "BookMethod",
    "BookRow",
    "BookTotal",
    "BookYear",
    "Books",
    "BudgetMethod",
    "BudgetRow",
    "BudgetTable",
    "BundleSum",
    "Category",
    "ChargeBasis",
    "ClosedBecause",
    "ClosedFinding",
    "Comparison",
    "Conflict",
    "ConflictRule",
    "Consumable",
    "ControlPoint",
    "CountMethod",
    "CumulativeStep",
    "Cycle",
    "Direction",
    "Domain",
    "DomainScore",
    "Driver",
    "EconomicLife",
    "Estimate",
    "Evidence",
    "ExponentialFit",
    "Fault",
    "FieldChange",
    "Finding",
    "FindingGroup",
    "FindingKind",
    "FleetRenewals",
    "Forecast",
    "ForecastCell",
    "ForecastTotal",
    "FoundContract",
    "FoundRelation",
    "GroupAvailability",
    "Held",
    "IndividualsChart",
    "Installed",
    "InstalledKind",
    "Licence",
    "LongTerm",
    "MannKendall",
    "MannWhitney",
    "MappedFact",
    "MatchedBy",
    "MinimalRepair",
    "Misfit",
    "Money",
    "Moved",
    "MtbfEstimate",
    "NewFinding",
    "NoBook",
    "NoComparison",
    "NoDate",
    "NoMatchReason",
    "NoPowerLaw",
    "NoTrend",
    "NoWeibull",
    "NodeAvailability",
    "NodeImportance",
    "Observed",
    "Operator",
    "PersistingFinding",
    "Possibility",
    "PossiblySame",
    "PowerLaw",
    "PowerLawEstimate",
    "ProportionDifference",
    "ProportionInterval",
    "Provider",
    "Quality",
    "QualityGap",
    "QualityPart",
    "QualityScore",
    "RateRatio",
    "RatioChart",
    "ReasonPart",
    "Reconciliation",
    "Refusal",
    "Relation",
    "RelationKind",
    "Remedy",
    "RemedyRow",
    "Renamed",
    "RenewalAction",
    "RenewalReason",
    "RenewalRow",
    "RenewalSubject",
    "RenewalSubjectKind",
    "Renewals",
    "ReplacementOptimum",
    "RestrictedMean",
    "Retirement",
    "RuleChange",
    "RuleResult",
    "RunToFailure",
    "Score",
    "Scores",
    "Severity",
    "SiteAccess",
    "SiteQuality",
    "SiteScore",
    "SoftwareChange",
    "Standing",
    "SubjectKind",
    "SupportEnd",
    "SupportProduct",
    "SupportStatus",
    "SupportSurvey",
    "SurvivalCurve",
    "SurvivalFlaw",
    "SurvivalPoint",
    "SurvivalQuantile",
    "SurvivalStep",
    "TakeoverDiff",
    "TestMethod",
    "Text",
    "TrendTest",
    "UndatedCount",
    "UndecidedRow",
    "Unmatched",
    "Unplaced",
    "Unplanned",
    "WaivedBy",
    "WaiverResult",
    "WaiverState",
    "Want",
    "WeibullEstimate",
    "WeibullFit",
    "WeibullProfile",
    "YearCharge",
    "YearSum",
]

AccessNeed: TypeAlias = Literal[
    "agent",
    "reachability",
    "contract_opening",
]
"""What remote work on an asset needs.

- `agent`: A remote agent of the provider, or a remote control tool, on it.
- `reachability`: A way into its network: VPN or other opening.
- `contract_opening`: A contract that covers remote support on the day.
"""

BookMethod: TypeAlias = Literal[
    "straight_line",
    "declining",
    "expensed",
]
"""How a purchase price is written off.

- `straight_line`: The same charge each year (linéaire).
- `declining`: Higher charges first (dégressif).
- `expensed`: Charged at once.
"""

BudgetMethod: TypeAlias = Literal[
    "multipliers",
    "branching",
    "limited",
]
"""How an answer was found.

- `multipliers`: The bound of the multipliers is met at once.
- `branching`: By branching and bounding, to the end.
- `limited`: By branching and bounding, up to the limit of work.
"""

Category: TypeAlias = Literal[
    "laptop",
    "desktop",
    "server",
    "virtual_machine",
    "switch",
    "router",
    "firewall",
    "access_point",
    "storage",
    "backup",
    "ups",
    "printer",
    "phone",
    "monitor",
    "other",
]
"""Kind of equipment.

- `laptop`: Portable computer.
- `desktop`: Desk computer.
- `server`: Physical server.
- `virtual_machine`: Virtual machine.
- `switch`: Network switch, or one member of a stack.
- `router`: Router.
- `firewall`: Firewall.
- `access_point`: Wireless access point or its controller.
- `storage`: Storage array, NAS or SAN.
- `backup`: Backup appliance or library.
- `ups`: Uninterruptible power supply.
- `printer`: Printer or multifunction device.
- `phone`: Telephone or smartphone.
- `monitor`: Screen.
- `other`: Anything else.
"""

ChargeBasis: TypeAlias = Literal[
    "straight_line",
    "declining",
]
"""What a yearly charge was computed by.

- `straight_line`: Straight line (linéaire).
- `declining`: Declining balance (dégressif).
"""

ClosedBecause: TypeAlias = Literal[
    "passed",
    "undecided",
    "waived",
    "subject_gone",
    "rule_gone",
]
"""Why a finding is no longer there.

- `passed`: The rule no longer finds it.
- `undecided`: A fact that decided it is no longer known: nothing says that it was put right.
- `waived`: It is waived.
- `subject_gone`: The asset or licence is no longer in the estate.
- `rule_gone`: The rule is no longer among the rules.
"""

ConflictRule: TypeAlias = Literal[
    "agent_over_register",
    "register_over_agent",
    "later_register",
    "declared_over_found",
    "document_over_found",
]
"""Why one of two values that differ was kept.

- `agent_over_register`: What a machine is made of: an agent looked, a register was told.
- `register_over_agent`: What only people know: a register is kept by people.
- `later_register`: Two registers: the later day, then the name of the file that comes later.
- `declared_over_found`: The CSV of declared facts says it.
- `document_over_found`: The engagement document says it.
"""

CountMethod: TypeAlias = Literal[
    "exact",
    "normal",
]
"""How the interval of a count was found.

- `exact`: Dynamic programme over the items: the Poisson-binomial law itself.
- `normal`: Normal approximation with continuity correction.
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

Domain: TypeAlias = Literal[
    "support",
    "security",
    "capacity",
    "hardware",
    "continuity",
    "coverage",
    "data_quality",
    "licences",
    "monitoring",
    "documentation",
]
"""What a rule is about.

- `support`: Support of systems and programs by their makers.
- `security`: Protection against attacks and loss of secrets.
- `capacity`: Room and power for the work.
- `hardware`: State and age of machines.
- `continuity`: Going on after a failure: backups and redundancy.
- `coverage`: What contracts cover.
- `data_quality`: What is known of the estate.
- `licences`: Licences.
- `monitoring`: Seeing that something is wrong.
- `documentation`: What is written down.
"""

Driver: TypeAlias = Literal[
    "age",
    "stated_life",
    "warranty",
    "os_support",
    "firmware_support",
    "software_support",
    "contract",
    "licence",
    "certificate",
    "economic_life",
    "failure",
    "book_end",
]
"""A reason to renew or update. The order decides between reasons of one date.

- `age`: End of the class life.
- `stated_life`: End of life as its maker or owner states it.
- `warranty`: End of the warranty.
- `os_support`: End of support of the operating system.
- `firmware_support`: End of support of the firmware or device.
- `software_support`: End of support of an installed program.
- `contract`: Notice or end of a contract.
- `licence`: End of a licence.
- `certificate`: End of a certificate.
- `economic_life`: Lowest equivalent annual cost.
- `failure`: Optimal age under the failure model.
- `book_end`: End of depreciation.
"""

FindingKind: TypeAlias = Literal[
    "defect",
    "watch",
]
"""What a finding calls for.

- `defect`: Something is wrong and is to be corrected.
- `watch`: Nothing is wrong yet; somebody is to keep an eye on it.
"""

InstalledKind: TypeAlias = Literal[
    "os",
    "firmware",
    "software",
]
"""What a system or product is on its asset.

- `os`: Operating system.
- `firmware`: Firmware, or the device itself.
- `software`: Program.
"""

MappedFact: TypeAlias = Literal[
    "id",
    "name",
    "serial",
    "uuid",
    "asset_number",
    "mac_addresses",
    "category",
    "site",
    "location",
    "manufacturer",
    "model",
    "os",
    "os_version",
    "firmware",
    "memory_mib",
    "core_count",
    "purchase",
    "in_service",
    "price",
    "currency",
    "supplier",
    "warranty_end",
    "warranty_last_day",
    "warranty_months",
    "end_of_life",
    "life_months",
    "book_method",
    "book_years",
    "user",
    "lifecycle",
    "criticality",
    "usage",
    "tags",
    "company",
    "last_inventory",
    "os_installed",
    "last_boot",
    "last_backup",
    "is_monitored",
    "is_backed_up",
    "is_documented",
    "has_remote_agent",
    "is_reachable",
]
"""What a column says of an asset.

- `id`: Id of the asset; without one, its name, `serial:` and its serial number, or its number.
- `name`: Name that people use.
- `serial`: Serial number.
- `uuid`: Hardware UUID.
- `asset_number`: Number that the owner gave.
- `mac_addresses`: MAC addresses, separated by semicolons, commas or spaces.
- `category`: Kind of equipment, by code, name or a usual word.
- `site`: Site, by id.
- `location`: Where it stands on its site.
- `manufacturer`: Manufacturer.
- `model`: Model.
- `os`: Operating system.
- `os_version`: Version of the operating system.
- `firmware`: Firmware or BIOS version.
- `memory_mib`: Memory in mebibytes.
- `core_count`: Processor cores.
- `purchase`: Day of purchase.
- `in_service`: Day on which it was put into service.
- `price`: Purchase price.
- `currency`: Currency of the price, a code such as `EUR`.
- `supplier`: Who sold it.
- `warranty_end`: First day without warranty.
- `warranty_last_day`: Last day of warranty, which ends the day after.
- `warranty_months`: Months of warranty from the purchase.
- `end_of_life`: First day after the life that its maker or owner states for it.
- `life_months`: Months of that life from the purchase.
- `book_method`: How its price is written off.
- `book_years`: Over how many months.
- `user`: Person or team that uses it.
- `lifecycle`: Where it is in its life.
- `criticality`: How much its failure hurts.
- `usage`: How intensely it is used.
- `tags`: Labels, separated by semicolons or commas.
- `company`: Company that owns it, kept as a label `company:NAME`.
- `last_inventory`: Day on which it was last seen.
- `os_installed`: Day on which its operating system was installed.
- `last_boot`: Day of its last start.
- `last_backup`: Day of its last backup.
- `is_monitored`: Whether something watches it.
- `is_backed_up`: Whether it is backed up.
- `is_documented`: Whether its configuration is documented.
- `has_remote_agent`: Whether a remote maintenance agent of the provider runs on it.
- `is_reachable`: Whether the provider reaches its network.
"""

MatchedBy: TypeAlias = Literal[
    "serial",
    "uuid",
    "mac",
    "asset_number",
    "name",
]
"""What makes two records one machine, the surest first.

- `serial`: Serial number.
- `uuid`: Hardware UUID.
- `mac`: MAC address.
- `asset_number`: Number of the owner, in two files of one tool.
- `name`: Name.
"""

NoBook: TypeAlias = Literal[
    "no_price",
    "no_day",
    "no_years",
    "expensed",
    "unusable",
]
"""Why an asset has no book value.

- `no_price`: Its price is unknown.
- `no_day`: Neither day of putting into service nor of purchase.
- `no_years`: Nothing says over how many years.
- `expensed`: It was charged at once.
- `unusable`: Its numbers cannot be depreciated.
"""

NoComparison: TypeAlias = Literal[
    "empty_sample",
    "no_event",
]
"""Why there is no comparison.

- `empty_sample`: A sample is empty: no trial, no exposure, no value.
- `no_event`: Neither sample has an event.
"""

NoDate: TypeAlias = Literal[
    "nothing_known",
    "no_purchase",
    "no_life",
    "no_catalogue",
    "not_recognised",
    "no_cycle",
    "end_unknown",
    "not_ended",
    "run_to_failure",
]
"""Why a reason has no date.

- `nothing_known`: Nothing of the kind is known of the asset.
- `no_purchase`: Neither day of purchase nor of putting into service.
- `no_life`: No life, book life or cost model.
- `no_catalogue`: There is no support catalogue to look it up in.
- `not_recognised`: No product of the catalogue was recognised.
- `no_cycle`: The product is known, its version tells no cycle.
- `end_unknown`: The catalogue does not know that end.
- `not_ended`: Support has not ended and no date is announced.
- `run_to_failure`: Under the model it is best to run to failure.
"""

NoMatchReason: TypeAlias = Literal[
    "no_text",
    "no_rule",
    "not_listed",
    "several",
]
"""Why no product was found.

- `no_text`: There is no name.
- `no_rule`: No rule knows the name.
- `not_listed`: The name is recognised, and the catalogue has no such product.
- `several`: Several products fit.
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

Operator: TypeAlias = Literal[
    "known",
    "is",
    "begins",
    "below",
    "at_least",
    "within_days",
    "older_than_days",
    "older_than_months",
    "before",
    "count",
]
"""How a test compares a fact.

- `known`: The fact is known, or not.
- `is`: It is one of the values.
- `begins`: It begins with one of the texts.
- `below`: It is less than the number.
- `at_least`: It is the number or more.
- `within_days`: The day is reached, or will be within so many days.
- `older_than_days`: The day lies more than so many days back.
- `older_than_months`: The day lies so many months back, or more.
- `before`: The day lies before the day of another fact.
- `count`: So many parts are of a kind, or more.
"""

Possibility: TypeAlias = Literal[
    "missing",
    "unknown",
    "possible",
    "not_applicable",
]
"""Whether remote work on an asset is possible. Ordered, the worst first.

- `missing`: Something is missing.
- `unknown`: Nothing is known to be missing, but not everything is known.
- `possible`: Everything is there.
- `not_applicable`: Nobody works on it from afar.
"""

Provider: TypeAlias = Literal[
    "provider",
    "customer",
    "both",
]
"""Who must provide what is missing.

- `provider`: The provider of the maintenance.
- `customer`: The customer.
- `both`: Both, by an amendment.
"""

ReasonPart: TypeAlias = Literal[
    "binding",
    "enabled",
    "shown",
]
"""What a reason does in its row.

- `binding`: It dates the row.
- `enabled`: The policy enables it; another one is earlier, or it has no date.
- `shown`: The policy does not enable it.
"""

RelationKind: TypeAlias = Literal[
    "depends_on",
    "redundant_with",
]
"""What one asset is to another.

- `depends_on`: The first asset does not work without the second.
- `redundant_with`: Either asset can do the work of the other.
"""

Remedy: TypeAlias = Literal[
    "update_software",
    "restore_initial_state",
    "replace",
    "extend_monitoring",
    "back_up",
    "document",
    "renew_contract",
    "buy_licence",
    "correct_data",
    "add_redundancy",
    "renew_certificate",
    "clean_up",
    "extend",
    "protect",
    "restart",
    "open_access",
]
"""What puts a finding right.

- `update_software`: Install a version that is supported, or the updates of this one.
- `restore_initial_state`: Install the machine anew, or put a saved state back.
- `replace`: Replace the asset or a part of it.
- `extend_monitoring`: Watch the asset, or more of it.
- `back_up`: Back it up, and test that it can be restored.
- `document`: Write down how it is set up.
- `renew_contract`: Take it into a contract, or renew the warranty.
- `buy_licence`: Buy licences, or take installations away.
- `correct_data`: Find out what is missing, and correct what is wrong in the register.
- `add_redundancy`: Let another asset be able to do its work.
- `renew_certificate`: Renew the certificate.
- `clean_up`: Free space, take away what is not needed.
- `extend`: Add memory, disk or processor.
- `protect`: Turn a protection on, or set it right.
- `restart`: Start the system again.
- `open_access`: Install the remote maintenance agent, or open the way to the asset.
"""

RenewalAction: TypeAlias = Literal[
    "replace",
    "update",
    "renew",
]
"""What a row calls for.

- `replace`: Replace the asset.
- `update`: Update the product.
- `renew`: Renew the contract, licence or certificate.
"""

RenewalSubjectKind: TypeAlias = Literal[
    "asset",
    "product",
    "contract",
    "licence",
    "certificate",
]
"""Kind of what a row is about.

- `asset`: An asset to replace.
- `product`: A product on an asset, to update.
- `contract`: A contract.
- `licence`: A licence.
- `certificate`: A certificate of an asset.
"""

RunToFailure: TypeAlias = Literal[
    "corrective_not_dearer",
    "no_wear",
    "never_pays",
]
"""Why no preventive replacement pays: items run until they fail.

- `corrective_not_dearer`: A failure costs no more than a replacement.
- `no_wear`: The hazard does not rise with age: a new item fails as often as an old one.
- `never_pays`: Replacing at any age costs more than the failures it avoids.
"""

Severity: TypeAlias = Literal[
    "info",
    "minor",
    "major",
    "critical",
]
"""How much a finding matters. Ordered, lowest first.

- `info`: Good to know.
- `minor`: To be put right when somebody is there anyway.
- `major`: To be planned.
- `critical`: To be dealt with at once.
"""

SubjectKind: TypeAlias = Literal[
    "asset",
    "licence",
]
"""What a rule looks at.

- `asset`: Assets of the estate.
- `licence`: Software licences.
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

Unplaced: TypeAlias = Literal[
    "window",
    "dearer",
    "cap",
    "unfinished",
]
"""Why a renewal has no place in a budget.

- `window`: No month of the years is in its window.
- `dearer`: Every place costs more than leaving it out.
- `cap`: The caps do not hold it.
- `unfinished`: The search stopped before.
"""

WaiverState: TypeAlias = Literal[
    "in_force",
    "unused",
    "expired",
]
"""What became of a waiver.

- `in_force`: Findings are under it.
- `unused`: It would hold, and no finding is under it: it can be taken back.
- `expired`: It no longer holds; its findings count again.
"""

LongTerm: TypeAlias = dt.date | bool | None
"""The day from which on a cycle has long-term support; `true`: it has; `false`: it has not; `null`:
unknown.
"""

SupportEnd: TypeAlias = dt.date | bool | None
"""A day, the first without support; `false`: not ended, no date known; `true`: ended, date unknown;
`null`: unknown.
"""

Observed: TypeAlias = int | bool | str | list[str] | dt.date | SupportEnd
"""A value that was seen, or that it is compared with."""


class AgeRow(TypedDict):
    """How many assets of a category have an age, in whole years, on a day."""

    day: dt.date
    """The day."""
    category: Category
    """Category."""
    age_years: int | None
    """Whole years since purchase; `None` where the day of purchase is unknown."""
    count: int
    """How many."""


class Availability(TypedDict):
    """Availability of an item and of groups of equal, independent items."""

    item: float
    """Share of the time that one item works: `MTBF / (MTBF + MTTR)`."""
    series: float
    """Share of the time that all items work."""
    parallel: float
    """Share of the time that at least one works."""
    needed: float
    """Share of the time that at least `needed` work."""
    downtime_minutes_per_year: float
    """Minutes that one item is down in a year of 365 days."""


class BlockPeriods(TypedDict):
    """The answer of `block_replacement_by_period`."""

    expected_failures: list[float]
    """Expected failures `H(T)` per item over `T` periods, for `T` from 0."""
    cost_rate: list[float]
    """Cost per item and period when the group is replaced every `T` periods, for `T` from 1."""
    optimum_periods: int
    """The `T` of least cost, the shortest of several; 1 to the number of periods."""


class BookTotal(TypedDict):
    """Charges of a year over all assets of a currency."""

    year: int
    """Calendar year."""
    currency: str
    """Currency."""
    charge_minor: int
    """Sum of charges, minor units."""
    closing_minor: int
    """Sum of book values at the end of the year, minor units."""


class BookYear(TypedDict):
    """The charge of one year."""

    year: int
    """Calendar year."""
    charge_minor: int
    """Its charge, minor units."""
    closing_minor: int
    """Book value at its end, minor units."""


class BudgetRow(TypedDict):
    """One renewal in a budget: placed, with its price and regret, or not, with its consequence."""

    key: str
    """Key of the renewal, with `#2`, `#3` … for the next replacements of an asset."""
    month: str | None
    """Month that it is placed in, `YYYY-MM`."""
    price_minor: int | None
    """Its price there, minor units."""
    price_change_minor: int | None
    """That price less the one of the wanted year, minor units."""
    shift_minor: int | None
    """What being early or late costs, minor units."""
    unplaced: Unplaced | None
    """Why it has no place."""
    consequence_minor: int | None
    """What that costs, minor units."""
    is_mandatory: bool | None
    """Whether it had to be placed; only told of what was not."""
    tried_year: int | None
    """Year of least regret that was tried, where caps bar it."""
    lacking_minor: int | None
    """What is lacking there, minor units."""


class BundleSum(TypedDict):
    """Whether a bundle went together."""

    id: str
    """The bundle."""
    year: int | None
    """The year that all of its items are placed in."""
    saving_minor: int
    """What that year costs less, in minor units."""


class ClosedFinding(TypedDict):
    """A finding that is no longer there."""

    finding: str
    """Its id."""
    severity: Severity
    """Its severity."""
    because: ClosedBecause
    """Why."""


class ControlPoint(TypedDict):
    """A point of a chart of ratios."""

    ratio: float | None
    """The ratio of the point; `None` without trial, as the limits."""
    lower: float | None
    """Lower limit, not below 0."""
    upper: float | None
    """Upper limit; not above 1 for shares."""


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


class Cycle(TypedDict):
    """One release cycle of a product: Debian 12, Windows 11 23H2 Enterprise.

    Serialises in declared order; unknown values are `null`.
    """

    name: str
    """Name, as in the catalogue: `12`, `11-23h2-e`."""
    released: dt.date | None
    """Day of release."""
    active_end: SupportEnd
    """End of active support (corrections and improvements)."""
    security_end: SupportEnd
    """End of security support: what is called the end of life."""
    extended_end: SupportEnd
    """End of extended support."""
    discontinued: SupportEnd
    """Whether, or from when on, it is no longer sold or offered."""
    lts: LongTerm
    """Long-term support."""
    latest: str | None
    """Latest version."""
    latest_day: dt.date | None
    """Day of the latest version."""


class EconomicLife(TypedDict):
    """Cost of each duration of use, and the best one."""

    cost_per_year: list[float]
    """Equivalent cost a year (or period) when the item is kept for 1, 2 … years."""
    years: int
    """The number of years of least cost, the first of several."""


class Estimate(TypedDict):
    """A figure with its interval."""

    value: float
    """The figure."""
    lower: float | None
    """Lower bound; `None` when the data give none."""
    upper: float | None
    """Upper bound; `None` when the data give none."""


class Evidence(TypedDict):
    """One comparison that decided a finding."""

    fact: str
    """What was asked for."""
    observed: Observed | None
    """What was seen; `None` when it is not known."""
    operator: Operator
    """How it was compared."""
    threshold: Observed | None
    """With what."""
    holds: bool
    """Whether the comparison holds; a finding may stand on one that does not."""


class Fault(TypedDict):
    """One thing that is wrong in an input, with its place and its cure.

    Serialises as `{"code","source","pointer","message","help"}`, in that order.
    """

    code: str
    """Stable code, such as `DOC-004`. Never reused for another meaning."""
    source: str
    """Name of the file or argument the value came from; empty when there is only one."""
    pointer: str
    """RFC 6901 JSON pointer of the value, or `line N` for text formats; empty for the whole input.
    """
    message: str
    """What is wrong, in one English sentence without a final stop, user values in backticks."""
    help: str
    """What to do, in one English sentence."""


class FieldChange(TypedDict):
    """A field of an asset with another value."""

    asset: str
    """The asset, by its id after."""
    field: str
    """The field."""
    before: str | None
    """Its value before as a text; `None` when unknown."""
    after: str | None
    """Its value after."""


class FindingGroup(TypedDict):
    """Findings that have something in common."""

    key: str
    """The id of the rule, site or asset, or the code of the remedy or domain."""
    by_severity: list[int]
    """Open findings of severity info, minor, major, critical."""
    defects: int
    """Open findings to correct."""
    watches: int
    """Open findings to keep an eye on."""
    waived: int
    """Waived findings."""


class FleetRenewals(TypedDict):
    """Failures of a fleet in a window of time."""

    assets: int
    """Number of items."""
    expected_renewals: float
    """Expected number of failures in the window, those of replacements of failed items included."""
    expected_first_failures: float
    """Expected number of items of today whose first failure falls in the window."""
    first_failures_sd: float
    """Standard deviation of the number of first failures."""
    lower: int
    """The count of first failures that is exceeded downwards with probability at most `(1 −
    confidence)/2`.
    """
    upper: int
    """The count of first failures that is not exceeded with probability at least `(1 +
    confidence)/2`.
    """
    confidence: float
    """Confidence of the interval `lower..=upper`."""
    method: CountMethod
    """How the interval was found."""
    beyond_life: int
    """Items older than practically any item gets under the law: taken to fail at once, at time 0.
    """


class ForecastCell(TypedDict):
    """Renewals that are alike in one month."""

    month: dt.date
    """First day of the month."""
    action: RenewalAction
    """Action."""
    category: Category | None
    """Category of the assets."""
    site: str | None
    """Their site."""
    contract: str | None
    """Their first contract."""
    currency: str | None
    """Currency of the prices; `None` for those without a price."""
    count: int
    """How many."""
    overdue_count: int
    """How many of them were over already on `as_of`."""
    again_count: int
    """How many replace what this forecast already replaced once."""
    price_minor: int | None
    """Sum of their prices, indexed to the year; `None` without a price."""
    co2_kg: int | None
    """Carbon dioxide of making the new ones, kilograms, where the policy gives a factor."""

FoundRelation = TypedDict(
    "FoundRelation",
    {
        # What it says.
        "kind": RelationKind,
        # The asset that depends.
        "from": str,
        # The asset that it depends on.
        "to": str,
    },
)
"""A relation between assets as a register tells it, by id or name."""


class GroupAvailability(TypedDict):
    """Share of the time that a group works."""

    availability: float
    """Share of the time that enough items work."""
    unavailability: float
    """Share of the time that too few do; precise also where it is tiny."""


class Held(TypedDict):
    """A value and the file that it stands in."""

    value: str
    """The value as a text: days `YYYY-MM-DD`, amounts `1250.00 EUR`, choices by their code."""
    source: str
    """Name of the file; empty for the engagement document and for what was taken over as a whole.
    """


class Conflict(TypedDict):
    """Two values of one field of one asset that differ, both known.

    Texts are compared without regard to case and repeated spaces, makers by a table of synonyms,
    models without the maker in front; a text whose words are all in the other is only less
    precise (`os`, `os_version`, `firmware`); memory may differ by less than a gibibyte; days of
    what happens again (`last_boot`, `last_inventory`, `last_backup`) never conflict, nor do
    lists. What an earlier inventory of an agent said is the past, not a conflict.
    """

    asset: str
    """The asset."""
    field: str
    """The field, as in documents: `site`, `category`, `serial`, `price` …"""
    kept: Held
    """The value that the asset has."""
    other: Held
    """The value that it does not have."""
    rule: ConflictRule
    """Why."""


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


class Installed(TypedDict):
    """A system or program of an asset, with the ends of support of its cycle. A system that the
    catalogue does not know stands here without product: it is there, and nothing tells until
    when it is supported.
    """

    asset: str
    """The asset."""
    kind: InstalledKind
    """What it is there."""
    product: str | None
    """Product of the catalogue; `None` when none was found."""
    cycle: str | None
    """Its cycle, when the version tells it."""
    text: str
    """As reported: name and version."""
    active: SupportEnd
    """End of active support."""
    security: SupportEnd
    """End of security support."""
    extended: SupportEnd
    """End of extended support."""
    target: str | None
    """The newest supported cycle of the product on the day asked: where an update would lead."""


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


class MinimalRepair(TypedDict):
    """The answer of `minimal_repair`."""

    interval: float | None
    """Interval between replacements; `None` when repairing for ever is cheaper."""
    cost_rate: float | None
    """Cost per unit of time at that interval."""
    reason: RunToFailure | None
    """Why there is no interval."""


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


class BookRow(TypedDict):
    """The book of one asset."""

    asset: str
    """The asset."""
    method: BookMethod | None
    """How it is written off; the asset says, else its policy."""
    years: int | None
    """Over how many years."""
    cost: Money | None
    """What it cost."""
    in_service: dt.date | None
    """First day of its book life."""
    value_minor: int | None
    """Book value at the end of the day asked."""
    charges: list[BookYear]
    """The charge of every year of its book life."""
    exceptional_minor: int | None
    """What is written off at once if it is replaced when its renewal is wanted."""
    no_book: NoBook | None
    """Why it has no book value."""


class Books(TypedDict):
    """The books of an estate."""

    as_of: dt.date
    """The day whose values they give."""
    rows: list[BookRow]
    """Assets by id, the retired ones included."""
    totals: list[BookTotal]
    """By year, then currency."""


class Consumable(TypedDict):
    """Something that is used up: toner, paper, cables."""

    name: str
    """Its name."""
    item_number: NotRequired[str]
    """Number of the maker or seller."""
    least_quantity: NotRequired[int]
    """How many should at least be there."""
    price: NotRequired[Money]
    """Price of one."""
    purchase: NotRequired[dt.date]
    """Day of purchase."""
    quantity: NotRequired[int]
    """How many are there."""


class ForecastTotal(TypedDict):
    """A sum of cells."""

    start: dt.date
    """First day of the period."""
    split: str | None
    """What it is split by: id or code; `None` for what has none."""
    action: RenewalAction
    """Action."""
    count: int
    """How many."""
    unpriced_count: int
    """How many of them have no known price."""
    prices: list[Money]
    """Sums of known prices, by currency."""
    co2_kg: int | None
    """Carbon dioxide of making the new ones, kilograms, as far as known."""


class FoundContract(TypedDict):
    """A contract as a register tells it: a draft for the engagement document, where somebody must
    still say what it covers and how.
    """

    id: str
    """Its id in the register."""
    name: str
    """Its name."""
    provider: str | None
    """Who serves it."""
    begin: dt.date | None
    """First day."""
    end: dt.date | None
    """First day after it, where the register tells an end."""
    initial_months: int | None
    """Initial term in months, where the register tells a duration."""
    notice_months: int | None
    """Months of notice."""
    period_months: int | None
    """Months of a renewal period."""
    renewal: str | None
    """Whether it renews: `tacit`, `express` or `none`, as the register means it."""
    price: Money | None
    """Price of a billing period."""
    assets: list[str]
    """Ids or names of the assets that the register puts under it, sorted."""
    site: str | None
    """Its site, where it has one."""


class Licence(TypedDict):
    """A software licence or subscription."""

    id: str
    """Its id."""
    software: str
    """Program that it allows: installed programs whose name begins with this count against it,
    without regard to case.
    """
    expires: NotRequired[dt.date]
    """First day on which it no longer allows anything."""
    price: NotRequired[Money]
    """Price of a term, or of the purchase."""
    publisher: NotRequired[str]
    """Publisher."""
    purchase: NotRequired[dt.date]
    """Day of purchase."""
    seat_count: NotRequired[int]
    """How many installations it allows; `None` when unknown, which is not unlimited."""
    used_count: NotRequired[int]
    """How many seats its register says are taken."""


class Moved(TypedDict):
    """An asset on another site."""

    asset: str
    """The asset, by its id after."""
    before: str
    """Its site before; `unknown` when nobody gave it."""
    after: str
    """Its site after."""


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


class NewFinding(TypedDict):
    """A finding that is there in the later audit only."""

    finding: str
    """Its id."""
    severity: Severity
    """Its severity."""


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


class PersistingFinding(TypedDict):
    """A finding that is there in both audits."""

    finding: str
    """Its id."""
    severity_before: Severity
    """Its severity in the earlier audit."""
    severity_after: Severity
    """Its severity in the later audit."""


class PossiblySame(TypedDict):
    """A declared and a found asset of different ids that seem to be one machine."""

    declared: str
    """Id in the document."""
    found: str
    """Id in the takeover."""
    by: MatchedBy
    """By what: serial number, UUID or MAC address."""


class Comparison(TypedDict):
    """What the document declares against what the takeover found; every list is sorted."""

    both: list[str]
    """Declared and found, by the same id."""
    declared_not_found: list[str]
    """Missing: declared, and not found."""
    not_expected: list[str]
    """Declared, not found, and not to be expected: ordered, in stock or retired, or a kind on which
    no agent runs.
    """
    found_not_declared: list[str]
    """Unknown to the document: found, and not declared."""
    possibly_same: list[PossiblySame]
    """Declared and found under different ids; each of the two is also in a list above."""
    conflicts: list[Conflict]
    """Values that differ; the document is kept. The source of the other is the file that it was
    read in.
    """

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


class QualityGap(TypedDict):
    """A needed field that some assets lack."""

    field: str
    """The field."""
    weight: int
    """Its weight."""
    asset_count: int
    """How many assets lack it."""


class QualityPart(TypedDict):
    """A part of a score."""

    numerator: int
    """What is well, summed over the assets."""
    denominator: int
    """What there could be; never zero."""
    per_mille: int
    """The fraction in thousandths, to the nearest, halves up."""
    asset_count: int
    """How many assets it is known of; the others are not in the fraction."""


class QualityScore(TypedDict):
    """The quality of the data of one asset, of a site, or of all. Parts of which nothing is known
    are `None`.
    """

    asset_count: int
    """How many assets are scored."""
    per_mille: int | None
    """Mean of the known parts by weight, in thousandths; `None` without assets."""
    completeness: QualityPart | None
    """Fields that are known, of those that the category needs."""
    freshness: QualityPart | None
    """How lately it was seen."""
    consistency: QualityPart | None
    """Agreement of sources."""
    coverage: QualityPart | None
    """Both found and listed."""
    validity: QualityPart | None
    """Values that could be used."""
    uniqueness: QualityPart | None
    """Identities that no other asset has."""


class AssetQuality(TypedDict):
    """The score of one asset."""

    asset: str
    """The asset."""
    score: QualityScore
    """Its score."""
    missing: list[str]
    """Needed fields that are unknown, the weightiest first."""


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


class Reconciliation(TypedDict):
    """How the assets stand between what agents found and what registers list; ids, sorted.

    `both`, `only_register`, `not_expected` and `only_agent` hold every asset once.
    """

    both: list[str]
    """Found and listed."""
    only_register: list[str]
    """Missing: listed, and never found though an agent could."""
    not_expected: list[str]
    """Listed, not found, and nobody expects it: ordered, in stock or retired, or a kind on which no
    agent runs and which none asks over the network (monitor, UPS, phone, other).
    """
    only_agent: list[str]
    """Unknown: found, and in no register."""
    moved: list[str]
    """Two sources give different sites."""
    duplicate: list[str]
    """Shares a serial number or a UUID with another asset."""
    retired_found: list[str]
    """Found, though the register says that it is retired."""


class Refusal(TypedDict):
    """A file that was refused."""

    source: str
    """Name of the file."""
    faults: list[Fault]
    """Why, at least one fault."""

Relation = TypedDict(
    "Relation",
    {
        # What the relation says.
        "kind": RelationKind,
        # The asset that depends, or one of a redundant pair (the lower id).
        "from": str,
        # The asset that it depends on, or the other of the pair.
        "to": str,
    },
)
"""How `from` stands to `to`."""


class Renamed(TypedDict):
    """A machine that has another id."""

    before: str
    """Its id before."""
    after: str
    """Its id after."""
    by: MatchedBy
    """By what it was recognised."""


class RenewalReason(TypedDict):
    """One reason of a row."""

    driver: Driver
    """The driver."""
    part: ReasonPart
    """What it does here."""
    what: str | None
    """What it is about: product and cycle, contract, licence, certificate."""
    date: dt.date | None
    """First day on which it holds."""
    is_over: bool
    """Whether it holds on the day asked; true without a date when only that is known."""
    no_date: NoDate | None
    """Why it has no date."""
    high: NotRequired[dt.date]
    """For an age, the day after the longest usual life."""
    low: NotRequired[dt.date]
    """For an age, the day after the shortest usual life."""


class RenewalSubject(TypedDict):
    """The same, field by field; what does not go with the kind is `None`."""

    kind: RenewalSubjectKind
    """Kind."""
    key: str
    """The stable id of the row."""
    asset: str | None
    """The asset to replace, or that it stands on."""
    product: str | None
    """Product of the catalogue."""
    cycle: str | None
    """Its cycle."""
    target: str | None
    """The newest supported cycle of the product."""
    contract: str | None
    """The contract."""
    licence: str | None
    """The licence."""
    name: str | None
    """The name of the certificate."""


class RenewalRow(TypedDict):
    """One renewal or update."""

    subject: RenewalSubject
    """Its subject."""
    action: RenewalAction
    """What it calls for."""
    category: Category | None
    """Category of the asset."""
    site: str | None
    """Site of the asset."""
    contract: str | None
    """First contract that covers the asset on the day asked."""
    policy: str
    """Policy that dated it."""
    due: dt.date | None
    """Date of the binding reason; `None` where nothing dates it, or what is over has no date."""
    is_over: bool
    """Whether the binding reason holds on the day asked."""
    wanted: dt.date | None
    """When the work is wanted: `due` less the lead, not before the day asked."""
    earliest: dt.date | None
    """First day of the window for the work."""
    latest: dt.date | None
    """Last day of that window."""
    price: Money | None
    """Price in money of the day asked."""
    reasons: list[RenewalReason]
    """Every reason, the binding one first."""


class Renewals(TypedDict):
    """Renewals and updates of an estate, as of a day."""

    as_of: dt.date
    """The day as of which they were asked."""
    rows: list[RenewalRow]
    """Rows: assets by id, then products by asset and name, contracts, licences, certificates."""
    retired_count: int
    """Assets that are retired, and so left out."""


class ReplacementOptimum(TypedDict):
    """The best age or interval of replacement."""

    age: float
    """Age or interval, in the unit of the lifetime."""
    cost_rate: float
    """Cost per unit of time over the long run."""
    saving_ratio: float
    """Share of the cost of running to failure that is saved, at most 1."""
    marginal_cost_rate: float | None
    """What one more unit of time costs at that age, `(Cf − Cp)·h`: equals `cost_rate` at a smooth
    optimum. `None` where the hazard has no figure.
    """


class AgeReplacement(TypedDict):
    """The answer of `age_replacement`."""

    optimum: ReplacementOptimum | None
    """The optimum; `None` when items had better run to failure."""
    reason: RunToFailure | None
    """Why there is no optimum."""
    run_to_failure_cost_rate: float
    """Cost per unit of time without preventive replacement: `Cf / mean life`."""


class BlockReplacement(TypedDict):
    """The answer of `block_replacement`."""

    optimum: ReplacementOptimum | None
    """The optimum; `None` when replacing at failure only is cheaper."""
    reason: RunToFailure | None
    """Why there is no optimum."""
    run_to_failure_cost_rate: float
    """Cost per unit of time and item without block replacement: `Cf / mean life`."""


class RestrictedMean(TypedDict):
    """The mean life up to an age."""

    horizon: float
    """The age up to which lives are counted."""
    mean: float
    """`∫₀ʰ S`."""
    variance: float
    """Its variance, `Σ (∫ₜʰ S)² d / (n (n − d))`."""


class RuleChange(TypedDict):
    """What became of the findings of one rule."""

    rule: str
    """The rule."""
    before: int
    """Findings of the earlier audit."""
    after: int
    """Findings of the later audit."""
    new: int
    """Those of the later audit only."""
    closed: int
    """Those of the earlier audit only."""
    persisting: int
    """Those of both."""


class AuditComparison(TypedDict):
    """Two audits beside each other. Lists are ordered by id of finding, rules by id."""

    before: dt.date
    """Day of the earlier audit."""
    after: dt.date
    """Day of the later audit."""
    with_waived: bool
    """Whether waived findings are among them."""
    new: list[NewFinding]
    """Findings of the later audit only."""
    closed: list[ClosedFinding]
    """Findings of the earlier audit only."""
    persisting: list[PersistingFinding]
    """Findings of both."""
    rules: list[RuleChange]
    """Rules with a finding in one of them."""


class Score(TypedDict):
    """Weights of checks, and the score that they give."""

    permille: int | None
    """0 to 1000; `None` where no check was decided."""
    gained: int
    """Weight gained."""
    lost: int
    """Weight lost."""
    waived: int
    """Weight of checks whose findings are all waived."""
    undecided: int
    """Weight of checks that are undecided."""
    worst: Severity | None
    """Highest severity of an open finding."""


class DomainScore(TypedDict):
    """The score of one domain."""

    domain: Domain
    """The domain."""
    score: Score
    """Its score."""


class SiteAccess(TypedDict):
    """How many assets of a site are how accessible."""

    site: str
    """The site."""
    possible_count: int
    """Assets on which remote work is possible."""
    missing_count: int
    """Assets of which something is missing."""
    unknown_count: int
    """Assets of which something is unknown, and nothing missing."""
    not_applicable_count: int
    """Assets on which nobody works from afar."""


class SiteQuality(TypedDict):
    """The score of one site."""

    site: str
    """The site; `unknown` for assets whose site nobody gave."""
    score: QualityScore
    """Its score."""


class Quality(TypedDict):
    """The quality of a takeover."""

    as_of: dt.date
    """The day that freshness is counted to."""
    overall: QualityScore
    """All assets."""
    sites: list[SiteQuality]
    """By site, sorted by id."""
    assets: list[AssetQuality]
    """By asset, sorted by id."""
    gaps: list[QualityGap]
    """What is worth filling first: by weight × assets, the greatest first, then by field."""


class SiteScore(TypedDict):
    """The score of one site."""

    site: str | None
    """The site; `None` for licences, which stand nowhere."""
    score: Score
    """Its score."""
    by_domain: list[DomainScore]
    """Its parts, in the order of the domains."""


class Scores(TypedDict):
    """Scores of an audit."""

    overall: Score
    """Of the estate."""
    by_domain: list[DomainScore]
    """Its parts, in the order of the domains."""
    by_site: list[SiteScore]
    """Of each site, by id; what stands nowhere last."""


class SoftwareChange(TypedDict):
    """How many programs of an asset came, went, or have other versions. A program is its name."""

    asset: str
    """The asset, by its id after."""
    added_count: int
    """Programs that were not there before."""
    removed_count: int
    """Programs that are no longer there."""
    updated_count: int
    """Programs of which the versions differ."""


class Standing(TypedDict):
    """Where an asset comes from."""

    agents: list[str]
    """Names of the files of agents that found it, sorted."""
    registers: list[str]
    """Names of the files of registers that list it, sorted."""
    declared: list[str]
    """Names of the CSV of declared facts that speak of it, sorted."""
    bad_value_count: int
    """Values of its records that could not be used: diagnostics `TAK-001` to `TAK-004`, `TAK-006`
    and `TAK-012`.
    """
    compared_count: int
    """Times that two sources knew the same field."""


class SupportProduct(TypedDict):
    """A product and its cycles."""

    slug: str
    """Name in the catalogue: `windows-server`."""
    label: str | None
    """Name for people: `Microsoft Windows Server`."""
    category: str | None
    """Category as in the catalogue: `os`, `database`, `device` …"""
    cycles: list[Cycle]
    """Cycles, the newest first: by day of release (unknown last), then by name."""


class SupportStatus(TypedDict):
    """The fields of a `SupportStatus`, for its schema."""

    state: str
    """`supported`, `ended` or `unknown`."""
    since: NotRequired[dt.date]
    """First day without support of what has ended, if known."""
    until: NotRequired[dt.date]
    """First day without support of what is supported, if known."""


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


class SurvivalStep(TypedDict):
    """Survival just after an age at which items failed."""

    age: float
    """The age."""
    at_risk: int
    """Items under observation just before that age."""
    failures: int
    """Items that failed at that age."""
    survival: float
    """Share of the items that work beyond that age."""
    standard_error: float | None
    """Standard error of the share by Greenwood's formula; `None` once nothing survives."""


class TakeoverDiff(TypedDict):
    """What changed between two snapshots; every list is sorted."""

    before: dt.date
    """Day of the first snapshot."""
    after: dt.date
    """Day of the second."""
    appeared: list[str]
    """Assets that the first does not have."""
    disappeared: list[str]
    """Assets that the second does not have; empty when it is partial."""
    not_seen: list[str]
    """Assets that a partial second snapshot does not speak of: they may well be there."""
    renamed: list[Renamed]
    """One machine under two ids."""
    moved: list[Moved]
    """Assets on another site."""
    changed: list[FieldChange]
    """Fields with another value: name, category, criticality, usage, tags, facts and lists but
    software.
    """
    software: list[SoftwareChange]
    """Programs."""


class Text(TypedDict):
    """One text in English and, where given, in French."""

    en: str
    fr: NotRequired[str]


class RemedyRow(TypedDict):
    """A finding that asks a task for work."""

    finding: str
    """The id of the finding."""
    task: str
    """The task that puts it right."""
    asset: str
    """On which asset."""
    remedy: Remedy
    """What is done."""
    severity: Severity
    """How much it matters."""
    raised: dt.date
    """Day of the audit that found it first."""
    due: dt.date
    """By when it should be put right."""
    title: Text
    """What was found."""


class RuleResult(TypedDict):
    """What became of one rule. Each asset or licence that it looks at counts once: `failed` with an
    open finding, else `undecided`, else `waived`, else `passed`.
    """

    rule: str
    """The rule."""
    title: Text
    """What it finds."""
    severity: Severity
    """How much that matters at least."""
    kind: FindingKind
    """Something to correct, or to keep an eye on."""
    domain: Domain
    """What it is about."""
    subject: SubjectKind
    """What it looks at."""
    remedy: Remedy
    """What puts it right."""
    passed: int
    """Assets or licences that pass."""
    failed: int
    """Those with an open finding."""
    waived: int
    """Those whose findings are all waived."""
    undecided: int
    """Those of which a fact is missing, and that have no open finding."""
    finding_count: int
    """Findings, waived ones included."""


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


class UndatedCount(TypedDict):
    """How many rows of an action nothing dates."""

    action: RenewalAction
    """Action."""
    count: int
    """How many."""


class UndecidedRow(TypedDict):
    """Assets or licences on which a rule is undecided for the same missing facts."""

    rule: str
    """The rule."""
    missing: list[str]
    """The facts, and the lists of parts, that nobody told."""
    subjects: list[str]
    """Ids of the assets or licences."""


class Unmatched(TypedDict):
    """A text that no product of the catalogue was found for."""

    kind: InstalledKind
    """What it is on its assets."""
    text: str
    """The text, as reported: name and version."""
    reason: NoMatchReason
    """Why."""
    asset_count: int
    """On how many assets it stands."""


class SupportSurvey(TypedDict):
    """What runs on an estate and until when it is supported."""

    installed: list[Installed]
    """Products that were recognised, and systems that were not (without product), by asset, kind,
    product, cycle. Programs that were not recognised stand in `unmatched` alone.
    """
    unmatched: list[Unmatched]
    """Texts that were not, by kind and text."""
    system_count: int
    """Assets that tell an operating system or firmware."""
    system_matched_count: int
    """Those of them whose product was recognised."""
    program_count: int
    """Programs and databases, installation by installation."""
    program_matched_count: int
    """Those of them whose product was recognised."""
    package_count: int
    """Those of them that are packages of a distribution, which keeps them up: they are not listed.
    """


class Unplanned(TypedDict):
    """Failures to expect in a year among assets of one policy and category."""

    start: dt.date
    """First day of the year."""
    end: dt.date
    """First day after it."""
    policy: str
    """Policy, which holds the failure model."""
    category: Category
    """Category."""
    asset_count: int
    """Assets of known age."""
    unknown_age_count: int
    """Assets left out as their age is unknown."""
    expected: float
    """Expected number of failures, those of replacements that fail again included."""
    low: int
    """Fewest failures of the interval of `UNPLANNED_CONFIDENCE`."""
    high: int
    """Most failures of that interval."""
    method: CountMethod
    """How the interval was found."""


class Forecast(TypedDict):
    """Renewals and updates of coming years."""

    as_of: dt.date
    """The day as of which it was asked."""
    years: int
    """How many years from the month of `as_of`."""
    cells: list[ForecastCell]
    """Renewals by month and what they have in common, in that order."""
    undated: list[UndatedCount]
    """Rows that nothing dates, by action."""
    ages: list[AgeRow]
    """Ages of the assets on `as_of` and each year after it, if what is planned is done."""
    unplanned: list[Unplanned]
    """Failures to expect in each year, where a policy has a failure model."""


class WaivedBy(TypedDict):
    """The waiver that a finding is under."""

    waiver: int
    """Its place in the list given."""
    until: dt.date | None
    """First day on which the finding counts again."""


class Finding(TypedDict):
    """Something to correct or to keep an eye on. Findings are ordered by severity (highest first),
    domain, rule, asset or licence, part.
    """

    id: str
    """Rule, asset or licence, and part, between `/`; a `/` within them is written `%2F`, a `%`
    `%25`. The same from audit to audit.
    """
    rule: str
    """The rule."""
    severity: Severity
    """How much it matters."""
    kind: FindingKind
    """Something to correct, or to keep an eye on."""
    domain: Domain
    """What it is about."""
    remedy: Remedy
    """What puts it right."""
    evidence: list[Evidence]
    """What decided it, in the order of the rule."""
    asset: NotRequired[str]
    """The asset."""
    licence: NotRequired[str]
    """The licence."""
    part: NotRequired[str]
    """The part of the asset, by its name; `#2`, `#3` … where several have one name."""
    since: NotRequired[dt.date]
    """Since when, as far as dates tell."""
    site: NotRequired[str]
    """Where the asset stands."""
    waived: NotRequired[WaivedBy]
    """The waiver that it is under."""


class WaiverResult(TypedDict):
    """One waiver, and what became of it."""

    waiver: int
    """Its place in the list given."""
    rule: str
    """The rule."""
    state: WaiverState
    """What became of it."""
    until: dt.date | None
    """First day on which it no longer holds."""
    finding_count: int
    """Findings under it; of an expired one those that count again."""


class AuditResult(TypedDict):
    """The result of an audit."""

    as_of: dt.date
    """The day of the audit."""
    scores: Scores
    """Scores, in thousandths."""
    rules: list[RuleResult]
    """What became of each rule, by id."""
    findings: list[Finding]
    """Findings, by severity (highest first), domain, rule, asset or licence, part; waived ones
    included.
    """
    undecided: list[UndecidedRow]
    """What could not be decided, by rule, then by what is missing."""
    waivers: list[WaiverResult]
    """What became of each waiver, in the order given."""


class Want(TypedDict):
    """One thing that is missing, or of which nobody knows whether it is there."""

    need: AccessNeed
    """What."""
    by: Provider
    """Who must provide it, or find out."""
    text: Text
    """What to do."""


class Access(TypedDict):
    """Remote access to one asset."""

    asset: str
    """The asset."""
    site: str
    """Its site."""
    possibility: Possibility
    """Whether remote work is possible."""
    missing: list[Want]
    """What is missing."""
    unknown: list[Want]
    """What is unknown."""


class AccessReport(TypedDict):
    """On which assets the provider can work from afar.

    An asset needs all three: - an **agent**: the remote agent of the provider
    (`has_remote_agent`) or a remote control tool (`remote_tools`). What carries its own
    administration needs none: switch, router, firewall, access point, storage, backup, printer,
    UPS with a network card. To be installed by the provider; - **reachability**
    (`is_reachable`): a VPN or another opening. To be given by the customer; - an **opening in a
    contract**: one covers `remote_support` for it on the day (see `covered`). By both, with an
    amendment. It is unknown where a contract would judge by the age of an asset whose day of
    purchase is unknown; the customer then gives that day.

    Not applicable: monitors, things of the category `other` and phones unless something remote
    is known of them, UPS without a network card (no MAC address, not said to be reachable), and
    assets that are retired or only ordered.
    """

    day: dt.date
    """The day asked."""
    as_of: dt.date
    """What later renewals are judged from."""
    assets: list[Access]
    """Every asset, by id."""
    sites: list[SiteAccess]
    """Every site that has assets, by id."""


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

YearCharge = TypedDict(
    "YearCharge",
    {
        # The calendar year in which the fiscal year ends.
        "year": int,
        # First day of the fiscal year.
        "from": dt.date,
        # Last day of the fiscal year.
        "to": dt.date,
        # Book value before the charge, minor units.
        "opening_minor": int,
        # The charge, minor units.
        "charge_minor": int,
        # Book value after the charge, minor units.
        "closing_minor": int,
        # What it was computed by.
        "basis": ChargeBasis,
    },
)
"""The charge of one fiscal year (dotation)."""


class Retirement(TypedDict):
    """An item that leaves before it is fully depreciated, or after."""

    day: dt.date
    """Last day in service; charged."""
    charges: list[YearCharge]
    """The ordinary charges, the last one up to that day."""
    book_value_minor: int
    """Book value at the end of that day, minor units."""
    proceeds_minor: int
    """Sale price, or the residual value when none was given, minor units."""
    exceptional_minor: int
    """Exceptional charge, `book value − proceeds`, minor units; negative when the sale makes a
    profit.
    """


class YearSum(TypedDict):
    """What a year costs and may cost, in minor units."""

    year: int
    """The calendar year."""
    spent_minor: int
    """Prices of what is placed in it, less the savings."""
    cap_minor: int | None
    """Its own cap."""
    carried_minor: int
    """What was carried into it."""
    left_minor: int | None
    """Cap + carried − spent; `None` without cap."""
    penalty_minor: int
    """What being above the level costs."""


class BudgetTable(TypedDict):
    """A filled budget."""

    first_year: int
    """The first year."""
    currency: str
    """Currency of every amount."""
    rows: list[BudgetRow]
    """Renewals, in order of the rows they come from."""
    years: list[YearSum]
    """The years, in order."""
    bundles: list[BundleSum]
    """The bundles, by name."""
    total_regret_minor: int
    """Price changes, early and late costs, consequences and penalties, less savings, minor units.
    """
    lower_bound_minor: int
    """No answer has less regret, minor units."""
    gap_minor: int
    """The difference of the two, minor units."""
    mandatory_unplaced: int
    """Renewals that had to be placed and were not."""
    is_optimal: bool
    """Whether it is proven that no answer is better."""
    method: BudgetMethod
    """How it was found."""
    unpriced: list[str]
    """Keys of renewals whose price is unknown."""
    other_currency: list[str]
    """Keys of renewals with a price in another currency."""
