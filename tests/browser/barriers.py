"""What keeps somebody from reading or using a page, as far as a program can tell."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
}


def barriers(axe: Axe, page: Page) -> list[str]:
    """What breaks a rule of WCAG, by the rule and where it is."""
    found: list[dict[str, Any]] = axe.run(page, options=_RULES).response["violations"]
    return [
        f"{one['id']} at {node['target']}: {node['failureSummary']}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
