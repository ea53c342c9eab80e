"""`python -m game` and the command `first-session`."""

from __future__ import annotations


def main() -> None:
    """Runs the command line; ends the process with its exit code."""
    from game.cli import command

    command()


if __name__ == "__main__":
    main()
