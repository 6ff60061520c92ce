import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Limits } from '../../src/submission/limits.js';
import { type App, startApp } from '../support/app.js';
import { filePart, part, parts, raw, times, URL_ENCODED } from './support/body.js';
import { exchange } from './support/exchange.js';

let app: App;
beforeAll(async () => {
  app = await startApp('test/fixtures/limits');
});
afterAll(() => app.stop());

const own = { 'sec-fetch-site': 'same-origin' };
const runs = async (): Promise<number> => (await app.fetch('/runs.json')).json();

interface Body {
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

const post = (path: string, { type, body }: Body) =>
  app.fetch(path, { method: 'POST', body, headers: { ...own, 'content-type': type } });

type Names = readonly string[];

/** The two ways to send names; each has `x` for a value. */
const encodings: readonly (readonly [string, (names: Names) => Body])[] = [
  ['URL-encoded', (names) => raw('', names.map((name) => `${encodeURIComponent(name)}=x`).join('&'), nothing)],
  [
    'multipart',
    (names) =>
      parts(
        '',
        names.map((name) => part(`name="${name}"`, 'x')),
        nothing,
      ),
  ],
];
const nothing = { data: undefined };

/** The names that reach a limit, and those that pass it by one. */
const names: Readonly<Record<Exclude<keyof Limits, 'files'>, (size: number) => Names>> = {
  names: (size) => times(size, () => 'tags'),
  nameLength: (size) => ['n'.repeat(size)],
  depth: (size) => [times(size, () => 'a').join('.')],
  index: (size) => [`tags[${size}]`],
};

/** What the fixture's configuration and its actions say. */
const allowed = {
  site: { names: 6, files: 2, nameLength: 16, depth: 3, index: 5 },
  less: { names: 3, files: 1, nameLength: 12, depth: 2, index: 2 },
  more: { names: 12, files: 4, nameLength: 32, depth: 6, index: 50 },
} satisfies Record<string, Limits>;

describe.each(Object.entries(allowed))('the limits of %s', (action, limits) => {
  const cases = [
    ...Object.entries(names).flatMap(([limit, make]) =>
      // why: the keys are those of `names`
      encodings.map(([encoding, encode]) => ({
        limit: limit as keyof typeof names,
        encoding,
        bodyOf: (size: number) => encode(make(size)),
      })),
    ),
    {
      limit: 'files' as const,
      encoding: 'multipart',
      bodyOf: (size: number) =>
        parts(
          '',
          times(size, (index) => filePart('files', `${index}.txt`, 'x')),
          nothing,
        ),
    },
  ];

  test.each(cases)('$limit, $encoding', async ({ limit, bodyOf }) => {
    const before = await runs();
    const size = limits[limit];
    expect((await post(`/_actions/${action}`, bodyOf(size))).status).toBe(200);
    expect((await post(`/?_action=${action}`, bodyOf(size))).status).toBe(303);
    expect(await runs()).toBe(before + 2);

    const called = await post(`/_actions/${action}`, bodyOf(size + 1));
    expect(called.status).toBe(statuses[limit]);
    expect(await called.json()).toMatchObject({ message: told(limit, size) });
    const native = await post(`/?_action=${action}`, bodyOf(size + 1));
    expect(native.status).toBe(statuses[limit]);
    if (action === 'site') expect(await native.text()).toContain(told(limit, size));
    expect(await runs()).toBe(before + 2);
  });
});

/** What people are told past a limit. */
function told(limit: keyof Limits, size: number): string {
  switch (limit) {
    case 'names':
      return `The form has too many fields. Send at most ${size}.`;
    case 'files':
      return `Choose at most ${size} files.`;
    case 'index':
      return `A list has too many rows. There can be no more than ${size + 1}.`;
    default:
      return 'The form could not be read. Reload the page and try again.';
  }
}

const statuses: Readonly<Record<keyof Limits, number>> = {
  names: 413,
  files: 413,
  nameLength: 400,
  depth: 400,
  index: 400,
};

describe('without a schema', () => {
  const { names: most, nameLength, depth, files } = allowed.site;
  test.each<[string, keyof Limits, Body, Body]>([
    ...encodings.flatMap(([encoding, encode]): [string, keyof Limits, Body, Body][] => [
      [`names, ${encoding}`, 'names', encode(names.names(most)), encode(names.names(most + 1))],
      [
        `nameLength, ${encoding}`,
        'nameLength',
        encode(names.nameLength(nameLength)),
        encode(names.nameLength(nameLength + 1)),
      ],
      [`depth, ${encoding}`, 'depth', encode(names.depth(depth)), encode(names.depth(depth + 1))],
    ]),
    [
      'files, multipart',
      'files',
      parts(
        '',
        times(files, () => filePart('f', 'a', 'x')),
        nothing,
      ),
      parts(
        '',
        times(files + 1, () => filePart('f', 'a', 'x')),
        nothing,
      ),
    ],
  ])('%s', async (_, limit, reached, passed) => {
    const before = await runs();
    expect((await post('/_actions/raw', reached)).status).toBe(200);
    const refused = await post('/_actions/raw', passed);
    expect(refused.status).toBe(statuses[limit]);
    expect(await refused.json()).toMatchObject({ message: told(limit, allowed.site[limit]) });
    expect(await runs()).toBe(before + 1);
  });
});

test('untouched file controls and our own hidden fields are not counted', async () => {
  const untouched = times(2, () => part('name="files"; filename=""', ''));
  const file = filePart('files', 'a.txt', 'x');
  expect((await post('/_actions/less', parts('', [...untouched, file], nothing))).status).toBe(200);
  const reserved = raw('', 'tags=x&tags=x&tags=x&_action_key=a', nothing);
  expect((await post('/_actions/less', reserved)).status).toBe(200);
  // an edit is the page's to do: it is refused for what it is, and not for how many names there are
  const edit = raw('', 'tags=x&tags=x&tags=x&_action_key=a&_action_intent=b', nothing);
  const refused = await (await post('/_actions/less', edit)).json();
  expect(refused).toMatchObject({ code: 'BAD_REQUEST', message: expect.stringContaining('edited by its page') });
});

/** `security.actionBodySizeLimit` of the fixture. */
const BYTES = 4000;

/** Bodies of exactly so many bytes. */
const sized: readonly (readonly [string, string, string, (size: number) => string])[] = [
  ['URL-encoded', 'site', URL_ENCODED, (size) => `tags=${'x'.repeat(size - 5)}`],
  [
    'multipart',
    'site',
    'multipart/form-data; boundary=XX',
    (size) => {
      const frame = '--XX\r\nContent-Disposition: form-data; name="tags"\r\n\r\n|\r\n--XX--\r\n';
      return frame.replace('|', 'x'.repeat(size - frame.length + 1));
    },
  ],
  ['JSON', 'json', 'application/json', (size) => `["${'x'.repeat(size - 4)}"]`],
];

describe.each(sized)('the limit of bytes, %s', (_, action, type, bodyOf) => {
  test('a body that reaches it is read, one that passes it by a byte is refused', async () => {
    const before = await runs();
    expect((await post(`/_actions/${action}`, { type, body: bodyOf(BYTES) })).status).toBe(200);
    const refused = await post(`/_actions/${action}`, { type, body: bodyOf(BYTES + 1) });
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({
      code: 'CONTENT_TOO_LARGE',
      message: 'What you sent is too large. Send at most 4 kB.',
    });
    expect((await post(`/?_action=${action}`, { type, body: bodyOf(BYTES + 1) })).status).toBe(413);
    expect(await runs()).toBe(before + 1);
  });

  test.each([
    ['called', `/_actions/${action}`],
    ['posted natively', `/?_action=${action}`],
  ])('%s: it is refused while it is still being sent, whether it says its length or not', async (_title, path) => {
    const before = await runs();
    const head = (length: string) =>
      `POST ${path} HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Type: ${type}\r\n${length}\r\n\r\n`;
    const port = Number(new URL(app.url).port);
    const declared = await exchange(port, [head('Content-Length: 50000000')]);
    expect(declared.statuses).toEqual([413]);
    // neither the last chunk nor the end of the connection comes
    const body = bodyOf(BYTES + 1);
    const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
    const streamed = await exchange(port, [
      head('Transfer-Encoding: chunked') + chunk(body.slice(0, 100)),
      chunk(body.slice(100)),
    ]);
    expect(streamed.statuses).toEqual([413]);
    expect(await runs()).toBe(before);
  });

  test('a body within it that stalls is no answer, and no run', async () => {
    const before = await runs();
    const head = `POST /_actions/${action} HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Type: ${type}\r\nContent-Length: ${BYTES}\r\n\r\n`;
    const stalled = await exchange(Number(new URL(app.url).port), [head + bodyOf(BYTES).slice(0, 200)], {
      patience: 200,
    });
    expect(stalled.statuses).toEqual([]);
    expect(await runs()).toBe(before);
  });
});
