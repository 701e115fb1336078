r"""Taking over an estate from inventory files: GLPI inventories (JSON) and facts declared in CSV.

A file says itself what it is; several kinds can be given together. A CSV of any columns is read
with what somebody says of them.

    >>> import entretien
    >>> inventory = entretien.inventory.read_mapped(
    ...     {"parc.csv": b"Nom;Achat\nsrv-1;31/01/2026\n"},
    ...     columns={"Nom": "name", "Achat": "purchase"},
    ... )
    >>> str(inventory.assets[0].purchase)
    '2026-01-31'
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from . import _native
from ._care_answers import (
    Conflict,
    Consumable,
    FoundContract,
    FoundRelation,
    Licence,
    MappedFact,
    Quality,
    Reconciliation,
    Relation,
    TakeoverDiff,
)
from ._native import Asset, Duplicate, Inventory

__all__ = [
    "Asset",
    "Conflict",
    "Consumable",
    "Duplicate",
    "FoundContract",
    "FoundRelation",
    "Inventory",
    "Licence",
    "MappedFact",
    "Quality",
    "Reconciliation",
    "Relation",
    "TakeoverDiff",
    "read_bytes",
    "read_glpi",
    "read_mapped",
]

StrPath = str | os.PathLike[str]
Progress = Callable[[int, int], object]


def read_glpi(
    paths: StrPath | Iterable[StrPath],
    progress: Progress | None = None,
) -> Inventory:
    """Reads inventory files, or every file of a folder in name order.

    Reports name a file by its path below the folder that was given. `progress(done, total)` is
    called from the calling thread after each file. Ctrl-C stops between two files.

    Raises:
        OSError: A path does not exist or cannot be read.
    """
    roots = [paths] if isinstance(paths, str | os.PathLike) else paths
    files = [file for root in roots for file in _files(Path(root))]
    return _native.take_over(
        ((name, path.read_bytes()) for name, path in files), len(files), progress
    )


def read_bytes(files: Mapping[str, bytes], progress: Progress | None = None) -> Inventory:
    """Reads files that are already in memory, by name."""
    return _native.take_over(files.items(), len(files), progress)


def read_mapped(
    files: Mapping[str, bytes],
    columns: Mapping[str, MappedFact],
    values: Mapping[MappedFact, Mapping[str, str]] | None = None,
    tags: Iterable[str] = (),
    others: Mapping[str, bytes] | None = None,
    **options: str,
) -> Inventory:
    """Reads CSV by name: `columns` says of each header which fact it holds.

    `values` has, by fact, what is read instead of what is written; `tags` are given to every
    asset; `others` are files that say themselves what they are, taken over together with these.
    Options: `separator`, `encoding` (`utf-8`, `utf-16`, `windows-1252`, `mac-roman`), `dates`
    (`ymd`, `dmy`, `mdy`), `decimal` (`point`, `comma`), `currency`, `site`, `category`; what is
    left out is found in the file.

    Raises:
        Error: `TAK-061`, a mapping that cannot be.
        ValueError: A code that is not known.
    """
    replaced = [
        (fact, written, read)
        for fact, pairs in (values or {}).items()
        for written, read in pairs.items()
    ]
    return _native.take_over_mapped(
        files.items(), (others or {}).items(), columns.items(), replaced, tags, options
    )


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    if root.is_dir():
        yield from _walk(root, "")
    else:
        yield _name(root), root


def _walk(folder: Path, prefix: str) -> Iterator[tuple[str, Path]]:
    for entry in sorted(folder.iterdir(), key=os.fsencode):
        name = prefix + _name(entry)
        if entry.is_dir():
            yield from _walk(entry, f"{name}/")
        else:
            yield name, entry


def _name(path: Path) -> str:
    return os.fsencode(path.name).decode("utf-8", "replace")
