import { describe, expect, test } from 'vitest';
import { boundRequest, readBody } from '../../src/server/body.js';
import { unreadBody } from '../../src/server/reread.js';
import { createSpool, IN_MEMORY } from '../../src/server/uploads/spool.js';

const limits = { bytes: 1000, text: 1000, names: 10, files: 2 };
const noSpool = () => createSpool(() => Promise.reject(new Error('Nothing is written to a disk here')));
const URL_ENCODED = 'application/x-www-form-urlencoded';
const post = (body: BodyInit, type?: string) =>
  new Request('http://site.example/', {
    method: 'POST',
    body,
    ...(type !== undefined && { headers: { 'content-type': type } }),
  });
const multipart = (text: string) => post(text.replaceAll('\n', '\r\n'), 'multipart/form-data; boundary=XX');
const field = 'Content-Disposition: form-data; name="a"';
const base64 = 'Content-Transfer-Encoding: base64';
const blank = field.replace(':', ' :');
const encoded = (encoding: string) =>
  new Request('http://site.example/', {
    method: 'POST',
    body: 'a=1',
    headers: { 'content-type': URL_ENCODED, 'content-encoding': encoding },
  });
const read = (request: Request) => readBody(boundRequest(request, limits.bytes), limits, noSpool);
const entries = async (request: Request) => [...((await read(request)) as FormData)];

describe('a body that is read', () => {
  test.each<[string, Request, [string, string][]]>([
    [
      'URL-encoded',
      post('a=1&b=%C3%A4+x', URL_ENCODED),
      [
        ['a', '1'],
        ['b', 'ä x'],
      ],
    ],
    [
      'URL-encoded with parameters and capitals',
      post('a=1', 'Application/X-WWW-Form-URLEncoded; charset=UTF-8'),
      [['a', '1']],
    ],
    ['URL-encoded, empty', post('', URL_ENCODED), []],
    [
      'broken percent signs as they are',
      post('a=%&b=%zz', URL_ENCODED),
      [
        ['a', '%'],
        ['b', '%zz'],
      ],
    ],
    ['multipart', multipart('--XX\nContent-Disposition: form-data; name="a"\n\n1\n--XX--\n'), [['a', '1']]],
    ['a question mark before the first name', post('?a=1', URL_ENCODED), [['?a', '1']]],
    ['a byte order mark before the first name', post('\uFEFFa=1', URL_ENCODED), [['\uFEFFa', '1']]],
  ])('%s', async (_, request, expected) => {
    expect(await entries(request)).toEqual(expected);
  });

  test('JSON is parsed, empty JSON and no type are nothing', async () => {
    expect(await read(post('{"a":1}', 'application/json'))).toEqual({ a: 1 });
    expect(await read(post('', 'application/json'))).toBeUndefined();
    expect(await read(new Request('http://site.example/', { method: 'POST' }))).toBeUndefined();
  });

  test.each<[string, () => Request, string]>([
    ['URL-encoded', () => post('a=1', URL_ENCODED), 'a=1'],
    ['URL-encoded, with too many names', () => post('&'.repeat(20), URL_ENCODED), '&'.repeat(20)],
    ['JSON', () => post('{"a":1}', 'application/json'), '{"a":1}'],
    ['multipart', () => multipart(`--XX\n${field}\n\n1\n--XX--\n`), `--XX\r\n${field}\r\n\r\n1\r\n--XX--\r\n`],
    ['multipart of nonsense', () => multipart('nonsense'), 'nonsense'],
  ])('%s: the page can read the request as if nobody had', async (_, make, text) => {
    const request = boundRequest(make(), limits.bytes);
    await readBody(request, limits, noSpool).catch(() => undefined);
    expect(request).toBeInstanceOf(Request);
    expect(request.bodyUsed).toBe(false);
    expect(await request.clone().text()).toBe(text);
    expect(await new Request(request.clone()).text()).toBe(text);
    expect(await new Request('http://other.example/', request.clone()).text()).toBe(text);
    expect(await new Response(request.body).text()).toBe(text);
    expect(request.bodyUsed).toBe(true);
    await expect(request.text()).rejects.toThrow('unusable');
  });

  test('the page reads a form as one, and what else it asks of the request is what it was', async () => {
    const request = boundRequest(post('a=1&a=2', URL_ENCODED), limits.bytes);
    const before = [request.url, request.method, [...request.headers], request.signal];
    await readBody(request, limits, noSpool);
    expect([request.url, request.method, [...request.headers], request.signal]).toEqual(before);
    expect((await request.formData()).getAll('a')).toEqual(['1', '2']);
  });

  test('what somebody else has read, or is reading, is not taken for an empty form', async () => {
    const used = post('a=1', URL_ENCODED);
    await used.clone().text();
    expect(await entries(used.clone())).toEqual([['a', '1']]);
    await used.text();
    const locked = multipart(`--XX\n${field}\n\n1\n--XX--\n`);
    locked.body?.getReader();
    for (const request of [used, locked])
      await expect(readBody(request, limits, noSpool)).rejects.toThrow('was read before its action');
  });

  test.each<[string, Request, string]>([
    ['malformed JSON', post('{', 'application/json'), 'BAD_REQUEST'],
    ['JSON that is no UTF-8', post(new Uint8Array([0x22, 0xff, 0x22]), 'application/json'), 'BAD_REQUEST'],
    ['multipart without a boundary', post('x', 'multipart/form-data'), 'BAD_REQUEST'],
    ['multipart with an empty boundary', post('x', 'multipart/form-data; boundary='), 'BAD_REQUEST'],
    ['multipart that does not end', multipart('--XX\nContent-Disposition: form-data; name="a"\n\n1'), 'BAD_REQUEST'],
    ['multipart of nonsense', multipart('nonsense'), 'BAD_REQUEST'],
    ['text', post('a=1', 'text/plain'), 'UNSUPPORTED_MEDIA_TYPE'],
    ['XML', post('<a/>', 'application/xml'), 'UNSUPPORTED_MEDIA_TYPE'],
    ['too many bytes', post(`a=${'x'.repeat(1000)}`, URL_ENCODED), 'CONTENT_TOO_LARGE'],
    ['JSON with a key __proto__', post('{"a":[{"__proto__":{}}]}', 'application/json'), 'BAD_REQUEST'],
    ['JSON with a key __proto__, escaped', post('{"\\u005f_proto__":{}}', 'application/json'), 'BAD_REQUEST'],
    ['JSON of 101 levels', post('['.repeat(101) + ']'.repeat(101), 'application/json'), 'BAD_REQUEST'],
    ['a packed body', encoded('gzip'), 'UNSUPPORTED_MEDIA_TYPE'],
    ['a part with two dispositions', multipart(`--XX\n${field}\n${field}\n\n1\n--XX--\n`), 'BAD_REQUEST'],
    ['a part with base64', multipart(`--XX\n${field}\n${base64}\n\n1\n--XX--\n`), 'BAD_REQUEST'],
    ['a part without a disposition', multipart('--XX\nContent-Type: text/plain\n\n1\n--XX--\n'), 'BAD_REQUEST'],
    ['a part with a blank before the colon', multipart(`--XX\n${blank}\n\n1\n--XX--\n`), 'BAD_REQUEST'],
  ])('%s is refused', async (_, request, code) => {
    await expect(read(request)).rejects.toMatchObject({ code });
  });

  const file = `${field}; filename="a"`;
  test.each<[string, Request, string]>([
    ['too many separators', post('&'.repeat(900), URL_ENCODED), 'names'],
    ['too many parts', multipart(`${`--XX\n${field}\n\n\n`.repeat(14)}--XX--`), 'names'],
    ['too many files', multipart(`${`--XX\n${file}\n\n\n`.repeat(3)}--XX--`), 'files'],
  ])('%s are a limit that is named', async (_, request, limit) => {
    await expect(read(request)).rejects.toMatchObject({ name: 'SubmissionLimitError', limit, status: 413 });
  });

  test('our own hidden fields and untouched file controls come on top of the limits', async () => {
    expect(await entries(post('a=1&'.repeat(10) + '_action_form=x&_action_key=x', URL_ENCODED))).toHaveLength(12);
    const untouched = `--XX\n${field}; filename=""\n\n\n`;
    expect(await entries(multipart(`${untouched.repeat(9)}--XX--\n`))).toHaveLength(9);
  });

  test('JSON of 100 levels, and brackets in its texts, are read', async () => {
    const text = `[${JSON.stringify('[{"\\'.repeat(60))}]`;
    expect(await read(post(text, 'application/json'))).toEqual(JSON.parse(text));
    expect(await read(post('['.repeat(100) + ']'.repeat(100), 'application/json'))).toBeInstanceOf(Array);
  });

  test.each<[string, Record<string, string>]>([
    ['of no length', {}],
    ['that says a smaller length', { 'content-length': '10' }],
    ['that says no number', { 'content-length': 'ten' }],
    ['that says two lengths', { 'content-length': '10', 'transfer-encoding': 'chunked' }],
  ])('a stream %s is not read past the limit', async (_, framing) => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(500));
      },
    });
    const headers = { 'content-type': URL_ENCODED, ...framing };
    const init = { method: 'POST', body: endless, duplex: 'half', headers };
    await expect(read(new Request('http://site.example/', init as RequestInit))).rejects.toMatchObject({
      code: 'CONTENT_TOO_LARGE',
    });
    expect(pulled).toBeLessThan(20);
  });

  test('a body of a length within the bound is not copied', () => {
    const framed = (length: string, more = {}) =>
      new Request('http://site.example/', {
        method: 'POST',
        body: 'a=1',
        headers: { 'content-length': length, ...more },
      });
    const isCopied = (request: Request) => boundRequest(request, 1000) !== request;
    expect(isCopied(framed('3'))).toBe(false);
    expect(isCopied(framed('1000'))).toBe(false);
    expect(isCopied(framed('1001'))).toBe(true);
    expect(isCopied(framed('3', { 'transfer-encoding': 'chunked' }))).toBe(true);
    expect(isCopied(framed('3, 3'))).toBe(true);
    expect(isCopied(post('a=1'))).toBe(true);
  });

  test('a body of several chunks is read whole', async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const text of ['a=1', '&b=', '2']) controller.enqueue(new TextEncoder().encode(text));
        controller.close();
      },
    });
    const init = { method: 'POST', body, duplex: 'half' };
    const headers = { 'content-type': URL_ENCODED, 'content-length': '7' };
    expect(await entries(new Request('http://site.example/', { ...init, headers } as RequestInit))).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
  });

  const long = { ...limits, bytes: 4 * IN_MEMORY, text: 2 * IN_MEMORY };
  const padded = (size: number, disposition = field) =>
    `--XX\n${field}\n\n1\n--XX\n${disposition}\n\n${'x'.repeat(size)}\n--XX--\n`;
  const readLong = (request: Request) => readBody(boundRequest(request, long.bytes), long, noSpool);

  test('a multipart body of more than a mebibyte is read as it comes, and the request is without one then', async () => {
    const request = boundRequest(multipart(padded(IN_MEMORY + 1)), long.bytes);
    const form = (await readBody(request, long, noSpool)) as FormData; // why: of a multipart body it is one
    expect([...form].map(([, value]) => String(value).length)).toEqual([1, IN_MEMORY + 1]);
    expect([request.body, request.bodyUsed, await request.clone().text()]).toEqual([null, false, '']);
    await expect(request.formData()).rejects.toThrow(TypeError);
  });

  test.each<[string, () => Request]>([
    ['URL-encoded', () => post(`a=${'x'.repeat(2 * IN_MEMORY)}`, URL_ENCODED)],
    ['multipart', () => multipart(padded(2 * IN_MEMORY))],
  ])('past a limit, the request is without a body, and what is left of it can be thrown away: %s', async (_, make) => {
    const request = boundRequest(make(), long.bytes);
    const { body } = request;
    await expect(readBody(request, long, noSpool)).rejects.toMatchObject({ code: 'CONTENT_TOO_LARGE' });
    expect([request.body, request.bodyUsed]).toEqual([null, false]);
    expect(unreadBody(request)).toBe(body);
  });

  test('what is no file has a limit of its own', async () => {
    await expect(readLong(multipart(padded(2 * IN_MEMORY)))).rejects.toMatchObject({
      code: 'CONTENT_TOO_LARGE',
      message: 'Your text is too long. Send at most 2 MB of text.',
    });
    await expect(readLong(post(`a=${'x'.repeat(2 * IN_MEMORY)}`, URL_ENCODED))).rejects.toMatchObject({
      code: 'CONTENT_TOO_LARGE',
    });
    await expect(readLong(post(`a=${'x'.repeat(2 * IN_MEMORY - 2)}`, URL_ENCODED))).resolves.toBeInstanceOf(FormData);
  });

  test.each<[string, string, object]>([
    ['without an end', padded(IN_MEMORY).slice(0, -3), { code: 'BAD_REQUEST' }],
    ['with base64', padded(IN_MEMORY, `${field}\n${base64}`), { code: 'BAD_REQUEST' }],
    ['with too many files', padded(IN_MEMORY) + padded(1, file).repeat(3), { code: 'BAD_REQUEST' }],
    ['with too many names', padded(IN_MEMORY).replace(/--XX--\n$/, padded(1).repeat(7)), { code: 'BAD_REQUEST' }],
    ['over the limit of bytes', padded(4 * IN_MEMORY), { code: 'CONTENT_TOO_LARGE' }],
  ])('a long multipart body %s is refused', async (_, text, expected) => {
    await expect(readLong(multipart(text))).rejects.toMatchObject(expected);
  });
});
