"""
The compiled part of `entretien`; import from `entretien` instead.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from entretien._answers import Balance, Breach, ClockRow, Cost, Coverage, CoverageAt, CoverageFinding, EscalationRow, Event, Invoice, NoticeState, PriceInForce, Service, TermAt, TicketDeadlines
from entretien._care_answers import AccessReport, AgeReplacement, AgeRow, AuditComparison, AuditResult, Availability, BlockReplacement, Books, BudgetTable, Comparison, Conflict, Consumable, Cycle, EconomicLife, Finding, FindingGroup, FleetRenewals, ForecastCell, ForecastTotal, FoundContract, FoundRelation, Licence, MinimalRepair, MtbfEstimate, Quality, Reconciliation, Relation, RemedyRow, RenewalRow, Retirement, RuleResult, Scores, SupportProduct, SupportStatus, SupportSurvey, SurvivalStep, TakeoverDiff, UndatedCount, UndecidedRow, Unplanned, WaiverResult, WeibullEstimate, YearCharge
from entretien._kpi_answers import Advice, AdviceRow, BlockPeriods, Cluster, Correction, DefinitionRow, Dimension, Downtime, ExponentialFit, FollowUpSummary, GroupAvailability, IncidentRow, Indicator, IndividualsChart, InterventionRow, KpiAnswer, KpiChange, MannKendall, MannWhitney, Measure, NodeAvailability, OpenList, Pareto, Percentile, PeriodUnit, PowerLawEstimate, Problems, ProportionDifference, ProportionInterval, RateRatio, RatioChart, Repeat, RepeatKey, SurvivalCurve, Synthesis, Trend, TrendTest, WeibullProfile
from entretien._plan_types import BothDays, BothPeriods, DiffTotals, OccurrenceCost, PlanFinding, Reason, Seen, Totals
from entretien._review_answers import DeliverableContent, DeliverableKind, Lang, Section
from entretien._sourcing_answers import BreakEvenDate, DemandYear, IncidentForecast, MakeOrBuy, OptionAnswer, Ranking, SourcingContent, SourcingDemand, ThresholdRow, TornadoRow, Volumes
from entretien._types import BytesLike, CalendarValues, Closed, Column, Date, Holiday, KpiRow, MeanCumulativeStep, Numbers
from os import PathLike
from typing import Any, Final, Literal, SupportsFloat, SupportsIndex, final
from typing_extensions import disjoint_base

__all__ = ["HOLIDAY_RULES_VERSION", "__version__", "Antivirus", "Asset", "Audit", "Battery", "BusinessTime", "CareReport", "Certificate", "Columns", "Database", "Deliverable", "Depreciation", "Difference", "Disk", "Drive", "Duplicate", "Engagement", "Fault", "FleetDowntime", "Forecast", "History", "Inventory", "KpiAccumulator", "KpiReport", "KpiTable", "Kpis", "Lifetime", "Log", "MonthRule", "Occurrence", "Occurrences", "Plan", "PlanDiff", "PlanTable", "Renewals", "Rule", "RuleSet", "RuleWarning", "Series", "ServiceLevels", "Software", "Sourcing", "Step", "StructureNode", "SupportCatalogue", "Task", "Values", "WhatIf", "WorkCalendar", "age_replacement", "availability", "block_replacement", "block_replacement_by_period", "catalogue", "compare", "control_limits_individuals", "control_limits_proportion", "control_limits_rate", "definitions", "downtime", "economic_life", "equivalent_annual_cost", "expand", "expected_renewals", "exponential_fit", "fleet_downtime", "group_availability", "holiday_sets", "holidays", "kaplan_meier", "laplace", "make_or_buy", "mann_kendall", "mann_whitney", "mean_cumulative_function", "mil_handbook", "minimal_repair", "mtbf_interval", "plan", "power_law", "price_after", "proportion_difference", "rate_ratio", "renewal_function", "structure_availability", "survival_curve", "take_over", "take_over_mapped", "weibull_fit", "weibull_intervals", "weibull_profile", "wilson_interval"]

HOLIDAY_RULES_VERSION: Final[str]
"""
Version of the rules of public holidays: it changes when a date may.
"""

__version__: Final[str]
"""
Version of the package.
"""

@final
class Antivirus:
    """
    One antivirus product.
    """
    @property
    def base_day(self, /) -> date | None:
        """
        Day of its base.
        """
    @property
    def enabled(self, /) -> bool | None:
        """
        Whether it runs.
        """
    @property
    def expires(self, /) -> date | None:
        """
        Day the licence expires.
        """
    @property
    def name(self, /) -> str:
        """
        Name as reported.
        """
    @property
    def up_to_date(self, /) -> bool | None:
        """
        Whether its base is up to date.
        """

@final
class Asset:
    """
    One piece of equipment. What nobody knows is `None`.
    """
    def __repr__(self, /) -> str: ...
    @property
    def antivirus(self, /) -> list[Antivirus] | None:
        """
        Antivirus products; `None` when the inventory does not speak of them.
        """
    @property
    def asset_number(self, /) -> str | None:
        """
        Number that the owner gave (inventory label).
        """
    @property
    def batteries(self, /) -> list[Battery]:
        """
        Batteries, in the order reported.
        """
    @property
    def book_method(self, /) -> str | None:
        """
        How its price is written off, such as `straight_line`.
        """
    @property
    def book_years(self, /) -> int | None:
        """
        Over how many years its price is written off.
        """
    @property
    def category(self, /) -> str:
        """
        Kind of equipment, such as `server`.
        """
    @property
    def certificates(self, /) -> list[Certificate]:
        """
        Certificates, in the order reported.
        """
    @property
    def core_count(self, /) -> int | None:
        """
        Processor cores.
        """
    @property
    def criticality(self, /) -> str | None:
        """
        How much its failure hurts: `low`, `medium`, `high`, `critical`.
        """
    @property
    def databases(self, /) -> list[Database]:
        """
        Database services, in the order reported.
        """
    @property
    def disks(self, /) -> list[Disk]:
        """
        Physical disks, in the order reported.
        """
    @property
    def drives(self, /) -> list[Drive]:
        """
        Volumes, in the order reported.
        """
    @property
    def end_of_life(self, /) -> date | None:
        """
        First day after the life that its maker or owner states for it.
        """
    @property
    def firmware(self, /) -> str | None:
        """
        Firmware or BIOS version.
        """
    @property
    def has_remote_agent(self, /) -> bool | None:
        """
        Whether a remote maintenance agent of the provider runs on it.
        """
    @property
    def id(self, /) -> str:
        """
        Its id.
        """
    @property
    def in_service(self, /) -> date | None:
        """
        Day on which it was put into service.
        """
    @property
    def is_backed_up(self, /) -> bool | None:
        """
        Whether it is backed up.
        """
    @property
    def is_documented(self, /) -> bool | None:
        """
        Whether its configuration is documented.
        """
    @property
    def is_monitored(self, /) -> bool | None:
        """
        Whether something watches it.
        """
    @property
    def is_reachable(self, /) -> bool | None:
        """
        Whether the provider reaches its network.
        """
    @property
    def kernel(self, /) -> str | None:
        """
        Version of the kernel, as reported: for Windows the build.
        """
    @property
    def last_backup(self, /) -> date | None:
        """
        Day of its last backup.
        """
    @property
    def last_boot(self, /) -> date | None:
        """
        Last start of the system.
        """
    @property
    def last_inventory(self, /) -> date | None:
        """
        Day of the inventory that the facts come from.
        """
    @property
    def lifecycle(self, /) -> str | None:
        """
        Where it is in its life, such as `in_use` or `retired`.
        """
    @property
    def location(self, /) -> str | None:
        """
        Where it stands on its site.
        """
    @property
    def mac_addresses(self, /) -> list[str]:
        """
        MAC addresses, lower case with colons, in the order reported.
        """
    @property
    def manufacturer(self, /) -> str | None:
        """
        Manufacturer.
        """
    @property
    def memory_mib(self, /) -> int | None:
        """
        Memory, mebibytes.
        """
    @property
    def model(self, /) -> str | None:
        """
        Model.
        """
    @property
    def name(self, /) -> str:
        """
        Name that people use.
        """
    @property
    def os(self, /) -> str | None:
        """
        Operating system or firmware family, as reported.
        """
    @property
    def os_installed(self, /) -> date | None:
        """
        Day on which the operating system was installed.
        """
    @property
    def os_version(self, /) -> str | None:
        """
        Version of the operating system, as reported.
        """
    @property
    def price(self, /) -> tuple[int, str] | None:
        """
        Purchase price: integer minor units (cents) and currency, such as `(125000, "EUR")`.
        """
    @property
    def purchase(self, /) -> date | None:
        """
        Day of purchase.
        """
    @property
    def remote_tools(self, /) -> list[str]:
        """
        Remote control tools found on it, in the order reported.
        """
    @property
    def serial(self, /) -> str | None:
        """
        Serial number, never a placeholder.
        """
    @property
    def site(self, /) -> str:
        """
        Id of the site where it stands; `unknown` when nobody said.
        """
    @property
    def software(self, /) -> list[Software]:
        """
        Installed programs, in the order reported.
        """
    @property
    def supplier(self, /) -> str | None:
        """
        Who sold it.
        """
    @property
    def support(self, /) -> list[tuple[str, str | None]]:
        """
        Products of the support catalogue that somebody named for it: product and cycle.
        """
    @property
    def tags(self, /) -> list[str]:
        """
        Free labels, sorted.
        """
    @property
    def usage(self, /) -> str | None:
        """
        How intensely it is used: `normal`, `frequent`.
        """
    @property
    def user(self, /) -> str | None:
        """
        Person or team that uses it.
        """
    @property
    def uuid(self, /) -> str | None:
        """
        Hardware UUID.
        """
    @property
    def warranty_end(self, /) -> date | None:
        """
        First day without warranty.
        """

@final
class Audit:
    """
    What rules find on an estate as of a day, and what they could not decide.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def as_of(self, /) -> date:
        """
        The day of the audit.
        """
    def compare(self, /, before: Audit, with_waived: bool = False) -> AuditComparison:
        """
        What changed since an earlier audit: new, closed (and why), persisting.

        Raises `entretien.Error`: `AUD-018` when `before` is the later one.
        """
    @property
    def findings(self, /) -> list[Finding]:
        """
        Findings, by severity (highest first), domain, rule, asset or licence, part; waived ones included.
        """
    def groups(self, /, by: Literal["rule", "site", "asset", "remedy", "domain"]) -> list[FindingGroup]:
        """
        Counts of findings, by key.
        """
    def remedies(self, /, raised: dict[str, date] | None = None) -> list[RemedyRow]:
        """
        The open findings on assets that a task puts right, by finding; `raised` has the days on which earlier
        audits found them first.

        Raises `entretien.Error`: `DOC-007`.
        """
    @property
    def rules(self, /) -> list[RuleResult]:
        """
        What became of each rule, by id.
        """
    @property
    def scores(self, /) -> Scores:
        """
        Scores of the estate, its domains and its sites, in thousandths.
        """
    def to_dict(self, /) -> AuditResult:
        """
        All of it as a dictionary.
        """
    def to_json(self, /) -> str:
        """
        All of it as JSON.
        """
    @property
    def undecided(self, /) -> list[UndecidedRow]:
        """
        What could not be decided, by rule, then by what is missing.
        """
    @property
    def waivers(self, /) -> list[WaiverResult]:
        """
        What became of each waiver, in the order given.
        """

@final
class Battery:
    """
    One battery.
    """
    @property
    def design_mwh(self, /) -> int | None:
        """
        Capacity when new, milliwatt hours.
        """
    @property
    def manufactured(self, /) -> date | None:
        """
        Day of manufacture.
        """
    @property
    def name(self, /) -> str | None:
        """
        Model or serial number.
        """
    @property
    def real_mwh(self, /) -> int | None:
        """
        Capacity when last measured, milliwatt hours.
        """

@disjoint_base
class BusinessTime:
    """
    A calendar made ready to count open time; immutable.
    """
    def __new__(cls, /, calendar: WorkCalendar | CalendarValues | str | bytes | bytearray, *, time_zone: str | None = None) -> BusinessTime:
        """
        Makes a calendar ready, or the document of one; `time_zone` is that of documents which name none.

        Raises `entretien.Error` as `WorkCalendar`.
        """
    def __repr__(self, /) -> str: ...
    def _add(self, /, at: datetime | Column, open_time: timedelta | Column, pauses: Iterable[tuple[datetime, datetime]]) -> datetime | Values:
        """
        The first time with `open_time` between `at` and it, that of the pauses left out.
        """
    def _between(self, /, start: datetime | Column, end: datetime | Column, pauses: Iterable[tuple[datetime, datetime]]) -> timedelta | Values:
        """
        Open time from `start` to before `end`, that of the pauses left out.
        """
    def add_working_days(self, /, day: date, count: SupportsIndex) -> date:
        """
        The `count`-th working day after `day`, before it when negative; zero is `day` itself if it is one,
        otherwise the next.

        Raises `entretien.Error`: `CAL-010`, `CAL-011`.
        """
    @property
    def calendar(self, /) -> WorkCalendar:
        """
        The calendar.
        """
    def end_of_working_day(self, /, at: datetime, count: SupportsIndex = 0) -> datetime:
        """
        Closing time of the `count`-th working day after `at`; for zero, of its own day, or of the next
        working day when that one is closed or has closed.

        Raises `entretien.Error`: `CAL-010`, `CAL-011`.
        """
    def is_open(self, /, at: datetime) -> bool:
        """
        Whether the calendar is open at `at`.
        """
    def is_working_day(self, /, day: date) -> bool:
        """
        Whether `day` is a working day.
        """
    def months_after(self, /, at: datetime, months: SupportsIndex) -> datetime:
        """
        `months` calendar months after `at`, open or not: same day of the month or its last, same time.

        Raises `entretien.Error` `CAL-010`.
        """
    def next_close(self, /, at: datetime) -> datetime:
        """
        The first closing time after `at`.

        Raises `entretien.Error`: `CAL-011` when nothing opens, `CAL-010` when nothing closes.
        """
    def next_open(self, /, at: datetime) -> datetime:
        """
        The first open time at or after `at`.

        Raises `entretien.Error`: `CAL-010`, `CAL-011`.
        """
    def nth_working_day_of_month(self, /, year: SupportsIndex, month: SupportsIndex, n: SupportsIndex) -> date | None:
        """
        The `n`-th working day of a month, from its end when negative; `None` when the month has fewer.
        """
    def paused_between(self, /, start: datetime, end: datetime, pauses: Iterable[tuple[datetime, datetime]]) -> timedelta:
        """
        Open time of the pauses themselves from `start` to before `end`.

        Raises `entretien.Error`: `CAL-002`, `CAL-010`.
        """
    def previous_close(self, /, at: datetime) -> datetime:
        """
        The last closing time at or before `at`.

        Raises `entretien.Error`: `CAL-011` when nothing was open before, `CAL-010` when nothing closed.
        """
    def spans(self, /, start: datetime, end: datetime) -> list[tuple[datetime, datetime]]:
        """
        The open spans of `start` to `end`, cut at both ends, ascending and apart.

        Raises `entretien.Error`: `CAL-002`, `CAL-010`, `CAL-013` beyond a million.
        """
    def subtract(self, /, at: datetime, open_time: timedelta) -> datetime:
        """
        The last time with `open_time` between it and `at`: a need that begins at opening time begins there.

        Raises `entretien.Error`: `CAL-010`, `CAL-011`.
        """
    def working_days_after(self, /, at: datetime, count: SupportsIndex) -> datetime:
        """
        The deadline `count` working days after `at`: the same time of day, or closing time when that is
        earlier.

        Raises `entretien.Error`: `CAL-010`, `CAL-011`.
        """
    def working_days_between(self, /, start: date, end: date) -> int:
        """
        Working days from `start` to before `end`; negative when `end` is earlier.
        """

@final
class CareReport:
    """
    Renewals, the years ahead, budget, books and audit of an estate, computed once, as page, calendar and tables.
    """
    def __repr__(self, /) -> str: ...
    def budget_csv(self, /, lang: Literal["en", "fr"] = ...) -> str:
        """
        The placements of the budget as CSV.
        """
    def findings_csv(self, /, lang: Literal["en", "fr"] = ...) -> str:
        """
        The findings of the audit as CSV.
        """
    def forecast_csv(self, /) -> str:
        """
        The cells of the forecast as CSV.
        """
    def renewals_csv(self, /, lang: Literal["en", "fr"] = ...) -> str:
        """
        The renewals as CSV.
        """
    def to_html(self, /, lang: Literal["en", "fr"] = ...) -> str:
        """
        The self-contained page.
        """
    def to_ics(self, /, lang: Literal["en", "fr"] = ..., bytes_max: SupportsIndex | None = None, calendar_name: str | None = None) -> list[str]:
        """
        The calendar of renewals as iCalendar texts, each of at most `bytes_max` bytes.

        Raises `entretien.Error` when one event is larger.
        """

@final
class Certificate:
    """
    One certificate.
    """
    @property
    def expires(self, /) -> date | None:
        """
        First day on which it is no longer valid.
        """
    @property
    def name(self, /) -> str:
        """
        Common name or label.
        """

@final
class Columns:
    """
    The values of many series: those of row `i` are `values[offsets[i]:offsets[i + 1]]`, or `columns[i]`.

    It is an Arrow array of lists too: `pyarrow.array(columns)`.
    """
    def __arrow_c_array__(self, /, requested_schema: "object" = None) -> "tuple[object, object]": ...
    def __arrow_c_schema__(self, /) -> "object": ...
    def __getitem__(self, index: SupportsIndex, /) -> Values: ...
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    @property
    def offsets(self, /) -> Values:
        """
        Where each row begins in `values`; one more than there are rows.
        """
    @property
    def values(self, /) -> Values:
        """
        All values, row after row, ascending within a row.
        """

@final
class Database:
    """
    One database service.
    """
    @property
    def is_backed_up(self, /) -> bool | None:
        """
        Whether it is backed up.
        """
    @property
    def last_backup(self, /) -> date | None:
        """
        Day of its last backup.
        """
    @property
    def name(self, /) -> str:
        """
        Name of the product or instance.
        """
    @property
    def version(self, /) -> str | None:
        """
        Version as reported.
        """

@final
class Deliverable:
    """
    A document that people decide on: a review, a proposal, a kick-off, a comparison of sourcing.

    Every figure is in it once, typed; what it is written as shows them and computes nothing. Its texts are in the language
    that it was asked in, its keys, codes and ids in none.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str:
        """
        Its title over the key figures of its first page.
        """
    @property
    def as_of(self, /) -> date:
        """
        The last day of which something is known.
        """
    @property
    def customer(self, /) -> str:
        """
        Whose estate it is.
        """
    def digest(self, /) -> str:
        """
        BLAKE3 of `to_json`, hexadecimal.
        """
    @property
    def kind(self, /) -> DeliverableKind:
        """
        Which document it is.
        """
    @property
    def lang(self, /) -> Lang:
        """
        The language of its texts.
        """
    @property
    def period(self, /) -> tuple[date, date] | None:
        """
        First day of what it is about, and first day after it.
        """
    @property
    def pictures(self, /) -> list[str]:
        """
        Ids of its pictures, in order.
        """
    @property
    def provider(self, /) -> str:
        """
        Who maintains.
        """
    def section(self, /, id: str) -> Section | None:
        """
        The section with this id; `None` when there is none.
        """
    @property
    def sections(self, /) -> list[str]:
        """
        Ids of its sections, in order.
        """
    def svg(self, /, id: str) -> str:
        """
        The picture with this id as an SVG file, which follows the light or dark scheme of what shows it.

        Raises `KeyError` when there is none.
        """
    @property
    def title(self, /) -> str:
        """
        Its title.
        """
    def to_csv(self, /) -> dict[str, str]:
        """
        Its figures, lists, tables and charts as CSV files: the text of each, by name of file.
        """
    def to_dict(self, /) -> DeliverableContent:
        """
        Everything in it, typed.
        """
    def to_html(self, /) -> str:
        """
        The self-contained page.
        """
    def to_ics(self, /, bytes_max: SupportsIndex | None = None, calendar_name: str | None = None) -> list[str]:
        """
        Its dated entries as iCalendar texts, each of at most `bytes_max` bytes; at least one.

        Raises `entretien.Error`: `DOC-009` `bytes_max` is too small for one event.
        """
    def to_json(self, /) -> str:
        """
        Canonical JSON.
        """
    def to_markdown(self, /) -> str:
        """
        The document as Markdown, charts as their figures.
        """
    def to_xlsx(self, /) -> bytes:
        """
        The document as a workbook.

        Raises `entretien.Error`: `RPT-001` a table has more rows or columns than a sheet holds.
        """

@final
class Depreciation:
    """
    A depreciation plan, to the cent; amounts are minor units.
    """
    def __repr__(self, /) -> str: ...
    def book_value_minor(self, /, day: date) -> int:
        """
        Book value at the end of `day`, minor units.

        Raises `entretien.Error`: `DOC-007`.
        """
    @property
    def charges(self, /) -> list[YearCharge]:
        """
        The charge of each fiscal year, in order.
        """
    @classmethod
    def declining(cls, /, cost_minor: SupportsIndex, years: SupportsIndex, in_service: date, coefficient: tuple[SupportsIndex, SupportsIndex] | None = None, fiscal_month: SupportsIndex = 1) -> Depreciation:
        """
        Declining balance; `coefficient` is a fraction such as `(7, 4)`, by default that of the duration.

        Raises `entretien.Error`: `DOC-007`, `REN-006` to `REN-009`, `REN-013`.
        """
    def retire(self, /, day: date, proceeds_minor: SupportsIndex | None = None) -> Retirement:
        """
        What is charged when it leaves on `day`, sold for `proceeds_minor` or for its residual value.

        Raises `entretien.Error`: `DOC-007`, `REN-006`, `REN-013`.
        """
    @classmethod
    def straight_line(cls, /, cost_minor: SupportsIndex, years: SupportsIndex, in_service: date, day_count: Literal["30/360", "actual/365", "actual/actual", "months"] = ..., residual_minor: SupportsIndex = 0, fiscal_month: SupportsIndex = 1) -> Depreciation:
        """
        Straight line: in proportion to the time in service.

        Raises `entretien.Error`: `DOC-007`, `REN-006`, `REN-007`, `REN-009`, `REN-013`.
        """

@final
class Difference:
    """
    One occurrence that differs.
    """
    def __repr__(self, /) -> str: ...
    @property
    def after(self, /) -> Seen | None:
        """
        What the plan after shows of it; `None` when removed.
        """
    @property
    def before(self, /) -> Seen | None:
        """
        What the plan before shows of it; `None` when added.
        """
    @property
    def differs_in(self, /) -> list[str]:
        """
        What differs when both plans have it: `date`, `nominal`, `due`, `window`, `call`, `status`,
        `contract`, `site`, `visit`, `duration`, `mode`, `skill`, `cost`, `marks`.
        """
    @property
    def id(self, /) -> str:
        """
        Id of the occurrence.
        """
    @property
    def kind(self, /) -> str:
        """
        How it differs: `added`, `removed`, `moved` (its planned day), or `changed` (anything else shown).
        """
    @property
    def reasons(self, /) -> list[Reason]:
        """
        Which changed parts of the engagement are about it, in order; at least one.
        """
    def text(self, /, lang: Literal["en", "fr"] = ...) -> str:
        """
        The difference in one line: `dust/srv-1/2026-04-01: moved, 2026-04-01 → 2026-04-07 (window “freeze”)`.
        """

@final
class Disk:
    """
    One physical disk.
    """
    @property
    def is_healthy(self, /) -> bool | None:
        """
        Whether its own test (SMART) says that it is well.
        """
    @property
    def name(self, /) -> str:
        """
        Model or device.
        """
    @property
    def serial(self, /) -> str | None:
        """
        Serial number.
        """
    @property
    def size_mib(self, /) -> int | None:
        """
        Size, mebibytes.
        """

@final
class Drive:
    """
    One mounted volume.
    """
    @property
    def encrypted(self, /) -> bool | None:
        """
        Whether the volume is encrypted.
        """
    @property
    def free_mib(self, /) -> int | None:
        """
        Free space, mebibytes.
        """
    @property
    def name(self, /) -> str:
        """
        Mount point, letter or device.
        """
    @property
    def total_mib(self, /) -> int | None:
        """
        Size, mebibytes.
        """

@final
class Duplicate:
    """
    One identity that more than one record carries.
    """
    def __repr__(self, /) -> str: ...
    @property
    def assets(self, /) -> list[str]:
        """
        Ids of the assets that carry it: one when the records were merged.
        """
    @property
    def kind(self, /) -> str:
        """
        Kind of identity: `serial`, `uuid` or `id`.
        """
    @property
    def merged(self, /) -> bool:
        """
        Whether the records became one asset.
        """
    @property
    def sources(self, /) -> list[str]:
        """
        Names of the files that it comes from, sorted.
        """
    @property
    def value(self, /) -> str:
        """
        Its value.
        """

@final
class Engagement:
    """
    One estate with its contracts, tasks and policies, ready to be planned.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def advise(self, /, kpis: Kpis, as_of: date, start: date, end: date, rules: str | bytes | bytearray | Mapping[str, Any] | None = None) -> list[AdviceRow]:
        """
        What rules recommend on indicators, each with its effect on the plan from `start` to the day before `end`;
        `rules` is a document of format `entretien/advice`, by default the shipped rules. Raises `entretien.Error`: as
        `Kpis.advice` and `what_if`.
        """
    @property
    def assets(self, /) -> list[Asset]:
        """
        The assets, declared and taken over, by id.
        """
    def audit(self, /, as_of: date) -> Audit:
        """
        Audits the estate as of a day, by the rules of the document, else the shipped ones. Raises `entretien.Error`:
        `DOC-007`, `AUD-*`.
        """
    @property
    def begin(self, /) -> date:
        """
        First day of the programme.
        """
    def care_report(self, /, as_of: date, years: SupportsIndex) -> CareReport:
        """
        Renewals, the next `years` years, budget, books and audit, for people. Raises `entretien.Error` as these.
        """
    def check(self, /, plan: Plan) -> list[Fault]:
        """
        Verifies a plan day by day, without the planner: what is wrong, or nothing.
        """
    def comparison(self, /) -> Comparison:
        """
        What the document declares against what the inventory found.
        """
    def contract_events(self, /, as_of: date, start: date, end: date) -> list[Event]:
        """
        The dated events of every contract from `start` to the day before `end`, as known on `as_of`. Raises
        `entretien.Error`: `DOC-007`, `PLAN-001`, `CAL-006`.
        """
    @property
    def contracts(self, /) -> list[str]:
        """
        Ids of the contracts, in the order of the document.
        """
    def cost(self, /, contract: str, start: date, end: date, records: str | bytes | bytearray | Mapping[str, Any] | None = None) -> Cost:
        """
        The accrued cost of the days from `start` to the day before `end`, by month. Raises `entretien.Error`: as
        `invoices`.
        """
    def coverage_findings(self, /, plan: Plan, records: str | bytes | bytearray | Mapping[str, Any] | None = None) -> list[CoverageFinding]:
        """
        What contracts, estate and plan say of each other, codes `COV-001` to `COV-006`; `records` is what
        was done. Raises `entretien.Error`: `CON-012`, `DOC-009`, `DOC-013`, and every fault of the records.
        """
    def covered(self, /, asset: str, service: Service, day: date, as_of: date) -> Coverage:
        """
        Whether an asset is covered for a service on `day`, as known on `as_of`: by which contract, and why
        not by the others. Raises `entretien.Error`: `DOC-007`, `DOC-013`.
        """
    def covered_at(self, /, asset: str, service: Service, at: datetime, as_of: date, priority: str | None = None) -> CoverageAt:
        """
        Whether an asset is covered for a service at an instant, as known on `as_of`: by which contract, inside which
        hours, with which promises to a ticket of `priority`. Raises `entretien.Error`: `DOC-007`, `DOC-013`;
        `TypeError` for a naive `at`.
        """
    @property
    def customer(self, /) -> str:
        """
        Whose estate it is.
        """
    @property
    def diagnostics(self, /) -> list[Fault]:
        """
        Doubts about values that were taken over.
        """
    def entitlement_balance(self, /, contract: str, as_of: date, records: str | bytes | bytearray | Mapping[str, Any] | None = None) -> list[Balance]:
        """
        What is left of each entitlement of a contract on `as_of`; `records` is what was done, a document of format
        `entretien/records`. Raises `entretien.Error`: `DOC-007`, `DOC-013`, `CON-012`, and every fault of the
        records.
        """
    @classmethod
    def from_dict(cls, /, document: Mapping[str, Any], inventory: Inventory | None = None) -> Engagement:
        """
        Reads an engagement document given as Python values; `datetime.date` is written as a date. Raises
        `entretien.Error` with every fault of the document, `TypeError` or `ValueError` for values that JSON does not
        have.
        """
    @classmethod
    def from_file(cls, /, path: str | PathLike[str], inventory: Inventory | None = None) -> Engagement:
        """
        Reads an engagement document from a file; its faults name the file as their source. Raises `entretien.Error`
        with every fault of the document, `OSError` when it cannot be read.
        """
    @classmethod
    def from_json(cls, /, text: str | bytes | bytearray, inventory: Inventory | None = None) -> Engagement:
        """
        Reads an engagement document and brings in the assets of `inventory`. Raises `entretien.Error` with every
        fault of the document.
        """
    def invoices(self, /, contract: str, start: date, end: date, records: str | bytes | bytearray | Mapping[str, Any] | None = None) -> list[Invoice]:
        """
        The invoices of a contract issued from `start` to the day before `end`, to the cent. Raises `entretien.Error`:
        `DOC-007`, `DOC-013`, `PLAN-001`, `PRI-*`, and every fault of the records.
        """
    def kick_off(self, /, as_of: date, start: date, end: date | None = None, *, lang: Literal["en", "fr"] = ..., needs: Iterable[Mapping[str, Any]] = ..., contacts: Iterable[Mapping[str, Any]] = ...) -> Deliverable:
        """
        The document of a kick-off; `contacts` are whom to call, as in the format `entretien/offer`. The other arguments are
        those of `proposal`, which it raises `entretien.Error` as.
        """
    def kpi_accumulator(self, /, start: date, end: date, as_of: date, grain: Literal["whole", "month", "quarter", "year"] = ..., dimensions: Iterable[Dimension] = ..., *, currency: str = "EUR", grace_percent: SupportsIndex = 10, first_time_days: SupportsIndex = 7, failure_categories: Iterable[str] = ..., failure_priorities: Iterable[str] = ..., calendar: str | None = None, totals: Iterable[tuple[Iterable[str | None], SupportsIndex, Measure, SupportsIndex]] = ..., confidence: SupportsFloat | SupportsIndex = 0.95) -> KpiAccumulator:
        """
        The question of `kpis`, of which parts of a log are gathered in many places and merged. Raises
        `entretien.Error`: as `kpis`.
        """
    def kpis(self, /, log: Log, start: date, end: date, as_of: date, grain: Literal["whole", "month", "quarter", "year"] = ..., dimensions: Iterable[Dimension] = ..., *, currency: str = "EUR", grace_percent: SupportsIndex = 10, first_time_days: SupportsIndex = 7, failure_categories: Iterable[str] = ..., failure_priorities: Iterable[str] = ..., calendar: str | None = None, with_plan: bool = True, totals: Iterable[tuple[Iterable[str | None], SupportsIndex, Measure, SupportsIndex]] = ..., confidence: SupportsFloat | SupportsIndex = 0.95) -> Kpis:
        """
        The indicators of a log from `start` to the day before `end`, as known at the end of `as_of`.

        Required time is that of the assets, levels are those of the contracts; with `with_plan`, occurrences that no
        intervention fulfils are due and not done. `totals` are those that no log has: group, window, measure, amount.
        Raises `entretien.Error`: `DOC-007`, `DOC-009`, `DOC-013`, `PLAN-001`, `KPI-001` to `KPI-007`, `REN-012`.
        """
    def notice_deadline(self, /, contract: str, as_of: date) -> NoticeState | None:
        """
        Where notice stands on `as_of`; `None` for a contract without notice, or without end. Raises
        `entretien.Error`: `DOC-007`, `DOC-013`, `CAL-006`.
        """
    def plan(self, /, as_of: date, start: date, end: date) -> Plan:
        """
        The plan of the days from `start` to the day before `end`, as known on `as_of`. Raises `entretien.Error`:
        `DOC-007`, `PLAN-001`, `PLAN-002`, `PLAN-003`, `CAL-006`.
        """
    def prices_on(self, /, contract: str, day: date) -> list[PriceInForce]:
        """
        Every amount of a contract in force on a day, with the reason of each revision. Raises `entretien.Error`: as
        `invoices`.
        """
    def proposal(self, /, as_of: date, start: date, end: date | None = None, *, lang: Literal["en", "fr"] = ..., needs: Iterable[Mapping[str, Any]] = ..., contacts: Iterable[Mapping[str, Any]] = ...) -> Deliverable:
        """
        The proposal before a contract, with the plan of the days from `start` to the day before `end`, by default a year,
        as known on `as_of`. `needs` are what the customer says that they need, texts such as `{"en": …, "fr": …}`.

        Raises `entretien.Error`: as `care_report` and `plan`, with every fault of what is given.
        """
    @property
    def provider(self, /) -> str:
        """
        Who does the works.
        """
    @property
    def refused(self, /) -> list[Fault]:
        """
        Files that gave no asset, with the reason.
        """
    def remote_access(self, /, day: date, as_of: date) -> AccessReport:
        """
        On which assets the provider can work from afar on `day`, and what is missing where it cannot. Raises
        `entretien.Error`: `DOC-007`.
        """
    def renewals(self, /, as_of: date) -> Renewals:
        """
        Every renewal and update, dated, as known on `as_of`. Raises `entretien.Error`: `DOC-007`, `CAL-006`.
        """
    def review(self, /, start: date, end: date, *, lang: Literal["en", "fr"] = ..., as_of: date | None = None, plan_end: date | None = None, years: SupportsIndex = 5, log: Log | None = None, records: str | bytes | bytearray | Mapping[str, Any] | None = None, previous: Engagement | None = None, rules: str | bytes | bytearray | Mapping[str, Any] | None = None, decisions: Iterable[Mapping[str, Any]] = ..., indicators: Mapping[str, Any] | None = None) -> Deliverable:
        """
        The periodic review of the days from `start` to the day before `end`, as known at the end of `as_of`: by default
        their last day.

        It looks ahead to the day before `plan_end`, by default as long as it looks back, and `years` years for renewals.
        `log` is what happened; without it performance is not known. `records` is what was done under contracts, a document of
        format `entretien/records`, without which the log tells what was consumed; `previous` the engagement as of the last
        review; `rules` a document of format `entretien/advice`, by default the shipped rules. `decisions` are what earlier reviews recommended, `indicators` how
        the log is asked, both as in the format `entretien/review`.

        Raises `entretien.Error`: as `care_report`, `KpiReport.of` and `plan`, with every fault of what is given; `DOC-009` a decision
        whose days contradict what became of it.
        """
    def service_level_findings(self, /, start: date, end: date) -> list[CoverageFinding]:
        """
        The promises that nobody is there to keep from `start` to the day before `end`, code `COV-007`. Raises
        `entretien.Error`: `DOC-007`, `PLAN-001`, `CAL-013`.
        """
    def service_levels(self, /, contract: str) -> ServiceLevels:
        """
        The service levels of a contract, which answer for any ticket. Raises `entretien.Error`: `DOC-013`.
        """
    @classmethod
    def shipped(cls, /, inventory: Inventory, begin: date) -> Engagement:
        """
        The shipped task templates on every asset of `inventory`, counted from `begin`. Raises `entretien.Error`
        `TAK-057` when the inventory has no asset.
        """
    def sourcing(self, /, plan: Plan, document: str | bytes | bytearray | Mapping[str, Any], log: Log | None = None, *, by: Literal["site", "category"] = ..., observed_from: date | None = None, corrective_skill: str | None = None, growth_ppm: SupportsIndex = 0, out_of_hours_ppm: SupportsIndex | None = None, confidence: SupportsFloat | SupportsIndex = 0.95) -> Sourcing:
        """
        Compares the options of a document of format `entretien/sourcing` for its own lines of demand and those of
        `sourcing_demand` together, with its arguments; contracts that the document names are those of the engagement.

        Raises `entretien.Error`: as `sourcing_demand` and `entretien.sourcing.compare`.
        """
    def sourcing_deliverable(self, /, sourcing: Sourcing, as_of: date, *, lang: Literal["en", "fr"] = ...) -> Deliverable:
        """
        A comparison as a document, its demand and prices known on `as_of`.

        Raises `entretien.Error`: `DOC-007`.
        """
    def sourcing_demand(self, /, plan: Plan, log: Log | None = None, *, by: Literal["site", "category"] = ..., observed_from: date | None = None, corrective_skill: str | None = None, growth_ppm: SupportsIndex = 0, out_of_hours_ppm: SupportsIndex | None = None, confidence: SupportsFloat | SupportsIndex = 0.95) -> SourcingDemand:
        """
        The work of a year: preventive lines from the plan, corrective ones from the log, with the incidents to expect.

        `observed_from` is the first day from which the log holds every incident, by default that of its first one;
        `corrective_skill` what corrective work needs. Rates are parts per million.

        Raises `entretien.Error`: `SRC-016`, `REN-005`, `REN-012`; `DOC-009` a skill that is no id.
        """
    def support(self, /, as_of: date) -> SupportSurvey | None:
        """
        What runs on every asset and until when it is supported, as known on `as_of`; `None` without a catalogue.
        Raises `entretien.Error`: `DOC-007`.
        """
    @property
    def tasks(self, /) -> list[Task]:
        """
        The task templates, by id.
        """
    def term_at(self, /, contract: str, as_of: date) -> TermAt:
        """
        Where the term of a contract stands on `as_of`. Raises `entretien.Error`: `DOC-007`, `DOC-013`.
        """
    def what_if(self, /, changes: str | bytes | bytearray | Mapping[str, Any] | Iterable[Mapping[str, Any]], as_of: date, start: date, end: date) -> WhatIf:
        """
        What `changes` would do to the plan of the days from `start` to the day before `end`, as known on `as_of`.

        `changes` is one change, several, or a document of format `entretien/changes`; they are made together. Raises
        `entretien.Error`: as `plan`, and every fault of the changes; `DOC-013` nothing of that id to remove.
        """
    def with_audit_policy(self, /, document: str | bytes | bytearray | Mapping[str, Any]) -> Engagement:
        """
        The same engagement, audited by a document of format `entretien/audit`. Raises `entretien.Error` with every
        fault of the document.
        """
    def with_catalogue(self, /, catalogue: SupportCatalogue, rules: Iterable[str] = ...) -> Engagement:
        """
        The same engagement with a catalogue of support cycles; `rules` recognise products, before the shipped ones.
        Raises `entretien.Error`: `SUP-060`, `SUP-061`.
        """
    def with_findings(self, /, audit: Audit, raised: dict[str, date] | None = None) -> Engagement:
        """
        The same engagement, whose plan answers the open findings that a task puts right; `raised` has the days on
        which earlier audits found them first, by id of finding. Raises `entretien.Error`: `DOC-007`, and every fault
        of the requests for work.
        """
    def with_renewals(self, /, renewals: Renewals) -> Engagement:
        """
        The same engagement, whose plan answers renewals and updates. Raises `entretien.Error`: every fault of the
        requests for work.
        """

@final
class Fault:
    """
    One thing that is wrong in an input, with its place and its cure.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs__(self, /) -> tuple[str, str, str, str, str]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, code: str, source: str, pointer: str, message: str, help: str) -> Fault: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        Stable code, such as `DOC-004`. Never reused for another meaning.
        """
    @property
    def help(self, /) -> str:
        """
        What to do, in one English sentence.
        """
    @property
    def message(self, /) -> str:
        """
        What is wrong, in one English sentence.
        """
    @property
    def pointer(self, /) -> str:
        """
        JSON pointer of the value, or `line N` for text formats; empty for the whole input.
        """
    @property
    def source(self, /) -> str:
        """
        Name of the file or argument the value came from; empty when there is only one.
        """

@final
class FleetDowntime:
    """
    The downtime of a fleet: an Arrow table of one row an asset, and `fleet`, the sums.

    Columns: `asset`, the times and counts of `Downtime`, and `availability`, `mtbf`, `mtbf_episodes` and `mttr`,
    null where there is nothing to divide by. Read it by `polars.DataFrame(found)` or `pyarrow.table(found)`.
    """
    def __arrow_c_schema__(self, /) -> "object": ...
    def __arrow_c_stream__(self, /, requested_schema: "object" = None) -> "object": ...
    def __getitem__(self, asset: SupportsIndex, /) -> Downtime:
        """
        The row of an asset.
        """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    @property
    def availability(self, /) -> float | None:
        """
        Up time over required time of the fleet; `None` without required time.
        """
    @property
    def fleet(self, /) -> Downtime:
        """
        The sums over all assets.
        """
    @property
    def mtbf(self, /) -> float | None:
        """
        Up time over failures of the fleet, the ratio of the sums; `None` without failure.
        """
    @property
    def mttr(self, /) -> float | None:
        """
        Mean time to restoration of closed failures of the fleet; `None` without one.
        """

@final
class Forecast:
    """
    Renewals and updates of coming years.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def ages(self, /) -> list[AgeRow]:
        """
        Ages of the assets on `as_of` and each year after it, if what is planned is done.
        """
    @property
    def as_of(self, /) -> date:
        """
        The day as of which it was asked.
        """
    @property
    def cells(self, /) -> list[ForecastCell]:
        """
        Renewals by month and what they have in common, in that order.
        """
    def to_json(self, /) -> str:
        """
        All of it as JSON.
        """
    def totals(self, /, grain: Literal["month", "quarter", "year"] = ..., split: Literal["nothing", "category", "site", "contract"] = ...) -> list[ForecastTotal]:
        """
        Sums by period, split as asked; periods without anything are left out.

        Raises `entretien.Error`: `DOC-009`.
        """
    @property
    def undated(self, /) -> list[UndatedCount]:
        """
        Rows that nothing dates, by action.
        """
    @property
    def unplanned(self, /) -> list[Unplanned]:
        """
        Failures to expect in each year, where a policy has a failure model.
        """
    @property
    def years(self, /) -> int:
        """
        How many years from the month of `as_of`.
        """

@final
class History:
    """
    The failures of one repaired item: ages at which it failed, seen from `start` to `end`; without `end` to
    the last failure.
    """
    def __new__(cls, /, events: Iterable[SupportsFloat | SupportsIndex], end: SupportsFloat | SupportsIndex | None = None, start: SupportsFloat | SupportsIndex = 0.0) -> History: ...
    def __repr__(self, /) -> str: ...
    @property
    def end(self, /) -> float:
        """
        Age up to which it was observed.
        """
    @property
    def ends_with_failure(self, /) -> bool:
        """
        Whether the last failure ended the observation.
        """
    @property
    def events(self, /) -> list[float]:
        """
        Ages at which it failed.
        """
    @property
    def start(self, /) -> float:
        """
        Age at which it came under observation.
        """

@final
class Inventory:
    """
    What a set of inventory files gave: assets, doubts about their values, files that gave none.
    """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def asset_relations(self, /) -> list[Relation]:
        """
        The relations of registers whose two ends are known assets.
        """
    @property
    def assets(self, /) -> list[Asset]:
        """
        The assets, by id.
        """
    @property
    def attached(self, /) -> dict[str, int]:
        """
        Things attached to machines that are no assets here, such as `monitors`, by kind.
        """
    @property
    def conflicts(self, /) -> list[Conflict]:
        """
        Values that sources do not agree about, by asset, field, values.
        """
    @property
    def consumables(self, /) -> list[Consumable]:
        """
        Consumables of registers, by name.
        """
    @property
    def contracts(self, /) -> list[FoundContract]:
        """
        Contracts of registers, by id: drafts for the engagement document.
        """
    @property
    def diagnostics(self, /) -> list[Fault]:
        """
        Doubts about values: the asset was kept, the value is unknown.
        """
    def diff(self, /, before: Inventory, before_day: date, day: date, partial: bool = False) -> TakeoverDiff:
        """
        What came, went, moved and changed since `before`, taken over on `before_day`; this one is of `day`, and
        of a part of the estate where `partial`: what it does not speak of is not gone.

        Raises `entretien.Error`: `DOC-007`.
        """
    @property
    def duplicates(self, /) -> list[Duplicate]:
        """
        Serial numbers, UUIDs and ids that stand for more than one record, by kind, then value.
        """
    @property
    def files_read(self, /) -> int:
        """
        Number of files used: neither refused nor passed over.
        """
    @property
    def licences(self, /) -> list[Licence]:
        """
        Licences of registers, by id.
        """
    @property
    def passed_over(self, /) -> list[Fault]:
        """
        Files of another kind, left aside.
        """
    def quality(self, /, as_of: date) -> Quality:
        """
        The quality of the data, by asset and site; freshness is counted to `as_of`.

        Raises `entretien.Error`: `DOC-007`.
        """
    @property
    def reconciliation(self, /) -> Reconciliation | None:
        """
        What agents found against what registers list; `None` unless there are both.
        """
    @property
    def refused(self, /) -> list[Fault]:
        """
        Files that gave no asset, with every reason.
        """
    @property
    def relations(self, /) -> list[FoundRelation]:
        """
        Relations of registers, as they stand there.
        """
    @property
    def sites(self, /) -> dict[str, str]:
        """
        Names of the sites of registers, by id.
        """
    @property
    def unused(self, /) -> dict[str, int]:
        """
        Items of the files that nothing is made of, by section; columns of a CSV as `csv:` and name.
        """

@final
class KpiAccumulator:
    """
    Gathers logs for one question, in any order and in any parts: the bytes and answers of the whole are the
    same however the records were divided. Each record is given once.

    `Engagement.kpi_accumulator` makes one.
    """
    def __repr__(self, /) -> str: ...
    def answers(self, /, confidence: SupportsFloat | SupportsIndex | None = None) -> Kpis:
        """
        The answers; intervals at `confidence`, by default that of the question.

        Raises `entretien.Error`: `KPI-002` a sum beyond 2⁵³ − 1 · `REN-012` a confidence that is not between 0
        and 1.
        """
    def from_bytes(self, /, data: bytes | bytearray) -> KpiAccumulator:
        """
        An accumulator of the same question with what `to_bytes` wrote.

        Raises `entretien.Error`: `KPI-008` gathered for another question · `KPI-009` not such bytes.
        """
    def merge(self, /, other: KpiAccumulator) -> None:
        """
        Takes in what another one gathered for the same question.

        Raises `entretien.Error`: `KPI-008` a different question.
        """
    def push_log(self, /, log: Log) -> None:
        """
        Takes every record of a log.
        """
    @property
    def question(self, /) -> str:
        """
        Digest of the question: accumulators merge when theirs are the same.
        """
    def to_bytes(self, /) -> bytes:
        """
        What was gathered: equal bytes for equal records. For machines that run the same release.
        """

@final
class KpiReport:
    """
    What a log says of an engagement, for people: indicators over the period, by month, category and priority, follow-up and
    recommendations, computed once, as page and tables.
    """
    def __repr__(self, /) -> str: ...
    def advice_csv(self, /, lang: Literal["en", "fr"] = ...) -> str:
        """
        Recommendations as CSV.
        """
    def indicators_csv(self, /, lang: Literal["en", "fr"] = ...) -> str:
        """
        Every answer as CSV.
        """
    @classmethod
    def of(cls, /, engagement: Engagement, log: Log, start: date, end: date, as_of: date, grain: Literal["whole", "month", "quarter", "year"] = ..., dimensions: Iterable[Dimension] = ..., *, rules: str | bytes | bytearray | Mapping[str, Any] | None = None, currency: str = "EUR", grace_percent: SupportsIndex = 10, first_time_days: SupportsIndex = 7, failure_categories: Iterable[str] = ..., failure_priorities: Iterable[str] = ..., calendar: str | None = None, with_plan: bool = True, totals: Iterable[tuple[Iterable[str | None], SupportsIndex, Measure, SupportsIndex]] = ..., confidence: SupportsFloat | SupportsIndex = 0.95) -> KpiReport:
        """
        The report of the days from `start` to the day before `end`, as known at the end of `as_of`, beside as long a time before;
        `dimensions` make further groups, `rules` is a document of format `entretien/advice`, by default the shipped rules. The other
        arguments are those of `Engagement.kpis`, which it raises `entretien.Error` as.
        """
    def open_csv(self, /, lang: Literal["en", "fr"] = ...) -> str:
        """
        Open incidents as CSV.
        """
    def to_html(self, /, lang: Literal["en", "fr"] = ...) -> str:
        """
        The self-contained page.
        """

@final
class KpiTable:
    """
    The answers as a table for any library that reads Arrow, a row each.

    - one column of texts for each dimension; null for what is not known;
    - `window`, `begin`, `end`: number and instants of the window;
    - `indicator`, `value`, `reason`: the value, or why there is none;
    - `numerator`, `denominator`, `lower`, `upper`: what it follows from, and its interval;
    - `open`, `censored`, `unknown`: what was left out.
    """
    def __arrow_c_schema__(self, /) -> "object": ...
    def __arrow_c_stream__(self, /, requested_schema: "object" = None) -> "object": ...
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    @property
    def column_names(self, /) -> list[str]:
        """
        Names of the columns.
        """

@final
class Kpis:
    """
    What a log says: every indicator of every group in every window.

    Groups and windows are named by number. It is a stream of Arrow record batches too, one row an answer:
    `polars.DataFrame(kpis)`, `pyarrow.table(kpis)`.
    """
    def __arrow_c_stream__(self, /, requested_schema: "object" = None) -> "object": ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def advice(self, /, rules: str | bytes | bytearray | Mapping[str, Any] | None = None) -> list[Advice]:
        """
        What rules recommend for each group; `rules` is a document of format `entretien/advice`, by default the
        shipped rules.

        Raises `entretien.Error`: every fault of the document.
        """
    def answer(self, /, group: SupportsIndex, window: SupportsIndex, indicator: Indicator) -> KpiAnswer:
        """
        What an indicator says of a group in a window.

        Raises `entretien.Error`: `KPI-007`.
        """
    def answers(self, /, indicator: Indicator | None = None) -> list[KpiRow]:
        """
        Every answer, by group, window, then indicator; only of one indicator when it is given.
        """
    @property
    def as_of(self, /) -> datetime:
        """
        What happened later is not known.
        """
    @property
    def cancelled(self, /) -> int:
        """
        Incidents that were withdrawn: they count nowhere.
        """
    def change(self, /, group: SupportsIndex, before: SupportsIndex, after: SupportsIndex, indicator: Indicator) -> KpiChange:
        """
        What changed in an indicator of a group from the window `before` to the window `after`, and whether chance
        explains it.

        Raises `entretien.Error`: `KPI-007`, `REN-014`.
        """
    @property
    def confidence(self, /) -> float:
        """
        Confidence of the intervals.
        """
    @property
    def currency(self, /) -> str | None:
        """
        Currency of amounts.
        """
    @property
    def digest(self, /) -> str:
        """
        BLAKE3 of the JSON, hex.
        """
    @property
    def dimensions(self, /) -> list[Dimension]:
        """
        What the groups are made by.
        """
    def find(self, /, key: Iterable[str | None]) -> int | None:
        """
        The number of a group by its texts; `None` when there is none.
        """
    @property
    def groups(self, /) -> list[list[str | None]]:
        """
        The texts of each group, one a dimension; `None` for what is not known.
        """
    def pareto(self, /, window: SupportsIndex, measure: Measure) -> Pareto:
        """
        The groups of a window by their part of a measure.

        Raises `entretien.Error`: `KPI-007`.
        """
    def resolution_percentile(self, /, group: SupportsIndex, window: SupportsIndex, share: SupportsFloat | SupportsIndex) -> Percentile:
        """
        A percentile of the time to resolution, seconds; `share` is 0 to 1.

        Raises `entretien.Error`: `KPI-007`, `REN-012`.
        """
    @property
    def strange_assets(self, /) -> int:
        """
        Mentions of assets that the question does not list.
        """
    def to_arrow(self, /, indicator: Indicator | None = None) -> KpiTable:
        """
        Every answer as a table for any library that reads Arrow; only of one indicator when it is given.
        """
    def to_json(self, /) -> str:
        """
        All of it as JSON: the bytes that every other binding gives.
        """
    def total(self, /, group: SupportsIndex, window: SupportsIndex, measure: Measure) -> int | None:
        """
        The total of a measure of a group in a window; `None` when it is not known.

        Raises `entretien.Error`: `KPI-007`.
        """
    def trend(self, /, group: SupportsIndex, indicator: Indicator) -> Trend:
        """
        An indicator of a group over all windows, with a trend test and control limits.

        Raises `entretien.Error`: `KPI-007`, `REN-005`.
        """
    @property
    def undated(self, /) -> int:
        """
        Records without an instant to count them at.
        """
    @property
    def unended(self, /) -> int:
        """
        Incidents that are over without saying since when: they count as no outage.
        """
    @property
    def windows(self, /) -> list[tuple[datetime, datetime]]:
        """
        Begin and end of each window, in UTC.
        """

@final
class Lifetime:
    """
    The law of a lifetime, in any unit of time.
    """
    def __repr__(self, /) -> str: ...
    def conditional_reliability(self, /, age: SupportsFloat | SupportsIndex, more: SupportsFloat | SupportsIndex) -> float | None:
        """
        The share of those of age `age` that live `more`; `None` where none is left.
        """
    @classmethod
    def erlang(cls, /, stages: SupportsIndex, rate: SupportsFloat | SupportsIndex) -> Lifetime:
        """
        The sum of `stages` exponential stages.

        Raises `entretien.Error`: `REN-001`.
        """
    @classmethod
    def exponential(cls, /, rate: SupportsFloat | SupportsIndex) -> Lifetime:
        """
        Constant hazard of `rate` failures per unit of time.

        Raises `entretien.Error`: `REN-001`.
        """
    def hazard(self, /, t: SupportsFloat | SupportsIndex) -> float | None:
        """
        Failures per unit of time among those of age `t`; `None` where none is left.
        """
    @property
    def mean(self, /) -> float:
        """
        The mean life.
        """
    @classmethod
    def normal(cls, /, mean: SupportsFloat | SupportsIndex, sd: SupportsFloat | SupportsIndex) -> Lifetime:
        """
        Normal, cut at age 0.

        Raises `entretien.Error`: `REN-001`.
        """
    def quantile(self, /, share: SupportsFloat | SupportsIndex) -> float:
        """
        The age that `share` of the items do not outlive.

        Raises `entretien.Error`: `REN-012`.
        """
    def reliability(self, /, t: SupportsFloat | SupportsIndex) -> float:
        """
        The share that outlives the age `t`.
        """
    @property
    def standard_deviation(self, /) -> float:
        """
        The standard deviation of lives.
        """
    @classmethod
    def uniform(cls, /, earliest: SupportsFloat | SupportsIndex, latest: SupportsFloat | SupportsIndex) -> Lifetime:
        """
        Equally likely at any age between `earliest` and `latest`.

        Raises `entretien.Error`: `REN-001`.
        """
    @classmethod
    def weibull(cls, /, shape: SupportsFloat | SupportsIndex, scale: SupportsFloat | SupportsIndex) -> Lifetime:
        """
        `R(t) = exp(−(t/scale)^shape)`: wears out when `shape` is above 1.

        Raises `entretien.Error`: `REN-001`.
        """

@final
class Log:
    """
    Incidents and interventions, checked: what failed, what was done, and what is still to follow up.

    Questions are as of any instant: what happens after it is not known.
    """
    def __repr__(self, /) -> str: ...
    @property
    def diagnostics(self, /) -> list[Fault]:
        """
        What was doubtful in the files, in the order found.
        """
    def follow_ups(self, /, as_of: datetime, days: SupportsIndex = ...) -> FollowUpSummary:
        """
        The preventive work that must follow each repair done by `as_of` within `days`, and what became of it.
        """
    @classmethod
    def from_events(cls, /, data: str | bytes | bytearray | BytesLike, time_zone: str = "Europe/Paris", mapping: str | bytes | bytearray | Mapping[str, Any] | None = None, progress: Callable[[int, int], object] | None = None) -> Log:
        """
        Reads an event log, CSV with a row for each change of an incident, such as that of ServiceNow; the rows of an
        incident are folded into one record.

        `mapping` says what columns mean, a document of format `entretien/log-mapping`; `format`, `format_version` and
        `time_zone` may be left out of it. `time_zone` is that of times that state no offset. `progress` is called
        with how many bytes are read, and of how many.

        Raises `entretien.Error`: `INT-010`, `INT-031`, `INT-032`, `TAK-054`, `TAK-060`, `TAK-063`, `TAK-064`,
        `CAL-005` no such zone, and every fault of the mapping.
        """
    @classmethod
    def from_glpi(cls, /, files: Iterable[str | bytes | bytearray], time_zone: str = "Europe/Paris") -> Log:
        """
        Reads tickets and tasks of GLPI, files of JSON objects.

        Raises `entretien.Error`: `INT-010`, `INT-033`, `INT-034`, `CAL-005` no such zone.
        """
    @classmethod
    def from_incidents(cls, /, data: str | bytes | bytearray | BytesLike, time_zone: str = "Europe/Paris", mapping: str | bytes | bytearray | Mapping[str, Any] | None = None, progress: Callable[[int, int], object] | None = None) -> Log:
        """
        Reads incidents, CSV with a row for each; arguments as `from_events`.

        Raises `entretien.Error`: as `from_events`.
        """
    @classmethod
    def from_interventions(cls, /, data: str | bytes | bytearray | BytesLike, time_zone: str = "Europe/Paris", mapping: str | bytes | bytearray | Mapping[str, Any] | None = None, progress: Callable[[int, int], object] | None = None) -> Log:
        """
        Reads interventions, CSV with a row for each; arguments as `from_events`.

        Raises `entretien.Error`: as `from_events`.
        """
    def incident(self, /, id: str) -> IncidentRow | None:
        """
        The incident of an id.
        """
    @property
    def incident_count(self, /) -> int:
        """
        Number of incidents.
        """
    @property
    def incidents(self, /) -> list[IncidentRow]:
        """
        The incidents, by id: what is known of each.
        """
    def intervention(self, /, id: str) -> InterventionRow | None:
        """
        The intervention of an id.
        """
    @property
    def intervention_count(self, /) -> int:
        """
        Number of interventions.
        """
    @property
    def interventions(self, /) -> list[InterventionRow]:
        """
        The interventions, by id: what is known of each.
        """
    @classmethod
    def merged(cls, /, logs: Iterable[Log]) -> Log:
        """
        The records of several logs; days count in the zone of the first.

        Raises `entretien.Error`: `INT-001` an id that stands in two of them · `INT-010`; `ValueError` without a log.
        """
    def open_list(self, /, as_of: datetime, bounds_days: Iterable[SupportsIndex] = ...) -> OpenList:
        """
        The incidents that are open at `as_of`, the oldest first, and how many are how old.
        """
    def problems(self, /, as_of: datetime, recent_days: SupportsIndex = 30, base_days: SupportsIndex = 365, threshold: SupportsFloat | SupportsIndex = 0.01, correction: Correction = ..., min_count: SupportsIndex = 3, clusters: Iterable[Cluster] | None = None) -> Problems:
        """
        Groups with more incidents in the last days than chance explains; by default by asset, category on an asset
        and category at a site.
        """
    @property
    def refused(self, /) -> int:
        """
        Number of rows or objects that were left out: nothing identifies them, or they stand twice.
        """
    def repeats(self, /, as_of: datetime, within_days: SupportsIndex = 30, key: RepeatKey = ...) -> list[Repeat]:
        """
        Incidents reported by `as_of`, each no more than `within_days` after the one before it of the same key.
        """
    def synthesis(self, /, start: date, end: date, unit: PeriodUnit = ...) -> Synthesis:
        """
        The interventions from `start` to the day before `end`, by period and kind.

        Raises `entretien.Error`: `DOC-007`.
        """
    @property
    def time_zone(self, /) -> str:
        """
        Zone in which days and months are counted.
        """
    def to_json(self, /) -> str:
        """
        All of it as JSON: the bytes that every other binding gives.
        """
    @property
    def unused(self, /) -> dict[str, int]:
        """
        Columns and fields that nothing was made of, each with the number of its values.
        """

@final
class MonthRule:
    """
    One day a month, every so many months from the month of an anchor; none before the anchor.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def contains(self, /, day: date) -> bool:
        """
        Whether `day` is one of the days.
        """
    def count_between(self, /, start: date, end: date) -> int:
        """
        Number of days from `start` to before `end`.
        """
    def expand(self, /, start: date, end: date) -> list[date]:
        """
        The days from `start` to before `end`, ascending.
        """
    def next_after(self, /, day: date) -> date | None:
        """
        The first day after `day`.
        """
    @classmethod
    def nth_weekday(cls, /, anchor: date, n: SupportsIndex, weekday: Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"], *, offset_days: SupportsIndex = 0, every_months: SupportsIndex = 1) -> MonthRule:
        """
        The `n`-th weekday of the month (from the end when negative), moved by `offset_days`.

        "Patch Tuesday + 1 day" is the 2nd Tuesday moved by one day, which is not the 2nd Wednesday. A
        month without an `n`-th such weekday has no day.

        Raises `entretien.Error`: `REC-001`, `REC-002`, `REC-006`, `REC-020`.
        """
    def previous_before(self, /, day: date) -> date | None:
        """
        The last day before `day`.
        """
    @classmethod
    def working_day(cls, /, anchor: date, n: SupportsIndex, *, holidays: str = ..., every_months: SupportsIndex = 1) -> MonthRule:
        """
        The `n`-th working day of the month (from the end when negative): Monday to Friday, without
        the public holidays of the set named.

        A month with fewer working days has no day.

        Raises `entretien.Error`: `REC-001`, `REC-002`, `REC-006`, `REC-020`.
        """

@final
class Occurrence:
    """
    One dated work: a task on an asset, or on a contract.
    """
    def __repr__(self, /) -> str: ...
    @property
    def asset(self, /) -> str | None:
        """
        Id of the asset; `None` for work on a contract.
        """
    @property
    def asset_name(self, /) -> str | None:
        """
        Name of the asset; `None` for work on a contract.
        """
    @property
    def call(self, /) -> Date:
        """
        The day on which its work order is opened.
        """
    @property
    def category(self, /) -> str | None:
        """
        Kind of equipment of the asset; `None` for work on a contract.
        """
    @property
    def contract(self, /) -> str | None:
        """
        Id of the contract that covers it; that of a meeting is its subject.
        """
    @property
    def cost(self, /) -> OccurrenceCost:
        """
        What it costs by the rates of the programme: labour, its share of the travel of its visit, parts, and their
        sum. What has no price is `None`.
        """
    @property
    def date(self, /) -> Date:
        """
        The planned day.
        """
    @property
    def done_on(self, /) -> Date | None:
        """
        When it was done, if it was.
        """
    @property
    def due(self, /) -> Date:
        """
        The day on which it is due: after season and roll, or moved by decision.
        """
    @property
    def duration_minutes(self, /) -> int:
        """
        Planned work, minutes.
        """
    @property
    def earliest(self, /) -> Date:
        """
        First day of its window: the due day less the early tolerance.
        """
    @property
    def id(self, /) -> str:
        """
        Stable id: planning again gives the same one.
        """
    @property
    def key(self, /) -> str:
        """
        Last part of its id: the nominal date of a fixed series, the ordinal of one whose dates move, the id of
        the request for work on occasion, that of the asset or contract for its begin.
        """
    @property
    def latest(self, /) -> Date:
        """
        Last day of its window: the due day plus the late tolerance.
        """
    @property
    def marks(self, /) -> list[str]:
        """
        What made its date: `season`, `placed`, `visit`, `moved`, `fixed`, `absorbs`, `serves`, `no_room`,
        `skipped`, `cancelled`.
        """
    @property
    def mode(self, /) -> str:
        """
        Where it is done: `remote` or `on_site`.
        """
    @property
    def nominal(self, /) -> Date:
        """
        The day of the series, before any season, roll and placement.
        """
    @property
    def ordinal(self, /) -> int | None:
        """
        Which one of its series it is, from 1, when its dates move; `None` for a fixed series and on occasion.
        """
    @property
    def periodicity(self, /) -> str:
        """
        Periodicity on its subject: an interval as ISO 8601 (`P3M`), an RFC 5545 rule
        (`FREQ=MONTHLY;BYDAY=2TU`), or a day counted within months (`P1M/2TU+1D`, `P1M/-1WD`).
        """
    @property
    def site(self, /) -> str | None:
        """
        Id of the site; `None` for work on a contract.
        """
    @property
    def skill(self, /) -> str:
        """
        Skill needed.
        """
    @property
    def status(self, /) -> str:
        """
        How far it is, as of the day of the plan: `planned`, `called` (its work order is open), `overdue`, `done`,
        `skipped` or `cancelled`.
        """
    @property
    def subject(self, /) -> str:
        """
        Id of the asset or contract that it is done on.
        """
    @property
    def subject_name(self, /) -> str:
        """
        What people call the asset or contract: name or reference.
        """
    @property
    def task(self, /) -> str:
        """
        Id of the task.
        """
    def title(self, /, lang: Literal["en", "fr"] = ...) -> str:
        """
        Title of the task.
        """
    @property
    def trace(self, /) -> list[Step]:
        """
        Why it is on its date: the steps from the anchor, in order.
        """
    @property
    def visit(self, /) -> str | None:
        """
        The visit that it is part of, `site/date`; `None` when works do not become visits, or done remotely.
        """
    def why(self, /, lang: Literal["en", "fr"] = ...) -> list[str]:
        """
        The trace in words, one line a step.
        """

@final
class Occurrences:
    """
    The occurrences of a plan, one by one.
    """
    def __iter__(self, /) -> Occurrences: ...
    def __next__(self, /) -> Occurrence: ...

@final
class Plan:
    """
    A maintenance plan: occurrences by date, subject, task, nominal date.

    It is a stream of Arrow record batches too: `polars.DataFrame(plan)`, `pyarrow.table(plan)`,
    `pandas.DataFrame.from_arrow(plan)`.
    """
    def __arrow_c_stream__(self, /, requested_schema: "object" = None) -> "object":
        """
        The Arrow stream of `to_arrow()`.
        """
    def __getitem__(self, index: SupportsIndex, /) -> Occurrence: ...
    def __iter__(self, /) -> Occurrences: ...
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def as_of(self, /) -> date:
        """
        The day as of which it was planned.
        """
    def assets_without_preventive(self, /) -> list[str]:
        """
        Ids of the assets that no preventive task returns to, in order.
        """
    def check(self, /) -> list[Fault]:
        """
        Verifies it day by day, without the planner, against what it was computed from: what is wrong, or
        nothing. For a plan that was planned anew that is the engagement with its changes.
        """
    def diff(self, /, other: Plan) -> PlanDiff:
        """
        What differs from this plan to `other`, occurrence by occurrence, and why.
        """
    def digest(self, /) -> str:
        """
        BLAKE3 of the canonical JSON: the same from Rust, Python and JavaScript.
        """
    @property
    def end(self, /) -> date:
        """
        First day left out of the horizon.
        """
    def find(self, /, id: str) -> Occurrence | None:
        """
        The occurrence with this id; `None` when the plan has none.
        """
    def findings(self, /) -> list[PlanFinding]:
        """
        What the plan finds, codes `PLAN-020` to `PLAN-027`: work without a day or date, intervals that are too
        long, decisions against a rule, weeks beyond capacity.
        """
    def occurrences(self, /) -> list[Occurrence]:
        """
        All occurrences, in order. Each is a small view; `for occurrence in plan` makes them one by one.
        """
    def replan(self, /, changes: str | bytes | bytearray | Mapping[str, Any] | Iterable[Mapping[str, Any]]) -> Plan:
        """
        The plan after changes, as planning the changed engagement afresh would give it; this one stays.

        `changes` is one change, several, or a document of format `entretien/changes`. An event or a reading plans
        only what it touches anew.

        Raises `entretien.Error` with every fault of the changes; `DOC-013` nothing of that id to remove.
        """
    @property
    def start(self, /) -> date:
        """
        First day of the horizon.
        """
    def to_arrow(self, /, lang: Literal["en", "fr"] = ...) -> PlanTable:
        """
        The occurrences as a table for any library that reads Arrow; titles are in `lang`.
        """
    def to_csv(self, /, lang: Literal["en", "fr"] = ...) -> str:
        """
        The occurrences as CSV.
        """
    def to_html(self, /, lang: Literal["en", "fr"] = ...) -> str:
        """
        The report as one HTML page, complete in itself.
        """
    def to_ics(self, /, lang: Literal["en", "fr"] = ..., bytes_max: SupportsIndex | None = None, calendar_name: str | None = None) -> list[str]:
        """
        The occurrences, then the dates of the contracts, as iCalendar: one text, or several below `bytes_max` bytes.

        Raises `entretien.Error` when `bytes_max` is too small for one event.
        """
    def to_json(self, /) -> str:
        """
        The canonical JSON, format `entretien/plan`.
        """
    @property
    def totals(self, /) -> Totals:
        """
        Sums, every list sorted by its key.
        """

@final
class PlanDiff:
    """
    What differs between two plans: the occurrences that do, by id.
    """
    def __getitem__(self, index: SupportsIndex, /) -> Difference: ...
    def __iter__(self, /) -> Iterator[Difference]: ...
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def as_of(self, /) -> BothDays:
        """
        The days as of which the two plans were made.
        """
    @property
    def differences(self, /) -> list[Difference]:
        """
        All differences, by id.
        """
    @property
    def horizon(self, /) -> BothPeriods:
        """
        Their horizons.
        """
    def texts(self, /, lang: Literal["en", "fr"] = ...) -> list[str]:
        """
        One line for each difference, as `Difference.text()`.
        """
    def to_json(self, /) -> str:
        """
        The canonical JSON, format `entretien/diff`.
        """
    @property
    def totals(self, /) -> DiffTotals:
        """
        Their sums, and the numbers of differences.
        """

@final
class PlanTable:
    """
    The occurrences of a plan as a table for any library that reads Arrow.

    - `id`, `task`, `title`: the occurrence, and what is done; titles are in the language asked for.
    - `subject`, `subject_name`: the asset, or the contract of a meeting.
    - `asset`, `asset_name`, `category`, `site`: null for work on a contract.
    - `nominal`, `due`, `earliest`, `latest`, `date`, `call`: days, as of `Occurrence`; `done_on` is null until
      it is done.
    - `duration_minutes`, `mode`, `skill`, `periodicity`: as of `Occurrence`.
    - `status`: `planned`, `called`, `overdue`, `done`, `skipped` or `cancelled`.
    - `contract`: the one that covers it; `visit`: the one that it is part of; null without.
    - `key`: the last part of the id.
    - `marks`: a list of what made its date.
    """
    def __arrow_c_schema__(self, /) -> "object": ...
    def __arrow_c_stream__(self, /, requested_schema: "object" = None) -> "object": ...
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    @property
    def column_names(self, /) -> list[str]:
        """
        Names of the columns.
        """

@final
class Renewals:
    """
    Renewals and updates of an estate, as of a day, each with every reason.
    """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def as_of(self, /) -> date:
        """
        The day as of which they were asked.
        """
    def books(self, /, on: date) -> Books:
        """
        The book value of every asset at the end of `on`, past or future, and its charges.

        Raises `entretien.Error`: `DOC-007`, `DOC-009`.
        """
    def budget(self, /) -> BudgetTable | None:
        """
        Renewals placed in the years of the budget of the document; `None` where it has none.

        Raises `entretien.Error`: as the core's budget, `REN-*` and `DOC-009`.
        """
    def forecast(self, /, years: SupportsIndex) -> Forecast:
        """
        Renewals and updates in each month of `years` years, ages, and failures to expect.

        Raises `entretien.Error`: `REN-002`, `REN-040`, `DOC-009`.
        """
    @property
    def retired_count(self, /) -> int:
        """
        Assets that are retired, and so left out.
        """
    @property
    def rows(self, /) -> list[RenewalRow]:
        """
        Assets by id, then products by asset and name, contracts, licences, certificates.
        """
    def to_json(self, /) -> str:
        """
        All of it as JSON.
        """

@final
class Rule:
    """
    A recurrence rule of RFC 5545, with RSCALE and SKIP of RFC 7529: immutable and valid.

    `str(rule)` is its canonical text; rules that mean the same are equal.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    def describe(self, /, lang: Literal["en", "fr"] = ...) -> str:
        """
        The rule in words.
        """
    @classmethod
    def parse(cls, /, text: str) -> Rule:
        """
        Reads a rule such as `FREQ=MONTHLY;BYDAY=2TU`; a leading `RRULE:` is accepted.

        Raises `entretien.Error` with the place of the part that is wrong: `REC-001`, `REC-003` to
        `REC-010`, `REC-014`.
        """

@final
class RuleSet:
    """
    DTSTART with its rules, the dates added and those left out, and the policies that decide the rest.

    Instances are `date` when DTSTART is a date, naive `datetime` when it is a floating time, aware
    `datetime` when it is in UTC (`datetime.timezone.utc`) or in a zone (`zoneinfo.ZoneInfo`). Arguments
    are of the same kind; as a bound, a `date` stands for its first moment. Every query seeks: the year
    2126 costs what 2027 costs.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @classmethod
    def build(cls, /, start: date | datetime, rules: Iterable[Rule | str], rdates: Iterable[date | datetime] = ..., exdates: Iterable[date | datetime] = ..., *, gap: Literal["forward", "skip", "before"] = ..., overlap: Literal["first", "second"] = ..., horizon: Literal["continue", "refuse"] = ..., unmatched: Literal["omit", "count"] = ...) -> RuleSet:
        """
        A set from its parts: the anchor, rules, dates added and dates left out.

        A datetime is naive, or its `tzinfo` is `datetime.timezone.utc` or a `zoneinfo.ZoneInfo`; its
        `fold` is not looked at, `overlap` decides.

        Raises `entretien.Error` with every fault: `REC-011`, `REC-012`, `REC-014`, `REC-017`, `REC-020`,
        `CAL-005`, and those of `Rule.parse`.
        """
    def contains(self, /, moment: date | datetime) -> bool:
        """
        Whether `moment`, of the very kind of the set, is an instance.
        """
    def count_between(self, /, start: date | datetime, end: date | datetime) -> int:
        """
        Number of instances from `start` to before `end`.
        """
    def describe(self, /, lang: Literal["en", "fr"] = ...) -> str:
        """
        The set in words.
        """
    @property
    def exdates(self, /) -> list[date | datetime]:
        """
        Dates left out, ascending.
        """
    def expand(self, /, start: date | datetime, end: date | datetime) -> list[date | datetime]:
        """
        The instances from `start` to before `end`, ascending. `entretien.recurrence.expand` gives them
        as one column of integers.

        Raises `entretien.Error`: `REC-015`, `REC-016`, `REC-017`.
        """
    def first(self, /) -> date | datetime | None:
        """
        The first instance; `None` when there is none.
        """
    @property
    def gap(self, /) -> str:
        """
        What becomes of a civil time that the clocks jump over: `forward`, `skip`, `before`.
        """
    @property
    def horizon(self, /) -> str:
        """
        What happens after 2099, the last year of the zone data: `continue`, `refuse`.
        """
    def is_endless(self, /) -> bool:
        """
        Whether some rule has neither COUNT nor UNTIL and goes on to the year 9999.
        """
    def last(self, /) -> date | datetime | None:
        """
        The last instance; `None` when there is none, or no end (`is_endless`).
        """
    def next_after(self, /, moment: date | datetime) -> date | datetime | None:
        """
        The first instance after `moment`.
        """
    @property
    def overlap(self, /) -> str:
        """
        Which of two instants a repeated civil time is: `first`, `second`.
        """
    @classmethod
    def parse(cls, /, text: str, *, gap: Literal["forward", "skip", "before"] = ..., overlap: Literal["first", "second"] = ..., horizon: Literal["continue", "refuse"] = ..., unmatched: Literal["omit", "count"] = ...) -> RuleSet:
        """
        Reads DTSTART, RRULE, RDATE and EXDATE lines, in any order, folded or not.

        Raises `entretien.Error` with the line and column of what is wrong: those of `Rule.parse`,
        `CAL-005`, `REC-011` to `REC-013`, `REC-017` to `REC-020`.
        """
    def previous_before(self, /, moment: date | datetime) -> date | datetime | None:
        """
        The last instance before `moment`.
        """
    @property
    def rdates(self, /) -> list[date | datetime]:
        """
        Dates added, ascending.
        """
    @property
    def rules(self, /) -> list[Rule]:
        """
        The rules, as given.
        """
    @property
    def start(self, /) -> date | datetime:
        """
        DTSTART.
        """
    @property
    def unmatched(self, /) -> str:
        """
        Whether a DTSTART that no rule produces is an instance: `omit`, `count`.
        """
    @property
    def warnings(self, /) -> list[RuleWarning]:
        """
        What is not refused but worth knowing; empty mostly.

        Raises `entretien.Error` `REC-017`.
        """

@final
class RuleWarning:
    """
    Something about a set that is not refused but worth knowing.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        `start_unmatched`: no rule produces DTSTART. `times_ignored`: DTSTART is a date, so BYHOUR, BYMINUTE
        and BYSECOND are ignored.
        """
    @property
    def policy(self, /) -> str | None:
        """
        The policy that decides what becomes of it, such as `omit`; `None` when RFC 5545 decides.
        """

@final
class Series:
    """
    Dates every so many days, weeks or months from an anchor, which is date number 0.

    Each is counted from the anchor, never from the date before it: the 31st does not drift.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, anchor: date, count: SupportsIndex, unit: Literal["day", "week", "month"], *, month_end: Literal["omit", "backward", "forward", "stick_to_end"] = ...) -> Series:
        """
        Every `count` units from `anchor`; `month_end` says what becomes of a day that a month lacks.

        Raises `entretien.Error`: `REC-001`, `REC-002`, `REC-020`.
        """
    def __repr__(self, /) -> str: ...
    @property
    def anchor(self, /) -> date:
        """
        Date number 0.
        """
    def contains(self, /, day: date) -> bool:
        """
        Whether `day` is one of the dates.
        """
    @property
    def every(self, /) -> str:
        """
        The interval as ISO 8601 (`P3M`).
        """
    def expand(self, /, start: date, end: date) -> list[date]:
        """
        The dates from `start` to before `end`, ascending.
        """
    @property
    def month_end(self, /) -> str:
        """
        What becomes of a day that a month lacks: `omit`, `backward`, `forward`, `stick_to_end`.
        """
    def nth(self, /, n: SupportsIndex) -> date | None:
        """
        Date number `n`; `None` when `month_end` leaves it out, or past the year 9999.
        """
    def number_of(self, /, day: date) -> int | None:
        """
        The number whose date is `day`; `None` when the series does not fall on it.
        """

@final
class ServiceLevels:
    """
    The service levels of one contract, which answer for any ticket.

    Each version of the contract has its own; a ticket is answered by the version of the day on which it
    was opened. Tickets are a document of format `entretien/tickets`.
    """
    def __repr__(self, /) -> str: ...
    def breaches(self, /, tickets: str | bytes | bytearray | Mapping[str, Any], as_of: datetime) -> list[Breach]:
        """
        The breaches at `as_of` that a level puts a price on: the `breaches` of a contract in a document of
        format `entretien/records`.

        Raises `entretien.Error` with every fault of the tickets, `TypeError` for a naive `as_of`.
        """
    def check(self, /, tickets: str | bytes | bytearray | Mapping[str, Any]) -> list[Fault]:
        """
        The tickets that no level applies to: a fault `LVL-014` each.

        Raises `entretien.Error` with every fault of the tickets.
        """
    def clocks(self, /, tickets: str | bytes | bytearray | Mapping[str, Any], as_of: datetime) -> list[ClockRow]:
        """
        The clocks of every ticket at `as_of`, three a ticket, in the order given.

        Raises `entretien.Error` with every fault of the tickets, `TypeError` for a naive `as_of`.
        """
    @property
    def contract(self, /) -> str:
        """
        Id of the contract.
        """
    def deadlines(self, /, tickets: str | bytes | bytearray | Mapping[str, Any]) -> list[TicketDeadlines]:
        """
        By when each target of every ticket is due, with all that is known of it, and why.

        Raises `entretien.Error` with every fault of the tickets.
        """
    def escalations(self, /, tickets: str | bytes | bytearray | Mapping[str, Any], as_of: datetime) -> list[EscalationRow]:
        """
        The escalation steps of every ticket at `as_of`.

        Raises `entretien.Error` with every fault of the tickets, `TypeError` for a naive `as_of`.
        """

@final
class Software:
    """
    One installed program.
    """
    @property
    def installed(self, /) -> date | None:
        """
        Day of installation.
        """
    @property
    def name(self, /) -> str:
        """
        Name as reported.
        """
    @property
    def publisher(self, /) -> str | None:
        """
        Publisher as reported.
        """
    @property
    def version(self, /) -> str | None:
        """
        Version as reported.
        """

@final
class Sourcing:
    """
    A comparison of options over the years. Amounts are minor units; what is not known is `None`, and the option says why.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str:
        """
        Net present value of each option, with whole posts and with fractional ones.
        """
    @property
    def currency(self, /) -> str:
        """
        Currency of every amount.
        """
    @property
    def dates(self, /) -> list[BreakEvenDate]:
        """
        From when on an option has cost less than another that was ahead.
        """
    @property
    def demand(self, /) -> list[DemandYear]:
        """
        The work of each year.
        """
    @property
    def discount_ppm(self, /) -> int:
        """
        Discount rate of a year, parts per million.
        """
    @property
    def forecast(self, /) -> list[IncidentForecast]:
        """
        Incidents of a year that the log of an engagement lets expect: of all perimeters together, then by perimeter.
        """
    def option(self, /, id: str) -> OptionAnswer | None:
        """
        What the option with this id costs; `None` when there is none.
        """
    @property
    def options(self, /) -> list[OptionAnswer]:
        """
        What each option costs, in the order given.
        """
    @property
    def ranking(self, /) -> Ranking:
        """
        Which option is cheaper.
        """
    @property
    def thresholds(self, /) -> list[ThresholdRow]:
        """
        How far each parameter must move for another option to be cheapest.
        """
    def to_dict(self, /) -> SourcingContent:
        """
        Everything in the comparison.
        """
    def to_json(self, /) -> str:
        """
        The comparison as JSON.
        """
    @property
    def tornado(self, /) -> list[TornadoRow]:
        """
        How much the answer hangs on each parameter.
        """
    @property
    def volumes(self, /) -> Volumes | None:
        """
        Which option is cheapest at which volume, with whole posts.
        """
    @property
    def volumes_fractional(self, /) -> Volumes | None:
        """
        The same with fractional posts, and the very volumes at which the answer turns.
        """

@final
class Step:
    """
    One step from the anchor to the planned date.
    """
    def __repr__(self, /) -> str: ...
    @property
    def after(self, /) -> date:
        """
        The date after the step.
        """
    @property
    def before(self, /) -> date | None:
        """
        The date before the step; `None` where it sets one.
        """
    @property
    def detail(self, /) -> str | None:
        """
        What the rule depended on, such as `P3M*4`.
        """
    @property
    def rule(self, /) -> str:
        """
        Code of the rule, such as `roll.forward`.
        """

@final
class StructureNode:
    """
    An item and what it depends on, by place in a list of nodes.
    """
    def __new__(cls, /, availability: SupportsFloat | SupportsIndex, needs: Iterable[SupportsIndex] = ..., groups: Iterable[tuple[Iterable[SupportsIndex], SupportsIndex]] = ...) -> StructureNode:
        """
        `needs` must all work; of the members of each of `groups`, pairs of members and a number, so many must.
        """
    def __repr__(self, /) -> str: ...
    @property
    def availability(self, /) -> float:
        """
        Share of the time that the item itself is up.
        """

@final
class SupportCatalogue:
    """
    Products and their support cycles, as endoflife.date lists them.
    """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    def cycle(self, /, product: str, cycle: str) -> Cycle | None:
        """
        One cycle of a product; `None` when the catalogue does not have it.
        """
    @property
    def diagnostics(self, /) -> list[Fault]:
        """
        Values that could not be used: each is unknown in the catalogue.
        """
    def merged(self, /, later: SupportCatalogue) -> SupportCatalogue:
        """
        This catalogue with the products of `later` laid over it; of one that both have, that of `later`.
        """
    @property
    def products(self, /) -> list[SupportProduct]:
        """
        The products, by name, with their cycles, the newest first.
        """
    @classmethod
    def read_csv(cls, /, text: str | bytes | bytearray) -> SupportCatalogue:
        """
        Reads a CSV with the columns `product` and `cycle`, and `eol`, `eoas`, `eoes`, `lts` and others.

        Raises `entretien.Error`: `SUP-050`, `SUP-052`, `SUP-053`.
        """
    @classmethod
    def read_json(cls, /, text: str | bytes | bytearray, product: str | None = None) -> SupportCatalogue:
        """
        Reads the JSON of endoflife.date; its older shape does not name the product, `product` does.

        Raises `entretien.Error`: `SUP-050` to `SUP-054`.
        """
    def status(self, /, product: str, cycle: str, as_of: date, level: Literal["active", "security", "extended"] = ...) -> SupportStatus | None:
        """
        The state of a level of support of a cycle on `as_of`; `None` when the catalogue does not have it.

        Raises `entretien.Error`: `DOC-007`.
        """
    def successors(self, /, product: str, cycle: str | None, as_of: date) -> list[Cycle]:
        """
        The newest supported cycles that an update from `cycle` could lead to, the newest first.

        Raises `entretien.Error`: `DOC-007`.
        """

@final
class Task:
    """
    A recurring task: what is done, on which assets, how often, and how it is made safe.
    """
    def __repr__(self, /) -> str: ...
    @property
    def anchor(self, /) -> date | None:
        """
        Day that the series is counted from; `None` takes the contract's or the programme's begin.
        """
    @property
    def categories(self, /) -> list[str]:
        """
        Categories of the assets that it is done on; empty for all.
        """
    def checks_after(self, /, lang: Literal["en", "fr"] = ...) -> list[str]:
        """
        Checks after the work.
        """
    def checks_before(self, /, lang: Literal["en", "fr"] = ...) -> list[str]:
        """
        Checks before the work begins.
        """
    @property
    def duration_minutes(self, /) -> int:
        """
        Time that one occurrence takes, minutes.
        """
    @property
    def every(self, /) -> str | None:
        """
        Periodicity: an interval as ISO 8601 (`P3M`), an RFC 5545 rule (`FREQ=MONTHLY;BYDAY=2TU`), or a day
        counted within months (`P1M/2TU+1D`, `P1M/-1WD`); `None` leaves it to the house rules and the usage
        of the asset.
        """
    @property
    def id(self, /) -> str:
        """
        Its id.
        """
    @property
    def mode(self, /) -> str:
        """
        Where it is done: `remote` or `on_site`.
        """
    @property
    def month_end(self, /) -> str:
        """
        What happens to day 29 to 31 in a shorter month, for an interval; in a rule, SKIP says it.
        """
    @property
    def roll(self, /) -> str:
        """
        What happens on a closed day.
        """
    @property
    def skill(self, /) -> str:
        """
        Skill needed.
        """
    @property
    def spread(self, /) -> str:
        """
        How first dates are spread: `none` or `by_asset`, which only goes with an interval.
        """
    def title(self, /, lang: Literal["en", "fr"] = ...) -> str:
        """
        Its title.
        """
    def way_back(self, /, lang: Literal["en", "fr"] = ...) -> str | None:
        """
        How to come back to the initial state.
        """

@final
class Values:
    """
    A column of integers, immutable: 64-bit seconds or 32-bit days since 1970-01-01.

    `numpy.asarray(values)`, `pyarrow.array(values)`, `polars.Series(values)` and
    `numpy.frombuffer(values.buffer, "int64")` read it; `NumPy`, Arrow and `memoryview` share its memory.
    """
    @property
    def __array_interface__(self, /) -> dict[str, object]:
        """
        For `numpy.asarray`.
        """
    def __arrow_c_array__(self, /, requested_schema: "object" = None) -> "tuple[object, object]": ...
    def __arrow_c_schema__(self, /) -> "object": ...
    def __getitem__(self, index: SupportsIndex, /) -> int: ...
    def __iter__(self, /) -> Iterator[int]: ...
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    @property
    def buffer(self, /) -> memoryview[int]:
        """
        The memory of the column, read-only: of format `q` for seconds, `i` for days.
        """

@final
class WhatIf:
    """
    The plan that holds, the plan with changes, and what differs between the two.
    """
    def __repr__(self, /) -> str: ...
    @property
    def after(self, /) -> Plan:
        """
        The plan with the changes.
        """
    @property
    def before(self, /) -> Plan:
        """
        The plan of the engagement.
        """
    @property
    def diff(self, /) -> PlanDiff:
        """
        What differs.
        """

@final
class WorkCalendar:
    """
    When work may happen: hours of the week, public holidays, closures, exceptional openings; immutable.

    It is one of the `calendars` of an engagement document, given as Python values or as JSON. Of a list of
    them the last is meant, and those before are what it may `combine`.
    """
    def __and__(self, other: object, /) -> WorkCalendar: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, document: CalendarValues | str | bytes | bytearray, *, time_zone: str | None = None) -> WorkCalendar:
        """
        Reads a calendar; `time_zone` is that of calendars which name none, otherwise Europe/Paris.

        Raises `entretien.Error` with every fault of the document: `DOC-…` for its form, `CAL-…` for its
        meaning.
        """
    def __or__(self, other: object, /) -> WorkCalendar: ...
    def __repr__(self, /) -> str: ...
    def __sub__(self, other: object, /) -> WorkCalendar: ...
    def closed(self, /, day: date, lang: Literal["en", "fr"] = ...) -> Closed | None:
        """
        Why `day` is closed; `None` when it is open.

        The codes are `weekday`, `holiday`, `closure` and `combined` (no hours left).
        """
    @classmethod
    def from_opening_hours(cls, /, text: str, *, holidays: str = ..., time_zone: str = "Europe/Paris", id: str = "calendar") -> WorkCalendar:
        """
        Reads opening hours as OpenStreetMap writes them, such as `Mo-Fr 08:00-18:00; PH off`; `holidays`
        is the set that `PH` means.

        Raises `entretien.Error` with every fault and its column: `CAL-014`, `CAL-015` (a part that is not
        computed), `CAL-003`, `CAL-004`; `DOC-008`, `CAL-005` for the set and the zone.
        """
    @property
    def id(self, /) -> str:
        """
        Its id.
        """
    def intersection(self, /, other: WorkCalendar, *, id: str = "combined") -> WorkCalendar:
        """
        Open when both are; raises as `union`.
        """
    def is_open(self, /, day: date) -> bool:
        """
        Whether hours begin on `day` or, of a combination, are left on it.
        """
    def minus(self, /, other: WorkCalendar, *, id: str = "combined") -> WorkCalendar:
        """
        Open when this one is and the other is not; raises as `union`.
        """
    def roll(self, /, day: date, policy: Literal["none", "previous", "next", "nearest", "modified_next", "modified_previous", "skip"]) -> date | None:
        """
        Moves `day` off a closed day by `policy`; `None` when the policy leaves it out (`skip`).

        Raises `entretien.Error` `CAL-006` when no day is open within 366 days.
        """
    @property
    def time_zone(self, /) -> str:
        """
        The IANA name of the zone whose wall time its hours are.
        """
    def union(self, /, other: WorkCalendar, *, id: str = "combined") -> WorkCalendar:
        """
        Open when one of the two is; both are of one zone.

        Raises `entretien.Error`: `CAL-012` two zones, `CAL-013` more than 64 calendars.
        """

def age_replacement(life: Lifetime, cost_preventive: SupportsFloat | SupportsIndex, cost_corrective: SupportsFloat | SupportsIndex) -> AgeReplacement:
    """
    The age of preventive replacement of least cost, or why to run to failure.

    Raises `entretien.Error`: `REN-003`.
    """

def availability(mtbf: SupportsFloat | SupportsIndex, mttr: SupportsFloat | SupportsIndex, items: SupportsIndex = 1, needed: SupportsIndex = 1) -> Availability:
    """
    The availability of one item, and of `items` of which `needed` must work.

    Raises `entretien.Error`: `REN-002`.
    """

def block_replacement(life: Lifetime, cost_preventive: SupportsFloat | SupportsIndex, cost_corrective: SupportsFloat | SupportsIndex) -> BlockReplacement:
    """
    The interval of block replacement of least cost, or why to run to failure.

    Raises `entretien.Error`: `REN-003`.
    """

def block_replacement_by_period(life: Lifetime, cost_preventive: SupportsFloat | SupportsIndex, cost_corrective: SupportsFloat | SupportsIndex, periods: SupportsIndex) -> BlockPeriods:
    """
    Expected failures and cost of each number of periods between replacements of a group, and the best.

    Raises `entretien.Error`: `REN-002`, `REN-003`.
    """

def catalogue() -> list[Task]:
    """
    The shipped task templates, by id.
    """

def compare(document: str | bytes | bytearray | Mapping[str, Any], engagement: Engagement | None = None) -> Sourcing:
    """
    Compares the options of a document of format `entretien/sourcing`; contracts that it names are those of `engagement`.

    Raises `entretien.Error`: every fault of the document, and `SRC-*`.
    """

def control_limits_individuals(series: Iterable[SupportsFloat | SupportsIndex]) -> IndividualsChart | None:
    """
    Limits of single values and of their moving ranges; `None` with fewer than two values.

    Raises `entretien.Error`: `REN-005`, `REN-015`.
    """

def control_limits_proportion(shares: Iterable[tuple[SupportsIndex, SupportsIndex]]) -> RatioChart | None:
    """
    Limits of shares, pairs of successes and trials: a p-chart; `None` without a trial.

    Raises `entretien.Error`: `REN-005`, `REN-014`.
    """

def control_limits_rate(rates: Iterable[tuple[SupportsIndex, SupportsFloat | SupportsIndex]]) -> RatioChart | None:
    """
    Limits of rates, pairs of events and exposure: a u-chart; `None` without exposure.

    Raises `entretien.Error`: `REN-002`, `REN-005`, `REN-014`.
    """

def definitions(lang: Literal["en", "fr"] = ...) -> list[DefinitionRow]:
    """
    Every indicator: what it is, how it is computed, in which direction it is good.
    """

def downtime(window: tuple[int | datetime, int | datetime], outages: Iterable[tuple[int | datetime, int | datetime | None]], planned: Iterable[tuple[int | datetime, int | datetime]] = ...) -> Downtime:
    """
    Times and counts of one asset in a window: outages `(begin, end)`, without an end `None`, and planned windows
    `(begin, end)`, in any order; they may overlap. Instants are all integers of one unit, or all aware datetimes,
    whose times come back in seconds.

    Raises `entretien.Error`: `KPI-001` what ends before it begins · `KPI-002` beyond 2⁵³ − 1.
    """

def economic_life(price: SupportsFloat | SupportsIndex, losses: Iterable[SupportsFloat | SupportsIndex]) -> EconomicLife:
    """
    The average cost of keeping an item 1, 2 … periods, without interest or resale, and the best number.

    Raises `entretien.Error`: `REN-003`, `REN-011`.
    """

def equivalent_annual_cost(price: SupportsFloat | SupportsIndex, operating: Iterable[SupportsFloat | SupportsIndex], resale: Iterable[SupportsFloat | SupportsIndex], rate: SupportsFloat | SupportsIndex) -> EconomicLife:
    """
    The equivalent annual cost of keeping an item 1, 2 … years, and its economic life; `rate` is a share.

    Raises `entretien.Error`: `REN-003`, `REN-010`, `REN-011`.
    """

def expand(rules: str | RuleSet | Iterable[tuple[Rule | str, date | datetime]], start: date | datetime, end: date | datetime, *, unit: Literal["seconds", "days"] = ..., gap: Literal["forward", "skip", "before"] = ..., overlap: Literal["first", "second"] = ..., horizon: Literal["continue", "refuse"] = ..., unmatched: Literal["omit", "count"] = ...) -> Values | Columns:
    """
    The instances from `start` to before `end` as columns of integers.

    Of a set, or the text of one: `Values`. Of pairs `(rule, anchor)`, as many as there are assets:
    `Columns`, rows in the order given; the policies hold for all of them.

    With unit `seconds` the values are 64-bit: UTC epoch seconds in UTC or in a zone, wall seconds since
    1970-01-01T00:00:00 of floating times and dates; bounds are as in `RuleSet.expand`. With unit `days` they
    are 32-bit: the civil day of each instance, as days since 1970-01-01; bounds are dates.

    Raises `entretien.Error`: those of `RuleSet.parse`, `RuleSet.build` and `RuleSet.expand`; the pointer
    names the pair (`/rows/3`).
    """

def expected_renewals(life: Lifetime, ages: Iterable[SupportsFloat | SupportsIndex], start: SupportsFloat | SupportsIndex, end: SupportsFloat | SupportsIndex, confidence: SupportsFloat | SupportsIndex = 0.9) -> FleetRenewals:
    """
    Failures to expect from `start` to `end` ahead among items of these ages, with an interval.

    Raises `entretien.Error`: `REN-002`, `REN-005`, `REN-012`.
    """

def exponential_fit(failures: Iterable[SupportsFloat | SupportsIndex] = ..., survivors: Iterable[SupportsFloat | SupportsIndex] = ..., *, times: Numbers | None = None, failed: Numbers | None = None, entries: Numbers | None = None, confidence: SupportsFloat | SupportsIndex = 0.95, truncation: Literal["time", "failure"] = ...) -> ExponentialFit:
    """
    A constant hazard with exact bounds; without failure the bounds that are known.

    Raises `entretien.Error`: `REN-004`, `REN-005`, `REN-012`.
    """

def fleet_downtime(assets: Numbers, begins: Numbers, ends: Numbers, window: tuple[int | datetime, int | datetime], asset_count: SupportsIndex | None = None, present: tuple[Numbers, Numbers] | None = None, planned: Iterable[tuple[SupportsIndex, int | datetime, int | datetime]] = ..., common: Iterable[tuple[int | datetime, int | datetime]] = ...) -> FleetDowntime:
    """
    Times and counts of a fleet, from columns that are read where they are: the number of the asset of each outage
    (unsigned 32-bit), when it begins and when it ends (64-bit integers of any unit, or timestamps); an outage with
    a null end is open. `begins` and `ends` of `NumPy` are copied first. Timestamps count in whole seconds; the
    window is then two aware datetimes, and times come back in seconds.

    Assets are numbered from 0 to below `asset_count`, by default the highest number that occurs and one. `present`
    is when each asset is looked at, two columns of a row an asset; `planned` are windows `(asset, begin, end)` of
    one asset, `common` windows `(begin, end)` of all.

    Raises `entretien.Error`: `KPI-001` what ends before it begins · `KPI-002` beyond 2⁵³ − 1 · `KPI-003` columns of
    different lengths · `KPI-004` an asset that is not below `asset_count`; `ValueError` for nulls elsewhere.
    """

def group_availability(items: Iterable[SupportsFloat | SupportsIndex], needed: SupportsIndex) -> GroupAvailability:
    """
    The availability of items of which `needed` must work, each with its own.

    Raises `entretien.Error`: `REN-005`, `REN-012`, `REN-014`.
    """

def holiday_sets() -> list[str]:
    """
    The codes of all sets of public holidays: `none`, then country by country, the country before its parts.
    """

def holidays(set: str, year: SupportsIndex, lang: Literal["en", "fr"] = ...) -> list[Holiday]:
    """
    The public holidays of a year by date, two where two fall together.

    A day in lieu is `observed`; what follows the moon, or a list that is decreed anew each year, is
    `estimated` beyond what is decreed. Years before the rules are known to hold have none.

    Raises `entretien.Error` `DOC-008` for a set that is not known.
    """

def kaplan_meier(failures: Iterable[SupportsFloat | SupportsIndex] = ..., survivors: Iterable[SupportsFloat | SupportsIndex] = ..., *, times: Numbers | None = None, failed: Numbers | None = None, entries: Numbers | None = None) -> list[SurvivalStep]:
    """
    The share that outlives each age at failure, by Kaplan and Meier; lives as in `weibull_fit`.

    Raises `entretien.Error`: `REN-004`, `REN-005`; `ValueError` for columns of different lengths.
    """

def laplace(items: Iterable[History]) -> TrendTest:
    """
    Whether failures come more often with time, by the centroid of their times.

    Raises `entretien.Error`: `REN-004`, `REN-005`.
    """

def make_or_buy(*, interventions_per_year: SupportsIndex, minutes_per_intervention: SupportsIndex, fte_cost_minor: SupportsIndex, out_fixed_minor: SupportsIndex, out_unit_minor: SupportsIndex, years: SupportsIndex, paid_hours: SupportsIndex = ..., utilisation: tuple[SupportsIndex, SupportsIndex] = ..., tools_minor: SupportsIndex = 0, out_included_units: SupportsIndex = 0, management_overhead: tuple[SupportsIndex, SupportsIndex] = ..., growth: tuple[SupportsIndex, SupportsIndex] = ..., discount: tuple[SupportsIndex, SupportsIndex] = ..., index_out: tuple[SupportsIndex, SupportsIndex] = ..., index_wage: tuple[SupportsIndex, SupportsIndex] = ...) -> MakeOrBuy:
    """
    Compares a team with a contract of a fixed fee and a price per intervention, exactly. Amounts are minor units of year 1,
    shares and rates fractions such as `(63, 100)`.

    Raises `entretien.Error`: `SRC-001` to `SRC-004`, `SRC-009`.
    """

def mann_kendall(series: Iterable[SupportsFloat | SupportsIndex]) -> MannKendall:
    """
    Whether a series rises or falls, in whatever shape.

    Raises `entretien.Error`: `REN-005`, `REN-015`.
    """

def mann_whitney(sample: Iterable[SupportsFloat | SupportsIndex], reference: Iterable[SupportsFloat | SupportsIndex]) -> MannWhitney:
    """
    Whether values of a sample are larger than those of a reference, by ranks.

    Raises `entretien.Error`: `REN-005`, `REN-015`.
    """

def mean_cumulative_function(items: Iterable[History], confidence: SupportsFloat | SupportsIndex = 0.95) -> list[MeanCumulativeStep]:
    """
    The mean number of failures of an item by age, without a law; each step with its variance and its interval
    at `confidence`, by way of logarithms.

    Raises `entretien.Error`: `REN-004`, `REN-005`, `REN-012`.
    """

def mil_handbook(items: Iterable[History]) -> TrendTest:
    """
    Whether failures come more often with time, by the logarithms of their times (MIL-HDBK-189).

    Raises `entretien.Error`: `REN-004`, `REN-005`.
    """

def minimal_repair(life: Lifetime, cost_preventive: SupportsFloat | SupportsIndex, cost_repair: SupportsFloat | SupportsIndex) -> MinimalRepair:
    """
    The interval of replacement of least cost when failures between are repaired as they were.

    Raises `entretien.Error`: `REN-003`.
    """

def mtbf_interval(operating_time: SupportsFloat | SupportsIndex, failures: SupportsIndex, confidence: SupportsFloat | SupportsIndex = 0.9, truncation: Literal["time", "failure"] = ...) -> MtbfEstimate:
    """
    The mean time between failures, with its interval.

    Raises `entretien.Error`: `REN-002`, `REN-012`.
    """

def plan(engagement: Engagement, as_of: date, start: date, end: date) -> Plan:
    """
    The plan of `engagement` for the days from `start` to the day before `end`, as known on `as_of`.

    Raises `entretien.Error`: `DOC-007`, `PLAN-001`, `PLAN-002`, `PLAN-003`, `CAL-006`.
    """

def power_law(items: Iterable[History], confidence: SupportsFloat | SupportsIndex = 0.95) -> PowerLawEstimate:
    """
    The power law (Crow–AMSAA) of the failures of repaired items, or why there is none.

    Raises `entretien.Error`: `REN-004`, `REN-005`, `REN-012`.
    """

def price_after(price_minor: SupportsIndex, index_ppm: SupportsIndex, years: SupportsIndex) -> int:
    """
    A price after `years` years, indexed by `index_ppm` millionths a year, minor units.

    Raises `OverflowError` for a price beyond 2⁵³−1.
    """

def proportion_difference(sample: tuple[SupportsIndex, SupportsIndex], reference: tuple[SupportsIndex, SupportsIndex], confidence: SupportsFloat | SupportsIndex = 0.95) -> ProportionDifference:
    """
    The share of a sample less that of a reference, each `(successes, trials)`, with bounds and Fisher's test.

    Raises `entretien.Error`: `REN-012`, `REN-014`.
    """

def rate_ratio(sample: tuple[SupportsIndex, SupportsFloat | SupportsIndex], reference: tuple[SupportsIndex, SupportsFloat | SupportsIndex], confidence: SupportsFloat | SupportsIndex = 0.95) -> RateRatio:
    """
    The rate of a sample over that of a reference, each `(events, exposure)`, with bounds and an exact test.

    Raises `entretien.Error`: `REN-002`, `REN-012`, `REN-014`.
    """

def renewal_function(life: Lifetime, t: SupportsFloat | SupportsIndex) -> float:
    """
    The expected number of renewals of one place within `t`, replaced at each failure.

    Raises `entretien.Error`: `REN-002`.
    """

def structure_availability(nodes: Iterable[StructureNode], asked: Iterable[SupportsIndex]) -> list[NodeAvailability]:
    """
    The availability of nodes that depend on others, exact also where paths share nodes, and which nodes matter
    most to each of `asked`.

    Raises `entretien.Error`: `REN-005`, `REN-012`, `REN-014`, `REN-016` to `REN-018`.
    """

def survival_curve(failures: Iterable[SupportsFloat | SupportsIndex] = ..., survivors: Iterable[SupportsFloat | SupportsIndex] = ..., *, times: Numbers | None = None, failed: Numbers | None = None, entries: Numbers | None = None, confidence: SupportsFloat | SupportsIndex = 0.95) -> SurvivalCurve:
    """
    The survival without a law, by Kaplan and Meier, with a band at `confidence` and the median life.

    Raises `entretien.Error`: `REN-004`, `REN-005`, `REN-012`.
    """

def take_over(files: Iterable[tuple[str, bytes]], total: SupportsIndex, progress: Callable[[int, int], object] | None = None) -> Inventory:
    """
    Reads `files`, pairs of name and bytes, one at a time; `progress` hears how many of `total` are done.
    """

def take_over_mapped(files: Iterable[tuple[str, bytes]], others: Iterable[tuple[str, bytes]], columns: Iterable[tuple[str, str]], values: Iterable[tuple[str, str, str]], tags: Iterable[str], options: dict[str, str]) -> Inventory:
    """
    Reads `files`, CSV whose columns a mapping explains, and `others`, which say themselves what they are.
    """

def weibull_fit(failures: Iterable[SupportsFloat | SupportsIndex] = ..., survivors: Iterable[SupportsFloat | SupportsIndex] = ..., *, times: Numbers | None = None, failed: Numbers | None = None, entries: Numbers | None = None) -> WeibullEstimate:
    """
    The Weibull law that fits ages at failure, and ages of items that still work; or why there is none.

    Lives are lists of ages, columns, or both: of the rows of `times` those that are not `failed` still worked,
    and those with an age in `entries` came under observation at it. Without `failed` all failed.

    Raises `entretien.Error`: `REN-004`, `REN-005`; `ValueError` for columns of different lengths.
    """

def weibull_intervals(failures: Iterable[SupportsFloat | SupportsIndex] = ..., survivors: Iterable[SupportsFloat | SupportsIndex] = ..., *, times: Numbers | None = None, failed: Numbers | None = None, entries: Numbers | None = None, confidence: SupportsFloat | SupportsIndex = 0.95) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """
    Intervals `(from, to)` of the shape and of the scale of `weibull_fit` at `confidence`, by their standard errors on
    the logarithm; `None` without a law. With few failures `weibull_profile` is better.

    Raises `entretien.Error`: `REN-004`, `REN-005`, `REN-012`.
    """

def weibull_profile(failures: Iterable[SupportsFloat | SupportsIndex] = ..., survivors: Iterable[SupportsFloat | SupportsIndex] = ..., *, times: Numbers | None = None, failed: Numbers | None = None, entries: Numbers | None = None, shares: Iterable[SupportsFloat | SupportsIndex] = ..., ages: Iterable[SupportsFloat | SupportsIndex] = ..., conditional: Iterable[tuple[SupportsFloat | SupportsIndex, SupportsFloat | SupportsIndex]] = ..., confidence: SupportsFloat | SupportsIndex = 0.95) -> WeibullProfile:
    """
    The Weibull law of lives, with profile likelihood intervals: figures are shape, scale and mean life, then the
    ages by which `shares` fail (0.1 for B10), then the shares that outlive `ages`, then those of an age that work
    longer, of pairs `(age, more)`.

    Raises `entretien.Error`: `REN-002`, `REN-004`, `REN-005`, `REN-012`.
    """

def wilson_interval(successes: SupportsIndex, trials: SupportsIndex, confidence: SupportsFloat | SupportsIndex = 0.95) -> ProportionInterval:
    """
    A share with its bounds by Wilson.

    Raises `entretien.Error`: `REN-012`, `REN-014`.
    """
