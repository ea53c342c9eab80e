"""`python -m game` and the command `first-session`."""

from __future__ import annotations

import gc
import signal
import sys

YOUNG = 50_000
"""New values between two looks of the garbage collector. Importing makes many, and hardly a circle."""


def main() -> None:
    """Runs what the command line asks for; ends the process with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(words: list[str]) -> int:
    """The exit code of what these words ask for. A mistake of the program is told in a sentence."""
    gc.set_threshold(YOUNG)
    from game.launch import plain_options, start

    try:
        options = plain_options(words)
        if options is not None:
            return start(options)
        from game.cli import run_command

        return run_command(words)
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except Exception as error:
        from game.launch import tell_mishap

        return tell_mishap(error, words)


if __name__ == "__main__":
    main()
