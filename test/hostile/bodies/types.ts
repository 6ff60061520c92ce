import { multipart, part, raw, type HostileBody, type Outcome } from '../support/body.js';
import { ignored, read } from './open.js';

const x = read({ name: 'x' });
const unsupported: Outcome = { refused: 415 };

const types: readonly (readonly [string, string, Outcome])[] = [
  ['a charset', 'application/x-www-form-urlencoded; charset=utf-8', x],
  ['a charset that is not meant', 'application/x-www-form-urlencoded; charset=utf-16', x],
  ['a charset that does not exist', 'application/x-www-form-urlencoded; charset=nope', x],
  ['capitals', 'APPLICATION/X-WWW-FORM-URLENCODED', x],
  ['a semicolon and no more', 'application/x-www-form-urlencoded;', x],
  ['a blank before the semicolon', 'application/x-www-form-urlencoded ; a=b', x],
  ['two types', 'application/x-www-form-urlencoded, text/plain', unsupported],
  ['two types, the form second', 'text/plain, application/x-www-form-urlencoded', unsupported],
  ['text', 'text/plain', unsupported],
  ['text that says it is a form', 'text/plain; application/x-www-form-urlencoded', unsupported],
  ['a page', 'text/html', unsupported],
  ['XML', 'application/xml', unsupported],
  ['bytes', 'application/octet-stream', unsupported],
  ['anything', '*/*', unsupported],
  ['a word', 'form', unsupported],
  ['parameters only', '; charset=utf-8', unsupported],
  ['a comma', ',', unsupported],
  ['a type that goes on', 'application/x-www-form-urlencodedx', unsupported],
  ['a type that is cut off', 'application/x-www-form-urlencode', unsupported],
  ['__proto__', '__proto__', unsupported],
  ['a long type', `application/${'x'.repeat(5000)}`, unsupported],
  ['many parameters', `application/x-www-form-urlencoded${';a=b'.repeat(1500)}`, x],
  ['quotes that do not end', 'application/x-www-form-urlencoded; a="b', x],
  ['JSON', 'application/json', { refused: 400 }],
  ['JSON in another charset', 'application/json; charset=utf-16', { refused: 400 }],
  ['JSON by suffix', 'application/ld+json', unsupported],
];

/** What a body says it is. */
export const contentTypes: HostileBody[] = [
  ...types.map(([title, type, outcome]) => ({
    ...raw(`a type: ${title}`, 'name=x', outcome),
    type,
    overHttpOnly: true,
  })),
  raw('a multipart body that is said to be URL-encoded', `--XX\r\n${part('name="name"', 'x')}\r\n--XX--`, ignored),
  multipart('a URL-encoded body that is said to be multipart', 'name=x', { refused: 400 }),
];
