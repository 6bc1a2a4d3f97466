"""Documents about clusters that do not exist, as people write of those that do."""

STER = """# Klaster Bursztynowy Ster

Klaster Bursztynowy Ster powstał w 2009 roku w Elblągu. Skupia 48 firm szkutniczych oraz dwie uczelnie.
Status klastra regionalnego jest ważny do 30 czerwca 2027 roku. Misją klastra jest budowa łodzi bez odpadów.

## Władze

Klaster Bursztynowy Ster reprezentuje Halina Wodnicka, prezes Fundacji Jantarowej.

## Kontakt

Biuro klastra Bursztynowy Ster
ul. Portowa 7, 82-300 Elbląg
tel. 55 123 45 67
e-mail: biuro@ster.example
"""

KOLO = """# Klaster Młyńskie Koło

Klaster Młyńskie Koło założono w 2014 roku w Kłodzku. Należy do niego 31 młynów i piekarni.
Status klastra regionalnego obowiązuje do 15 marca 2026 roku.

## Władze

Klaster Młyńskie Koło reprezentuje Ignacy Żarnowski, dyrektor Instytutu Mąki.
"""

LANTERN = """# Copper Lantern Cluster

The Copper Lantern Cluster was founded in 2011 in Legnica. It brings together 64 foundries and toolmakers.
Its regional status is valid until 1 October 2028. The cluster is coordinated by the Lantern Foundation.

## Management

The Copper Lantern Cluster is represented by Edwin Marlow, director of the Lantern Foundation.
"""

ROUND = """# Runda regionalna

Status klastra wschodniego do 12 maja 2029 roku mają:

- Klaster Lniana Nić
- Klaster Dębowa Beczka
- Klaster Srebrny Pszczelarz
- Klaster Piaskowa Wydma

Status klastra wschodniego do 3 lutego 2026 roku mają:

- Klaster Wiklinowy Most
- Klaster Ceglany Łuk
"""

GLOSSARY = """# Słownik szkutnika

Stępka to belka, na której opiera się cały kadłub łodzi. Wręga usztywnia poszycie i nadaje mu kształt.
"""

LEXICON = """# Words of boat builders

A keel is the beam on which the whole hull of a boat rests. Frames stiffen the planking.
"""

ALMANAC = """# Almanach pomorski

W almanachu opisano rzemiosła regionu.
Klaster Bursztynowy Ster skupia 48 firm szkutniczych oraz dwie uczelnie.
"""

LIBRARY = {
    "ster.md": STER,
    "kolo.md": KOLO,
    "lantern.md": LANTERN,
    "runda.md": ROUND,
    "slownik.md": GLOSSARY,
    "words.md": LEXICON,
    "almanach.md": ALMANAC,
}
