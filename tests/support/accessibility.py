"""What axe finds wrong with a page, by the success criteria of WCAG 2.2 AA."""

from collections.abc import Sequence

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")

# Only what is wrong leaves the page: axe tells of all that is right too, which is much longer.
_RUN = """([within, rules]) => axe.run(within, {runOnly: rules, resultTypes: ['violations']}).then(found =>
    found.violations.map(fault => `${fault.id}: ${fault.nodes.map(node => node.html).join(' ')}`))"""


def faults(page: Page, rules: Sequence[str] = WCAG, within: str = "html") -> list[str]:
    """The faults in the part of the page that a CSS selector names: the rule and the elements."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(_RUN, [within, list(rules)])
    return found
