"""Plain text and Markdown, and what has their names."""

import random

from tests.documents.made.prose import JOINING, MILLS, WINDMILLS, YEARS


def plain() -> bytes:
    return f"Młyny Doliny Żółtej\n\n{MILLS}\n\nJak wstąpić\n\n{JOINING}\n".encode()


def markdown() -> bytes:
    return (
        f"# Młyny\n\n{MILLS}\n\n## Członkowie\n\n- młyny żytnie\n  - w gminie Żółte\n- piekarnie\n\n"
        "| Rok | Członków |\n|---|---|\n| 2019 | 12 |\n| 2023 | 40 |\n"
    ).encode()


def markdown_with_markup() -> bytes:
    return f"# Młyny\n\n<script>ze_skryptu()</script>\n\n{MILLS}\n\n![obraz](javascript:uruchom)\n".encode()


def pages() -> bytes:
    """Three pages parted by form feeds, the second of them empty."""
    return f"{MILLS}\n\f\n\n\f{JOINING}\n".encode()


def many_pages() -> bytes:
    return f"{MILLS}\n\f".encode() * 2_001


def windows_1250() -> bytes:
    return f"{MILLS}\n\n{JOINING}\n".encode("cp1250")


def iso_8859_2() -> bytes:
    return f"{MILLS}\n\n{JOINING}\n".encode("iso8859-2")


def utf_16_without_mark() -> bytes:
    return f"{MILLS}\n\n{JOINING}\n".encode("utf-16-le")


def misdecoded() -> bytes:
    """UTF-8 that somebody took for windows-1250 and saved as UTF-8."""
    return f"{MILLS}\n\n{JOINING}\n".encode().decode("cp1250", "replace").encode()


def misread_code() -> bytes:
    """Windows-1250 that somebody took for the code of Western Europe and saved as UTF-8."""
    return f"{MILLS}\n\n{JOINING}\n".encode("cp1250").decode("iso8859-1").encode()


def visual_order() -> bytes:
    """Lines written from their last letter to their first, as they look to a program that reads right to left."""
    return "\n".join(line[::-1] for line in (MILLS, JOINING, YEARS)).encode()


def lost_letters() -> bytes:
    """A third of its Polish letters were lost to a broken font."""
    text = f"{MILLS}\n\n{JOINING}\n"
    lost = {"ą": "\ufffd", "ć": "\ufffd", "ś": "\ufffd", "ż": "\ufffd"}
    return "".join(lost.get(letter, letter) for letter in text).encode()


def torn_words() -> bytes:
    """Words pulled apart letter by letter."""
    torn = " ".join("  ".join(" ".join(word) for word in line.split()) for line in [MILLS])
    return f"{torn}\n\n{JOINING}\n".encode()


def rubbish() -> bytes:
    """A page of signs that stand for no letters, between two that can be read."""
    signs = "".join(chr(0xE000 + at % 400) if at % 7 else " " for at in range(1_500))
    return f"{MILLS}\n\f{signs}\n\f{JOINING}\n".encode()


def cid_codes() -> bytes:
    """A page on which the letters' numbers stand in place of the letters."""
    codes = " ".join("".join(f"(cid:{30 + (at * n) % 70})" for n in range(1, 7)) for at in range(80))
    return f"{MILLS}\n\f{codes}\n\f{JOINING}\n".encode()


def soft_hyphens() -> bytes:
    """Words parted at line ends, by hyphens seen and unseen, and ligatures."""
    return (
        "Klaster skupia czter\u00addzieści mły\u00adnów. Jego sie-\ndziba stoi nad kanałem, a jego ﬁrmy mają "
        "certyﬁkaty i oﬁcyny.\n"
    ).encode()


def zero_bytes() -> bytes:
    return b""


def only_zeros() -> bytes:
    return bytes(5_000)


def only_spaces() -> bytes:
    return " \t\r\n\u00a0\u2003\u200b\ufeff".encode() * 500


def only_signs() -> bytes:
    return "— • * … ---\n===\n".encode() * 50


def noise() -> bytes:
    return b"\xff" * 20_000


def random_bytes() -> bytes:
    return random.Random(7).randbytes(50_000)


def zeros_between() -> bytes:
    """Text with zero bytes strewn in, as a broken disk leaves it."""
    return WINDMILLS.encode().replace(b"mill", b"mi\x00ll") + b"\x00" * 3 + JOINING.encode()


def surrogates() -> bytes:
    """Halves of characters, as some programs write them into UTF-8."""
    return f"{MILLS} ".encode() + b"\xed\xa0\x80 \xed\xbf\xbf" + f" {JOINING}".encode()


def turned_around() -> bytes:
    """Signs that show text in another order than it has, to hide what it says."""
    return f"{MILLS} Plik \u202egpj.exe\u202c i \u2066ukryte\u2069 znaki.\n".encode()


def terminal_codes() -> bytes:
    """Codes that would change a terminal's title and colours."""
    return f"\x1b]0;przejęte\x07\x1b[31m{MILLS}\x1b[0m\n".encode()


def one_line() -> bytes:
    """Half a megabyte of sentences without a line end."""
    return (f"{MILLS} {JOINING} {YEARS} " * 1_000).encode()


def one_word() -> bytes:
    """Half a megabyte without a blank."""
    return b"mlyn" * 125_000


def blanks_inside() -> bytes:
    """A line of a megabyte of blanks between two words, and one of dots."""
    return f"{MILLS}\n{'młyn' + ' ' * 1_000_000 + 'spichlerz'}\n{'.' * 1_000_000}\n".encode()


def brackets() -> bytes:
    """What makes careless patterns slow: brackets, bars, dashes and addresses that never end."""
    return (
        f"{MILLS}\n" + "[" * 50_000 + "\n" + "![](" * 20_000 + "\n" + "- " * 50_000 + "\n" + "|" * 100_000 + "\n"
        + "http://" * 20_000 + "\n" + "1." * 50_000 + "\n" + "a@" * 50_000 + "\n" + "(" * 50_000 + "\n"
        + "12.12." * 20_000 + "\n" + "„" * 50_000
    ).encode()  # fmt: skip


def quotes_in_quotes() -> bytes:
    """Markdown quoted fifty thousand times over, and lists as deep as a line is long."""
    return f"# Młyny\n\n{MILLS}\n\n{'>' * 50_000} głęboko\n\n{'- ' * 5_000}punkt\n\n{'[' * 20_000}\n".encode()


def combining() -> bytes:
    """A letter under ten thousand accents."""
    return f"{MILLS} a{chr(0x301) * 10_000} i dalej.\n".encode()


def many_lines() -> bytes:
    """Twenty thousand lines of a word each."""
    return "\n".join(f"{MILLS} {JOINING} {YEARS}".split() * 350).encode()


def letter() -> bytes:
    return (
        "From: Anna <anna@mlyny.example>\nTo: Jan <jan@mlyny.example>\nSubject: Spotkanie\nDate: Mon, 5 Feb 2024 "
        f"10:00:00 +0100\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{WINDMILLS}\n"
    ).encode()
