"""What the tests of pages ask for: axe-core's complaints, and texts without enough contrast."""

from __future__ import annotations

# WCAG 2.2 asks for targets of 24 pixels; axe-core leaves that rule out unless asked.
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}

OPENED = (
    "document.querySelectorAll('details').forEach((d) => { d.open = true; });"
    "document.querySelectorAll('.g').forEach((g) => { g.style.contentVisibility = 'visible'; });"
)

ENOUGH = 4.5  # WCAG 2.2 AA, contrast of text

CONTRAST = """(least) => {
const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
const rgba = (css) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = css;
  canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
  .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const ground = (el) => { for (let e = el; e; e = e.parentElement) {
  const c = rgba(getComputedStyle(e).backgroundColor); if (c[3] === 255) return c; }
  return [255, 255, 255, 255]; };
const poor = [];
for (const el of document.querySelectorAll("body *")) {
  const own = [...el.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  if (!own || el.closest("script, style, svg")) continue;
  if (!el.checkVisibility({opacityProperty: true})) continue;
  const [a, b] = [light(rgba(getComputedStyle(el).color)), light(ground(el))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (ratio < least) poor.push(`${el.localName}.${el.className} ${ratio.toFixed(2)}`);
}
return poor;
}"""


def complaints(page, axe) -> list[str]:
    """What axe-core has to say of the page as it stands, a line each."""
    found = axe.run(page, options=OPTIONS).response
    return [f"{v['id']}: {node['html'][:120]}" for v in found["violations"] for node in v["nodes"]]
