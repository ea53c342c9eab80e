"""Where text goes: wrapped for a terminal, one paragraph a line for a pipe, and never a control character."""

from __future__ import annotations

from game.model.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

MAX_WIDTH = 100


class PaperLost(Exception):
    """Nothing can be written any more: the pipe is closed, the terminal gone, or the disk full."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.error = error


class Paper:
    """Writes paragraphs. `out` is a text stream; a terminal gets lines that fit it. Raises PaperLost."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._terminal = out.isatty()

    def say(self, text: str = "", indent: str = "") -> None:
        """One paragraph; `indent` stands before its following lines."""
        clean = safe(text)
        self._write(f"{_wrapped(clean, indent) if self._terminal else clean}\n")

    def ask(self, text: str) -> None:
        """A question that waits on the same line; everything said so far is shown first."""
        self._write(f"{safe(text)} ")
        self.flush()

    def flush(self) -> None:
        """Shows everything said so far."""
        try:
            self._out.flush()
        except OSError as error:
            raise PaperLost(error) from error

    def _write(self, text: str) -> None:
        try:
            self._out.write(text)
        except OSError as error:
            raise PaperLost(error) from error


def _wrapped(text: str, indent: str) -> str:
    import shutil  # noqa: PLC0415  (a pipe needs neither, and the first words come at once)
    import textwrap  # noqa: PLC0415

    width = min(MAX_WIDTH, max(20, shutil.get_terminal_size().columns - 1))
    return textwrap.fill(text, width, subsequent_indent=indent, break_on_hyphens=False)


def safe(text: str) -> str:
    """Controls and direction marks, which could command a terminal, become visible codes."""
    if text.isprintable():
        return text
    return "".join(
        char
        if char.isprintable() or char in "\u00a0\u202f"
        else " "
        if char in "\n\t"
        else f"\\u{ord(char):04x}"
        for char in text
    )
