import { form, multipart, part, parts, raw, times, type HostileBody } from '../support/body.js';
import { ignored, read, wrong } from './open.js';

const long = (length: number, text = 'n') => text.repeat(length);
const names: { limit: 'names' } = { limit: 'names' };

/** Names of many levels, and long names. */
export const depth: HostileBody[] = [
  form('eight levels', [['a.b.c.d.e.f.g.h', 'x']], ignored),
  form('nine levels', [['a.b.c.d.e.f.g.h.i', 'x']], { limit: 'depth' }),
  form('nine levels in brackets', [[`a${'[b]'.repeat(8)}`, 'x']], { limit: 'depth' }),
  form('nine levels of rows', [[`tags${'[0]'.repeat(8)}`, 'x']], { limit: 'depth' }),
  form('a hundred levels', [[`a${'.b'.repeat(99)}`, 'x']], { limit: 'depth' }),
  form('sixty levels in brackets', [[`a${'[b]'.repeat(60)}`, 'x']], { limit: 'depth' }),
  form('nine levels of __proto__', [[times(9, () => '__proto__').join('.'), 'x']], { limit: 'depth' }),
  form(
    'nine levels behind a name of eight',
    [
      ['a.b.c.d.e.f.g.h', 'x'],
      ['a.b.c.d.e.f.g.h[]', 'x'],
      ['a.b.c.d.e.f.g.h.i', 'x'],
    ],
    { limit: 'depth' },
  ),
  form('two hundred open brackets', [[long(200, '['), 'x']], ignored),
  form('a hundred empty brackets', [[long(100, '[]'), 'x']], ignored),
  form('two hundred dots', [[long(200, '.'), 'x']], ignored),
  form('a name of two hundred characters', [[long(200), 'x']], ignored),
  form('a name of two hundred and one', [[long(201), 'x']], { limit: 'nameLength' }),
  form('a name of a hundred emoji', [[long(100, '😀'), 'x']], ignored),
  form('a name of a hundred and one emoji', [[long(101, '😀'), 'x']], { limit: 'nameLength' }),
  form('a long name below a known one', [[`address.${long(200)}`, 'x']], { limit: 'nameLength' }),
  form('a long name that ends in a known one', [[`${long(200)}.name`, 'x']], { limit: 'nameLength' }),
  form('a name of a megabyte', [[long(1_000_000), 'x']], { limit: 'nameLength' }),
  form('a name of a megabyte of brackets', [[long(300_000, '['), 'x']], { limit: 'nameLength' }),
  form('a long key of a record', [[`scores[${long(192)}]`, 'x']], read({ scores: { [long(192)]: 'x' } })),
];

/** As much as fits into a body. */
export const volume: HostileBody[] = [
  raw('a hundred thousand fields', times(100_000, (index) => `${index}=`).join('&'), names),
  raw('a hundred thousand fields without a value', times(100_000, String).join('&'), names),
  raw('a hundred thousand of one name', 'tags=x&'.repeat(100_000), names),
  raw('a hundred thousand of one row', 'tags[0]=&'.repeat(100_000), names),
  raw('a hundred thousand rows', times(75_000, (index) => `tags.${index}=`).join('&'), names),
  raw('a hundred thousand of __proto__', '__proto__&'.repeat(100_000), names),
  { ...raw('a million separators', '&'.repeat(1_000_000), names), overHttpOnly: true },
  { ...raw('a million separators, in pairs', '=&'.repeat(500_000), names), overHttpOnly: true },
  raw('a million equals signs', '='.repeat(1_000_000), ignored),
  raw('a million percent signs', '%'.repeat(1_000_000), { limit: 'nameLength' }),
  raw('a million plus signs', '+'.repeat(1_000_000), { limit: 'nameLength' }),
  raw('a million semicolons', ';'.repeat(1_000_000), { limit: 'nameLength' }),
  raw('a million brackets', '[]'.repeat(500_000), { limit: 'nameLength' }),
  raw('a million NULs', '\0'.repeat(1_000_000), { limit: 'nameLength' }),
  raw('a million broken escapes', `name=${'%z'.repeat(500_000)}`, read({ name: '%z'.repeat(500_000) })),
  raw('a value of a megabyte', `name=${'x'.repeat(1_000_000)}`, read({ name: 'x'.repeat(1_000_000) })),
  raw('a value of a megabyte of CR', `name=${'\r'.repeat(1_000_000)}`, read({ name: '\n'.repeat(1_000_000) })),
  raw('a number of a megabyte', `age=${'1'.repeat(1_000_000)}`, wrong('age')),
  raw('a number that nearly is one', `age=${'1'.repeat(1_000_000)}x`, wrong('age')),
  raw('blanks around what is no number', `age=${'+'.repeat(400_000)}x${'+'.repeat(400_000)}`, wrong('age')),
  raw('a date of a megabyte', `born=${'2024-01-01T'.repeat(90_000)}`, wrong('born')),
  raw('a choice of a megabyte', `color=${'r'.repeat(1_000_000)}`, wrong('color')),
  raw('a thousand of one name', 'tags=x&'.repeat(1000), read({ tags: times(1000, () => 'x') })),
  raw('one more than a thousand', 'tags=x&'.repeat(1001), names),
  raw(
    'a thousand rows',
    times(1000, (index) => `items[${index}].qty=1`).join('&'),
    read({ items: times(1000, () => ({ qty: 1 })) }),
  ),
  raw(
    'a thousand rows backwards',
    times(1000, (index) => `items[${999 - index}].qty=1`).join('&'),
    read({ items: times(1000, () => ({ qty: 1 })) }),
  ),
  raw(
    'a thousand rows that are wrong',
    times(1000, (index) => `items[${index}].qty=x`).join('&'),
    wrong(...times(1000, (index) => `items[${index}].qty`)),
  ),
  raw(
    'a thousand keys of a record',
    times(1000, (index) => `scores[k${index}]=x`).join('&'),
    read({ scores: Object.fromEntries(times(1000, (index) => [`k${index}`, 'x'])) }),
  ),
  raw('a thousand names that no field has', times(1000, (index) => `${long(190)}${index}=x`).join('&'), ignored),
  raw(
    'a thousand unknown names in a strict object',
    times(1000, (index) => `n${index}=x`).join('&'),
    wrong(''),
    'strict',
  ),
  raw('a thousand deep names', times(1000, (index) => `a${index}.b.c.d.e.f.g.h=x`).join('&'), ignored),
  raw(
    'a thousand deep unknown names in a loose object',
    times(1000, (index) => `a${index}.b.c.d.e.f.g.h=x`).join('&'),
    { data: Object.fromEntries(times(1000, (index) => [`a${index}.b.c.d.e.f.g.h`, 'x'])) },
    'loose',
  ),
  raw(
    'one name a thousand times in a loose object',
    'a=x&'.repeat(1000),
    { data: { a: times(1000, () => 'x') } },
    'loose',
  ),
  multipart('a hundred thousand parts', `${'--XX\n\n\n'.repeat(100_000)}--XX--`, { refused: 400 }),
  multipart('a hundred thousand boundaries in a row', `${'--XX\n'.repeat(100_000)}--XX--`, { refused: 400 }),
  multipart('boundaries without line breaks', '--XX'.repeat(200_000), { refused: 400 }),
  multipart('headers that end far behind', `${'--XX\nA: b\n'.repeat(2000)}${'x'.repeat(900_000)}\n\n--XX--`, {
    refused: 400,
  }),
  parts(
    'fifteen thousand whole parts',
    times(15_000, () => part('name="tags"', '')),
    names,
  ),
  parts(
    'a thousand parts and one',
    times(1001, () => part('name="tags"', 'x')),
    names,
  ),
  parts(
    'a thousand parts',
    times(1000, () => part('name="tags"', 'x')),
    read({ tags: times(1000, () => 'x') }),
  ),
  parts('a part of a megabyte', [part('name="name"', 'x'.repeat(1_000_000))], read({ name: 'x'.repeat(1_000_000) })),
  parts(
    'a part of a megabyte of line breaks',
    [part('name="name"', '\n'.repeat(500_000))],
    read({ name: '\n'.repeat(500_000) }),
  ),
  parts(
    'a part of a megabyte of beginnings of boundaries',
    [part('name="name"', '\n--X'.repeat(200_000))],
    read({ name: '\n--X'.repeat(200_000) }),
  ),
  parts(
    'twenty files and one',
    times(21, (index) => part(`name="files"; filename="${index}"`, 'x')),
    { limit: 'files' },
    'upload',
  ),
  parts(
    'two hundred untouched file controls',
    times(200, () => part('name="files"; filename=""', '', 'Content-Type: application/octet-stream\n')),
    { data: { files: [] } },
    'upload',
  ),
];
