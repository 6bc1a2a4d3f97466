"""Findings of the check in words."""

from typing import Any

from index.check.finding import Finding
from web.i18n import Texts


def finding_text(finding: Finding, t: Texts) -> str:
    """What is wrong, and what to do about it."""
    return f"{fault_text(finding, t)} {mend_text(finding, t)}"


def fault_text(finding: Finding, t: Texts) -> str:
    """What is wrong."""
    values = dict(finding.values)
    if "what" in values:
        values["what"] = t(f"fault.what.{values['what']}")
    return t(f"fault.{finding.fault}", **values)


def mend_text(finding: Finding, t: Texts) -> str:
    """What to do about it."""
    return t(f"mend.{finding.mend.replace(' --', '_')}")


def finding_fields(finding: Finding, t: Texts) -> dict[str, Any]:
    """A finding as JSON."""
    return {
        "fault": finding.fault,
        "thing": finding.thing,
        "message": fault_text(finding, t),
        "mend": finding.mend,
    }
