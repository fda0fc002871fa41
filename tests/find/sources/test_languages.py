"""Sources named in the prose of five languages, as essays name them: whose thought, and whose words."""

from __future__ import annotations

from typing import Final

import pytest

from anora_bib.find.sources.attributions import find_attributions
from anora_bib.model import Apparatus, Essay, Relation
from anora_bib.records.record_set import RecordSet
from tests.find.support import paragraphs, stressed, with_prose

AROUND: Final = {
    "en": "Whoever walks through the port in the evening sees the cranes, and hears the water at the wall.",
    "de": (
        "Wer am Abend durch den Hafen geht, sieht die Kräne vor dem Himmel und hört das Wasser an der Mauer. "
        "Die Arbeit ist verschwunden, doch die Gebäude stehen noch, und in den Straßen sitzen die Menschen "
        "vor den Türen und warten auf den Regen. Im Sommer kommen die Gäste mit dem Schiff, im Winter bleibt "
        "die Stadt unter sich. Der Markt hat am Morgen geöffnet, die Fischer verkaufen den Fang der Nacht, "
        "und die Kinder laufen zur Schule. Niemand weiß genau, wann die Werft geschlossen wurde; das Archiv "
        "ist verbrannt, die Akten sind verloren. Aus der Halle wurde ein Lager, aus dem Lager ein Parkplatz. "
        "Die Verwaltung plant seit Jahren ein Museum, aber das Geld fehlt, und der Rat der Stadt streitet "
        "über den Ort. So bleibt von der Zeit der Schiffe nur die Erinnerung der Alten, und diese Erinnerung "
        "ändert sich mit jedem Jahr. Der Verein hat eine Sammlung begonnen: Fotos, Werkzeuge, Briefe, eine "
        "Fahne, zwei Modelle. Sie liegt in einem Keller, in dem es nach Farbe riecht, und an einem Tag im "
        "Monat darf man sie sehen."
    ),
    "fr": (
        "Le soir, quand on marche dans le port, on voit les grues devant le ciel et l'on entend l'eau contre "
        "le mur. Le travail a disparu, mais les bâtiments sont encore debout, et dans les rues les gens "
        "attendent la pluie devant leurs portes. En été les visiteurs arrivent par bateau; en hiver la ville "
        "reste seule avec ses histoires."
    ),
    "es": (
        "Quien camina por el puerto al anochecer ve las grúas delante del cielo y oye el agua contra el muro. "
        "El trabajo ha desaparecido, pero los edificios siguen en pie, y en las calles la gente espera la "
        "lluvia delante de sus puertas. En verano llegan los visitantes en barco; en invierno la ciudad se "
        "queda sola con sus historias."
    ),
    "it": (
        "Chi cammina per il porto la sera vede le gru davanti al cielo e sente l'acqua contro il muro. Il "
        "lavoro è scomparso, ma gli edifici sono ancora in piedi, e nelle strade la gente aspetta la pioggia "
        "davanti alle porte. D'estate arrivano i visitatori con la nave; d'inverno la città resta sola con le "
        "sue storie."
    ),
}
"""What stands before each sentence, and shows in which language it is."""


def read(language: str, text: str) -> tuple[set[str], set[str]]:
    """Those to whom a sentence gives a thought or words, and those whose words it quotes."""
    whole = f"{AROUND[language]}\n{text}"
    apparatus = Apparatus(Essay.of("e.txt", whole, "text", emphases=stressed(whole)), body=paragraphs(whole))
    found = find_attributions(with_prose(apparatus), RecordSet())
    leaning = {one.speaker or one.name for one in found if one.relation is not Relation.DISCUSSES}
    return leaning, {one.speaker or one.name for one in found if one.quotation}


@pytest.mark.parametrize(
    ("text", "name", "quoted"),
    [
        ("Die Historikerin Anna Rohde zeigt in ihrer Studie, dass die Häfen lange leer standen.", "Anna Rohde", False),
        ("Wie Karl Menzer schreibt, ist der Kai „eine Bühne ohne Stück“.", "Karl Menzer", True),
        ("Anna Rohde hat in ihrem Buch gezeigt, dass die Werft schon um 1900 kaum Gewinn machte.", "Anna Rohde", False),
        ("Karl Menzer weist in einem Aufsatz darauf hin, dass der Begriff jünger ist.", "Karl Menzer", False),
        ("Laut Anna Rohde ist der Streik an der Kälte gescheitert.", "Anna Rohde", False),
        ("Karl Menzer zufolge war die Mole nie ein öffentlicher Ort.", "Karl Menzer", False),
        ("Der Hafen sei, so Anna Rohde, „das Gedächtnis der Stadt“.", "Anna Rohde", True),
        ("„Der Kai gehört niemandem“, schreibt Anna Rohde in ihrem jüngsten Buch.", "Anna Rohde", True),
        ("„Der Kai“, so Karl Menzer, „gehört niemandem.“", "Karl Menzer", True),
        ("Bei Anna Rohde heißt es dazu: „Die Kräne sind stumm geworden.“", "Anna Rohde", True),
        ("Anna Rohdes These, der Hafen sei immer schon Museum gewesen, ist umstritten.", "Anna Rohde", False),
        ("Die These von Karl Menzer lautet, dass jede Stadt ihr Wasser vergisst.", "Karl Menzer", False),
        ("Mit Karl Menzer lässt sich sagen, dass jede Stadt ihr Wasser vergisst.", "Karl Menzer", False),
        ("In den Worten Karl Menzers ist die Werft „eine Maschine, die Zeit verbraucht“.", "Karl Menzer", True),
        ("Nach Ansicht der Soziologin Anna Rohde hat der Umbau vor allem Geld gekostet.", "Anna Rohde", False),
        ("Anna Rohde sieht darin den Versuch, die Arbeiter unsichtbar zu machen.", "Anna Rohde", False),
        ("Das hat bereits Karl Menzer bemerkt.", "Karl Menzer", False),
        ("Dagegen wendet Anna Rohde ein, dass die Zahlen nicht stimmen.", "Anna Rohde", False),
        ("Karl Menzer hält das für einen Irrtum.", "Karl Menzer", False),
        ("Anna Rohde vertritt die Auffassung, dass der Hafen eine Erfindung des Bürgertums sei.", "Anna Rohde", False),
        ("Schon Adorno hat darauf aufmerksam gemacht, dass solche Feste nichts feiern.", "Adorno", False),
        ("Was Foucault „Heterotopie“ nennt, lässt sich hier besichtigen.", "Foucault", True),
        ("Der Philosoph Karl Menzer spricht von einer „Ökonomie des Wartens“.", "Karl Menzer", True),
        ("Anna Rohde geht davon aus, dass zwei Drittel der Arbeiter wegzogen.", "Anna Rohde", False),
        ("Karl Menzer fasst das so zusammen: „Wer wartet, der arbeitet.“", "Karl Menzer", True),
        ("Gegenüber der Zeitung betonte Anna Rohde, sie habe nie daran geglaubt.", "Anna Rohde", False),
        ("Anna Rohde (2014) zeigt, wie die Werft zum Lager wurde.", "Anna Rohde", False),
        ("Daran knüpft Karl Menzer an, wenn er den Hafen einen „Rest“ nennt.", "Karl Menzer", True),
        ("Die Kategorie des Wartens, die Karl Menzer eingeführt hat, trifft es genau.", "Karl Menzer", False),
        ("Im Anschluss an Anna Rohde könnte man von einer leeren Bühne sprechen.", "Anna Rohde", False),
        ("Karl Menzer kommt zu dem Schluss, dass sich Hafen und Stadt nie begegnet sind.", "Karl Menzer", False),
        ("Wer mit Karl Menzer sprach, merkte schnell, dass er müde war.", "", False),
        ("Anna Rohde wurde 1931 in Stettin geboren und zog später nach Bremen.", "", False),
        ("Das Wort „Kai“ kommt aus dem Niederländischen.", "", False),
        ("Der Weg führt an der Karl-Menzer-Schule vorbei zum „Roten Haus“.", "", False),
        ("Dem widerspricht Anna Rohde entschieden.", "Anna Rohde", False),
        ("„Das war ein Fehler“, räumte Anna Rohde später ein.", "Anna Rohde", True),
        ("Rohde geht es dabei um die Arbeiter. Anna Rohde schreibt: „Der Kai ist leer.“", "Anna Rohde", True),
        ("Die Autorin Anna Rohde kommt in ihrem Buch zu dem Ergebnis, dass er leer war.", "Anna Rohde", False),
        ("„Der Kai ist leer“, heißt es bei Karl Menzer.", "Karl Menzer", True),
        ("Karl Menzer nannte den Hafen einmal „die traurigste Bühne der Welt“.", "Karl Menzer", True),
        ("Mit diesem Satz beginnt Karl Menzer sein Buch: „Der Kai ist leer.“", "Karl Menzer", True),
        ("Anders als Anna Rohde meint, war der Streik lange geplant.", "Anna Rohde", False),
        ("Karl Menzer hat den Begriff der Wartestadt geprägt.", "Karl Menzer", False),
        ("Der von Anna Rohde geprägte Begriff der Wartestadt trifft es.", "Anna Rohde", False),
        ("Auf diesen Punkt hat vor allem Anna Rohde hingewiesen.", "Anna Rohde", False),
        ("In seinem Essay „Der leere Kai“ beschreibt Karl Menzer eine Stadt ohne Wasser.", "Karl Menzer", False),
        ("Wer wartet, arbeitet, sagt Karl Menzer.", "Karl Menzer", False),
        ("Karl Menzer: „Wer wartet, arbeitet, und wer arbeitet, wartet.“", "Karl Menzer", True),
        ("Anna Rohde wirft Karl Menzer vor, die Frauen zu vergessen.", "Anna Rohde", False),
        ("Die Formel „Wer wartet, arbeitet“ stammt von Karl Menzer.", "Karl Menzer", True),
        ("Bereits Kant unterschied zwischen Hafen und Ufer.", "Kant", False),
        ("Hegels Bestimmung des Ufers hilft hier weiter.", "Hegel", False),
        ("Das Ufer ist nach Hegel die Grenze der Stadt.", "Hegel", False),
        ("Im Gespräch mit Anna Rohde sagte er kein Wort.", "", False),
        ("Am Abend traf Anna Rohde im Hafen ein und ging schlafen.", "", False),
        ("Karl Menzer, der lange in Bremen lebte, starb 1974.", "", False),
        ("Anna Rohde erzählt von ihrer Kindheit am Kai.", "Anna Rohde", False),
        ("Zu Recht fragt Anna Rohde, wem der Kai gehört.", "Anna Rohde", False),
        ("Der Kai, schreibt Anna Rohde, gehöre niemandem.", "Anna Rohde", False),
        ("Leider spricht Anna Rohde hier lediglich von einem „Nachgeschmack“.", "Anna Rohde", True),
        ("Wem gehört der Kai, fragt sich Anna Rohde.", "Anna Rohde", False),
        ("Wem das noch nicht genügt, dem erzählt Anna Rohde, dass der Kai leer war.", "Anna Rohde", False),
        ("Anna Rohde, Historikerin des 20. Jahrhunderts, sagte dazu: „Der Kai ist leer.“", "Anna Rohde", True),
        ("Der Kai ist für Kant eine Grenze.", "Kant", False),
        ("Ich würde mir das auch für Anna Rohde wünschen.", "", False),
        ("Was Historiker einmal mit dem Wort meinten, gibt es nicht mehr.", "", False),
        ("Das ist, was Anna Rohde als Rest beschrieben hat.", "Anna Rohde", False),
        ("Der Hafen sei, meint dagegen Karl Menzer, ein Text.", "Karl Menzer", False),
        ("Folgt man Karl Menzer, so war der Kai immer schon ein Museum.", "Karl Menzer", False),
        ("Karl Menzer ist der Meinung, dass der Kai älter ist.", "Karl Menzer", False),
        ("Karl Menzer wird nicht müde zu betonen, dass der Kai verfällt.", "Karl Menzer", False),
        ("Das Buch von Anna Rohde macht deutlich, dass der Kai verfällt.", "Anna Rohde", False),
        ("Wenn Anna Rohde vom Kai spricht, meint sie die Grenze.", "Anna Rohde", False),
        ("Laut dem Leiter des Hafenamts in Kiel, Karl Menzer, ist der Kai gesunken.", "Karl Menzer", False),
        ("Die Politologin Naima Tarrach entdeckte in dem Satz einen „falschen Trost“.", "Naima Tarrach", True),
        ("Der Osteuropahistoriker Naim Tarrach hält den Streik für verloren.", "Naim Tarrach", False),
        ("Oder wie der große Spötter Karl Menzer gesagt hat: „Wer wartet, arbeitet schon.“", "Karl Menzer", True),
        ("Wieso Karl Menzer der Meinung war, dass der Kai fällt, weiß niemand.", "Karl Menzer", False),
    ],
)  # fmt: skip
def test_german(text: str, name: str, quoted: bool) -> None:
    assert read("de", text) == ({name} - {""}, {name} if quoted else set())


@pytest.mark.parametrize(
    ("text", "name", "quoted"),
    [
        ("Selon Jeanne Rohant, le port est « un théâtre sans pièce ».", "Jeanne Rohant", True),
        ("D’après Paul Mercadier, le quai n’a jamais été public.", "Paul Mercadier", False),
        ("« Le quai n’appartient à personne », écrit Jeanne Rohant.", "Jeanne Rohant", True),
        ("« Le quai, écrit Jeanne Rohant, n’appartient à personne. »", "Jeanne Rohant", True),
        ("Jeanne Rohant a montré que le chantier perdait de l’argent dès 1900.", "Jeanne Rohant", False),
        ("Comme l’a montré Paul Mercadier, le mot est plus jeune que la chose.", "Paul Mercadier", False),
        ("Comme le souligne Jeanne Rohant, le port est d’abord une attente.", "Jeanne Rohant", False),
        ("Ce que Paul Mercadier appelle « l’économie de l’attente » se voit ici.", "Paul Mercadier", True),
        ("La thèse de Paul Mercadier est connue.", "Paul Mercadier", False),
        ("L’historienne Jeanne Rohant rappelle que les grues se sont tues en 1974.", "Jeanne Rohant", False),
        ("La notion de rivage chez Jeanne Rohant est plus large.", "Jeanne Rohant", False),
        ("Paul Mercadier lui-même le reconnaît : « J’ai trop attendu. »", "Paul Mercadier", True),
        ("À en croire Jeanne Rohant, la grève a échoué à cause du froid.", "Jeanne Rohant", False),
        ("Paul Mercadier met en évidence le rôle des femmes dans la grève.", "Paul Mercadier", False),
        ("Jeanne Rohant y voit une tentative d’effacer les ouvriers.", "Jeanne Rohant", False),
        ("Jeanne Rohant se demande si le port a jamais existé.", "Jeanne Rohant", False),
        ("Jeanne Rohant s’interroge sur la place des femmes dans la grève.", "Jeanne Rohant", False),
        ("Dans son livre, Paul Mercadier soutient que la ville a inventé son port.", "Paul Mercadier", False),
        ("Pour reprendre les termes de Jeanne Rohant, c’est « une machine à user le temps ».", "Jeanne Rohant", True),
        ("Le port serait, aux yeux de Paul Mercadier, un musée.", "Paul Mercadier", False),
        ("À la suite de Jeanne Rohant, on peut parler d’une scène vide.", "Jeanne Rohant", False),
        ("Paul Mercadier en conclut que le port et la ville ne se sont jamais rencontrés.", "Paul Mercadier", False),
        ("Paul Mercadier fait remarquer que les chiffres sont faux.", "Paul Mercadier", False),
        ("Jeanne Rohant attire l’attention sur les archives perdues.", "Jeanne Rohant", False),
        ("Cette idée, Paul Mercadier l’a développée dans un article de 1992.", "Paul Mercadier", False),
        ("Jeanne Rohant, quant à elle, affirme que la grève fut courte.", "Jeanne Rohant", False),
        ("« Je n’y ai jamais cru », confie Jeanne Rohant au *Monde*.", "Jeanne Rohant", True),
        ("On connaît le mot de Paul Mercadier : « Qui attend travaille. »", "Paul Mercadier", True),
        ("Foucault parle d’« hétérotopie » à propos de tels lieux.", "Foucault", True),
        ("C’est ce que Barthes nomme « l’effet de réel ».", "Barthes", True),
        ("Jeanne Rohant (2014) montre comment le chantier devint entrepôt.", "Jeanne Rohant", False),
        ("Jeanne Rohant est née à Brest en 1931 et s’installe à Nantes en 1950.", "", False),
        ("Le mot « quai » vient du néerlandais.", "", False),
        ("Paul Mercadier dénonçait déjà l’oubli des dockers.", "Paul Mercadier", False),
        ("Telle est du moins l’hypothèse de Jeanne Rohant.", "Jeanne Rohant", False),
        ("Jeanne Rohant propose de lire le port comme un texte.", "Jeanne Rohant", False),
        ("Dans « Le Quai », Paul Mercadier décrit une ville sans eau.", "Paul Mercadier", False),
        ("Jeanne Rohant consacre un chapitre entier aux dockers.", "", False),
        ("Paul Mercadier, qui a travaillé sur ces archives, estime que la grève fut courte.", "Paul Mercadier", False),
        ("L’expression est de Paul Mercadier.", "Paul Mercadier", False),
        ("La formule « Qui attend travaille » est empruntée à Paul Mercadier.", "Paul Mercadier", True),
        ("Contrairement à ce qu’affirme Jeanne Rohant, la grève était prévue.", "Jeanne Rohant", False),
        ("« Le quai est vide », note Paul Mercadier dans son journal.", "Paul Mercadier", True),
        ("« Le quai est vide », pouvait écrire Paul Mercadier en 1974.", "Paul Mercadier", True),
        ("Le philosophe Paul Mercadier parle à ce propos de « ville en attente ».", "Paul Mercadier", True),
        ("Jeanne Rohant insiste : « Le quai n’appartient à personne. »", "Jeanne Rohant", True),
        ("Ainsi, pour la sociologue Jeanne Rohant, le port est un théâtre.", "Jeanne Rohant", False),
        ("Dans La Ville en attente, Jeanne Rohant décrit le quai comme un théâtre.", "Jeanne Rohant", False),
        ("La grève, nous dit Jeanne Rohant, fut courte.", "Jeanne Rohant", False),
        ("L’analyse que propose Jeanne Rohant est convaincante.", "Jeanne Rohant", False),
        ("On retrouve chez Kant cette idée du rivage.", "Kant", False),
        ("Le rivage, tel que le définit Hegel, est une limite.", "Hegel", False),
        ("Au sens de Foucault, le port est une hétérotopie.", "Foucault", False),
        ("Jeanne Rohant arrive à Brest en 1950 et y ouvre une librairie.", "", False),
        ("Paul Mercadier préfère parler de « rivage intérieur ».", "Paul Mercadier", True),
        ("Cette lecture doit beaucoup à Jeanne Rohant.", "Jeanne Rohant", False),
        ("Comme dirait Paul Mercadier, qui attend travaille.", "Paul Mercadier", False),
        ("Jeanne Rohant s’oppose à cette lecture.", "Jeanne Rohant", False),
        ("Paul Mercadier va plus loin : « Qui attend travaille. »", "Paul Mercadier", True),
        ("Jeanne Rohant se souvient : « Il faisait froid. »", "Jeanne Rohant", True),
        ("Selon le directeur du port de Brest, Jeanne Rohant, le quai s'enfonce.", "Jeanne Rohant", False),
        ("C'est la distinction dont parle Jeanne Rohant.", "Jeanne Rohant", False),
    ],
)  # fmt: skip
def test_french(text: str, name: str, quoted: bool) -> None:
    assert read("fr", text) == ({name} - {""}, {name} if quoted else set())


@pytest.mark.parametrize(
    ("text", "name", "quoted"),
    [
        ("Según Juana Roldán, el puerto es «un teatro sin obra».", "Juana Roldán", True),
        ("De acuerdo con Pablo Mercader, el muelle nunca fue público.", "Pablo Mercader", False),
        ("«El muelle no es de nadie», escribe Juana Roldán.", "Juana Roldán", True),
        ("«El muelle —escribe Juana Roldán— no es de nadie.»", "Juana Roldán", True),
        ("“El muelle no es de nadie”, afirma Juana Roldán en su último libro.", "Juana Roldán", True),
        ("Juana Roldán ha mostrado que el astillero perdía dinero ya en 1900.", "Juana Roldán", False),
        ("Como ha señalado Pablo Mercader, la palabra es más joven que la cosa.", "Pablo Mercader", False),
        ("Como señala Juana Roldán, el puerto es ante todo una espera.", "Juana Roldán", False),
        ("Lo que Pablo Mercader llama “la economía de la espera” se ve aquí.", "Pablo Mercader", True),
        ("La tesis de Pablo Mercader es conocida.", "Pablo Mercader", False),
        ("La historiadora Juana Roldán recuerda que las grúas callaron en 1974.", "Juana Roldán", False),
        ("En palabras de Juana Roldán, es “una máquina de gastar tiempo”.", "Juana Roldán", True),
        ("El propio Pablo Mercader lo reconoce: “Esperé demasiado”.", "Pablo Mercader", True),
        ("A juicio de Juana Roldán, la huelga fracasó por el frío.", "Juana Roldán", False),
        ("Pablo Mercader pone de relieve el papel de las mujeres en la huelga.", "Pablo Mercader", False),
        ("Juana Roldán ve en ello un intento de borrar a los obreros.", "Juana Roldán", False),
        ("Juana Roldán se pregunta si el puerto existió alguna vez.", "Juana Roldán", False),
        ("En su libro, Pablo Mercader sostiene que la ciudad inventó su puerto.", "Pablo Mercader", False),
        ("Pablo Mercader concluye que puerto y ciudad nunca se encontraron.", "Pablo Mercader", False),
        ("Pablo Mercader hace notar que las cifras son falsas.", "Pablo Mercader", False),
        ("Juana Roldán llama la atención sobre los archivos perdidos.", "Juana Roldán", False),
        ("Juana Roldán, por su parte, afirma que la huelga fue corta.", "Juana Roldán", False),
        ("“Nunca lo creí”, confesó Juana Roldán a *El País*.", "Juana Roldán", True),
        ("Es célebre la frase de Pablo Mercader: “Quien espera trabaja”.", "Pablo Mercader", True),
        ("Foucault habla de “heterotopía” a propósito de tales lugares.", "Foucault", True),
        ("Es lo que Barthes denomina “efecto de realidad”.", "Barthes", True),
        ("Juana Roldán (2014) muestra cómo el astillero se volvió depósito.", "Juana Roldán", False),
        ("Juana Roldán nació en Cádiz en 1931 y se instaló en Sevilla en 1950.", "", False),
        ("La palabra “muelle” viene del latín.", "", False),
        ("Dice Pablo Mercader que el puerto es un texto que nadie lee.", "Pablo Mercader", False),
        ("Ya advertía Juana Roldán que nada de eso duraría.", "Juana Roldán", False),
        ("La noción de orilla en Juana Roldán es más amplia.", "Juana Roldán", False),
        ("Siguiendo a Juana Roldán, podemos hablar de una escena vacía.", "Juana Roldán", False),
        ("Pablo Mercader lo resume así: “Quien espera trabaja”.", "Pablo Mercader", True),
        ("Juana Roldán propone leer el puerto como un texto.", "Juana Roldán", False),
        ("Con Pablo Mercader podemos decir que toda ciudad olvida su agua.", "Pablo Mercader", False),
        ("La idea, formulada por Pablo Mercader en 1992, tuvo eco.", "Pablo Mercader", False),
        ("Tal es la hipótesis de Juana Roldán.", "Juana Roldán", False),
        ("Juana Roldán dedica un capítulo entero a los estibadores.", "", False),
        ("Pablo Mercader, que trabajó en esos archivos, estima que la huelga fue corta.", "Pablo Mercader", False),
        ("La expresión es de Pablo Mercader.", "Pablo Mercader", False),
        ("Fue Juana Roldán quien habló por primera vez de ciudad en espera.", "Juana Roldán", False),
        ("En contra de lo que afirma Juana Roldán, la huelga estaba prevista.", "Juana Roldán", False),
        ("“El muelle está vacío”, anotó Pablo Mercader en su diario.", "Pablo Mercader", True),
        ("El filósofo Pablo Mercader habla al respecto de “ciudad en espera”.", "Pablo Mercader", True),
        ("Juana Roldán insiste: “El muelle no es de nadie”.", "Juana Roldán", True),
        ("Así, para la socióloga Juana Roldán, el puerto es un teatro.", "Juana Roldán", False),
        ("En La ciudad en espera, Juana Roldán describe el muelle como un teatro.", "Juana Roldán", False),
        ("La huelga, nos dice Juana Roldán, fue corta.", "Juana Roldán", False),
        ("El análisis que propone Juana Roldán es convincente.", "Juana Roldán", False),
        ("En Kant encontramos esa idea de la orilla.", "Kant", False),
        ("La orilla, tal como la define Hegel, es un límite.", "Hegel", False),
        ("En el sentido de Foucault, el puerto es una heterotopía.", "Foucault", False),
        ("Juana Roldán llega a Cádiz en 1950 y abre allí una librería.", "", False),
        ("Pablo Mercader prefiere hablar de “orilla interior”.", "Pablo Mercader", True),
        ("Como diría Pablo Mercader, quien espera trabaja.", "Pablo Mercader", False),
        ("Juana Roldán se opone a esa lectura.", "Juana Roldán", False),
        ("Pablo Mercader va más lejos: “Quien espera trabaja siempre”.", "Pablo Mercader", True),
        ("Ha dicho Juana Roldán que el puerto es un teatro.", "Juana Roldán", False),
        ("Lo explica muy bien Juana Roldán cuando habla de “ciudad en espera”.", "Juana Roldán", True),
        ("Ya lo decía Pablo Mercader: “Quien espera trabaja siempre”.", "Pablo Mercader", True),
        ("Al respecto, Juana Roldán señala lo siguiente: “El muelle no es de nadie”.", "Juana Roldán", True),
        ("El concepto de ciudad en espera, acuñado por Pablo Mercader, es útil.", "Pablo Mercader", False),
        ("Afirma el escritor, crítico y profesor Pablo Mercader que el puerto duerme.", "Pablo Mercader", False),
        ("Juana Roldán coincide con los demás: el muelle es de todos.", "Juana Roldán", False),
        ("Se puede estar o no de acuerdo con Juana Roldán.", "", False),
        ("Le contó a Juana Roldán lo que había visto.", "", False),
        ("El puerto, con el mecanicismo de Descartes, es una máquina.", "Descartes", False),
    ],
)  # fmt: skip
def test_spanish(text: str, name: str, quoted: bool) -> None:
    assert read("es", text) == ({name} - {""}, {name} if quoted else set())


@pytest.mark.parametrize(
    ("text", "name", "quoted"),
    [
        ("Secondo Gianna Rolandi, il porto è «un teatro senza opera».", "Gianna Rolandi", True),
        ("Per Paolo Mercanti, ogni città dimentica la sua acqua.", "Paolo Mercanti", False),
        ("«Il molo non è di nessuno», scrive Gianna Rolandi.", "Gianna Rolandi", True),
        ("«Il molo – scrive Gianna Rolandi – non è di nessuno».", "Gianna Rolandi", True),
        ("Gianna Rolandi ha mostrato che il cantiere perdeva denaro già nel 1900.", "Gianna Rolandi", False),
        ("Come ha notato Paolo Mercanti, la parola è più giovane della cosa.", "Paolo Mercanti", False),
        ("Come sottolinea Gianna Rolandi, il porto è anzitutto un’attesa.", "Gianna Rolandi", False),
        ("Ciò che Paolo Mercanti chiama “l’economia dell’attesa” si vede qui.", "Paolo Mercanti", True),
        ("La tesi di Paolo Mercanti è nota.", "Paolo Mercanti", False),
        ("La storica Gianna Rolandi ricorda che le gru tacquero nel 1974.", "Gianna Rolandi", False),
        ("Nelle parole di Gianna Rolandi, il cantiere è “una macchina che consuma il tempo”.", "Gianna Rolandi", True),
        ("Lo stesso Paolo Mercanti lo riconosce: “Ho atteso troppo”.", "Paolo Mercanti", True),
        ("A giudizio di Gianna Rolandi, lo sciopero fallì per il freddo.", "Gianna Rolandi", False),
        ("Paolo Mercanti mette in luce il ruolo delle donne nello sciopero.", "Paolo Mercanti", False),
        ("Gianna Rolandi vi scorge un tentativo di cancellare gli operai.", "Gianna Rolandi", False),
        ("Gianna Rolandi si chiede se il porto sia mai esistito.", "Gianna Rolandi", False),
        ("Nel suo libro, Paolo Mercanti sostiene che la città inventò il suo porto.", "Paolo Mercanti", False),
        ("Paolo Mercanti fa notare che le cifre sono false.", "Paolo Mercanti", False),
        ("Gianna Rolandi, dal canto suo, afferma che lo sciopero fu breve.", "Gianna Rolandi", False),
        ("È celebre la frase di Paolo Mercanti: “Chi aspetta lavora”.", "Paolo Mercanti", True),
        ("Foucault parla di “eterotopia” a proposito di tali luoghi.", "Foucault", True),
        ("È quello che Barthes definisce “effetto di reale”.", "Barthes", True),
        ("Gianna Rolandi nacque a Genova nel 1931 e si trasferì a Napoli nel 1950.", "", False),
        ("La parola “molo” viene dal greco.", "", False),
        ("Già Gianna Rolandi avvertiva che nulla di ciò sarebbe durato.", "Gianna Rolandi", False),
        ("Seguendo Gianna Rolandi, possiamo parlare di una scena vuota.", "Gianna Rolandi", False),
        ("Come direbbe Paolo Mercanti, chi aspetta lavora.", "Paolo Mercanti", False),
        ("Tale è l’ipotesi di Gianna Rolandi.", "Gianna Rolandi", False),
        ("Gianna Rolandi propone di leggere il porto come un testo.", "Gianna Rolandi", False),
        ("Secondo il direttore del porto di Bari, Giovanni Rossetti, il molo affonda.", "Giovanni Rossetti", False),
        ("Ne parla Giovanni Rossetti in un saggio.", "Giovanni Rossetti", False),
        ("È il pericolo di cui parlava Giovanni Rossetti.", "Giovanni Rossetti", False),
        ("È la distinzione che Giovanni Rossetti fa tra porto e città.", "Giovanni Rossetti", False),
        ("Il quadro voluto da Giovanni Rossetti è nel museo.", "", False),
    ],
)  # fmt: skip
def test_italian(text: str, name: str, quoted: bool) -> None:
    assert read("it", text) == ({name} - {""}, {name} if quoted else set())


@pytest.mark.parametrize(
    ("text", "name", "quoted"),
    [
        ("According to Jane Rohan, the port is “a theatre without a play.”", "Jane Rohan", True),
        ("As Paul Mercer has shown, the word is younger than the thing.", "Paul Mercer", False),
        ("“The quay is nobody’s,” writes Jane Rohan.", "Jane Rohan", True),
        ("What Paul Mercer calls “the economy of waiting” is visible here.", "Paul Mercer", True),
        ("Paul Mercer’s claim that every city forgets its water is well known.", "Paul Mercer", False),
        ("Jane Rohan makes the case that the strike failed because of the cold.", "Jane Rohan", False),
        ("Jane Rohan reminds us that the cranes fell silent in 1974.", "Jane Rohan", False),
        ("Jane Rohan takes the view that the port was invented.", "Jane Rohan", False),
        ("In Jane Rohan’s telling, the strike was short.", "Jane Rohan", False),
        ("In Paul Mercer’s reading, the port is a text nobody reads.", "Paul Mercer", False),
        ("Following Jane Rohan, we can speak of an empty stage.", "Jane Rohan", False),
        ("Jane Rohan is right that nothing of the kind lasted.", "Jane Rohan", False),
        ("Here Paul Mercer’s notion of “shore” is helpful.", "Paul Mercer", True),
        ("The strike was, in the words of Jane Rohan, “a long night.”", "Jane Rohan", True),
        ("Jane Rohan was born in Hull in 1931 and moved to Leeds in 1950.", "", False),
        ("The word “quay” comes from Dutch.", "", False),
        ("Long ago Paul Mercer warned that none of it would last.", "Paul Mercer", False),
        ("Jane Rohan would have none of it: “I never believed a word.”", "Jane Rohan", True),
        ("“He who waits works” (Mercer 1992, 14), Paul Mercer concludes.", "Paul Mercer", True),
        ("I borrow the term “dry port” from Jane Rohan.", "Jane Rohan", True),
        ("Paul Mercer, for his part, insists that the figures are wrong.", "Paul Mercer", False),
        ("The idea goes back to Paul Mercer, who held that ports are texts.", "Paul Mercer", False),
        ("Jane Rohan gives a different account of the strike.", "Jane Rohan", False),
        ("As early as 1931, Jane Rohan was arguing that ports are texts.", "Jane Rohan", False),
        ("Paul Mercer has a name for this: “dry port.”", "Paul Mercer", True),
        ("The strike, as Jane Rohan saw it, was lost before it began.", "Jane Rohan", False),
        ("Critics such as Jane Rohan have argued that the port was a stage.", "Jane Rohan", False),
        ("Jane Rohan devotes a chapter to the dockers.", "", False),
        ("It was Jane Rohan who first spoke of a waiting city.", "Jane Rohan", False),
        ("Contrary to what Jane Rohan claims, the strike was planned.", "Jane Rohan", False),
        ("The phrase “he who waits works” comes from Paul Mercer.", "Paul Mercer", True),
        ("The strike, Jane Rohan tells us, was short.", "Jane Rohan", False),
        ("In The Waiting City, Jane Rohan describes the quay as a theatre.", "Jane Rohan", False),
        ("In Hegel’s terms, the shore is a limit.", "Hegel", False),
        ("The shore, as Hegel defines it, is a limit.", "Hegel", False),
        ("Paul Mercer goes further: “He who waits is always at work.”", "Paul Mercer", True),
        ("Jane Rohan recalled: “It was cold that winter.”", "Jane Rohan", True),
        ("This reading owes much to Jane Rohan.", "Jane Rohan", False),
        ("Jane Rohan writes in her diary, “The quay is empty.”", "Jane Rohan", True),
        ("“The quay,” Paul Mercer once wrote, “is empty.”", "Paul Mercer", True),
        ("Jane Rohan asks whether the port ever existed.", "Jane Rohan", False),
        ("To use Paul Mercer’s phrase, the port is “dry land.”", "Paul Mercer", True),
        ("The historian Jane Rohan puts it bluntly: “Nobody cared.”", "Jane Rohan", True),
        ("Jane Rohan arrived in Hull in 1950 and opened a bookshop.", "", False),
        ("As the historian Jane Rohan reminds us, cranes are loud.", "Jane Rohan", False),
        ("Jane Rohan, writing in 1974, called the port “a long goodbye.”", "Jane Rohan", True),
        ("According to the head of the harbour office in Hull, Jane Rohan, the quay has sunk.", "Jane Rohan", False),
        ("She wrote to her sister Jane Rohan in 1957, referring to the cranes.", "", False),
        ("Jane Rohan’s book argues that the quay was a stage.", "Jane Rohan", False),
        ("She borrows from Jane Rohan the notion of a dry port.", "Jane Rohan", False),
    ],
)  # fmt: skip
def test_english(text: str, name: str, quoted: bool) -> None:
    assert read("en", text) == ({name} - {""}, {name} if quoted else set())
