"""Closed classes of words that references are built from. No names of sources: those are in the authority records."""

from __future__ import annotations

from typing import Final


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLES: Final = _set(
    "van von de der den del della delle di da dal das do dos du la le lo el al bin ibn ben ter ten te zu zur zum y af"
)
"""Words that belong to a family name though they are small."""

SUFFIXES: Final = _set("jr jr. sr sr. ii iii iv esq esq. jnr snr")

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

ABBREVIATIONS: Final = _set(
    "dr mr mrs ms st prof rev hon gen col sgt capt lt vol vols no nos nr pp p ed eds edn trans tr dir perf vs v cf ch "
    "chap chaps fig figs sec ser suppl dept univ assn assoc inc ltd co corp bros cie mt ft jan feb mar apr jun jul aug "
    "sept sep oct nov dec approx ca c esp etc al ibid op cit loc repr rpt illus introd intro prod comp comps narr n.d "
    "u.s u.k e.g i.e l.a n.y d.c ph.d m.a j am soc int proc jr sr q harv l"
)
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

GIVEN_NAMES: Final = _set(
    """
    aaron abbas abby abdul abigail achille adam adele adrian adriana agatha agnes agnieszka ahmed aidan aime
    aisha akiko akira alain alan albert alberto alejandra alejandro alessandro alex alexander alexandra
    alexandre alexis alfred ali alice alicia alison alissa allan allen allison alma alyssa amanda amartya amber
    amelia amina amir amit amy ana anand andre andrea andreas andrei andrew andrzej andy angel angela angelica
    anita ann anna annabel anne annette annie anthea anthony antoine anton antonia antonio anya apichatpong
    april ariel ariella arjun arlene arnold arthur arun arundhati ashley astrid audre audrey barbara barry
    beatrice becky bell ben benjamin bernard bernice bertrand beth betty beverly bill billy bjorn bob bohumil
    bong bonnie boris brad bradley brandon brenda brendan brian bridget brigitte bruce bruno bryan caitlin
    calvin camilla camille carl carla carlo carlos carmen carol carole caroline carolyn carrie catherine cathy
    cecilia celia celine cesare chandra chantal charles charlie charlotte chen cheryl chiara chimamanda chinua
    chloe chris christian christina christine christoph christopher cindy claire clara clare clarice claude
    claudia clifford clint colin colleen connie constance corey cory craig cristina curtis cynthia czeslaw dale
    damien dan dana daniel daniela danielle danilo danny darren dave david dean deborah debra denis denise
    dennis derek dev diana diane diego dina djibril dmitri dolores dominic don donald donna doris dorothy
    douglas duncan dustin dylan ed eddie edgar edith edouard eduardo edward edwin eileen elaine eleanor elena
    eli elias elif elinor elio elisa elisabeth elizabeth ella ellen ellise emil emile emily emma enrique eric
    erica erich erik erin ernest ernesto esther ethan eugene eun eva evan eve evelyn fatima federico felix
    fernanda fernando fiona florence fran frances francesca francesco francis francisco franco francois frank
    frantz franz fred frederic frederick fredric friedrich gabriel gabriela gabriele gareth garry gary gavin gayatri
    gayle gene geoffrey georg george georges georgia gerald gerard gerd gilbert gilles gina giorgio giorgos
    giovanni giulia glen glenn gloria gordon gottfried grace graham greg gregory greta guido guillermo gunther
    gustav gustave guy hal halldor hannah hannelore hans harold harriet harry haruki harvey hassan hayao heather
    hector heidi heinrich helen helena helga henri henry herbert hilary hillary hirokazu holly homi honore
    howard hugh hugo humphrey ian ibrahim ida igor immanuel ines ingmar ingrid ira irene irina iris isaac isabel
    isabella isabelle italo ivan ivo jack jackie jacob jacqueline jacques jafar jake james jamie jan jane janet
    janice jared jasmine jason javier jay jean jeanne jeff jeffrey jen jennifer jenny jeremy jerome jerry jerzy
    jesse jessica jia jill jim jimmy jo joan joanna joanne joao joaquin jodi joe joel johan johann johanna john
    johnny jon jonathan jordan jorge jose josef joseph josephine josh joshua joyce juan juana judith judy
    juergen jules julia julian juliana julianne julie julien juliet julio julius june juno jurgen justin kai
    kamala karen karin karl karren kate katherine kathleen kathryn kathy katie katrina kay kazuo keith kelly ken
    kenji kenneth kevin kim kimberly kitana klaus knut kobo kristen kristin krzysztof kurt kyle lakshmi lana
    lance lara larry lars lasse laura lauren laurence laurie laverne lawrence lea leah lee leila lena leo leon
    leonard leonardo leopold leslie lewis leyla liam lillian lily linda lionel lisa liu liz lloyd lois lola
    lorene lorenzo lori lorraine louis louise luc luca lucas luce luchino lucia lucy ludwig luis luisa luke
    lydia lygia lynn lynne madeleine maggie mahmoud manuel marc marcel marcia marco marcus margaret margarita
    maria mariana marianne marie mario marion marisa marjorie mark marla marlene marshall martha martin martina
    marvin mary maryse mateo mathias matt matthew matthias maureen maurice max maxine maya megan mei mel melanie
    melinda melissa mercedes meredith michael michel michele michelle miguel mika mike mikey mila milan miles
    milton mimi mina miranda miriam mitchell mohamed mohammad molly mona monica monika morgan muhammad mya nadia
    nadine naguib nancy naomi natalia natalie natasha nathan nathaniel nawal nazim neal neil nelson ngugi
    nicholas nick nicola nicolas nicole nigel nikita niklas nikolai nina noah noam noel nora norma norman
    octavia octavio olga oliver olivia olivier omar orhan oscar oswald otto ousmane owen pablo pamela paolo
    patricia patrick paul paula pauline paulo pedro peggy penelope penny peter petra phil philip philippe
    phillip phyllis pier pierre pilar primo priya rachel rafael rainer ralph ramon randy raoul raquel raul ravi
    ray raymond rebecca regina renata rene reza rhonda ricardo richard rick rita rob robert roberta roberto
    robin roger roland rolf ron ronald rosa rosalind rose rosemary ross roxana roxane roxanne roy ruby rudolf
    rui rupert russell ruth ryan sabine sally salman sam samantha samir samuel sandra sandy santiago sara sarah
    sasha satoshi saul scott sean sebastian sergei sergio seth shannon sharon shaun shawn sheila shelley sheryl
    shirley sidney siegfried sigmund silvia simon simone slavoj sofia sofie sonia soo sophia sophie soren stacy
    stanislaw stanley stefan stefano stella stendhal stephanie stephen steve steven stewart stuart sue susan
    susanna susanne suzanne sven sylvia tamara tania tanya tara tariq ted terence teresa terry theodor theodore
    theresa thomas tiago tiffany tim timothy tina tobias toby todd tom tomas tommy toni tony tove tracy travis
    trevor tyler ulrich umberto ursula vaclav valentina valerie vanessa vera vernon veronica vicki victor
    victoria vijay vincent viola violet virginia vittorio vivian vladimir walt walter wanda wang warren wayne
    wendy werner wes wesley willa william willie wislawa wolfgang wong xavier yasmin yasujiro yoko yolanda
    yorgos yukio yuri yves yvonne zachary zadie zhang zoe zora
    """
)
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
