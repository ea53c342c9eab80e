"""`python -m game` and the command `first-session`."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs what the command line asks for; ends the process with its exit code."""
    from game.launch import plain_options, start

    options = plain_options(sys.argv[1:])
    if options is not None:
        sys.exit(start(options))
    from game.cli import command

    command()


if __name__ == "__main__":
    main()
