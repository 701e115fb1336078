"""
The compiled part of `entretien`; import from `entretien` instead.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from entretien._types import Date, Totals
from os import PathLike
from typing import Any, Final, Literal, SupportsIndex, final

__all__ = ["__version__", "Antivirus", "Asset", "Battery", "Drive", "Duplicate", "Engagement", "Fault", "Inventory", "Occurrence", "Occurrences", "Plan", "PlanTable", "Software", "Step", "Task", "catalogue", "plan", "take_over"]

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
    def batteries(self, /) -> list[Battery]:
        """
        Batteries, in the order reported.
        """
    @property
    def category(self, /) -> str:
        """
        Kind of equipment, such as `server`.
        """
    @property
    def criticality(self, /) -> str | None:
        """
        How much its failure hurts: `low`, `medium`, `high`, `critical`.
        """
    @property
    def drives(self, /) -> list[Drive]:
        """
        Volumes, in the order reported.
        """
    @property
    def firmware(self, /) -> str | None:
        """
        Firmware or BIOS version.
        """
    @property
    def id(self, /) -> str:
        """
        Its id.
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
    @property
    def assets(self, /) -> list[Asset]:
        """
        The assets, declared and taken over, by id.
        """
    @property
    def begin(self, /) -> date:
        """
        First day of the programme.
        """
    def check(self, /, plan: Plan) -> list[Fault]:
        """
        Verifies a plan day by day, without the planner: what is wrong, or nothing.
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
    @classmethod
    def from_dict(cls, /, document: Mapping[str, Any], inventory: Inventory | None = None) -> Engagement:
        """
        Reads an engagement document given as Python values; `datetime.date` is written as a date.

        Raises `entretien.Error` with every fault of the document, `TypeError` or `ValueError` for
        values that JSON does not have.
        """
    @classmethod
    def from_file(cls, /, path: str | PathLike[str], inventory: Inventory | None = None) -> Engagement:
        """
        Reads an engagement document from a file; its faults name the file as their source.

        Raises `entretien.Error` with every fault of the document, `OSError` when it cannot be read.
        """
    @classmethod
    def from_json(cls, /, text: str | bytes | bytearray, inventory: Inventory | None = None) -> Engagement:
        """
        Reads an engagement document and brings in the assets of `inventory`.

        Raises `entretien.Error` with every fault of the document.
        """
    def plan(self, /, as_of: date, start: date, end: date) -> Plan:
        """
        The plan of the days from `start` to the day before `end`, as known on `as_of`.

        Raises `entretien.Error`: `DOC-007`, `PLAN-001`, `PLAN-002`, `PLAN-003`, `CAL-006`.
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
    @classmethod
    def shipped(cls, /, inventory: Inventory, begin: date) -> Engagement:
        """
        The shipped task templates on every asset of `inventory`, counted from `begin`.

        Raises `entretien.Error` `TAK-057` when the inventory has no asset.
        """
    @property
    def tasks(self, /) -> list[Task]:
        """
        The task templates, by id.
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
class Inventory:
    """
    What a set of inventory files gave: assets, doubts about their values, files that gave none.
    """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
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
    def diagnostics(self, /) -> list[Fault]:
        """
        Doubts about values: the asset was kept, the value is unknown.
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
    def passed_over(self, /) -> list[Fault]:
        """
        Files of another kind, left aside.
        """
    @property
    def refused(self, /) -> list[Fault]:
        """
        Files that gave no asset, with every reason.
        """
    @property
    def unused(self, /) -> dict[str, int]:
        """
        Items of the files that nothing is made of, by section; columns of a CSV as `csv:` and name.
        """

@final
class Occurrence:
    """
    One dated work: a task on an asset.
    """
    def __repr__(self, /) -> str: ...
    @property
    def asset(self, /) -> str:
        """
        Id of the asset.
        """
    @property
    def asset_name(self, /) -> str:
        """
        Name of the asset.
        """
    @property
    def category(self, /) -> str:
        """
        Kind of equipment of the asset.
        """
    @property
    def date(self, /) -> Date:
        """
        The planned day.
        """
    @property
    def duration_minutes(self, /) -> int:
        """
        Planned work, minutes.
        """
    @property
    def id(self, /) -> str:
        """
        Stable id: planning again gives the same one.
        """
    @property
    def mode(self, /) -> str:
        """
        Where it is done: `remote` or `on_site`.
        """
    @property
    def nominal(self, /) -> Date:
        """
        The day of the series, before any roll.
        """
    @property
    def periodicity(self, /) -> str:
        """
        Periodicity on this asset, as ISO 8601 (`P3M`).
        """
    @property
    def site(self, /) -> str:
        """
        Id of the site.
        """
    @property
    def skill(self, /) -> str:
        """
        Skill needed.
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
    A maintenance plan: occurrences by date, asset, task, nominal date.

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
    def digest(self, /) -> str:
        """
        BLAKE3 of the canonical JSON: the same from Rust, Python and JavaScript.
        """
    @property
    def end(self, /) -> date:
        """
        First day left out of the horizon.
        """
    def occurrences(self, /) -> list[Occurrence]:
        """
        All occurrences, in order. Each is a small view; `for occurrence in plan` makes them one by one.
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
        The occurrences as iCalendar: one text, or several below `bytes_max` bytes each.

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
class PlanTable:
    """
    The occurrences of a plan as a table for any library that reads Arrow.
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
        Periodicity as ISO 8601 (`P3M`); `None` leaves it to the house rules and the usage of the asset.
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
        What happens to day 29 to 31 in a shorter month.
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
        How first dates are spread: `none` or `by_asset`.
        """
    def title(self, /, lang: Literal["en", "fr"] = ...) -> str:
        """
        Its title.
        """
    def way_back(self, /, lang: Literal["en", "fr"] = ...) -> str | None:
        """
        How to come back to the initial state.
        """

def catalogue() -> list[Task]:
    """
    The shipped task templates, by id.
    """

def plan(engagement: Engagement, as_of: date, start: date, end: date) -> Plan:
    """
    The plan of `engagement` for the days from `start` to the day before `end`, as known on `as_of`.

    Raises `entretien.Error`: `DOC-007`, `PLAN-001`, `PLAN-002`, `PLAN-003`, `CAL-006`.
    """

def take_over(files: Iterable[tuple[str, bytes]], total: SupportsIndex, progress: Callable[[int, int], object] | None = None) -> Inventory:
    """
    Reads `files`, pairs of name and bytes, one at a time; `progress` hears how many of `total` are done.
    """
