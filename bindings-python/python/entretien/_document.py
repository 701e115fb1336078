"""Documents given as Python values."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from typing import Any

from ._types import CalendarValues


def dumps(document: Mapping[str, Any] | CalendarValues) -> str:
    """`document` as JSON text; a date is written `YYYY-MM-DD`, an instant as RFC 3339."""
    return json.dumps(document, allow_nan=False, default=_plain)


def changes(given: Mapping[str, Any] | Iterable[Mapping[str, Any]]) -> str:
    """The text of a document of changes: `given` is one, or its only change, or its changes."""
    if isinstance(given, Mapping):
        if "format" in given:
            return dumps(given)
        given = [given]
    head = {"format": "entretien/changes", "format_version": "1.0"}
    return dumps({**head, "changes": list(given)})


def _plain(value: object) -> object:
    if isinstance(value, dt.datetime):
        # A naive one is no instant.
        if value.utcoffset() is not None:
            return value.isoformat()
    elif isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    message = f"{type(value).__name__} has no place in a document"
    raise TypeError(message)
