"""The voivodeships on a map."""

import re

from index.taxonomy import REGIONS
from web.i18n import texts
from web.picture.region_map import HEIGHT, WIDTH, Placed, RegionMap, Shape, outlines, region_map


def _map(counts: dict[str, int], chosen: str = "") -> RegionMap:
    return region_map(Placed(counts, 0, 0), {chosen}, lambda key: f"/{key}", texts("pl"))


def _shapes(drawn: RegionMap) -> dict[str, Shape]:
    return {one.address.removeprefix("/"): one for one in drawn.shapes}


def test_every_voivodeship_has_an_outline_within_the_drawing_with_its_number_inside() -> None:
    assert set(outlines()) == set(REGIONS)
    for outline in outlines().values():
        points = [
            (int(x), int(y))
            for x, y in (pair.split(",") for pair in re.split(r"[MZ ]+", outline.path) if pair)
        ]
        across, down = [x for x, _ in points], [y for _, y in points]
        assert min(across) >= 0
        assert min(down) >= 0
        assert max(across) <= WIDTH
        assert max(down) <= HEIGHT
        assert min(across) < outline.x < max(across)
        assert min(down) < outline.y < max(down)


def test_the_north_is_above_and_the_west_on_the_left() -> None:
    at = outlines()

    assert at["pomorskie"].y < at["mazowieckie"].y < at["malopolskie"].y
    assert at["lubuskie"].x < at["lodzkie"].x < at["lubelskie"].x


def test_shades_grow_with_the_number_and_none_is_none() -> None:
    shapes = _shapes(_map({"slaskie": 100, "opolskie": 1, "pomorskie": 50}))

    assert shapes["slaskie"].shade == 5
    assert shapes["opolskie"].shade == 1
    assert shapes["pomorskie"].shade == 3
    assert shapes["lubuskie"].shade == 0
    assert {one.shade for one in _map({}).shapes} == {0}


def test_the_chosen_one_is_drawn_last_so_that_no_neighbour_covers_its_border() -> None:
    drawn = _map({"lodzkie": 1}, chosen="lodzkie")

    assert drawn.shapes[-1].chosen
    assert drawn.shapes[-1].name == "województwo łódzkie"
    assert sum(one.chosen for one in drawn.shapes) == 1
