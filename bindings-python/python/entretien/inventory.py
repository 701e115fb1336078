"""Taking over an estate from inventory files: GLPI inventories (JSON) and facts declared in CSV.

A file says itself what it is; several kinds can be given together.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from . import _native
from ._native import Asset, Duplicate, Inventory

__all__ = ["Asset", "Duplicate", "Inventory", "read_bytes", "read_glpi"]

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
