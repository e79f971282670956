"""Measures how well text stands out from what lies behind it, as WCAG 2 counts it."""

from playwright.async_api import Page

# Colours are painted on a canvas and read back, so that any notation will do.
MEASURE = """
() => {
  const canvas = new OffscreenCanvas(1, 1);
  const brush = canvas.getContext("2d", {willReadFrequently: true});
  const paint = (colours) => {
    brush.clearRect(0, 0, 1, 1);
    for (const colour of colours) { brush.fillStyle = colour; brush.fillRect(0, 0, 1, 1); }
    return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((value) => value / 255)
      .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    const colours = [];
    for (let at = element; at; at = at.parentElement) {
      colours.unshift(getComputedStyle(at).backgroundColor);
    }
    return ["white", ...colours];
  };
  const ownText = (element) => [...element.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data.trim()).join("");
  const faint = [];
  for (const element of document.querySelectorAll("body *")) {
    const text = ownText(element) || element.placeholder || "";
    const visible = element.checkVisibility({opacityProperty: true, visibilityProperty: true});
    if (!text || !visible) continue;
    if (element.closest(".visually-hidden, .spoiler, :disabled, svg, [aria-hidden]")) continue;
    const style = getComputedStyle(element, ownText(element) ? null : "::placeholder");
    const below = behind(element);
    const light = [luminance(paint(below)), luminance(paint([...below, style.color]))].sort();
    const ratio = (light[1] + 0.05) / (light[0] + 0.05);
    const large = parseFloat(style.fontSize) >= 24
      || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) faint.push(`${text.slice(0, 40)}: ${ratio.toFixed(2)}`);
  }
  return faint;
}
"""


async def faint_texts(page: Page) -> list[str]:
    """Texts below WCAG AA, each with its ratio."""
    return await page.evaluate(MEASURE)
