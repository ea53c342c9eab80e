"""A scenario from its marked nodes: first its vocabulary, then every part, then how it flows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.bounds import bounds_of
from game.loading.conditions import Vocabulary
from game.loading.fields import Fields, is_id, no_id
from game.loading.flow import check_flow
from game.loading.head import read_head
from game.loading.moments import MomentReader, read_value
from game.loading.nodes import Mapping, Node
from game.loading.suggestions import did_you_mean
from game.loading.texts import Texts
from game.model.diagnostics import Term
from game.model.expression import Expression, names
from game.model.measures import MEASURES
from game.model.scenario import (
    PULLS,
    Ghost,
    Moment,
    OwnGhost,
    Patient,
    Scenario,
    Secret,
    TurningPoint,
    Value,
    Watched,
)
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.model.diagnostics import Diagnostics

MAX_TIMES = 5


class Origin(NamedTuple):
    """Where a scenario comes from, and what it may name."""

    folder: str
    """The name of its folder, which must be its id."""
    languages: tuple[str, ...]
    digest: str
    techniques: tuple[str, ...]


def build_scenario(root: Node, origin: Origin, diagnostics: Diagnostics) -> Scenario:
    """The scenario that stands in these nodes. It may be played only where no error was diagnosed."""
    fields = Fields(root, Term("the scenario"), diagnostics)
    patient_fields = fields.inside("patient", Term("`patient`"), required=True)
    head = read_head(fields, patient_fields)
    if head.id and not is_id(head.id):
        fields.report(fields.node_of("id"), *no_id(), name=head.id, what=Term("a scene"))
    elif head.id != origin.folder:
        fields.report(
            fields.node_of("id"),
            "FS048",
            'the id is "{id}", and the folder is named "{folder}"',
            "give both the same name",
            id=head.id,
            folder=origin.folder,
        )
    variables = _variables(fields)
    words = _vocabulary(fields, patient_fields, variables, origin.techniques)
    texts = Texts(words, head.patient.name)
    patient = Patient(
        *head.patient,
        texts.plain(patient_fields, "hopes_for"),
        _ghosts(patient_fields, origin.techniques),
        _secrets(patient_fields, texts),
    )
    patient_fields.done()
    clinician = fields.inside("clinician", Term("`clinician`"))
    own_ghosts = _own_ghosts(clinician)
    clinician.done()
    reader = MomentReader(words, tuple(ghost.id for ghost in own_ghosts), texts, diagnostics)
    moments = {
        name: reader.moment(name, node)
        for name, node in fields.named("moments", Term("a moment"), required=True)
    }
    start = fields.text("start", required=True)
    if start and start not in moments:
        advice, near = did_you_mean(start, moments, fields.diagnostics)
        fields.report(
            fields.node_of("start"), "FS060", 'there is no moment "{name}"', advice, name=start, near=near
        )
    turning_points = _turning_points(fields, texts, moments)
    fields.node_of("include")
    fields.done()
    scenario = Scenario(
        head.id,
        head.language,
        origin.languages,
        origin.digest,
        head.title,
        head.setting,
        head.time,
        head.level,
        head.minutes,
        head.brief,
        head.objectives,
        head.risk,
        patient,
        own_ghosts,
        variables,
        start,
        moments,
        turning_points,
        _watched(texts.conditions, moments),
        bounds_of(variables, moments),
    )
    if not diagnostics.failed:
        check_flow(scenario, fields)
    return scenario


def _vocabulary(
    fields: Fields, patient: Fields, variables: dict[str, Value], techniques: tuple[str, ...]
) -> Vocabulary:
    choices: dict[str, dict[str, None]] = {}
    moments = _entries(fields.node_of("moments"))
    for moment, node in moments.items():
        for choice in _entries(node.entries.get("choices") if isinstance(node, Mapping) else None):
            choices.setdefault(choice, {})[moment] = None
    secrets = _entries(patient.node_of("secrets"))
    return Vocabulary(variables, moments, choices, secrets, dict.fromkeys(techniques))


def _entries(node: Node | None) -> dict[str, Node]:
    return node.entries if isinstance(node, Mapping) else {}


def _variables(fields: Fields) -> dict[str, Value]:
    taken = (
        *MEASURES,
        "turn",
        "score",
        "visits",
        "said",
        "knows",
        "run",
        "and",
        "or",
        "not",
        "true",
        "false",
    )
    variables: dict[str, Value] = {}
    for name, node in fields.named("variables", Term("a variable")):
        if name in taken:
            fields.report(node, "FS049", "`{name}` has a meaning of its own in conditions", name=name)
        variables[name] = read_value(fields, node, name)
    return variables


def _ghosts(patient: Fields, techniques: tuple[str, ...]) -> tuple[Ghost, ...]:
    ghosts = []
    for name, node in patient.named("ghosts", Term("a ghost")):
        fields = Fields(node, Term("the ghost `{name}`", name), patient.diagnostics)
        ghosts.append(
            Ghost(
                name,
                fields.text("story", required=True),
                fields.words("stung_by", techniques),
                fields.words("soothed_by", techniques),
                round(fields.decimal("times", 1, MAX_TIMES, 2) * 10),
            )
        )
        fields.done()
    return tuple(ghosts)


def _secrets(patient: Fields, texts: Texts) -> tuple[Secret, ...]:
    secrets = []
    for name, node in patient.named("secrets", Term("a secret")):
        fields = Fields(node, Term("the secret `{name}`", name), patient.diagnostics)
        secrets.append(
            Secret(name, texts.plain(fields, "text", required=True), texts.condition(fields, "needs"))
        )
        fields.done()
    return tuple(secrets)


def _own_ghosts(clinician: Fields) -> tuple[OwnGhost, ...]:
    ghosts = []
    for name, node in clinician.named("ghosts", Term("a ghost")):
        fields = Fields(node, Term("the ghost `{name}`", name), clinician.diagnostics)
        ghosts.append(
            OwnGhost(
                name,
                fields.text("story", required=True),
                fields.word("pull", PULLS, required=True) or PULLS[0],
            )
        )
        fields.done()
    return tuple(ghosts)


def _turning_points(fields: Fields, texts: Texts, moments: dict[str, Moment]) -> tuple[TurningPoint, ...]:
    points = []
    for name, node in fields.named("turning_points", Term("a turning point")):
        inside = Fields(node, Term("the turning point `{name}`", name), fields.diagnostics)
        when = texts.condition(inside, "when", required=True)
        to = inside.text("to", required=True)
        inside.done()
        if to and to not in moments:
            advice, near = did_you_mean(to, moments, fields.diagnostics)
            inside.report(
                inside.node_of("to"), "FS060", 'there is no moment "{name}"', advice, name=to, near=near
            )
        if when is not None:
            points.append(TurningPoint(name, when, to))
    return tuple(points)


def _watched(conditions: Iterable[Expression], moments: dict[str, Moment]) -> Watched:
    visits: dict[str, None] = {}
    said: dict[str, None] = {}
    runs: dict[str, None] = {}
    for condition in conditions:
        for name in names(condition):
            {"visits": visits, "said": said, "run": runs}.get(name.kind, {})[name.key] = None
    for moment in moments.values():
        for choice in moment.choices:
            if choice.once:
                said[f"{moment.id}.{choice.id}"] = None
    return Watched(tuple(visits), tuple(said), tuple(runs))
