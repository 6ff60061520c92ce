import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filePart, form, type HostileBody, part, parts, raw, times } from './support/body.js';
import { ignored, read } from './bodies/open.js';
import { exchange } from './support/exchange.js';
import { expectAnswer, type HostileApp, nativeStatus, startHostileApp } from './support/hostile-app.js';

let app: HostileApp;
beforeAll(async () => {
  app = await startHostileApp();
});
afterAll(() => app.stop());

const tags = (count: number) => 'tags=x&'.repeat(count);
const manyTags = (count: number) => read({ tags: times(count, () => 'x') });
const files = (count: number) => times(count, (index) => filePart('file', `${index}`, 'x'));
const levels = (count: number) => times(count, () => 'a').join('.');

/** The site's limits, of which `files` is set in the configuration; `small` and `large` set their own. */
const bodies: HostileBody[] = [
  raw('names: the default, reached', tags(1000), manyTags(1000)),
  raw('names: the default, passed', tags(1001), { limit: 'names' }),
  raw('names: an action that takes fewer, reached', tags(3), manyTags(3), 'small'),
  raw('names: an action that takes fewer, passed', tags(4), { limit: 'names' }, 'small'),
  raw('names: an action that takes more', tags(9000), manyTags(9000), 'large'),
  raw('names: an action that takes more, passed', tags(10_001), { limit: 'names' }, 'large'),
  parts('files: the site’s, passed', files(21), { limit: 'files' }, 'upload'),
  parts('files: an action that takes fewer, passed', files(2), { limit: 'files' }, 'small'),
  parts(
    'files: an untouched control is none',
    [...times(2, () => part('name="f"; filename=""', '')), ...files(1)],
    ignored,
    'small',
  ),
  form('name length: an action that takes less, reached', [['n'.repeat(12), 'x']], ignored, 'small'),
  form('name length: an action that takes less, passed', [['n'.repeat(13), 'x']], { limit: 'nameLength' }, 'small'),
  form('name length: an action that takes more', [['n'.repeat(1000), 'x']], ignored, 'large'),
  form('name length: an action that takes more, passed', [['n'.repeat(1001), 'x']], { limit: 'nameLength' }, 'large'),
  form('depth: an action that takes less, reached', [[levels(2), 'x']], ignored, 'small'),
  form('depth: an action that takes less, passed', [[levels(3), 'x']], { limit: 'depth' }, 'small'),
  form('depth: an action that takes more', [[levels(50), 'x']], ignored, 'large'),
  form('depth: an action that takes more, passed', [[levels(51), 'x']], { limit: 'depth' }, 'large'),
  form('index: an action that takes less, reached', [['tags[4]', 'x']], read({ tags: ['x'] }), 'small'),
  form('index: an action that takes less, passed', [['tags[5]', 'x']], { limit: 'index' }, 'small'),
  form('index: an action that takes more', [['tags[100000]', 'x']], read({ tags: ['x'] }), 'large'),
  form('index: an action that takes more, passed', [['tags[100001]', 'x']], { limit: 'index' }, 'large'),
];

describe('limits, of the site and of an action', () => {
  test.each(bodies)('$title', async (body) => {
    const before = await app.health();
    await expectAnswer(await app.call(body), body.outcome);
    expect(nativeStatus(body.outcome)).toContain((await app.post(body)).status);
    const { runs } = await app.health();
    expect(runs - before.runs).toBe('data' in body.outcome ? 2 : 0);
  });

  test.each([
    ['names', raw('', tags(1100), { limit: 'names' })],
    ['files', parts('', files(21), { limit: 'files' })],
  ] as const)('%s also hold where there is no schema, because bytes are counted', async (limit, { body, type }) => {
    const headers = { 'sec-fetch-site': 'same-origin', 'content-type': type };
    const response = await app.fetch('/_actions/raw', { method: 'POST', body, headers });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ message: expect.stringContaining(`"${limit}"`) });
  });

  test('a body past the limit of bytes is refused while it is still being sent', async () => {
    const head = (length: string) =>
      `POST /_actions/open HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n${length}\r\n\r\n`;
    const port = Number(new URL(app.url).port);
    const declared = await exchange(port, [head('Content-Length: 50000000')]);
    expect(declared.statuses).toEqual([413]);
    expect(declared.text).toMatch(/limit of 1048576 bytes/);
    const chunk = `40000\r\n${'x'.repeat(0x40000)}\r\n`;
    const streamed = await exchange(port, [head('Transfer-Encoding: chunked'), ...times(6, () => chunk)]);
    expect(streamed.statuses).toEqual([413]);
  });
});
