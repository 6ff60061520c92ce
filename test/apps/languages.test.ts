import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { germanMessages } from '../../src/shared/messages-de.js';
import { defaultMessages } from '../../src/shared/messages.js';
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

const german = ['Bitte prüfen', 'Nachricht', 'Ein Besuch', 'Wir lesen Deutsch', 'Zu klein', 'Ungültig'];
const english = ['There is a problem', 'Message', 'A visit', 'We read German', 'Too small', 'Invalid'];

const nothing = [
  ['name', ''],
  ['email', ''],
  ['message', ''],
] as const;

const manyBytes: [string, string][] = [['message', 'x'.repeat(1024 * 1024)]];
const manyFields = Array.from({ length: 1001 }, (): [string, string] => ['message', 'x']);

/** The island's call of a form on a page. */
async function call(visitor: Visitor, path: string, headers: Record<string, string> = {}) {
  const page = await visitor.get(path);
  return visitor.post(page, nothing, {
    action: '/_actions/contact',
    headers: { ...headers, accept: 'application/json' },
  });
}

describe('a form on pages of two languages', () => {
  test.each([
    ['/contact', english, german],
    ['/de/contact', german, english],
  ])('%s is answered in its own', async (path, own, other) => {
    const visitor = new Visitor(app);
    const page = await visitor.post(await visitor.get(path), nothing);
    expect(page.status).toBe(400);
    const html = withoutCode(page.html);
    for (const text of own) expect(html).toContain(text);
    for (const text of other) expect(html).not.toContain(text);
  });

  test.each<[string, string, [string, string][], string]>([
    ['/contact', 'too many bytes', manyBytes, 'Send at most 1 MB.'],
    ['/de/contact', 'too many bytes', manyBytes, 'Möglich sind höchstens 1 MB.'],
    ['/contact', 'too many fields', manyFields, 'Send at most 1,000.'],
    ['/de/contact', 'too many fields', manyFields, 'Möglich sind höchstens 1.000.'],
  ])('%s is answered in its own where there are %s', async (path, _, values, said) => {
    const visitor = new Visitor(app);
    const page = await visitor.post(await visitor.get(path), values);
    expect(page.status).toBe(413);
    expect(withoutCode(page.html)).toContain(said);
  });

  test('the island too is answered in the language of the page, whatever the browser prefers', async () => {
    const onGerman = await call(new Visitor(app), '/de/contact', { 'accept-language': 'en' });
    expect(onGerman.html).toContain('Zu klein');
    const onEnglish = await call(new Visitor(app), '/contact', { 'accept-language': 'de' });
    expect(onEnglish.html).toContain('Too small');
  });

  test('what is said without any page follows what the browser prefers', async () => {
    const refusal = (language: string) =>
      app.fetch('/_actions/contact', {
        method: 'POST',
        headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example', 'accept-language': language },
        body: new URLSearchParams({ name: 'x' }),
      });
    expect(await (await refusal('de, en;q=0.5')).text()).toContain('nicht angenommen');
    expect(await (await refusal('en, de;q=0.5')).text()).toContain('was not accepted');
  });

  test('a form of an action that is gone is told so', async () => {
    const gone = (language: string) =>
      app.fetch('/_actions/gone', {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin', 'accept-language': language },
        body: new URLSearchParams({ name: 'x' }),
      });
    expect((await gone('en')).status).toBe(404);
    expect(await (await gone('de')).json()).toMatchObject({ code: 'NOT_FOUND', message: germanMessages.formOutdated });
    expect(await (await gone('en')).json()).toMatchObject({ message: defaultMessages.formOutdated });
  });

  test('the page of the island carries the texts that the browser says itself, and no others', async () => {
    const { html } = await new Visitor(app).get('/de/contact');
    expect(html).toContain('data-action-title-prefix="Fehler: "');
    expect(html).toContain('Bitte die Verbindung prüfen');
    expect(html).not.toContain(germanMessages.formUnreadable);
    expect((await new Visitor(app).get('/contact')).html).not.toContain('data-action-messages');
  });
});
