import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { Visitor } from '../support/visitor.js';
import { withoutCode } from '../support/without-code.js';

const data = mkdtempSync(join(tmpdir(), 'showcase-data-'));
let app: App;
beforeAll(async () => {
  app = await startApp('examples/showcase', { env: { SHOWCASE_DATA: data } });
});
afterAll(async () => {
  await app.stop();
  rmSync(data, { recursive: true, force: true });
});

const login = (password: string) =>
  app.fetch('/_actions/login', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ email: 'ada@example.com', password }),
  });

describe('the showcase', () => {
  test('books for members only, natively and in the island', async () => {
    const stranger = await app.fetch('/_actions/studio.book', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ day: 'Monday', drums: 'blue' }),
    });
    expect(stranger.status).toBe(401);

    const visitor = new Visitor(app);
    const arrived = await visitor.follow(
      await visitor.post(await visitor.get('/login'), [
        ['email', 'ada@example.com'],
        ['password', 'two drums'],
      ]),
    );
    const booked = await visitor.post(arrived, [
      ['day', 'Monday'],
      ['drums', 'blue and pink'],
    ]);
    expect(booked.status).toBe(303);
    expect((await visitor.follow(booked)).text('week')).toContain('blue and pink');
  });

  test('turns away who guesses passwords too fast, and says when to come back', async () => {
    const answers: Response[] = [];
    for (let tries = 0; tries < 40 && answers.at(-1)?.status !== 429; tries += 1) answers.push(await login('a guess'));
    expect(answers.length).toBeGreaterThan(20);
    expect(answers[0]?.status).toBe(401);
    const refused = answers.at(-1)!;
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(await refused.text()).toContain('too often');

    expect((await login('two drums')).status).toBe(429);
    const page = await new Visitor(app).post(await new Visitor(app).get('/login'), [['email', 'ada@example.com']]);
    expect(page.status).toBe(429);
    expect(page.headers.get('retry-after')).not.toBeNull();
    expect(withoutCode(page.html)).toContain('too often');
    expect((await app.fetch('/')).status).toBe(200);
  });
});
