import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readSchema } from '../../src/schema/read-schema.js';
import { idBelowApart } from '../../src/server/form/ids-apart.js';
import type { Condition } from '../../src/shared/condition.js';

const line = z.object({ text: z.string() });
const union = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('a'), note: z.string(), lines: z.array(line), only: z.string() }),
  z.object({ kind: z.literal('b'), note: z.string(), lines: z.array(line) }),
  z.object({ kind: z.literal('c c'), note: z.string() }),
]);
const inForm = readSchema(z.object({ pay: union, rows: z.array(union), flag: z.boolean(), text: z.string() }));
const whole = readSchema(union);

const is = (field: string, ...oneOf: string[]): Condition => ({ field, oneOf });
const isNot = (field: string, ...oneOf: string[]): Condition => ({ field, oneOf, not: true });

describe('the id of a field in a group that is not sent', () => {
  test.each<[string, string, Condition[], string]>([
    ['a field of several options says of which it is', 'pay.note', [is('pay.kind', 'a')], '-pay--a-note'],
    ['also where the options are the form', 'note', [is('kind', 'b')], '--b-note'],
    [
      'and in a row, behind what ids in the row begin with',
      'rows[0].note',
      [is('rows[0].kind', 'b')],
      '-rows-0--b-note',
    ],
    ['a list', 'pay.lines', [is('pay.kind', 'a')], '-pay--a-lines'],
    ['what is in its rows begins with its id', 'pay.lines[1].text', [is('pay.kind', 'a')], '-pay--a-lines-1-text'],
    ['words that an id cannot have are spelled', 'pay.note', [is('pay.kind', 'c c')], '-pay--c_x20_c-note'],
    ['several values', 'pay.note', [is('pay.kind', 'a', 'b')], '-pay--a-b-note'],
    ['any but one', 'pay.note', [isNot('pay.kind', 'a')], '-pay--not-a-note'],
    ['a group in a group', 'pay.note', [is('pay.kind', 'a'), isNot('pay.kind', 'b')], '-pay--a--not-b-note'],
  ])('%s', (_, name, unmet, id) => {
    expect(idBelowApart(name.startsWith('pay') || name.startsWith('rows') ? inForm : whole, name, unmet)).toBe(id);
  });

  test.each<[string, string, Condition[], string]>([
    ['a field of one option', 'pay.only', [is('pay.kind', 'a')], '-pay-only'],
    ['a list of the other options than those of the group', 'pay.lines', [is('pay.kind', 'a', 'b')], '-pay-lines'],
    ['a field beside the union', 'text', [is('pay.kind', 'a')], '-text'],
    ['a field of another row', 'rows[1].note', [is('rows[0].kind', 'a')], '-rows-1-note'],
    ['a condition on no union', 'text', [is('flag', 'true')], '-text'],
    ['the union itself', 'pay', [is('pay.kind', 'a')], '-pay'],
    ['no group', 'pay.note', [], '-pay-note'],
  ])('is the usual one: %s', (_, name, unmet, id) => {
    expect(idBelowApart(inForm, name, unmet)).toBe(id);
  });
});
