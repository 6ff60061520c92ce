import { URL_ENCODED } from '../support/body.js';
import type { ExchangeOptions } from '../support/exchange.js';

/** Bytes that are sent over a connection, and what the server may answer. */
export interface RawRequest extends ExchangeOptions {
  readonly title: string;
  readonly pieces: readonly (string | Uint8Array)[];
  /** Statuses of the first answer that are right; none: the connection is closed, or nothing is said to what is not whole. */
  readonly statuses: readonly number[];
  /** Runs of a handler. `any`: that is for the HTTP server to say. */
  readonly runs: number | 'any';
  /** The request is whole, so that an answer is due at once. */
  readonly isWhole: boolean;
}

interface Parts {
  method?: string;
  path?: string;
  /** Lines in the place of `Host`, `Sec-Fetch-Site` and `Content-Type`. */
  head?: readonly string[];
  /** Lines beside them. */
  more?: readonly string[];
  body?: string;
  /** `null`: none is said. */
  length?: number | string | null;
  version?: string;
}

const HOST = 'Host: 127.0.0.1';
const OWN = 'Sec-Fetch-Site: same-origin';
const FORM = `Content-Type: ${URL_ENCODED}`;

export function request({
  method = 'POST',
  path = '/_actions/open',
  head = [HOST, OWN, FORM],
  more = [],
  body = 'name=x',
  length = body.length,
  version = 'HTTP/1.1',
}: Parts = {}): string {
  const lines = [
    `${method} ${path} ${version}`,
    ...head,
    ...more,
    ...(length === null ? [] : [`Content-Length: ${length}`]),
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}

type Row = readonly [title: string, parts: Parts, statuses: readonly number[], runs?: number | 'any'];

const whole = (rows: readonly Row[]): RawRequest[] =>
  rows.map(([title, parts, statuses, runs = 0]) => ({
    title,
    pieces: [request(parts)],
    statuses,
    runs,
    isWhole: true,
  }));

const chunked = (body: string, more: readonly string[] = []): Parts => ({
  length: null,
  more: ['Transfer-Encoding: chunked', ...more],
  body,
});
const query = (value: string): Parts => ({ path: `/?_action=${value}` });
const cookie = (value: string): Parts => ({ more: [`Cookie: ${value}`] });
const record = (value: string): Parts => ({ body: `name=x&_action_form=${value}` });
const result = (value: string, more: readonly string[] = []): Parts => ({
  method: 'GET',
  path: `/?_result=${value}`,
  length: null,
  body: '',
  more,
});
const search = (value: string): Parts => ({ method: 'GET', path: `/search?${value}`, length: null, body: '' });

/** Requests whose length is said wrongly, twice or not at all. */
export const lengths: RawRequest[] = [
  ...whole([
    ['the right length', {}, [200], 1],
    ['no length and no body', { length: null, body: '' }, [200], 1],
    ['a length of zero and a body, which is the next request', { length: 0 }, [200, 400], 'any'],
    ['a length that is less than the body', { length: 3 }, [200, 400], 'any'],
    ['a length that is negative', { length: -1 }, [400]],
    ['a length with a sign', { length: '+6' }, [400]],
    ['a length that is hexadecimal', { length: '0x6' }, [400]],
    ['a length with an exponent', { length: '1e1' }, [400]],
    ['a length that is no number', { length: 'six' }, [400]],
    ['a length of two numbers', { length: '6, 6' }, [400]],
    ['a length of digits that are not ASCII', { length: '\xB2' }, [400]],
    ['a length of 2^64', { length: '18446744073709551616' }, [400]],
    ['two lengths that differ', { more: ['Content-Length: 5'] }, [400]],
    ['two lengths that agree', { more: ['Content-Length: 6'] }, [400]],
    ['a length with a blank before the colon', { length: null, more: ['Content-Length : 6'] }, [400]],
    ['a folded length', { length: null, more: ['Content-Length:\r\n 6'] }, [400, 200]],
    ['a length over the limit is refused before a byte has come', { length: 1_048_577, body: '' }, [413]],
    ['a length of 2^53', { length: '9007199254740993', body: '' }, [413]],
    ['a length over the limit, native', { path: '/?_action=open', length: 1_048_577, body: '' }, [413]],
    [
      'a length over the limit from elsewhere',
      { head: [HOST, 'Sec-Fetch-Site: cross-site', FORM], length: 1_048_577, body: '' },
      [403],
    ],
  ]),
  {
    title: 'a body that does not come',
    pieces: [request({ length: 100, body: '' })],
    statuses: [],
    runs: 0,
    isWhole: false,
    patience: 300,
  },
  {
    title: 'a body of which half comes',
    pieces: [request({ length: 100 })],
    statuses: [],
    runs: 0,
    isWhole: false,
    patience: 300,
  },
  {
    title: 'a body that comes byte by byte',
    pieces: [request({ length: 6, body: '' }), ...'name=x'],
    statuses: [200],
    runs: 1,
    isWhole: true,
  },
  {
    title: 'a head that comes byte by byte, and stops',
    pieces: ['P', 'O', 'S', 'T', ' ', '/'],
    statuses: [],
    runs: 0,
    isWhole: false,
    patience: 300,
  },
  {
    title: 'a head without an end',
    pieces: ['POST /_actions/open HTTP/1.1\r\nHost: x\r\n'],
    statuses: [],
    runs: 0,
    isWhole: false,
    patience: 300,
  },
  { title: 'a connection that says nothing', pieces: [''], statuses: [], runs: 0, isWhole: false, patience: 200 },
  {
    title: 'a sender that ends in the middle of the body',
    pieces: [request({ length: 100 })],
    statuses: [400],
    runs: 0,
    isWhole: false,
    end: true,
    patience: 500,
  },
  {
    title: 'a sender that ends after the head',
    pieces: [request({ length: 6, body: '' })],
    statuses: [400],
    runs: 0,
    isWhole: false,
    end: true,
    patience: 500,
  },
  {
    title: 'a sender that resets in the middle of the body',
    pieces: [request({ length: 100 })],
    statuses: [],
    runs: 0,
    isWhole: false,
    abort: true,
    patience: 300,
  },
  {
    title: 'a sender that resets in the middle of a large body',
    pieces: [request({ length: 1_000_000, body: 'x'.repeat(500_000) })],
    statuses: [],
    runs: 0,
    isWhole: false,
    abort: true,
    patience: 300,
  },
  {
    title: 'a sender that resets in the middle of a native post',
    pieces: [request({ path: '/?_action=open', length: 100 })],
    statuses: [],
    runs: 0,
    isWhole: false,
    abort: true,
    patience: 300,
  },
  {
    title: 'a sender that resets in the middle of multipart',
    pieces: [
      request({ head: [HOST, OWN, 'Content-Type: multipart/form-data; boundary=XX'], length: 1000, body: '--XX\r\n' }),
    ],
    statuses: [],
    runs: 0,
    isWhole: false,
    abort: true,
    patience: 300,
  },
  {
    title: 'a refused body that goes on',
    pieces: [request({ length: 3_000_000, body: 'x'.repeat(100_000) }), 'x'.repeat(100_000), 'x'.repeat(100_000)],
    statuses: [413],
    runs: 0,
    isWhole: true,
  },
];

/** Bodies in chunks. */
export const chunks: RawRequest[] = [
  ...whole([
    ['one chunk', chunked('6\r\nname=x\r\n0\r\n\r\n'), [200], 1],
    ['a chunk a byte', chunked([...'name=x'].map((byte) => `1\r\n${byte}\r\n`).join('') + '0\r\n\r\n'), [200], 1],
    ['no chunk', chunked('0\r\n\r\n'), [200], 1],
    ['a size with leading zeros', chunked('0000006\r\nname=x\r\n0\r\n\r\n'), [200], 1],
    ['a size with an extension', chunked('6;a=b\r\nname=x\r\n0\r\n\r\n'), [200], 1],
    ['a size with a long extension', chunked(`6;${'a'.repeat(20_000)}\r\nname=x\r\n0\r\n\r\n`), [413]],
    ['a size that is negative', chunked('-6\r\nname=x\r\n0\r\n\r\n'), [400]],
    ['a size with 0x', chunked('0x6\r\nname=x\r\n0\r\n\r\n'), [400]],
    ['a size of 2^64', chunked('10000000000000000\r\nname=x\r\n0\r\n\r\n'), [400]],
    ['a size that is too small', chunked('3\r\nname=x\r\n0\r\n\r\n'), [400]],
    ['a size with a blank before it', chunked(' 6\r\nname=x\r\n0\r\n\r\n'), [400]],
    ['a size behind a bare line feed', chunked('6\nname=x\n0\n\n'), [400]],
    ['a size that is no number', chunked('z\r\nname=x\r\n0\r\n\r\n'), [400]],
    ['trailers', chunked('6\r\nname=x\r\n0\r\nContent-Type: text/plain\r\nX-Trailer: x\r\n\r\n'), [200], 1],
    [
      'chunks over the limit',
      chunked(`${(1_100_000).toString(16)}\r\nname=${'x'.repeat(1_099_995)}\r\n0\r\n\r\n`),
      [413],
    ],
    ['a length too', chunked('6\r\nname=x\r\n0\r\n\r\n', ['Content-Length: 6']), [400]],
    ['a length of zero too', chunked('6\r\nname=x\r\n0\r\n\r\n', ['Content-Length: 0']), [400]],
    ['chunked twice', chunked('6\r\nname=x\r\n0\r\n\r\n', ['Transfer-Encoding: chunked']), [400, 200]],
    [
      'chunked, then identity',
      { ...chunked('6\r\nname=x\r\n0\r\n\r\n'), more: ['Transfer-Encoding: chunked, identity'] },
      [400],
    ],
    ['identity', { ...chunked('name=x'), more: ['Transfer-Encoding: identity'] }, [400]],
    [
      'gzip, then chunked',
      { ...chunked('6\r\nname=x\r\n0\r\n\r\n'), more: ['Transfer-Encoding: gzip, chunked'] },
      [415],
    ],
    ['xchunked', { ...chunked('6\r\nname=x\r\n0\r\n\r\n'), more: ['Transfer-Encoding: xchunked'] }, [400]],
    [
      'a tab before chunked',
      { ...chunked('6\r\nname=x\r\n0\r\n\r\n'), more: ['Transfer-Encoding:\tchunked'] },
      [200],
      1,
    ],
    [
      'a vertical tab before chunked',
      { ...chunked('6\r\nname=x\r\n0\r\n\r\n'), more: ['Transfer-Encoding: \x0Bchunked'] },
      [400],
    ],
    [
      'a blank before the colon',
      { ...chunked('6\r\nname=x\r\n0\r\n\r\n'), more: ['Transfer-Encoding : chunked'] },
      [400],
    ],
    ['chunks with HTTP/1.0', { ...chunked('6\r\nname=x\r\n0\r\n\r\n'), version: 'HTTP/1.0' }, [200], 1],
  ]),
  {
    title: 'chunks that stop',
    pieces: [request(chunked('6\r\nname=x\r\n'))],
    statuses: [],
    runs: 0,
    isWhole: false,
    patience: 300,
  },
  {
    title: 'a chunk that stops',
    pieces: [request(chunked('60\r\nname=x'))],
    statuses: [],
    runs: 0,
    isWhole: false,
    patience: 300,
  },
  {
    title: 'chunks that end with the connection',
    pieces: [request(chunked('6\r\nname=x\r\n'))],
    statuses: [400],
    runs: 0,
    isWhole: false,
    end: true,
    patience: 500,
  },
  {
    title: 'chunks that end with a reset',
    pieces: [request(chunked('6\r\nname=x\r\n'))],
    statuses: [],
    runs: 0,
    isWhole: false,
    abort: true,
    patience: 300,
  },
];

const smuggled = request({ path: '/_actions/strict', head: ['Host: 127.0.0.1', OWN, FORM] });

/** Two requests where one parser sees one, and headers that are there twice. */
export const smuggling: RawRequest[] = [
  ...whole([
    [
      'a second request in the body of a first one with both lengths',
      chunked(`0\r\n\r\n${smuggled}`, ['Content-Length: 200']),
      [400],
    ],
    ['a second request behind a body of no length', { length: null, body: smuggled.slice(0, 20) }, [200], 1],
    ['a line break in the path, which begins a header', { path: '/_actions/open\r\nX: y' }, [200], 1],
    ['a bare line feed between headers', { head: [`${HOST}\n${OWN}`, FORM] }, [400]],
    ['a bare carriage return in a header', { head: [HOST, `${OWN}\rX: y`, FORM] }, [400]],
    ['a NUL in a header', { head: [HOST, OWN, FORM, 'X: a\0b'] }, [400]],
    ['a header without a name', { more: [': x'] }, [400]],
    ['a header without a colon', { more: ['nonsense'] }, [400]],
    ['a header name with a blank', { more: ['X Y: z'] }, [400]],
    ['a folded header', { more: ['X-A: b\r\n c'] }, [200, 400]],
    ['two hosts: the first counts', { more: ['Host: evil.example'] }, [200], 1],
    ['no host', { head: [OWN, FORM] }, [400]],
    ['two types: the first counts', { more: ['Content-Type: text/plain'] }, [200], 1],
    ['two types: the second does not count', { head: [HOST, OWN, 'Content-Type: text/plain', FORM] }, [415]],
    ['two sites that agree', { more: [OWN] }, [403]],
    ['two sites, one of them elsewhere', { more: ['Sec-Fetch-Site: cross-site'] }, [403]],
    [
      'two origins, one of them ours',
      { head: [HOST, FORM], more: ['Origin: http://127.0.0.1', 'Origin: https://evil.example'] },
      [403],
    ],
    ['an origin with a list', { head: [HOST, FORM], more: ['Origin: http://127.0.0.1, https://evil.example'] }, [403]],
    [
      'an origin with our host as a user',
      { head: [HOST, FORM], more: ['Origin: http://127.0.0.1@evil.example'] },
      [403],
    ],
    [
      'an origin that begins with our host',
      { head: [HOST, FORM], more: ['Origin: http://127.0.0.1.evil.example'] },
      [403],
    ],
    ['an origin that is null', { head: [HOST, FORM], more: ['Origin: null'] }, [403]],
    [
      'a referer elsewhere that has our URL in its query',
      { head: [HOST, FORM], more: ['Referer: https://evil.example/?http://127.0.0.1/'] },
      [403],
    ],
    [
      'forwarded headers that nobody has allowed',
      {
        head: [HOST, FORM],
        more: ['Origin: https://evil.example', 'X-Forwarded-Host: evil.example', 'X-Forwarded-Proto: https'],
      },
      [403],
    ],
    ['a method by header', { more: ['X-HTTP-Method-Override: DELETE'] }, [200], 1],
    [
      'a path by header',
      { path: '/ping', more: ['X-Original-URL: /_actions/open', 'X-Rewrite-URL: /_actions/open'] },
      [404],
    ],
    ['a packed body', { more: ['Content-Encoding: gzip'] }, [415]],
    ['a body that is packed twice', { more: ['Content-Encoding: deflate, br'] }, [415]],
    ['a body that is not packed', { more: ['Content-Encoding: identity'] }, [200], 1],
    ['a range', { more: ['Range: bytes=0-0', 'Content-Range: bytes 0-1/6'] }, [200], 1],
    ['an upgrade', { more: ['Connection: Upgrade', 'Upgrade: websocket'] }, [200], 1],
    [
      'an upgrade to HTTP/2',
      { more: ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__'] },
      [200],
      1,
    ],
    ['an expectation that is none', { more: ['Expect: miracles'] }, [417]],
    ['a header of twenty kilobytes', { more: [`X-Long: ${'x'.repeat(20_000)}`] }, [431]],
    ['three thousand headers', { more: Array.from({ length: 3000 }, () => 'a: b') }, [431, 200], 'any'],
  ]),
  {
    title: 'a second request that is smuggled behind a shorter length',
    pieces: [request({ body: `name=x${smuggled}`, length: 6 })],
    statuses: [200],
    runs: 2,
    isWhole: true,
    linger: 250,
  },
  {
    title: 'twenty requests at once',
    pieces: [request().repeat(20)],
    statuses: [200],
    runs: 20,
    isWhole: true,
    linger: 600,
  },
  {
    title: 'an expectation of 100-continue',
    pieces: [request({ more: ['Expect: 100-continue'], body: '', length: 6 }), 'name=x'],
    statuses: [100],
    runs: 1,
    isWhole: true,
    linger: 250,
  },
  {
    title: 'the preface of HTTP/2',
    pieces: ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    statuses: [400],
    runs: 0,
    isWhole: true,
  },
  {
    title: 'the hello of TLS',
    pieces: [Uint8Array.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03])],
    statuses: [400],
    runs: 0,
    isWhole: true,
  },
  {
    title: 'bytes that mean nothing',
    pieces: [Uint8Array.from({ length: 1000 }, (_, index) => (index * 7919) % 256)],
    statuses: [400],
    runs: 0,
    isWhole: true,
  },
  { title: 'HTTP/0.9', pieces: ['GET /\r\n'], statuses: [], runs: 0, isWhole: false, patience: 200 },
  { title: 'HTTP/3.7', pieces: [request({ version: 'HTTP/3.7' })], statuses: [400], runs: 0, isWhole: true },
];

/** Methods that run no action. */
export const methods: RawRequest[] = whole([
  ...['GET', 'HEAD', 'OPTIONS'].map((method): Row => [
    `${method} of an action`,
    { method, length: null, body: '' },
    [405],
  ]),
  ...['GET', 'HEAD', 'OPTIONS'].map((method): Row => [
    `${method} of a page that names an action`,
    { method, path: '/?_action=open', length: null, body: '' },
    [200, 204, 404],
  ]),
  ...['PUT', 'PATCH', 'DELETE', 'PROPFIND', 'MKCOL', 'PURGE', 'QUERY'].map((method): Row => [
    `${method} of an action`,
    { method },
    [405],
  ]),
  ...['PUT', 'PATCH', 'DELETE'].map((method): Row => [
    `${method} of a page that names an action`,
    { method, path: '/?_action=open' },
    [405],
  ]),
  ['a method in small letters', { method: 'post' }, [400]],
  ['a method that does not exist', { method: 'SUBMIT' }, [400]],
  ['a method of blanks', { method: ' ' }, [400]],
  ['GET with a body', { method: 'GET' }, [405]],
  ['POST by a parameter', { method: 'GET', path: '/?_action=open&_method=POST&name=x', length: null, body: '' }, [200]],
]);

/** Paths and queries that name an action oddly. */
export const paths: RawRequest[] = whole([
  ...[
    '__proto__',
    'constructor',
    'toString',
    'group',
    'group.',
    '.group',
    'group..inner',
    'group.__proto__',
    'open.orThrow',
    'open.bind',
    'open/strict',
    'open%2Fstrict',
    'OPEN',
    'open%00',
    'open%20',
    '%',
    '%zz',
    '%E0%A4%A',
    '%C0%AEopen',
    '..%2fopen',
    '*',
    '?',
    '',
    'x'.repeat(8000),
  ].map((name): Row => [
    `an action named ${JSON.stringify(name.slice(0, 40))}`,
    { path: `/_actions/${name}` },
    [400, 404],
  ]),
  ...[
    '__proto__',
    'constructor',
    'group',
    'group.__proto__',
    'open.orThrow',
    'open%00',
    '%25',
    '%25E0%25A4%25A',
    'OPEN',
    '*',
    '%5Bobject%20Object%5D',
    'x'.repeat(8000),
  ].map((name): Row => [`a page with the action ${JSON.stringify(name.slice(0, 40))}`, query(name), [404]]),
  ['a page with an action that is badly encoded', query('%E0%A4%A'), [400, 404]],
  ['a page with an action of no name', query(''), [200]],
  ['a page with two actions: the first counts', query('strict&_action=nope'), [303], 1],
  ['a page with two actions: the second does not count', query('nope&_action=strict'), [404]],
  ['a page with an action in brackets', { path: '/?_action[]=open' }, [200]],
  ['a page with an action behind a semicolon', { path: '/?a=b;_action=open' }, [200]],
  ['a page with an action that is escaped', { path: '/?%5Faction=o%70en' }, [303], 1],
  ['an action by path and another by query: the path counts', { path: '/_actions/strict?_action=open' }, [200], 1],
  ['an action with its letters escaped', { path: '/_actions/o%70en' }, [200, 404], 'any'],
  ['an action with its dot escaped', { path: '/_actions/group%2Einner' }, [200], 1],
  ['an action that is the path upwards', { path: '/_actions/%2e%2e' }, [200]],
  ['two slashes before the path', { path: '//_actions/open' }, [200], 1],
  ['two slashes in the path', { path: '/_actions//open' }, [200], 1],
  ['a path upwards', { path: '/x/../_actions/strict' }, [200], 1],
  ['a path upwards, escaped', { path: '/x/%2e%2e/_actions/strict' }, [200], 1],
  ['a path upwards out of the site', { path: '/../../etc/passwd' }, [403, 404]],
  ['a backslash in the path', { path: '\\_actions\\open' }, [200, 400, 404], 'any'],
  ['a path with another host', { path: 'http://evil.example/_actions/open' }, [400, 404]],
  ['a path that is a star, and the site’s root', { path: '*' }, [200]],
  ['a path without a slash', { path: '_actions/open' }, [400, 404]],
  ['a path of ten kilobytes', { path: `/${'a/'.repeat(5000)}` }, [404]],
  ['a query of a thousand names', { path: `/_actions/strict?${'a&'.repeat(1000)}` }, [200], 1],
]);

/** Cookies, records, and results that are read from the URL. */
export const states: RawRequest[] = whole([
  ['a cookie that is badly encoded', cookie('action-binding=%E0%A4%A'), [200], 1],
  ['a cookie of __proto__', cookie('__proto__=x; constructor=y; action-result-__proto__=z'), [200], 1],
  ['a thousand cookies', cookie(Array.from({ length: 1000 }, (_, index) => `c${index}=x`).join('; ')), [200], 1],
  ['cookies without names', cookie('=x; ; ;;=; y'), [200], 1],
  ['a cookie with a binding twice', cookie('action-binding=a; action-binding=b'), [200], 1],
  ['a binding that is long', { ...cookie(`action-binding=${'x'.repeat(4000)}`), path: '/?_action=strict' }, [303], 1],
  [
    'a binding that is badly encoded, native',
    { ...cookie('action-binding=%E0%A4%A'), path: '/?_action=strict' },
    [303],
    1,
  ],
  [
    'fifty carried results, native',
    {
      ...cookie(Array.from({ length: 50 }, (_, index) => `action-result-${index}=x`).join('; ')),
      path: '/?_action=strict',
    },
    [303],
    1,
  ],
  ['a record of nothing', record(''), [400]],
  ['a record that nobody sealed', record('1.a.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'), [400]],
  ['a record of another version', record('2.a.AAAA'), [400]],
  ['a record of dots', record('.'.repeat(100_000)), [400]],
  ['a record that is no base64', record('1.a.%00%FF'), [400]],
  ['a record of half a megabyte', record(`1.a.${'A'.repeat(500_000)}`), [400]],
  ['a record that is __proto__', record('1.__proto__.AAAA'), [400]],
  ['two records', { body: 'name=x&_action_form=a&_action_form=b' }, [400]],
  ['two records, native', { path: '/?_action=open', body: 'name=x&_action_form=a&_action_form=b' }, [400]],
  ['a record as a list', { body: 'name=x&_action_form[]=a&_action_form[0]=b' }, [200], 1],
  ['our own reserved names', { body: 'name=x&_action_key=a&_action_key=b' }, [200], 1],
  ['an edit, which pages do', { body: 'name=x&_action_intent=c' }, [400], 0],
  ...[
    '',
    'x',
    'A'.repeat(22),
    'A'.repeat(21) + '%00',
    '..%2F..%2F',
    '__proto__',
    'A'.repeat(8000),
    'a&_result=b',
    '%F0%9F%98%80',
  ].map((id): Row => [`a result of ${JSON.stringify(id.slice(0, 40))}`, result(id), [200]]),
  ['a result that is badly encoded', result('%E0%A4%A'), [400]],
  [
    'a result with a cookie that nobody sealed',
    result('A'.repeat(22), [`Cookie: action-binding=x; action-result-${'A'.repeat(22)}=1.a.AAAA`]),
    [200],
  ],
  [
    'a result with cookies that are badly encoded',
    result('A'.repeat(22), [`Cookie: action-binding=%E0%A4%A; action-result-${'A'.repeat(22)}=%E0%A4%A`]),
    [200],
  ],
  ['a result of a page with a post', { path: `/?_result=${'A'.repeat(22)}&_action=strict` }, [303], 1],
]);

/** Forms that are read from the query. */
export const queries: RawRequest[] = whole([
  ['a name that is too long', search(`${'a'.repeat(201)}=1`), [200]],
  ['a name that is too deep', search('a.b.c.d.e.f.g.h.i=1'), [200]],
  ['a row that is too high', search('tags[1001]=x'), [200]],
  ['too many names', search('a&'.repeat(1001)), [200]],
  ['__proto__', search('__proto__[polluted]=x&constructor.prototype.polluted=y'), [200]],
  ['a value that is none', search('age=x&born=y&color=z'), [200]],
  ['broken escapes', search('name=%&name%=%zz'), [200, 400]],
  ['an error at a key that no name can spell', search('scores[a[.]=1&scores[a[.]=2&scores.]=3&scores.]=4'), [200]],
  ['an error at a key of dots', search('scores[..]=1&scores[..]=2'), [200]],
  ['brackets', search('[][[]]=1&items[=2&]=3'), [200]],
]);
