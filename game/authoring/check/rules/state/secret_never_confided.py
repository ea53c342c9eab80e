"""FS131: a secret that no session hears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.facts import Spot
from game.authoring.check.ranges import never
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def secret_never_confided(study: Study) -> Iterator[Diagnostic]:
    """No reply confides it, or no session can come to one that does; with an exploration, the proof is exact.

    What the patient hides gives a scene its depth, but only where it can be found.
    """
    reachable = study.open_roads.reachable()
    proved = study.proved()
    heard = {
        choice.confides
        for moment, choice in study.replies()
        if moment.id in reachable
        and not (choice.when is not None and never(choice.when, study.facts.box(Spot(moment.id))))
    }
    for secret in study.scenario.patient.secrets:
        if secret.id not in heard or (proved is not None and secret.id not in proved.secrets):
            yield diagnose(
                study.places.at("patient", "secrets", secret.id),
                "FS131",
                "no session can hear the secret `{name}`",
                "let a reply that can be reached have `confides: {name}`, or delete the secret",
                WARNING,
                name=secret.id,
            )
