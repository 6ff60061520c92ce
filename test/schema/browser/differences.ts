import { z } from 'zod';
import { zfd } from 'zod-form-data';
import type { Fill, Trial } from './form.js';

const set = (value: string): Fill => ({ how: 'set', value });
const noon = new Date('2024-01-01T12:30:10Z');
const letters = z.array(z.enum(['a', 'b']));

/** What a browser takes and Zod refuses, by the name that docs/constraints.md gives it. */
export const zodIsStricter: readonly (Omit<Trial, 'title'> & { readonly name: string })[] = [
  { name: 'a check of your own', schema: z.string().refine((text) => text !== 'a'), fill: set('a') },
  { name: 'a text that is changed first', schema: z.string().trim().min(2), fill: { how: 'type', text: 'a ' } },
  { name: 'a length that nobody typed', schema: z.string().min(3), fill: set('ab') },
  { name: 'a length in characters that count twice', schema: z.string().min(3), fill: { how: 'type', text: '😀😀' } },
  { name: 'an expression that HTML would read otherwise', schema: z.string().regex(/^a$/i), fill: set('b') },
  { name: 'a second expression', schema: z.string().regex(/a/).regex(/b/), fill: set('a') },
  { name: 'an expression on a textarea', schema: z.string().regex(/a/).meta({ type: 'textarea' }), fill: set('b') },
  { name: 'a format without a type', schema: z.uuid(), fill: set('a') },
  { name: 'a format that is stricter than its type', schema: z.email(), fill: set('a@b') },
  { name: 'a bound that is excluded', schema: z.number().gt(0), fill: set('0') },
  { name: 'multiples of two fractions', schema: z.number().multipleOf(0.1).multipleOf(0.25), fill: set('0.1') },
  { name: 'a whole number that is too large', schema: z.int(), fill: set('9007199254740993') },
  { name: 'a bound of a bigint', schema: z.bigint().min(5n), fill: set('3') },
  {
    name: 'a second between two minutes',
    schema: z.date().min(noon).meta({ type: 'datetime-local' }),
    fill: set('2024-01-01T12:30'),
  },
  {
    name: 'a bound on a day when clocks change',
    schema: z.date().min(new Date('2024-10-27T12:00Z')).meta({ type: 'datetime-local' }),
    timeZone: 'Europe/Berlin',
    fill: set('2024-10-26T12:00'),
  },
  { name: 'digits of a second', schema: z.iso.time({ precision: -1 }), fill: set('10:00:30') },
  { name: 'more than one of a list', schema: letters.min(2), fill: { how: 'choose', values: ['a'] } },
  { name: 'a group of check boxes', schema: letters.min(1), as: 'checkboxes', fill: { how: 'choose', values: [] } },
  {
    name: 'type and size of a file',
    schema: z.file().mime('image/png'),
    fill: { how: 'attach', files: [{ name: 'b.txt', type: 'text/plain' }] },
  },
  { name: 'a union', schema: z.union([z.email(), z.int()]), fill: set('a') },
  { name: 'JSON', schema: zfd.json(z.object({})), fill: set('{') },
];

/** What a browser refuses and Zod takes. */
export const htmlIsStricter: typeof zodIsStricter = [
  { name: 'a domain that no mail reaches', schema: z.email(), fill: set('ada@example-.com') },
  { name: 'an address that the browser cannot read', schema: z.url(), fill: set('file://a?q=a b') },
  { name: 'a number within rounding of a multiple', schema: z.number().multipleOf(2), fill: set('9007199254740993') },
  { name: 'characters that UTF-16 counts twice', schema: z.string().max(5), fill: { how: 'type', text: '😀😀😀' } },
  { name: 'a schema that catches', schema: z.number().max(3).catch(1), fill: set('4') },
];
