"""Documents given as Python values."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any


def dumps(document: Mapping[str, Any]) -> str:
    """`document` as JSON text; a date is written `YYYY-MM-DD`."""
    return json.dumps(document, allow_nan=False, default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    message = f"{type(value).__name__} has no place in a document"
    raise TypeError(message)
