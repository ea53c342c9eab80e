"""This project's engine: its own loader, its own rules, its own saves, with nothing turned off."""

import gc
import json
import sys
from pathlib import Path

ROOT = Path(__file__).parents[4]
sys.path.insert(0, str(ROOT))

import harness

import game.model.appearance
import game.model.expression
import game.model.rubric
import game.model.scenario  # noqa: F401  (imported, as any engine is before it is timed)
from game.__main__ import YOUNG
from game.attempts.record import Attempt, restore, save
from game.engine.play import choices, choose, opening
from game.engine.scene import Scene
from game.loading.catalogue import Catalogue
from game.loading.compiled import Compiled
from game.model.events import MomentEntered, PatientReplied

RUBRIC = ROOT / "scenarios" / "rubric.yaml"
SPOKEN = (PatientReplied, MomentEntered)


class Game:
    """A running session."""

    __slots__ = ("events", "offered", "said", "scene", "seed", "state")

    def __init__(self, scene, seed, state, events, said):
        self.scene = scene
        self.seed = seed
        self.state = state
        self.events = events
        self.said = said
        self.offered = ()


def _place(d):
    return Path(d).resolve() / "compiled"


def _catalogue(d, compiled=None):
    return Catalogue([Path(d).resolve()], RUBRIC, compiled)


def _id(d):
    return f"story_{Path(d).resolve().name}"


def from_source(d):
    catalogue = _catalogue(d)
    return Scene(catalogue.scenario(_id(d), "en"), catalogue.rubric)


def build(d):
    place = _place(d)
    _catalogue(d, Compiled(place)).scenario(_id(d), "en")
    scene = f"{_id(d)}.en"
    (place / "keys").write_text(f"{_key(place, 'rubric')} {scene} {_key(place, scene)}")


def _key(place, name):
    with open(place / f"{name}.compiled", encoding="utf-8") as file:
        return json.loads(file.readline())[2]


def from_compiled(d):
    place = f"{d}/compiled"
    compiled = Compiled(place)
    with open(f"{place}/keys", "rb", buffering=0) as file:
        rubric, name, scene = file.read().decode().split()
    return Scene(compiled.load(name, scene)[1], compiled.load("rubric", rubric))


def from_known(d):
    """The text is there, and was compiled before: it is read and hashed, and its compiled form is opened."""
    catalogue = _catalogue(d, Compiled(_place(d)))
    return Scene(catalogue.scenario(_id(d), "en"), catalogue.rubric)


def begin(scene):
    return Game(scene, 7, *opening(scene, 7), [])


def turn(game):
    lines = [line.text for event in game.events if event.__class__ in SPOKEN for line in event.lines]
    state = game.state
    offered = game.offered = choices(game.scene, state)
    return lines, [choice.say.joined(state) for choice in offered]


def choose_(game, i):
    choice = game.offered[i].id
    game.said.append(choice)
    game.state, game.events = choose(game.scene, game.state, choice)


def save_(game):
    scenario = game.scene.scenario
    attempt = Attempt(scenario.id, scenario.digest, "en", game.seed, "guided", tuple(game.said))
    return save(attempt, game.state)


def restore_(scene, blob):
    attempt, state = restore(scene, blob)
    return Game(scene, attempt.seed, state, (), list(attempt.choices))


class Adapter:
    build = staticmethod(build)
    from_source = staticmethod(from_source)
    from_compiled = staticmethod(from_compiled)
    from_known = staticmethod(from_known)
    begin = staticmethod(begin)
    turn = staticmethod(turn)
    choose = staticmethod(choose_)
    save = staticmethod(save_)
    restore = staticmethod(restore_)
    after_restore = staticmethod(turn)


if __name__ == "__main__":
    gc.set_threshold(YOUNG)  # as the game does
    harness.main(Adapter)
