"""Closed classes of words that references are built from. No names of sources: those are in the authority records."""

from __future__ import annotations

from typing import Final

from anora_bib import language


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLES: Final = language.particles()
"""Words that belong to a family name though they are small."""

SUFFIXES: Final = language.name_suffixes()

CONNECTIVES: Final = _set(
    "a an and as at but by for from in into is its nor of off on or over per the to than that this these those upon "
    "via was were what when where which while who whose why how with without not no your our their his her my it"
)
"""Words that a title or a name of a body may have and a person's name never does."""

PROSE: Final = _set(
    "i we my our us you your he she his him they them their it is are was were has have had will would can could may "
    "might should must do does did been being am this these those here thank thanks grateful indebted although because "
    "however therefore moreover nevertheless if while since though whereas whether thus hence also argues writes wrote "
    "says said notes suggests claims lives teaches works refers means uses there according told asked came became"
)
"""Words of sentences. A title may have some; a note full of them is a remark."""

ABBREVIATIONS: Final = frozenset(map(language.bare, (*language.month_abbreviations("en"), *language.abbreviations())))
"""Words (folded, without their last stop) whose full stop ends no sentence."""

BODIES: Final = _set(
    "international nations rights watch "
    "association agency authority bank board bureau centre center church club college commission committee company "
    "congress conference consortium corporation council court department federation forum foundation fund government "
    "group house inc institute institution laboratory league ltd ministry museum network office organisation "
    "organization parliament party project school service services society staff studio studios team trust union "
    "university administration academy collective coalition initiative editors unesco nasa who un"
)
"""Words that show a name to be that of a body, not a person."""

PUBLISHER_WORDS: Final = _set(
    "press books book publishing publisher publishers publications verlag editions édition éditions edition editorial "
    "presse presses university univ up house sons brothers bros records pictures films studios studio "
    "entertainment productions media éditeur editore edizioni ediciones imprint classics company co inc ltd gmbh "
    "distribution releasing institute foundation printing"
)
"""Words that the names of houses (books, films, records) have."""

PERIODICAL_WORDS: Final = _set(
    "journal review quarterly magazine bulletin annals studies letters proceedings transactions archives revue "
    "zeitschrift rivista revista cahiers notes papers monthly weekly daily annual yearbook newsletter digest reports "
    "j. rev. q. mag. forum world perspectives notebook"
)
NEWSPAPER_WORDS: Final = _set(
    "times post herald tribune gazette news chronicle telegraph guardian observer globe star sun mirror courier "
    "examiner inquirer journal-constitution independent standard press-democrat sentinel dispatch mail express "
    "ledger register union-tribune today"
)
BROADCASTERS: Final = _set("radio channel bbc canal kanal tv television france rai zdf")
"""Words of the names of stations, whose number is part of the name ("Radio 4")."""
ENCYCLOPEDIA_WORDS: Final = _set("encyclopedia encyclopaedia dictionary britannica lexikon enciclopedia encyclopédie")

MUSEUM_WORDS: Final = _set(
    "museum gallery galerie museo musée galleria kunsthalle library archive archives institute collection trust "
    "foundation kunstmuseum pinacoteca"
)

MEDIA: Final = (
    "oil on canvas|oil on board|oil on panel|oil on linen|oil on wood|acrylic on canvas|tempera on panel|watercolor|"
    "watercolour|gouache|ink on paper|gelatin silver print|chromogenic print|c-print|albumen print|photograph|"
    "lithograph|etching|woodcut|screenprint|silkscreen|engraving|pastel|charcoal|mixed media|bronze|marble|"
    "pencil on paper|digital print|inkjet print|oil paint on canvas"
)

ORDINALS: Final = {
    word: str(number)
    for number, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1)
}
"""Ordinals as words, for editions."""

GIVEN_NAMES: Final = language.given_names()
"""Common given names of several languages, folded (see ``text.fold``): evidence for the order of a name, no more."""

PLACES: Final = frozenset(
    "london|new york|paris|berlin|oxford|cambridge|chicago|boston|leipzig|frankfurt|frankfurt am main|munich|münchen|"
    "vienna|wien|zurich|zürich|geneva|rome|roma|milan|milano|turin|torino|madrid|barcelona|lisbon|lisboa|amsterdam|"
    "leiden|the hague|brussels|stockholm|copenhagen|oslo|helsinki|warsaw|prague|budapest|moscow|edinburgh|glasgow|"
    "manchester|dublin|philadelphia|washington|los angeles|san francisco|berkeley|princeton|new haven|durham|"
    "minneapolis|ann arbor|bloomington|ithaca|baltimore|toronto|montreal|vancouver|sydney|melbourne|tokyo|beijing|"
    "delhi|new delhi|mumbai|buenos aires|mexico city|méxico|são paulo|rio de janeiro|hamburg|stuttgart|göttingen|"
    "tübingen|brooklyn|winchester|basingstoke|harmondsworth|englewood cliffs|malden|thousand oaks".split("|")
)
"""Cities where houses sit: a city alone ("Paris, 1923") is the place, not the house."""

FILM_HOUSE_WORDS: Final = _set("pictures films releasing filmworks filmverleih")
"""Words of houses that bring out films and nothing else."""
