"""The preview's window: the bar and its keys, mistakes in place of the scene, and a save taken in."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pygame
import pytest

from game.app.preview.beginning import Beginning
from game.app.preview.remarks import Remarks
from game.app.preview.watch import Watch
from game.app.views import DebriefView, EncounterView, MistakesView, MistakeView
from game.model.diagnostics import WARNING, Diagnostic, Place
from game.ui.preview import preview_screens
from game.ui.preview.excerpt import Excerpt
from game.ui.preview.mistakes import MistakesScreen
from game.ui.screens.debrief import DebriefScreen
from game.ui.screens.encounter import EncounterScreen
from game.ui.settings import Settings
from game.ui.shell import Shell
from game.ui.widgets import Rich, Scroll
from tests.app.drafts import SCENE, Draft
from tests.loading import desk
from tests.ui.layout_walker import faults
from tests.ui.stage import Booth, PlainArt, click, display, key, settings
from tests.ui.test_tree import found

if TYPE_CHECKING:
    from pathlib import Path

    from game.app.preview.preview import Preview

SIZES = ((1024, 640), (1280, 720))


class Desk:
    """A draft on the disk, its preview, and the window upon it; `save` is noticed at the next tick."""

    def __init__(
        self,
        folder: Path,
        moment: str = "",
        *,
        scene: str = SCENE,
        language: str = "en",
        size: tuple[int, int] = (1280, 720),
        given: Settings | None = None,
        remarks: Remarks | None = None,
    ) -> None:
        self.draft = Draft(folder, scene)
        self.preview: Preview = self.draft.preview(Beginning(moment), language, remarks=remarks)
        self.saved = False
        display(size)
        screens = {
            EncounterView: lambda host, view: EncounterScreen(host, view, threaded=False),
            DebriefView: DebriefScreen,
        }
        framed = preview_screens(screens, self.preview, self._changed)
        self.shell = Shell(self.preview, given or settings(), PlainArt(), framed)

    def _changed(self) -> bool:
        saved, self.saved = self.saved, False
        return saved

    def save(self, text: str) -> None:
        self.draft.save(text)
        self.saved = True
        self.shell.tick(0.01)
        self.shell.draw()

    def press(self, *codes: int) -> None:
        for code in codes:
            self.shell.dispatch(key(code))

    def texts(self) -> str:
        return "\n".join(w.name for w in self.shell.tree.top.walk() if isinstance(w, Rich))


@pytest.fixture
def desktop(tmp_path: Path) -> Desk:
    return Desk(tmp_path, "middle")


BROKEN = desk.edit(
    "trust: 30", "trust: 300",
    desk.edit("then: straight}", "then: strait}", desk.edit("summary, reply", "sumary, reply", SCENE)),
)  # fmt: skip


# -- the bar


def test_the_bar_tells_the_moment_and_where_it_is_written(desktop: Desk) -> None:
    line = SCENE.splitlines().index("  middle:") + 1
    assert "middle" in desktop.texts()
    assert f"scenario.yaml:{line}" in desktop.texts()


def test_keys_go_to_other_moments_and_back_to_the_beginning(desktop: Desk) -> None:
    desktop.press(pygame.K_n)
    assert desktop.preview.bar.moments == "straight → last"
    desktop.press(pygame.K_b, pygame.K_1)
    assert desktop.preview.transcript().entries[-1].speech
    desktop.press(pygame.K_r)
    assert desktop.preview.bar.moments == "middle"
    assert len(desktop.preview.transcript().entries) == 1


def test_keys_nudge_guard_and_trust_and_the_portrait_follows(desktop: Desk) -> None:
    desktop.press(pygame.K_F5, pygame.K_F5, pygame.K_F8)
    assert [dial.value for dial in desktop.preview.bar.dials] == [50, 35]
    inner = desktop.shell.screen.inner  # type: ignore[attr-defined]
    assert inner.actor._bearing[:2] == (50, "sad")
    desktop.press(pygame.K_F6, pygame.K_F7)
    assert [dial.value for dial in desktop.preview.bar.dials] == [55, 30]


@pytest.mark.parametrize(
    ("name", "moments", "dials"),
    [
        ("next", "straight → last", [60, 30]),
        ("previous", "hello", [60, 30]),
        ("more_guarded", "middle", [65, 30]),
        ("less_trust", "middle", [60, 25]),
    ],
)
def test_buttons_do_what_the_keys_do(desktop: Desk, name: str, moments: str, dials: list[int]) -> None:
    click(desktop.shell, found(desktop.shell, f"preview:{name}").rect.center)
    assert desktop.preview.bar.moments == moments
    assert [dial.value for dial in desktop.preview.bar.dials] == dials


def test_the_focus_comes_to_the_replies_first_and_stays_on_a_dial(desktop: Desk) -> None:
    desktop.press(pygame.K_TAB)
    assert desktop.shell.tree.focus.key.startswith("reply:")
    desktop.shell.tree.focus_on(found(desktop.shell, "preview:less_guarded"))
    desktop.press(pygame.K_RETURN, pygame.K_RETURN)
    assert desktop.preview.bar.dials[0].value == 50
    assert desktop.shell.tree.focus.key == "preview:less_guarded"


def test_tools_are_there_where_there_is_room_and_when_asked(tmp_path: Path) -> None:
    wide = Desk(tmp_path, "middle")
    assert "preview:less_guarded" in {w.key for w in wide.shell.tree.ring()}
    large = Desk(tmp_path, "middle", given=settings(2.0))
    assert "preview:less_guarded" not in {w.key for w in large.shell.tree.ring()}
    large.press(pygame.K_t)
    assert "preview:less_guarded" in {w.key for w in large.shell.tree.ring()}
    large.press(pygame.K_t, pygame.K_F5)
    assert large.preview.bar.dials[0].value == 55


def test_the_scene_is_laid_out_in_the_height_that_the_bar_leaves(desktop: Desk) -> None:
    screen, bar = desktop.shell.tree.layers[0].children()
    assert bar.rect.height > 0
    assert screen.rect.top == bar.rect.bottom
    assert screen.theme.height == screen.rect.height == 720 - bar.rect.height
    assert screen.theme.zoom == desktop.shell.theme.zoom


def test_the_games_own_keys_still_work(desktop: Desk) -> None:
    desktop.press(pygame.K_h)
    assert desktop.shell.dialogs == 1
    desktop.press(pygame.K_ESCAPE, pygame.K_l)
    assert (desktop.shell.dialogs, desktop.preview.language) == (0, "fr")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("moment", ["hello", "straight", "bye"])
def test_nothing_is_cut_or_overlaps(
    tmp_path: Path, size: tuple[int, int], scale: float, language: str, moment: str
) -> None:
    shown = Desk(tmp_path, moment, language=language, size=size, given=settings(scale))
    for keys in ((), (pygame.K_t,)):
        shown.press(*keys)
        window = pygame.Rect((0, 0), size)
        assert faults(shown.shell.tree.layers[0], window) == []


# -- saves


def test_a_save_is_on_the_screen_at_the_next_tick_at_the_same_place(desktop: Desk) -> None:
    desktop.press(pygame.K_1 if desktop.preview.view.replies[0].id == "stay" else pygame.K_2)
    assert "Nearly done." in desktop.texts()
    desktop.save(desk.edit("Nearly done.", "Almost there.", SCENE))
    assert "Almost there." in desktop.texts()
    assert "straight → last" in desktop.texts()


def test_a_save_shows_all_text_at_once(tmp_path: Path) -> None:
    slow = Desk(tmp_path, "last", given=Settings(reveal_speed=1))
    assert not {w.key for w in slow.shell.tree.ring()} & {"reply:end"}
    slow.save(desk.edit("Nearly done.", "Almost there.", SCENE))
    assert "reply:end" in {w.key for w in slow.shell.tree.ring()}


def test_a_save_keeps_focus_and_scroll(tmp_path: Path) -> None:
    small = Desk(tmp_path, "middle", size=(1024, 640), given=settings(2.0))
    small.shell.tree.focus_on(found(small.shell, "reply:nod"))
    (scroll,) = (w for w in small.shell.tree.top.walk() if isinstance(w, Scroll))
    scroll.move_to(scroll.furthest())
    place = scroll.offset
    assert place > 0
    small.save(desk.edit("reply: Mm.", "reply: Mhm.", SCENE))
    (scroll,) = (w for w in small.shell.tree.top.walk() if isinstance(w, Scroll))
    assert scroll.offset == place
    assert small.shell.tree.focus.key == "reply:nod"


def test_where_the_road_parts_the_bar_says_so(desktop: Desk) -> None:
    desktop.press(pygame.K_1 if desktop.preview.view.replies[0].id == "stay" else pygame.K_2)
    desktop.save(desk.edit("      stay:", "      remain:", SCENE))
    assert "The reply stay is no longer offered in middle: the road ends here." in desktop.texts()
    assert faults(desktop.shell.tree.layers[0], pygame.Rect(0, 0, 1280, 720)) == []


def test_a_real_save_reaches_the_window(tmp_path: Path) -> None:
    draft = Draft(tmp_path)
    preview = draft.preview(Beginning("last"))
    watch = Watch((draft.folder,))
    display()
    screens = {EncounterView: lambda host, view: EncounterScreen(host, view, threaded=False)}
    shell = Shell(preview, settings(), PlainArt(), preview_screens(screens, preview, watch.changed))
    watch.start()
    try:
        until = time.perf_counter() + 30
        shown = ""
        while "Soon over." not in shown and time.perf_counter() < until:
            if draft.file.read_text("utf-8") == SCENE:
                time.sleep(0.3)
                draft.save(desk.edit("Nearly done.", "Soon over.", SCENE))
            time.sleep(0.02)
            shell.tick(0.02)
            shown = "\n".join(w.name for w in shell.tree.top.walk() if isinstance(w, Rich))
        assert "Soon over." in shown
    finally:
        watch.close()
        shell.close()


# -- mistakes


def test_all_mistakes_are_shown_with_file_line_and_caret(desktop: Desk) -> None:
    desktop.save(BROKEN)
    view = desktop.preview.view
    assert isinstance(view, MistakesView)
    assert len(view.mistakes) == 3
    texts = desktop.texts()
    for mistake in view.mistakes:
        assert mistake.place in texts
        assert mistake.message in texts
        assert mistake.advice in texts
    excerpts = [w for w in desktop.shell.tree.top.walk() if isinstance(w, Excerpt)]
    assert [w.name for w in excerpts] == [mistake.line for mistake in view.mistakes]


def test_mended_the_scene_is_back_with_its_text(desktop: Desk) -> None:
    desktop.press(pygame.K_1 if desktop.preview.view.replies[0].id == "stay" else pygame.K_2)
    desktop.save(BROKEN)
    assert "Nearly done." not in desktop.texts()
    desktop.save(SCENE)
    assert "Nearly done." in desktop.texts()
    assert "reply:end" in {w.key for w in desktop.shell.tree.ring()}


def test_keys_of_the_scene_do_nothing_while_there_are_mistakes(desktop: Desk) -> None:
    desktop.save(BROKEN)
    desktop.press(pygame.K_1, pygame.K_n, pygame.K_F5, pygame.K_r, pygame.K_w, pygame.K_t, pygame.K_RETURN)
    desktop.save(SCENE)
    assert desktop.preview.bar.moments == "middle"
    assert desktop.preview.bar.dials[0].value == 60


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_mistakes_can_be_read_to_the_last_at_every_size(
    tmp_path: Path, size: tuple[int, int], scale: float, language: str
) -> None:
    shown = Desk(tmp_path, scene=BROKEN, language=language, size=size, given=settings(scale))
    root = shown.shell.tree.layers[0]
    assert faults(root, pygame.Rect((0, 0), size)) == []
    last = [w for w in root.walk() if w.role == "listitem"][-1]
    for _ in range(30):
        shown.press(pygame.K_PAGEDOWN)
    assert last.rect.bottom <= size[1]


def test_remarks_open_with_a_key_and_close_with_escape(tmp_path: Path) -> None:
    lost = SCENE.replace("  aside:\n", "  lost:\n    patient: Unheard.\n    then: bye\n  aside:\n")
    shown = Desk(tmp_path, "middle", scene=lost)
    assert "W Remarks: 1" in shown.texts()
    shown.press(pygame.K_w)
    assert shown.shell.dialogs == 1
    assert "nothing leads to the moment `lost`" in shown.texts()
    shown.save(SCENE)
    assert "All of them are mended." in shown.texts()
    shown.press(pygame.K_ESCAPE, pygame.K_w)
    assert shown.shell.dialogs == 0


def test_remarks_that_come_later_are_in_the_bar_and_the_focus_stays(tmp_path: Path) -> None:
    place = Place(str(tmp_path / "scenario.yaml"), 1, 1)
    remarks = Remarks(lambda: (Diagnostic("FS199", WARNING, "Too easy.", place),))
    shown = Desk(tmp_path, "middle", remarks=remarks)
    shown.shell.tree.focus_on(found(shown.shell, "reply:nod"))
    remarks.start()
    try:
        until = time.perf_counter() + 20
        while "W Remarks: 1" not in shown.texts() and time.perf_counter() < until:
            time.sleep(0.02)
            shown.shell.tick(0.02)
        assert "W Remarks: 1" in shown.texts()
        assert shown.shell.tree.focus.key == "reply:nod"
    finally:
        remarks.close()


# -- the line with its caret


def excerpt(line: str, caret: int, width: int) -> tuple[Excerpt, str]:
    display()
    mistake = MistakeView("scenario.yaml:1:1", "error FS001", "Wrong.", line, caret, "", True)
    view = MistakesView("One", "", (mistake,))
    screens = {MistakesView: MistakesScreen}
    shell = Shell(Booth(view), settings(), PlainArt(), screens)
    (found_one,) = (w for w in shell.tree.top.walk() if isinstance(w, Excerpt))
    found_one.place(pygame.Rect(0, 0, width, 40))
    return found_one, found_one.shown


def test_a_short_line_is_shown_whole() -> None:
    widget, shown = excerpt("then: nowhere", 6, 600)
    assert shown == "then: nowhere"
    font = widget.theme.brush.fonts
    assert widget._left == font.width("then: ", widget._style)


@pytest.mark.parametrize("caret", [0, 3, 90, 197, 200])
@pytest.mark.parametrize("width", [120, 400])
def test_a_long_line_is_shown_around_its_caret(caret: int, width: int) -> None:
    line = "".join(chr(ord("a") + index % 26) for index in range(199)) + "."
    widget, shown = excerpt(line, caret, width)
    assert widget._wide(shown) <= width
    assert line[caret : caret + 1] in shown
    assert 0 <= widget._left <= width
    assert ("…" in shown[:1]) == (not line.startswith(shown.strip("… ")))


@pytest.mark.parametrize("line", ["", "\u202eabc\0def", "漢字 😀 → é"])
def test_a_hostile_line_can_be_drawn(line: str) -> None:
    widget, _ = excerpt(line, 2, 300) if line else (None, "")
    if widget:
        surface = pygame.display.get_surface()
        assert surface is not None
        widget.paint(surface)
        assert 0 <= widget._left <= 300
