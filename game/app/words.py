"""The interface's words for the language's fixed vocabulary: settings, levels, skills, feelings and so on."""

from __future__ import annotations

from game.app.phrases import mark

SETTINGS = {
    "psychologist": mark("Psychologist’s office"),
    "gp": mark("General practice"),
    "hospital": mark("Hospital ward"),
}
LEVELS = {
    "beginner": mark("Beginner"),
    "intermediate": mark("Intermediate"),
    "advanced": mark("Advanced"),
}
MEASURES = {
    "empathy": mark("Empathy"),
    "non_judgment": mark("Non-judgment"),
    "listening": mark("Listening"),
    "benevolence": mark("Benevolence"),
    "positive_regard": mark("Positive regard"),
    "guardedness": mark("Guard"),
    "trust": mark("Trust"),
}
MODES = {
    "guided": (
        mark("Guided"),
        mark("Technique names, gauges, and a word of feedback after each reply. To learn."),
    ),
    "practice": (mark("Practice"), mark("Gauges only. The rest waits for the debrief. To train.")),
    "exam": (mark("Exam"), mark("Neither names nor gauges: only the patient. To see where you stand.")),
}
OUTCOMES = {
    "alliance": mark("An alliance is born"),
    "opening": mark("A door stays ajar"),
    "undecided": mark("Still undecided"),
    "closed": mark("The door stays shut"),
    "walkout": mark("The patient walks out"),
}
RETURNS = {
    "true": ("yes", mark("Comes back")),
    "false": ("no", mark("Does not come back")),
    "unsure": ("unsure", mark("Nobody knows yet whether they will come back")),
}
ECCS = (
    mark("missed or denied"),
    mark("answered in passing"),
    mark("recognised, but left there"),
    mark("acknowledged"),
    mark("pursued"),
    mark("confirmed"),
    mark("shared"),
)
PULLS = {
    "rescue": mark("the pull to rescue"),
    "reassure": mark("the pull to reassure"),
    "please": mark("the pull to please"),
    "control": mark("the pull to control"),
    "withdraw": mark("the pull to withdraw"),
    "judge": mark("the pull to judge"),
}
STANCES = {
    "notice": mark("you noticed it"),
    "set_aside": mark("you set it aside"),
    "act_out": mark("you followed it"),
    "": mark("it went unanswered"),
}
PARTS = {
    "technique": mark("Technique"),
    "ghost": mark("An old story of the patient"),
    "state": mark("The patient’s state"),
    "run": mark("Repetition"),
    "own": mark("This very moment"),
    "safety": mark("Asking about safety never costs anything"),
    "repair": mark("Repair"),
    "limit": mark("The measure was at its limit"),
}
RUPTURES = {
    "withdrawal": mark("A rupture: the patient withdraws"),
    "confrontation": mark("A rupture: the patient confronts you"),
}
FEELINGS = {
    "neutral": mark("calm"),
    "wary": mark("wary"),
    "irritated": mark("irritated"),
    "sad": mark("sad"),
    "ashamed": mark("ashamed"),
    "anxious": mark("anxious"),
    "relieved": mark("relieved"),
    "hopeful": mark("hopeful"),
    "angry": mark("angry"),
    "bored": mark("bored"),
    "afraid": mark("afraid"),
    "lonely": mark("lonely"),
    "hurt": mark("hurt"),
    "confused": mark("confused"),
    "guilty": mark("guilty"),
    "proud": mark("proud"),
    "tired": mark("tired"),
    "curious": mark("curious"),
    "tender": mark("tender"),
    "amused": mark("amused"),
    "surprised": mark("surprised"),
    "touched": mark("touched"),
    "numb": mark("numb"),
    "contemptuous": mark("contemptuous"),
    "desperate": mark("desperate"),
}
GESTURES = {
    "open_hand": mark("an open hand"),
    "shrug": mark("a shrug"),
    "wipe_tear": mark("wiping a tear"),
    "hand_to_mouth": mark("a hand to the mouth"),
    "hand_to_neck": mark("a hand to the neck"),
    "look_at_door": mark("a look at the door"),
    "look_down": mark("eyes down"),
}
HELP_LINES = {
    "suicide": (
        mark("If this touches you, or someone you know"),
        mark(
            "Thoughts of ending one’s life can be talked about, at any hour. In France, call 3114 (free, day"
            " and night). In the United Kingdom and Ireland, call Samaritans on 116 123; in the United States"
            " and Canada, call or text 988. In immediate danger, call 112, 999 or 911. Elsewhere,"
            " findahelpline.com lists a line near you."
        ),
    ),
    "violence": (
        mark("If you, or someone you know, live with violence"),
        mark(
            "You can talk about it. In France, call 3919 (violence against women) or 119 (children in"
            " danger); by text message, 114. In the United Kingdom, call 0808 2000 247; in the United States,"
            " 1-800-799-7233. In immediate danger, call 112, 999 or 911."
        ),
    ),
    "abuse": (
        mark("If you, or someone you know, live through abuse"),
        mark(
            "It is not your fault, and you can talk about it. In France, call 119 (children) or 3919 (women)."
            " In the United Kingdom, Childline is 0800 1111; in the United States, 1-800-422-4453. In"
            " immediate danger, call 112, 999 or 911."
        ),
    ),
}
