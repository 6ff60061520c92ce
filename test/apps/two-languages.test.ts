/** Requests in two languages that are in flight at the same time: each waits for the other at the same places. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { Visitor, type VisitedPage } from '../support/visitor.js';

const said = {
  en: {
    path: '/',
    own: ['There is a problem', 'Too small', 'Invalid input'],
    others: ['Bitte prüfen', 'Zu klein', 'Ungültige'],
  },
  de: {
    path: '/de/',
    own: ['Bitte prüfen', 'Zu klein', 'Ungültige'],
    others: ['There is a problem', 'Too small', 'Invalid input'],
  },
} as const;
type Language = keyof typeof said;
const languages: Language[] = ['en', 'de'];

let app: App;
let zodBefore: unknown;
let round = 0;
beforeAll(async () => {
  app = await startApp('test/fixtures/two-languages');
  zodBefore = await zod();
});
afterAll(() => app?.stop());
beforeEach(() => {
  round += 1;
});

const zod = async (): Promise<unknown> => (await app.fetch('/zod.json')).json();

/** Sends the form of a page, and comes back when the one of the other language has been sent too. */
async function send(language: Language, name: string, verdict: string, how: Record<string, string>) {
  const visitor = new Visitor(app);
  const page = await visitor.get(said[language].path);
  const values = [
    ['name', name],
    ['ticket', `${round}:${language}:${verdict}`],
  ] as const;
  const headers = { 'x-round': String(round), 'x-language': language, ...how };
  return visitor.post(page, values, { headers, ...('accept' in how && { action: '/_actions/meet' }) });
}

async function sendBoth(order: Language[], name: string, verdict: string, how: Record<string, string>) {
  const pages = await Promise.all(order.map((language) => send(language, name, verdict, how)));
  return order.map((language, at): [Language, VisitedPage] => [language, pages[at]!]);
}

describe.each([
  ['native posts', {}],
  // The browser prefers neither: the page's own language counts.
  ['calls of the island', { accept: 'application/json', 'accept-language': 'fr' }],
])('%s', (kind, how) => {
  test.each([[languages], [languages.toReversed()]])(
    '%j that wait for each other are answered in their own',
    async (order) => {
      for (const [language, page] of await sendBoth(order, 'x', 'wrong', how)) {
        expect(page.status).toBe(400);
        const { own, others } = said[language];
        // Words of the form itself are in a page only.
        for (const text of kind === 'native posts' ? own : own.slice(1)) expect(page.html).toContain(text);
        for (const text of others) expect(page.html).not.toContain(text);
      }
    },
  );

  test.each([[languages], [languages.toReversed()]])('%j have their own language in the handler', async (order) => {
    for (const [language, page] of await sendBoth(order, 'Ada', 'fine', how)) {
      expect(page.html).toContain(`handled: ${language}`);
      expect(page.html).not.toContain(`handled: ${order.find((other) => other !== language)}`);
    }
  });
});

test('Zod is set up for the process as it was, and words in English what it is asked elsewhere', async () => {
  expect(await zod()).toEqual(zodBefore);
  expect(zodBefore).toMatchObject({ customError: 'undefined', words: expect.stringContaining('Too small') });
});
