import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../support/app.js';
import { startTrouble } from '../support/trouble.js';

let app: App;
beforeAll(async () => {
  app = await startTrouble();
});
afterAll(() => app.stop());

const calls = [
  ['island', '/_actions/open?'],
  ['native', '/?form=open&_action=open&'],
] as const;
const MEBIBYTE = 1024 * 1024;

/** Posts a form; as a stream its length is not known before it ends. */
function post(path: string, text: string, { streamed = false } = {}): Promise<Response> {
  const form = new TextEncoder().encode(`text=${text}`);
  const init = { method: 'POST', body: streamed ? new Blob([form]).stream() : form, duplex: 'half' };
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
  return app.fetch(path, { ...init, headers, redirect: 'manual' } as RequestInit); // why: TypeScript lacks `duplex`
}

describe('middleware of the app that reads a copy of the body before its action', () => {
  test.each(calls)('%s: takes nothing from it, and may read it again', async (_, path) => {
    for (const streamed of [false, true]) {
      const response = await post(`${path}copied&log`, 'typed', { streamed });
      expect([200, 303]).toContain(response.status);
      expect(response.headers.get('x-read')).toBe('text=typed');
    }
  });

  test.each(calls)('%s: does not break a body over the limit, which is a 413 however it is sent', async (_, path) => {
    for (const streamed of [false, true]) {
      const response = await post(`${path}copied`, 'x'.repeat(MEBIBYTE), { streamed });
      expect(response.status).toBe(413);
      expect(await response.text()).toContain('What you sent is too large. Send at most 1 MB.');
    }
  });
});

describe('middleware of the app that reads a multipart form before its action', () => {
  const parts = (size: number) => {
    const form = new FormData();
    form.set('text', 'x'.repeat(size));
    return new Response(form);
  };

  test.each(
    calls.flatMap(([by, path]) => [
      [by, 'of a length that it says', path, false] as const,
      [by, 'streamed', path, true] as const,
    ]),
  )('%s, %s: does not break a body over the limit, which is a 413', async (_, _how, path, isStreamed) => {
    const { headers, body } = parts(MEBIBYTE);
    const sent = isStreamed ? body : await new Response(body).arrayBuffer();
    const type = headers.get('content-type') ?? '';
    const init = { method: 'POST', body: sent, duplex: 'half', redirect: 'manual' };
    const response = await app.fetch(`${path}parsed`, {
      ...init,
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': type },
    } as RequestInit); // why: TypeScript lacks `duplex`
    expect(response.status).toBe(413);
    expect(await response.text()).toContain('What you sent is too large. Send at most 1 MB.');
  });
});

describe('middleware of the app that reads the body itself before its action', () => {
  test.each(calls)('%s: is told so in the log, and the visitor gets an id', async (_, path) => {
    const response = await post(`${path}taken`, 'typed');
    expect(response.status).toBe(500);
    const id = /\(([0-9a-f]{8})\)/.exec(await response.text())?.[1];
    await expect
      .poll(() => app.output(), { timeout: 5000 })
      .toMatch(new RegExp(`"open", id ${id}:\\s.*read before its action[^]*request\\.clone\\(\\)\\.formData\\(\\)`));
  });
});
