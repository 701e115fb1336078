"""Types that the compiled part returns."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypeAlias, TypedDict

from ._kpi_answers import CumulativeStep, KpiAnswer

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

Numbers: TypeAlias = _ArrayInterface | _ArrowArray | _ArrowStream | _Buffer
"""Numbers, timestamps or flags of one dimension: by buffer, as NumPy has them, or by Arrow."""

BytesLike: TypeAlias = _Buffer
"""What has the buffer protocol and holds bytes, such as `memoryview` and `mmap`."""


class MeanCumulativeStep(CumulativeStep):
    """A step of the mean cumulative function with its interval; `None` where there is none."""

    interval: list[float] | None


class KpiRow(KpiAnswer):
    """An answer with its place: numbers of group and window, texts of the group."""

    group: int
    key: list[str | None]
    window: int
