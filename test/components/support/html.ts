/** An element of rendered HTML, as far as its start tag tells. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Text and markup up to the next end tag of the same name. */
  readonly inner: string;
}

const START_TAG = /<([a-z][\w-]*)((?:\s+[^\s=>"/]+(?:="[^"]*")?)*)\s*\/?>/gi;
const ATTRIBUTE = /([^\s=]+)(?:="([^"]*)")?/g;

/** Every element of a tag name, in document order; all elements without one. */
export function elements(html: string, tag?: string): Element[] {
  return [...html.matchAll(START_TAG)]
    .filter(([, name]) => tag === undefined || name === tag)
    .map(({ 0: text, 1: name = '', 2: attributes = '', index }) => ({
      tag: name,
      attributes: toAttributes(attributes),
      inner: innerOf(html, name, index + text.length),
    }));
}

/** The one element that has these attributes. */
export function element(html: string, tag: string, attributes: Readonly<Record<string, string>> = {}): Element {
  const found = elements(html, tag).filter((candidate) =>
    Object.entries(attributes).every(([name, value]) => candidate.attributes[name] === value),
  );
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  throw new Error(`${found.length} <${tag}> with ${JSON.stringify(attributes)} in\n${html}`);
}

/** Every id of a document. */
export function ids(html: string): string[] {
  return elements(html).flatMap(({ attributes }) => attributes['id'] ?? []);
}

/** Ids that `for`, `aria-describedby` and `aria-labelledby` name, and fragments that links do. */
export function references(html: string): string[] {
  return elements(html).flatMap(({ attributes }) => [
    ...['for', 'aria-describedby', 'aria-labelledby'].flatMap((name) => attributes[name]?.split(' ') ?? []),
    ...(attributes['href']?.startsWith('#') ? [attributes['href'].slice(1)] : []),
  ]);
}

function toAttributes(source: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of source.matchAll(ATTRIBUTE)) {
    if (name in found) throw new Error(`Attribute ${name} stands twice in ${source}`);
    found[name] = value.replaceAll('&quot;', '"').replaceAll('&#34;', '"').replaceAll('&amp;', '&');
  }
  return found;
}

function innerOf(html: string, tag: string, start: number): string {
  const end = html.indexOf(`</${tag}>`, start);
  return end < 0 ? '' : html.slice(start, end);
}
