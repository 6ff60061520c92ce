import { z } from 'zod';
import { describe, expectTypeOf, test } from 'vitest';
import { defineAction, getForm, type PageContext } from '../../src/server.js';
import type { Depends } from '../../src/server/form/condition-types.js';

const order = defineAction({
  accept: 'form',
  input: z.object({
    pay: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('card'), number: z.string() }),
      z.object({ kind: z.literal('bill'), iban: z.string() }),
    ]),
    colour: z.enum(['red', 'blue']).optional(),
    topics: z.array(z.enum(['a', 'b'])),
    gift: z.boolean(),
    seats: z.number(),
    note: z.string(),
    photo: z.file(),
  }),
  handler: () => {},
});
declare const page: PageContext;
const { fields } = getForm(page, order);

/** As `<When>` and `requiredWhen` take it. */
function when<T>(condition: Depends<T>): Depends<T> {
  return condition;
}

describe('T1: a condition takes the values of its field', () => {
  test('those of a tag, a choice, a list, a box, a number and a text', () => {
    when({ field: fields.pay.kind, is: 'card' });
    when({ field: fields.pay.kind, isOneOf: ['card', 'bill'] });
    when({ field: fields.colour, isNot: 'red' });
    when({ field: fields.topics, is: 'a' });
    when({ field: fields.gift });
    when({ field: fields.gift, is: false });
    when({ field: fields.seats, is: 2 });
    when({ field: fields.note, is: 'anything' });
    when({ name: 'note', is: 'anything' });
    expectTypeOf<Depends<'a' | 'b'>['is']>().toEqualTypeOf<'a' | 'b' | undefined>();
  });

  test('and no others', () => {
    // @ts-expect-error no option has this tag
    when({ field: fields.pay.kind, is: 'crad' });
    // @ts-expect-error nor this one
    when({ field: fields.pay.kind, isOneOf: ['card', 'cash'] });
    // @ts-expect-error no such colour
    when({ field: fields.colour, isNot: 'green' });
    // @ts-expect-error no such topic
    when({ field: fields.topics, is: 'c' });
    // @ts-expect-error a box is ticked or not
    when({ field: fields.gift, is: 'yes' });
    // @ts-expect-error a number is no text
    when({ field: fields.seats, is: '2' });
    // @ts-expect-error nothing is known of a file
    when({ field: fields.photo, is: 'x' });
  });
});
