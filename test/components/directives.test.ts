import { beforeAll, describe, expect, test } from 'vitest';
import Directives from './fixtures/Directives.astro';
import { element, elements } from './support/html.js';
import { paymentSchema } from './support/payment.js';
import { asInDev, openPage, render } from './support/render.js';

beforeAll(asInDev);

/** Every component that prints an element, with what Astro knows of elements and of components. */
async function renderAll() {
  const { page, form, action } = openPage(paymentSchema);
  return render(Directives, page, { form: form(), action });
}

describe('what a page says to Astro about a component', () => {
  test('a slot is an attribute of nothing, but of the box that it is given to', async () => {
    const withSlot = elements(await renderAll()).filter(({ attributes }) => 'slot' in attributes);
    expect(withSlot.map(({ attributes }) => [attributes['data-action-field'], attributes['slot']])).toEqual([
      ['seats', 'box'],
    ]);
  });

  test('no directive is an attribute', async () => {
    const names = elements(await renderAll()).flatMap(({ attributes }) => Object.keys(attributes));
    expect(names.filter((name) => name.includes(':'))).toEqual([]);
  });

  test('class:list adds to class, wherever class goes', async () => {
    const html = await renderAll();
    const classes = elements(html).flatMap(({ tag, attributes }) => {
      const hook = Object.keys(attributes).find((name) => name.startsWith('data-action-'));
      return 'class' in attributes ? [`${tag} ${hook ?? ''}: ${attributes['class']}`] : [];
    });
    expect(classes).toEqual([
      'form data-action-form: a b c',
      'div data-action-summary: a b c',
      'input data-action-control: a b c',
      'div data-action-field: a b c',
      'label : a b c',
      'p data-action-errors: a b c',
      'p data-action-hint: a b c',
      'fieldset data-action-control: a b c',
      'fieldset data-action-group: a b c',
      'button data-action-native: a b c',
      'div data-action-progress: a b c',
      'button data-action-pending: a b c',
      'p data-action-status: a b c',
      'button : a b c',
    ]);
  });

  test('a transition is of the one element that prints what it names: of a group, the group', async () => {
    const html = await renderAll();
    const named = elements(html).filter(({ attributes }) => 'data-astro-transition-scope' in attributes);
    expect(named.map(({ tag }) => tag)).toEqual(['form', 'fieldset', 'button']);
    expect(element(html, 'fieldset', { 'data-action-field': 'colour' }).attributes).toMatchObject({
      'data-astro-transition-persist': 'colour',
    });
  });
});
