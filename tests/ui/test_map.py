"""The map in the window: seen moments are widgets, keys walk the roads, and it moves without a trace."""

from __future__ import annotations

import threading
import time
from collections import Counter
from typing import TYPE_CHECKING

import pygame
import pytest

from game.app import map_places
from game.app.intents import CloseMap, OpenLibrary, OpenMap, StartFrom
from game.app.map_places import CARD
from game.app.map_values import ENDING, MapMoment, MapReply, MapRoad, MapStart, MapView
from game.app.views import EncounterView, PatientLine, Span
from game.ui.screens import SCREENS as ALL_SCREENS
from game.ui.screens.map import MapScreen, planner, screen
from game.ui.screens.map.field import MapField, Pin
from game.ui.screens.map.planner import Planner
from game.ui.screens.map.sheet import card_rect
from game.ui.screens.map.strokes import dashes
from game.ui.settings import Settings
from game.ui.shell import Shell
from game.ui.widgets import Button, Dialog, Flowing, Label
from tests.players import controller, new_journal, play
from tests.ui import page_samples
from tests.ui.layout_walker import faults
from tests.ui.page_stage import asked, texts
from tests.ui.page_stage import opened as pages
from tests.ui.stage import Booth, PlainArt, click, display, key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from game.ui.shell import Screens

SCREENS: Screens = {MapView: MapScreen}
LONG = (
    "Vous pouvez écrire ce que vous voulez\u202f! De toute façon, qui va le lire\u202f? Ma mère\u202f? " * 2
)


def moment(number: int, *, lit: bool = True, times: int = 1, marks: tuple[str, ...] = ()) -> MapMoment:
    facts = tuple(f"{mark} happened" for mark in marks)
    starts = tuple(
        MapStart(StartFrom(f"attempt{place}", number, 0), f"Session {place} · after reply {number}")
        for place in range(1, 4)
    )
    return MapMoment(
        "moment", number, times, lit, f"Moment {number}", "", "",
        (PatientLine("A cue.", (Span(f"“{LONG}”"),), "sad"),), marks, (*facts, f"Seen {times} times"),
        (MapReply((Span("“And then?”"),), times, 1, f"{times} times"),), starts,
    )  # fmt: skip


def ending(number: int) -> MapMoment:
    return moment(number)._replace(
        kind=ENDING, title="The stairwell", returns="no", note="The patient walks out", lines=()
    )


def sample() -> MapView:
    """A start, two moments beside each other, one that was never seen, two endings of which one was found."""
    moments = (
        moment(1, times=3, marks=("start",)),
        moment(2, marks=("rupture", "secret")),
        moment(3, lit=False, times=2),
        MapMoment("moment"),
        ending(4),
        MapMoment(ENDING),
    )
    taken = ((0, 1, 1, True), (0, 2, 2, False), (1, 4, 1, True), (2, 2, 1, False), (2, 0, 1, False))
    never = ((0, 3), (3, 5), (1, 5))
    roads = (*(MapRoad(*road) for road in taken), *(MapRoad(*road) for road in never), MapRoad(2, 4, 2))
    return MapView("lea", "d" * 64, "Léa", moments, roads, 8, 0, 4, "You have seen 66 %.")


def tall(count: int = 60) -> MapView:
    """A long chain, far larger than any window."""
    moments = tuple(moment(number) for number in range(1, count + 1))
    roads = tuple(MapRoad(place, place + 1, 1, True) for place in range(count - 1))
    return MapView("tall", "t" * 64, "Tall", moments, roads, count - 1, 0, count // 2, "All seen.")


def opened(
    view: MapView, size: tuple[int, int] = (1280, 720), scale: float = 1.0, *, still: bool = True
) -> Shell:
    display(size)
    shell = Shell(Booth(view), Settings(text_scale=scale, reduced_motion=still), PlainArt(), SCREENS)
    wait(shell, lambda: any(isinstance(widget, MapField) for widget in shell.tree.layers[0].walk()))
    shell.draw()
    return shell


def wait(shell: Shell, ready: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not ready():
        assert time.monotonic() < until
        shell.tick(0.01)
        time.sleep(0.005)


def field(shell: Shell) -> MapField:
    return next(widget for widget in shell.tree.layers[0].walk() if isinstance(widget, MapField))


def pins(shell: Shell) -> list[Pin]:
    return [widget for widget in shell.tree.layers[0].walk() if isinstance(widget, Pin)]


def focus(shell: Shell) -> str:
    return shell.tree.focus.key if shell.tree.focus else ""


def press(shell: Shell, name: str) -> None:
    """What a click on the widget of this key does."""
    assert shell.tree.top is not None
    next(widget for widget in shell.tree.top.walk() if widget.key == name).press()


def pixels(shell: Shell) -> bytes:
    surface = pygame.display.get_surface()
    assert surface is not None
    return pygame.image.tobytes(surface, "RGB")


def pointer(shell: Shell, kind: int, pos: tuple[int, int]) -> None:
    shell.dispatch(pygame.event.Event(kind, pos=pos, button=1, rel=(0, 0), buttons=(1, 0, 0)))


def wheel(shell: Shell, pos: tuple[int, int], steps: int) -> None:
    pointer(shell, pygame.MOUSEMOTION, pos)
    shell.dispatch(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=steps, precise_y=float(steps)))


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_around_the_map_is_cut_or_overlaps(size: tuple[int, int], scale: float) -> None:
    shell = opened(sample(), size, scale)
    window = pygame.Rect((0, 0), size)
    shell.dispatch(key(pygame.K_HOME))
    assert faults(shell.tree.layers[0], window) == []
    assert field(shell).rect.h > 100
    press(shell, "moment:1")
    assert isinstance(shell.tree.top, Dialog)
    assert faults(shell.tree.top, window) == []


def test_each_moment_that_was_seen_can_be_reached_and_read_aloud() -> None:
    shell = opened(sample())
    found = pins(shell)
    assert [pin.key for pin in found] == ["moment:0", "moment:1", "moment:2", "moment:4"]
    assert {pin.role for pin in found} == {"button"}
    assert found[0].name.startswith("Moment 1. “Vous pouvez")
    assert found[3].name == "The stairwell"
    assert "rupture happened" in found[1].value
    assert "The patient walks out" in found[3].value
    ring = shell.tree.ring()
    assert [widget for widget in ring if isinstance(widget, Pin)] == found
    assert {widget.name for widget in ring if isinstance(widget, Button)} >= {
        "Back (Esc)",
        "Whole map (Home)",
    }


def test_arrows_walk_along_the_roads_and_to_the_side() -> None:
    shell = opened(sample())
    walked = []
    for code in (pygame.K_UP, pygame.K_UP, pygame.K_UP, pygame.K_DOWN, pygame.K_RIGHT, pygame.K_LEFT):
        shell.dispatch(key(code))
        walked.append(focus(shell))
    assert walked[:4] == ["moment:4", "moment:1", "moment:0", "moment:1"]
    assert "moment:2" in walked[4:]


def test_the_focus_is_seen_wherever_it_goes() -> None:
    shell = opened(tall())
    before = pixels(shell)
    for _ in range(40):
        shell.dispatch(key(pygame.K_DOWN))
        assert shell.tree.focus is not None
        assert field(shell).rect.contains(shell.tree.focus.rect)
    shell.draw()
    assert pixels(shell) != before
    assert focus(shell) == "moment:59"


@pytest.mark.parametrize("still", [True, False])
def test_the_map_glides_only_where_motion_is_not_reduced(still: bool) -> None:
    shell = opened(tall(), still=still)
    for _ in range(8):
        shell.dispatch(key(pygame.K_DOWN))
    before = pins(shell)[0].rect.y
    shell.tick(0.02)
    assert (pins(shell)[0].rect.y == before) is still
    wait(shell, lambda: not shell.tick(0.05))
    assert shell.tree.focus is not None
    assert field(shell).rect.contains(shell.tree.focus.rect)


def test_enter_opens_a_moment_and_a_session_begins_from_there() -> None:
    shell = opened(sample())
    shell.dispatch(key(pygame.K_UP))
    shell.dispatch(key(pygame.K_UP))
    shell.dispatch(key(pygame.K_RETURN))
    told = texts(shell)
    for text in ("Moment 2", "A cue.", "“And then?”", "rupture happened", "Session 1 · after reply 2"):
        assert text in told
    shell.dispatch(key(pygame.K_ESCAPE))
    assert shell.dialogs == 0
    assert focus(shell) == "moment:1"
    shell.dispatch(key(pygame.K_RETURN))
    press(shell, "start:Session 2 · after reply 2")
    assert asked(shell) == [StartFrom("attempt2", 2, 0)]


def test_a_click_opens_and_a_drag_moves() -> None:
    shell = opened(sample())
    pin = pins(shell)[1]
    place = pin.rect.center
    click(shell, place)
    assert shell.dialogs == 1
    shell.dispatch(key(pygame.K_ESCAPE))
    assert focus(shell) == pin.key
    for _ in range(6):
        shell.dispatch(key(pygame.K_PLUS))
    start = pins(shell)[0].rect.topleft
    pointer(shell, pygame.MOUSEBUTTONDOWN, pins(shell)[1].rect.center)
    here = pins(shell)[1].rect.center
    pointer(shell, pygame.MOUSEMOTION, (here[0] + 30, here[1] - 25))
    pointer(shell, pygame.MOUSEBUTTONUP, (here[0] + 30, here[1] - 25))
    assert shell.dialogs == 0
    moved = pins(shell)[0].rect.topleft
    assert (moved[0] - start[0], moved[1] - start[1]) != (0, 0)


def test_an_empty_place_is_dragged_as_well_and_does_nothing_else() -> None:
    shell = opened(tall())
    area = field(shell).rect
    before = pins(shell)[0].rect.y
    pointer(shell, pygame.MOUSEBUTTONDOWN, (area.x + 30, area.centery))
    pointer(shell, pygame.MOUSEMOTION, (area.x + 30, area.centery - 70))
    pointer(shell, pygame.MOUSEBUTTONUP, (area.x + 30, area.centery - 70))
    assert pins(shell)[0].rect.y == before - 70
    assert asked(shell) == []


def test_the_wheel_zooms_where_the_pointer_is() -> None:
    shell = opened(tall())
    pin = pins(shell)[30]
    wide = pin.rect.w
    wheel(shell, pin.rect.center, -1)
    assert pin.rect.w < wide
    pos = pin.rect.center
    wheel(shell, pos, 1)
    assert abs(pin.rect.centery - pos[1]) <= 2


def test_keys_zoom_and_home_shows_all() -> None:
    shell = opened(tall())
    wide = pins(shell)[0].rect.w
    shell.dispatch(key(pygame.K_KP_MINUS))
    assert pins(shell)[0].rect.w < wide
    shell.dispatch(key(pygame.K_EQUALS))
    assert pins(shell)[0].rect.w == wide
    shell.dispatch(key(pygame.K_HOME))
    area = field(shell).rect
    assert all(area.contains(pin.rect) for pin in pins(shell))
    for _ in range(9):
        shell.dispatch(key(pygame.K_MINUS))
    assert all(area.contains(pin.rect) for pin in pins(shell)), "no further away than the whole"
    press(shell, "larger")
    assert not all(area.contains(pin.rect) for pin in pins(shell))


def test_the_small_map_leads_where_it_is_pressed() -> None:
    shell = opened(tall())
    small = field(shell)._small()
    assert small.h
    pointer(shell, pygame.MOUSEBUTTONDOWN, (small.centerx, small.bottom - 1))
    pointer(shell, pygame.MOUSEBUTTONUP, (small.centerx, small.bottom - 1))
    area = field(shell).rect
    assert area.contains(pins(shell)[-1].rect)
    shell.dispatch(key(pygame.K_HOME))
    assert field(shell)._small().h == 0


@pytest.mark.parametrize("view", [sample(), tall()])
def test_a_part_that_is_drawn_again_equals_the_whole(view: MapView) -> None:
    shell = opened(view)
    for code in (
        *[pygame.K_UP] * 4, pygame.K_MINUS, pygame.K_DOWN, pygame.K_PLUS, pygame.K_HOME, pygame.K_PAGEDOWN,
    ):  # fmt: skip
        shell.dispatch(key(code))
        pointer(shell, pygame.MOUSEMOTION, pins(shell)[0].rect.center)
        shell.draw()
        part = pixels(shell)
        shell.tree.touch(pygame.Rect(0, 0, 1280, 720))
        shell.draw()
        assert pixels(shell) == part


@pytest.mark.parametrize("code", [pygame.K_ESCAPE, pygame.K_m])
def test_keys_lead_back(code: int) -> None:
    shell = opened(sample())
    shell.dispatch(key(code))
    assert asked(shell) == [CloseMap()]


def test_the_signs_are_explained_where_there_is_no_room_for_them() -> None:
    wide = texts(opened(sample()))
    shell = opened(sample(), (1024, 640), 2.0)
    low = texts(shell)
    assert "confidence" in wide
    assert "confidence" not in low
    press(shell, "signs")
    assert "confidence" in texts(shell)


@pytest.mark.parametrize("width", range(1024, 1600, 64))
def test_no_sign_is_left_alone_on_a_line(width: int) -> None:
    shell = opened(sample(), size=(width, 720))
    signs = next(w for w in shell.tree.layers[0].walk() if isinstance(w, Flowing) and w.even)
    lines = Counter(entry.rect.y for entry in signs.children())
    assert min(lines.values()) * len(lines) >= len(signs.children()) - len(lines)
    assert all(signs.rect.contains(entry.rect) for entry in signs.children())


def test_the_language_changes_in_place() -> None:
    shell = opened(tall())
    shell.dispatch(key(pygame.K_DOWN))
    shell.dispatch(key(pygame.K_DOWN))
    shell.dispatch(key(pygame.K_PLUS))
    before = focus(shell), seen_from_the_middle(shell)
    shell.dispatch(key(pygame.K_l))
    assert (focus(shell), seen_from_the_middle(shell)) == before


def seen_from_the_middle(shell: Shell) -> list[tuple[int, int, int]]:
    middle = field(shell).rect.center
    return [(pin.rect.x - middle[0], pin.rect.y - middle[1], pin.rect.w) for pin in pins(shell)]


def test_a_map_that_takes_long_is_announced_and_then_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()
    real = map_places.places_of

    def slow(view: MapView) -> object:
        go_on.wait(20)
        return real(view)

    monkeypatch.setattr(planner, "places_of", slow)
    monkeypatch.setattr(screen, "_PLANNER", Planner())
    display()
    shell = Shell(Booth(sample()), Settings(), PlainArt(), SCREENS)
    shell.draw()
    assert "The map is being drawn…" in texts(shell)
    assert pins(shell) == []
    shell.tick(0.02)
    assert "The map is being drawn…" in texts(shell), "the window goes on meanwhile"
    go_on.set()
    wait(shell, lambda: bool(pins(shell)))
    assert "The map is being drawn…" not in texts(shell)
    shell.close()


def test_nothing_was_seen_yet_and_the_arrows_move_the_map() -> None:
    view = tall()
    nothing = view._replace(moments=tuple(MapMoment("moment") for _ in view.moments), here=-1)
    nothing = nothing._replace(roads=tuple(road._replace(times=0, lit=False) for road in view.roads))
    shell = opened(nothing)
    before = pixels(shell)
    shell.dispatch(key(pygame.K_DOWN))
    shell.draw()
    assert pixels(shell) != before
    assert focus(shell) == ""


def test_no_sign_depends_on_its_colour_alone() -> None:
    shell = opened(sample()._replace(digest="s" * 64))
    names = (
        {widget.name for widget in shell.tree.top.walk() if isinstance(widget, Label)}
        if shell.tree.top
        else set()
    )
    assert {"rupture", "repair", "confidence", "ending", "beginning"} <= names


def test_dashes_go_on_around_a_bend() -> None:
    whole = [*dashes((0, 0), (0, 100), 0, 9)]
    halves = [*dashes((0, 0), (0, 40), 0, 9), *dashes((0, 40), (0, 100), 40, 9)]
    assert covered(whole) == covered(halves)


def covered(pieces: list[tuple[tuple[float, float], tuple[float, float]]]) -> set[int]:
    return set(tenths(pieces))


def tenths(pieces: list[tuple[tuple[float, float], tuple[float, float]]]) -> Iterator[int]:
    for (_, start), (_, end) in pieces:
        yield from range(round(start * 10), round(end * 10))


def test_a_card_has_the_size_of_its_widget() -> None:
    shell = opened(sample())
    shell.dispatch(key(pygame.K_HOME))
    scale = field(shell).scale
    assert pins(shell)[0].rect.size == card_rect((0.0, 0.0), scale).size
    assert abs(pins(shell)[0].rect.w - CARD[0] * scale) <= 1


@pytest.mark.parametrize("page", ["brief", "debrief"])
def test_brief_and_debrief_lead_to_the_map_by_key_and_by_button(page: str) -> None:
    view = page_samples.brief() if page == "brief" else page_samples.debrief()
    shell = pages(view)
    shell.dispatch(key(pygame.K_m))
    press(shell, "map")
    assert asked(shell) == [OpenMap(view.scene)] * 2


def test_a_tile_leads_to_the_map_of_a_scene_that_was_begun() -> None:
    view = page_samples.shelf()
    cards = (view.cards[0]._replace(played="Played once"), view.cards[1]._replace(played="", resume=None))
    shell = pages(view._replace(cards=cards))
    shell.dispatch(key(pygame.K_m))
    assert asked(shell) == [], "no scene has the focus"
    press(shell, f"map:{cards[0].id}")
    shell.dispatch(key(pygame.K_RIGHT))
    shell.dispatch(key(pygame.K_m))
    assert asked(shell) == [OpenMap(cards[0].id)] * 2
    assert shell.tree.top is not None
    assert f"map:{cards[1].id}" not in {widget.key for widget in shell.tree.top.walk()}


def test_from_the_shelf_over_the_map_into_a_former_session(tmp_path: Path) -> None:
    game = controller(journal=new_journal(tmp_path))
    played = play(game, "premiers_pas")
    game.handle(OpenLibrary())
    display()
    shell = Shell(game, Settings(reduced_motion=True, reveal_speed=0), PlainArt(), ALL_SCREENS)
    press(shell, "map:premiers_pas")
    wait(shell, lambda: any(isinstance(widget, MapField) for widget in shell.tree.layers[0].walk()))
    shell.dispatch(key(pygame.K_UP))
    shell.dispatch(key(pygame.K_UP))
    shell.dispatch(key(pygame.K_RETURN))
    assert shell.tree.top is not None
    start = next(widget for widget in shell.tree.top.walk() if widget.key.startswith("start:"))
    start.press()
    assert isinstance(game.view, EncounterView)
    assert game.view.lines in [view.lines for view in played]
    assert shell.dialogs == 0
    shell.close()


def test_what_lies_around_is_drawn_while_nothing_happens() -> None:
    shell = opened(tall())
    ticks = 0
    while shell.tick(0.01):
        ticks += 1
        assert ticks < 200, "it comes to an end, and the window rests"
    assert ticks
    assert not shell.tree.dirty
    part = pixels(shell)
    shell.tree.touch(pygame.Rect(0, 0, 1280, 720))
    shell.draw()
    assert pixels(shell) == part
