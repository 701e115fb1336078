import doctest
import importlib.metadata
import inspect
import subprocess
import sys
import typing
from pathlib import Path

import pytest

import entretien


def test_the_version_is_that_of_the_package() -> None:
    assert entretien.__version__ == importlib.metadata.version("entretien")


def test_nothing_else_is_needed_at_run_time() -> None:
    assert not importlib.metadata.requires("entretien")
    code = (
        "import sys, entretien; "
        "print(sorted({'numpy', 'pyarrow', 'polars', 'pandas'} & set(sys.modules)))"
    )
    run = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


def test_the_examples_of_the_documentation_hold() -> None:
    for module in (
        entretien,
        entretien.inventory,
        entretien.recurrence,
        entretien.reliability,
        entretien.renewal,
        entretien.review,
        entretien.sourcing,
        entretien.support,
    ):
        outcome = doctest.testmod(module)
        assert outcome.attempted > 0
        assert outcome.failed == 0


@pytest.mark.parametrize(
    "module",
    [
        entretien,
        entretien.audit,
        entretien.inventory,
        entretien.recurrence,
        entretien.reliability,
        entretien.renewal,
        entretien.review,
        entretien.sourcing,
        entretien.support,
    ],
)
def test_public_names_exist_and_are_documented(module: object) -> None:
    names = module.__all__  # type: ignore[attr-defined]
    assert names == sorted(names)
    for name in names:
        value = getattr(module, name)
        # Aliases of types have no documentation at run time.
        assert typing.get_origin(value) or inspect.getdoc(value), name


def test_public_members_are_documented() -> None:
    names = [(entretien, name) for name in entretien.__all__]
    names += [(entretien.recurrence, name) for name in entretien.recurrence.__all__]
    for module, name in names:
        cls = getattr(module, name)
        if not inspect.isclass(cls) or cls.__module__.startswith("entretien._types"):
            continue
        for member, value in vars(cls).items():
            if not member.startswith("_"):
                assert inspect.getdoc(value), f"{name}.{member}"


def test_the_package_is_typed() -> None:
    [package] = entretien.__path__
    assert {"py.typed", "_native.pyi"} <= {path.name for path in Path(package).iterdir()}
