import { z } from 'astro/zod';
import { beforeAll, describe, expect, test } from 'vitest';
import Bare from './fixtures/Bare.astro';
import OneField from './fixtures/OneField.astro';
import { element, elements } from './support/html.js';
import { asInDev, openPage, render, type Posted } from './support/render.js';

beforeAll(asInDev);

const schema = z.object({ email: z.email(), color: z.enum(['red', 'blue']) });
const failed: Posted = { errors: { email: 'Enter an email address' } };

/** Scripts of an enhanced form: the island's own, and the one that has fields checked from the start. */
const scripts = (html: string) => elements(html, 'script').length;

async function form(options: Record<string, unknown>, props: Record<string, unknown> = {}, posted?: Posted) {
  const { page, form: open } = openPage(schema, posted);
  return render(Bare, page, { form: open({ enhance: true, ...options }), ...props });
}

describe('validate', () => {
  test.each([
    ['getForm', { validate: 'blur' }, {}, 'blur'],
    ['<ActionForm>', {}, { validate: 'input' }, 'input'],
    ['<ActionForm> over getForm', { validate: 'blur' }, { validate: false }, 'false'],
    ['nobody', {}, {}, undefined],
  ])('of %s is on the form', async (_, options, props, value) => {
    const html = await form(options, props);
    expect(element(html, 'form').attributes['data-action-validate']).toBe(value);
  });

  test.each<[string, Record<string, unknown>, Posted | undefined, number]>([
    ['blur', { validate: 'blur' }, undefined, 2],
    ['input', { validate: 'input' }, undefined, 2],
    ['submit', { validate: 'submit' }, undefined, 1],
    ['false', { validate: false }, undefined, 1],
    ['not said', {}, undefined, 1],
    ['not said, and the form has failed', {}, failed, 2],
    ['false, and the form has failed', { validate: false }, failed, 1],
    ['blur, without the island', { validate: 'blur', enhance: false }, undefined, 0],
  ])('%s: the page loads as many scripts as it needs', async (_, options, posted, count) => {
    expect(scripts(await form(options, {}, posted))).toBe(count);
  });

  test.each([
    ['a control', 'email', 'input', ['blur']],
    ['every choice of a group', 'color', 'input', ['blur', 'blur']],
  ])('of a <Field> is on %s, and brings the script', async (_, name, tag, values) => {
    const { page, form: open } = openPage(schema);
    const field = { name, validate: 'blur', ...(name === 'color' && { as: 'radio' }) };
    const html = await render(OneField, page, { form: open({ enhance: true }), field });
    const said = elements(html, tag).map(({ attributes }) => attributes['data-action-validate']);
    expect(said.filter((value) => value !== undefined)).toEqual(values);
    expect(scripts(html)).toBe(2);
  });

  test('of form.field() is among the attributes of its control', () => {
    const { form: open } = openPage(schema);
    const opened = open({ enhance: true });
    const validated = opened.field(opened.fields.email, { validate: false });
    expect(validated.control['data-action-validate']).toBe('false');
    expect(opened.field(opened.fields.email).control).not.toHaveProperty('data-action-validate');
  });
});
