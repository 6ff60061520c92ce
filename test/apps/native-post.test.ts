import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { valueOf, Visitor } from '../support/visitor.js';

let app: App;
beforeAll(async () => {
  app = await startApp('test/fixtures/site');
});
afterAll(() => app.stop());

const good: [string, string][] = [
  ['name', 'Ada'],
  ['bio', 'Line one\r\nLine two'],
  ['color', 'green'],
  ['sizes', ''],
  ['sizes', 's'],
  ['sizes', 'l'],
  ['plan', 'paid'],
  ['tags', ''],
  ['tags', 'b'],
  ['agree', 'false'],
  ['agree', 'true'],
  ['news', 'false'],
  ['birthday', '1815-12-10'],
  ['age', '36'],
  ['password', 'correct horse'],
  ['address.street', 'St James’s Square 12'],
  ['address.zip', '12345'],
  ['items[0].sku', 'A-1'],
  ['items[0].qty', '2'],
];
const replaced = (changes: Record<string, string>): [string, string][] =>
  good.map(([name, value]) => [name, changes[name] ?? value]);

const runs = async (): Promise<Record<string, number>> => (await app.fetch('/runs.json')).json();

describe('N1: a valid post', () => {
  test('is answered with 303, and the result is readable on the page arrived at', async () => {
    const visitor = new Visitor(app);
    const posted = await visitor.post(await visitor.get('/profile'), good);
    expect(posted.status).toBe(303);
    const arrived = await visitor.follow(posted);
    expect(arrived.status).toBe(200);
    const data = JSON.parse(arrived.text('result'));
    expect(data).toMatchObject({
      name: 'Ada',
      bio: 'Line one\nLine two',
      color: 'green',
      sizes: ['s', 'l'],
      plan: 'paid',
      tags: ['b'],
      agree: true,
      news: false,
      birthday: '1815-12-10T00:00:00.000Z',
      age: 36,
      address: { street: 'St James’s Square 12', zip: '12345' },
      items: [{ sku: 'A-1', qty: 2 }],
    });
    expect(JSON.parse(arrived.text('action-result'))).toEqual(data);
    expect(arrived.headers.get('cache-control')).toBe('private, no-cache');
  });

  test('reloading the page arrived at posts and runs nothing, and shows the same', async () => {
    const visitor = new Visitor(app);
    const posted = await visitor.post(await visitor.get('/profile'), good);
    const before = await runs();
    const [first, second] = [await visitor.follow(posted), await visitor.follow(posted)];
    expect(second.text('result')).toBe(first.text('result'));
    expect(await runs()).toEqual(before);
  });

  test('redirects to where the action says, with data, message and fragment', async () => {
    const visitor = new Visitor(app);
    const posted = await visitor.post(await visitor.get('/thank'), [['text', 'the <b>fish</b>']]);
    expect(posted.status).toBe(303);
    expect(posted.headers.get('location')).toMatch(/^\/arrived\?from=thank&_result=[\w-]{22}#end$/);
    const arrived = await visitor.follow(posted);
    expect(arrived.text('message')).toBe('Thank you for “the <b>fish</b>”');
    expect(arrived.text('action-result')).toBe('the <b>fish</b>');
    expect(arrived.text('form-result')).toBe('the <b>fish</b>');
    expect(arrived.text('when')).toBe('1970-01-01T00:00:00.000Z');
  });

  test('with neither data nor message has no cookie and no query', async () => {
    const visitor = new Visitor(app);
    const posted = await visitor.post(await visitor.get('/any?form=silent'), [['text', 'x']]);
    expect(posted.status).toBe(303);
    expect(posted.headers.get('location')).toBe('/any?form=silent');
    expect(visitor.cookies.size).toBe(0);
  });

  test('with neither says the words that its page has for that: nothing is stored, and the query stays', async () => {
    const visitor = new Visitor(app);
    const posted = await visitor.post(await visitor.get('/said?from=here'), [['text', 'x']]);
    expect(posted.headers.get('location')).toMatch(/^\/said\?from=here&_result=[\w-]{22}\.[\w.-]+$/);
    expect((await visitor.follow(posted)).text('status')).toBe('Saved.');
    expect((await visitor.get('/said?from=here')).text('status')).toBe('');
    expect((await new Visitor(app).get(posted.headers.get('location') ?? '')).text('status')).toBe('');
  });

  test('that leaves for another site takes nothing along', async () => {
    const visitor = new Visitor(app);
    const posted = await visitor.post(await visitor.get('/any?form=away'), []);
    expect(posted.headers.get('location')).toBe('https://pay.example/start?x=1');
    expect(visitor.cookies.size).toBe(0);
  });

  test('whose data cannot be serialised has run, and says so with a 500', async () => {
    const visitor = new Visitor(app);
    const posted = await visitor.post(await visitor.get('/any?form=unserialisable'), []);
    expect(posted.status).toBe(500);
  });
});

describe('N2, N3: an invalid post', () => {
  const bad = replaced({
    name: 'A',
    age: 'abc',
    'address.zip': '1',
    birthday: '2024-02-30',
    agree: 'false',
    password: 'hunter2',
    'items[0].qty': '0',
  });

  test('is the page again, 4xx, each error beside its field, every typed value kept', async () => {
    const visitor = new Visitor(app);
    const { status, html, text } = await visitor.post(await visitor.get('/profile'), bad);
    expect(status).toBe(400);
    expect(text('profile-name-error')).toBe('Enter your name');
    expect(text('profile-age-error')).toBe('Enter a number');
    expect(text('profile-address-zip-error')).toBe('Five digits');
    expect(text('profile-birthday-error')).toBe('Enter a date');
    expect(text('profile-agree-error')).toBe('Agree to go on');
    expect(text('profile-items-0-qty-error')).toBe('One at least');
    expect(text('profile-address-street-error')).toBe('');
    expect(html).toContain('<title>Error: Profile</title>');

    expect(valueOf(html, 'name')).toBe('A');
    expect(valueOf(html, 'age')).toBe('abc');
    expect(valueOf(html, 'birthday')).toBe('2024-02-30');
    expect(valueOf(html, 'address.street')).toBe('St James’s Square 12');
    expect(valueOf(html, 'items[0].sku')).toBe('A-1');
    expect(html).toMatch(/<textarea[^>]*>\s*Line one\r?\nLine two<\/textarea>/);
    expect(html).toMatch(/<option[^>]*value="green"[^>]* selected/);
    expect(html).toMatch(/<option[^>]*value="s"[^>]* selected/);
    expect(html).not.toMatch(/<option[^>]*value="m"[^>]* selected/);
    expect(html).toMatch(/<input[^>]*name="plan"[^>]*value="paid"[^>]* checked/);
    expect(html).toMatch(/<input[^>]*name="tags"[^>]*value="b"[^>]* checked/);
    expect(html).not.toMatch(/<input(?=[^>]*name="news")(?=[^>]*type="checkbox")[^>]* checked/);
  });

  test('has no secret in its HTML, and stores nothing', async () => {
    const visitor = new Visitor(app);
    const { html } = await visitor.post(await visitor.get('/profile'), bad);
    expect(html).not.toContain('hunter2');
    expect(visitor.cookies.size).toBe(0);
  });

  test('does not run the handler', async () => {
    const visitor = new Visitor(app);
    const before = await runs();
    await visitor.post(await visitor.get('/profile'), bad);
    expect(await runs()).toEqual(before);
  });

  test('with a file does not echo it', async () => {
    const visitor = new Visitor(app);
    const page = await visitor.get('/any?form=upload');
    const file = new File(['content of the file'], 'plan.txt');
    const { html, status } = await visitor.post(
      page,
      [
        ['title', ''],
        ['file', file],
      ],
      { multipart: true },
    );
    expect(status).toBe(400);
    expect(html).toContain('Enter a title');
    expect(html).not.toContain('content of the file');
  });
});

describe('N4: other query parameters of the page', () => {
  test.each([
    ['after a success', good, 303],
    ['after a failure', replaced({ name: 'A' }), 400],
  ])('are still there %s', async (_, values, status) => {
    const visitor = new Visitor(app);
    const posted = await visitor.post(await visitor.get('/profile?page=2&q=a%26b'), values);
    expect(posted.status).toBe(status);
    if (status === 303) expect(posted.headers.get('location')).toMatch(/^\/profile\?page=2&q=a%26b&_result=[\w-]{22}$/);
    else expect(posted.html).toContain('action="?page=2&amp;q=a%26b&amp;_action=profile"');
  });
});

describe('N5: one field fixed and posted again', () => {
  test('only its error is gone', async () => {
    const visitor = new Visitor(app);
    const first = await visitor.post(await visitor.get('/profile'), replaced({ name: 'A', age: 'abc' }));
    const second = await visitor.post(first, replaced({ name: 'Ada', age: 'abc' }));
    expect(second.text('profile-name-error')).toBe('');
    expect(second.text('profile-age-error')).toBe('Enter a number');
    expect((await visitor.post(second, good)).status).toBe(303);
  });
});

describe('N6: an ActionError of the handler', () => {
  test.each([
    ['ctx.invalid', 'Taken', 409, 'profile-name-error', 'That name is taken'],
    ['ctx.invalid on a row', 'Row', 409, 'profile-items-0-sku-error', 'Sold out'],
    ['fields', 'Fields', 403, 'profile-address-street-error', 'Not there'],
  ])('with %s is beside its field, under its own status', async (_, name, status, id, message) => {
    const visitor = new Visitor(app);
    const posted = await visitor.post(await visitor.get('/profile'), replaced({ name }));
    expect(posted.status).toBe(status);
    expect(posted.text(id)).toBe(message);
    expect(valueOf(posted.html, 'name')).toBe(name);
  });

  test.each([
    ['thrown', 'Whole', 402, 'Pay first'],
    ['returned', 'Returned', 410, 'Too late'],
  ])('without fields, %s, is in the summary, under its own status', async (_, name, status, message) => {
    const visitor = new Visitor(app);
    const posted = await visitor.post(await visitor.get('/profile'), replaced({ name }));
    expect(posted.status).toBe(status);
    expect(posted.html).toMatch(new RegExp(`<li>\\s*${message}\\s*</li>`));
  });
});

describe('N7: an unexpected exception', () => {
  test('is a 500 with an id, the values and no text of the exception', async () => {
    const visitor = new Visitor(app);
    const posted = await visitor.post(await visitor.get('/profile'), replaced({ name: 'Crash' }));
    expect(posted.status).toBe(500);
    expect(posted.html).not.toContain('hunter2');
    expect(posted.html).not.toContain('secret.ts');
    const id = /Something went wrong on our side[^(]*\((\w{8})\)/.exec(posted.html)?.[1];
    expect(app.output()).toContain(`id ${id}`);
    expect(app.output()).toContain('hunter2');
    expect(valueOf(posted.html, 'name')).toBe('Crash');
  });
});

describe('N8, N9: buttons', () => {
  test('N8: name and value of the button that was clicked arrive', async () => {
    const visitor = new Visitor(app);
    const posted = await visitor.post(await visitor.get('/buttons'), [
      ['text', 'x'],
      ['intent', 'publish'],
    ]);
    expect(JSON.parse((await visitor.follow(posted)).text('result'))).toEqual({ text: 'x', intent: 'publish' });
  });

  test('N9: a button with formaction runs the other action; its errors go to the form that was posted', async () => {
    const visitor = new Visitor(app);
    const page = await visitor.get('/buttons?page=2');
    const action = /formaction="([^"]*)"/.exec(page.html)?.[1]?.replaceAll('&#38;', '&').replaceAll('&amp;', '&');
    expect(action).toBe('?page=2&_action=note');
    const posted = await visitor.post(page, [['text', 'hello']], { action: action! });
    expect(JSON.parse((await visitor.follow(posted)).text('note'))).toEqual({ text: 'hello' });
    const failed = await visitor.post(page, [['text', '']], { action: action! });
    expect(failed.status).toBe(400);
    expect(failed.text('buttons-text-error')).toBe('Write something');
  });
});

describe('N11, N12: two forms of one action', () => {
  const second = 'row_x2f_2_x20__xfc_n_xef__x20__x22_quoted_x22_';

  test.each([
    ['the first', 'first', ['hello', 'nothing']],
    ['one whose id has a slash, blanks and unicode', second, ['nothing', 'hello']],
  ])('only %s shows its result', async (_, form, outputs) => {
    const visitor = new Visitor(app);
    const posted = await visitor.post(await visitor.get('/two'), [['text', 'hello']], { form });
    const { html } = await visitor.follow(posted);
    expect([...html.matchAll(/<output>(.*?)<\/output>/g)].map((match) => match[1])).toEqual(outputs);
  });

  test.each([
    ['the first', 'first', ['BAD_REQUEST', 'nothing']],
    ['the second', second, ['nothing', 'BAD_REQUEST']],
  ])('only %s shows its error', async (_, form, outputs) => {
    const visitor = new Visitor(app);
    const { html } = await visitor.post(await visitor.get('/two'), [['text', '']], { form });
    expect([...html.matchAll(/<output>(.*?)<\/output>/g)].map((match) => match[1])).toEqual(outputs);
    expect(html.match(/aria-invalid="true"/g)).toHaveLength(1);
  });
});

describe('N13: a result larger than a cookie', () => {
  test.each([3000, 65_536, 500_000])('%d characters arrive whole', async (size) => {
    const visitor = new Visitor(app);
    const posted = await visitor.post(await visitor.get('/any?form=big'), [['size', String(size)]]);
    expect(posted.status).toBe(303);
    for (const line of posted.headers.getSetCookie()) expect(line.length).toBeLessThan(4096);
    expect((await visitor.follow(posted)).text('big')).toBe(String(size));
  });
});

describe('N14: tabs', () => {
  test('each tab of many gets its own result, and cookies stay few', async () => {
    const visitor = new Visitor(app);
    const page = await visitor.get('/thank');
    const posts = [];
    for (let tab = 0; tab < 12; tab += 1) posts.push(await visitor.post(page, [['text', `tab ${tab}`]]));
    for (const [tab, posted] of [...posts.entries()].toReversed()) {
      expect((await visitor.follow(posted)).text('action-result')).toBe(`tab ${tab}`);
    }
    expect([...visitor.cookies.keys()].filter((name) => name.startsWith('action-result-')).length).toBeLessThanOrEqual(
      2,
    );
    expect(visitor.cookies.size).toBeLessThanOrEqual(4);
  });
});

describe('N14: tabs that post for the first time at once', () => {
  test.each([
    ['in a cookie', '/thank', 'text', 'action-result', 'first'],
    ['in the store', '/any?form=big', 'size', 'big', '20000'],
  ])('each gets its own result, %s, although the browser keeps one binding', async (_, path, field, shown, value) => {
    const visitor = new Visitor(app);
    const page = await visitor.get(path);
    const tabs = [new Visitor(app), new Visitor(app), new Visitor(app)];
    const posts = await Promise.all(tabs.map((tab) => tab.post(page, [[field, value]])));
    for (const tab of tabs) for (const [name, cookie] of tab.cookies) visitor.cookies.set(name, cookie);
    for (const posted of posts) expect((await visitor.follow(posted)).text(shown)).toBe(value);
  });
});

describe('N27: an edit form', () => {
  test('shows what was typed after a failure, then what was saved; a cleared field arrives as null', async () => {
    const visitor = new Visitor(app);
    const page = await visitor.get('/edit');
    expect(valueOf(page.html, 'website')).toBe('https://ada.example');
    const failed = await visitor.post(page, [
      ['name', ''],
      ['website', 'typed'],
    ]);
    expect(failed.status).toBe(400);
    expect([valueOf(failed.html, 'name'), valueOf(failed.html, 'website')]).toEqual(['', 'typed']);
    const saved = await visitor.follow(
      await visitor.post(failed, [
        ['name', 'Grace'],
        ['website', ''],
      ]),
    );
    expect(JSON.parse(saved.text('saved'))).toEqual({ name: 'Grace', website: null });
    expect([valueOf(saved.html, 'name'), valueOf(saved.html, 'website')]).toEqual(['Grace', '']);
    const untouched = await visitor.follow(await visitor.post(saved, [['name', 'Ada']]));
    expect(JSON.parse(untouched.text('saved'))).toEqual({ name: 'Ada', website: null });
  });
});

describe('N28: a hundred buttons with bound input', () => {
  test("the clicked one's id arrives, and the page stays light", async () => {
    const visitor = new Visitor(app);
    const page = await visitor.get('/hundred');
    const ids = [...page.html.matchAll(/<form[^>]* id="([^"]*)"/g)].map((match) => match[1]!);
    expect(new Set(ids).size).toBe(100);
    expect(page.html.length / 100).toBeLessThan(700);
    expect(page.html).not.toContain('<script');
    const arrived = await visitor.follow(await visitor.post(page, [], { form: ids[42]! }));
    expect(JSON.parse(arrived.text('removed'))).toEqual({ id: 42 });
  });

  test('cannot be forged: a visible field of the name does not win, a changed record is refused', async () => {
    const visitor = new Visitor(app);
    const page = await visitor.get('/hundred');
    const id = /<form[^>]* id="([^"]*)"/.exec(page.html)![1]!;
    const arrived = await visitor.follow(await visitor.post(page, [['id', '7']], { form: id }));
    expect(JSON.parse(arrived.text('removed'))).toEqual({ id: 0 });
    const before = await runs();
    const changed = await visitor.post(page, [], { form: id, record: '1.AAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' });
    expect(changed.status).toBe(400);
    expect(await runs()).toEqual(before);
  });
});

describe('whenInvalid="redirect"', () => {
  test('a failure is a 303 back to the page, which answers 200 with errors and values', async () => {
    const visitor = new Visitor(app);
    const posted = await visitor.post(await visitor.get('/thank?invalid=redirect'), [['text', '']]);
    expect(posted.status).toBe(303);
    expect(posted.headers.get('location')).toMatch(/^\/thank\?invalid=redirect&_result=[\w-]{22}$/);
    const shown = await visitor.follow(posted);
    expect(shown.status).toBe(200);
    expect(shown.html).toContain('Write something');
  });
});

describe('a form written by hand', () => {
  test('carries what getForm was told in its record', async () => {
    const visitor = new Visitor(app);
    const posted = await visitor.post(await visitor.get('/hand'), [['note', 'old']]);
    expect(posted.headers.get('location')).toMatch(/^\/hundred\?_result=/);
    expect(JSON.parse((await visitor.follow(posted)).text('removed'))).toEqual({ id: 7, note: 'old' });
  });
});
