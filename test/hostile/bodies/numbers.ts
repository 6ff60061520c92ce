import { form, type HostileBody } from '../support/body.js';
import { ignored, read, wrong } from './open.js';

const notRows = [
  '-1',
  '-0',
  '+1',
  '01',
  '00',
  '1e2',
  '1.5',
  '0x1',
  '0b1',
  '1n',
  ' 1',
  '1 ',
  '1_000',
  '1,0',
  'NaN',
  'Infinity',
  '٣',
  '１',
  '१',
  'Ⅷ',
  '①',
  '½',
  '1\0',
  '１0',
];

const tooHigh = [
  '1001',
  '65536',
  '999999999',
  '1000000000',
  '2147483647',
  '2147483648',
  '4294967294',
  '4294967295',
  '4294967296',
  '9007199254740993',
  '18446744073709551616',
  `1${'0'.repeat(100)}`,
];

/** Row numbers, of lists of texts and of objects. */
export const indices: HostileBody[] = [
  ...notRows.flatMap((row) => [
    form(`a text at row ${JSON.stringify(row)}`, [[`tags[${row}]`, 'x']], ignored),
    form(`an object at row ${JSON.stringify(row)}`, [[`items[${row}][qty]`, '1']], ignored),
  ]),
  ...tooHigh.flatMap((row) => [
    form(`a text at row ${row}`, [[`tags[${row}]`, 'x']], { limit: 'index' }),
    form(`a text at row ${row}, dots`, [[`tags.${row}`, 'x']], { limit: 'index' }),
    form(`an object at row ${row}`, [[`items[${row}].qty`, '1']], { limit: 'index' }),
  ]),
  form('the highest row', [['tags[1000]', 'x']], read({ tags: ['x'] })),
  form('the highest row of objects keeps its number in errors', [['items[1000].qty', 'x']], wrong('items[1000].qty')),
  form(
    'rows backwards',
    [
      ['tags[9]', 'c'],
      ['tags[5]', 'b'],
      ['tags[0]', 'a'],
    ],
    read({ tags: ['a', 'b', 'c'] }),
  ),
];

const notIntegers = [
  '0x10',
  '0b1',
  '1e309',
  '-1e309',
  'Infinity',
  'NaN',
  '1,5',
  '1.5',
  '.5',
  '5.',
  '--1',
  '+1',
  '1_000',
  '1n',
  '٣',
  '１',
  '1 2',
  '1;2',
  '1\0',
  '9007199254740993',
  '1'.repeat(400),
  'null',
  'undefined',
  'true',
  '[1]',
  '{}',
  ' ',
];

const notDates = [
  '5',
  '0',
  'now',
  '2024-02-30',
  '2023-02-29',
  '2024-13-01',
  '2024-00-10',
  '2024-1-1',
  '0000-01-01',
  '-000001-01-01',
  '+275760-09-13',
  '999999-01-01',
  '2024-01-01T25:00',
  '2024-01-01T10:61',
  '2024-01-01T10:00+99:00',
  '2024-01-01T10:00[Europe/Paris]',
  '01/02/2024',
  '2024-01-01\n2024-01-02',
  "2024-01-01' OR 1=1",
  '٢٠٢٤-٠١-٠١',
  '1e3',
  ' ',
];

/** Texts that `Number()` and `new Date()` make something of. */
export const values: HostileBody[] = [
  ...notIntegers.map((text) => form(`${short(text)} as a whole number`, [['age', text]], wrong('age'))),
  ...notDates.map((text) => form(`${short(text)} as a date`, [['born', text]], wrong('born'))),
  form('blanks around a number', [['age', ' \t5\n']], read({ age: 5 })),
  form('a number with an exponent', [['age', '1e3']], read({ age: 1000 })),
  form('minus nothing', [['age', '-0']], read({ age: 0 })),
  form('a leap day', [['born', '2024-02-29']], read({ born: new Date('2024-02-29') })),
  form(
    'an empty text for everything',
    ['age', 'born', 'color', 'agree', 'tags', 'name'].map((name) => [name, '']),
    ignored,
  ),
];

function short(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 37)}…` : text);
}
