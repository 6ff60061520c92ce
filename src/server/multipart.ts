/** What the bytes of a multipart body say, before anything is built from them. */
export interface MultipartOutline {
  readonly parts: number;
  /** Parts that carry a file: the untouched control of a browser, whose file has no name, is none. */
  readonly files: number;
}

const LINE = '\r\n';

/**
 * Counts the parts of a multipart body and looks at their headers (RFC 7578). Linear in the text; no content is copied.
 * @param text The body, a character a byte.
 * @returns `undefined` unless every part says once and plainly what it is, so that no two parsers read it in two ways.
 */
export function outlineMultipart(text: string, boundary: string): MultipartOutline | undefined {
  const delimiter = `--${boundary}`;
  let parts = 0;
  let files = 0;
  let at = nextDelimiter(text, delimiter, 0);
  while (at >= 0 && !text.startsWith('--', at + delimiter.length)) {
    const start = at + delimiter.length;
    const end = text.indexOf(LINE + LINE, start);
    at = nextDelimiter(text, delimiter, start);
    if (end < 0 || (at >= 0 && end > at)) return undefined;
    const headers = text.slice(start, end).split(LINE).slice(1);
    if (!arePlain(headers)) return undefined;
    parts += 1;
    if (headers.some((header) => FILE.test(header))) files += 1;
  }
  return { parts, files };
}

const FILE = /^content-disposition:.*;[ \t]*filename="?[^";]/i;
/** `filename*=utf-8''a.txt` and its kin. */
const EXTENDED = /;[ \t]*[\w-]+\*/;
const HEADER = /^([\w!#$%&'*+.^`|~-]+):(.*)$/;
const onceOnly: ReadonlySet<string> = new Set(['content-disposition', 'content-type', 'content-transfer-encoding']);
const asItIs: ReadonlySet<string> = new Set(['7bit', '8bit', 'binary']);

/**
 * An encoded content and an encoded name are refused: RFC 7578 has none, no browser sends one, and filters in front of us
 * would not see it.
 */
export function arePlain(headers: readonly string[]): boolean {
  const seen = new Set<string>();
  for (const header of headers) {
    const [, name = '', value = ''] = HEADER.exec(header) ?? [];
    const known = name.toLowerCase();
    if (name === '' || (seen.has(known) && onceOnly.has(known))) return false;
    if (known === 'content-transfer-encoding' && !asItIs.has(value.trim().toLowerCase())) return false;
    if (known === 'content-disposition' && EXTENDED.test(value.replace(/"[^"]*"/g, ''))) return false;
    seen.add(known);
  }
  return seen.has('content-disposition');
}

/** A delimiter begins the body or a line. */
function nextDelimiter(text: string, delimiter: string, from: number): number {
  if (from === 0 && text.startsWith(delimiter)) return 0;
  const at = text.indexOf(LINE + delimiter, from);
  return at < 0 ? at : at + LINE.length;
}
