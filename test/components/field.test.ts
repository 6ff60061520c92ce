import { z } from 'astro/zod';
import { beforeAll, describe, expect, test } from 'vitest';
import { zfd } from 'zod-form-data';
import FieldParts from './fixtures/FieldParts.astro';
import FieldSlots from './fixtures/FieldSlots.astro';
import LooseParts from './fixtures/LooseParts.astro';
import LostHint from './fixtures/LostHint.astro';
import OneField from './fixtures/OneField.astro';
import { element, elements, ids, references } from './support/html.js';
import { asInDev, openPage, render, type Posted } from './support/render.js';

beforeAll(asInDev);

/** One field on a form of its own, printed with these props. */
async function renderField(type: z.ZodType, props: Record<string, unknown> = {}, posted?: Posted, values?: object) {
  const { page, form } = openPage(z.object({ it: type }), posted);
  return render(OneField, page, { form: form({ values }), field: { name: 'it', ...props } });
}

describe('the control is chosen from the schema', () => {
  const cases: [string, z.ZodType, string, Record<string, string>][] = [
    ['text', z.string().min(2).max(9), 'input', { type: 'text', minlength: '2', maxlength: '9', required: '' }],
    ['optional text', z.string().optional(), 'input', { type: 'text' }],
    ['email', z.email(), 'input', { type: 'email', autocomplete: 'email' }],
    ['url', z.url(), 'input', { type: 'url' }],
    ['telephone', z.e164(), 'input', { type: 'tel' }],
    ['password', z.string().meta({ secret: true }), 'input', { type: 'password' }],
    ['number', z.number().int().min(1).max(9), 'input', { type: 'number', min: '1', max: '9', step: '1' }],
    ['date', z.date(), 'input', { type: 'date' }],
    ['file', z.file().mime(['image/png']), 'input', { type: 'file', accept: 'image/png' }],
    ['boolean', z.boolean(), 'input', { type: 'checkbox', value: 'true' }],
    ['consent', z.literal(true), 'input', { type: 'checkbox', required: '' }],
    ['enum', z.enum(['a', 'b']), 'select', { required: '' }],
    ['several of an enum', z.array(z.enum(['a', 'b'])), 'select', { multiple: '' }],
    ['long text', z.string().meta({ type: 'textarea' }), 'textarea', {}],
  ];
  test.each(cases)('%s', async (_title, type, tag, attributes) => {
    const html = await renderField(type);
    const control = element(html, tag, { id: 'demo-it' });
    expect(control.attributes).toMatchObject({ name: 'it', 'data-action-control': 'it', ...attributes });
  });

  test('a box sends false before it, so that unticking is seen', async () => {
    const html = await renderField(z.boolean());
    expect(elements(html, 'input').map(({ attributes }) => [attributes['type'], attributes['value']])).toContainEqual([
      'hidden',
      'false',
    ]);
    expect(html.indexOf('value="false"')).toBeLessThan(html.indexOf('type="checkbox"'));
  });

  test('a multi-select sends an empty value first', async () => {
    const html = await renderField(z.array(z.enum(['a', 'b'])));
    expect(element(html, 'input', { name: 'it' }).attributes).toMatchObject({ type: 'hidden', value: '' });
  });

  test('options carry their labels, and an empty one comes first while nothing is chosen', async () => {
    const html = await renderField(z.enum(['red', 'dark-green']), { placeholder: 'Choose one' });
    expect(elements(html, 'option').map(({ attributes, inner }) => [attributes['value'], inner])).toEqual([
      ['', 'Choose one'],
      ['red', 'Red'],
      ['dark-green', 'Dark green'],
    ]);
    expect(element(html, 'select').attributes).not.toHaveProperty('placeholder');
  });

  test('a required choice that was made has no empty option; an optional one keeps it', async () => {
    const required = await renderField(z.enum(['a', 'b']), {}, undefined, { it: 'b' });
    expect(elements(required, 'option').map(({ attributes }) => attributes['value'])).toEqual(['a', 'b']);
    expect(element(required, 'option', { value: 'b' }).attributes).toHaveProperty('selected');
    const optional = await renderField(z.enum(['a', 'b']).optional(), {}, undefined, { it: 'b' });
    expect(elements(optional, 'option').map(({ attributes }) => attributes['value'])).toEqual(['', 'a', 'b']);
  });
});

describe('the page overrules the schema', () => {
  test.each([
    [
      'strings',
      ['de', 'fr'],
      [
        ['de', 'de'],
        ['fr', 'fr'],
      ],
    ],
    ['objects', [{ value: 1, label: 'One' }], [['1', 'One']]],
    ['labels by value', { de: 'Germany' }, [['de', 'Germany']]],
  ])('options as %s turn a text into a select', async (_title, options, expected) => {
    const html = await renderField(z.string().min(1), { options });
    const found = elements(html, 'option').map(({ attributes, inner }) => [attributes['value'], inner]);
    expect(found).toEqual([['', ''], ...expected]);
  });

  test('as a textarea, without the constraints that a textarea does not know', async () => {
    const html = await renderField(z.string().regex(/^\d+$/).max(9), { as: 'textarea', rows: 4 }, undefined, {
      it: '12\n3',
    });
    const area = element(html, 'textarea');
    expect(area.attributes).toMatchObject({ rows: '4', maxlength: '9' });
    expect(area.attributes).not.toHaveProperty('pattern');
    expect(area.attributes).not.toHaveProperty('value');
    expect(area.inner).toBe('12\n3');
  });

  test('a first line break of a textarea is not eaten by the HTML parser', async () => {
    const html = await renderField(z.string(), { as: 'textarea' }, undefined, { it: '\nx' });
    expect(element(html, 'textarea').inner).toBe('\n\nx');
  });

  test('a number as text keeps no min and step', async () => {
    const { attributes } = element(
      await renderField(z.number().min(1), { type: 'text', inputmode: 'decimal' }),
      'input',
      { id: 'demo-it' },
    );
    expect(attributes).toMatchObject({ type: 'text', inputmode: 'decimal', required: '' });
    expect(attributes).not.toHaveProperty('min');
  });

  test('constraints: another value, none, and "not said"', async () => {
    const html = await renderField(z.string().min(2).max(9), { required: false, maxlength: 5, minlength: undefined });
    const { attributes } = element(html, 'input', { id: 'demo-it' });
    expect(attributes).toMatchObject({ maxlength: '5', minlength: '2' });
    expect(attributes).not.toHaveProperty('required');
  });

  test('what is unknown goes to the control, and wrapper to the box', async () => {
    const html = await renderField(z.string(), {
      class: 'wide',
      style: 'color: red',
      'data-x': '1',
      spellcheck: false,
      'aria-describedby': 'more',
      wrapper: { class: 'box', 'data-y': '2' },
    });
    expect(element(html, 'input', { id: 'demo-it' }).attributes).toMatchObject({
      class: 'wide',
      style: 'color: red',
      'data-x': '1',
      spellcheck: 'false',
      'aria-describedby': 'demo-it-error more',
    });
    expect(element(html, 'div', { 'data-action-field': 'it' }).attributes).toMatchObject({
      class: 'box',
      'data-y': '2',
    });
  });

  test('type="hidden" prints the control alone', async () => {
    const html = await renderField(z.string(), { type: 'hidden' }, undefined, { it: 'x' });
    expect(element(html, 'input', { id: 'demo-it' }).attributes).toMatchObject({ type: 'hidden', value: 'x' });
    expect(elements(html, 'label')).toEqual([]);
  });

  test('a choice without options is an error that says what to do', async () => {
    await expect(renderField(z.string(), { as: 'radio' })).rejects.toThrow(/without options.*"it"/s);
  });
});

describe('what no single control can hold', () => {
  const list = z.array(z.string());
  const address = z.object({ street: z.string() });

  test.each<[string, z.ZodType, Record<string, unknown>, RegExp]>([
    ['a list', list, {}, /list in one control.*"it" is a list/s],
    ['a list as a text area', list, { as: 'textarea' }, /list in one control/],
    ['a list of objects', z.array(address), {}, /list in one control/],
    ['an object', address, {}, /object in one control.*\(street\)/s],
    ['an object as check boxes', address, { as: 'checkboxes', options: ['a'] }, /object in one control/],
  ])('%s is an error in dev that says what to do', async (_title, type, props, message) => {
    await expect(renderField(type, props)).rejects.toThrow(message);
  });

  test('the hints name the components to use', async () => {
    const listError: unknown = await renderField(list).catch((error: unknown) => error);
    expect(listError).toMatchObject({ hint: expect.stringContaining('<FieldList of={form.fields.it}>') });
    const objectError: unknown = await renderField(address).catch((error: unknown) => error);
    expect(objectError).toMatchObject({ hint: expect.stringContaining('<Field of={form.fields.it.street} />') });
  });

  test.each<[string, z.ZodType, Record<string, unknown>]>([
    ['check boxes with options', list, { as: 'checkboxes', options: ['a', 'b'] }],
    ['a select with options, which takes several', list, { options: ['a', 'b'] }],
    ['JSON', zfd.json(address), {}],
    ['a text of which a function makes a list', z.preprocess((text) => String(text).split(','), list), {}],
  ])('%s are printed', async (_title, type, props) => {
    expect(await renderField(type, props)).toContain('name="it"');
  });

  test('a select of a list takes several', async () => {
    const html = await renderField(list, { options: ['a', 'b'] }, undefined, { it: ['b'] });
    expect(element(html, 'select').attributes).toHaveProperty('multiple');
    expect(element(html, 'option', { value: 'b' }).attributes).toHaveProperty('selected');
  });
});

describe('groups', () => {
  test('A1: radio buttons are a fieldset with a legend, each with a label of its own', async () => {
    const html = await renderField(z.enum(['a', 'b']), { as: 'radio', label: 'Pick', class: 'dot' }, undefined, {
      it: 'b',
    });
    const group = element(html, 'fieldset');
    expect(group.attributes).toMatchObject({
      id: 'demo-it-group',
      tabindex: '-1',
      role: 'radiogroup',
      'data-action-control': 'it',
      'data-action-field': 'it',
      'aria-describedby': 'demo-it-error',
    });
    expect(element(html, 'legend').inner).toContain('Pick');
    const options = elements(html, 'input').filter(({ attributes }) => attributes['type'] === 'radio');
    expect(options.map(({ attributes }) => attributes)).toMatchObject([
      { id: 'demo-it', name: 'it', value: 'a', required: '', class: 'dot' },
      { id: 'demo-it-1', name: 'it', value: 'b', required: '', class: 'dot', checked: '' },
    ]);
    expect(elements(html, 'label').map(({ attributes }) => attributes['for'])).toEqual(['demo-it', 'demo-it-1']);
  });

  test('check boxes keep every choice, send an empty value first and require none', async () => {
    const type = z.array(z.enum(['a', 'b', 'c'])).min(1);
    const html = await renderField(type, { as: 'checkboxes', required: true }, undefined, { it: ['a', 'c'] });
    const inputs = elements(html, 'input').filter(({ attributes }) => attributes['name'] === 'it');
    expect(inputs.map(({ attributes }) => [attributes['type'], attributes['value'], 'checked' in attributes])).toEqual([
      ['hidden', '', false],
      ['checkbox', 'a', true],
      ['checkbox', 'b', false],
      ['checkbox', 'c', true],
    ]);
    expect(inputs.every(({ attributes }) => !('required' in attributes))).toBe(true);
  });

  test('a failed group is marked on the fieldset', async () => {
    const html = await renderField(z.enum(['a']), { as: 'radio' }, { errors: { it: 'Pick one' } });
    expect(element(html, 'fieldset').attributes['aria-invalid']).toBe('true');
  });
});

test('a date with a time is shown and bounded as clocks show it in the zone of the form', async () => {
  const it = z.date().min(new Date('2024-07-01T12:00Z')).meta({ type: 'datetime-local' });
  const { page, form } = openPage(z.object({ it }));
  const options = { values: { it: new Date('2024-07-04T18:30Z') }, timeZone: 'America/New_York' };
  const html = await render(OneField, page, { form: form(options), field: { name: 'it' } });
  expect(element(html, 'input', { id: 'demo-it' }).attributes).toMatchObject({
    value: '2024-07-04T14:30',
    min: '2024-07-01T08:00',
    step: 'any',
  });
});

describe('after a failed post', () => {
  test('N2: every typed value is kept, also what is no value of its type', async () => {
    const html = await renderField(z.number(), {}, { values: { it: ['abc'] }, errors: { it: 'Enter a number' } });
    expect(element(html, 'input', { id: 'demo-it' }).attributes['value']).toBe('abc');
  });

  test('N2: a box that was unticked stays so over a default of true', async () => {
    const html = await renderField(z.boolean().default(true), {}, { values: { it: ['false'] }, errors: { '': 'No' } });
    expect(element(html, 'input', { type: 'checkbox' }).attributes).not.toHaveProperty('checked');
  });

  test.each([
    ['a password', z.string().meta({ secret: true }), {}],
    ['a text that is asked for as a password', z.string(), { type: 'password' }],
    ['a file', z.file(), {}],
  ])('N3: %s is not in the HTML', async (_title, type, props) => {
    const html = await renderField(type, props, { values: { it: ['hunter2'] }, errors: { it: 'Wrong' } });
    expect(html).not.toContain('hunter2');
  });

  test('A2, A3: the control is marked and described by hint, then error, and both exist', async () => {
    const html = await renderField(z.string(), { hint: 'Help' }, { errors: { it: 'Wrong' } });
    expect(element(html, 'input', { id: 'demo-it' }).attributes).toMatchObject({
      'aria-invalid': 'true',
      'aria-describedby': 'demo-it-hint demo-it-error',
    });
    expect(ids(html)).toEqual(expect.arrayContaining(references(html)));
    expect(element(html, 'p', { id: 'demo-it-error' })).toMatchObject({ inner: 'Wrong' });
    expect(element(html, 'p', { id: 'demo-it-error' }).attributes).not.toHaveProperty('hidden');
  });

  test('A3: nothing is marked before the first submit, and the place of the error is there, hidden', async () => {
    const html = await renderField(z.string());
    expect(html).not.toContain('aria-invalid');
    expect(element(html, 'p', { id: 'demo-it-error' }).attributes).toMatchObject({
      hidden: '',
      'data-action-errors': 'it',
    });
    expect(element(html, 'input', { id: 'demo-it' }).attributes['aria-describedby']).toBe('demo-it-error');
  });

  test('markup in values and messages is text', async () => {
    const html = await renderField(z.string(), {}, { values: { it: ['"><b>'] }, errors: { it: '<script>' } });
    expect(html).toContain('value="&quot;><b>"');
    expect(html).not.toContain('<script>');
  });
});

describe('a field that is parsed as JSON', () => {
  const json = zfd.json(z.object({ a: z.number() }));

  test('is a text area that shows JSON', async () => {
    const html = await renderField(json, {}, undefined, { it: { a: 1 } });
    expect(element(html, 'textarea', { id: 'demo-it' })).toMatchObject({
      inner: '{&quot;a&quot;:1}',
      attributes: { required: '' },
    });
  });

  test('shows what is wrong inside of it, and the summary leads to it', async () => {
    const html = await renderField(json, {}, { values: { it: ['{"a":"x"}'] }, errors: { 'it.a': 'No number' } });
    expect(element(html, 'textarea').attributes['aria-invalid']).toBe('true');
    expect(element(html, 'p', { id: 'demo-it-error' }).inner).toBe('No number');
    expect(element(html, 'a').attributes['href']).toBe('#demo-it');
  });

  test('has no fields inside', async () => {
    await expect(renderField(json, { name: 'it.a' })).rejects.toThrow(/"it.a" is not in the action's input/);
  });
});

describe('label and hint', () => {
  test('a label in words, where nothing else is said', async () => {
    const { page, form } = openPage(z.object({ firstName: z.string() }));
    const html = await render(OneField, page, { form: form(), field: { name: 'firstName' } });
    expect(element(html, 'label', { for: 'demo-firstName' }).inner).toContain('First name');
  });

  test('from meta, overruled by props', async () => {
    const type = z.string().meta({ label: 'Street', description: 'And number' });
    const own = await renderField(type);
    expect(own).toContain('And number');
    expect(element(own, 'input', { id: 'demo-it' }).attributes['aria-describedby']).toContain('demo-it-hint');
    const none = await renderField(type, { label: 'Road', hint: false });
    expect(none).toContain('Road');
    expect(none).not.toContain('hint');
  });

  test('slots take markup', async () => {
    const { page, form } = openPage(z.object({ agree: z.boolean() }));
    const html = await render(FieldSlots, page, { form: form() });
    expect(element(html, 'label', { for: 'demo-agree' }).inner).toContain('<a href="/terms">terms</a>');
    expect(element(html, 'p', { id: 'demo-agree-hint' }).inner).toContain('<em>always</em>');
    expect(element(html, 'input', { type: 'checkbox' }).attributes['aria-describedby']).toBe(
      'demo-agree-hint demo-agree-error',
    );
  });
});

describe('children replace the parts', () => {
  const type = z.object({ it: z.email().max(40), color: z.enum(['a', 'b']) });

  test('they print the same parts, with attributes of their own', async () => {
    const { page, form } = openPage(type, { errors: { it: 'Wrong' } });
    const field = { name: 'it', label: 'Mail', hint: 'Help', class: 'lost', placeholder: 'a@b.example' };
    const html = await render(FieldParts, page, { form: form(), field });
    expect(element(html, 'div', { 'data-action-field': 'it' }).attributes['class']).toBe('box');
    expect(element(html, 'label', { for: 'demo-it', class: 'name' }).inner).toContain('Mail');
    expect(element(html, 'input', { id: 'demo-it' }).attributes).toMatchObject({
      class: 'control',
      placeholder: 'a@b.example',
      maxlength: '40',
      'aria-describedby': 'demo-it-hint demo-it-error',
    });
    expect(element(html, 'p', { id: 'demo-it-hint' }).attributes['class']).toBe('help');
    expect(element(html, 'p', { class: 'bad' })).toMatchObject({ inner: 'Wrong' });
    expect(elements(html, 'label')).toHaveLength(1);
  });

  test('of a group, the label is the legend', async () => {
    const { page, form } = openPage(type);
    const html = await render(FieldParts, page, { form: form(), field: { name: 'color', as: 'radio', hint: 'Help' } });
    expect(element(html, 'fieldset').attributes).toMatchObject({ class: 'box', id: 'demo-color-group' });
    expect(elements(html, 'legend')).toHaveLength(1);
    expect(elements(html, 'input').filter(({ attributes }) => attributes['type'] === 'radio')).toHaveLength(2);
  });

  test('a hint without a place, and a <Hint> without a hint, are errors', async () => {
    const { page, form } = openPage(type);
    const given = form();
    await expect(render(LostHint, page, { form: given, field: { name: 'it', hint: 'Help' } })).rejects.toThrow(
      /hint has no place/,
    );
    await expect(render(FieldParts, page, { form: given, field: { name: 'it' } })).rejects.toThrow(
      /hint that its field does not know/,
    );
  });

  test('parts stand alone with a token', async () => {
    const { page, form } = openPage(z.object({ email: z.email() }));
    const html = await render(LooseParts, page, { form: form() });
    expect(element(html, 'input', { name: 'email' }).attributes['aria-describedby']).toBe(
      'demo-email-hint demo-email-error',
    );
    expect(ids(html)).toEqual(expect.arrayContaining(references(html)));
  });
});
