"""The exception of this package."""

from ._native import Fault


class Error(Exception):
    """A refusal: the input is not usable, and nothing of it was applied.

    Match on `code`, never on the text.
    """

    def __init__(self, message: str, faults: list[Fault]) -> None:
        """A refusal for `faults`, at least one."""
        super().__init__(message, faults)
        self.faults = faults
        """Everything that is wrong, in document order; never empty."""

    @property
    def code(self) -> str:
        """Stable code of the first fault, such as `DOC-004`."""
        return self.faults[0].code

    def __str__(self) -> str:
        """The first fault, and how many more there are."""
        return str(self.args[0])
