"""Views by hand, in both languages, with texts as long as they get."""

from __future__ import annotations

from game.app.views import (
    EncounterView,
    Feedback,
    FeelingOption,
    Gauge,
    GlossaryEntry,
    GlossaryView,
    InnerVoice,
    PatientLine,
    Pose,
    Probe,
    Reply,
    Span,
    Speech,
    TranscriptEntry,
    TranscriptView,
)
from game.model.appearance import Appearance

LEO = Appearance(
    age=17, presentation="masculine", skin="fair", build="slim", hair="tousled", hair_colour="dark_brown",
    eyes="blue", top="hoodie", top_colour="petrol", bottom_colour="charcoal", freckles=True,
)  # fmt: skip


def said(*parts: str) -> Speech:
    """Speech from parts; one in stars is an action."""
    return tuple(Span(part.strip("*"), part.startswith("*")) for part in parts)


def plain(step: int = 1) -> EncounterView:
    """Practice mode, English, four replies."""
    return EncounterView(
        scene="leo",
        room="psychologist_day",
        place="Psychology outpatients · first meeting",
        turn_label="Minute 6 of 45",
        mode_label="Practice",
        patient="Leo, 17",
        referral="Referred by his school",
        appearance=LEO,
        pose=Pose(92, "wary"),
        said=(),
        lines=(
            PatientLine(
                "Arms tightly crossed, shoulders up. Body turned to the door, but he is watching what you do "
                "with the pen.",
                said(
                    "“They said I had to come. So I’m here.”",
                    "*He shrugs.*",
                    "“You can write down whatever you want.”",
                ),
                "wary",
            ),
        ),
        replies=(
            Reply("ask", 1, said("“Thirty-one missed days, your school writes. Why is that?”"), ""),
            Reply(
                "choose",
                2,
                said("“You didn’t choose to be here. What would make this hour bearable for you?”"),
                "",
            ),
            Reply("wait", 3, said("*Put the pen down, lean back a little, and wait.*"), ""),
            Reply(
                "frame",
                4,
                said(
                    "“Before we start: what you say stays here, with two exceptions. May I tell you which?”"
                ),
                "",
            ),
        ),
        gauges=(
            Gauge("trust", "Trust", 34, 0, "Trust 34 of 100"),
            Gauge("tension", "Tension", 62, 0, "Tension 62 of 100"),
            Gauge("openness", "Openness", 50, 0, "Openness 50 of 100"),
        ),
        feedback=None,
        notices=(),
        inner=None,
        probe=None,
        over=False,
        step=step,
    )


def guided_french(step: int = 2) -> EncounterView:
    """Guided mode, French, everything at once and everything long."""
    return plain(step)._replace(
        place="Consultations externes de psychologie · premier rendez-vous, envoyé par son lycée",
        turn_label="Échange 12 sur 14 environ",
        mode_label="Séance guidée",
        patient="Maximilien-Alexandre de la Villardière, 17 ans",
        referral="Adressé par l’infirmière du lycée professionnel Simone-Veil après trente et une absences",
        said=said(
            "« Vous n’avez pas choisi d’être ici. Qu’est-ce qui vous rendrait cette heure supportable ? »",
            "*en reposant le stylo*",
        ),
        lines=(
            PatientLine(
                "Les bras restent croisés ; il regarde la porte, puis le stylo, puis la porte : quelque "
                "chose hésite.",
                said(
                    "« On m’a dit de venir ; alors je suis là. »",
                    "*Il hausse les épaules.*",
                    "« Vous pouvez écrire ce que vous voulez ! De toute façon, qui va le lire ? Ma mère ? »",
                ),
                "irritated",
            ),
            PatientLine(
                "Sa voix baisse.",
                said("« … Elle lit tout : mes messages, mes cahiers, même ce que je jette. »"),
                "sad",
                "look_down",
            ),
        ),
        replies=(
            Reply(
                "a",
                1,
                said("« Et si nous commencions par ce que votre mère n’a pas besoin de savoir ? »"),
                "Question ouverte",
            ),
            Reply(
                "b",
                2,
                said(
                    "« Elle lit tout. Il ne vous reste pas beaucoup d’endroits à vous, et voilà qu’on "
                    "vous "
                    "demande de parler encore à quelqu’un qui écrit. »"
                ),
                "Reflet complexe de l’émotion",
            ),
            Reply("c", 3, said("*Rester silencieux, et laisser la phrase faire son chemin.*"), "Silence"),
            Reply(
                "d",
                4,
                said("« C’est normal qu’une mère s’inquiète ; à votre place, je lui parlerais. »"),
                "Conseil non demandé",
            ),
            Reply(
                "e",
                5,
                said("« Anticonstitutionnellement-extraordinairement-interminablement ? »"),
                "Question fermée",
            ),
        ),
        gauges=(
            Gauge("trust", "Confiance", 41, 7, "Confiance 41 sur 100, en hausse de 7"),
            Gauge("tension", "Tension intérieure", 55, -12, "Tension 55 sur 100, en baisse de 12"),
            Gauge("openness", "Ouverture", 50, 0, "Ouverture 50 sur 100"),
        ),
        feedback=Feedback(
            "Question ouverte centrée sur la personne",
            ("Empathie +2", "Alliance +1", "Confiance +7"),
            "Vous avez nommé ce qu’il n’a pas choisi ; il peut cesser de le prouver.",
            True,
        ),
        notices=("Un début de confidence : il parle de sa mère pour la première fois.",),
        inner=InnerVoice(
            "J’ai envie de prendre son parti contre sa mère, tout de suite. À qui est cette colère ?",
            "L’allié",
        ),
    )


def probing(step: int = 3) -> EncounterView:
    """A probe is open."""
    labels = (
        "Méfiant",
        "En colère",
        "Triste",
        "Honteux",
        "Inquiet",
        "Abandonné par les siens",
        "Soulagé",
        "Curieux",
    )
    options = tuple(FeelingOption(f"f{i}", label, i) for i, label in enumerate(labels, 1))
    probe = Probe("À votre avis, que ressent-il en cet instant, derrière ce haussement d’épaules ?", options)
    return guided_french(step)._replace(replies=(), probe=probe, feedback=None, notices=(), inner=None)


def ending(step: int = 4) -> EncounterView:
    """The session is over."""
    return plain(step)._replace(replies=(), over=True, gauges=(), mode_label="Exam")


def bare(step: int = 5) -> EncounterView:
    """Exam mode: no gauges, nothing told; a line without a cue."""
    view = plain(step)
    line = PatientLine("", said("“Fine.”"), "numb")
    return view._replace(gauges=(), lines=(line,), referral="", mode_label="Exam", replies=view.replies[:2])


def hostile(step: int = 6) -> EncounterView:
    """Text that no font expects."""
    text = "A\0B\ud800 \u202e right \u2066 漢字 😀 → ✓ a\u0301\u0323 \u202f! " + "x" * 300 + "\n\nlast"
    line = PatientLine(text, said(text), "neutral")
    reply = Reply("x", 1, said(text), text)
    return plain(step)._replace(
        lines=(line,), replies=(reply, reply._replace(id="y", number=2)), patient=text, place=text
    )


ALL = {
    "plain": plain, "guided_french": guided_french, "probing": probing, "ending": ending, "bare": bare,
    "hostile": hostile,
}  # fmt: skip


def transcript() -> TranscriptView:
    """A talk of some length."""
    entries = []
    for _ in range(12):
        entries.append(TranscriptEntry("", said("*Arms tightly crossed, shoulders up.*"), False))
        entries.append(
            TranscriptEntry("Leo", said("“They said I had to come. So I’m here.”", "*He shrugs.*"), False)
        )
        entries.append(TranscriptEntry("You", said("“You didn’t choose to be here. What would help?”"), True))
    return TranscriptView("What was said", tuple(entries))


def glossary() -> GlossaryView:
    """Techniques explained."""
    entry = GlossaryEntry(
        "Reflection",
        "Says back what was felt, a little beyond what was said, and leaves room to correct it.",
        "“You are tired of explaining.”",
        "Miller & Rollnick 2013",
    )
    return GlossaryView((entry,) * 12)
