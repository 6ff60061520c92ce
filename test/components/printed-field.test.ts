import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import OneField from './fixtures/OneField.astro';
import { element } from './support/html.js';
import { openPage, render, type Posted } from './support/render.js';
// why: components run on the built package, and state is found by identity
import { keepPrinted } from '../../dist/server/form/printed-field.js';
import { viewOf } from '../../dist/server/form/to-form.js';

/** Pages of one site. */
function siteOf(type: z.ZodType) {
  const schema = z.object({ it: type });
  return async (posted: Posted, props: Record<string, unknown> = {}) => {
    const { page, form } = openPage(schema, posted);
    return withoutRecord(await render(OneField, page, { form: form(), field: { name: 'it', ...props } }));
  };
}

/** A page without its record, which is sealed anew. */
const withoutRecord = (html: string) => html.replace(/<input [^>]*name="_action_form"[^>]*>/, '');

const choices = z.enum(['heron', 'egret', 'rook']);
const many = z.enum(Array.from({ length: 30 }, (_, index) => `${index}`));
const fields: Record<string, z.ZodType> = {
  'a text': z.string().min(2).max(80),
  'a text with a hint': z.string().describe('As on your passport'),
  'an email': z.email(),
  'a textarea': z.string().meta({ type: 'textarea' }),
  'a password': z.string().meta({ type: 'password' }),
  'a one-time code': z.string().meta({ autocomplete: 'one-time-code' }),
  'a hidden field': z.string().meta({ type: 'hidden' }),
  'a number': z.number().min(1),
  'a number in steps': z.number().multipleOf(2),
  'a date': z.date(),
  'a box': z.boolean(),
  'a choice': choices,
  'a choice that may be left out': choices.optional(),
  'radio buttons': choices.meta({ type: 'radio' }),
  boxes: z.array(choices).meta({ type: 'checkboxes' }),
  'a choice of several': z.array(choices),
  'a long choice': many,
};

const sent = [
  [],
  [''],
  ['heron'],
  ['rook'],
  ['heron', 'rook'],
  ['rook', 'heron'],
  ['heron', 'of their own'],
  ['1.5'],
  ['4'],
  ['true'],
  ['false'],
  ['on'],
  ['2026-05-04'],
  ['"quoted" & <b>bold</b> \'it\' &amp;'],
  ['\nfirst line is empty'],
  ['\r\nfirst line is empty'],
  ['\n\n'],
  ['$& $1 $$'],
  ['a@b.example'],
];

describe.each(Object.entries(fields))('%s', (_, type) => {
  test('shows values and errors as it would be printed for them alone, whoever came before', async () => {
    const visit = siteOf(type);
    // Twice, so that each is filled into what another one left.
    for (const values of [...sent, ...sent.toReversed()]) {
      for (const errors of [undefined, 'Too <short> & "plain"', 'One\nand another']) {
        const posted: Posted = { values: { it: values }, ...(errors && { errors: { it: errors } }) };
        // a box with attributes of its own, if only none, is printed anew
        expect(await visit(posted)).toBe(await visit(posted, { wrapper: {} }));
      }
    }
  });
});

test('says nothing of what another visitor sent', async () => {
  const visit = siteOf(z.string());
  const first = await visit({ values: { it: ['secret of another'] }, errors: { it: 'Too bad' } });
  expect(element(first, 'input', { name: 'it' }).attributes).toMatchObject({ value: 'secret of another' });
  const second = await visit({ values: { it: ['mine'] }, errors: { it: 'Too short' } });
  expect(element(second, 'input', { name: 'it' }).attributes).toMatchObject({ value: 'mine' });
  expect(second).not.toMatch(/secret of another|Too bad/);
});

test('with another id and another label it is another field, of one schema and one name', async () => {
  const schema = z.object({ it: z.string() });
  const ids = [];
  for (const id of ['one', 'two', 'one']) {
    const { page, form } = openPage(schema, { values: { it: [`of ${id}`] }, errors: { it: `No, ${id}` } }, id);
    const html = await render(OneField, page, { form: form({ id }), field: { name: 'it', label: `Of ${id}` } });
    const { id: own, value } = element(html, 'input', { name: 'it' }).attributes;
    ids.push([own, value, element(html, 'label').inner]);
  }
  expect(ids).toEqual([
    ['one-it', 'of one', 'Of one'],
    ['two-it', 'of two', 'Of two'],
    ['one-it', 'of one', 'Of one'],
  ]);
});

test('keeps the place of an error where its label has the same words', async () => {
  const visit = siteOf(z.string());
  for (const it of ['Email', 'Mail']) {
    const html = await visit({ values: { it: [it] }, errors: { it } }, { label: 'Email' });
    expect(element(html, 'label').inner).toBe('Email');
    expect(element(html, 'p').inner).toBe(it);
    expect(element(html, 'input', { name: 'it' }).attributes['value']).toBe(it);
  }
});

describe('how much is kept of a field', () => {
  const birds = ['heron', 'egret', 'rook', 'crane', 'stork', 'swift', 'wren', 'robin'];

  /** How often a field is printed for visitors who send these values, each four times. */
  const timesPrinted = (type: z.ZodType, values: readonly string[]) => {
    const schema = z.object({ it: type });
    let times = 0;
    for (const value of [...values, ...values, ...values, ...values]) {
      const { form } = openPage(schema, { values: { it: [value] }, errors: { it: 'No' } });
      keepPrinted(viewOf(form()).field('it'), [], ({ errors }) => `<p>${(times += 1)}${errors.join('')}</p>`);
    }
    return times;
  };

  test('of a text all that there is: it is printed for the first visitor, and once to be kept', () => {
    expect(timesPrinted(z.string(), birds)).toBe(2);
  });

  test('of a choice the first four, whatever clients choose', () => {
    // The first visitor's, four that are kept, and the other four at each of three more visits and at the first.
    expect(timesPrinted(z.enum(birds), birds)).toBe(1 + 4 + 3 + 3 * 4);
  });
});
