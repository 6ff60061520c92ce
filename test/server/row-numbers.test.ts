import { describe, expect, test } from 'vitest';
import { ActionError, issuesOf } from '../../src/server/action-error.js';
import { toSubmittedRows } from '../../src/server/row-numbers.js';

const values = {
  'items[0].sku': ['a'],
  'items[5].sku': ['b'],
  'items[5].parts[2].name': ['c'],
  tags: ['x', 'y'],
};
const pathsOf = (...names: string[]) =>
  issuesOf(
    toSubmittedRows(
      new ActionError({ code: 'CONFLICT', fields: Object.fromEntries(names.map((name) => [name, 'No'])) }),
      values,
    ),
  ).map(({ path }) => path);

describe('rows of an error of the handler', () => {
  test.each([
    ['items[1].sku', ['items', 5, 'sku']],
    ['items[0].sku', ['items', 0, 'sku']],
    ['items[1].parts[0].name', ['items', 5, 'parts', 2, 'name']],
    ['items[9].sku', ['items', 9, 'sku']],
    ['tags[1]', ['tags', 1]],
    ['email', ['email']],
  ])('%s is shown at %j', (name, path) => {
    expect(pathsOf(name)).toEqual([path]);
  });

  test('the error stays what it was', () => {
    const error = toSubmittedRows(
      new ActionError({ code: 'CONFLICT', message: 'Sold out', fields: { 'items[1].sku': 'No' } }),
      values,
    );
    expect(error).toMatchObject({ code: 'CONFLICT', status: 409, message: 'Sold out' });
    const plain = new ActionError({ code: 'GONE' });
    expect(toSubmittedRows(plain, values)).toBe(plain);
  });
});
