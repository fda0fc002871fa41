"""Features: what encloses a token, which stretch it stands in, and what its words beside it say."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from anora_bib.parser.learned.features.alphabets import Alphabets
from anora_bib.parser.learned.features.assembly import describe
from anora_bib.parser.learned.features.enclosure import bracketed, numbered, quoted
from anora_bib.parser.learned.features.places import FEATURES, place_features, values_told
from anora_bib.parser.learned.features.segments import large_segments, small_segments
from anora_bib.parser.learned.models import shipped
from anora_bib.parser.learned.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Roe, “Lamp oil,” Lantern", ["Lamp oil,"]),
        ("Roe, „Das Öl“, in: »Licht«, S. 2", ["Das Öl", "Licht"]),
        ("Roe, 'Lamp oil', Lantern", ["Lamp oil"]),
        ('Roe, "Lamp ‘oil’ now", Lantern', ["Lamp‘oil’now"]),
        ("Roe, “Lamp oil, Lantern", []),
        ("the Wicks’ lamp, d’Été's", []),
    ],
)
def test_what_stands_in_quotation_marks(text: str, runs: list[str]) -> None:
    tokens = tokenize(text)
    numbers = quoted(tokens)
    said = [
        "".join(token.text for token, own in zip(tokens, numbers, strict=True) if own == number)[1:-1]
        for number in range(1, max(numbers, default=0) + 1)
    ]
    assert said == [run.replace(" ", "") for run in runs]


def test_brackets_are_numbered_whole() -> None:
    tokens = tokenize("Roe (ed. [Doe]), Lamps (1999")
    assert "".join(map(str, bracketed(tokens))) == "011111110022"
    assert numbered([False, True, True, False, True]) == [0, 1, 1, 0, 2]


def test_stops_of_short_words_end_no_stretch() -> None:
    tokens = tokenize("Roe, J. R. “Lamps.” Lantern vol. 3, pp. 4–5. Leiden: Wick, 1999.")
    numbers, brackets = quoted(tokens), bracketed(tokens)
    large = large_segments(tokens, numbers, brackets)
    assert [" ".join(token.text for token in tokens[one.start : one.end]) for one in large] == [
        "Roe , J . R .",
        "“ Lamps . ”",
        "Lantern vol . 3 , pp . 4 – 5 .",
        "Leiden : Wick , 1999 .",
    ]
    small = small_segments(tokens)
    assert (small[0].end, small[-1].kind) == (2, "0" + "0y")
    assert large[-1].kind.endswith("y")


TEXTS = st.text(alphabet="aB1.,;:()[]“”‘’'\"«»„ \u202e\u0301é中", max_size=60)
PARTS = "Roe , . ; : ( ) [ ] “ ” J p ed. In vol 3 1999 2001–2 & — \0 ^ $ ☃ www.x.org by".split(" ")
REFERENCES = st.lists(st.sampled_from(PARTS))


@given(st.lists(st.one_of(TEXTS, REFERENCES.map(" ".join), REFERENCES.map("".join)), min_size=1, max_size=4))
def test_many_references_are_described_by_numpy_as_each_is(texts: list[str]) -> None:
    np = pytest.importorskip("numpy")
    from anora_bib.parser.learned.features.batches import Batch

    known = frozenset(shipped().labeller.model.names)
    alphabets = Alphabets(*values_told(known))
    references = [(tokens, [at % 3 == 0 for at in range(len(tokens))]) for tokens in map(tokenize, texts) if tokens]
    assume(references)
    words = [token.text for tokens, _ in references for token in tokens]
    batch = Batch(references, np.array([alphabets.codes(word) for word in words]).T, alphabets)
    told: list[list[str]] = [[] for _ in words]
    for column in batch.columns():
        numbers = column.numbers if column.lengths is None else np.repeat(column.numbers, column.lengths)
        for at, number in zip(range(len(words)) if column.at is None else column.at, numbers.tolist(), strict=True):
            told[at] += FEATURES[column.column](alphabets.key(column.column, number))
    plain = [features for tokens, italic in references for features in place_features(tokens, italic)]
    assert [[one for one in of_one if one in known] for of_one in told] == [
        [one for one in of_one if one in known] for of_one in plain
    ]


@given(TEXTS)
def test_every_token_of_any_text_is_described(text: str) -> None:
    tokens = tokenize(text)
    italic = [at % 3 == 0 for at in range(len(tokens))]
    shared = place_features(tokens, italic)
    assert len(shared) == len(tokens) == len(describe(tokens, italic, [False] * len(tokens)))
    for segments in (small_segments(tokens), large_segments(tokens, quoted(tokens), bracketed(tokens))):
        covered = [at for one in segments for at in range(one.start, one.end)]
        assert covered == list(range(len(tokens)))
