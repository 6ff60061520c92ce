import { arePlain } from '../multipart.js';

/** What the headers of a part say of it. */
export interface PartHead {
  readonly name: string;
  /** Of a file; `''` for an untouched control. */
  readonly filename: string | undefined;
  readonly type: string;
}

/**
 * Reads the headers of a part, a character a byte (RFC 7578, and HTML's "multipart/form-data encoding algorithm").
 * @returns `undefined` for headers that two parsers could read in two ways.
 */
export function readPartHead(headers: string): PartHead | undefined {
  const lines = headers.split('\r\n');
  if (!arePlain(lines)) return undefined;
  const found = DISPOSITION.exec(valueOf(lines, 'content-disposition') ?? '');
  if (found?.[1] === undefined) return undefined;
  return {
    name: unescapeName(found[1]),
    filename: found[2] === undefined ? undefined : unescapeName(found[2]),
    type: valueOf(lines, 'content-type') ?? 'text/plain',
  };
}

/** To the letter as browsers write it: what is more, or less, other parsers may read otherwise. */
const DISPOSITION = /^form-data; name="([^"]*)"(?:; filename="([^"]*)")?$/;

function valueOf(lines: readonly string[], name: string): string | undefined {
  const line = lines.find((header) => header.slice(0, header.indexOf(':')).toLowerCase() === name);
  return line?.slice(name.length + 1).replace(/^[ \t]+/, '');
}

/** Browsers escape a quote and line breaks, and nothing else. */
function unescapeName(latin1: string): string {
  const text = decodeUtf8(Buffer.from(latin1, 'latin1'));
  return text.replace(/%0A/gi, '\n').replace(/%0D/gi, '\r').replaceAll('%22', '"');
}

/** "UTF-8 decode without BOM", as the Fetch standard reads multipart forms: the mark is a character like any other. */
export function decodeUtf8(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
