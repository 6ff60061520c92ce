import { z } from 'astro/zod';
import { defineAction, getForm, type FormFieldOptions, type FormOptions } from 'astro-action-forms/server';
import { submit } from 'astro-action-forms/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import ByHand from './fixtures/ByHand.astro';
import OneField from './fixtures/OneField.astro';
import StyledByHand from './fixtures/StyledByHand.astro';
import { element, elements, ids, references, type Element } from './support/html.js';
import { asInDev, openPage, render, type Posted } from './support/render.js';
import { sentBy } from './support/sent.js';

beforeAll(asInDev);

interface Kind {
  readonly title: string;
  readonly type: z.ZodType;
  readonly tag: 'input' | 'textarea' | 'select' | 'group';
  readonly as?: FormFieldOptions['as'];
  readonly options?: FormFieldOptions['options'];
  /** What the component is asked for beside that. */
  readonly props?: object;
  readonly form?: object;
  /** What is sent of the control as it first comes. */
  readonly untouched: readonly string[];
  /** What was sent and refused, and what is then sent again. */
  readonly sent: readonly string[];
  readonly again: readonly string[];
}

const ink = z.enum(['red', 'dark_blue', 'green']);
const inks = z.array(ink).min(2);
const towns = { at: 'Graz', de: 'Ulm' };
const text = (title: string, type: z.ZodType, sent: string): Kind => {
  return { title, type, tag: 'input', untouched: [''], sent: [sent], again: [sent] };
};

const kinds: Kind[] = [
  text('text', z.string().min(2).max(9).regex(/^a/), 'b'),
  text('email', z.email(), 'ada@'),
  text('url', z.url(), 'http:'),
  text('telephone', z.e164(), '+43'),
  text('search', z.string().min(2).meta({ type: 'search' }), '"<b>&'),
  { ...text('password', z.string().meta({ type: 'password', secret: true }), ''), sent: ['secret'] },
  { ...text('one-time code', z.string().meta({ autocomplete: 'one-time-code' }), ''), sent: ['123456'] },
  text('number', z.int().min(1), '1e'),
  text('range', z.int().min(1).max(9).meta({ type: 'range' }), '4'),
  text('date', z.date(), '2026-02-30'),
  text('time', z.iso.time(), '25:00'),
  {
    ...text('date with a time, in a zone', z.date().meta({ type: 'datetime-local' }), '2026-05-04T24:99'),
    form: { timeZone: 'Europe/Vienna', values: { it: new Date('2026-05-04T07:30Z') } },
    untouched: ['2026-05-04T09:30'],
  },
  text('month', z.string().meta({ type: 'month' }), '2026-05'),
  text('week', z.string().meta({ type: 'week' }), '2026-W20'),
  text('color', z.string().meta({ type: 'color' }), '#ff0080'),
  text('hidden', z.string().meta({ type: 'hidden' }), 'x1'),
  { ...text('text with suggestions', z.string(), 'Gra'), props: { suggestions: ['Graz', 'Linz'] } },
  { title: 'file', type: z.file(), tag: 'input', untouched: [], sent: [], again: [] },
  { title: 'files', type: z.array(z.file()), tag: 'input', untouched: [], sent: [], again: [] },
  {
    title: 'text area',
    type: z.string().max(9).meta({ type: 'textarea' }),
    tag: 'textarea',
    untouched: [''],
    sent: ['a < b'],
    again: ['a &lt; b'],
  },
  {
    title: 'box',
    type: z.literal(true),
    tag: 'input',
    untouched: ['false'],
    sent: ['false', 'true'],
    again: ['false', 'true'],
  },
  {
    title: 'box that is ticked to start with',
    type: z.boolean().default(true),
    tag: 'input',
    untouched: ['false', 'true'],
    sent: ['false'],
    again: ['false'],
  },
  { title: 'radio buttons', type: ink, tag: 'group', as: 'radio', untouched: [], sent: ['green'], again: ['green'] },
  {
    title: 'radio buttons that the schema asks for',
    type: ink.default('red').meta({ type: 'radio' }),
    tag: 'group',
    untouched: ['red'],
    sent: ['dark_blue'],
    again: ['dark_blue'],
  },
  {
    title: 'radio buttons of a number',
    type: z.int(),
    tag: 'group',
    as: 'radio',
    options: [1, 2, { value: 3, label: 'Three', disabled: true }],
    untouched: [],
    sent: ['2'],
    again: ['2'],
  },
  {
    title: 'boxes',
    type: inks,
    tag: 'group',
    as: 'checkboxes',
    untouched: [''],
    sent: ['', 'red', 'green'],
    again: ['', 'red', 'green'],
  },
  {
    title: 'boxes of which some are ticked to start with',
    type: inks.default(['red', 'green']),
    tag: 'group',
    as: 'checkboxes',
    untouched: ['', 'red', 'green'],
    sent: [''],
    again: [''],
  },
  {
    title: 'boxes of what the page says',
    type: z.array(z.string()),
    tag: 'group',
    as: 'checkboxes',
    options: towns,
    untouched: [''],
    sent: ['', 'de'],
    again: ['', 'de'],
  },
  { title: 'select', type: ink, tag: 'select', untouched: [''], sent: ['green'], again: ['green'] },
  {
    title: 'select that may stay empty',
    type: ink.optional(),
    tag: 'select',
    untouched: [''],
    sent: ['green'],
    again: ['green'],
  },
  {
    title: 'select of what the page says',
    type: z.string(),
    tag: 'select',
    options: towns,
    untouched: [''],
    sent: ['de'],
    again: ['de'],
  },
  {
    title: 'select of several',
    type: inks,
    tag: 'select',
    untouched: [''],
    sent: ['', 'red', 'green'],
    again: ['', 'red', 'green'],
  },
  {
    title: 'select of several that the page says',
    type: z.array(z.string()),
    tag: 'select',
    options: ['at', 'de', 'ch'],
    untouched: [''],
    sent: ['', 'at', 'ch'],
    again: ['', 'at', 'ch'],
  },
];

const asked = ({ as, options }: Kind) => ({ ...(as && { as }), ...(options && { options }) });

async function print(kind: Kind, posted?: Posted): Promise<{ byHand: string; component: string }> {
  const open = () => {
    const { page, form } = openPage(z.object({ it: kind.type }), posted);
    return { page, form: form(kind.form as FormOptions<{ it: unknown }>) };
  };
  const [hand, component] = [open(), open()];
  return {
    byHand: await render(ByHand, hand.page, { form: hand.form, tag: kind.tag, options: asked(kind) }),
    component: await render(OneField, component.page, {
      form: component.form,
      field: { name: 'it', ...asked(kind), ...kind.props },
    }),
  };
}

const valuesOf = (html: string) => sentBy(html).flatMap(([name, value]) => (name === 'it' ? [value] : []));

describe.each(kinds)('$title by hand', (kind) => {
  const failed: Posted = { values: { it: kind.sent }, errors: { it: 'Wrong' } };

  test('sends what the component sends', async () => {
    const { byHand, component } = await print(kind);
    expect(valuesOf(byHand)).toEqual(kind.untouched);
    expect(valuesOf(component)).toEqual(kind.untouched);
  });

  test('shows again what was sent, as the component does, and says what is wrong', async () => {
    // an empty list and secrets are what no failure keeps anything of
    const kept = kind.sent.length > 0 && !/password|code/.test(kind.title) ? failed : { errors: { it: 'Wrong' } };
    const { byHand, component } = await print(kind, kept);
    expect(valuesOf(byHand)).toEqual(kind.again);
    expect(valuesOf(component)).toEqual(kind.again);
    expect(element(byHand, 'p', { id: 'demo-it-error' })).toMatchObject({ inner: 'Wrong' });
    expect(ids(byHand)).toEqual(expect.arrayContaining(references(byHand)));
  });

  test('has the attributes of the component', async () => {
    const { byHand, component } = await print(kind, failed);
    expect(controlsIn(byHand)).toEqual(controlsIn(component));
  });
});

test('a box that is ticked to start with is unticked by hand, with what is sent for it', async () => {
  const action = defineAction({
    accept: 'form',
    input: z.object({ it: z.boolean().default(true) }),
    handler: ({ it }) => it,
  });
  const box = kinds.find(({ title }) => title === 'box that is ticked to start with')!;
  const { byHand } = await print(box);
  const sent = sentBy(byHand).filter(([name]) => name === 'it');
  const send = async (entries: typeof sent) => {
    const form = new FormData();
    for (const [name, value] of entries) form.append(name, value);
    return (await submit(action, { form })).data;
  };
  expect(await send(sent)).toBe(true);
  expect(await send(sent.filter(([, value]) => value !== 'true'))).toBe(false);
});

test('a page with styles of its own adds its class to each part of a field, once on every page', async () => {
  const { page, form } = openPage(z.object({ it: z.string().meta({ hint: 'Any' }) }));
  const classes = async () => {
    const html = await render(StyledByHand, page, { form: form() });
    return ['label', 'input', 'p'].flatMap((tag) => elements(html, tag).map(({ attributes }) => attributes['class']));
  };
  const first = await classes();
  expect(first).toEqual(Array.from({ length: 4 }, () => expect.stringMatching(/^astro-\S+$/)));
  expect(await classes()).toEqual(first);
});

describe('what form.field() says of a field', () => {
  const schema = z.object({
    news: z.boolean().default(true),
    inks: inks.meta({ label: 'Inks', hint: 'Two of them' }),
    name: z.string().optional(),
    secret: z.string().meta({ secret: true }),
  });
  const open = (posted?: Posted) => {
    const { page, form } = openPage(schema, posted);
    return { page, form: form() };
  };

  test('is all that was sent, of choices without the text that stands for none', () => {
    const { form } = open({ values: { inks: ['', 'red', 'green'], name: ['a', 'b'] }, errors: {} });
    expect(form.field(form.fields.inks).values).toEqual(['red', 'green']);
    expect(form.field(form.fields.inks).options.map(({ value, selected }) => [value, selected])).toEqual([
      ['red', true],
      ['dark_blue', false],
      ['green', true],
    ]);
    expect(form.field(form.fields.name)).toMatchObject({ value: 'b', values: ['a', 'b'] });
  });

  test.each([
    ['ticked', ['false', 'true'], true],
    ['not ticked', ['false'], false],
    ['ticked by default', undefined, true],
  ])('is whether a box is ticked: %s', (_, sent, checked) => {
    const { form } = open(sent && { values: { news: sent }, errors: { name: 'Wrong' } });
    expect(form.field(form.fields.news).checked).toBe(checked);
  });

  test('is nothing of a secret', () => {
    const { form } = open({ values: { secret: ['x'] }, errors: {} });
    expect(form.field(form.fields.secret)).toMatchObject({ value: '', values: [] });
  });

  test('are its words, and the place of its hint, which the control names where the page prints one', () => {
    const { form } = open();
    const said = form.field(form.fields.inks, { as: 'checkboxes', hint: true });
    expect(said).toMatchObject({ labelText: 'Inks', hintText: 'Two of them', hint: { id: 'demo-inks-hint' } });
    expect(said.control['aria-describedby']).toBe('demo-inks-hint demo-inks-error');
    expect(form.field(form.fields.name)).toMatchObject({ labelText: 'Name', hintText: undefined });
    expect(form.field(form.fields.name).control['aria-describedby']).toBe('demo-name-error');
  });

  test('has no choice and no hidden input where there is none', () => {
    const { form } = open();
    expect(form.field(form.fields.name)).toMatchObject({ options: [], hidden: undefined });
    expect(form.field(form.fields.name, { as: 'radio' })).toMatchObject({ options: [], hidden: undefined });
    expect(form.field(form.fields.inks, { as: 'radio' })).toMatchObject({ hidden: undefined });
  });

  test('has no hidden input in a GET form, whose address people read', () => {
    const { page } = open();
    const form = getForm(page, schema);
    expect([form.field(form.fields.inks), form.field(form.fields.news)].map(({ hidden }) => hidden)).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('is plain data, choices among it, and these are made once', () => {
    const { form } = open();
    const field = form.field(form.fields.inks);
    expect(field.options).toBe(field.options);
    expect(structuredClone({ ...field }).options).toEqual(field.options);
    expect(JSON.parse(JSON.stringify(field))).toMatchObject({ options: [{ value: 'red', label: 'Red' }, {}, {}] });
  });

  test('is on every choice when it is checked', () => {
    const { form } = open();
    const { options } = form.field(form.fields.inks, { as: 'checkboxes', validate: 'blur' });
    expect(options.map(({ attributes }) => attributes['data-action-validate'])).toEqual(['blur', 'blur', 'blur']);
  });
});

/** What a page says itself, and the component's box around all of a group. */
const ofPages = ['placeholder', 'list', 'data-action-field'];

function controlsIn(html: string): Element['attributes'][] {
  const own = html.replaceAll(/<datalist.*?<\/datalist>/gs, '');
  const controls = elements(own).filter(
    ({ tag, attributes }) => tag === 'option' || 'data-action-control' in attributes || attributes['name'] === 'it',
  );
  return controls.map(({ attributes }) => {
    const entries = Object.entries(attributes).filter(([name]) => !ofPages.includes(name));
    // Astro spells it `multiple="true"`, which means the same
    return Object.fromEntries(entries.map(([name, value]) => [name, name === 'multiple' ? '' : value]));
  });
}
