import type { Locator, Page } from 'playwright';

/** The names of those properties of an element that the page's style sheets make other than the browser's default. */
export async function styledProperties(element: Locator, names: readonly string[]): Promise<string[]> {
  return element.evaluate((node, asked) => {
    const look = () => asked.map((name) => getComputedStyle(node).getPropertyValue(name));
    const sheets = [...document.styleSheets];
    const styled = look();
    for (const sheet of sheets) sheet.disabled = true;
    const plain = look();
    for (const sheet of sheets) sheet.disabled = false;
    return asked.filter((_, at) => styled[at] !== plain[at]);
  }, names);
}

/** The names of the layers that the style sheets of a page fill. */
export function layersOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.styleSheets].flatMap((sheet) =>
      [...sheet.cssRules].flatMap((rule) => (rule instanceof CSSLayerBlockRule ? [rule.name] : [])),
    ),
  );
}
