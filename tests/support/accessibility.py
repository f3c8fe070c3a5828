"""What axe finds wrong with a page, by the success criteria of WCAG 2.2 AA."""

from collections.abc import Sequence

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")

# Only what is wrong leaves the page: axe tells of all that is right too, which is much longer.
_RUN = """([within, rules]) => axe.run(within, {runOnly: rules, resultTypes: ['violations']}).then(found =>
    found.violations.map(fault => `${fault.id}: ${fault.nodes.map(node => node.html).join(' ')}`))"""


# Each colour is parsed once: axe would parse those of each text and of all that lies behind it anew, half of its time.
_PARSE_ONCE = """() => {
    const Color = axe.commons.color.Color.prototype, parse = Color.parseString, parsed = new Map();
    Color.parseString = function (text) {
        if (parsed.has(text)) [this.r, this.g, this.b, this.alpha] = parsed.get(text);
        else {
            parse.call(this, text);
            parsed.set(text, [this.r, this.g, this.b, this.alpha]);
        }
        return this;
    };
}"""

_FAINT = """least => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
    const rgb = colour => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = colour => rgb(colour).slice(0, 3).map(part => part / 255)
        .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
    const ground = node => rgb(getComputedStyle(node).backgroundColor)[3] === 255 || !node.parentElement
        ? getComputedStyle(node).backgroundColor : ground(node.parentElement);
    const contrast = (one, other) => {
        const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    };
    const controls = '[data-testid=stTextInputRootElement], [data-testid=stTextAreaRootElement], [role=radio], '
        + '[data-testid=stSelectbox] [role=group], [data-testid=stBaseButton-secondary]';
    return [...document.querySelectorAll(controls)].filter(node => node.checkVisibility()
        && contrast(getComputedStyle(node).borderTopColor, ground(node)) < least)
        .map(node => node.outerHTML.slice(0, 200));
}"""


def faint_edges(page: Page, least: float = 3.0) -> list[str]:
    """The fields and buttons whose edge has less contrast with their ground than WCAG 1.4.11 asks for.

    The edge at the top is measured: a button that is joined to the chosen one leaves their common edge to that one.
    """
    found: list[str] = page.evaluate(_FAINT, least)
    return found


def faults(page: Page, rules: Sequence[str] = WCAG, within: str = "html") -> list[str]:
    """The faults in the part of the page that a CSS selector names: the rule and the elements."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate(_PARSE_ONCE)
    found: list[str] = page.evaluate(_RUN, [within, list(rules)])
    return found
