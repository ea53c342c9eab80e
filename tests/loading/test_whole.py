"""Every key that an author can write, each with a value of its own, lands in its own place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.catalogue import Catalogue
from game.loading.folder import load_rubric
from game.model.appearance import Appearance
from game.model.expression import Both, Compare, Literal, Name, Not
from game.model.head import Head, PatientHead
from game.model.rubric import Rubric, RunRule, RuptureRule, StateRule, Technique, Wording
from game.model.scenario import (
    Bounds,
    Change,
    Choice,
    Ending,
    Ghost,
    Inner,
    Line,
    Moment,
    OwnGhost,
    Patient,
    Probe,
    Road,
    Scenario,
    Secret,
    TurningPoint,
    Watched,
)
from tests.loading.desk import RUBRIC_FILE, load, told, write

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
format: 1
id: scene
language: fr
title: La scène
setting: hospital
time: day
level: advanced
minutes: 12
brief: Quelqu’un.
objectives: [Un, Deux]
risk: violence
patient:
  name: Ada
  age: 71
  referral: Seule
  appearance:
    {presentation: feminine, skin: "#aabbcc", hair: bun, brows: 0.25, tired: 1, freckles: true, seat: bed}
  guardedness: 61
  trust: 31
  hopes_for: Ceci, {patient.name}.
  ghosts:
    one: {story: Une., stung_by: judging, soothed_by: [validation, summary], times: 1.5}
    two: {story: Deux.}
  secrets:
    low: {text: "De {patient.name}.", needs: trust >= 41}
    high: {text: Rien.}
clinician:
  ghosts:
    mine: {story: Moi., pull: judge}
variables: {asked: true, count: -3, colour: red}
start: door
moments:
  door:
    patient: "Bonjour {patient.name}, {variables.count}."
    cue: Une chaise.
    mood: wary
    gesture: shrug
    thinks: [Hm., {when: not asked, text: Si.}]
    offers: Ceci
    rupture: confrontation
    inner: {ghost: mine, text: Va.}
    probe: {feels: sad, not: angry}
    choices:
      ask:
        say: {one_of: [A, B], when: asked, else: C, mood: sad, cue: D, thinks: E, gesture: look_down}
        technique: [open_question, validation]
        then: [{when: knows.low, to: end}, {visit: aside, to: end}]
        reply: Oui.
        when: said.door.wait and run.silence > 2
        once: true
        effects:
          {empathy: 1, non_judgment: 2, listening: 3, benevolence: 4, positive_regard: 5,
          guardedness: 6, trust: 7}
        sets: {asked: false, count: {add: -2}, colour: blue}
        confides: low
        meets: 6
        inner: act_out
        better: wait
        feedback: Bien.
      wait:
        technique: silence
        fallback: true
        then: end
  aside:
    return: true
  end:
    ending: {outcome: walkout, returns: true, title: Fin, text: [Un., Deux.]}
turning_points:
  storm: {when: visits.aside > 1, to: end}
"""

APPEARANCE = Appearance(
    age=71,
    presentation="feminine",
    skin="#AABBCC",
    hair="bun",
    brows=0.25,
    tired=1.0,
    freckles=True,
    seat="bed",
)

ASK = Choice(
    id="ask",
    say=(Line(("A", "B"), Name("variable", "asked"), "C", "sad", "D", "E", "look_down"),),
    techniques=("open_question", "validation"),
    then=(Road(Name("knows", "low"), "end"), Road(None, "end", "aside")),
    reply=(Line(("Oui.",)),),
    when=Both("and", Name("said", "door.wait"), Compare(">", Name("run", "silence"), Literal(2))),
    once=True,
    effects=(1, 2, 3, 4, 5, 6, 7),
    sets=(Change("asked", False), Change("count", None, -2), Change("colour", "blue")),
    confides="low",
    meets=6,
    inner="act_out",
    better="wait",
    feedback=(Line(("Bien.",)),),
)
WAIT = Choice(id="wait", say=(), techniques=("silence",), then=(Road(None, "end"),), fallback=True)

DOOR = Moment(
    id="door",
    patient=(Line(("Bonjour Ada, {variables.count}.",)),),
    cue=(Line(("Une chaise.",)),),
    mood="wary",
    gesture="shrug",
    thinks=(Line(("Hm.",)), Line(("Si.",), Not(Name("variable", "asked")))),
    offers="Ceci",
    rupture="confrontation",
    inner=Inner("mine", "Va."),
    probe=Probe("sad", ("angry",)),
    choices=(ASK, WAIT),
)
END = Moment("end", ending=Ending("walkout", "true", "Fin", (Line(("Un.",)), Line(("Deux.",)))))


def test_a_scene_with_every_key(tmp_path: Path) -> None:
    loaded = load(tmp_path, TEXT)
    assert told(loaded.diagnostics) == []
    assert loaded.scenario is not None
    expected = Scenario(
        id="scene",
        language="fr",
        languages=("fr",),
        digest=loaded.scenario.digest,
        title="La scène",
        setting="hospital",
        time="day",
        level="advanced",
        minutes=12,
        brief="Quelqu’un.",
        objectives=("Un", "Deux"),
        risk="violence",
        patient=Patient(
            "Ada",
            71,
            "Seule",
            APPEARANCE,
            61,
            31,
            "Ceci, Ada.",
            (
                Ghost("one", "Une.", ("judging",), ("validation", "summary"), 15),
                Ghost("two", "Deux.", (), (), 20),
            ),
            (
                Secret("low", "De Ada.", Compare(">=", Name("measure", "trust"), Literal(41))),
                Secret("high", "Rien.", None),
            ),
        ),
        own_ghosts=(OwnGhost("mine", "Moi.", "judge"),),
        variables={"asked": True, "count": -3, "colour": "red"},
        start="door",
        moments={"door": DOOR, "aside": Moment("aside", comes_back=True), "end": END},
        turning_points=(TurningPoint("storm", Compare(">", Name("visits", "aside"), Literal(1)), "end"),),
        watched=Watched(("aside",), ("door.wait", "door.ask"), ("silence",)),
        bounds=Bounds(("ask", "wait"), ((), (), ("red", "blue")), ("end",), ("aside",)),
    )
    assert loaded.scenario._asdict() == expected._asdict()


def test_what_a_library_shows_of_it(tmp_path: Path) -> None:
    write(tmp_path, {"scenario.yaml": TEXT})
    patient = PatientHead("Ada", 71, "Seule", APPEARANCE, 61, 31)
    assert Catalogue([tmp_path], RUBRIC_FILE).head("scene", "fr") == Head(
        *("scene", "fr", "La scène", "hospital", "day", "advanced", 12, "Quelqu’un.", ("Un", "Deux")),
        *("violence", patient),
    )


RUBRIC = """\
format: 1
techniques:
  summary:
    family: reflection
    name: {en: Summary, fr: Résumé}
    definition: {en: All of it., fr: Tout cela.}
    example: {en: So., fr: Donc.}
    source: Miller
    effects: {listening: 2}
    repairs: true
    never_penalised: true
    state:
      - {when: trust > 3, effects: {trust: 1}, because: {en: Yes., fr: Oui.}}
      - {when: turn > 3, effects: {trust: 4}, because: {en: No., fr: Non.}}
    runs:
      - {from: 3, effects: {trust: 5}, because: {en: Again., fr: Encore.}}
  silence:
    family: repair
    name: {en: Silence, fr: Silence}
    definition: {en: None., fr: Aucun.}
    example: {en: “…”, fr: « … »}
    source: Lane
    effects: {}
ruptures: {trust_fall: 9, window: 4, repair: {trust: 3, empathy: 1}}
"""


def test_a_rubric_with_every_key() -> None:
    rubric, diagnostics = load_rubric(RUBRIC.encode(), "rubric.yaml")
    assert told(diagnostics) == []
    assert rubric == Rubric(
        {
            "summary": Technique(
                "summary",
                "reflection",
                Wording("Summary", "Résumé"),
                Wording("All of it.", "Tout cela."),
                Wording("So.", "Donc."),
                "Miller",
                (0, 0, 2, 0, 0, 0, 0),
                (
                    StateRule(
                        Compare(">", Name("measure", "trust"), Literal(3)),
                        (0, 0, 0, 0, 0, 0, 1),
                        Wording("Yes.", "Oui."),
                    ),
                    StateRule(
                        Compare(">", Name("turn", ""), Literal(3)),
                        (0, 0, 0, 0, 0, 0, 4),
                        Wording("No.", "Non."),
                    ),
                ),
                (RunRule(3, (0, 0, 0, 0, 0, 0, 5), Wording("Again.", "Encore.")),),
                True,
                True,
            ),
            "silence": Technique(
                "silence",
                "repair",
                Wording("Silence", "Silence"),
                Wording("None.", "Aucun."),
                Wording("“…”", "« … »"),
                "Lane",
                (0, 0, 0, 0, 0, 0, 0),
            ),
        },
        RuptureRule(9, 4, (1, 0, 0, 0, 0, 0, 3)),
    )
