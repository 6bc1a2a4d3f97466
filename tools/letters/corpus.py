"""Polish sentences out of Debian's packages: manuals, help, games' stories, sayings."""

import gettext
import gzip
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from lxml import etree, html

_STORIES = (
    *("did", "dm", "dw", "ei", "httt", "l", "nr", "sof"),
    *("sota", "sotbe", "thot", "trow", "tsg", "ttb", "utbs"),
)  # fmt: skip
# Each with its licence. Only figures are derived from them: how well readings of words stand together.
PACKAGES = (
    "debian-edu-doc-legacy-pl",  # GPL-2+
    "debian-handbook",  # CC-BY-SA-3.0 or GPL-2+
    "flare-game",  # CC-BY-SA-3.0
    "fortunes-pl",  # GPL-2+
    "freeciv-data",  # GPL-2+
    "gnome-user-docs",  # CC-BY-SA-3.0
    "kicad-doc-pl",  # GPL-3+ or CC-BY-3.0
    "libreoffice-help-pl",  # MPL-2.0
    "manpages-pl",  # GPL-3+ and others, all free
    "wesnoth-1.16-data",  # GPL-2+, as are the stories below
    *(f"wesnoth-1.16-{name}" for name in _STORIES),
    "lyx-common",  # GPL-2+
    "widelands-data",  # GPL-2+
)
_BLOCKS = (
    "//p|//div[@class='para']|//li|//td|//dd|//h1|//h2|//h3|//*[local-name()='p']|//*[local-name()='title']"
)
_ENTRY = re.compile(r'\nmsgstr "(.+)"')
_MARKUP = re.compile(r"<[^<>]*>|\\f[BIRP]|\\[(&-]\w*|\\\w")
_LAYOUT = re.compile(r"\\begin_layout.*\n")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n\s*\n|\n(?=[•*–-] )|\n%\n")
_POLISH = re.compile("[ąćęłńśźż]")
_WORD = re.compile(r"[^\W\d_]+")


def sentences() -> Iterator[str]:
    """Each sentence once, in the order of the packages; needs apt-get and dpkg-deb."""
    seen: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        for name in PACKAGES:
            for text in _texts(_unpacked(name, Path(folder))):
                for sentence in _SENTENCE.split(text):
                    line = " ".join(sentence.split())
                    if line not in seen and _is_polish(line):
                        seen.add(line)
                        yield line


def _unpacked(name: str, folder: Path) -> Path:
    subprocess.run(["apt-get", "download", "-qq", name], cwd=folder, check=True)
    target = folder / name
    subprocess.run(["dpkg-deb", "-x", str(next(folder.glob(f"{name}_*.deb"))), str(target)], check=True)
    return target


def _texts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.is_symlink():
            continue
        parts = {part.lower() for part in path.parts} | {folder.name[-2:]}
        if path.suffix == ".mo" and "pl" in parts:
            yield from _translations(path)
        elif path.suffix in {".html", ".page", ".xhp"} and parts & {"pl", "pl-pl"}:
            yield from _page(path)
        elif path.suffix == ".gz" and "man" in parts:
            yield _MARKUP.sub("", _prose(gzip.decompress(path.read_bytes()).decode("utf-8", "replace")))
        elif path.suffix == ".lyx" and "pl" in parts:
            yield from _manual(path)
        elif path.suffix == ".po" and path.suffixes[:1] == [".pl"]:
            yield from _ENTRY.findall(path.read_text(encoding="utf-8").replace('"\n"', ""))
        elif not path.suffix and "fortunes" in parts:
            yield path.read_text(encoding="utf-8", errors="replace")


def _translations(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        catalogue = vars(gettext.GNUTranslations(file))["_catalog"]
    for key, text in catalogue.items():
        if key:
            yield _MARKUP.sub("", text)


def _page(path: Path) -> Iterator[str]:
    tree: etree._Element = html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    if path.suffix != ".html":
        tree = etree.parse(path).getroot()
    for element in cast(list[etree._Element], tree.xpath(_BLOCKS)):
        yield " ".join(str(element.xpath("string()")).split())


def _manual(path: Path) -> Iterator[str]:
    for layout in _LAYOUT.split(path.read_text(encoding="utf-8", errors="replace")):
        yield " ".join(line for line in layout.split("\n") if not line.startswith("\\"))


def _prose(source: str) -> str:
    return "\n".join("" if line.startswith((".", "'")) else line for line in source.split("\n"))


def _is_polish(line: str) -> bool:
    words = _WORD.findall(line)
    return len(words) > 3 and len(_POLISH.findall(line)) * 12 >= len(words) and "=" not in line
