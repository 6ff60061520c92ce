import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, startApp } from '../support/app.js';

let app: App;

beforeAll(async () => {
  app = await startApp('test/fixtures/returned-error');
});

afterAll(() => app.stop());

describe.each(['returned', 'thrown'])('an ActionError that a handler has %s', (action) => {
  test('is the error of a call in frontmatter', async () => {
    const html = await (await app.fetch('/?seats=5')).text();
    expect(html).toContain(`<p id="${action}">CONFLICT 409 Only 4 seats are left. true true</p>`);
  });

  test('is the error of a call over HTTP', async () => {
    const response = await call(action, 5);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      type: 'AstroActionError',
      code: 'CONFLICT',
      message: 'Only 4 seats are left.',
    });
  });

  test('leaves the other outcome alone', async () => {
    expect(await (await app.fetch('/?seats=3')).text()).toContain(`<p id="${action}">booked 3</p>`);
    const response = await call(action, 3);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/json+devalue');
  });
});

function call(action: string, seats: number): Promise<Response> {
  const headers = { 'content-type': 'application/json', accept: 'application/json', origin: app.url };
  return app.fetch(`/_actions/${action}`, { method: 'POST', headers, body: JSON.stringify({ seats }) });
}
