import { createNotes } from './notes.js';

/** What of a request is about its body. */
const MEMBERS = ['body', 'bodyUsed', 'arrayBuffer', 'blob', 'bytes', 'clone', 'formData', 'json', 'text'] as const;

interface Arrived {
  /** Null: they were read as they came, and nobody has them. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  /** What the bytes came from, which may hold more of them. */
  readonly source: Request['body'];
  /** Made for the first who asks. */
  copy?: Request;
}

const arrived = createNotes<Request, Arrived>('body');
const readable = new WeakMap<object, object>();

/**
 * Lets others read the body of a request that has been read here. Hardly anybody does: so the request stays what it is, and
 * a copy is made when its body is asked for. A clone beforehand, or a copy at once, takes as long as all else that is
 * done with a short form. What the platform asks of the request itself, past its members, has been read: `new Request(request)`
 * and `fetch(request)` need its clone.
 */
export function letReadAgain(request: Request, bytes: Uint8Array<ArrayBuffer>): void {
  note(request, { bytes, source: null });
}

/**
 * Lets others pass a request on whose body is gone, as `Astro.rewrite()` does: it is one without a body then. One that can
 * be read again stays so.
 */
export function letPassOn(request: Request): void {
  if (arrived.get(request) === undefined) note(request, { bytes: null, source: request.body });
}

/** The body of a request as it comes from the sender, as far as nobody has read it. */
export function unreadBody(request: Request): Request['body'] {
  const known = arrived.get(request);
  return known === undefined ? request.body : known.source;
}

function note(request: Request, body: Arrived): void {
  const own: object = Object.getPrototypeOf(request);
  arrived.set(request, body);
  Object.setPrototypeOf(request, readable.get(own) ?? withCopy(own));
}

/** The prototype of such requests: whatever is about the body is the copy's, all else as it was. */
function withCopy(own: object): object {
  const read = (member: (typeof MEMBERS)[number]) => ({
    configurable: true,
    get(this: Request) {
      const value: unknown = copyOf(this)[member];
      return typeof value === 'function' ? value.bind(copyOf(this)) : value;
    },
  });
  const made = Object.create(own, Object.fromEntries(MEMBERS.map((member) => [member, read(member)])));
  readable.set(own, made);
  return made;
}

function copyOf(request: Request): Request {
  const { url, method, headers, signal } = request;
  const known = arrived.get(request);
  if (known === undefined) throw new TypeError('Illegal invocation');
  return (known.copy ??= new Request(url, { method, headers, signal, body: known.bytes }));
}
