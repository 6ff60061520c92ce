import { describe, expect, test } from 'vitest';
import { editRows, type RowsIntent, shownRows } from '../../src/submission/edit-rows.js';
import type { RawValues } from '../../src/submission/values.js';

const values: RawValues = {
  title: ['T'],
  'items[0].sku': ['a'],
  'items[0].parts[0].n': ['a0'],
  'items[2].sku': ['b'],
  'items[2].parts[3].n': ['b3'],
  'items[5].sku': ['c'],
  'itemsets[0].sku': ['other'],
};
const bounds = { min: 0, max: 9, isInOwnKind: false };

function edit(intent: RowsIntent, more: Partial<Parameters<typeof editRows>[2]> = {}) {
  return editRows(values, intent, { shown: shownRows(values, intent.list, bounds), fresh: {}, bounds, ...more });
}

/** The SKUs in the order of their rows; a row without one is empty. */
function skus({ values: edited }: { values: RawValues }): (string | undefined)[] {
  return shownRows(edited, 'items', bounds).map((index) => edited[`items[${index}].sku`]?.[0]);
}

describe('rows are numbered anew, and take what is below them along', () => {
  test.each<[string, RowsIntent, (string | undefined)[], string | undefined, boolean]>([
    ['insert at the end', { type: 'insert', list: 'items' }, ['a', 'b', 'c', undefined], 'items[3]', true],
    ['insert on top', { type: 'insert', list: 'items', at: 0 }, [undefined, 'a', 'b', 'c'], 'items[0]', true],
    ['insert far behind', { type: 'insert', list: 'items', at: 99 }, ['a', 'b', 'c', undefined], 'items[3]', true],
    ['remove the first', { type: 'remove', list: 'items', at: 0 }, ['b', 'c'], 'items[0]', false],
    ['remove the middle', { type: 'remove', list: 'items', at: 2 }, ['a', 'c'], 'items[1]', false],
    ['remove the last', { type: 'remove', list: 'items', at: 5 }, ['a', 'b'], undefined, false],
    ['move up', { type: 'up', list: 'items', at: 2 }, ['b', 'a', 'c'], 'items[0]', false],
    ['move the first up', { type: 'up', list: 'items', at: 0 }, ['a', 'b', 'c'], 'items[0]', false],
    ['move down', { type: 'down', list: 'items', at: 2 }, ['a', 'c', 'b'], 'items[2]', false],
    ['move the last down', { type: 'down', list: 'items', at: 5 }, ['a', 'b', 'c'], 'items[2]', false],
    ['duplicate', { type: 'duplicate', list: 'items', at: 2 }, ['a', 'b', 'b', 'c'], 'items[2]', true],
    ['a row that is not there', { type: 'remove', list: 'items', at: 1 }, ['a', 'b', 'c'], 'items[0]', false],
  ])('%s', (_, intent, expected, row, isNew) => {
    const edited = edit(intent);
    expect(skus(edited)).toEqual(expected);
    expect(edited).toMatchObject({ row, isNew, refused: undefined });
    expect(edited.values).toMatchObject({ title: ['T'], 'itemsets[0].sku': ['other'] });
  });

  test('nested rows and their numbers go along', () => {
    const { values: edited } = edit({ type: 'up', list: 'items', at: 2 });
    expect(edited['items[0].parts[3].n']).toEqual(['b3']);
    expect(edited['items[1].parts[0].n']).toEqual(['a0']);
    const copied = edit({ type: 'duplicate', list: 'items', at: 0 }).values;
    expect([copied['items[0].parts[0].n'], copied['items[1].parts[0].n']]).toEqual([['a0'], ['a0']]);
  });

  test('a nested list alone is edited, its siblings are not', () => {
    const edited = edit({ type: 'insert', list: 'items[2].parts', at: 0 }, { shown: [3] });
    expect(edited.values['items[2].parts[1].n']).toEqual(['b3']);
    expect(edited.values['items[0].parts[0].n']).toEqual(['a0']);
    expect(edited.row).toBe('items[2].parts[0]');
  });

  test('a new row shows what it is given', () => {
    const edited = edit({ type: 'insert', list: 'items', at: 1 }, { fresh: { '.sku': ['new'], '.tags[0]': ['x'] } });
    expect(skus(edited)).toEqual(['a', 'new', 'b', 'c']);
    expect(edited.values['items[1].tags[0]']).toEqual(['x']);
  });

  test('names of before are found again', () => {
    const { rename } = edit({ type: 'remove', list: 'items', at: 0 });
    expect(['items[2].sku', 'items[5]', 'title', 'items', 'items[0].sku'].map(rename)).toEqual([
      'items[0].sku',
      'items[1]',
      'title',
      'items',
      undefined,
    ]);
  });
});

describe('bounds', () => {
  test.each<[string, RowsIntent, { min: number; max: number }, 'min' | 'max' | undefined]>([
    ['insert at the most', { type: 'insert', list: 'items' }, { min: 0, max: 3 }, 'max'],
    ['duplicate at the most', { type: 'duplicate', list: 'items', at: 0 }, { min: 0, max: 3 }, 'max'],
    ['insert below it', { type: 'insert', list: 'items' }, { min: 0, max: 4 }, undefined],
    ['remove at the least', { type: 'remove', list: 'items', at: 0 }, { min: 3, max: 9 }, 'min'],
    ['remove above it', { type: 'remove', list: 'items', at: 0 }, { min: 2, max: 9 }, undefined],
    ['move at the most', { type: 'up', list: 'items', at: 2 }, { min: 3, max: 3 }, undefined],
    [
      'remove where there are too many already',
      { type: 'remove', list: 'items', at: 0 },
      { min: 0, max: 1 },
      undefined,
    ],
  ])('%s', (_, intent, between, refused) => {
    const edited = edit(intent, { bounds: { ...bounds, ...between } });
    expect(edited.refused).toBe(refused);
    if (refused) expect(skus(edited)).toEqual(['a', 'b', 'c']);
  });
});

describe('how many rows are shown', () => {
  test.each<[string, RawValues, number, number[]]>([
    ['nothing known: one', {}, 0, [0]],
    ['nothing known, two at least', {}, 2, [0, 1]],
    ['emptied', { items: [''] }, 0, []],
    ['emptied, one at least', { items: [''] }, 1, [0]],
    ['as they were sent', { 'items[3].sku': ['a'] }, 0, [3]],
    ['as they were sent, and one more', { 'items[3].sku': ['a'] }, 2, [3, 4]],
  ])('%s', (_, shown, min, expected) => {
    expect(shownRows(shown, 'items', { min, isInOwnKind: false })).toEqual(expected);
  });

  test.each<[string, RawValues, number, number[]]>([
    ['nothing known: none', {}, 0, []],
    ['nothing known, two at least: none', {}, 2, []],
    ['emptied', { items: [''] }, 1, []],
    ['as they were sent, and no more', { 'items[3].sku': ['a'] }, 2, [3]],
  ])('in a row of its own kind, %s', (_, shown, min, expected) => {
    expect(shownRows(shown, 'items', { min, isInOwnKind: true })).toEqual(expected);
  });

  test('the last row removed, none is', () => {
    const one: RawValues = { 'items[0].sku': ['a'] };
    const emptied = editRows(one, { type: 'remove', list: 'items', at: 0 }, { shown: [0], fresh: {}, bounds });
    expect(shownRows(emptied.values, 'items', bounds)).toEqual([]);
    expect(emptied.row).toBeUndefined();
    const added = editRows(emptied.values, { type: 'insert', list: 'items' }, { shown: [], fresh: {}, bounds });
    expect(shownRows(added.values, 'items', bounds)).toEqual([0]);
  });
});
