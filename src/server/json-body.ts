/** How deep JSON may be nested. Schemas and serialisers recurse, and a stack has an end. */
const MAX_DEPTH = 100;

/** What is wrong with a body that should be JSON. */
export class JsonBodyError extends Error {
  override readonly name = 'JsonBodyError';
}

/**
 * Parses the JSON of a request.
 *
 * @throws JsonBodyError for text that is no JSON or no UTF-8, is nested too deeply, or has a key `__proto__`, which no
 *   caller means and which whoever copies the object would set.
 */
export function parseJsonBody(bytes: Uint8Array): unknown {
  if (isDeeperThan(bytes, MAX_DEPTH))
    throw new JsonBodyError(`The request holds JSON that is nested deeper than the limit of ${MAX_DEPTH} levels.`);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return JSON.parse(text, SUSPECT.test(text) ? refuseProto : undefined);
  } catch (error) {
    if (error instanceof JsonBodyError) throw error;
    // SyntaxError or TypeError: either way the text is no JSON.
    throw new JsonBodyError('The request holds a malformed JSON.');
  }
}

/** Text in which a key may be `__proto__`: spelled out, or with an underscore that is escaped. */
const SUSPECT = /__proto__|\\u005f/i;

function refuseProto(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new JsonBodyError('The request holds JSON with a key "__proto__".');
  return value;
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

function isDeeperThan(bytes: Uint8Array, limit: number): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (isInText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) isInText = false;
    } else if (byte === QUOTE) isInText = true;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth += 1;
      if (depth > limit) return true;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
  }
  return false;
}
