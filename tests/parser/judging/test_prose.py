"""What is no reference gives nothing: remarks, biographies, comments, residue of pages, short forms."""

from __future__ import annotations

import pytest

from anora_bib.parser import parse

NOT_REFERENCES = [
    ("All translations are mine unless otherwise noted.", "comment on the text"),
    ("Emphasis added.", "comment on a quotation"),
    ("Italics in the original.", "comment on a quotation"),
    ("The author wishes to thank Jane Roe for her comments on an earlier draft.", "thanks"),
    ("Thanks to the editors.", "thanks"),
    ("I am grateful to John Doe, whose seminar in 2011 gave me the idea.", "thanks with a year"),
    ("Jane Roe is a writer living in Berlin. Her first book, The Light, was published by Verso in 2010.", "biography"),
    ("Jane Doe is a PhD candidate at the University of Leeds.", "biography with a degree"),
    ("John Roe teaches film at New York University and writes for several magazines.", "biography"),
    ("I owe this point to a conversation with Mark in May 2010.", "remark with a date"),
    ("As the director told Variety in 2024, he wanted to make a comedy.", "attribution in prose"),
    ("This was first pointed out to me by John Doe.", "remark with 'by' and a name"),
    ("The film opened in New York on October 18, 2024.", "sentence with a date"),
    ("Nobody made films like these; none of them cost more than six million dollars.", "sentence with a semicolon"),
    ("There is a long history of this in the cinema of the 1930s, especially in comedies.", "sentence with a decade"),
    ("On the other hand, “pleasure” is never simple, 1 or 2.", "quoted word in a sentence"),
    ("In 2018, the act became law, and the sites were closed.", "sentence that opens with a year"),
    ("She later said that she had been “very lucky” (in 2005).", "quoted words and a year in brackets"),
    ("It is not clear whether the scene was cut in 1999 or later.", "doubt"),
    (
        "Lanterns (2015), another film of hers, does better. It leaves the harbour out.",
        "a film and its year open a sentence",
    ),
    (
        "Ich sitze im Museum von [Wick](https://wick.example/harbour), meinem Büro am Hafen, und habe in den letzten "
        "zwei Tagen mit vielen geredet, die wir sonst nicht sehen.",
        "German sentences with a link",
    ),
    (
        "Secondo l’ufficio delle maree la temperatura media del porto [nel 2024 è stata più alta di un "
        "grado](https://maree.example/notizie) rispetto a quella di cento anni fa, e continua a salire.",
        "an Italian sentence with a link and a year",
    ),
    (
        "J’ai commencé à explorer le site personnel de [Anne Roe](https://roe.example/) pour approfondir mes "
        "réflexions sur le port et les moyens de résister à la marée.",
        "a French sentence with a link",
    ),
    ("Filed under: Film, Essays", "residue of a page"),
    ("Updated 04/12/01", "residue of a page"),
    ("Copyright 2024 Jane Roe. All rights reserved.", "residue of a page"),
    ("Comments (0)", "residue of a page"),
    ("April 2025", "archive link"),
    ("Photo by Jane Roe, Los Angeles Times, 2024.", "a credit without a title names no work"),
    ("", "nothing"),
    ("   \n ", "white space"),
    ("?!.,;:", "signs only"),
    ("Ibid., 12.", "short form"),
    ("See note 4.", "short form"),
    ("Smith, Revolting, 12.", "short form"),
    ("Smith, op. cit., p. 8", "short form"),
]


@pytest.mark.parametrize(("text", "reason"), NOT_REFERENCES, ids=[reason for _, reason in NOT_REFERENCES])
def test_is_no_reference(text: str, reason: str) -> None:
    assert parse(text) == [], reason
