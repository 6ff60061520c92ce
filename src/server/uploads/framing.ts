import { readPartHead, type PartHead } from './part-head.js';

/** Thrown for a body that is not to the letter what its type says. */
export class MalformedMultipartError extends Error {
  override readonly name = 'MalformedMultipartError';
}

/** Bytes that the headers of one part may have. */
const MOST_HEADERS = 16 * 1024;

const LINE = Buffer.from('\r\n');
const BLANK = Buffer.from('\r\n\r\n');
const END = Buffer.from('--');

/**
 * Watches how a multipart body is framed while it passes, so that the parser behind it and every filter in front of it see
 * the same parts: nothing before the first delimiter or behind the last, delimiters of a whole line, plain headers.
 */
export class Framing {
  readonly #opening: Buffer;
  readonly #delimiter: Buffer;
  #state: 'start' | 'delimiter' | 'headers' | 'content' | 'end' = 'start';
  /** Whether no byte of the content has passed yet. */
  #isFresh = false;
  /** What may be the beginning of something that the next chunk goes on with. */
  #held: Buffer = Buffer.alloc(0);

  /** @throws MalformedMultipartError for a boundary that is none (RFC 2046 section 5.1.1). */
  constructor(boundary: string) {
    if (!/^[ -~]{1,70}$/.test(boundary)) throw new MalformedMultipartError();
    this.#opening = Buffer.from(`--${boundary}`);
    this.#delimiter = Buffer.from(`\r\n--${boundary}`);
  }

  /** @returns What the parts are whose headers end in this chunk. @throws MalformedMultipartError */
  write(chunk: Uint8Array): PartHead[] {
    const heads: PartHead[] = [];
    const bytes =
      this.#held.length === 0 ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length) : this.#join(chunk);
    let at = 0;
    for (let next = this.#step(bytes, at, heads); next !== undefined; next = this.#step(bytes, at, heads)) at = next;
    if (this.#state === 'content' && !this.#isFresh) at = this.#lastStart(bytes, at);
    // A copy: a few bytes would keep the whole chunk.
    this.#held = Buffer.from(bytes.subarray(at));
    return heads;
  }

  /** @throws MalformedMultipartError when the body ends too early. */
  end(): void {
    if (this.#state !== 'end' || this.#held.length > 0) throw new MalformedMultipartError();
  }

  #join(chunk: Uint8Array): Buffer {
    return Buffer.concat([this.#held, chunk]);
  }

  /** Goes on from a place, and gives the next one. `undefined`: that is in a chunk to come. */
  #step(bytes: Buffer, at: number, heads: PartHead[]): number | undefined {
    switch (this.#state) {
      case 'start':
        return this.#start(bytes, at);
      case 'delimiter':
        return this.#afterDelimiter(bytes, at);
      case 'headers':
        return this.#headers(bytes, at, heads);
      case 'content':
        return this.#content(bytes, at);
      case 'end':
        return this.#lineBreak(bytes, at);
      default:
        return this.#state satisfies never;
    }
  }

  /** Line breaks before the first delimiter are what some clients put there. */
  #start(bytes: Buffer, at: number): number | undefined {
    if (startsWith(bytes, at, LINE)) return at + LINE.length;
    if (bytes.length - at < this.#opening.length) return undefined;
    if (!startsWith(bytes, at, this.#opening)) throw new MalformedMultipartError();
    this.#state = 'delimiter';
    return at + this.#opening.length;
  }

  #afterDelimiter(bytes: Buffer, at: number): number | undefined {
    if (bytes.length - at < 2) return undefined;
    if (startsWith(bytes, at, END)) this.#state = 'end';
    else if (startsWith(bytes, at, LINE)) this.#state = 'headers';
    else throw new MalformedMultipartError();
    return at + 2;
  }

  #headers(bytes: Buffer, at: number, heads: PartHead[]): number | undefined {
    if (startsWith(bytes, at, LINE)) throw new MalformedMultipartError();
    const end = bytes.indexOf(BLANK, at);
    if ((end < 0 ? bytes.length : end) - at > MOST_HEADERS) throw new MalformedMultipartError();
    if (end < 0) return undefined;
    const text = bytes.toString('latin1', at, end);
    const head = `\r\n${text}`.includes(this.#delimiter.toString('latin1')) ? undefined : readPartHead(text);
    if (head === undefined) throw new MalformedMultipartError();
    heads.push(head);
    this.#state = 'content';
    this.#isFresh = true;
    // The line break before the content: a delimiter must not share it with the headers.
    return end + LINE.length;
  }

  #content(bytes: Buffer, at: number): number | undefined {
    if (this.#isFresh && bytes.length - at < this.#delimiter.length) return undefined;
    const found = bytes.indexOf(this.#delimiter, at);
    if (this.#isFresh && found === at) throw new MalformedMultipartError();
    this.#isFresh = false;
    if (found < 0) return undefined;
    this.#state = 'delimiter';
    return found + this.#delimiter.length;
  }

  /** Where a delimiter may begin that ends in a chunk to come: mostly nowhere, so that the next chunk need not be copied. */
  #lastStart(bytes: Buffer, from: number): number {
    let at = Math.max(from, bytes.length - this.#delimiter.length + 1);
    while (at < bytes.length && !startsWith(this.#delimiter, 0, bytes.subarray(at))) at += 1;
    return at;
  }

  #lineBreak(bytes: Buffer, at: number): number | undefined {
    if (startsWith(bytes, at, LINE)) return at + LINE.length;
    if (bytes.length - at > 1 || (bytes.length > at && bytes[at] !== LINE[0])) throw new MalformedMultipartError();
    return undefined;
  }
}

function startsWith(bytes: Buffer, at: number, text: Buffer): boolean {
  return bytes.length - at >= text.length && bytes.compare(text, 0, text.length, at, at + text.length) === 0;
}
