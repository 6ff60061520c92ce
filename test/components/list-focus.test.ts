import { expect, test } from 'vitest';
// why: components run on the built package, and state is found by identity
import type { EditFocus } from '../../dist/server/edit-form.js';
import { requestState } from '../../dist/server/request-state.js';
import ListFocus from './fixtures/ListFocus.astro';
import { elements } from './support/html.js';
import { orderSchema } from './support/order.js';
import { openPage, render } from './support/render.js';

const values = { 'items[0].sku': ['a'], 'items[1].sku': ['b'], 'items[2].sku': ['c'] };

/** All that asks for the focus after an edit, by what it is called. */
async function focused(focus: EditFocus, props: { add?: boolean; move?: boolean }): Promise<string[]> {
  const { page, form } = openPage(orderSchema);
  requestState(page).edited = {
    action: 'demo',
    record: { action: 'demo', form: 'demo' },
    values,
    issues: [],
    unchecked: [],
    checked: false,
    key: undefined,
    focus,
  };
  const html = await render(ListFocus, page, { form: form(), ...props });
  return elements(html).flatMap(({ attributes }) =>
    'autofocus' in attributes
      ? [attributes['aria-label'] ?? attributes['name'] ?? attributes['data-action-list'] ?? '']
      : [],
  );
}

test.each<[string, EditFocus, { add?: boolean; move?: boolean }, string[]]>([
  ['on the row', { on: 'row', name: 'items[1]' }, { move: true }, ['Items 2']],
  ['on the first control', { on: 'control', name: 'items[1]' }, { move: true }, ['items[1].sku']],
  ['on the button that moved it', { on: 'up', name: 'items[1]' }, { move: true }, ['Move up: Items 2']],
  ['down as well', { on: 'down', name: 'items[1]' }, { move: true }, ['Move down: Items 2']],
  ['on the first row, which goes up no further', { on: 'up', name: 'items[0]' }, { move: true }, ['Items 1']],
  ['on the last row, which goes down no further', { on: 'down', name: 'items[2]' }, { move: true }, ['Items 3']],
  ['on a row without such buttons', { on: 'up', name: 'items[1]' }, {}, ['Items 2']],
  ['on the button that adds a row', { on: 'add', name: 'items' }, {}, ['_action_intent']],
  ['on a list without such a button', { on: 'add', name: 'items' }, { add: false }, ['items']],
  ['on the list', { on: 'list', name: 'items' }, {}, ['items']],
])('after an edit the focus is %s', async (_, focus, props, expected) => {
  expect(await focused(focus, props)).toEqual(expected);
});
