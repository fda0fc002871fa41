"""What happens to references on their way into an essay: marks lost, letters misread, things put before and after."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any, Final

from anora_bib.parser.labels import Label
from anora_bib.training.chance import Chance
from anora_bib.training.content import values
from anora_bib.training.content.lexicon import data
from anora_bib.training.content.people import NamedMaker
from anora_bib.training.tape import Tape
from anora_bib.training.writing.hand import Hand

_STRAIGHT: Final = str.maketrans("“”„«»‘’‚‹›", '"""""\'\'\'\'' + "'")
_DASH: Final = re.compile(r"[–—-]")
_WORD: Final = re.compile(r"[^\W\d_]{7,}")
_SPACE: Final = re.compile(r" ")
_WHITE: Final = ("\u00a0", "  ", "\u202f", "\u00a0", "\t")
_WHOLE: Final = frozenset({Label.URL, Label.IDENTIFIER})
_OTHERS_MARKED: Final = 0.3
"""How often "et al." is in italics where italics are signs."""
_LED_IN: Final = 0.3
"""The share of signals that say what about: "On tolls, see"."""
_DELIMITERS: Final = re.compile(r"[,.;:](?= )")


def damage(chance: Chance, tape: Tape, language: str) -> None:
    """Damage a reference, each way as often as the table of rates says."""
    table = data("damage")
    rates: Mapping[str, float] = table["rates"]
    for name, harm in _HARMS.items():
        if chance.often(rates[name]):
            harm(chance, tape, table[language])
    if chance.often(rates["italics"]):
        tape.italics = [False] * len(tape)
    elif chance.often(rates["stars"]):
        _stars(chance, tape)


def _places(tape: Tape, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """Where a pattern is found outside of addresses and identifiers."""
    return [hit for hit in pattern.finditer(str(tape)) if tape.labels[hit.start()] not in _WHOLE]


def _start(place: re.Match[str]) -> int:
    return place.start()


def _quotes(chance: Chance, tape: Tape, _: Mapping[str, Any]) -> None:
    roll = chance.random()
    if roll < 0.72:
        tape.text = [letter.translate(_STRAIGHT) for letter in tape.text]
    elif roll < 0.84:
        for at in reversed(range(len(tape))):
            if tape.text[at] in '“”„«»"‹›':
                tape.replace(at, at + 1, "")
    elif roll < 0.92:
        tape.text = [letter.translate(_STRAIGHT) if letter in "‘’" else letter for letter in tape.text]
    elif roll < 0.96:
        tape.text = ["'" if letter in '“”"' else letter for letter in tape.text]
    else:
        tape.text = ["”" if letter == "“" else letter for letter in tape.text]


def _dashes(chance: Chance, tape: Tape, _: Mapping[str, Any]) -> None:
    mark = chance.pick(("-", "-", "-", "-", "–", "–", "—", "‐", "‑", "−", "--", "--"))
    for place in reversed(_places(tape, _DASH)):
        if place.group() != "-" or (str(tape)[place.end() : place.end() + 1].isdigit() and chance.often(0.6)):
            tape.replace(place.start(), place.end(), mark)


def _last_stop(_: Chance, tape: Tape, __: Mapping[str, Any]) -> None:
    if tape.text and tape.text[-1] == ".":
        tape.replace(len(tape) - 1, len(tape), "")


def _label(chance: Chance, tape: Tape, _: Mapping[str, Any]) -> None:
    labels = data("damage")["labels"]
    if chance.often(0.8):
        text = chance.pick(labels["numbers"]).format(chance.small(1, 140))
        if text[-1:].isdigit() and tape.text[:1] and tape.text[0].isdigit():
            text += " "
    else:
        text = chance.pick(labels["others"])
    _before(tape, text)


def _before(tape: Tape, text: str) -> None:
    """Put text that belongs to nothing at the beginning."""
    new = Tape(text)
    new.join(tape)
    tape.text, tape.labels, tape.italics = new.text, new.labels, new.italics


def _hyphenation(chance: Chance, tape: Tape, _: Mapping[str, Any]) -> None:
    places = _places(tape, _WORD)
    for place in sorted(chance.sample(places, min(len(places), chance.pick((1, 1, 1, 2)))), key=_start, reverse=True):
        text = place.group()
        at = place.start() + chance.between(3, len(text) - 3)
        tape.replace(at, at, chance.pick(("- ", "- ", "-", "-\n", "\u00ad", "¬ ")))


def _spaces(chance: Chance, tape: Tape, _: Mapping[str, Any]) -> None:
    roll = chance.random()
    if roll < 0.4:
        for place in reversed(_places(tape, _SPACE)):
            if chance.often(0.25):
                tape.replace(place.start(), place.end(), chance.pick(_WHITE))
    elif roll < 0.7:
        places = [at for at, letter in enumerate(tape.text) if letter in ",.;:)" and tape.labels[at] not in _WHOLE]
        for at in sorted(chance.sample(places, min(len(places), chance.between(1, 3))), reverse=True):
            tape.replace(at, at, " ")
    else:
        places = [
            place.start() for place in _places(tape, _SPACE) if place.start() and tape.text[place.start() - 1] in ",.;:"
        ]
        for at in sorted(chance.sample(places, min(len(places), chance.between(1, 4))), reverse=True):
            tape.replace(at, at + 1, "")


def _line_breaks(chance: Chance, tape: Tape, _: Mapping[str, Any]) -> None:
    indent = chance.pick(("\n", "\n", "\n     ", "\n    ", " \n"))
    width = chance.between(35, 85)
    column = 0
    breaks: list[int] = []
    for at, letter in enumerate(tape.text):
        column += 1
        if letter == " " and column > width:
            breaks.append(at)
            column = 0
    for at in reversed(breaks):
        tape.replace(at, at + 1, indent)


def _letters(chance: Chance, tape: Tape, _: Mapping[str, Any]) -> None:
    pairs = [pair.split() for pair in data("damage")["letters"]["pairs"]]
    for right, wrong in chance.sample(pairs, chance.between(3, 9)):
        text = str(tape)
        places = [at for at in range(len(text)) if text.startswith(right, at) and tape.labels[at] not in _WHOLE]
        for at in reversed(places):
            if chance.often(0.12):
                tape.replace(at, at + len(right), wrong)


def _replaced(_: Chance, tape: Tape, __: Mapping[str, Any]) -> None:
    """Letters beyond ASCII lost on the way."""
    tape.text = [letter if letter.isascii() else "\ufffd" for letter in tape.text]


def _line(chance: Chance, tape: Tape, _: Mapping[str, Any]) -> None:
    """A line in the place of the author, who is that of the entry before."""
    spans = tape.labelled().spans
    if len(spans) > 1 and spans[0].label is Label.AUTHOR and spans[0].start == 0:
        end = spans[0].end
        tape.replace(0, end, chance.pick(("———", "---", "———.", "-----", "___", "——", "———,")))
        for at, label in enumerate(tape.labels):
            if label is not Label.AUTHOR:
                break
            tape.labels[at] = None


def _joined(chance: Chance, tape: Tape, _: Mapping[str, Any]) -> None:
    places = _places(tape, _SPACE)
    for place in sorted(chance.sample(places, min(len(places), chance.between(1, 4))), key=_start, reverse=True):
        tape.replace(place.start(), place.end(), "")


def _capitals(chance: Chance, tape: Tape, _: Mapping[str, Any]) -> None:
    roll = chance.random()
    chosen = (
        {Label.TITLE}
        if roll < 0.4
        else {Label.AUTHOR, Label.EDITOR}
        if roll < 0.7
        else {Label.CONTAINER, Label.TITLE}
        if roll < 0.8
        else None
    )
    for at, letter in enumerate(tape.text):
        if (chosen is None or tape.labels[at] in chosen) and tape.labels[at] not in _WHOLE:
            changed = letter.lower() if roll > 0.93 else letter.upper()
            if len(changed) == 1:
                tape.text[at] = changed


def _delimiters(chance: Chance, tape: Tape, _: Mapping[str, Any]) -> None:
    places = _places(tape, _DELIMITERS)
    for place in sorted(chance.sample(places, min(len(places), chance.between(1, 3))), key=_start, reverse=True):
        tape.replace(place.start(), place.end(), chance.pick((",", ".", "", ";", " –", "", ":")))


def _accents(_: Chance, tape: Tape, __: Mapping[str, Any]) -> None:
    tape.text = [unicodedata.normalize("NFD", letter)[0] if letter.isalpha() else letter for letter in tape.text]


def _signal(chance: Chance, tape: Tape, words: Mapping[str, Any]) -> None:
    if chance.often(_LED_IN):
        _before(tape, NamedMaker(chance, _language_of(words)).word("lead_in"))
    else:
        _before(tape, chance.pick(words["signals"]))


def _language_of(words: Mapping[str, Any]) -> str:
    return next(code for code, table in data("damage").items() if table is words)


def _access(chance: Chance, tape: Tape, words: Mapping[str, Any]) -> None:
    if Label.ACCESSED in tape.labels:
        return
    before, _, after = chance.pick(words["access"]).partition("{}")
    tape.add(before)
    tape.add(Hand(chance, _language_of(words)).date(values.day_on_the_web(chance)), Label.ACCESSED)
    tape.add(after)


def _dropped(chance: Chance, tape: Tape, _: Mapping[str, Any]) -> None:
    spans = tape.labelled().spans
    if len(spans) > 2:
        span = chance.pick(spans)
        end = span.end
        while end < len(tape) and tape.text[end] in ",.;: ":
            end += 1
        tape.replace(span.start, end, "")


def _remark(chance: Chance, tape: Tape, words: Mapping[str, Any]) -> None:
    shape = chance.pick(data("damage")["en"]["remark_shapes"])
    if tape.text and tape.text[-1] == ".":
        tape.replace(len(tape) - 1, len(tape), "")
    tape.add(shape.format(chance.pick(words["remarks"])) + chance.pick((".", "")))


def _arrow(chance: Chance, tape: Tape, _: Mapping[str, Any]) -> None:
    tape.add(chance.pick(data("damage")["arrows"]["arrows"]))


def _stars(chance: Chance, tape: Tape) -> None:
    """Italics as signs in the text."""
    mark = chance.pick("*_")
    for stretch in reversed(tape.labelled().italics):
        _wrap(tape, stretch.start, stretch.end, mark)
    if (at := str(tape).find("et al.")) >= 0 and chance.often(_OTHERS_MARKED):
        _wrap(tape, at, at + len("et al."), mark)
    tape.italics = [False] * len(tape)


def _wrap(tape: Tape, start: int, end: int, mark: str) -> None:
    """Put a mark, which is no part of anything, around a stretch."""
    for at in (end, start):
        tape.text[at:at] = mark
        tape.labels[at:at] = [None] * len(mark)
        tape.italics[at:at] = [False] * len(mark)


def _bold(chance: Chance, tape: Tape, _: Mapping[str, Any]) -> None:
    """A volume, a title or a container in bold, as a sign in the text."""
    wanted = chance.pick((Label.VOLUME, Label.VOLUME, Label.TITLE, Label.CONTAINER))
    for span in tape.labelled().spans:
        if span.label is wanted:
            _wrap(tape, span.start, span.end, "**")
            return


_HARMS: Final[Mapping[str, Callable[[Chance, Tape, Mapping[str, Any]], None]]] = {
    "line": _line,
    "dropped": _dropped,
    "access": _access,
    "remark": _remark,
    "signal": _signal,
    "last_stop": _last_stop,
    "quotes": _quotes,
    "dashes": _dashes,
    "delimiters": _delimiters,
    "bold": _bold,
    "accents": _accents,
    "replaced": _replaced,
    "capitals": _capitals,
    "letters": _letters,
    "joined": _joined,
    "hyphenation": _hyphenation,
    "spaces": _spaces,
    "label": _label,
    "arrow": _arrow,
    "line_breaks": _line_breaks,
}
"""In the order in which they happen: to the sentence first, to its letters next, to the lines last."""
