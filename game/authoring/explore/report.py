"""An exploration as a teacher reads it: the verdict first, then what is wrong, the endings, and the roads."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from game.authoring.explore.findings import coverage, span
from game.authoring.simulate.table import grid
from game.authoring.simulate.words import OUTCOMES, SKILLS
from game.model.measures import GUARDEDNESS, MEASURES, TRUST
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from game.authoring.explore.exploration import Exploration, Path
    from game.authoring.explore.findings import Coverage, Translate
    from game.model.scenario import Scenario

_SCORE = TRUST + 1
_INDENT = "    "


class Signs(NamedTuple):
    """The characters of the report."""

    good: str
    bad: str
    unknown: str
    step: str
    endless: str


_SIGNS = Signs("✓", "✗", "?", "→", "∞")
_LETTERS = Signs("+", "!", "?", ">", "...")


def signs(encoding: str | None) -> Signs:
    """Marks and arrows where the encoding has them."""
    try:
        "".join(_SIGNS).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return _LETTERS
    return _SIGNS


class Report:
    """The lines of a report. `width` is how many characters a line of a road may have."""

    def __init__(
        self, scenario: Scenario, found: Exploration, signs: Signs, width: int, french: bool, _: Translate
    ) -> None:
        self._scenario = scenario
        self._found = found
        self._signs = signs
        self._width = width
        self._comma = "\u202f" if french else ","
        self._colon = "\u202f: " if french else ": "
        self._ = _
        self._coverage = coverage(scenario, found)

    def verdict(self, memory: str) -> Iterator[str]:
        """How far the walk went, and a line for each thing that a scene has to keep."""
        _, found = self._, self._found
        yield _("{states} states, {transitions} transitions").format(
            states=self._number(found.states), transitions=self._number(found.transitions)
        )
        if found.exhaustive:
            yield _("Every session that can be played was walked: what follows is proved.")
        elif found.stopped == "memory":
            yield _("NOT EXHAUSTIVE: the walk needs more memory than {memory}.").format(memory=memory)
            yield _("What was seen is possible; what is missing may be possible as well.")
        else:
            yield _("NOT EXHAUSTIVE: the walk was stopped.")
            yield _("What was seen is possible; what is missing may be possible as well.")
        yield ""
        yield from grid([self._covered(one) for one in self._coverage], left=3)
        yield from (f"  {sign}  {told}" for sign, told in self._kept())

    def flaws(self) -> Iterator[str]:
        """What is wrong, each thing with its reason and where to look."""
        _ = self._
        title = _("What cannot be") if self._found.exhaustive else _("What was not seen")
        for one in self._coverage:
            shown = [each for each in one.missing if not self._follows(each.name)]
            if shown:
                yield ""
                yield f"{title}{self._colon}{one.kind.tell(_)}"
                for each in shown:
                    yield from self._wrapped(f"{each.name}{self._colon}{each.tell(_)}", "  ")
        yield from self._roads(_("No reply is left in these moments"), self._found.stuck)
        yield from self._roads(
            _("A secret is confided before what it needs holds"), _joined(self._found.too_early)
        )
        if self._found.growth:
            yield ""
            yield _("Loops that can be walked again and again")
            for growth in self._found.growth:
                skill = SKILLS[MEASURES.index(growth.skill)].tell(_)
                message = _("{skill} rises each time, without end, through {moment}")
                if growth.direction < 0:
                    message = _("{skill} falls each time, without end, through {moment}")
                yield f"  {message.format(skill=skill, moment=growth.moment)}"

    def endings(self) -> Iterator[str]:
        """Two tables: how long sessions are and where the patient and the score stand; then the skills."""
        _, found = self._, self._found
        if not found.endings:
            return
        names = [*found.endings, _("any ending")] if len(found.endings) > 1 else list(found.endings)
        lengths = [self._length(one.shortest, one.longest) for one in found.endings.values()]
        figures = [(one.least, one.most) for one in found.endings.values()]
        if len(found.endings) > 1:
            longest = [one.longest for one in found.endings.values()]
            finite = [length for length in longest if length is not None]
            most = max(finite) if len(finite) == len(longest) else None
            lengths.append(self._length(min(one.shortest for one in found.endings.values()), most))
            figures.append((found.least, found.most))
        yield ""
        yield _("Endings, from the least to the most that any session can have there")
        head = ["", _("outcome"), _("replies"), _("Guard"), _("Trust"), _("score")]
        rows = [
            [
                name,
                self._outcome(name),
                length,
                *(span(least[at], most[at]) for at in (GUARDEDNESS, TRUST, _SCORE)),
            ]
            for name, length, (least, most) in zip(names, lengths, figures, strict=True)
        ]
        yield from grid([head, *rows], left=2)
        if not found.score_exact:
            yield from self._wrapped(
                _("The score's figures are bounds: skills meet their limits in too many ways."),
                "  ",
            )
        yield ""
        head = ["", *(skill.tell(_) for skill in SKILLS)]
        skills = [
            [name, *(span(least[at], most[at]) for at in range(len(SKILLS)))]
            for name, (least, most) in zip(names, figures, strict=True)
        ]
        yield from grid([head, *skills], left=1)

    def roads(self, whole: bool) -> Iterator[str]:
        """A shortest road to each ending, secret and turning point; with `whole`, to every place."""
        _, found = self._, self._found
        yield from self._roads(
            _("A shortest road to each ending"), {name: one.path for name, one in found.endings.items()}
        )
        yield from self._roads(_("A shortest road to each confidence"), found.secrets)
        yield from self._roads(_("A shortest road to each turning point"), found.turning_points)
        if whole:
            moments = {name: path for name, path in found.moments.items() if name not in found.endings}
            yield from self._roads(_("A shortest road to each moment"), moments)
            replies = _joined(found.choices)
            yield from self._roads(_("A shortest road to each reply, which comes last"), replies)
        else:
            yield ""
            yield _("For a road to every moment and every reply, add --paths; for all figures, --json.")

    def _covered(self, one: Coverage) -> list[str]:
        _ = self._
        reached = one.number - len(one.missing)
        sign = self._signs.good
        if one.missing:
            sign = self._signs.bad if self._found.exhaustive else self._signs.unknown
        told = (
            _("{reached} of {count}").format(reached=reached, count=one.number) if one.number else _("none")
        )
        return [sign, one.kind.tell(_), told]

    def _kept(self) -> Iterator[tuple[str, str]]:
        _, found = self._, self._found
        good = self._signs.good if found.exhaustive else self._signs.unknown
        bad = self._signs.bad
        if found.stuck:
            yield bad, _("A session can get stuck")
        else:
            yield good, _("No session gets stuck")
        if self._scenario.patient.secrets:
            if found.too_early:
                yield bad, _("A secret is confided too early")
            else:
                yield good, _("No secret is confided too early")
        if any(one.direction > 0 for one in found.growth):
            yield bad, _("A skill can be farmed without end")
        else:
            yield good, _("No skill can be farmed")

    def _follows(self, name: str) -> bool:
        """Whether a reply is missing for no other reason than that its moment is."""
        moment, dot, _ = name.partition(".")
        return bool(dot) and moment not in self._found.moments

    def _outcome(self, name: str) -> str:
        moment = self._scenario.moments.get(name)
        return OUTCOMES[moment.ending.outcome].tell(self._) if moment and moment.ending else ""

    def _length(self, shortest: int, longest: int | None) -> str:
        return span(shortest, longest) if longest is not None else f"{shortest}..{self._signs.endless}"

    def _number(self, value: int) -> str:
        return f"{value:,}".replace(",", self._comma)

    def _roads(self, title: str, paths: Mapping[str, Path]) -> Iterator[str]:
        if not paths:
            return
        yield ""
        yield title
        for name, path in paths.items():
            yield f"  {name}"
            road = f"\xa0{self._signs.step} ".join(path) if path else self._("at once")
            yield from (line.replace("\xa0", " ") for line in self._wrapped(road, _INDENT))

    def _wrapped(self, text: str, indent: str) -> Iterable[str]:
        return textwrap.wrap(
            text, self._width, initial_indent=indent, subsequent_indent=f"{indent}  ", break_long_words=False,
            break_on_hyphens=False,
        )  # fmt: skip


def _joined(paths: Mapping[tuple[str, str], Path]) -> dict[str, Path]:
    return {".".join(place): path for place, path in paths.items()}
