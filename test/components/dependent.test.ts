import { z } from 'astro/zod';
import { beforeAll, describe, expect, test } from 'vitest';
import { requestState } from '../../dist/server/request-state.js';
import type { Condition } from '../../dist/shared/condition.js';
import Blocks from './fixtures/Blocks.astro';
import OneField from './fixtures/OneField.astro';
import OddVariants from './fixtures/OddVariants.astro';
import Payment from './fixtures/Payment.astro';
import Rows from './fixtures/Rows.astro';
import VariantClasses from './fixtures/VariantClasses.astro';
import WhenCase from './fixtures/WhenCase.astro';
import Whole from './fixtures/Whole.astro';
import { blocksSchema } from './support/blocks.js';
import { element, elements, ids, references } from './support/html.js';
import { paymentSchema, type PaymentInput } from './support/payment.js';
import { asInDev, openPage, render, type Posted } from './support/render.js';

beforeAll(asInDev);

type Values = Partial<PaymentInput>;

async function payment(values: Values, enhance = false, posted?: Posted) {
  const { page, form } = openPage(paymentSchema, posted);
  return render(Payment, page, { form: form({ values, enhance }) });
}

/** The same after somebody chose a way to pay and pressed the update button. */
async function updated(sent: Record<string, string[]>, hidden: Condition[], near = 'payment.kind') {
  const { page, form } = openPage(paymentSchema);
  edit(page, sent, hidden, near);
  return render(Payment, page, { form: form() });
}

function edit(
  page: Parameters<typeof requestState>[0],
  sent: Record<string, string[]>,
  hidden: Condition[],
  near: string,
) {
  requestState(page).edited = {
    action: 'demo',
    record: { action: 'demo', form: 'demo', update: { hidden, told: [] } },
    values: sent,
    issues: [],
    unchecked: [],
    checked: false,
    key: undefined,
    focus: { on: 'update', name: near },
  };
}

const groups = (html: string) =>
  elements(html, 'fieldset').filter(({ attributes }) => 'data-action-group' in attributes);
const states = (html: string) =>
  groups(html).map(({ attributes }) => ['hidden' in attributes, 'disabled' in attributes].join());
const names = (html: string) => elements(html, 'input').flatMap(({ attributes }) => attributes['name'] ?? []);
const focused = (html: string) =>
  elements(html).flatMap(({ tag, attributes }) =>
    'autofocus' in attributes ? [attributes['name'] ?? attributes['data-action-group'] ?? tag] : [],
  );

describe('without an island', () => {
  test('what depends on a choice is in the page only where it was made', async () => {
    const none = await payment({});
    expect(groups(none)).toEqual([]);
    expect(names(none)).not.toContain('payment.number');
    const card = await payment({ payment: { kind: 'card', number: '1' } });
    expect(names(card).filter((name) => name.startsWith('payment.'))).toEqual([
      ...['payment.kind', 'payment.kind', 'payment.kind'],
      ...['payment.number', 'payment.note'],
    ]);
    expect(states(card)).toEqual(['false,false']);
  });

  test('what somebody sent decides, also where it was refused', async () => {
    const html = await payment({ payment: { kind: 'cash' } }, false, {
      values: { 'payment.kind': ['invoice'], gift: ['true'] },
      errors: { 'payment.note': 'Enter a note' },
    });
    expect(names(html)).toEqual(expect.arrayContaining(['payment.note', 'phone']));
    expect(names(html)).not.toContain('payment.number');
  });

  test('no script comes with it, and the island finds nothing to do', async () => {
    const html = await payment({ payment: { kind: 'card', number: '1' }, gift: true });
    expect(elements(html, 'script')).toEqual([]);
    expect(html).not.toMatch(/data-action-(?:when|update|is)/);
  });
});

describe('with an island', () => {
  test('what does not hold is there, hidden and disabled: it is neither sent nor required', async () => {
    const html = await payment({ payment: { kind: 'invoice', note: 'x' } }, true);
    expect(states(html)).toEqual(['true,true', 'false,false', 'true,true']);
    expect(groups(html)[0]?.attributes).toMatchObject({
      'data-action-when': 'payment.kind',
      'data-action-is': '["card"]',
      role: 'none',
    });
    expect(elements(html, 'script')).toHaveLength(2);
  });

  test('a group with a legend is a group to everybody', async () => {
    const group = groups(await payment({ gift: true }, true))[2];
    expect(group?.attributes).not.toHaveProperty('role');
    expect(group?.inner).toContain('<legend>The card</legend>');
  });

  test('its button is known to the island, and a form without such fields loads no more for it', async () => {
    expect(element(await payment({}, true), 'button', { 'data-action-update': '' }).attributes).toMatchObject({
      value: '["update","payment.kind"]',
      formnovalidate: '',
    });
  });
});

test('an option says of its fields what it alone says: required ones are required', async () => {
  const card = await payment({ payment: { kind: 'card', number: '1' } });
  expect(element(card, 'input', { name: 'payment.number' }).attributes).toHaveProperty('required');
  expect(element(card, 'input', { name: 'payment.note' }).attributes).not.toHaveProperty('required');
  const invoice = await payment({ payment: { kind: 'invoice', note: 'x' } });
  expect(element(invoice, 'input', { name: 'payment.note' }).attributes).toHaveProperty('required');
});

test('the choice is a group of radio buttons with a word for every tag', async () => {
  const html = await payment({});
  expect(element(html, 'fieldset', { role: 'radiogroup' }).inner).toContain('Payment');
  const radios = elements(html, 'input').filter(({ attributes }) => attributes['type'] === 'radio');
  expect(radios.map(({ attributes }) => attributes['value'])).toEqual(['card', 'invoice', 'cash']);
  expect(html).toContain('In cash');
});

const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string().min(1) }),
  z.object({ kind: z.literal('link'), href: z.string().min(1) }),
]);

test('each row of a list of unions follows its own choice', async () => {
  const { page, form } = openPage(z.object({ rows: z.array(block) }));
  const values = { rows: [{ kind: 'link', href: '/' } as const, { kind: 'text', text: 'x' } as const] };
  const html = await render(Rows, page, { form: form({ values }) });
  expect(names(html).filter((name) => name.startsWith('rows['))).toEqual(['rows[0].href', 'rows[1].text']);
  expect(element(html, 'input', { name: 'rows[0].href' }).attributes).toHaveProperty('required');
  const fresh = await render(Rows, page, { form: form({ id: 'fresh', values, enhance: true }) });
  expect(elements(fresh, 'fieldset').filter(({ attributes }) => 'hidden' in attributes)).toHaveLength(4);
});

test('a form that is a union itself follows its choice, beside other fields too', async () => {
  for (const schema of [block, z.object({ more: z.string() }).and(block)]) {
    const { page, form } = openPage(schema as typeof block);
    const html = await render(Whole, page, { form: form({ values: { kind: 'text', text: 'x' } }) });
    expect(names(html)).toContain('text');
    expect(names(html)).not.toContain('href');
  }
});

describe('required now and then', () => {
  test('is said to the island, and to no browser without one', async () => {
    const select = (html: string) => element(html, 'select', { name: 'colour' }).attributes;
    expect(select(await payment({ payment: { kind: 'card', number: '1' } }))).not.toHaveProperty('required');
    const attributes = select(await payment({}, true));
    expect(attributes).toMatchObject({ 'data-action-when': 'payment.kind', 'data-action-is': '["card","cash"]' });
    expect(attributes).not.toHaveProperty('required');
  });
});

test('required now and then, a group of radio buttons is, and no group of boxes, each of which would have to be ticked', async () => {
  const { page, form } = openPage(paymentSchema);
  const own = form({ enhance: true });
  const of = (name: string, as: string) => ({ name, as, requiredWhen: { name: 'gift' } });
  const radios = await render(OneField, page, { form: own, field: of('colour', 'radio') });
  expect(elements(radios, 'input').filter(({ attributes }) => 'data-action-when' in attributes)).toHaveLength(2);
  const boxes = await render(OneField, page, {
    form: form({ id: 'b', enhance: true }),
    field: of('topics', 'checkboxes'),
  });
  expect(boxes).not.toContain('data-action-when');
});

describe('after an update the focus goes', () => {
  const card: Condition = { field: 'payment.kind', oneOf: ['card'] };
  const invoice: Condition = { field: 'payment.kind', oneOf: ['invoice'] };

  test.each<[string, Record<string, string[]>, Condition[], string | undefined, string[]]>([
    ['to what has come into sight', { 'payment.kind': ['card'] }, [card, invoice], undefined, ['payment.number']],
    [
      'back to its button where nothing has',
      { 'payment.kind': ['cash'] },
      [card, invoice],
      undefined,
      ['_action_intent'],
    ],
    ['not to what was there before', { 'payment.kind': ['card'] }, [invoice], undefined, ['_action_intent']],
    ['nowhere for a button that is not ours', { 'payment.kind': ['cash'] }, [card], '', []],
  ])('%s', async (_, sent, hidden, near, expected) => {
    expect(focused(await updated(sent, hidden, near))).toEqual(expected);
  });

  test.each<[string, Record<string, string[]>, string[]]>([
    ['to the group, not to the template of an empty list in it', {}, ['']],
    [
      'to the first row of the list',
      { 'blocks[0].blocks[0].type': ['text'] },
      Array(2).fill('blocks[0].blocks[0].type'),
    ],
  ])('where a list has come into sight, %s', async (_, rows, expected) => {
    const { page, form } = openPage(blocksSchema);
    const hidden = ['text', 'group'].map((type) => ({ field: 'blocks[0].type', oneOf: [type] }));
    edit(page, { 'blocks[0].type': ['group'], ...rows }, hidden, 'blocks[0].type');
    expect(focused(await render(Blocks, page, { form: form({ enhance: true }) }))).toEqual(expected);
  });
});

describe('a condition', () => {
  test.each<[string, object, Values, boolean]>([
    ['of a choice', { name: 'colour', is: 'red' }, { colour: 'red' }, true],
    ['of another choice', { name: 'colour', is: 'red' }, { colour: 'blue' }, false],
    ['of one of two', { name: 'colour', isOneOf: ['red', 'blue'] }, { colour: 'blue' }, true],
    ['of none of them', { name: 'colour', isNot: 'red' }, { colour: 'blue' }, true],
    ['of none of them, and none is chosen', { name: 'colour', isNot: 'red' }, {}, true],
    ['of a list', { name: 'topics', is: 'b' }, { topics: ['a', 'b'] }, true],
    ['of a list without it', { name: 'topics', is: 'b' }, { topics: ['a'] }, false],
    ['of a number', { name: 'seats', is: 2 }, { seats: 2 }, true],
    ['of a box', { name: 'gift' }, { gift: true }, true],
    ['of an unticked box', { name: 'gift' }, { gift: false }, false],
    ['of a box that must not be ticked', { name: 'gift', is: false }, { gift: false }, true],
    ['of a box that must not be ticked, and is', { name: 'gift', isNot: true }, { gift: true }, false],
    ['of a box of which nothing is known', { name: 'gift', is: false }, {}, true],
    ['of something', { name: 'phone' }, { phone: '1' }, true],
    ['of something, and there is nothing', { name: 'phone' }, {}, false],
  ])('%s', async (_, when, values, shows) => {
    const { page, form } = openPage(paymentSchema);
    const html = await render(WhenCase, page, { form: form({ values: values as PaymentInput }), when });
    expect(html.includes('Inside')).toBe(shows);
  });

  test('that disables leaves its fields in sight, with an island and without', async () => {
    for (const enhance of [true, false]) {
      const { page, form } = openPage(paymentSchema);
      const when = { name: 'gift', otherwise: 'disable' };
      const html = await render(WhenCase, page, { form: form({ enhance }), when });
      expect(states(html)).toEqual(['false,true']);
      expect(html).toContain('Inside');
    }
  });
});

test('the parts of variants take attributes', async () => {
  const { page, form } = openPage(paymentSchema);
  const radio = await render(VariantClasses, page, { form: form() });
  expect(elements(radio, 'fieldset').map(({ attributes }) => attributes['class'])).toEqual(['box', 'group']);
  const choices = elements(radio, 'input').filter(({ attributes }) => attributes['type'] === 'radio');
  expect(choices.map(({ attributes }) => attributes['class'])).toEqual(choices.map(() => 'choice'));
  expect(choices.length).toBeGreaterThan(1);
  expect(element(radio, 'fieldset', { class: 'group' }).attributes).toMatchObject({
    'data-mine': 'yes',
    'data-action-group': '',
  });
  const select = await render(VariantClasses, page, { form: form({ id: 'other' }), as: 'select' });
  expect(element(select, 'select', { class: 'choice' }).attributes['name']).toBe('payment.kind');
  expect(element(select, 'div', { class: 'box' }).attributes['data-action-field']).toBe('payment.kind');
});

describe('a mistake of the developer is told', () => {
  test.each<[string, object, RegExp]>([
    ['a value that the field cannot have', { when: { name: 'colour', is: 'rad' } }, /never holds.*"rad"/],
    ['two conditions in one', { when: { name: 'colour', is: 'red', isNot: 'blue' } }, /said twice/],
    ['a field that is not there', { when: { name: 'color', is: 'red' } }, /schema lacks/],
    ['no update button', { when: { name: 'gift' }, update: false }, /without <UpdateButton>/],
  ])('%s', async (_, props, message) => {
    const { page, form } = openPage(paymentSchema);
    await expect(render(WhenCase, page, { form: form(), ...props })).rejects.toThrow(message);
  });

  test('a slot for an option that the union lacks, and variants of no union', async () => {
    const { page, form } = openPage(paymentSchema);
    const own = form();
    await expect(render(OddVariants, page, { form: own, of: own.fields.payment })).rejects.toThrow(/"crad"/);
    const other = form({ id: 'other' });
    await expect(render(OddVariants, page, { form: other, of: other.fields.gift })).rejects.toThrow(/no discriminated/);
  });
});

describe('a field that two options of a union print', () => {
  const note = (html: string) =>
    elements(html, 'input').filter(({ attributes }) => attributes['name'] === 'payment.note');

  test.each([
    ['card', 'demo-payment-note', 'demo-payment--invoice-note'],
    ['invoice', 'demo-payment--card-note', 'demo-payment-note'],
    ['cash', 'demo-payment--card-note', 'demo-payment--invoice-note'],
  ] as const)(
    'has an id of its own in each, and where %s is chosen the one in sight has the usual',
    async (kind, ...expected) => {
      const chosen = { kind, number: '', note: '' };
      const html = await payment({ payment: chosen }, true, {
        values: { 'payment.kind': [kind] },
        errors: { 'payment.note': 'Enter a note' },
      });
      expect(note(html).map(({ attributes }) => attributes['id'])).toEqual(expected);
      expect(new Set(ids(html)).size).toBe(ids(html).length);
      expect(references(html).filter((id) => !ids(html).includes(id))).toEqual(
        kind === 'cash' ? ['demo-payment-note'] : [],
      );
      expect(element(html, 'input', { name: 'payment.number' }).attributes['id']).toBe('demo-payment-number');
      const [card, invoice] = expected;
      expect(elements(html, 'label').map(({ attributes }) => attributes['for'])).toEqual(
        expect.arrayContaining([card, invoice]),
      );
      expect(note(html).map(({ attributes }) => attributes['aria-describedby'])).toEqual([
        `${card}-error`,
        `${invoice}-error`,
      ]);
    },
  );
});
