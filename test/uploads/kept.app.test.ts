import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type App, buildApp, startBuild } from '../support/app.js';
import { Visitor, type VisitedPage } from '../support/visitor.js';

let app: App;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-'));
  app = await startBuild(await buildApp('test/fixtures/uploads'), { cwd: folder });
});
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true });
});
afterEach(() => rm(join(folder, '.data/uploads'), { recursive: true, force: true }));

const waiting = async () => (await readdir(join(folder, '.data/uploads')).catch(() => [])).length;
const pdf = (name: string, size = 1000) => new File(['%'.repeat(size)], name, { type: 'application/pdf' });

interface Kept {
  readonly field: string;
  readonly token: string;
  readonly text: string;
  readonly remove: string;
}

/** The kept files that a page shows. */
function keptOf({ html }: VisitedPage): Kept[] {
  return [
    ...html.matchAll(
      /<li><span[^>]*>([^<]*)<\/span><button[^>]* value="([^"]*)"[^>]*>.*?<input type="hidden" name="([^"]*)" value="([^"]*)"[^>]*><\/li>/g,
    ),
  ].map(([, text = '', remove = '', field = '', token = '']) => ({
    field,
    token,
    text,
    remove: remove.replaceAll('&quot;', '"'),
  }));
}

type Values = (readonly [string, string | File])[];
const tokens = (page: VisitedPage): Values => keptOf(page).map(({ field, token }) => [field, token] as const);
const post = (visitor: Visitor, page: VisitedPage, values: Values, options = {}) =>
  visitor.post(page, values, { multipart: true, form: 'apply', ...options });
const dataOf = (page: VisitedPage) => JSON.parse(page.text('result')) as { files: { name: string; size: number }[] };
const names = (page: VisitedPage) => dataOf(page).files.map(({ name }) => name);
const shows = (page: VisitedPage) => keptOf(page).map(({ field, text }) => `${field}: ${text}`);

async function visit(path = '/apply') {
  const visitor = new Visitor(app);
  return { visitor, first: await visitor.get(path) };
}

describe('a form that failed', () => {
  test.each([
    ['in place', '/apply', 400],
    ['by a redirect', '/apply?redirect', 200],
  ])('%s: its file is named, and sent with the next submission in its place', async (_, path, status) => {
    const { visitor, first } = await visit(path);
    expect(first.html).toMatch(/<input[^>]* name="cv"[^>]* required/);
    let page = await post(visitor, first, [
      ['name', ''],
      ['cv', pdf('cv.pdf', 1_200_000)],
    ]);
    if (status === 200) page = await visitor.follow(page);
    expect(page.status).toBe(status);
    expect(shows(page)).toEqual(['cv: Kept: cv.pdf (1.2 MB)']);
    expect(page.html).toContain('Enter your name');
    expect(page.html).not.toMatch(/<input[^>]* name="cv"[^>]* required/);
    expect(page.html).toMatch(
      /<input[^>]* name="cv"[^>]* aria-describedby="apply-cv-hint apply-cv-kept-0 apply-cv-error"/,
    );
    expect(page.text('shown')).not.toContain('kept');
    expect(await waiting()).toBe(1);

    const done = await post(visitor, page, [['name', 'Ada'], ...tokens(page), ['cv', new File([], '')]]);
    expect(done.status, done.html).toBe(303);
    const arrived = await visitor.follow(done);
    expect(dataOf(arrived).files).toEqual([
      expect.objectContaining({ name: 'cv.pdf', type: 'application/pdf', size: 1_200_000, isFile: true }),
    ]);
    expect(await waiting()).toBe(0);
  });

  test.each([
    ['again and again', [['name', '']], ['taken', 'crash', 'Ada']],
    ['because of its handler', [['name', 'taken']], ['Ada']],
    ['unexpectedly', [['name', 'crash']], ['Ada']],
  ] as [string, Values, string[]][])('%s: its files stay', async (_, values, next) => {
    const { visitor, first } = await visit();
    let page = await post(visitor, first, [
      ...values,
      ['cv', pdf('cv.pdf')],
      ['papers', pdf('a')],
      ['papers', pdf('b')],
    ]);
    for (const name of next) {
      expect(shows(page)).toEqual(['cv: Kept: cv.pdf (1 kB)', 'papers: Kept: a (1 kB)', 'papers: Kept: b (1 kB)']);
      page = await post(visitor, page, [['name', name], ...tokens(page)]);
    }
    expect(names(await visitor.follow(page))).toEqual(['cv.pdf', 'a', 'b']);
  });

  test('a file that is refused is not kept, others are', async () => {
    const { visitor, first } = await visit();
    const page = await post(visitor, first, [
      ['name', 'Ada'],
      ['cv', pdf('cv.pdf', 1_500_001)],
      ['papers', pdf('a')],
      ['papers', pdf('b', 1_000_001)],
      ['papers', pdf('c')],
    ]);
    expect(page.html).toContain('The CV is too large');
    expect(shows(page)).toEqual(['papers: Kept: a (1 kB)', 'papers: Kept: c (1 kB)']);
    expect(page.html).toMatch(/<input[^>]* name="cv"[^>]* required/);
    expect(await waiting()).toBe(2);
  });

  test('a kept file that the handler refuses later is deleted', async () => {
    const { visitor, first } = await visit();
    const page = await post(visitor, first, [
      ['name', ''],
      ['cv', pdf('cv.pdf')],
    ]);
    const refused = await post(visitor, page, [['name', 'virus'], ...tokens(page)]);
    expect(refused.html).toContain('The CV holds a virus');
    expect(shows(refused)).toEqual([]);
    expect(await waiting()).toBe(0);
  });

  test('nothing is kept of what a guard has refused', async () => {
    const { visitor, first } = await visit('/more');
    const page = await post(visitor, first, [['cv', pdf('cv.pdf')]], { form: 'guarded' });
    expect(page.status).toBe(401);
    expect(await waiting()).toBe(0);
  });

  test('too many files are all kept, so that one of them can be removed', async () => {
    const { visitor, first } = await visit();
    const papers: Values = ['a', 'b', 'c', 'd'].map((name) => ['papers', pdf(name)]);
    const page = await post(visitor, first, [['name', 'Ada'], ['cv', pdf('cv.pdf')], ...papers]);
    expect(page.html).toContain('Send 3 papers at most');
    const [, second] = keptOf(page).filter(({ field }) => field === 'papers');
    const removed = await post(visitor, page, [
      ['name', 'Ada'],
      ...tokens(page),
      ['_action_intent', second?.remove ?? ''],
    ]);
    expect(removed.status).toBe(200);
    expect(removed.html).toContain('value="Ada"');
    expect(shows(removed).map((text) => text.slice(-10))).toEqual(
      ['f (1 kB)', 'a (1 kB)', 'c (1 kB)', 'd (1 kB)'].map((text) => expect.stringContaining(text)),
    );
    expect(removed.html).not.toContain('Send 3 papers at most');
    expect(await waiting()).toBe(4);
    const done = await post(visitor, removed, [['name', 'Ada'], ...tokens(removed)]);
    expect(names(await visitor.follow(done))).toEqual(['cv.pdf', 'a', 'c', 'd']);
  });
});

describe('a kept file and a new one', () => {
  test('the update button keeps what was chosen, and so does the next one', async () => {
    const { visitor, first } = await visit();
    const update = ['_action_intent', '["update"]'] as const;
    const page = await post(visitor, first, [['name', 'Ada'], ['cv', pdf('cv.pdf')], ['papers', pdf('a')], update]);
    expect([page.status, shows(page)]).toEqual([200, ['cv: Kept: cv.pdf (1 kB)', 'papers: Kept: a (1 kB)']]);
    const again = await post(visitor, page, [['name', 'Ada'], ...tokens(page), ['papers', pdf('b')], update]);
    expect(shows(again)).toEqual(['cv: Kept: cv.pdf (1 kB)', 'papers: Kept: a (1 kB)', 'papers: Kept: b (1 kB)']);
    const done = await visitor.follow(await post(visitor, again, [['name', 'Ada'], ...tokens(again)]));
    expect(names(done)).toEqual(['cv.pdf', 'a', 'b']);
    expect(await waiting()).toBe(0);
  });

  test('of one file the new one is meant, and the old one is let go of', async () => {
    const { visitor, first } = await visit();
    const page = await post(visitor, first, [
      ['name', ''],
      ['cv', pdf('old.pdf')],
    ]);
    const again = await post(visitor, page, [['name', ''], ...tokens(page), ['cv', pdf('new.pdf')]]);
    expect(shows(again)).toEqual(['cv: Kept: new.pdf (1 kB)']);
    expect(await waiting()).toBe(1);
    const done = await post(visitor, again, [['name', 'Ada'], ...tokens(again), ['cv', pdf('newest.pdf')]]);
    expect(names(await visitor.follow(done))).toEqual(['newest.pdf']);
    expect(await waiting()).toBe(0);
  });

  test('several are added to', async () => {
    const { visitor, first } = await visit();
    const page = await post(visitor, first, [
      ['name', ''],
      ['cv', pdf('cv.pdf')],
      ['papers', pdf('a')],
    ]);
    const done = await post(visitor, page, [['name', 'Ada'], ...tokens(page), ['papers', pdf('b')]]);
    expect(names(await visitor.follow(done))).toEqual(['cv.pdf', 'a', 'b']);
  });

  test('one that is removed is asked for again', async () => {
    const { visitor, first } = await visit();
    const page = await post(visitor, first, [
      ['name', ''],
      ['cv', pdf('cv.pdf')],
    ]);
    const [cv] = keptOf(page);
    const removed = await post(visitor, page, [['name', 'Ada'], ...tokens(page), ['_action_intent', cv?.remove ?? '']]);
    expect(shows(removed)).toEqual([]);
    expect(removed.html).toMatch(/<input[^>]* name="cv"[^>]* required/);
    expect(await waiting()).toBe(0);
    const failed = await post(visitor, removed, [['name', 'Ada']]);
    expect(failed.html).toContain('Choose your CV');
  });
});

describe('rows', () => {
  test('files go where their rows go, also such as were only just chosen', async () => {
    const { visitor, first } = await visit();
    const rows = (page: VisitedPage) => shows(page).filter((text) => text.startsWith('jobs'));
    let page = await post(visitor, first, [
      ['name', ''],
      ['cv', pdf('cv.pdf')],
      ['jobs[0].title', 'One'],
      ['jobs[0].letter', pdf('one')],
      ['jobs[1].title', 'Two'],
    ]);
    const edit = async (intent: string, values: Values = []) => {
      const texts = [...page.html.matchAll(/<input[^>]* name="(jobs[^"]*title)"[^>]*?(?: value="([^"]*)")?>/g)];
      const titles = texts.map(([, name = '', value = '']) => [name, value] as const);
      page = await post(visitor, page, [
        ['name', ''],
        ...tokens(page),
        ...titles,
        ...values,
        ['_action_intent', intent],
      ]);
      expect(page.status).toBe(200);
    };
    await edit('["down","jobs",0]', [['jobs[1].letter', pdf('two')]]);
    expect(rows(page)).toEqual(['jobs[0].letter: Kept: two (1 kB)', 'jobs[1].letter: Kept: one (1 kB)']);
    await edit('["insert","jobs",0]');
    await edit('["duplicate","jobs",1]');
    expect(rows(page)).toEqual([
      'jobs[1].letter: Kept: two (1 kB)',
      'jobs[2].letter: Kept: two (1 kB)',
      'jobs[3].letter: Kept: one (1 kB)',
    ]);
    await edit('["remove","jobs",0]');
    await edit(
      keptOf(page)
        .find(({ field }) => field === 'jobs[0].letter')
        ?.remove.replace('discard', 'remove') ?? '',
    );
    expect(rows(page)).toHaveLength(3);
    await edit('["remove","jobs",0]');
    expect(rows(page)).toEqual(['jobs[0].letter: Kept: two (1 kB)', 'jobs[1].letter: Kept: one (1 kB)']);
    const done = await post(visitor, page, [
      ['name', 'Ada'],
      ...tokens(page),
      ['jobs[0].title', 'Two'],
      ['jobs[1].title', 'One'],
    ]);
    expect(JSON.parse((await visitor.follow(done)).text('result'))).toMatchObject({ letters: ['two', 'one'] });
    expect(await waiting()).toBe(0);
  });

  test('a file in two rows stays for one when the other gets a new one, or is refused', async () => {
    const { visitor, first } = await visit();
    const values: Values = [
      ['name', ''],
      ['jobs[0].title', 'One'],
      ['jobs[0].letter', pdf('one')],
    ];
    const page = await post(visitor, first, [...values, ['_action_intent', '["duplicate","jobs",0]']]);
    const renewed = await post(visitor, page, [['name', ''], ...tokens(page), ['jobs[1].letter', pdf('two')]]);
    expect(shows(renewed)).toEqual(['jobs[0].letter: Kept: one (1 kB)', 'jobs[1].letter: Kept: two (1 kB)']);
    expect(await waiting()).toBe(2);
    const refused = await post(visitor, page, [
      ['name', 'letter'],
      ['cv', pdf('cv.pdf')],
      ['jobs[0].title', 'One'],
      ['jobs[1].title', 'Two'],
      ...tokens(page),
    ]);
    expect(shows(refused)).toEqual(['cv: Kept: cv.pdf (1 kB)', 'jobs[1].letter: Kept: one (1 kB)']);
    expect(await waiting()).toBe(3);
    const both = await post(visitor, renewed, [
      ['name', ''],
      ...tokens(renewed),
      ['jobs[0].letter', pdf('three')],
      ['jobs[1].letter', pdf('four')],
    ]);
    expect(shows(both)).toEqual(['jobs[0].letter: Kept: three (1 kB)', 'jobs[1].letter: Kept: four (1 kB)']);
    expect(await waiting()).toBe(3);
  });

  test('a file in two rows stays for one when it is removed from the other', async () => {
    const { visitor, first } = await visit();
    const values: Values = [
      ['name', ''],
      ['jobs[0].title', 'One'],
      ['jobs[0].letter', pdf('one')],
    ];
    const page = await post(visitor, first, [...values, ['_action_intent', '["duplicate","jobs",0]']]);
    const [one, second] = keptOf(page);
    expect(one?.token).toBe(second?.token);
    const removed = await post(visitor, page, [
      ['name', ''],
      ...tokens(page),
      ['_action_intent', second?.remove ?? ''],
    ]);
    expect(shows(removed)).toEqual(['jobs[0].letter: Kept: one (1 kB)']);
    expect(await waiting()).toBe(1);
    const both = await post(visitor, removed, [
      ['name', ''],
      ...tokens(removed),
      ['_action_intent', one?.remove ?? ''],
    ]);
    expect(shows(both)).toEqual([]);
    expect(await waiting()).toBe(0);
  });
});

describe('a token', () => {
  const send = async (visitor: Visitor, page: VisitedPage, values: Values, options = {}) =>
    post(visitor, page, [['name', 'Ada'], ...values], options);
  const failed = async () => {
    const { visitor, first } = await visit();
    const page = await post(visitor, first, [
      ['name', ''],
      ['cv', pdf('cv.pdf')],
      ['papers', pdf('a')],
    ]);
    const [cv, paper] = keptOf(page).map(({ token }) => token);
    return { visitor, page, cv: cv ?? '', paper: paper ?? '' };
  };
  const GONE = 'This file is no longer here. Choose it again.';

  test.each<[string, (token: string) => string]>([
    ['with a character changed', (token) => token.slice(0, -5) + (token.at(-5) === 'A' ? 'B' : 'A') + token.slice(-4)],
    ['that was cut', (token) => token.slice(0, -10)],
    ['of the name of another binding', (token) => token.replace(/^kept\.[^.]{5}/, 'kept.AAAAA')],
    ['of nothing', () => 'kept.AAAAA.x'],
    ['of a path', () => 'kept.AAAAA.1.../../etc/passwd'],
    ['of another secret', () => `kept.AAAAA.1.AAAAAAAA.${'A'.repeat(200)}`],
  ])('%s is no file, and is told so beside its field', async (_, change) => {
    const { visitor, page, cv } = await failed();
    const refused = await send(visitor, page, [['cv', change(cv)]]);
    expect(refused.status).toBe(400);
    expect(refused.text('apply-cv-error')).toBe(GONE);
    expect(refused.html).not.toContain('Choose your CV');
    expect(shows(refused)).toEqual([]);
  });

  test.each([
    ['of another field', 'apply', 'paper', 'cv'],
    ['of another action', 'other', 'cv', 'cv'],
    ['of another action, in another field', 'other', 'cv', 'copy'],
  ] as const)('%s is no file', async (_, form, which, field) => {
    const { visitor, ...kept } = await failed();
    const page = await visitor.get(form === 'other' ? '/more' : '/apply');
    const refused = await send(visitor, page, [[field, kept[which]]], { form });
    expect(refused.status).toBe(400);
    expect(refused.text(`${form}-${field}-error`)).toBe(GONE);
  });

  test('of another browser is no file', async () => {
    const { cv } = await failed();
    const stranger = new Visitor(app);
    const refused = await send(stranger, await stranger.get('/apply'), [['cv', cv]]);
    expect(refused.text('apply-cv-error')).toBe(GONE);
    // One with a binding of its own is no nearer to it.
    const known = await send(stranger, await post(stranger, await stranger.get('/apply'), [['cv', pdf('x')]]), [
      ['cv', cv],
    ]);
    expect(known.text('apply-cv-error')).toBe(GONE);
  });

  test('of a file that is not there any more is no file', async () => {
    const { visitor, page, cv } = await failed();
    await rm(join(folder, '.data/uploads'), { recursive: true });
    const refused = await send(visitor, page, [['cv', cv]]);
    expect(refused.text('apply-cv-error')).toBe(GONE);
  });

  test('in a field that takes no file is a text', async () => {
    const { visitor, page, cv } = await failed();
    const done = await visitor.follow(
      await post(visitor, page, [
        ['name', cv],
        ['cv', cv],
      ]),
    );
    expect(names(done)).toEqual(['cv.pdf']);
  });

  test.each(['kept ', 'kept [', 'kept {}', 'kept ["token","id","a name made up",1]'])(
    '%j in its place is no kept file, and the form is shown',
    async (text) => {
      const { visitor, page } = await failed();
      const values: Values = [
        ['name', ''],
        ['cv', text],
        ['papers', text],
        ['jobs[0].letter', text],
      ];
      for (const [intent, status] of [
        [undefined, 400],
        ['["update"]', 200],
        ['["discard","cv","id"]', 200],
      ] as const) {
        const button: Values = intent === undefined ? [] : [['_action_intent', intent]];
        const shown = await post(visitor, page, [...values, ...button]);
        expect(shown.status).toBe(status);
        expect(shows(shown)).toEqual([]);
      }
    },
  );

  test('sent twice for one file is an error of its field, as any other value', async () => {
    const { visitor, page, cv } = await failed();
    const refused = await send(visitor, page, [
      ['cv', cv],
      ['cv', cv],
    ]);
    expect(refused.status).toBe(400);
    expect(refused.text('apply-cv-error')).not.toBe('');
  });

  test('that is sent a thousand times is refused by the limit of files', async () => {
    const { visitor, page, paper } = await failed();
    const many = Array.from({ length: 900 }, () => ['papers', paper] as const);
    const refused = await send(visitor, page, many);
    expect(refused.status).toBe(413);
  });

  test('is taken by a call of the island too, which leaves it until it succeeds', async () => {
    const { visitor, page, cv } = await failed();
    const call = async (name: string) => {
      const record = /name="_action_form" value="([^"]*)"/.exec(page.html)?.[1] ?? '';
      const cookie = [...visitor.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
      const body = new URLSearchParams({ _action_form: record, name, cv });
      const answer = await app.fetch('/_actions/apply', {
        method: 'POST',
        body,
        headers: { 'sec-fetch-site': 'same-origin', cookie },
      });
      return answer.status;
    };
    expect(await call('')).toBe(400);
    expect(await call('taken')).toBe(400);
    expect(await waiting()).toBe(2);
    expect(await call('Ada')).toBe(200);
    expect(await waiting()).toBe(1);
  });
});

test('the same submission twice is done once, also when its kept file has been deleted meanwhile', async () => {
  const { visitor, first } = await visit('/more');
  const runs = async () => (await app.fetch('/runs.json')).json();
  const page = await post(
    visitor,
    first,
    [
      ['name', ''],
      ['cv', pdf('cv.pdf')],
    ],
    { form: 'once' },
  );
  expect(shows(page)).toEqual(['cv: Kept: cv.pdf (1 kB)']);
  const before = Number(await runs());
  for (let round = 0; round < 2; round += 1) {
    const done = await visitor.follow(await post(visitor, page, [['name', 'Ada'], ...tokens(page)], { form: 'once' }));
    expect(JSON.parse(done.text('done'))).toMatchObject({ name: 'cv.pdf', size: 1000 });
  }
  expect(await runs()).toBe(before + 1);
});

test('a page prints kept files in markup of its own', async () => {
  const { visitor, first } = await visit('/more');
  const values: Values = [
    ['cv', pdf('cv.pdf')],
    ['copy', 'no file'],
  ];
  const page = await post(visitor, first, values, { form: 'other' });
  expect(page.html.replaceAll(/\s+/g, ' ')).toMatch(
    /<p>cv\.pdf, 1000 bytes <input type="hidden" name="cv" value="kept\.[^"]*"[^>]*> <button type="submit"[^>]*>Away with it<\/button>/,
  );
  const token = / name="cv" value="(kept\.[^"]*)"/.exec(page.html)?.[1] ?? '';
  expect((await post(visitor, page, [['cv', token]], { form: 'other' })).status).toBe(303);
});

describe('on a driver of unstorage', () => {
  let driven: App;
  let cwd: string;
  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'driven-'));
    driven = await startBuild(await buildApp('test/fixtures/uploads', { UPLOADS: 'driver' }), { cwd });
  });
  afterAll(async () => {
    await driven.stop();
    await rm(cwd, { recursive: true });
  });

  test('files wait there, on no disk of ours, and are deleted when they have been handed over', async () => {
    const left = async (path: string) => (await readdir(join(cwd, path), { recursive: true }).catch(() => [])).length;
    const visitor = new Visitor(driven);
    const page = await post(visitor, await visitor.get('/apply'), [
      ['name', ''],
      ['cv', pdf('cv.pdf', 1_200_000)],
    ]);
    expect(shows(page)).toEqual(['cv: Kept: cv.pdf (1.2 MB)']);
    expect(await left('.data/driver')).toBeGreaterThan(3);
    expect(await left('.data/uploads')).toBe(0);
    const done = await visitor.follow(await post(visitor, page, [['name', 'Ada'], ...tokens(page)]));
    expect(dataOf(done).files).toMatchObject([{ name: 'cv.pdf', size: 1_200_000, isFile: true }]);
    expect(await left('.data/driver')).toBeLessThan(2);
    expect(await left('.data/uploads')).toBe(0);
  });
});
