"""Any number of authority records with names of their own, always the same for one seed."""

from __future__ import annotations

import random

from anora_bib.model import Date, Name, Outlet, Person, Publisher, Work
from anora_bib.records.record_set import RecordSet

_SYLLABLES = "ba ce di fo gu ha ji ka lo mu na or pe qui ra so ta ul va wen xi yo za bre cla dro fli gran sto".split()
_HOUSES = ("Press", "Books", "University Press", "Pictures", "Verlag")
_OUTLETS = ("Review", "Times", "Journal of {}", "Magazine", "Quarterly")


def record_set(size: int, seed: int = 7) -> RecordSet:
    """About ``size`` records: two in five are works, two in five people, the rest outlets and publishers."""
    chance = random.Random(seed)  # noqa: S311

    def word() -> str:
        return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))).title()

    people = [Person(f"person/{n}", Name(word(), word())) for n in range(size * 2 // 5)]
    outlets = [
        Outlet(f"outlet/{n}", f"{word()} {chance.choice(_OUTLETS).format(word())}", "magazine")
        for n in range(size // 10)
    ]
    houses = [Publisher(f"publisher/{n}", f"{word()} {chance.choice(_HOUSES)}") for n in range(size // 10)]
    works = [
        Work(
            f"work/{n}",
            " ".join(word() for _ in range(chance.randint(1, 4))) + chance.choice(("", f": The {word()} of {word()}")),
            chance.choice(("book", "motion_picture")),
            {"author": (chance.choice(people).id,)} if people else {},
            Date.of(chance.randint(1950, 2020)),
            chance.choice(houses).id if houses else "",
        )
        for n in range(size - len(people) - len(outlets) - len(houses))
    ]
    return RecordSet(tuple(people), tuple(outlets), tuple(houses), tuple(works))
