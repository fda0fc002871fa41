"""Closed classes of words that references are built from. No names of sources: those are in the authority records."""

from __future__ import annotations

from typing import Final

from anora_bib import language

PARTICLES: Final = language.particles()
"""Words that belong to a family name though they are small."""

SUFFIXES: Final = language.name_suffixes()

CONNECTIVES: Final = language.vocabulary("title_words")
"""Words that a title or a name of a body may have and a person's name never does."""

PROSE: Final = language.vocabulary("prose")
"""Words of sentences. A title may have some; a note full of them is a remark."""

ABBREVIATIONS: Final = frozenset(map(language.bare, (*language.month_abbreviations("en"), *language.abbreviations())))
"""Words (folded, without their last stop) whose full stop ends no sentence."""

BODIES: Final = language.vocabulary("bodies")
"""Words that show a name to be that of a body, not a person."""

PUBLISHER_WORDS: Final = language.vocabulary("publishers")
"""Words that the names of publishers of books, films and records have."""

PERIODICAL_WORDS: Final = language.vocabulary("periodicals")
NEWSPAPER_WORDS: Final = language.vocabulary("newspapers")
BROADCASTERS: Final = language.vocabulary("broadcasters")
"""Words of the names of stations, whose number is part of the name ("Radio 4")."""
ENCYCLOPEDIA_WORDS: Final = language.vocabulary("encyclopedias")

MANUSCRIPTS: Final = language.vocabulary("manuscripts")
"""Words for what was written and not published."""

MUSEUM_WORDS: Final = language.vocabulary("museums")

MEDIA: Final = "|".join(language.phrases("media"))

ORDINALS: Final = {word: str(number) for word, number in language.ordinals("en").items()}
"""Ordinals as words, for editions."""

GIVEN_NAMES: Final = language.given_names()
"""Common given names of several languages, folded (see ``text.fold``): evidence for the order of a name, no more."""

PLACES: Final = frozenset((*language.phrases("cities"), *language.phrases("towns")))
"""Cities with publishers: a city alone ("Paris, 1923") is the place, not the publisher."""

FILM_HOUSE_WORDS: Final = language.vocabulary("film_houses")
"""Words of distributors of films, which publish nothing else."""

STUDIOS: Final = frozenset(language.phrases("studios"))
NETWORKS: Final = frozenset(language.phrases("networks"))
"""Names of studios and networks, folded, that have no word to tell them by."""
