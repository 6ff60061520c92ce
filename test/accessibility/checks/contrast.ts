import { hasOwnColors, isVisible, type Mistake, shownErrors, visibleControls, where } from './dom.js';

/** Least contrast of what shows where a control is (WCAG 1.4.11). Text is axe's. */
const least = 3;

/** A5: the border of a control, or else its surface, stands out from what is around it. */
export function* contrast(): Iterable<Mistake> {
  for (const control of visibleControls().filter(isPainted)) {
    const around = backgroundOf(control.parentElement);
    const style = getComputedStyle(control);
    const hasBorder = Number.parseFloat(style.borderBlockEndWidth) >= 1 && style.borderBlockEndStyle !== 'none';
    if (!hasOwnColors(control)) {
      if (!hasBorder) yield { what: 'its surface is that of the page, and it has no border', where: where(control) };
      continue;
    }
    const edges = [style.backgroundColor, ...(hasBorder ? [style.borderBlockEndColor] : [])];
    const best = Math.max(...edges.map((edge) => ratio(toPixel(edge, around), around)));
    if (best < least) yield { what: `its edge has a contrast of ${best.toFixed(1)}`, where: where(control) };
  }
}

/** Least contrast of text (WCAG 1.4.3). */
const leastOfText = 4.5;

/** A5: the words of an error stand out where axe is not asked. */
export function* errorContrast(): Iterable<Mistake> {
  for (const place of shownErrors().filter(isVisible)) {
    const behind = backgroundOf(place);
    const found = ratio(toPixel(getComputedStyle(place).color, behind), behind);
    if (found < leastOfText) yield { what: `its words have a contrast of ${found.toFixed(1)}`, where: where(place) };
  }
}

type Pixel = readonly [red: number, green: number, blue: number];

/** Ticks, sliders and files are painted by the browser, and a disabled control may be pale. */
function isPainted(control: HTMLElement & { type: string; disabled: boolean }): boolean {
  const isByBrowser = ['checkbox', 'radio', 'range', 'file', 'color'].includes(control.type);
  return !isByBrowser && !control.matches(':disabled') && isVisible(control);
}

function backgroundOf(element: Element | null): Pixel {
  const layers: string[] = [];
  for (let box = element; box; box = box.parentElement) layers.unshift(getComputedStyle(box).backgroundColor);
  return layers.reduce<Pixel>((below, layer) => toPixel(layer, below), toPixel('Canvas', [255, 255, 255]));
}

/** A colour of CSS over another one, as a screen shows it. */
function toPixel(color: string, below: Pixel): Pixel {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!canvas) throw new Error('This browser paints nothing off the screen');
  for (const fill of [`rgb(${below.join(' ')})`, color]) {
    canvas.fillStyle = fill;
    canvas.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** Contrast ratio as WCAG 2 defines it, from 1 to 21. */
function ratio(one: Pixel, other: Pixel): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(pixel: Pixel): number {
  const [red = 0, green = 0, blue = 0] = pixel.map((byte) => {
    const value = byte / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
