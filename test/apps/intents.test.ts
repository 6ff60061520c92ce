import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../support/app.js';
import { startTrouble } from '../support/trouble.js';
import { Visitor } from '../support/visitor.js';

let app: App;
beforeAll(async () => {
  app = await startTrouble();
});
afterAll(() => app.stop());

const update: [string, string] = ['_action_intent', '["update"]'];
const runs = async (): Promise<string[]> => (await app.fetch('/runs.json')).json();

/** The page of the checked form after it was refused, as a browser has it that goes on with it. */
async function refused(visitor: Visitor) {
  return visitor.post(await visitor.get('/checked'), [['name', 'Bo']]);
}

describe('a form that cannot be edited is answered as a submission of it would be', () => {
  test.each<[string, [string, string][], number, string]>([
    [
      'past a limit of rows',
      [['rows[5000].sku', 'x']],
      400,
      'A list has too many rows. There can be no more than 1,001.',
    ],
    ['past a limit of depth', [['a.b.c.d.e.f.g.h.i.j', 'x']], 400, 'The form could not be read.'],
    [
      'past a limit of names',
      [['name', 'x'.repeat(3)], ...many('tags', 1001)],
      413,
      'The form has too many fields. Send at most 1,000.',
    ],
    ['whose schema throws', [['trap', 'throw']], 500, 'id'],
  ])('after a failure, one %s', async (_, values, status, text) => {
    const visitor = new Visitor(app);
    const page = await visitor.post(await refused(visitor), [...values, update]);
    expect(page.status).toBe(status);
    expect(page.html).toContain('<title>Checked</title>');
    expect(page.html).toContain(text.replaceAll('"', '&quot;'));
    expect(page.html).not.toContain('hunter2');
  });

  test('before one, a form past a limit is not shown empty as if nothing was wrong', async () => {
    const visitor = new Visitor(app);
    const page = await visitor.post(await visitor.get('/checked'), [['a.b.c.d.e.f.g.h.i.j', 'x'], update]);
    expect(page.status).toBe(400);
  });

  test('one of an action that takes JSON', async () => {
    const visitor = new Visitor(app);
    const page = await visitor.get('/checked');
    const posted = await visitor.post(page, [update], { action: '/checked?_action=jsonSymbol', record: null });
    expect(posted.status).toBe(415);
    expect(await runs()).not.toContain('jsonSymbol');
  });
});

test('a program that was let in for the sake of an action has no page run by an intent', async () => {
  const send = (intent: string) =>
    app.fetch('/checked?_action=program', { method: 'POST', body: new URLSearchParams({ _action_intent: intent }) });
  const response = await send('["update"]');
  expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/json']);
  expect(await runs()).not.toContain('program');
});

test("an action's schema is not asked where its guards were not", async () => {
  const visitor = new Visitor(app);
  const own = '/?form=members&_action=members';
  const page = await visitor.post(await visitor.get('/?form=members'), [['text', '']], { action: own });
  expect(page.status).toBe(401);
  const other = await visitor.post(page, [['text', ''], update], { action: '/?form=members&_action=open' });
  expect(other.status).toBe(200);
  expect(other.html).not.toContain('Write something');
});

function many(name: string, count: number): [string, string][] {
  return Array.from({ length: count }, () => [name, '']);
}
