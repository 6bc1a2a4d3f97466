"""The sixteen voivodeships, each shaded by how many clusters are in it."""

import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import ClassVar

from index.taxonomy import REGIONS, region_name
from web.i18n import Texts

# Of the drawing that the outlines are in.
WIDTH, HEIGHT = 512, 486
# Shades that the eye still tells apart.
_SHADES = 5


@dataclass(frozen=True, slots=True)
class Outline:
    """A voivodeship's border as an SVG path, and where in it a number has most room."""

    path: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Shape:
    """A voivodeship on the map; `shade` is 0 where there are none, else 1 (few) to 5 (most)."""

    outline: Outline
    name: str
    count: int
    shade: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class RegionMap:
    """The map, and how many clusters have no place on it: those of other countries, and those of which
    nothing says where they are. `view` is the SVG's viewBox."""

    template: ClassVar[str] = "parts/region_map.html"
    view: str
    shapes: tuple[Shape, ...]
    abroad: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Placed:
    """Clusters by where they are; one that is in two voivodeships counts in both."""

    counts: Mapping[str, int]
    abroad: int
    unknown: int


def region_map(placed: Placed, chosen: Collection[str], address: Callable[[str], str], t: Texts) -> RegionMap:
    """The map; `address` is where the clusters of a region are listed."""
    most = max(placed.counts.values(), default=0)
    shapes = [
        Shape(
            outlines()[key],
            region_name(key, t.language),
            count := placed.counts.get(key, 0),
            -(-count * _SHADES // most) if count else 0,
            address(key),
            key in chosen,
        )
        for key in REGIONS
    ]
    # What is drawn later lies above: the border of the chosen one must not be cut off by its neighbours'.
    shapes.sort(key=lambda one: one.chosen)
    return RegionMap(f"0 0 {WIDTH} {HEIGHT}", tuple(shapes), placed.abroad, placed.unknown)


@cache
def outlines() -> Mapping[str, Outline]:
    """The outlines by the keys of the regions."""
    source = resources.files("web").joinpath("data", "voivodeships.toml").read_text("utf-8")
    return {
        key: Outline(entry["outline"], *entry["number_at"]) for key, entry in tomllib.loads(source).items()
    }
