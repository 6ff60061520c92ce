import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filePart, part, times, URL_ENCODED } from '../hostile/support/body.js';
import { type App, startApp } from '../support/app.js';

let app: App;
beforeAll(async () => {
  app = await startApp('test/fixtures/limits');
});
afterAll(() => app.stop());

const MULTIPART = 'multipart/form-data; boundary=XX';

interface Body {
  readonly type: string;
  readonly body: string;
}

const encoded = (...names: string[]): Body => ({
  type: URL_ENCODED,
  body: names.map((name) => `${encodeURIComponent(name)}=x`).join('&'),
});
const inParts = (...all: string[]): Body => ({
  type: MULTIPART,
  body: `${all.map((one) => `--XX\n${one}\n`).join('')}--XX--\n`.replaceAll('\n', '\r\n'),
});

/** The texts in both languages. The limits are those of the fixture's configuration. */
const unreadable = {
  en: 'The form could not be read. Reload the page and try again.',
  de: 'Das Formular war nicht lesbar. Bitte die Seite neu laden und noch einmal versuchen.',
};
const tooLarge = {
  en: 'What you sent is too large. Send at most 4 kB.',
  de: 'Das ist zu groß, um es zu senden. Möglich sind höchstens 4 kB.',
};
const tooManyFields = {
  en: 'The form has too many fields. Send at most 6.',
  de: 'Das Formular hat zu viele Felder. Möglich sind höchstens 6.',
};
const refused: readonly (readonly [string, Body, { readonly en: string; readonly de: string }])[] = [
  ['bytes', { type: URL_ENCODED, body: `tags=${'x'.repeat(4000)}` }, tooLarge],
  ['bytes, multipart', inParts(part('name="tags"', 'x'.repeat(4000))), tooLarge],
  ['names', encoded(...times(7, () => 'tags')), tooManyFields],
  ['names, multipart', inParts(...times(7, () => part('name="tags"', 'x'))), tooManyFields],
  [
    'files',
    inParts(...times(3, (index) => filePart('files', `${index}.txt`, 'x'))),
    { en: 'Choose at most 2 files.', de: 'Bitte höchstens 2 Dateien wählen.' },
  ],
  ['the length of a name', encoded('n'.repeat(17)), unreadable],
  ['the depth of a name', encoded('a.b.c.d'), unreadable],
  [
    'the number of a row',
    encoded('tags[6]'),
    {
      en: 'A list has too many rows. There can be no more than 6.',
      de: 'Eine Liste hat zu viele Zeilen. Möglich sind höchstens 6.',
    },
  ],
  ['what multipart allows', { type: MULTIPART, body: 'nonsense' }, unreadable],
];

const post = async (path: string, { type, body }: Body) => {
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': type };
  const response = await app.fetch(`${path}?_action=site`, { method: 'POST', headers, body });
  return { status: response.status, html: await response.text() };
};

/** What the summary of errors says, and under which heading. */
function summaryOf(html: string): readonly string[] {
  const [, summary = ''] = /<div[^>]*data-action-summary[^>]*>(.*?)<\/div>/s.exec(html) ?? [];
  return [...summary.matchAll(/<(h2|p|li)[^>]*>\s*([^<]+?)\s*</gs)].map(([, , text = '']) => text);
}

describe.each([
  ['/', 'en', 'There is a problem', 'Submit'],
  ['/de/', 'de', 'Bitte prüfen', 'Senden'],
] as const)('a page at %s', (path, language, title, submit) => {
  test.each(refused)('says it in its own words past the limit of %s', async (_, body, said) => {
    const { status, html } = await post(path, body);
    expect([400, 413]).toContain(status);
    expect(html).toContain(`<html lang="${language}">`);
    expect(summaryOf(html)).toEqual([title, said[language]]);
  });

  test('shows no summary for a form within its limits', async () => {
    const { status, html } = await post(path, encoded('tags'));
    expect(status).toBe(303);
    expect(summaryOf(html)).toEqual([]);
  });

  test('labels a submit button that has no label', async () => {
    expect(await (await app.fetch(path)).text()).toMatch(
      new RegExp(`<button type="submit">\\s*${submit}\\s*</button>`),
    );
  });
});
