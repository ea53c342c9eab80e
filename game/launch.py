"""Starts a game: builds every part once, passes it in, and opens the window or the text mode.

The command line calls this. Plain words such as `play lea --text` are understood here as well, because
importing the command-line library takes longer than all else that the first words in a terminal need.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from game.app.controller import Controller
    from game.app.preferences import Preferences
    from game.attempts.journal import Journal
    from game.loading.catalogue import Catalogue
    from game.model.trouble import Trouble

MISTAKES, WORLD_FAILED = 1, 2
"""Exit codes: a scene has mistakes; something outside of the program went wrong."""

LANGUAGES = ("en", "fr")
MODES = ("guided", "practice", "exam")
MAX_SEED = 2**32 - 1


class Options(NamedTuple):
    """What was asked for at the start. A missing language is the system's, a missing seed a fresh one.

    `data` is the folder for attempts, the platform's where it is missing; `learner` the nickname of whoever
    sits here, the last one where it is missing.
    """

    text: bool = False
    lang: str | None = None
    mode: str = MODES[0]
    seed: int | None = None
    scenes: Path | None = None
    scene: str = ""
    data: Path | None = None
    learner: str | None = None


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
        else:
            return None
    return options


def start(options: Options) -> int:
    """Plays until the player leaves; answers with the exit code."""
    from game.app.preferences import Preferences
    from game.model.trouble import Trouble

    preferences = Preferences(settings_file())
    language = options.lang or str(preferences.read().get("language") or preferred_language(os.environ))
    learner = str(preferences.read().get("learner") or "") if options.learner is None else options.learner
    journal = open_journal(options.data, learner, lambda nickname: preferences.keep(learner=nickname))
    controller = build_controller(language, options.mode, options.seed, options.scenes, journal)
    begun_in = controller.language
    try:
        if options.scene:
            from game.app.intents import OpenScene

            controller.handle(OpenScene(options.scene))
        return _in_terminal(controller) if options.text else _in_window(controller, preferences)
    except Trouble as trouble:
        return tell_trouble(trouble, controller.phrases.gettext)
    finally:
        controller.close()
        if controller.language != begun_in:
            preferences.keep(language=controller.language)


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
        sys.stderr.write(f"{text}\n")
    return MISTAKES if diagnostics else WORLD_FAILED


def _in_window(controller: Controller, preferences: Preferences) -> int:
    from game.model.trouble import DisplayTrouble

    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.ui.settings import read_settings
    from game.ui.window import run

    settings = read_settings(preferences.read())
    try:
        return run(controller, settings, keep=lambda changed: preferences.keep(**changed._asdict()))
    except DisplayTrouble as trouble:
        sys.stdout.write(f"{trouble.tell(controller.phrases.gettext)}\n")
    return _in_terminal(controller)


def _in_terminal(controller: Controller) -> int:
    from game.terminal.paper import Paper
    from game.terminal.play import play

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    try:
        return play(controller, Paper(sys.stdout), sys.stdin)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115  (the interpreter flushes it at its end)
        return WORLD_FAILED
