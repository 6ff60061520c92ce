import { describe, expect, test } from 'vitest';
import { formatIntent, type Intent, parseIntent } from '../../src/shared/intent.js';

const intents: readonly [string, Intent][] = [
  ['["insert","items"]', { type: 'insert', list: 'items' }],
  ['["insert","items",0]', { type: 'insert', list: 'items', at: 0 }],
  ['["insert","a.b[0].c",null,{"x":1}]', { type: 'insert', list: 'a.b[0].c', value: { x: 1 } }],
  ['["insert","items",2,"text"]', { type: 'insert', list: 'items', at: 2, value: 'text' }],
  ['["remove","items",1]', { type: 'remove', list: 'items', at: 1 }],
  ['["up","items",1]', { type: 'up', list: 'items', at: 1 }],
  ['["down","items",1]', { type: 'down', list: 'items', at: 1 }],
  ['["duplicate","items",1]', { type: 'duplicate', list: 'items', at: 1 }],
  ['["update"]', { type: 'update' }],
  ['["update","items[0].kind"]', { type: 'update', near: 'items[0].kind' }],
];

test.each(intents)('%s is written and read back', (text, intent) => {
  expect(formatIntent(intent)).toBe(text);
  expect(parseIntent(text)).toEqual(intent);
});

test.each<[string, Intent]>([
  ['["update",null,null]', { type: 'update' }],
  ['["update","rows[1].kind",null]', { type: 'update', near: 'rows[1].kind' }],
])('%s is what the island leaves of a button in a row that moved', (text, intent) => {
  expect(parseIntent(text)).toEqual(intent);
});

describe('what no button sends is no intent', () => {
  test.each([
    '',
    'insert',
    '{}',
    'null',
    '[]',
    '["insert"]',
    '["insert",1]',
    '["insert","items",-1]',
    '["insert","items",1.5]',
    '["insert","items","0"]',
    '["remove","items"]',
    '["remove","items",null]',
    '["remove","items",1,2]',
    '["update",1]',
    '["update","items",0]',
    '["constructor","items",0]',
    '["delete","items",0]',
  ])('%s', (text) => {
    expect(parseIntent(text)).toBeUndefined();
  });
});
