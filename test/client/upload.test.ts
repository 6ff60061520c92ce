import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inputError, type Island, json, startStudio, success, type Studio } from './support/island.js';
import { orderForm } from './support/order-form.js';
import { byRules, watchFields, watching } from './support/live.js';
import { eventually, said, submitted } from './support/steps.js';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.close());

const progress = `<div data-action-progress hidden><progress aria-label="Uploading" max="1" value="0"></progress>
  <button type="button" data-action-cancel>Cancel</button></div>`;
const limits = `data-action-max-size="1000" data-action-max-size-text="At most 1 kB"
  data-action-max-files="2" data-action-max-files-text="At most 2 files"`;
const form = () =>
  orderForm({
    attributes: 'enctype="multipart/form-data"',
    fields: `<input type="file" name="photo" id="order-photo" multiple ${limits} aria-describedby="order-photo-error" data-action-control="photo">
      <p id="order-photo-error" data-action-errors="photo" hidden></p>${progress}`,
    button: '<button type="submit">Send</button>',
  });
const file = (name: string, size: number) => ({ name, mimeType: 'image/png', buffer: Buffer.alloc(size, 'a') });
const choose = (island: Island, ...sizes: number[]) =>
  island.page.setInputFiles(
    '[type=file]',
    sizes.map((size, index) => file(`${index}.png`, size)),
  );
const submit = (island: Island) => submitted(island, () => island.page.click('[type=submit]'));

describe('E19 uploads', () => {
  test.each([
    ['205', 205, 'unreadable'],
    ['304', 304, 'unreadable'],
    ['a status that there is not', 999, 'network'],
  ] as const)('E12 an upload that is answered by %s has failed, and can be sent again', async (_, status, code) => {
    const island = await studio.island();
    await island.open(form());
    await choose(island, 900);
    island.answer({ status });
    await submit(island);
    expect((await island.events())[1]?.detail.error).toMatchObject({ code });
    island.answer({ status: 204 });
    await submit(island);
    expect(await island.eventTypes()).toEqual(['submit', 'error', 'end', 'submit', 'success', 'end']);
    expect(island.uncaught).toEqual([]);
  });

  test('E15 a file past its limit leaves the errors of other fields where they are, and takes its own', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(form());
    const wrong = { code: 'custom', path: ['email'], name: 'email', message: 'Enter an email address' };
    island.answer(inputError(wrong, { ...wrong, message: 'Not a friend' }));
    await submit(island);
    const listed = () => page.locator('[data-action-summary] li').allTextContents();
    await choose(island, 2000);
    await page.click('[type=submit]');
    await eventually(listed).toEqual(['Enter an email address', 'Not a friend', 'At most 1 kB']);
    expect(await said(island, '#order-email-error')).toEqual({
      text: 'Enter an email address\nNot a friend',
      hidden: false,
    });
    await choose(island, 1, 1, 1);
    await page.click('[type=submit]');
    await eventually(listed).toEqual(['Enter an email address', 'Not a friend', 'At most 2 files']);
    expect(island.calls).toHaveLength(1);
  });

  test('E15 what was mended just before a file past its limit is sent is asked about, and its error goes', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(form());
    island.answer(byRules({ email: (value) => (value ? undefined : 'Enter an email address') }));
    await submit(island);
    await watching(island);
    await choose(island, 2000);
    await page.fill('[name=email]', 'ada@example.org');
    await page.click('[type=submit]');
    await eventually(() => said(island, '#order-email-error')).toMatchObject({ hidden: true });
    expect(await said(island, '#order-photo-error')).toEqual({ text: 'At most 1 kB', hidden: false });
  });

  test('E19 progress is shown while files are sent, and the answer is read as always', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(form());
    await choose(island, 900);
    await page.evaluate(() => {
      const shown: boolean[] = [];
      Object.assign(window, { shown });
      const place = document.querySelector<HTMLElement>('[data-action-progress]')!;
      new MutationObserver(() => shown.push(!place.hidden)).observe(place, { attributeFilter: ['hidden'] });
    });
    island.answer(success({ id: 7 }, { 'X-Action-Message': 'Gr%C3%BC%C3%9Fe' }));
    await submit(island);
    expect((await island.events())[1]?.detail).toMatchObject({ data: { id: 7 }, message: 'Grüße' });
    expect(await page.evaluate(() => Reflect.get(window, 'shown'))).toEqual([true, false]);
    expect(island.calls[0]?.headers['content-type']).toMatch(/^multipart/);
    expect(island.calls[0]?.headers['accept']).toBe('application/json');
    expect(island.calls[0]?.body).toContain('filename="0.png"');
  });

  test('E19 without a file nothing of it is shown, and the form is sent URL-encoded', async () => {
    const island = await studio.island();
    await island.open(form());
    await submit(island);
    expect(island.calls[0]?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
  });

  test('E19 can be called off: nothing is said, the file stays, and it can be sent again', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(form());
    await choose(island, 900);
    island.answer(() => new Promise(() => {}));
    await submitted(island, async () => {
      await page.click('[type=submit]');
      await page.click('[data-action-cancel]');
    });
    expect(await island.eventTypes()).toEqual(['submit', 'end']);
    expect(await said(island, '[data-action-progress]')).toMatchObject({ hidden: true });
    expect(await page.locator('[aria-busy]').count()).toBe(0);
    expect(await page.evaluate(() => document.querySelector<HTMLInputElement>('[type=file]')?.files?.length)).toBe(1);
    island.answer({ status: 204 });
    await submit(island);
    expect(await island.eventTypes()).toEqual(['submit', 'end', 'submit', 'success', 'end']);
    expect(island.uncaught).toEqual([]);
  });

  test.each([
    ['one that is too large', [1001], 'At most 1 kB'],
    ['too many', [1, 1, 1], 'At most 2 files'],
  ])('E19 past its limits nothing is sent: %s', async (_, sizes, text) => {
    const island = await studio.island();
    await island.open(form());
    await choose(island, ...sizes);
    await island.page.click('[type=submit]');
    await eventually(() => said(island, '#order-photo-error')).toEqual({ text, hidden: false });
    expect(await island.page.locator('[type=file]').getAttribute('aria-invalid')).toBe('true');
    expect(island.calls).toEqual([]);
    expect(await island.page.locator('[aria-busy]').count()).toBe(0);
    // What takes errors back loads after the first one: a choice that is made before it is there is not heard.
    await watching(island);
    await choose(island, 1000, 1000);
    await eventually(() => said(island, '#order-photo-error')).toEqual({ text: '', hidden: true });
    await submit(island);
    expect(island.calls.length).toBe(1);
  });

  test('E16 where fields are checked as they are edited, files are as soon as they are chosen, and are not sent for it', async () => {
    const island = await studio.island();
    const { page } = island;
    await island.open(form().replace('<form ', '<form data-action-validate="blur" '));
    await watchFields(island);
    const error = () => said(island, '#order-photo-error');
    await choose(island, 1001);
    await eventually(error).toEqual({ text: 'At most 1 kB', hidden: false });
    await eventually(() => page.locator('body > [role=status]').textContent()).toBe('At most 1 kB\n');
    expect(await page.locator('[type=file]').getAttribute('aria-invalid')).toBe('true');
    await choose(island, 1, 1, 1);
    await eventually(error).toEqual({ text: 'At most 2 files', hidden: false });
    await choose(island, 1000);
    await eventually(error).toEqual({ text: '', hidden: true });
    expect(await page.locator('[aria-invalid]').count()).toBe(0);
    expect(island.calls).toEqual([]);
  });

  test('E15 another file that is past a limit too keeps the error that a submit has shown', async () => {
    const island = await studio.island();
    await island.open(form());
    await choose(island, 1001);
    await island.page.click('[type=submit]');
    await watching(island);
    // While somebody is in the summary it stays as it is.
    await island.page.focus('[type=file]');
    await choose(island, 1, 1, 1);
    await eventually(() => said(island, '#order-photo-error')).toEqual({ text: 'At most 2 files', hidden: false });
    expect(await island.page.locator('[data-action-summary] li').allTextContents()).toEqual(['At most 2 files']);
    expect(island.calls).toEqual([]);
  });

  test.each([
    ['of another type', 'image/gif', 'A PNG or a JPEG'],
    ['of a type that the schema names', 'image/jpeg', undefined],
    ['of no type that the browser knows', '', undefined],
  ])('E19 types are checked before anything is sent: a file %s', async (_, mimeType, text) => {
    const island = await studio.island();
    const types = 'data-action-types="image/png,image/jpeg" data-action-type-text="A PNG or a JPEG"';
    await island.open(form().replace('name="photo"', `name="photo" ${types}`));
    await island.page.evaluate((type) => {
      const chosen = new DataTransfer();
      chosen.items.add(new File(['x'], 'a', { type }));
      document.querySelector<HTMLInputElement>('[type=file]')!.files = chosen.files;
    }, mimeType);
    if (text === undefined) await submit(island);
    else await island.page.click('[type=submit]');
    await eventually(() => said(island, '#order-photo-error')).toEqual({
      text: text ?? '',
      hidden: text === undefined,
    });
    expect(island.calls).toHaveLength(text === undefined ? 1 : 0);
  });

  test.each([
    ['the connection breaks', { drop: true }, 'network'],
    [
      '413 with HTML',
      { status: 413, headers: { 'Content-Type': 'text/html' }, body: '<h1>Too large</h1>' },
      'tooLarge',
    ],
    [
      '500',
      json(500, { type: 'AstroActionError', code: 'INTERNAL_SERVER_ERROR', message: 'Oops' }),
      'INTERNAL_SERVER_ERROR',
    ],
  ])('E12 %s', async (_, reply, code) => {
    const island = await studio.island();
    await island.open(form());
    await choose(island, 900);
    island.answer(reply);
    await submit(island);
    expect((await island.events())[1]?.detail.error).toMatchObject({ code });
    expect(island.uncaught).toEqual([]);
  });
});

describe('N20 files that were kept', () => {
  const keptForm = () =>
    orderForm({
      attributes: 'enctype="multipart/form-data"',
      fields: `<ul data-action-kept>${['a', 'b']
        .map(
          (name) =>
            `<li><span id="order-photo-kept-${name}">${name}</span><button name="_action_intent" value='["discard","photo","${name}"]' formnovalidate data-action-native data-action-discard>Remove</button><input type="hidden" name="photo" value="kept.${name}"></li>`,
        )
        .join('')}</ul>
        <input type="file" name="photo" id="order-photo" data-action-required aria-describedby="order-photo-kept-a order-photo-kept-b order-photo-error" data-action-control="photo">
        <p id="order-photo-error" data-action-errors="photo" hidden></p>`,
      button: '<button type="submit" id="send">Send</button>',
    });
  const kept = (island: Island) => island.page.locator('[data-action-kept] span').allTextContents();
  const control = (island: Island) =>
    island.page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('[type=file]');
      return { required: input?.required, hasFocus: input === document.activeElement };
    });

  test('are let go of in the page, and without the last one another is required', async () => {
    const island = await studio.island();
    await island.open(keptForm());
    await island.page.click('[data-action-discard]');
    expect(await kept(island)).toEqual(['b']);
    expect(await control(island)).toEqual({ required: false, hasFocus: true });
    await island.page.click('[data-action-discard]');
    expect(await kept(island)).toEqual([]);
    expect(await control(island)).toEqual({ required: true, hasFocus: true });
    expect(await island.page.locator('[type=file]').getAttribute('aria-describedby')).toBe('order-photo-error');
    expect(island.calls).toEqual([]);
    expect(island.uncaught).toEqual([]);
  });

  test('are sent by their tokens, stay after a failure, and are gone after a success', async () => {
    const island = await studio.island();
    await island.open(keptForm());
    island.answer(json(400, { type: 'AstroActionInputError', code: 'BAD_REQUEST', issues: [] }));
    await submitted(island, () => island.page.click('#send'));
    expect(new URLSearchParams(island.calls[0]?.body).getAll('photo')).toEqual(['kept.a', 'kept.b']);
    expect(await kept(island)).toEqual(['a', 'b']);
    island.answer(success({ id: 7 }));
    await submitted(island, () => island.page.click('#send'));
    expect(await kept(island)).toEqual([]);
    expect(await island.page.locator('[value^="kept."]').count()).toBe(0);
  });
});
