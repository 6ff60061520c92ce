import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'astro/zod';
import Bare from './fixtures/Bare.astro';
import BareList from './fixtures/BareList.astro';
import Blocks from './fixtures/Blocks.astro';
import Columns from './fixtures/Columns.astro';
import ListClasses from './fixtures/ListClasses.astro';
import ListExtras from './fixtures/ListExtras.astro';
import MarkupBeside from './fixtures/MarkupBeside.astro';
import Notes from './fixtures/Notes.astro';
import Order from './fixtures/Order.astro';
import Sizes from './fixtures/Sizes.astro';
import Thread from './fixtures/Thread.astro';
import { blocksSchema } from './support/blocks.js';
import { element, elements, ids, references } from './support/html.js';
import { orderSchema } from './support/order.js';
import { asInDev, openPage, render, type Posted } from './support/render.js';

beforeAll(asInDev);

async function renderOrder(posted?: Posted, values?: object) {
  const { page, form } = openPage(orderSchema, posted);
  return render(Order, page, { form: form({ values }) });
}

const names = (html: string, pattern: RegExp) =>
  elements(html, 'input').flatMap(({ attributes }) => attributes['name']?.match(pattern)?.[0] ?? []);

describe('a list', () => {
  test('A1: is a fieldset with a legend, and each row is a named group', async () => {
    const html = await renderOrder(undefined, {
      items: [
        { sku: 'a', qty: 1 },
        { sku: 'b', qty: 2 },
      ],
    });
    const list = element(html, 'fieldset', { id: 'demo-items' });
    expect(list.attributes).toMatchObject({
      'data-action-control': 'items',
      tabindex: '-1',
      'aria-describedby': 'demo-items-error',
    });
    const rows = elements(html, 'div').filter(({ attributes }) => 'data-action-row' in attributes);
    expect(rows.map(({ attributes }) => [attributes['role'], attributes['aria-label']])).toEqual([
      ['group', 'Items 1'],
      ['group', 'Items 2'],
    ]);
    expect(element(html, 'input', { name: 'items[1].qty' }).attributes).toMatchObject({
      id: 'demo-items-1-qty',
      value: '2',
      max: '99',
    });
  });

  test('without values has one empty row', async () => {
    expect(names(await renderOrder(), /^items.*/)).toEqual(['items[0].sku', 'items[0].qty']);
  });

  describe('in a row of its own kind, printed by a component that prints itself', () => {
    const Comment = z.object({
      text: z.string(),
      get replies() {
        return z.array(Comment).min(1);
      },
    });
    const renderThread = (values?: object, enhance = false) => {
      const { page, form } = openPage(z.object({ comments: z.array(Comment) }));
      return render(Thread, page, { form: form({ values } as object), enhance });
    };

    test('begins with no row, and says that it is empty', async () => {
      expect(names(await renderThread(), /^comments.*/)).toEqual(['comments[0].text', 'comments[0].replies']);
    });

    test('has the rows that are known of it, however deep', async () => {
      const html = await renderThread({
        comments: [{ text: 'a', replies: [{ text: 'b', replies: [{ text: 'c' }] }] }],
      });
      expect(names(html, /^comments.*/)).toEqual([
        'comments[0].text',
        'comments[0].replies[0].text',
        'comments[0].replies[0].replies[0].text',
        'comments[0].replies[0].replies[0].replies',
      ]);
      expect(ids(html)).toEqual(expect.arrayContaining(references(html)));
    });

    test('ends where the limit of depth does: what was added there could not be sent', async () => {
      const withReplies = (levels: number): object => ({
        text: 'x',
        replies: levels > 0 ? [withReplies(levels - 1)] : [],
      });
      const html = await renderThread({ comments: [withReplies(2)] });
      const shown = elements(html, 'fieldset').map(({ attributes }) => [
        attributes['data-action-list'],
        'hidden' in attributes,
      ]);
      const adds = elements(html, 'button').filter(({ attributes }) => 'data-action-add' in attributes);
      expect(shown).toEqual([
        ['comments', false],
        ['comments[0].replies', false],
        ['comments[0].replies[0].replies', false],
        ['comments[0].replies[0].replies[0].replies', true],
      ]);
      expect(adds.map(({ attributes }) => attributes['value'])).toEqual([
        '["insert","comments[0].replies[0].replies"]',
        '["insert","comments[0].replies"]',
        '["insert","comments"]',
      ]);
    });

    test('enhanced, has a template in each row, and in the template names the list whose template it shares, by id', async () => {
      const html = await renderThread(undefined, true);
      const id = element(html, 'form').attributes['id'];
      const lists = elements(html).filter(
        ({ tag, attributes }) => 'data-action-list' in attributes || tag === 'template',
      );
      const next = '[999999999]';
      expect(
        lists.map(({ attributes }) => [attributes['data-action-list'], attributes['data-action-row-template']]),
      ).toEqual([
        ['comments', undefined],
        ['comments[0].replies', undefined],
        [undefined, 'Reply'],
        [`comments[0].replies${next}.replies`, `${id}-comments-0-replies`],
        [undefined, 'Comment'],
        [`comments${next}.replies`, undefined],
        [undefined, 'Reply'],
        [`comments${next}.replies${next}.replies`, `${id}-comments-999999999-replies`],
      ]);
    });

    test('enhanced, rows that hold three lists of their own kind have three templates, and lists in those have none', async () => {
      const Block: z.ZodType = z.object({
        get left() {
          return z.array(Block);
        },
        get middle() {
          return z.array(Block);
        },
        get right() {
          return z.array(Block);
        },
      });
      const { page, form } = openPage(z.object({ blocks: z.array(Block) }));
      const html = await render(Columns, page, { form: form() });
      const inNext = elements(html, 'fieldset').filter(({ attributes }) =>
        String(attributes['data-action-list']).startsWith('blocks[0].left[999999999]'),
      );
      expect(elements(html, 'template')).toHaveLength(7);
      expect(inNext.map(({ attributes }) => attributes['data-action-row-template'])).toEqual(
        ['left', 'middle', 'right'].map((list) => `${element(html, 'form').attributes['id']}-blocks-0-${list}`),
      );
    });

    test('enhanced, a list that is the one at the top again is printed for itself: it may be called something else', async () => {
      const comments: z.ZodType = z.array(
        z.object({
          text: z.string(),
          get replies() {
            return comments;
          },
        }),
      );
      const { page, form } = openPage(z.object({ comments }));
      const html = await render(Thread, page, { form: form(), enhance: true });
      const list = elements(html, 'fieldset').find(
        ({ attributes }) => attributes['data-action-list'] === 'comments[999999999].replies',
      );
      expect(list?.attributes).not.toHaveProperty('data-action-row-template');
      expect(list?.inner).toContain('<template data-action-row-template="Reply">');
    });
  });

  test('enhanced, a template shows the rows of what a new row shows', async () => {
    const notes = z.array(z.object({ text: z.string() })).default([{ text: 'one' }, { text: 'two' }]);
    const { page, form } = openPage(z.object({ items: z.array(z.object({ notes })) }));
    const html = await render(Notes, page, { form: form() });
    const next = 'items[999999999].notes';
    expect(names(html, /^items\[9.*/).filter((name) => name.endsWith('text'))).toEqual([
      `${next}[0].text`,
      `${next}[1].text`,
      `${next}[999999999].text`,
    ]);
    expect(element(html, 'input', { name: `${next}[1].text` }).attributes['value']).toBe('two');
  });

  describe('a row is there for the server though nothing is chosen in it', () => {
    const hidden = (html: string) =>
      elements(html, 'input').flatMap(({ attributes }) => (attributes['type'] === 'hidden' ? attributes['name'] : []));

    test('by a hidden input in each row with radio buttons, also in the template', async () => {
      const { page, form } = openPage(blocksSchema);
      const values = {
        blocks: [
          { type: 'text', text: 'a' },
          { type: 'group', blocks: [] },
        ],
      };
      const html = await render(Blocks, page, { form: form({ values, enhance: true }) });
      expect(hidden(html)).toEqual(expect.arrayContaining(['blocks[0]', 'blocks[1]', 'blocks[999999999]']));
    });

    test('but not in a row that sends something anyway', async () => {
      expect(hidden(await renderOrder())).not.toContain('items[0]');
    });

    test('and not in a row that is one group of radio buttons: it would be a value of that', async () => {
      const { page, form } = openPage(z.object({ sizes: z.array(z.enum(['s', 'm'])) }));
      const html = await render(Sizes, page, { form: form() });
      expect(names(html, /^sizes.*/)).toEqual(['sizes[0]', 'sizes[0]']);
      expect(hidden(html)).not.toContain('sizes[0]');
    });
  });

  test('after a failed post rows keep the numbers that they were submitted under', async () => {
    const html = await renderOrder({
      values: { 'items[5].sku': ['x'], 'items[5].qty': ['0'] },
      errors: { 'items[5].qty': 'Too few', items: 'Sold out' },
    });
    expect(names(html, /^items.*/)).toEqual(['items[5].sku', 'items[5].qty']);
    expect(element(html, 'p', { id: 'demo-items-5-qty-error' }).inner).toBe('Too few');
    expect(element(html, 'p', { id: 'demo-items-error' }).inner).toBe('Sold out');
    expect(element(html, 'fieldset', { id: 'demo-items' }).attributes['aria-invalid']).toBe('true');
  });

  test('markup beside the function is an error: Astro would drop it without a word', async () => {
    const { page, form } = openPage(orderSchema);
    await expect(render(MarkupBeside, page, { form: form() })).rejects.toThrow(/Markup beside the function/);
  });

  test('takes label and hint from the schema, where it is given none', async () => {
    const items = orderSchema.shape.items.meta({ label: 'Basket', description: 'At least one' });
    const { page, form } = openPage(orderSchema.extend({ items }));
    const html = await render(BareList, page, { form: form() });
    expect(element(html, 'p', { id: 'demo-items-hint' }).inner).toContain('At least one');
    expect(element(html, 'legend').inner).toBe('Basket');
    expect(element(html, 'fieldset', { id: 'demo-items' }).attributes['aria-describedby']).toBe(
      'demo-items-hint demo-items-error',
    );
    const without = await render(BareList, page, { form: form({ id: 'other' }), hint: false });
    expect(ids(without)).not.toContain('other-items-hint');
    expect(ids(without)).toEqual(expect.arrayContaining(references(without)));
  });

  test('has places before and after its rows, a hint, and children without a function as they are', async () => {
    const { page, form } = openPage(orderSchema);
    const html = await render(ListExtras, page, { form: form() });
    const list = element(html, 'fieldset', { class: 'items' });
    expect(list.attributes['aria-describedby']).toBe('demo-items-hint demo-items-error');
    const order = ['<p>before</p>', 'items[0].sku', '<p>after</p>', 'No function', 'tags[0]'].map((text) =>
      html.indexOf(text),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(ids(html)).toEqual(expect.arrayContaining(references(html)));
  });

  test('its parts take attributes, in the template of a new row too', async () => {
    const { page, form } = openPage(orderSchema);
    const html = await render(ListClasses, page, {
      form: form({ values: { items: [{ sku: 'a' }, { sku: 'b' }] }, enhance: true }),
    });
    const classes = (tag: string, mark: string) =>
      elements(html, tag).flatMap(({ attributes }) => (mark in attributes ? [attributes['class']] : []));
    expect(element(html, 'fieldset', { class: 'grid' }).inner).toContain('<legend class="font-bold">Items</legend>');
    expect(classes('div', 'data-action-row')).toEqual(Array(3).fill('rounded p-4 flex'));
    expect(new Set(classes('button', 'aria-label'))).toEqual(new Set(['text-sm']));
    const add = element(html, 'button', { class: 'bg-black' });
    expect(add.attributes).toMatchObject({ title: 'One more', value: '["insert","items"]', 'data-action-add': '' });
    expect(element(html, 'div', { 'data-action-row': 'items[0]' }).attributes).toMatchObject({
      'aria-label': 'Items 1',
    });
  });

  test('each row can be removed, and one added: by submit buttons that check nothing and name what they are for', async () => {
    const html = await renderOrder(undefined, { items: [{ sku: 'a' }, { sku: 'b' }] });
    const intents = elements(html, 'button').filter(({ attributes }) => attributes['name'] === '_action_intent');
    expect(intents.map(({ attributes, inner }) => [inner, attributes['value'], attributes['aria-label']])).toEqual([
      ['Remove', '["remove","items",0]', 'Remove: Items 1'],
      ['Remove', '["remove","items",1]', 'Remove: Items 2'],
      ['Add another', '["insert","items"]', undefined],
    ]);
    for (const { attributes } of intents) {
      expect(attributes).toMatchObject({ type: 'submit', formnovalidate: '', 'data-action-native': '' });
    }
  });

  test('Enter presses a button before them that does what the form’s own does', async () => {
    const html = await renderOrder();
    expect(elements(html, 'button')[0]?.attributes).toMatchObject({
      type: 'submit',
      name: 'step',
      value: 'done',
    });
    expect(html).toMatch(/<span hidden data-action-default><button [^>]*><\/button><\/span>/);
    const { page, form } = openPage(z.object({ email: z.email() }));
    expect(await render(Bare, page, { form: form() })).not.toContain('data-action-default');
  });
});
