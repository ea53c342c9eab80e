"""Starts a game: builds every part once, passes it in, and opens the window or the text mode.

The command line calls this. Plain words such as `play lea --text` are understood here as well, because
importing the command-line library takes longer than all else that the first words in a terminal need.
"""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext, suppress
from pathlib import Path

from game.model.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from contextlib import AbstractContextManager

    from game.app.controller import Controller
    from game.app.preferences import Preferences
    from game.attempts.journal import Journal
    from game.loading.catalogue import Catalogue
    from game.model.trouble import Trouble
    from game.ui.frame_log import FrameLog

MISTAKES, WORLD_FAILED, OWN_MISTAKE = 1, 2, 70
"""Exit codes: a scene has mistakes; something outside of the program went wrong; the program made a mistake.
One that a signal ends has 128 and the signal's number."""

LANGUAGES = ("en", "fr")
MODES = ("guided", "practice", "exam")
MAX_SEED = 2**32 - 1


class Options(NamedTuple):
    """What was asked for at the start. A missing language is the system's, a missing seed a fresh one.

    `data` is the folder for attempts, the platform's where it is missing; `learner` the nickname of whoever
    sits here, the last one where it is missing; `frame_log` a file for what each frame of the window takes.
    """

    text: bool = False
    lang: str | None = None
    mode: str = MODES[0]
    seed: int | None = None
    scenes: Path | None = None
    scene: str = ""
    data: Path | None = None
    learner: str | None = None
    frame_log: Path | None = None


def plain_options(words: Sequence[str]) -> Options | None:
    """The options of a plain start, or None where the command line has more to say about these words."""
    options = Options()
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word == "--text":
            options = options._replace(text=True)
        elif word == "play" and len(rest) in (1, 2) and rest[1:] in ([], ["--text"]) and rest[0][:1] != "-":
            return options._replace(scene=rest[0], text=options.text or len(rest) == 2)
        elif word == "--lang" and rest and rest[0] in LANGUAGES:
            options = options._replace(lang=rest.pop(0))
        elif word == "--mode" and rest and rest[0] in MODES:
            options = options._replace(mode=rest.pop(0))
        elif word == "--data" and rest and rest[0][:1] != "-":
            options = options._replace(data=Path(rest.pop(0)))
        elif word == "--scenes" and rest and rest[0][:1] != "-":
            options = options._replace(scenes=Path(rest.pop(0)))
        elif word == "--frame-log" and rest and rest[0][:1] != "-":
            options = options._replace(frame_log=Path(rest.pop(0)))
        else:
            return None
    return options


def start(options: Options) -> int:
    """Plays until the player leaves; answers with the exit code."""
    from game.app.preferences import Preferences
    from game.model.trouble import FileTrouble, Trouble

    preferences = Preferences(settings_file())
    kept = preferences.read()
    language = options.lang or str(kept.get("language") or preferred_language(os.environ))
    learner = str(kept.get("learner") or "") if options.learner is None else options.learner
    journal = open_journal(options.data, learner, lambda nickname: preferences.keep(learner=nickname))
    controller = build_controller(language, options.mode, options.seed, options.scenes, journal)
    begun_in = controller.language
    mishap = mishap_teller(controller, options.data)
    code = OWN_MISTAKE
    try:
        if options.scene:
            from game.app.intents import OpenScene

            controller.handle(OpenScene(options.scene))
        if options.text and options.frame_log is not None:
            raise FileTrouble("Only a window has frames: leave out --text, or --frame-log.")
        if options.text:
            code = _in_terminal(controller, journal, mishap)
        else:
            with _frames_noted(options.frame_log, controller) as log:
                code = _in_window(controller, journal, preferences, mishap, log)
    except Trouble as trouble:
        code = tell_trouble(trouble, controller.phrases.gettext)
    except Exception as error:
        say(mishap(error))
    finally:
        controller.close()
        if controller.language != begun_in:
            preferences.keep(language=controller.language)
    return code


def mishap_teller(controller: Controller, data: Path | None) -> Callable[[Exception], str]:
    """Writes a report of a mistake of the program; answers what the player is told, in their language."""

    def tell(error: Exception) -> str:
        from game.app.incident import recorded

        return recorded(error, data_home() if data is None else data, controller.phrases.gettext)

    return tell


def open_journal(data: Path | None, learner: str, sits_down: Callable[[str], None] | None = None) -> Journal:
    """Where attempts are kept: in this folder, or in the platform's. `sits_down` hears of other learners."""
    from game.attempts.journal import Journal

    return Journal(data_home() if data is None else data, learner, sits_down)


def build_controller(
    language: str, mode: str, seed: int | None, scenes: Path | None, journal: Journal | None = None
) -> Controller:
    """The one controller of this process. Without a journal, it keeps nothing."""
    from game.app.controller import Controller

    catalogue, assets = build_catalogue(scenes), data_folder("assets")
    texts, explored = assets / "locale", explored_folders()
    return Controller(catalogue, texts, language, seed_maker(seed), mode, journal, explored, documents)


def build_catalogue(scenes: Path | None) -> Catalogue:
    """The scenes of the game, and those of another folder."""
    from game.loading.catalogue import Catalogue
    from game.loading.compiled import Compiled

    shipped = data_folder("scenarios")
    folders = [shipped] if scenes is None else [scenes, shipped]
    return Catalogue(folders, shipped / "rubric.yaml", Compiled(cache_folder()))


def data_folder(name: str) -> Path:
    """Where scenarios or assets lie: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    packed = package / "data" / name
    return packed if packed.is_dir() else package.parent / name


def explored_folders() -> tuple[Path, ...]:
    """Where what was proved of a scene may be kept."""
    return data_folder("assets") / "explored", cache_folder()


def documents() -> Path:
    """Where a session's page is written: among this user's documents, or else in their home."""
    import platformdirs

    folder = platformdirs.user_documents_path()
    return folder if folder.is_dir() else Path.home()


def cache_folder() -> Path:
    """Where this user's compiled scenes are kept; it may be deleted at any time."""
    return _own_folder("cache", "XDG_CACHE_HOME", ".cache")


def data_home() -> Path:
    """Where this user's attempts are kept."""
    return _own_folder("data", "XDG_DATA_HOME", ".local/share")


def settings_file() -> Path:
    """Where this user's settings are kept."""
    return _own_folder("config", "XDG_CONFIG_HOME", ".config") / "settings.json"


def _own_folder(kind: str, variable: str, usual: str) -> Path:
    """The platform's folder of a kind.

    On Linux it is looked up here: importing platformdirs takes a tenth of the time to the first words.
    """
    if sys.platform == "linux":
        told = os.environ.get(variable, "").strip()
        return Path(told or os.path.expanduser(f"~/{usual}")) / "first-session"
    import platformdirs

    folder: Path = getattr(platformdirs, f"user_{kind}_path")("first-session", appauthor=False)
    return folder


def preferred_language(environment: Mapping[str, str]) -> str:
    """The language that the system asks for: fr, or en for any other."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "fr" if environment[name].lower().startswith("fr") else "en"
    if sys.platform == "win32":
        import locale

        return "fr" if (locale.getlocale()[0] or "").lower().startswith("fr") else "en"
    return "en"


def seed_maker(seed: int | None) -> Callable[[], int]:
    """Seeds for new sessions: the given one always, or a fresh one each time."""
    if seed is not None:
        return lambda: seed
    return lambda: int.from_bytes(os.urandom(4), "big")


def tell_trouble(trouble: Trouble, translate: Callable[[str], str]) -> int:
    """Says one clear sentence, with the mistakes where a scene has any; answers with the exit code."""
    diagnostics = getattr(trouble, "diagnostics", ())
    for text in (trouble.tell(translate), *[diagnostic.tell(translate) for diagnostic in diagnostics]):
        say(text)
    return MISTAKES if diagnostics else WORLD_FAILED


def tell_mishap(error: Exception, words: Sequence[str]) -> int:
    """Reports a mistake of the program where there is no game yet, or only a command with these words."""
    from itertools import pairwise

    from game.app.incident import recorded
    from game.app.phrases import Phrases

    asked = dict(pairwise(words))
    language = asked.get("--lang", "")
    if language not in LANGUAGES:
        language = preferred_language(os.environ)
    data = Path(asked["--data"]) if "--data" in asked else data_home()
    gettext = Phrases(language, data_folder("assets") / "locale").gettext
    say(recorded(error, data, gettext, in_session=False))
    return OWN_MISTAKE


def say(text: str) -> None:
    """A sentence to the standard error, if anyone reads that."""
    with suppress(OSError, AttributeError):
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def _frames_noted(path: Path | None, controller: Controller) -> AbstractContextManager[FrameLog | None]:
    if path is None:
        return nullcontext()
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.ui.frame_log import frames_noted

    return frames_noted(path, controller)


def _in_window(
    controller: Controller,
    journal: Journal,
    preferences: Preferences,
    mishap: Callable[[Exception], str],
    log: FrameLog | None,
) -> int:
    from game.model.trouble import DisplayTrouble

    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    import threading

    from game.ui.settings import read_settings
    from game.ui.window import run

    def go_on(trouble: DisplayTrouble) -> int:
        if sys.stdout is not None:
            sys.stdout.write(f"{trouble.tell(controller.phrases.gettext)}\n")
        return _in_terminal(controller, journal, mishap, needed=True)

    def without_a_display(trouble: DisplayTrouble) -> int:
        try:
            return go_on(trouble)
        except Exception as error:
            say(mishap(error))
            return OWN_MISTAKE
        finally:
            controller.close()

    def in_a_thread(told: threading.ExceptHookArgs) -> None:
        if isinstance(told.exc_value, Exception):
            mishap(told.exc_value)

    before, threading.excepthook = threading.excepthook, in_a_thread
    settings = read_settings(preferences.read())
    try:
        return run(
            controller,
            settings,
            keep=lambda changed: preferences.keep(**changed._asdict()),
            mishap=mishap,
            lost=without_a_display,
            log=log,
        )
    except DisplayTrouble as trouble:
        told = trouble
    finally:
        threading.excepthook = before
    return go_on(told)


def _in_terminal(
    controller: Controller, journal: Journal, mishap: Callable[[Exception], str], needed: bool = False
) -> int:
    from game.terminal.conversation import converse

    code, ended_by = converse(controller, mishap, needed)
    if ended_by:
        gettext = controller.phrases.gettext
        told = (
            gettext("The game was asked to end.")
            if journal.failed
            else gettext("The game was asked to end. What was answered is kept, and can be continued.")
        )
        say(f"\n{told}")
    return code
