r"""Work calendars: public holidays, opening hours, business time.

A `WorkCalendar` says of any day whether it is open and, if not, why. It is read from the document
of a calendar, as the `calendars` of an engagement have it, or from OpenStreetMap `opening_hours`.

    >>> import datetime as dt
    >>> from zoneinfo import ZoneInfo
    >>> from entretien.calendar import BusinessTime, WorkCalendar, holidays
    >>> office = WorkCalendar.from_opening_hours("Mo-Fr 08:00-18:00; PH off", id="office")
    >>> ascension = dt.date(2026, 5, 14)
    >>> office.closed(ascension, "fr")
    {'code': 'holiday', 'text': 'Ascension'}
    >>> str(office.roll(ascension, "next"))
    '2026-05-15'
    >>> on_call = WorkCalendar({"id": "always", "always_open": True}) - office
    >>> on_call.is_open(ascension)
    True
    >>> [day["name"] for day in holidays("DE-BY", 2026) if day["date"].month == 11]
    ["All Saints' Day"]

`BusinessTime` counts the time that passes while a calendar is open, and finds deadlines. Single
times are aware datetimes, and come in the zone of the calendar; durations are `timedelta`. A part
of a second is dropped.

    >>> time = BusinessTime(office)
    >>> paris = ZoneInfo("Europe/Paris")
    >>> monday = dt.datetime(2026, 3, 2, 17, tzinfo=paris)
    >>> due = time.add(monday, dt.timedelta(hours=4))  # 1 h on Monday, 3 h on Tuesday
    >>> str(due)
    '2026-03-03 11:00:00+01:00'
    >>> str(time.between(monday, due))
    '4:00:00'
    >>> friday = dt.datetime(2026, 3, 27, 10, tzinfo=paris)
    >>> str(time.working_days_after(friday, 2))  # over a clock change the wall time stays
    '2026-03-31 10:00:00+02:00'

Many at once are columns of 64-bit integers, UTC epoch seconds, which NumPy and Arrow share:

    >>> from array import array
    >>> starts = array("q", [int(monday.timestamp())] * 2)
    >>> ends = array("q", [int(due.timestamp()), int(friday.timestamp())])
    >>> list(time.between(starts, ends))
    [14400, 658800]

A deadline that never comes is no value: it raises `entretien.Error`, `CAL-011` when the calendar
does not open again, `CAL-010` when the time lies beyond its years; in a column the pointer names
the row (`/3`).

    >>> import entretien
    >>> closed = {"id": "closed", "closures": [{"start": "2026-01-01", "end": "9999-12-31"}]}
    >>> try:
    ...     BusinessTime(closed).next_open(monday)
    ... except entretien.Error as error:
    ...     print(error.code)
    CAL-011
"""

import datetime as dt
from collections.abc import Iterable
from typing import Literal, TypeAlias, overload

from . import _native
from ._native import HOLIDAY_RULES_VERSION, Values, WorkCalendar, holiday_sets, holidays
from ._types import Closed, Column, Holiday

__all__ = [
    "HOLIDAY_RULES_VERSION",
    "BusinessTime",
    "Closed",
    "Holiday",
    "Values",
    "WorkCalendar",
    "holiday_sets",
    "holidays",
]

Roll: TypeAlias = Literal[
    "none", "previous", "next", "nearest", "modified_next", "modified_previous", "skip"
]
Pauses: TypeAlias = Iterable[tuple[dt.datetime, dt.datetime]]


class BusinessTime(_native.BusinessTime):
    """A calendar made ready to count open time; immutable.

    `time_zone` is that of documents which name none, otherwise Europe/Paris. Years are tabulated
    when they are first asked for.

    Raises:
        Error: As for `WorkCalendar`.
    """

    @overload
    def between(
        self, start: dt.datetime, end: dt.datetime, *, pauses: Pauses = ()
    ) -> dt.timedelta: ...
    @overload
    def between(self, start: Column, end: Column) -> Values: ...
    def between(
        self, start: dt.datetime | Column, end: dt.datetime | Column, *, pauses: Pauses = ()
    ) -> dt.timedelta | Values:
        """Open time from `start` to before `end`, that of the pauses left out.

        Of columns of UTC epoch seconds, a column of open seconds, one for each pair. Pauses are
        half-open, in any order, and may overlap.

        Raises:
            Error: `CAL-002` an end before its start, `CAL-010` a time beyond the years 1583 to
                9999, `CAL-013` columns of different lengths; the pointer names the row.
        """
        return self._between(start, end, pauses)

    @overload
    def add(
        self, at: dt.datetime, open_time: dt.timedelta, *, pauses: Pauses = ()
    ) -> dt.datetime: ...
    @overload
    def add(self, at: Column, open_time: dt.timedelta | Column) -> Values: ...
    def add(
        self,
        at: dt.datetime | Column,
        open_time: dt.timedelta | Column,
        *,
        pauses: Pauses = (),
    ) -> dt.datetime | Values:
        """The first time with `open_time` between `at` and it, that of the pauses left out.

        A need that ends at closing time ends there. Without pauses a negative one goes back. Of a
        column of UTC epoch seconds, with one need for all or a column of seconds, a column.

        Raises:
            Error: `CAL-011` the calendar does not open again, `CAL-010` only beyond the years 1583
                to 9999, `CAL-002` a pause that ends before it begins, `CAL-013` columns of
                different lengths; the pointer names the row.
        """
        return self._add(at, open_time, pauses)
