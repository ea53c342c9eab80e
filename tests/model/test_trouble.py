"""The world's failures, each one clear sentence."""

from __future__ import annotations

from game.model import trouble
from game.model.trouble import FileTrouble, Trouble


def test_a_trouble_is_told_in_any_language() -> None:
    lost = FileTrouble("The file {path} does not exist.", path="a.yaml")
    assert str(lost) == "The file a.yaml does not exist."
    assert lost.tell(lambda _: "Le fichier {path} n’existe pas.") == "Le fichier a.yaml n’existe pas."


def test_every_trouble_of_the_tree_is_told_in_the_module() -> None:
    for kind in Trouble.__subclasses__():
        if kind.__module__ == trouble.__name__:
            assert kind.__name__ in (trouble.__doc__ or "")
