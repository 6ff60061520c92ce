import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
// why: components run on the built package, and state is found by identity
import { viewOf } from '../../dist/server/form/to-form.js';
import OneField from './fixtures/OneField.astro';
import { element, elements } from './support/html.js';
import { openPage, render, type Posted } from './support/render.js';

/** Pages of one site: what was printed for one of them may be used for the next. */
function siteOf(type: z.ZodType) {
  const schema = z.object({ it: type });
  return (props: Record<string, unknown> = {}, { posted, id }: { posted?: Posted; id?: string } = {}) => {
    const { page, form } = openPage(schema, posted, id);
    return render(OneField, page, { form: form({ id }), field: { name: 'it', ...props } });
  };
}

/** A page without its record, which is sealed anew. */
const withoutRecord = (html: string) => html.replace(/<input [^>]*name="_action_form"[^>]*>/, '');

describe('a field that shows nothing', () => {
  test('is the same on the next page', async () => {
    const visit = siteOf(z.string().min(2));
    const first = await visit();
    expect(element(first, 'input', { name: 'it' }).attributes).toMatchObject({ id: 'demo-it', minlength: '2' });
    expect(withoutRecord(await visit())).toBe(withoutRecord(first));
  });

  test('has the label and the hint that its own page says', async () => {
    const visit = siteOf(z.string().meta({ label: 'Of the schema' }));
    const said = [];
    for (const props of [{}, { label: 'Of a page' }, { label: 'Of a page', hint: 'Help' }, { hint: 'Help' }, {}]) {
      const html = await visit(props);
      said.push([element(html, 'label').inner, html.split('data-action-hint').length - 1]);
    }
    expect(said).toEqual([
      ['Of the schema', 0],
      ['Of a page', 0],
      ['Of a page', 1],
      ['Of the schema', 1],
      ['Of the schema', 0],
    ]);
  });

  test('has the attributes that its own page says', async () => {
    const visit = siteOf(z.string());
    await visit();
    expect(element(await visit({ class: 'wide' }), 'input', { name: 'it' }).attributes['class']).toBe('wide');
    expect(element(await visit({ as: 'textarea' }), 'textarea').attributes['name']).toBe('it');
    expect(await visit()).not.toContain('wide');
  });

  test('has the ids of its own form', async () => {
    const visit = siteOf(z.string());
    const ids = [];
    for (const id of ['one', 'two', 'one']) {
      ids.push(element(await visit({}, { id }), 'input', { name: 'it' }).attributes['id']);
    }
    expect(ids).toEqual(['one-it', 'two-it', 'one-it']);
  });

  test('shows nothing of what another visitor sent', async () => {
    const visit = siteOf(z.string());
    const blank = await visit();
    const posted = { values: { it: ['secret of another'] }, errors: { it: 'Too bad' } };
    const failed = await visit({}, { posted });
    expect(element(failed, 'input', { name: 'it' }).attributes).toMatchObject({ value: 'secret of another' });
    expect(failed).toContain('Too bad');
    expect(withoutRecord(await visit())).toBe(withoutRecord(blank));
  });

  test('of a file says its limits', async () => {
    const visit = siteOf(z.file().max(1024));
    await visit();
    expect(element(await visit(), 'input', { name: 'it' }).attributes).toMatchObject({ type: 'file' });
  });

  test('that is a range asks for the script that says what it is set to, on every page', async () => {
    const schema = z.object({ it: z.int().min(0).max(10).meta({ type: 'range' }) });
    const asked = [];
    for (let visit = 0; visit < 2; visit += 1) {
      const { page, form } = openPage(schema);
      const shown = form({ enhance: true });
      const html = await render(OneField, page, { form: shown, field: { name: 'it' } });
      asked.push([elements(html, 'output').length, viewOf(shown).used.aids]);
    }
    expect(asked).toEqual([
      [1, true],
      [1, true],
    ]);
  });
});
