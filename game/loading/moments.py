"""Moments and choices: from marked nodes to values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.conditions import KINDS, kind_of
from game.loading.fields import Fields
from game.loading.nodes import Mapping, Node, Scalar, Sequence
from game.loading.suggestions import did_you_mean
from game.model.diagnostics import Term
from game.model.feelings import FEELINGS
from game.model.gestures import GESTURES
from game.model.measures import MEASURES, NOTHING, SKILL_LIMIT, STATE_LIMIT, Deltas
from game.model.scenario import (
    OUTCOMES,
    RETURNS,
    RUPTURES,
    STANCES,
    Change,
    Choice,
    Ending,
    Inner,
    Moment,
    Probe,
    Road,
    Value,
)

if TYPE_CHECKING:
    from game.loading.conditions import Vocabulary
    from game.loading.texts import Texts
    from game.model.diagnostics import Diagnostics

MAX_CHOICES = 9


class MomentReader:
    """Reads the moments of one scenario."""

    def __init__(
        self, words: Vocabulary, ghosts: tuple[str, ...], texts: Texts, diagnostics: Diagnostics
    ) -> None:
        self._words = words
        self._ghosts = ghosts
        self._texts = texts
        self._diagnostics = diagnostics

    def moment(self, name: str, node: Node) -> Moment:
        """One moment with its choices."""
        fields = Fields(node, Term("the moment `{name}`", name), self._diagnostics)
        texts = self._texts
        offers = texts.plain(fields, "offers") or None
        inner = self._inner(fields)
        choices = tuple(
            [
                self._choice(choice, value, offers is not None, inner is not None)
                for choice, value in fields.named("choices", Term("a choice"))
            ]
        )
        moment = Moment(
            id=name,
            patient=texts.text(fields, "patient"),
            cue=texts.text(fields, "cue"),
            mood=fields.word("mood", FEELINGS),
            gesture=fields.word("gesture", GESTURES),
            thinks=texts.text(fields, "thinks"),
            offers=offers,
            rupture=fields.word("rupture", RUPTURES),
            inner=inner,
            probe=self._probe(fields),
            choices=choices,
            then=self._roads(fields),
            ending=self._ending(fields),
            comes_back=fields.flag("return"),
        )
        fields.done()
        self._one_way_on(fields, moment)
        self._examples(fields, choices)
        return moment

    def _one_way_on(self, fields: Fields, moment: Moment) -> None:
        ways = [
            key
            for key, there in (
                ("choices", fields.has("choices")),
                ("then", fields.has("then")),
                ("ending", moment.ending is not None),
                ("return", moment.comes_back),
            )
            if there
        ]
        if not isinstance(fields.node, Mapping):
            return
        if not ways:
            fields.report(
                None,
                "FS061",
                "the moment `{name}` leads nowhere",
                "give it `choices`, `then`, `ending` or `return: true`",
                name=moment.id,
            )
        elif len(ways) > 1:
            fields.report(
                fields.node.keys.get(ways[1]),
                "FS062",
                "the moment `{name}` has both `{first}` and `{second}`",
                "keep one way on",
                name=moment.id,
                first=ways[0],
                second=ways[1],
            )
        elif ways == ["choices"] and not moment.choices:
            fields.report(
                fields.node_of("choices"), "FS061", "the moment `{name}` leads nowhere", name=moment.id
            )
        if len(moment.choices) > MAX_CHOICES:
            fields.report(
                fields.node_of("choices"),
                "FS042",
                "a moment has at most {limit} choices, and this one has {count}",
                limit=MAX_CHOICES,
                count=len(moment.choices),
            )

    def _examples(self, fields: Fields, choices: tuple[Choice, ...]) -> None:
        ids = tuple(choice.id for choice in choices)
        for choice in choices:
            if choice.better is not None and choice.better not in ids:
                node = (
                    fields.inside("choices", Term("a choice"))
                    .inside(choice.id, Term("a choice"))
                    .node_of("better")
                )
                advice, near = did_you_mean(choice.better, ids, self._diagnostics)
                fields.report(
                    node,
                    "FS043",
                    'no choice "{name}" stands beside this one',
                    advice,
                    name=choice.better,
                    near=near,
                )

    def _choice(self, name: str, node: Node, offered: bool, pulled: bool) -> Choice:
        fields = Fields(node, Term("the choice `{name}`", name), self._diagnostics)
        texts = self._texts
        techniques = fields.words("technique", self._words.techniques, required=True)
        say = texts.text(fields, "say")
        spoken = any(option.strip() for line in say for option in line.options)
        written = fields.node_of("say")
        left_out = not spoken and not isinstance(written, Mapping)
        if left_out and techniques and "silence" not in techniques:
            fields.report(
                written,
                "FS022",
                "{what} has no `{key}`",
                "only a silence goes without words",
                what=fields.what,
                key="say",
            )
        stance = fields.word("inner", STANCES)
        if stance is not None and not pulled:
            fields.report(
                fields.node_of("inner"),
                "FS044",
                "`inner` marks an answer to an inner voice, and this moment has none",
            )
        meets = fields.number("meets", 0, 6)
        if meets and not offered:
            fields.report(
                fields.node_of("meets"), "FS045", "`meets` needs a moment that `offers` an opportunity"
            )
        if fields.flag("once") and fields.flag("fallback"):
            fields.report(
                fields.node_of("once"),
                "FS036",
                "a `fallback` is there when nothing else is: it cannot go away with `once`",
                "keep one of the two",
            )
        choice = Choice(
            id=name,
            say=say,
            techniques=techniques,
            then=self._roads(fields, required=True),
            reply=texts.text(fields, "reply"),
            when=texts.condition(fields, "when"),
            once=fields.flag("once"),
            fallback=fields.flag("fallback"),
            effects=read_effects(fields, "effects") if fields.has("effects") else None,
            sets=self._changes(fields),
            confides=fields.word("confides", self._words.secrets),
            meets=meets,
            inner=stance,
            better=fields.text("better") or None,
            feedback=texts.text(fields, "feedback"),
        )
        fields.done()
        return choice

    def _roads(self, fields: Fields, required: bool = False) -> tuple[Road, ...]:
        node = fields.node_of("then", required)
        if node is None:
            return ()
        nodes = node.items if isinstance(node, Sequence) else [node]
        roads = tuple([self._road(fields, item) for item in nodes])
        if not roads or roads[-1].when is not None:
            fields.report(
                nodes[-1] if nodes else node,
                "FS063",
                "where no `when` holds, there is no way on",
                "end the list with `- {{to: …}}`, without `when`",
            )
        for item, road in zip(nodes[:-1], roads[:-1], strict=True):
            if road.when is None and not (isinstance(item, Mapping) and "when" in item.entries):
                fields.report(item, "FS064", "what follows this road can never be taken", "give it a `when`")
        return roads

    def _road(self, fields: Fields, node: Node) -> Road:
        if isinstance(node, Scalar):
            return Road(None, self._target(fields, node, "then"))
        road = Fields(node, Term("a road of `then`"), self._diagnostics)
        when = self._texts.condition(road, "when")
        to_node, visit_node = road.node_of("to"), road.node_of("visit")
        if to_node is None and visit_node is None and isinstance(node, Mapping):
            road.report(node, "FS022", "{what} has no `{key}`", "add `{key}: …`", what=road.what, key="to")
        to = None if to_node is None else self._target(road, to_node, "to")
        visit = None if visit_node is None else self._target(road, visit_node, "visit")
        road.done()
        return Road(when, to, visit)

    def _target(self, fields: Fields, node: Node, key: str) -> str | None:
        name = fields.as_text(node, key)
        if name in self._words.moments:
            return name
        if isinstance(node, Scalar):
            advice, near = did_you_mean(name, self._words.moments, self._diagnostics)
            fields.report(node, "FS060", 'there is no moment "{name}"', advice, name=name, near=near)
        return None

    def _inner(self, fields: Fields) -> Inner | None:
        if not fields.has("inner"):
            return None
        inner = fields.inside("inner", Term("an inner voice"))
        ghost = inner.word("ghost", self._ghosts, required=True)
        text = self._texts.plain(inner, "text", required=True)
        inner.done()
        return Inner(ghost, text) if ghost else None

    def _probe(self, fields: Fields) -> Probe | None:
        if not fields.has("probe"):
            return None
        probe = fields.inside("probe", Term("a probe"))
        feels = probe.word("feels", FEELINGS, required=True)
        others = probe.words("not", FEELINGS, required=True)
        probe.done()
        if feels in others:
            probe.report(None, "FS046", "`not` holds the right answer")
        if feels is None or not others:
            return None
        return Probe(feels, others)

    def _ending(self, fields: Fields) -> Ending | None:
        if not fields.has("ending"):
            return None
        ending = fields.inside("ending", Term("an ending"))
        read = Ending(
            ending.word("outcome", OUTCOMES, required=True) or OUTCOMES[2],
            ending.word("returns", RETURNS, required=True) or RETURNS[2],
            self._texts.plain(ending, "title", required=True),
            self._texts.text(ending, "text"),
        )
        ending.done()
        return read

    def _changes(self, fields: Fields) -> tuple[Change, ...]:
        variables = self._words.variables
        sets = fields.node_of("sets")
        if not isinstance(sets, Mapping):
            if sets is not None:
                fields.report(sets, "FS021", "`{key}` must be a group of keys", key="sets")
            return ()
        changes = []
        for name, node in sets.entries.items():
            if name not in variables:
                advice, near = did_you_mean(name, variables, self._diagnostics)
                fields.report(sets.keys[name], "FS034", "unknown name `{name}`", advice, name=name, near=near)
            elif isinstance(node, Mapping):
                adding = Fields(node, Term("the change of `{name}`", name), self._diagnostics)
                amount = adding.number("add", -SKILL_LIMIT, SKILL_LIMIT, required=True)
                adding.done()
                if type(variables[name]) is not int:
                    adding.report(
                        node,
                        "FS033",
                        "{wanted} is needed here, and this is {kind}",
                        wanted=KINDS["number"],
                        kind=KINDS[kind_of(variables[name])],
                    )
                changes.append(Change(name, None, amount))
            else:
                value = read_value(fields, node, name)
                if type(value) is not type(variables[name]):
                    fields.report(
                        node,
                        "FS047",
                        "`{name}` changes its kind: it began as {first}",
                        name=name,
                        first=as_written(variables[name]),
                    )
                else:
                    changes.append(Change(name, value))
        return tuple(changes)


def read_value(fields: Fields, node: Node, name: str) -> Value:
    """A variable's value: true, false, a whole number within -99..99, or a word."""
    if isinstance(node, Scalar) and node.plain:
        if node.value in ("true", "false"):
            return node.value == "true"
        if node.value.lstrip("-").isdigit():
            return fields.as_number(node, name, -SKILL_LIMIT, SKILL_LIMIT)
    return fields.as_text(node, name)


def as_written(value: Value) -> str:
    """A variable's value as an author writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def read_effects(fields: Fields, key: str) -> Deltas:
    """What something moves: a group of measures, each -99..99 (guardedness and trust -100..100)."""
    effects = fields.inside(key, Term("`{name}`", key))
    values = [
        effects.number(name, -STATE_LIMIT, STATE_LIMIT)
        if name in ("guardedness", "trust")
        else effects.number(name, -SKILL_LIMIT, SKILL_LIMIT)
        for name in MEASURES
    ]
    effects.done()
    change = tuple(values)
    return NOTHING if change == NOTHING else change  # type: ignore[return-value]
