"""Types that the compiled part returns."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypeAlias, TypedDict

Date: TypeAlias = dt.date
"""A name for dates that no property hides."""

CalendarValues: TypeAlias = Mapping[str, Any] | Sequence[Mapping[str, Any]]
"""The document of a calendar, or documents of which the last is meant."""


class Holiday(TypedDict):
    """A public holiday; `observed` in lieu of another day, `estimated` when it is not decreed."""

    date: dt.date
    code: str
    name: str
    observed: bool
    estimated: bool


class Closed(TypedDict):
    """Why a day is closed: `weekday`, `holiday`, `closure` or `combined`; and in words."""

    code: str
    text: str


class _ArrayInterface(Protocol):
    """An array of NumPy, or what gives one without a copy."""

    @property
    def __array_interface__(self) -> dict[str, Any]: ...


class _ArrowArray(Protocol):
    """An array of Arrow."""

    def __arrow_c_array__(self, requested_schema: Any = ...) -> Any: ...  # noqa: ANN401


class _ArrowStream(Protocol):
    """A series or chunked array of Arrow."""

    def __arrow_c_stream__(self, requested_schema: Any = ...) -> Any: ...  # noqa: ANN401


class _Buffer(Protocol):
    """What has the buffer protocol, such as `array.array` and `memoryview`."""

    def __buffer__(self, flags: int, /) -> memoryview: ...


Column: TypeAlias = _ArrayInterface | _ArrowArray | _ArrowStream | _Buffer
"""64-bit integers of one dimension: by buffer, as NumPy has them, or by Arrow; no nulls."""


class LoadTotal(TypedDict):
    """Occurrences and work of one group."""

    key: str
    occurrences: int
    work_minutes: int


class MonthTotal(TypedDict):
    """Occurrences and work of one calendar month, `YYYY-MM`."""

    month: str
    occurrences: int
    work_minutes: int


class WeekTotal(TypedDict):
    """Work of one week and skill, against what the skill offers; `None` when nobody said."""

    monday: dt.date
    skill: str
    work_minutes: int
    capacity_minutes: int | None


class Totals(TypedDict):
    """Sums over a plan; every list is sorted by its key."""

    occurrences: int
    work_minutes: int
    skipped: int
    assets: int
    assets_without_task: int
    months: list[MonthTotal]
    periodicities: list[LoadTotal]
    skills: list[LoadTotal]
    modes: list[LoadTotal]
    sites: list[LoadTotal]
    categories: list[LoadTotal]
    tasks: list[LoadTotal]
    weeks: list[WeekTotal]
