import { z } from 'astro/zod';
import { beforeAll, describe, expect, test } from 'vitest';
import FieldParts from './fixtures/FieldParts.astro';
import OneField from './fixtures/OneField.astro';
import { element, elements, ids, references } from './support/html.js';
import { asInDev, openPage, render, type Posted } from './support/render.js';

beforeAll(asInDev);

interface Shown {
  posted?: Posted | undefined;
  values?: object;
  enhance?: boolean;
  name?: string;
  component?: unknown;
}

/** One field on a form of its own, printed with these props. */
async function renderField(type: z.ZodType, props: Record<string, unknown> = {}, shown: Shown = {}) {
  const { posted, values, enhance, name = 'it', component = OneField } = shown;
  const { page, form } = openPage(z.object({ [name]: type }), posted);
  // why: an open key is none that the options could know
  const options = { values, ...(enhance !== undefined && { enhance }) } as object;
  return render(component, page, { form: form(options), field: { name, ...props } });
}

const failed = (text: string): Posted => ({ values: { it: [text] }, errors: { it: 'Wrong' } });
const color = z.enum(['red', 'blue', 'green']);

describe('every control shows what was typed again', () => {
  test.each<[string, z.ZodType, string, Record<string, unknown>, Record<string, string>]>([
    ['text', z.string(), 'Ada', {}, { type: 'text' }],
    ['search', z.string(), 'Ada', { type: 'search' }, { type: 'search' }],
    ['email', z.email(), 'ada@', {}, { type: 'email', autocomplete: 'email' }],
    ['url', z.url(), 'http:', {}, { type: 'url' }],
    ['telephone', z.e164(), '+43', {}, { type: 'tel', autocomplete: 'tel' }],
    ['number', z.int().min(1), '1e', {}, { type: 'number', min: '1', step: '1', inputmode: 'numeric' }],
    ['range', z.int().min(1).max(9).meta({ type: 'range' }), '4', {}, { type: 'range', min: '1', max: '9', step: '1' }],
    ['date', z.date(), '2026-02-30', {}, { type: 'date' }],
    ['time', z.iso.time(), '25:00', {}, { type: 'time', step: 'any' }],
    ['datetime-local', z.iso.datetime({ local: true }), '2026-05-01T09:00', {}, { type: 'datetime-local' }],
    ['month', z.string().meta({ type: 'month' }), '2026-05', {}, { type: 'month', placeholder: '2026-05' }],
    ['week', z.string().meta({ type: 'week' }), '2026-W20', {}, { type: 'week', placeholder: '2026-W20' }],
    ['color', z.string().meta({ type: 'color' }), '#ff0080', {}, { type: 'color' }],
    ['hidden', z.string().meta({ type: 'hidden' }), 'x1', {}, { type: 'hidden' }],
  ])('%s', async (_title, type, typed, props, attributes) => {
    const html = await renderField(type, props, { posted: failed(typed) });
    const control = element(html, 'input', { id: 'demo-it' });
    expect(control.attributes).toMatchObject({ name: 'it', value: typed, ...attributes });
    if (attributes['type'] === 'hidden') return;
    expect(control.attributes['aria-invalid']).toBe('true');
    expect(element(html, 'label', { for: 'demo-it' }).inner).toContain('It');
    expect(ids(html)).toEqual(expect.arrayContaining(references(html)));
  });

  test('a month may be asked for in other words', async () => {
    const html = await renderField(z.string().meta({ type: 'month' }), { placeholder: 'YYYY-MM', pattern: '2026-.*' });
    expect(element(html, 'input', { id: 'demo-it' }).attributes).toMatchObject({
      placeholder: 'YYYY-MM',
      pattern: '2026-.*',
    });
  });

  test('nothing describes a hidden control', async () => {
    const html = await renderField(z.string(), { type: 'hidden' }, { posted: failed('x') });
    expect(Object.keys(element(html, 'input', { id: 'demo-it' }).attributes).toSorted()).toEqual([
      'id',
      'name',
      'type',
      'value',
    ]);
  });
});

describe('what is secret is not shown again', () => {
  test.each<[string, z.ZodType, Record<string, unknown>, string]>([
    ['a password', z.string(), { type: 'password' }, 'it'],
    ['a password that can be revealed', z.string(), { type: 'password', reveal: true }, 'it'],
    ['a one-time code by its name', z.string().regex(/^\d{6}$/), {}, 'otp'],
    ['a one-time code by its meta', z.string().meta({ autocomplete: 'one-time-code' }), {}, 'it'],
    ['a one-time code by its page', z.string(), { autocomplete: 'one-time-code' }, 'it'],
    ['a card number in a text area', z.string(), { autocomplete: 'billing cc-number', as: 'textarea' }, 'it'],
    ['a secret that is hidden', z.string().meta({ secret: true }), { type: 'hidden' }, 'it'],
  ])('%s', async (_title, type, props, name) => {
    const posted = { values: { [name]: ['123456'] }, errors: { [name]: 'Wrong' } };
    expect(await renderField(type, props, { name, posted })).not.toContain('123456');
  });

  test('another autocomplete keeps what was typed', async () => {
    expect(await renderField(z.string(), { autocomplete: 'name' }, { posted: failed('Ada') })).toContain('Ada');
  });

  test('a one-time code is typed as text, on a keypad of digits, and filled in by the browser', async () => {
    const html = await renderField(z.string().regex(/^\d{6}$/), {}, { name: 'otp' });
    expect(element(html, 'input', { id: 'demo-otp' }).attributes).toMatchObject({
      type: 'text',
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
      pattern: '\\d{6}',
    });
  });
});

describe('what the Enter key of an on-screen keyboard is called', () => {
  const search = z.string().meta({ type: 'search', enterkeyhint: 'search' });
  test.each([
    ['by the schema', search, {}, 'search'],
    ['the page wins', search, { enterkeyhint: 'go' }, 'go'],
    ['the page takes it away', search, { enterkeyhint: false }, undefined],
    ['by the page alone', z.string(), { enterkeyhint: 'next' }, 'next'],
    ['of a number', z.int().meta({ enterkeyhint: 'done' }), {}, 'done'],
    ['of a range, which needs no keyboard', z.int().meta({ type: 'range', enterkeyhint: 'done' }), {}, undefined],
  ])('%s', async (_title, type, props, expected) => {
    const { attributes } = element(await renderField(type, props), 'input', { id: 'demo-it' });
    expect(attributes['enterkeyhint']).toBe(expected);
  });

  test('of a text of several lines', async () => {
    const html = await renderField(z.string().meta({ type: 'textarea', enterkeyhint: 'enter' }));
    expect(element(html, 'textarea').attributes).toMatchObject({ enterkeyhint: 'enter' });
  });
});

describe('suggestions', () => {
  test.each([
    ['strings', ['Linz', 'Graz']],
    ['labels by value', { Linz: 'Linz', Graz: 'Graz' }],
    ['objects', [{ value: 'Linz' }, { value: 'Graz', label: 'Graz' }]],
  ])('%s are a datalist of the control, which still takes any text', async (_title, suggestions) => {
    const html = await renderField(z.string().min(1), { suggestions }, { posted: failed('Wels') });
    expect(element(html, 'input', { id: 'demo-it' }).attributes).toMatchObject({
      type: 'text',
      value: 'Wels',
      list: 'demo-it-suggestions',
    });
    expect(element(html, 'datalist', { id: 'demo-it-suggestions' }).inner).toContain('value="Graz"');
    expect(elements(html, 'option').map(({ attributes }) => attributes['value'])).toEqual(['Linz', 'Graz']);
    expect(elements(html, 'select')).toEqual([]);
  });

  test('a range and a color have some too, and a list of the page wins', async () => {
    const range = await renderField(z.int().meta({ type: 'range' }), { suggestions: [1, 5] }, { enhance: true });
    expect(element(range, 'input', { type: 'range' }).attributes['list']).toBe('demo-it-suggestions');
    const own = await renderField(z.string(), { list: 'towns' });
    expect(element(own, 'input', { id: 'demo-it' }).attributes['list']).toBe('towns');
  });

  test.each<[string, z.ZodType, Record<string, unknown>]>([
    ['a password', z.string(), { type: 'password' }],
    ['a box', z.boolean(), {}],
    ['a text area', z.string(), { as: 'textarea' }],
    ['a select', color, {}],
    ['radio buttons', color, { as: 'radio' }],
  ])('%s has none, which is an error that says what to do', async (_title, type, props) => {
    await expect(renderField(type, { suggestions: ['a'], ...props })).rejects.toThrow(/no browser shows.*"it"/s);
  });
});

describe('choices', () => {
  const options = [
    'red',
    {
      label: 'Cold',
      options: [
        { value: 'blue', label: 'Blue' },
        { value: 'green', disabled: true },
      ],
    },
    { label: 'None', disabled: true, options: {} },
  ];

  test('of a select stand under headings', async () => {
    const html = await renderField(color, { options }, { values: { it: 'blue' } });
    expect(elements(html, 'optgroup').map(({ attributes }) => attributes)).toEqual([
      { label: 'Cold' },
      { label: 'None', disabled: '' },
    ]);
    expect(element(html, 'optgroup', { label: 'Cold' }).inner).toContain('<option value="blue" selected>Blue</option>');
    expect(element(html, 'option', { value: 'green' }).attributes).toHaveProperty('disabled');
    expect(elements(html, 'option').map(({ attributes }) => attributes['value'])).toEqual(['red', 'blue', 'green']);
  });

  test('none chosen: the empty one comes first; several can be chosen below headings', async () => {
    const one = await renderField(color, { options, placeholder: 'Choose' });
    expect(elements(one, 'option')[0]).toMatchObject({ inner: 'Choose', attributes: { value: '' } });
    const many = await renderField(z.array(color), { options }, { values: { it: ['red', 'blue'] } });
    expect(elements(many, 'option').filter(({ attributes }) => 'selected' in attributes)).toHaveLength(2);
  });

  test('an empty choice under a heading is the empty one', async () => {
    const html = await renderField(z.string().optional(), { options: [{ label: 'A', options: { '': 'None' } }] });
    expect(elements(html, 'option')).toHaveLength(1);
  });

  test('radio buttons: none is chosen, one is, and one that says nothing', async () => {
    const chosen = (html: string) => elements(html, 'input').filter(({ attributes }) => 'checked' in attributes);
    expect(chosen(await renderField(color, { as: 'radio' }))).toEqual([]);
    expect(chosen(await renderField(color, { as: 'radio' }, { values: { it: 'blue' } }))).toMatchObject([
      { attributes: { value: 'blue', required: '' } },
    ]);
    const maybe = await renderField(color.optional(), { as: 'radio', options: { '': 'Any', red: 'Red' } });
    expect(chosen(maybe)).toMatchObject([{ attributes: { value: '' } }]);
  });

  test('one of them can be disabled', async () => {
    const html = await renderField(z.array(color), {
      as: 'checkboxes',
      options: [{ value: 'red', disabled: true }, 'blue'],
    });
    expect(element(html, 'input', { value: 'red' }).attributes).toHaveProperty('disabled');
    expect(element(html, 'input', { value: 'blue' }).attributes).not.toHaveProperty('disabled');
  });

  test.each(['radio', 'checkboxes'])('%s have no headings, which is an error', async (as) => {
    await expect(renderField(z.array(color), { as, options })).rejects.toThrow(/Headings among.*"it"/s);
  });
});

describe('a password that can be revealed', () => {
  const props = { type: 'password', reveal: true, label: 'Secret word' };

  test('has a button, which waits for the script and names its field', async () => {
    const html = await renderField(z.string(), props, { enhance: true });
    expect(element(html, 'button', { 'data-action-reveal': 'Hide' })).toMatchObject({
      inner: 'Show',
      attributes: { type: 'button', hidden: '', 'aria-label': 'Show: Secret word', 'aria-controls': 'demo-it' },
    });
    expect(element(html, 'input', { id: 'demo-it' }).attributes).toMatchObject({
      type: 'password',
      spellcheck: 'false',
      autocapitalize: 'none',
    });
  });

  test('has none in a form that is not enhanced, nor where it is not asked for', async () => {
    expect(await renderField(z.string(), props, { enhance: false })).not.toContain('<button');
    const plain = await renderField(z.string(), { type: 'password' }, { enhance: true });
    expect(plain).not.toContain('data-action-aided');
    expect(plain).not.toContain('spellcheck');
  });

  test.each<[string, z.ZodType, Record<string, unknown>]>([
    ['a text', z.string(), {}],
    ['a select', color, {}],
  ])('%s hides nothing, which is an error that says what to do', async (_title, type, more) => {
    await expect(renderField(type, { reveal: true, ...more })).rejects.toThrow(/Nothing to reveal.*"it"/s);
  });
});

describe('a count of characters', () => {
  const type = z.string().max(20);

  test('says the limit, and to the script how many are left', async () => {
    const html = await renderField(
      type,
      { count: true, as: 'textarea', hint: 'Help' },
      { enhance: true, posted: failed('abc') },
    );
    expect(element(html, 'p', { id: 'demo-it-count' })).toEqual({
      tag: 'p',
      inner: 'At most 20 characters',
      attributes: {
        id: 'demo-it-count',
        'data-action-count': '20',
        'data-action-count-left': '{count} of 20 characters left',
        'data-action-count-over': '{count} over the limit of 20 characters',
      },
    });
    expect(element(html, 'textarea')).toMatchObject({
      inner: 'abc',
      attributes: { maxlength: '20', 'aria-describedby': 'demo-it-hint demo-it-count demo-it-error' },
    });
    expect(ids(html)).toEqual(expect.arrayContaining(references(html)));
  });

  test('says the limit without a script too', async () => {
    const html = await renderField(type, { count: true }, { enhance: false });
    expect(element(html, 'p', { id: 'demo-it-count' })).toMatchObject({
      inner: 'At most 20 characters',
      attributes: { 'data-action-count': '20' },
    });
    expect(html).not.toContain('data-action-count-left');
  });

  test('counts to what the page says, and past a limit that the browser does not hold', async () => {
    expect(await renderField(z.string(), { count: true, maxlength: 7 })).toContain('At most 7 characters');
    const free = await renderField(type, { count: true, maxlength: false });
    expect(free).toContain('At most 20 characters');
    expect(element(free, 'input', { id: 'demo-it' }).attributes).not.toHaveProperty('maxlength');
  });

  test('is printed with the control, where children replace the parts', async () => {
    const html = await renderField(z.string().max(9), { count: true, hint: 'Help' }, { component: FieldParts });
    expect(element(html, 'div', { 'data-action-aided': '' }).inner).toContain('At most 9 characters');
    expect(element(html, 'input', { class: 'control' }).attributes['aria-describedby']).toContain('demo-it-count');
  });

  test.each<[string, z.ZodType]>([
    ['a text without a limit', z.string()],
    ['a number', z.int().max(9)],
    ['a choice', color],
  ])('%s has none, which is an error that says what to do', async (_title, other) => {
    await expect(renderField(other, { count: true })).rejects.toThrow(/Nothing to count to.*"it"/s);
  });
});

describe('the value of a range', () => {
  const type = z.int().min(0).max(10).meta({ type: 'range' });

  test('has a place, empty and hidden until the script has come', async () => {
    const html = await renderField(type, { output: '{value} km' }, { enhance: true, values: { it: 4 } });
    expect(element(html, 'output')).toMatchObject({
      inner: '',
      attributes: { for: 'demo-it', hidden: '', 'aria-live': 'off', 'data-action-output': '{value} km' },
    });
    expect(element(await renderField(type, {}, { enhance: true }), 'output').attributes['data-action-output']).toBe(
      '{value}',
    );
  });

  test.each<[string, Record<string, unknown>, boolean]>([
    ['where the page wants none', { output: false }, true],
    ['in a form that is not enhanced', {}, false],
    ['for another control', { type: 'number' }, true],
  ])('has none %s', async (_title, props, enhance) => {
    expect(await renderField(type, props, { enhance })).not.toContain('<output');
  });
});

test('classes land on the control, and wrapper on the box, with aids too', async () => {
  const html = await renderField(z.string().max(9), { count: true, class: 'w-full', wrapper: { class: 'mb-4' } });
  expect(element(html, 'input', { id: 'demo-it' }).attributes['class']).toBe('w-full');
  expect(element(html, 'div', { class: 'mb-4' }).attributes['data-action-field']).toBe('it');
  expect(html.match(/w-full|mb-4/g)).toHaveLength(2);
});
