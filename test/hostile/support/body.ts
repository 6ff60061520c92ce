import type { Limits } from '../../../src/submission/limits.js';

/** What has to come of a body. */
export type Outcome =
  /** The handler runs and gets exactly this. */
  | { readonly data: unknown }
  /** A 400 with errors at these names, in order; the handler does not run. */
  | { readonly errors: readonly string[] }
  /** A 400 or 413 that says what is too much. */
  | { readonly limit: keyof Limits }
  /** Refused before anything is read out of it. */
  | { readonly refused: number };

export type ActionName = 'open' | 'strict' | 'loose' | 'keyed' | 'upload' | 'formats' | 'tree';

/** A body that no form of the app sends. */
export interface HostileBody {
  readonly title: string;
  readonly action: ActionName;
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly outcome: Outcome;
  /** Whether the decoder never sees it, because the body reader has refused it. */
  readonly overHttpOnly?: boolean;
}

export const URL_ENCODED = 'application/x-www-form-urlencoded';

export type Pairs = readonly (readonly [string, string])[];

/** A URL-encoded body out of names and values as they are. */
export function form(title: string, pairs: Pairs, outcome: Outcome, action: ActionName = 'open'): HostileBody {
  const body = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
  return { title, action, type: URL_ENCODED, body, outcome };
}

/** A URL-encoded body byte by byte. */
export function raw(
  title: string,
  body: string | Uint8Array<ArrayBuffer>,
  outcome: Outcome,
  action: ActionName = 'open',
): HostileBody {
  return { title, action, type: URL_ENCODED, body, outcome };
}

const BOUNDARY = 'XX';

/** A multipart body: `text` with line feeds for CRLF; the boundary is `XX`. */
export function multipart(
  title: string,
  text: string,
  outcome: Outcome,
  { action = 'open', type = `multipart/form-data; boundary=${BOUNDARY}` }: { action?: ActionName; type?: string } = {},
): HostileBody {
  return { title, action, type, body: text.replaceAll('\n', '\r\n'), outcome };
}

/** A multipart body of whole parts, each a header block, an empty line and a content. */
export function parts(title: string, all: readonly string[], outcome: Outcome, action?: ActionName): HostileBody {
  const text = `${all.map((part) => `--${BOUNDARY}\n${part}\n`).join('')}--${BOUNDARY}--\n`;
  return multipart(title, text, outcome, action && { action });
}

/** A part of a multipart body. */
export function part(disposition: string, content: string, more = ''): string {
  return `Content-Disposition: form-data; ${disposition}\n${more}\n${content}`;
}

/** A part that is a file. */
export function filePart(name: string, filename: string, content: string, type = 'text/plain'): string {
  return part(`name="${name}"; filename="${filename}"`, content, `Content-Type: ${type}\n`);
}

/** The bytes of a text, each character one byte. */
export function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** A list made by number. */
export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
