"""Whether what is printed stands out from what is behind it, as WCAG 2.2 asks (success criterion 1.4.3, level AA)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

_PROGRAM = """() => {
  const channels = (value) => (value.match(/[\\d.]+/g) || []).map(Number);
  const behind = (element) => {
    const layers = [];
    for (let one = element; one; one = one.parentElement) {
      const [red, green, blue, alpha = 1] = channels(getComputedStyle(one).backgroundColor);
      if (alpha > 0) layers.push([red, green, blue, alpha]);
      if (alpha === 1) break;
    }
    let colour = [255, 255, 255];
    for (const [red, green, blue, alpha] of layers.reverse())
      colour = [red, green, blue].map((channel, at) => channel * alpha + colour[at] * (1 - alpha));
    return colour;
  };
  const found = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.closest("script, style, option, svg, canvas, .hidden, .skip")) continue;
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const colour = channels(style.color).slice(0, 3);
    const key = JSON.stringify([colour, behind(element), large]);
    if (!found.has(key)) found.set(key, walker.currentNode.textContent.trim().slice(0, 40));
  }
  return [...found].map(([key, words]) => [...JSON.parse(key), words]);
}"""


def _luminance(colour: list[float]) -> float:
    parts = (channel / 255 for channel in colour)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def faint(page: Page) -> list[tuple[float, str]]:
    """The ratio and words of each text that is too faint, of those that show now."""
    out: list[tuple[float, str]] = []
    seen: list[Any] = page.evaluate(_PROGRAM)
    assert seen, "nothing is shown"
    for front, back, large, words in seen:
        lighter, darker = sorted((_luminance(front), _luminance(back)), reverse=True)
        ratio = (lighter + 0.05) / (darker + 0.05)
        if ratio < (3 if large else 4.5):
            out.append((round(ratio, 2), words))
    return out
